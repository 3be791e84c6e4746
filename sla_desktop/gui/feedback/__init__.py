"""The Feedback page and the kiosk."""
