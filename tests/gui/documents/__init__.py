"""Tests of the window: documents."""
