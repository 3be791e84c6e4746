"""Tests of the window: events."""
