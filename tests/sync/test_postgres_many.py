"""Many laptops at once on a shared database, and a database that was put back to yesterday."""

import hashlib
import os
import random
import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing

import psycopg
import pytest

from sla_desktop.domain.errors import SlaError
from sla_desktop.domain.ids import natural_id, new_id
from sla_desktop.domain.members import Member, new_member
from sla_desktop.domain.team import device_id
from sla_desktop.services import exchange
from sla_desktop.storage import query
from sla_desktop.sync.postgres import Postgres
from tests.cluster import fresh_database
from tests.sync.records import Desk, change

EVENT = natural_id("test", "event")
WRITERS, EACH = 8, 25


@pytest.fixture
def ready(share):
    """A share that was set up."""
    exchange.share_init(share)
    return share


def tables(url):
    """What a share shows of rooms, its conflicts and its log."""
    with psycopg.connect(url) as connection:
        return [
            connection.execute(text).fetchall()
            for text in (
                "SELECT id, name, capacity FROM app.room ORDER BY id",
                "SELECT eid, field, leaves::text FROM sync.conflict ORDER BY eid, field",
            )
        ]


def edits(desk, rooms, seed):
    """Single edits of a few rooms that everybody edits at once, without seeing one another's."""
    rng = random.Random(seed)
    for number in range(EACH):
        sets = {rng.choice(["name", "capacity"]): None}
        sets = {name: f"{seed}/{number}" if name == "name" else rng.randint(1, 9) for name in sets}
        yield desk.write(EVENT, change("room", rng.choice(rooms), sets, hlc=rng.randint(1, 50)))


def test_eight_desks_at_once_leave_the_tables_that_a_replay_makes(ready):
    rooms = [new_id() for _ in range(3)]
    made = [change("room", room, {"event_id": str(EVENT), "name": "Hall"}, kind="C", hlc=0) for room in rooms]
    with closing(Postgres(ready)) as carrier:
        carrier.append([Desk().write(EVENT, *made)])
    start = threading.Barrier(WRITERS)

    def work(seed):
        batches = list(edits(Desk(), rooms, seed))
        with closing(Postgres(ready)) as carrier:
            start.wait()
            for batch in batches:
                carrier.append([batch])
            return carrier.faults

    with ThreadPoolExecutor(WRITERS) as pool:
        assert list(pool.map(work, range(WRITERS))) == [[]] * WRITERS
    at_once = tables(ready)
    assert at_once[1], "edits that nobody saw are conflicts"
    with psycopg.connect(ready) as connection:
        assert connection.execute("SELECT count(*) FROM sync.change").fetchone() == (WRITERS * EACH + 3,)
        connection.execute("SELECT sync.reproject()")
    assert tables(ready) == at_once


def test_who_looks_while_others_write_misses_nothing(ready):
    rooms = [new_id()]
    done = threading.Event()

    def write(seed):
        with closing(Postgres(ready)) as carrier:
            for batch in edits(Desk(), rooms, seed):
                carrier.append([batch])

    def look():
        have, seen = {}, 0
        with closing(Postgres(ready)) as carrier:
            while True:
                last = done.is_set()
                for batch in carrier.pull(have).batches:
                    before = have.get(batch.name)
                    assert (batch.after, batch.previous) == (
                        (before.seq, before.hash) if before else (0, batch.stream.genesis)
                    )
                    have[batch.name] = batch.head
                    seen += len(batch.rows)
                if last:
                    return seen

    with ThreadPoolExecutor(6) as pool:
        looking = [pool.submit(look) for _ in range(2)]
        for one in [pool.submit(write, seed) for seed in range(4)]:
            one.result()
        done.set()
        assert [one.result() for one in looking] == [4 * EACH, 4 * EACH]


def test_two_laptops_that_write_to_two_events_the_other_way_round_do_not_block_each_other(ready):
    start = threading.Barrier(2)
    other = natural_id("test", "other")

    def work(scopes):
        desk = Desk()
        with closing(Postgres(ready)) as carrier:
            start.wait()
            for number in range(20):
                sets = {"event_id": str(EVENT), "name": str(number)}
                carrier.append([desk.write(scope, change("room", new_id(), sets, kind="C")) for scope in scopes])

    with ThreadPoolExecutor(2) as pool:
        list(pool.map(work, [(EVENT, other), (other, EVENT)]))
    with psycopg.connect(ready) as connection:
        assert connection.execute("SELECT count(*) FROM app.room").fetchone() == (80,)


def test_a_share_put_back_to_yesterday_is_filled_again_by_the_laptops(ready, store, open_laptop):
    def put(*values):
        with store.change() as tx:
            tx.put(*values)

    put(new_member("Yesterday"))
    exchange.sync(store, ready)
    address, _, name = ready.rpartition("/")
    with psycopg.connect(f"{address}/postgres", autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}_yesterday TEMPLATE {name}")
    put(new_member("Today"))
    exchange.sync(store, ready)
    with psycopg.connect(f"{address}/postgres", autocommit=True) as connection:
        connection.execute(f"DROP DATABASE {name} WITH (FORCE)")
        connection.execute(f"ALTER DATABASE {name}_yesterday RENAME TO {name}")
    assert exchange.sync(store, ready).complete
    other = open_laptop("other")
    exchange.sync(other, ready)
    with other.read() as connection:
        assert {one.full_name for one in query.find(connection, Member)} == {"Yesterday", "Today"}


def test_a_connection_that_breaks_leaves_nothing_half_done(ready):
    desk = Desk()
    sets = {"event_id": str(EVENT), "name": "Hall"}
    batch = desk.write(EVENT, *(change("room", new_id(), sets, kind="C") for _ in range(50)))
    with closing(Postgres(ready)) as carrier:
        with psycopg.connect(ready, autocommit=True) as owner:
            owner.execute("SELECT pg_terminate_backend(%s)", (carrier._connection.info.backend_pid,))
        with pytest.raises(SlaError, match="cannot be reached"):
            carrier.append([batch])
    with closing(Postgres(ready)) as carrier:
        carrier.append([batch])
        carrier.append([batch])
    with psycopg.connect(ready) as connection:
        assert connection.execute("SELECT count(*) FROM app.room").fetchone() == (50,)


def test_news_of_others_wakes_who_waits_and_ones_own_does_not(ready):
    one, other = Desk(), Desk()
    sets = {"event_id": str(EVENT), "name": "Hall"}
    with closing(Postgres(ready)) as carrier, closing(Postgres(ready)) as theirs:
        carrier.append([one.write(EVENT, change("room", new_id(), sets, kind="C"))])
        carrier.pull({})
        assert not carrier.wait(0.05)
        carrier.append([one.write(EVENT, change("room", new_id(), sets, kind="C"))])
        assert not carrier.wait(0.05)
        theirs.append([other.write(EVENT, change("room", new_id(), sets, kind="C"))])
        assert carrier.wait(10)


def test_records_that_a_database_cannot_keep_hold_nobody_up(ready):
    desk, other = Desk(), Desk()
    bad = desk.write(EVENT, change("room\0", new_id(), {"name": "x"}, kind="C"))
    good = other.write(EVENT, change("room", new_id(), {"event_id": str(EVENT), "name": "Hall"}, kind="C"))
    with closing(Postgres(ready)) as carrier:
        carrier.append([bad, good])
        assert "cannot keep" in carrier.faults[0]
        assert carrier.hash_at(good.name, 1) == good.head.hash


def test_names_of_laptops_are_made_as_laptops_make_them(ready):
    with psycopg.connect(ready) as connection:
        for key in (bytes(32), os.urandom(32), os.urandom(32)):
            assert connection.execute("SELECT sync.device_id(%s)", (key,)).fetchone() == (device_id(key),)
        for text in (b"", b"abc", b"a" * 119, b"a" * 64):
            assert connection.execute("SELECT sync.sha1(%s)", (text,)).fetchone() == (hashlib.sha1(text).digest(),)


def test_two_administrators_may_set_up_at_once(postgres):
    url = fresh_database(postgres)
    with ThreadPoolExecutor(2) as pool:
        list(pool.map(exchange.share_init, [url, url]))
    with closing(Postgres(url)) as carrier:
        assert carrier.pull({}).heads == {}
