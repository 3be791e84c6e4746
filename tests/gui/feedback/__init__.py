"""Tests of the window: feedback."""
