"""Tests of the window: attendance."""
