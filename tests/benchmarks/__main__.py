"""python3 dev.py bench [NAME...]: measure and print what docs/benchmarks.md tells."""

import importlib
import sys

ALL = (
    *("start", "search", "checkin", "sync", "postgres", "bundle", "desks", "arrivals"),
    *("groups", "breakouts", "documents", "phones", "paper", "demo"),
)

for name in sys.argv[1:] or ALL:
    importlib.import_module(f"tests.benchmarks.{name}").main()
