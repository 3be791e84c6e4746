"""python3 dev.py bench [start|search|checkin|sync|postgres|bundle|desks|demo]: measure and print the tables."""

import importlib
import sys

ALL = ("start", "search", "checkin", "sync", "postgres", "bundle", "desks", "demo")

for name in sys.argv[1:] or ALL:
    importlib.import_module(f"tests.benchmarks.{name}").main()
