"""Sync of a large event through a folder, and rebuilding the tables from the log."""

import tempfile
import time
from pathlib import Path

from sla_desktop.services import exchange
from sla_desktop.storage import projection
from sla_desktop.storage.store import open_store
from tests.benchmarks.material import RAW_KEY, big_store
from tests.benchmarks.report import table

PEOPLE = 5_000


def main() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        store, _ = big_store(home / "one.sla", PEOPLE)
        share = home / "share"
        share.mkdir()
        sent, push = _timed(lambda: exchange.sync(store, str(share)).sent)
        other = open_store(home / "two.sla", secret=RAW_KEY)
        received, pull = _timed(lambda: exchange.sync(other, str(share)).received)
        _, idle = _timed(lambda: exchange.sync(other, str(share)))
        _, rebuild = _timed(lambda: _rebuild(other))
        store.close()
        other.close()
    rows = [("work", "rows", "time", "rows a second")]
    for name, count, seconds in (
        ("send", sent, push),
        ("receive", received, pull),
        ("rebuild all tables", received, rebuild),
    ):
        rows.append((name, f"{count:,}", f"{seconds:.2f} s", f"{count / seconds:,.0f}"))
    rows.append(("nothing new", "0", f"{idle:.2f} s", ""))
    table(f"Sync through a folder, {PEOPLE:,} people", rows)


def _rebuild(store) -> None:
    with store.raw() as connection:
        projection.reproject(connection)


def _timed(work):
    started = time.perf_counter()
    found = work()
    return found, time.perf_counter() - started
