"""Tests of the window: people."""
