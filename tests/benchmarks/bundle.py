"""A bundle of a large team's records: 50,000 people and 200,000 attendance facts, written and read."""

import os
import tempfile
import time
from pathlib import Path

from sla_desktop.domain.team import Device, device_id
from sla_desktop.services import bundles
from sla_desktop.storage import log, meta
from sla_desktop.storage.store import Store, open_store
from sla_desktop.sync import peers
from sla_desktop.sync.exchange import seal
from tests.benchmarks.material import RAW_KEY
from tests.benchmarks.report import table
from tests.benchmarks.sync import fill


def main() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        os.environ["XDG_STATE_HOME"] = folder
        office, desk = (open_store(home / f"{name}.sla", secret=RAW_KEY) for name in ("office", "desk"))
        _know(office, desk)
        _know(desk, office)
        fill(office)
        changes = _changes(office)
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


def _changes(store: Store) -> int:
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
