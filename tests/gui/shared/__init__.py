"""Tests of the window: shared."""
