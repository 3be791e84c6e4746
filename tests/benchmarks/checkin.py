"""Scan to verdict with the fact on disk, beside a bare commit of plain SQLite in the same folder."""

import sqlite3
import tempfile
import time
from pathlib import Path

from sla_desktop.services import attendance
from sla_desktop.services.people import attendees
from tests.benchmarks.material import big_store
from tests.benchmarks.report import quantile, table

PEOPLE, SCANS = 5_000, 1_000


def main() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory(dir=Path.cwd()) as folder:
        store, event = big_store(Path(folder) / "day.sla", PEOPLE)
        people = attendees(store, event.id)[:SCANS]
        bare = _bare(Path(folder) / "bare.sqlite")
        ours = []
        for person in people:
            started = time.perf_counter()
            attendance.check_in(store, event.id, person.id, desk="Desk 1", source="scan")
            ours.append(time.perf_counter() - started)
        store.close()
    rows = [
        ("commit with fsync", "median", "99th percentile"),
        ("plain SQLite, one row", *_told(bare)),
        ("check-in", *_told(ours)),
    ]
    rows.append(
        (
            "ratio",
            f"{quantile(ours, 0.5) / quantile(bare, 0.5):.1f}",
            f"{quantile(ours, 0.99) / quantile(bare, 0.99):.1f}",
        )
    )
    table(f"Check-in commit, {SCANS:,} scans at an event of {PEOPLE:,}", rows)


def _bare(path: Path) -> list[float]:
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("CREATE TABLE fact (id TEXT PRIMARY KEY, told TEXT)")
    times = []
    for number in range(SCANS):
        started = time.perf_counter()
        connection.execute("INSERT INTO fact VALUES (?, ?)", (str(number), "x" * 300))
        times.append(time.perf_counter() - started)
    connection.close()
    return times


def _told(times: list[float]) -> tuple[str, str]:
    return (f"{1000 * quantile(times, 0.5):.2f} ms", f"{1000 * quantile(times, 0.99):.2f} ms")
