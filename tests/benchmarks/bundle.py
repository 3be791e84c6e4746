"""A bundle of a large team's records: 50,000 people and 200,000 attendance facts, written and read."""

import os
import random
import tempfile
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sla_desktop.demo.people import make_people
from sla_desktop.domain.attendance import AttendanceFact
from sla_desktop.domain.ids import EventId, MemberId, new_id
from sla_desktop.domain.members import Member
from sla_desktop.domain.registrations import registration_id
from sla_desktop.domain.team import Device, device_id
from sla_desktop.services import bundles
from sla_desktop.storage import log, meta
from sla_desktop.storage.store import Store, open_store
from sla_desktop.sync import peers
from sla_desktop.sync.exchange import seal
from tests.benchmarks.material import RAW_KEY
from tests.benchmarks.report import table

BLOCKS, BLOCK, FACTS = 10, 5_000, 4
STARTS = datetime(2026, 11, 24, 9, tzinfo=UTC)


def main() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        os.environ["XDG_STATE_HOME"] = folder
        office, desk = (open_store(home / f"{name}.sla", secret=RAW_KEY) for name in ("office", "desk"))
        _know(office, desk)
        _know(desk, office)
        changes = _fill(office)
        started = time.perf_counter()
        written = bundles.write_bundle(office, home / "team.slab")
        out = time.perf_counter() - started
        started = time.perf_counter()
        read = bundles.read_bundle(desk, home / "team.slab")
        back = time.perf_counter() - started
        started = time.perf_counter()
        bundles.read_bundle(desk, home / "team.slab")
        again = time.perf_counter() - started
        office.close()
        desk.close()
    rows = [("work", "changes", "time", "size")]
    rows.append(("write", f"{changes:,}", f"{out:.1f} s", f"{written.size / 1e6:.1f} MB"))
    rows.append(("read, verified and shown", f"{read.received:,}", f"{back:.1f} s", ""))
    rows.append(("read again", "0", f"{again:.1f} s", ""))
    table("A bundle of 50,000 people and 200,000 facts", rows)


def _fill(store: Store) -> int:
    event = EventId(new_id())
    for block in range(BLOCKS):
        values: list[object] = []
        for one in make_people(BLOCK, random.Random(block)):
            member = MemberId(new_id())
            values.append(Member(member, one.name, one.given, one.family, email=one.email))
            for turn in range(FACTS):
                at = STARTS + timedelta(seconds=len(values), hours=turn)
                kind = ("in", "out")[turn % 2]
                key = registration_id(event, member)
                values.append(
                    AttendanceFact(new_id(), event, key, member, kind, at, at, desk="Desk 1", source="scan")
                )
        with store.change() as tx:
            tx.put(*values)
    seal(store)
    with store.read() as connection:
        return sum(head.seq for head in log.heads(connection).values())


def _know(store: Store, other: Store) -> None:
    with other.read() as connection:
        exchange_key = meta.known(connection, "exchange_key")
    key = other.public_key
    with store.raw() as connection:
        peers.pair(connection, Device(device_id(key), other.path.stem, key.hex(), exchange_key))


if __name__ == "__main__":
    main()
