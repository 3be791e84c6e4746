"""python3 dev.py bench [start|search|checkin|sync|postgres|bundle|desks|arrivals|paper|demo]: measure and print."""

import importlib
import sys

ALL = ("start", "search", "checkin", "sync", "postgres", "bundle", "desks", "arrivals", "paper", "demo")

for name in sys.argv[1:] or ALL:
    importlib.import_module(f"tests.benchmarks.{name}").main()
