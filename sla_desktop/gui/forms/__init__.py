"""Forms compiled from ui/; never edited by hand."""
