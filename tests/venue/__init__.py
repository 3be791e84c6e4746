"""Tests of the pages for phones."""
