"""One schedule from its seed to the verdict."""

import shutil
import tempfile
from collections import Counter
from pathlib import Path

from sqlalchemy import select

from sla_desktop.storage import projection, schema
from sla_desktop.storage.entities import BY_NAME
from sla_desktop.storage.store import open_store
from tests.simulation.world import RAW_KEY, World

FAST = "/dev/shm" if Path("/dev/shm").is_dir() else None


def templates(folder):
    """Empty data files to copy, one for each laptop and one for the share; making keys takes long."""
    paths = [folder / f"template-{number}.sla" for number in range(5)]
    for path in paths:
        open_store(path, secret=RAW_KEY, anchors=folder / "anchors").close()
    return paths


def play(seed, empty, hub, *, kills=False, longest=26):
    """Play a schedule and check everything that must hold; what happened, in numbers."""
    folder = Path(tempfile.mkdtemp(prefix="sla-sim-", dir=FAST))
    world = World(seed, folder, empty, hub, revocations=seed % 7 == 0, kills=kills)
    try:
        world.run(world.rng.randint(8, longest))
        world.settle()
        check(world)
    finally:
        world.close()
        shutil.rmtree(folder, ignore_errors=True)
    return Counter(world.tally) + Counter({"schedules": 1, "crashes": world.crashes.count})


def check(world):
    """Raise AssertionError unless every laptop has everything, shows the same, and shows what it must."""
    first, *others = world.laptops
    everything, tables = first.cids(), first.tables()
    for other in others:
        assert other.cids() == everything, "logs differ"
        assert_same(other.tables(), tables, "tables differ")
    assert world.hub.cids() >= everything, "the share lacks something"
    assert world.acked <= everything, "an acknowledged change is lost"
    if hasattr(world.hub, "tables"):
        shared = world.hub.tables()
        assert_same(shared, {name: tables[name] for name in shared}, "the share's tables differ")
    _check_conflicts(world, first, everything)
    _check_erased(world, first)
    _check_expired(world, first)
    with first.store.raw() as connection:
        projection.reproject(connection)
    assert_same(first.tables(), tables, "incremental and replay differ")


def _check_conflicts(world, laptop, everything):
    if world.revocations:
        return
    with laptop.store.read() as connection:
        rows = connection.execute(select(schema.conflict)).all()
        erased = set(connection.execute(select(schema.erased.c.subject)).scalars())
        entity_of = dict(connection.execute(select(schema.change.c.eid, schema.change.c.entity)).all())
    found = {(row.eid, row.field): sorted({repr(value) for _, value in row.leaves}) for row in rows}
    expected = {
        (eid, field): values
        for (eid, field), values in world.oracle.conflicts(everything - _expired(world, laptop).keys()).items()
        if not _gone(world, eid, field, erased, entity_of) and entity_of.get(eid) != "device"
    }
    found = {key: values for key, values in found.items() if entity_of[key[0]] != "device"}
    assert found == expected, "conflicts differ from the oracle's"


def _gone(world, eid, field, erased, entity_of):
    return world.subjects.get(eid) in erased and field not in BY_NAME[entity_of[eid]].kept


def _check_erased(world, laptop):
    with laptop.store.read() as connection:
        erased = set(connection.execute(select(schema.erased.c.subject)).scalars())
    secrets = [token for member, tokens in world.names.items() if member in erased for token in tokens]
    texts = [text for one in (*world.laptops, world.hub) for text in one.payloads()]
    assert not [token for token in secrets for text in texts if token in text], "a text of an erased person is left"


def _expired(world, laptop):
    """The changes that orders which were not lost name, with the texts they had."""
    with laptop.store.read() as connection:
        known = set(connection.execute(select(schema.change.c.eid).distinct()).scalars())
    return {cid: text for order, found in world.expired.items() if order in known for cid, text in found.items()}


def _check_expired(world, laptop):
    gone = _expired(world, laptop)
    for one in world.laptops:
        with one.store.read() as connection:
            left = select(schema.change.c.cid).where(schema.change.c.payload.is_not(None))
            assert not gone.keys() & set(connection.execute(left).scalars()), "what was kept long enough is left"
    texts = set(world.hub.payloads())
    assert not [text for text in gone.values() if "person-" in text and text in texts], "the share kept it too long"


def assert_same(found, wanted, words):
    """Raise AssertionError naming the first rows that differ."""
    for name, rows in wanted.items():
        if found[name] != rows:
            raise AssertionError(f"{words} in {name}: {set(found[name]) ^ set(rows)}")
