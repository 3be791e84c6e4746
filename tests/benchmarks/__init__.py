"""Measurements behind docs/benchmarks.md; each compares with a peer or a floor in the same run."""
