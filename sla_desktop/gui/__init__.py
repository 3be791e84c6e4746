"""The window: pages, dialogs and what they share."""
