"""The Breakouts page: forming, showing and printing table groups."""
