"""The tables of a shared database are those that a laptop folds from the same records, in whatever order."""

import random
from contextlib import closing
from dataclasses import dataclass
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine, create_engine, select

from sla_desktop.domain.ids import natural_id, new_id
from sla_desktop.services import exchange
from sla_desktop.storage import projection, schema
from sla_desktop.storage.entities import CONTROL, DIRECTORY
from sla_desktop.storage.store import Store, open_store
from sla_desktop.sync.carrier import Batch
from sla_desktop.sync.exchange import take_in
from sla_desktop.sync.postgres import Postgres
from tests.cluster import fresh_database
from tests.conftest import RAW_KEY
from tests.sync.records import Desk, change, erasure, lead

EVENT = natural_id("test", "event")


@dataclass
class World:
    """One laptop and one share that get the same records, and the desks that write them."""

    store: Store
    engine: Engine
    carrier: Postgres
    office: Desk
    desks: list[Desk]

    def both(self, batch: Batch) -> None:
        take_in(self.store, batch)
        self.carrier.append([batch])

    def laptop(self, eids):
        """The laptop's rows of some entities, and what it has in doubt."""
        with self.store.read() as connection:
            return _rows(connection, eids), _doubts(connection, eids)

    def share(self, eids):
        """The same of the share."""
        with self.engine.connect() as connection:
            connection.exec_driver_sql("SET search_path = app")
            rows = _rows(connection, eids)
            connection.exec_driver_sql("SET search_path = sync")
            return rows, _doubts(connection, eids)


def _rows(connection, eids):
    found = {}
    for name, table in schema.TABLES.items():
        rows = connection.execute(select(table).where(table.c.id.in_(eids)).order_by(table.c.id)).mappings()
        found[name] = [dict(row) for row in rows]
    return found


def _doubts(connection, eids):
    conflict, parked = schema.conflict, schema.parked
    rows = connection.execute(select(conflict).where(conflict.c.eid.in_(eids)))
    conflicts = sorted([row.eid, row.field, row.entity, row.leaves] for row in rows)
    rows = connection.execute(select(parked.c.cid, parked.c.eid, parked.c.entity).where(parked.c.eid.in_(eids)))
    return conflicts, sorted(map(tuple, rows))


@pytest.fixture(scope="module")
def world(postgres, tmp_path_factory):
    """A laptop, a share and four desks, one of which leads."""
    url = fresh_database(postgres)
    exchange.share_init(url)
    store = open_store(tmp_path_factory.mktemp("merge") / "laptop.sla", secret=RAW_KEY)
    with closing(Postgres(url)) as carrier:
        engine = create_engine(url.replace("postgresql:", "postgresql+psycopg:"))
        made = World(store, engine, carrier, Desk(), [Desk(), Desk(), Desk()])
        made.both(made.office.write(CONTROL, lead(made.office)))
        yield made
        engine.dispose()
    store.close()


VALUES = {
    "full_name": st.sampled_from(["Ama", "Amma", "Siân O’Neill", "李", "", 'a\\b "c"', 7, None]),
    "known_as": st.sampled_from(["A", "B", None]),
    "status": st.sampled_from(["registered", "cancelled", "waiting"]),
    "registered_at": st.sampled_from(["2026-11-24T09:00:00.000001+00:00", "2026-02-30T09:00:00.000000+00:00", None]),
    "imported": st.sampled_from([{"Diet": "Vegan"}, {"Diet": "None", "n": [1, 2.5, True]}, {}, [1]]),
    "note": st.sampled_from(["x", "y"]),
    "of_the_future": st.sampled_from([1, "1", {"a": [1]}]),
}
OPERATIONS = st.lists(
    st.fixed_dictionaries(
        {
            "desk": st.integers(0, 2),
            "what": st.sampled_from(["member", "registration"]),
            "astray": st.sampled_from([None] * 7 + [CONTROL, DIRECTORY, EVENT]),
            "kind": st.sampled_from("CUU"),
            "hlc": st.integers(1, 4),
            "sets": st.dictionaries(st.sampled_from(sorted(VALUES)), st.none(), max_size=4).flatmap(
                lambda keys: st.fixed_dictionaries({key: VALUES[key] for key in keys})
            ),
            "sees": st.lists(st.integers(0, 7), max_size=4),
            "same_batch": st.booleans(),
        }
    ),
    min_size=1,
    max_size=10,
)


@given(OPERATIONS, st.integers(0, 999), st.sampled_from([None, "first", "last"]))
@settings(max_examples=80)
def test_a_share_shows_what_a_laptop_shows(world, operations, seed, erased):
    member, registration = new_id(), new_id()
    batches = _written(world, operations, member, registration)
    order = world.office.write(CONTROL, erasure(member)) if erased else None
    if order and erased == "first":
        world.both(order)
    for batch in batches:
        take_in(world.store, batch)
    for batch in _interleaved(batches, random.Random(seed)):
        world.carrier.append([batch])
    if order and erased == "last":
        world.both(order)
    eids = [member, registration]
    assert world.share(eids) == world.laptop(eids)
    assert world.carrier.faults == []


def _written(world, operations, member, registration):
    """The batches of some operations; an edit replaces the values of some changes made before it."""
    batches, past, pending = [], [], {}
    for one in operations:
        is_member = one["what"] == "member"
        eid, scope = (member, DIRECTORY) if is_member else (registration, EVENT)
        scope = one["astray"] or scope
        sets = dict(one["sets"])
        if one["kind"] == "C":
            sets |= {"full_name": "Ama"} if is_member else {"event_id": str(EVENT), "member_id": str(member)}
        seen = [past[at] for at in one["sees"] if at < len(past)]
        replaces = {name: [cid for cid, names in seen if name in names] for name in sets}
        personal = is_member or "note" in sets
        made = change(
            one["what"], eid, sets, kind=one["kind"], replaces=replaces, hlc=one["hlc"] << 16,
            subject=member if personal else None,
        )  # fmt: skip
        past.append((made.cid, set(sets)))
        pending.setdefault((one["desk"], scope), []).append(made)
        if not one["same_batch"]:
            batches += _flushed(world, pending)
    return batches + _flushed(world, pending)


def _flushed(world, pending):
    made = [world.desks[desk].write(scope, *drafts) for (desk, scope), drafts in pending.items()]
    pending.clear()
    return made


def _interleaved(batches, shuffled):
    """Another order in which each stream's batches still follow each other, with some sent twice."""
    queues = {}
    for batch in batches:
        queues.setdefault(batch.name, []).append(batch)
    sent = []
    while queues:
        name = shuffled.choice(sorted(queues))
        sent.append(queues[name].pop(0))
        if not queues[name]:
            del queues[name]
        if shuffled.random() < 0.3:
            sent.append(shuffled.choice(sent))
    return sent


@pytest.mark.parametrize(
    ("entity", "scope", "sets"),
    [
        ("attendance", EVENT, {"kind": "xyz"}),
        ("registration", EVENT, {"status": "no status"}),
        ("certificate", EVENT, {"status": ""}),
        ("event", DIRECTORY, {"title": "Nonsense"}),
        ("event", natural_id("test", "another event"), {"title": "Nonsense"}),
        ("room", CONTROL, {"name": "Hall"}),
        ("member", EVENT, {"full_name": "Ama"}),
        ("device", EVENT, {"name": "Office"}),
    ],
)
def test_what_no_desk_would_write_is_parked_with_a_reason(world, entity, scope, sets):
    eid = new_id()
    world.both(world.desks[0].write(scope, change(entity, eid, sets, kind="C")))
    rows, (_, parked) = world.share([eid])
    assert world.laptop([eid]) == world.share([eid])
    assert not any(rows.values())
    assert [where for _, where, _ in parked] == [eid]
    with world.store.read() as connection:
        told = connection.execute(select(schema.parked.c.reason).where(schema.parked.c.eid == eid)).scalar_one()
        projection.refold(connection, [eid.hex])
    assert "is none of" in told or "do not belong" in told


@pytest.mark.parametrize("again", [False, True])
def test_a_session_that_is_taken_out_of_its_event_is_gone_also_where_others_change_it(world, again):
    eid, times = new_id(), {"starts": "2026-11-24T09:00:00.000000+00:00", "ends": "2026-11-24T10:00:00.000000+00:00"}
    made = change("session", eid, {"event_id": str(EVENT), "title": "Opening", **times}, kind="C")
    removed = change("session", eid, {"event_id": None}, replaces={"event_id": [str(UUID(made.cid))]})
    renamed = change("session", eid, {"title": "Welcome"}, replaces={"title": [str(UUID(made.cid))]})
    for draft in (made, renamed, removed) if again else (made, removed, renamed):
        world.both(world.desks[draft is renamed].write(EVENT, draft))
    assert world.laptop([eid]) == world.share([eid])
    assert not any(world.share([eid])[0].values())


def test_a_look_that_is_about_no_event_may_stand_in_the_directory(world):
    eid = new_id()
    sets = {"what": "register", "at": "2026-11-24T09:00:00.000000+00:00", "desk": "Desk", "about": str(EVENT)}
    world.both(world.desks[0].write(DIRECTORY, change("access", eid, sets, kind="C")))
    assert world.laptop([eid]) == world.share([eid])
    assert world.laptop([eid])[0]["access"]
