"""A large team's records through a shared folder: sending, a new laptop's first sync, and rebuilding all tables.

Beside them, in the same run, the floor: the same number of rows of the same size inserted into one encrypted table.
"""

import random
import tempfile
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sla_desktop.demo.people import make_people
from sla_desktop.domain.attendance import AttendanceFact
from sla_desktop.domain.ids import EventId, FactId, MemberId, new_id
from sla_desktop.domain.members import Member
from sla_desktop.domain.registrations import registration_id
from sla_desktop.services import exchange
from sla_desktop.storage import projection
from sla_desktop.storage.store import Store, open_store
from tests.benchmarks.material import RAW_KEY
from tests.benchmarks.report import table

BLOCKS, BLOCK, FACTS = 10, 5_000, 4
STARTS = datetime(2026, 11, 24, 9, tzinfo=UTC)


def main() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory(dir=Path.cwd()) as folder:
        home = Path(folder)
        store = open_store(home / "one.sla", secret=RAW_KEY, anchors=home)
        fill(store)
        share = home / "share"
        share.mkdir()
        sent, push = _timed(lambda: exchange.sync(store, str(share)).sent)
        other = open_store(home / "two.sla", secret=RAW_KEY, anchors=home)
        received, pull = _timed(lambda: exchange.sync(other, str(share)).received)
        _, idle = _timed(lambda: exchange.sync(other, str(share)))
        _, rebuild = _timed(lambda: _rebuild(other))
        floor = _floor(home / "floor.sla", received)
        store.close()
        other.close()
    rows = [("work", "changes", "time", "processor time", "changes a second", "times the floor")]
    for name, count, (wall, processor) in (
        ("send", sent, push),
        ("first sync of a new laptop, verified and shown", received, pull),
        ("rebuild all tables", received, rebuild),
        ("floor: as many plain rows into one encrypted table", received, floor),
    ):
        speed, ratio = f"{count / wall:,.0f}", f"{wall / floor[0]:.1f}"
        rows.append((name, f"{count:,}", f"{wall:.1f} s", f"{processor:.1f} s", speed, ratio))
    rows.append(("nothing new", "0", f"{1000 * idle[0]:.0f} ms", f"{1000 * idle[1]:.0f} ms", "", ""))
    table(f"Sync through a folder, {BLOCKS * BLOCK:,} people and {BLOCKS * BLOCK * FACTS:,} facts", rows)


def fill(store: Store) -> None:
    """Put people and their attendance into a store."""
    event = EventId(new_id())
    for block in range(BLOCKS):
        values: list[object] = []
        for one in make_people(BLOCK, random.Random(block)):
            member = MemberId(new_id())
            values.append(Member(member, one.name, one.given, one.family, email=one.email))
            for turn in range(FACTS):
                at = STARTS + timedelta(seconds=len(values), hours=turn)
                key, kind = registration_id(event, member), ("in", "out")[turn % 2]
                values.append(AttendanceFact(FactId(new_id()), event, key, member, kind, at, at, "Desk 1", "scan"))
        with store.change() as tx:
            tx.put(*values)


def _rebuild(store: Store) -> None:
    with store.raw() as connection:
        projection.reproject(connection)


def _floor(path: Path, rows: int) -> tuple[float, float]:
    store = open_store(path, secret=RAW_KEY, anchors=path.parent)
    with store.raw() as connection:
        connection.exec_driver_sql("CREATE TABLE floor (id TEXT PRIMARY KEY, told TEXT, more BLOB) WITHOUT ROWID")

    def insert() -> None:
        for start in range(0, rows, BLOCK):
            cells = [(f"{number:032}", "x" * 250, bytes(100)) for number in range(start, min(rows, start + BLOCK))]
            with store.raw() as connection:
                connection.exec_driver_sql("INSERT INTO floor VALUES (?, ?, ?)", cells)

    _, taken = _timed(insert)
    store.close()
    return taken


def _timed(work):
    started, processor = time.perf_counter(), time.process_time()
    found = work()
    return found, (time.perf_counter() - started, time.process_time() - processor)
