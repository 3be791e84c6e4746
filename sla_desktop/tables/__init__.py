"""Spreadsheets in and out: the only place that knows how other systems write their files."""
