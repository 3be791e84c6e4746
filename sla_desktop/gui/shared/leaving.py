"""How people leave a window that fills the screen and is meant for others."""

LEAVE_KEYS = "Ctrl+Shift+K"
