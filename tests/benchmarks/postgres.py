"""A shared PostgreSQL: sending much, sending one change, and eight desks at once; beside plain ways to write rows."""

import itertools
import tempfile
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

import psycopg
from sqlalchemy import create_engine
from sqlalchemy.orm import Session, registry

from sla_desktop.domain.attendance import AttendanceFact
from sla_desktop.domain.events import Event
from sla_desktop.domain.ids import EventId, FactId, MemberId, RegistrationId, new_id
from sla_desktop.domain.members import Member, new_member
from sla_desktop.domain.registrations import Registration, registration_id, ticket_code
from sla_desktop.services import exchange
from sla_desktop.storage import log, query, schema
from sla_desktop.storage.cells import value_from_json
from sla_desktop.storage.entities import BY_NAME
from sla_desktop.storage.store import open_store
from sla_desktop.sync import database
from sla_desktop.sync.exchange import seal
from sla_desktop.sync.postgres import Postgres
from tests.benchmarks.material import RAW_KEY
from tests.benchmarks.report import quantile, table
from tests.cluster import cluster, fresh_database

CHANGES, EDITS = 100_000, 25_000
SAMPLE = 1_000
SINGLES, DESKS, EACH = 300, 8, 60


def main() -> None:
    """Measure and print."""
    with cluster() as address, tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        store, event = _store(home)
        batches = _batches(store)
        rows = [row for batch in batches for row in batch.rows]
        _bulk(address, batches, rows)
        share = fresh_database(address)
        exchange.share_init(share)
        exchange.sync(store, share)
        _singles(share, store, home)
        _desks(share, event, home)
        store.close()


def _store(home):
    """A store whose log has 100,000 changes, a quarter of them edits of people and their places."""
    store, event = open_store(home / "one.sla", secret=RAW_KEY), new_event()
    people, places, facts = [], [], []
    for number in range((CHANGES - EDITS) // 4):
        person = new_member(f"Person {number}", given="Person", family=str(number), email=f"p{number}@example.org")
        key, now = registration_id(event.id, person.id), datetime.now(UTC)
        people.append(person)
        places.append(Registration(key, event.id, person.id, code=ticket_code(key), source="bench", note="Vegan"))
        facts.append(_arrival(event, key, person.id, now))
    with store.change() as tx:
        tx.put(event, *people, *places, *facts)
    half = EDITS // 2
    with store.change() as tx:
        tx.put(*(replace(one, email=f"new.{one.email}") for one in people[:half]))
        tx.put(*(replace(one, note="Vegetarian") for one in places[:half]))
    return store, event


def new_event():
    """An event of one day."""
    start, end = datetime(2026, 11, 24, 9, tzinfo=UTC), datetime(2026, 11, 24, 16, tzinfo=UTC)
    return Event(EventId(new_id()), "Large community day", start, end)


def _arrival(event, place, person, at):
    return AttendanceFact(FactId(new_id()), event.id, place, person, "in", at, at, "Desk", "scan")


def _batches(store):
    batches = []
    for name, head in sorted(seal(store).items(), key=lambda pair: database.order(pair[0])):
        after, previous = database.place(head, None)
        while after < head.seq:
            with store.read() as connection:
                batch = database.read(connection, head.stream, after, previous)
            batches.append(batch)
            after, previous = batch.head.seq, batch.head.hash
        assert name == head.name
    return batches


def _bulk(address, batches, rows):
    edits = sum('"p":{"' in (row.payload or "") for row in rows)
    ours = _timed(lambda: _push(address, batches))
    native = [_native(row) for row in rows]
    copy = _timed(lambda: _copy(address, native))
    some = {row.eid for row in rows[:: len(rows) // SAMPLE]}
    sample = [row for row in rows if row.eid in some]
    orm = _timed(lambda: _merge(address, sample)) * len(rows) / len(sample)
    found = [("way", "rows", "time", "rows a second", "times the slowest")]
    for name, seconds in (
        ("rows checked, chained, merged and projected", ours),
        (f"object by object with a commit each (from {len(sample):,} rows)", orm),
        ("bare COPY into one table without an index", copy),
    ):
        found.append(
            (name, f"{len(rows):,}", f"{seconds:.1f} s", f"{len(rows) / seconds:,.0f}", f"{orm / seconds:.1f}")
        )
    table(f"Sending {len(rows):,} changes, {edits / len(rows):.0%} of them edits, to PostgreSQL", found)


def _push(address, batches):
    share = fresh_database(address)
    exchange.share_init(share)
    with closing(Postgres(share)) as carrier:
        for batch in batches:
            carrier.append([batch])
        assert not carrier.faults
    with psycopg.connect(share) as connection:
        assert connection.execute("SELECT count(*) FROM app.member").fetchone()[0] > 10_000


def _native(row):
    """A row with its ids as psycopg copies them."""
    subject = UUID(row.subject) if row.subject else None
    return row._replace(cid=UUID(row.cid), eid=UUID(row.eid), subject=subject)


def _copy(address, rows):
    share = fresh_database(address)
    columns = ", ".join(log.Change._fields)
    with psycopg.connect(share) as connection:
        connection.execute(
            "CREATE TABLE change (seq bigint, cid uuid, hlc bigint, wall_ms bigint, kind text, entity text, "
            "eid uuid, subject uuid, sv smallint, salt bytea, payload text, digest bytea, hash bytea)"
        )
        kinds = [
            "int8",
            "uuid",
            "int8",
            "int8",
            "text",
            "text",
            "uuid",
            "uuid",
            "int2",
            "bytea",
            "text",
            "bytea",
            "bytea",
        ]
        with connection.cursor().copy(f"COPY change ({columns}) FROM STDIN (FORMAT BINARY)") as copy:
            copy.set_types(kinds)
            for row in rows:
                copy.write_row(row)


def _merge(address, rows):
    """What a program does that keeps no log: one object, one merge, one commit."""
    engine = create_engine(fresh_database(address).replace("postgresql:", "postgresql+psycopg:"))
    mapped = registry()
    kinds = {}
    for name, one in schema.TABLES.items():
        kinds[name] = type(name, (), {})
        mapped.map_imperatively(kinds[name], one)
    schema.METADATA.create_all(engine)
    for row in rows:
        entity = BY_NAME[row.entity]
        with Session(engine) as session:
            found = kinds[row.entity]()
            found.id = UUID(row.eid)
            for name, value in row.edit().sets.items():
                setattr(found, name, value_from_json(entity.by_name[name], value))
            session.merge(found)
            session.commit()
    mapped.dispose()
    engine.dispose()


def _singles(share, store, home):
    """One changed name to the share and from there to another desk, beside the shortest question there is."""
    other = open_store(home / "two.sla", secret=RAW_KEY)
    with closing(Postgres(share)) as carrier, closing(Postgres(share)) as theirs, _plain(share) as plain:
        exchange.sync(other, share)
        with store.read() as connection:
            people = query.find(connection, Member)[:SINGLES]
        times = {
            "send one change": [],
            "receive one change": [],
            "nothing new": [],
            "one row, plain": [],
            "SELECT 1": [],
        }
        for number, one in enumerate(people):
            known = seal(store)
            with store.change() as tx:
                tx.put(replace(one, known_as=f"Known {number}"))
            (batch,) = _ahead(store, known)
            times["send one change"].append(_timed(lambda batch=batch: carrier.append([batch])))
            times["receive one change"].append(_timed(lambda known=known: theirs.pull(known)))
            now = seal(store)
            times["nothing new"].append(_timed(lambda now=now: theirs.pull(now)))
            times["one row, plain"].append(_timed(lambda: plain.execute("INSERT INTO plain VALUES (1)")))
            times["SELECT 1"].append(_timed(lambda: plain.execute("SELECT 1").fetchone()))
    other.close()
    rows = [("what", "p50", "p99")]
    rows += [
        (name, f"{quantile(t, 0.5) * 1e3:.1f} ms", f"{quantile(t, 0.99) * 1e3:.1f} ms") for name, t in times.items()
    ]
    table(f"One change at a time, a share of {CHANGES:,} changes", rows)


def _plain(share):
    """A connection as an ordinary program has it, and a table to write to: what the disk and the way there take."""
    connection = psycopg.connect(share, autocommit=True)
    connection.execute("CREATE TABLE plain (value integer)")
    return connection


def _ahead(store, known):
    for name, head in seal(store).items():
        after, previous = database.place(head, known.get(name))
        if head.seq > after:
            with store.read() as connection:
                yield database.read(connection, head.stream, after, previous)


def _desks(share, event, home):
    """Eight desks that each send their check-ins one by one into the same event."""
    prepared = [_check_ins(home / f"desk{number}.sla", event) for number in range(DESKS)]
    start = threading.Barrier(DESKS + 1)

    def send(batches):
        with closing(Postgres(share)) as carrier:
            start.wait()
            for batch in batches:
                carrier.append([batch])

    with ThreadPoolExecutor(DESKS) as pool:
        work = [pool.submit(send, batches) for batches in prepared]
        start.wait()
        seconds = _timed(lambda: [one.result() for one in work])
    sent = DESKS * EACH
    rows = [
        ("desks", "check-ins", "time", "a second"),
        (str(DESKS), str(sent), f"{seconds:.1f} s", f"{sent / seconds:,.0f}"),
    ]
    table("Single changes of many desks into one event", rows)


def _check_ins(path, event):
    store = open_store(path, secret=RAW_KEY)
    batches = []
    for _ in range(EACH):
        known = seal(store)
        with store.change() as tx:
            tx.put(_arrival(event, RegistrationId(new_id()), MemberId(new_id()), datetime.now(UTC)))
        batches += list(itertools.islice(_ahead(store, known), 1))
    store.close()
    return batches


def _timed(work):
    started = time.perf_counter()
    work()
    return time.perf_counter() - started
