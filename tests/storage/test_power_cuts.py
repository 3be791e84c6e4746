"""Check-ins survive a power cut at any moment: what was acknowledged is there, and the file is whole.

The model of the disk: what was written and synced stays; of what was written since, each sector of 512 bytes may or
may not have reached the disk. Check-ins are recorded from a real store and replayed on that disk with its settings.
"""

import random
from pathlib import Path

import apsw
import pytest
from sqlalchemy import Engine, event

from sla_desktop.services import attendance
from sla_desktop.storage.database import PRAGMAS

SECTOR, CUTS, SCANS = 512, 150, 12


class Disk(apsw.VFS):
    """A disk that forgets sectors which were not synced when the power goes."""

    def __init__(self):
        self.durable, self.volatile, self.left = {}, {}, None
        super().__init__("cut", "")

    def xOpen(self, name, flags):
        return File(self, name, flags)

    def step(self):
        """One place at which the power may go."""
        if self.left is not None:
            self.left -= 1
            if self.left < 0:
                raise PowerCut

    def survivors(self, rng, folder):
        """Write what is left of the files into a folder."""
        for name, base in self.durable.items():
            kept = bytearray(base)
            for offset, data in self.volatile.get(name, []):
                if rng.random() < 0.5:
                    kept.extend(bytes(max(0, offset + len(data) - len(kept))))
                    kept[offset : offset + len(data)] = data
            (folder / Path(name).name).write_bytes(kept)


class PowerCut(Exception):
    """The power went."""


class File(apsw.VFSFile):
    """A file on that disk."""

    def __init__(self, disk, name, flags):
        self.disk, self.name = disk, name.filename() if isinstance(name, apsw.URIFilename) else name
        super().__init__("", name, flags)
        if self.name:
            disk.durable.setdefault(self.name, Path(self.name).read_bytes() if Path(self.name).exists() else b"")

    def xWrite(self, data, offset):
        self.disk.step()
        super().xWrite(data, offset)
        pieces = self.disk.volatile.setdefault(self.name, [])
        pieces += [(offset + at, data[at : at + SECTOR]) for at in range(0, len(data), SECTOR)]

    def xSync(self, flags):
        self.disk.step()
        super().xSync(flags)
        kept = bytearray(self.disk.durable[self.name])
        for offset, data in self.disk.volatile.pop(self.name, []):
            kept.extend(bytes(max(0, offset + len(data) - len(kept))))
            kept[offset : offset + len(data)] = data
        self.disk.durable[self.name] = bytes(kept)

    def xTruncate(self, size):
        super().xTruncate(size)
        self.disk.durable[self.name] = self.disk.durable[self.name][:size]
        self.disk.volatile[self.name] = [one for one in self.disk.volatile.get(self.name, []) if one[0] < size]


@pytest.fixture
def recorded(store, event_day, tmp_path):
    """A plain copy of a store before some check-ins, and each check-in as the statements that it ran."""
    plain = tmp_path / "plain.sqlite"
    with store.beside(plain) as connection:
        connection.exec_driver_sql("SELECT sqlcipher_export('copy')")
    scans, statements = [], []

    def note(connection, cursor, statement, parameters, context, many):
        statements.append((statement, parameters, many))

    def begin(connection):
        statements.append(("BEGIN IMMEDIATE", (), False))

    event.listen(Engine, "before_cursor_execute", note)
    event.listen(Engine, "begin", begin)
    for person in event_day.people[:SCANS]:
        statements.clear()
        verdict = attendance.check_in(store, event_day.id, person.id, desk="Desk 1", source="scan")
        scans.append((verdict.fact_id, list(statements)))
    event.remove(Engine, "before_cursor_execute", note)
    event.remove(Engine, "begin", begin)
    return plain, scans


@pytest.fixture
def event_day(store, event, register):
    """An event with people."""

    class Day:
        id = event.id
        people = register(store, event.id, *(f"P{n},Person{n},p{n}@x.org,Oxleas" for n in range(SCANS)))

    return Day


def cut(seed, plain, scans, folder, pragmas):
    """Replay check-ins until the power goes; how many were acknowledged, and of those how many are missing."""
    rng = random.Random(seed)
    day, after = folder / f"{seed}-day", folder / f"{seed}-after"
    day.mkdir()
    after.mkdir()
    (day / "day.sqlite").write_bytes(plain.read_bytes())
    disk = Disk()
    acknowledged = []
    connection = apsw.Connection(str(day / "day.sqlite"), vfs="cut")
    connection.execute("PRAGMA locking_mode = EXCLUSIVE")
    for pragma in pragmas:
        connection.execute(f"PRAGMA {pragma}")
    disk.left = rng.randint(0, 12 * SCANS)
    try:
        for fact, statements in scans:
            for statement, parameters, many in statements:
                connection.executemany(statement, parameters) if many else connection.execute(statement, parameters)
            connection.execute("COMMIT")
            acknowledged.append(fact)
    except (PowerCut, apsw.Error):
        pass
    disk.left = None
    disk.survivors(rng, after)
    connection.close()
    disk.unregister()
    left = apsw.Connection(str(after / "day.sqlite"))
    assert left.execute("PRAGMA integrity_check").get == "ok"
    kept = {row[0] for row in left.execute("SELECT id FROM attendance")}
    assert len(kept) == left.execute("SELECT count(*) FROM change WHERE entity = 'attendance'").get
    left.close()
    return len(acknowledged), sum(fact.hex not in kept for fact in acknowledged)


def test_no_acknowledged_check_in_is_missing_after_a_power_cut(recorded, tmp_path):
    told = [cut(seed, *recorded, tmp_path, PRAGMAS) for seed in range(CUTS)]
    assert sum(acknowledged for acknowledged, _ in told) > CUTS
    assert sum(missing for _, missing in told) == 0


def test_the_model_notices_a_disk_that_is_not_waited_for(recorded, tmp_path):
    careless = [one.replace("synchronous = FULL", "synchronous = NORMAL") for one in PRAGMAS]
    told = [cut(seed, *recorded, tmp_path, careless) for seed in range(20)]
    assert sum(missing for _, missing in told) > 0


@pytest.mark.slow
def test_two_thousand_power_cuts(recorded, tmp_path):
    assert sum(cut(seed, *recorded, tmp_path, PRAGMAS)[1] for seed in range(2000)) == 0
