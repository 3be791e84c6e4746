"""Tests of the window: sync."""
