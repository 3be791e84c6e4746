"""Choosing and creating events."""
