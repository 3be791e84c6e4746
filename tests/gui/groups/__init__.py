"""Tests of the window: groups."""
