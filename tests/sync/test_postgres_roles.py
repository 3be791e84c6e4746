"""Each laptop has a name of its own on a shared database, and can do there what it should and nothing else."""

from contextlib import closing
from uuid import UUID

import psycopg
import pytest
from psycopg import errors

from sla_desktop.domain.errors import SlaError
from sla_desktop.domain.ids import natural_id, new_id
from sla_desktop.domain.team import device_id
from sla_desktop.services import exchange, shares
from sla_desktop.services.people import attendees
from sla_desktop.storage.entities import CONTROL, DIRECTORY
from sla_desktop.sync.carrier import Fork
from sla_desktop.sync.postgres import Postgres
from tests.cluster import fresh_database
from tests.sync.records import Desk, change, erasure, lead

EVENT, OTHER = natural_id("test", "event"), natural_id("test", "other")
TABLES = ("stream", "change", "seal", "conflict", "erased", "parked", "device", "device_scope", "about", "kind")


@pytest.fixture
def ready(share):
    """A share that was set up, with the first laptop's record."""
    exchange.share_init(share)
    office = Desk()
    send(share, office.write(CONTROL, lead(office)))
    return share


@pytest.fixture
def desk_url(ready):
    """The address of a desk that may use everything."""
    return shares.add_device(ready, "Desk 1")


def send(url, *batches):
    """Send batches as one laptop; what the share said against them."""
    with closing(Postgres(url)) as carrier:
        carrier.append(batches)
        return carrier.faults


def one(url, query, *values):
    """The first value of a query's answer."""
    with psycopg.connect(url, autocommit=True) as connection:
        return connection.execute(query, values).fetchone()[0]


def member(desk, name="Ann", **more):
    key = new_id()
    return desk.write(DIRECTORY, change("member", key, {"full_name": name}, kind="C", subject=key, **more))


def room(desk, event, name="Hall", eid=None):
    sets = {"event_id": str(event), "name": name}
    return desk.write(event, change("room", eid or new_id(), sets, kind="C"))


ATTEMPTS = [
    *(f"SELECT * FROM sync.{name}" for name in TABLES),
    *(f"DELETE FROM sync.{name}" for name in TABLES),
    "UPDATE sync.change SET payload = NULL",
    "UPDATE sync.device SET role = 'lead'",
    "INSERT INTO sync.erased VALUES (gen_random_uuid())",
    "INSERT INTO sync.device VALUES ('x', 'x', 'lead', true)",
    "TRUNCATE sync.change",
    "COPY sync.change TO STDOUT",
    "COPY sync.change FROM STDIN",
    "SELECT * FROM app.member",
    "UPDATE app.member SET full_name = 'x'",
    "CREATE TEMP TABLE pg_temp.device (role_name name)",
    "CREATE TABLE public.x ()",
    "CREATE SCHEMA x",
    "CREATE FUNCTION pg_temp.f() RETURNS int LANGUAGE sql AS 'SELECT 1'",
    "SELECT sync.refold('{}')",
    "SELECT sync.fold('member', '{}', NULL)",
    "SELECT sync.put('member', '{}', '{}', '{}')",
    "SELECT sync.erase()",
    "SELECT sync.settle()",
    "SELECT sync.reproject()",
    "SELECT sync.store(NULL, NULL, NULL)",
    "SELECT sync.take(NULL, NULL, NULL)",
    "SELECT sync.hash_here(1, 1)",
    "SELECT sync.who()",
    "SELECT * FROM pg_authid",
    "SELECT pg_read_file('/etc/passwd')",
]


@pytest.mark.parametrize("statement", ATTEMPTS)
@pytest.mark.parametrize("who", ["desk", "lead", "analyst"])
def test_nobody_but_the_owner_gets_at_the_log_or_writes_the_tables(names, who, statement):
    with (
        psycopg.connect(names[who], autocommit=True) as connection,
        pytest.raises((errors.InsufficientPrivilege, errors.ReadOnlySqlTransaction)),
    ):
        connection.execute(statement)


@pytest.fixture(scope="module")
def names(postgres):
    """The addresses of one laptop of each kind and of an analyst, on one share."""
    url = fresh_database(postgres)
    exchange.share_init(url)
    office = Desk()
    send(url, office.write(CONTROL, lead(office)), member(office))
    return {
        "owner": url,
        "desk": shares.add_device(url, "Desk 1"),
        "lead": shares.add_device(url, "Office", lead=True),
        "analyst": shares.add_analyst(url, "Ana"),
    }


def test_an_analyst_reads_the_tables_without_what_is_private(names):
    with psycopg.connect(names["analyst"], autocommit=True) as connection:
        assert connection.execute("SELECT full_name FROM app.member").fetchall() == [("Ann",)]
        assert connection.execute("SELECT * FROM app.room").fetchall() == []
        assert connection.execute("SELECT words FROM app.conflict").fetchall() == []
        for query in ("SELECT email FROM app.member", "SELECT * FROM app.device", "SELECT * FROM app.erasure"):
            with pytest.raises(errors.InsufficientPrivilege):
                connection.execute(query)
        for call in ("sync.hash_at(NULL, NULL, 1)", "sync.pull('{}', '{}', '{}', '{}', 1)", "sync.push('{}', '{}')"):
            with pytest.raises((errors.InsufficientPrivilege, errors.UndefinedFunction)):
                connection.execute(f"SELECT {call}")


def test_conflicts_and_records_that_cannot_be_read_are_told_to_analysts_in_words(ready):
    one_desk, other = Desk(), Desk()
    key = new_id()
    first = change("member", key, {"full_name": "Ama", "email": "a@x.org"}, kind="C", subject=key)
    replaced = {"full_name": [first.cid], "email": [first.cid]}
    said = [{"full_name": name, "email": f"{name}@x.org"} for name in ("Amma", "Amah")]
    edits = [change("member", key, sets, replaces=replaced, subject=key) for sets in said]
    bad = change("member", new_id(), {"full_name": 7}, kind="C")
    assert not send(ready, one_desk.write(DIRECTORY, first), one_desk.write(DIRECTORY, edits[0], bad))
    assert not send(ready, other.write(DIRECTORY, edits[1]))
    with psycopg.connect(shares.add_analyst(ready, "Ana")) as connection:
        ((words,),) = connection.execute("SELECT words FROM app.conflict").fetchall()
        assert words == "The full name of one member was changed on two laptops: “Amah” or “Amma”?"
        ((words,),) = connection.execute("SELECT words FROM app.parked").fetchall()
        assert words == "One record of a member is kept but not shown here: a value is none that its field may have."


def test_the_owner_of_the_share_is_a_laptop_that_leads(ready):
    assert send(ready, Desk().write(CONTROL, erasure(new_id()))) == []


def test_a_revoked_laptop_reads_and_writes_nothing_from_its_next_statement_on(ready, desk_url):
    desk = Desk()
    with closing(Postgres(desk_url)) as carrier:
        carrier.append([member(desk)])
        name, head = (desk.writer, DIRECTORY), desk.heads[DIRECTORY]
        with psycopg.connect(ready, autocommit=True) as connection:
            connection.execute("UPDATE sync.device SET revoked = '2026-11-24T12:00Z'")
        for statement in (
            lambda: carrier.pull({}),
            lambda: carrier.append([member(desk)]),
            lambda: carrier.hash_at(name, head.seq),
        ):
            with pytest.raises(SlaError, match=r"taken off the share .* on 2026-11-24"):
                statement()
    assert one(ready, "SELECT count(*) FROM app.member") == 1


def test_revoking_ends_open_sessions_and_lets_nobody_in_again(ready, desk_url):
    with closing(Postgres(desk_url)) as carrier:
        shares.revoke_device(ready, "Desk 1")
        with pytest.raises(SlaError):
            carrier.pull({})
    (account,) = shares.devices(ready)
    assert one(ready, "SELECT rolcanlogin FROM pg_roles WHERE rolname = %s", account.login) is False
    assert account.revoked_at is not None
    with closing(Postgres(shares.add_device(ready, "Desk 1"))) as again:
        assert again.pull({}).heads
    with pytest.raises(SlaError, match="knows no laptop"):
        shares.revoke_device(ready, "Desk 9")


def test_an_older_snapshot_shows_nothing(desk_url):
    with psycopg.connect(desk_url) as connection:
        connection.isolation_level = psycopg.IsolationLevel.REPEATABLE_READ
        with pytest.raises(psycopg.Error, match="read committed"):
            connection.execute("SELECT sync.pull('{}', '{}', '{}', '{}', 1)")


def test_a_laptop_of_one_event_sees_and_writes_no_other(ready):
    office, desk = Desk(), Desk()
    other_room = new_id()
    send(ready, room(office, EVENT), room(office, OTHER, eid=other_room), member(office))
    url = shares.add_device(ready, "Door", events=[str(EVENT)])
    with closing(Postgres(url)) as carrier:
        news = carrier.pull({})
        assert {scope for _, scope in news.heads} == {CONTROL, DIRECTORY, EVENT}
        assert {batch.stream.scope for batch in news.batches} == {CONTROL, DIRECTORY, EVENT}
        assert carrier.hash_at((office.writer, OTHER), 1) is None
        told = carrier.pull({(office.writer, OTHER): office.heads[OTHER]})
        assert told.heads[office.writer, OTHER].seq == 0
    assert "may not write to" in send(url, room(desk, OTHER))[0]
    assert send(url, room(desk, EVENT)) == []
    # Not by the back door either: another event's room cannot be renamed in the records of this one.
    sneaky = desk.write(EVENT, change("room", other_room, {"name": "Mine"}))
    assert "may not write to" in send(url, sneaky)[0]
    assert one(ready, "SELECT name FROM app.room WHERE id = %s", other_room) == "Hall"


def test_a_desk_cannot_order_an_erasure(ready, desk_url):
    victim, desk = Desk(), Desk()
    send(ready, member(victim, "Vic"))
    key = one(ready, "SELECT id FROM app.member")
    assert "from laptops that lead" in send(desk_url, desk.write(CONTROL, erasure(key)))[0]
    assert one(ready, "SELECT full_name FROM app.member") == "Vic"
    assert one(ready, "SELECT count(*) FROM sync.erased") == 0


def test_a_desk_says_who_it_is_and_does_not_promote_itself_or_speak_of_others(ready, desk_url):
    desk, other = Desk(), Desk()
    own = device_id(desk.public_key)
    plain = {"name": "Desk 1", "public_key": desk.public_key.hex(), "role": "desk"}
    assert send(desk_url, desk.write(CONTROL, change("device", own, plain, kind="C"))) == []
    assert one(ready, "SELECT role FROM app.device WHERE id = %s", own) == "desk"
    for draft in (
        change("device", own, {"role": "lead"}),
        change("device", own, {"revoked_at": None}),
        change("device", device_id(other.public_key), plain),
        change("member", new_id(), {"full_name": "x"}, kind="C"),
    ):
        before = dict(desk.heads)
        assert "from laptops that lead" in send(desk_url, desk.write(CONTROL, draft))[0]
        desk.heads = before
    liar = Desk()
    assert "from laptops that lead" in send(desk_url, liar.write(CONTROL, lead(liar)))[0]
    assert one(ready, "SELECT role FROM app.device WHERE id = %s", own) == "desk"


def test_rows_of_a_revoked_laptop_are_held_behind_its_limit_and_accepted_by_a_lead(ready):
    office, lost = Desk(), Desk()
    send(ready, office.write(CONTROL, lead(office)))
    before, after, later = (member(lost, name) for name in ("Before", "After", "Later"))
    send(ready, before)
    send(ready, after)
    first, last = (batch.head.hash.hex() for batch in (before, later))
    key = device_id(lost.public_key)
    gone = {"name": "Lost", "public_key": lost.public_key.hex(), "role": "desk"}
    revoked = {"revoked_at": "2026-11-24T12:00:00.000000+00:00", "limits": {first: 1}}
    send(ready, office.write(CONTROL, change("device", key, {**gone, **revoked}, kind="C")))
    assert one(ready, "SELECT array_agg(full_name) FROM app.member") == ["Before"]
    send(ready, later)
    assert one(ready, "SELECT array_agg(full_name) FROM app.member") == ["Before"]
    send(ready, office.write(CONTROL, change("device", key, {"limits": {last: 3}}, hlc=1 << 62)))
    assert sorted(one(ready, "SELECT array_agg(full_name) FROM app.member")) == ["After", "Before", "Later"]


def test_what_is_personal_of_an_erased_person_goes_and_does_not_come_back(ready):
    office, desk = Desk(), Desk()
    send(ready, office.write(CONTROL, lead(office)))
    known = member(desk, "Ann Secret")
    key = UUID(known.rows[0].eid)
    send(ready, known, office.write(CONTROL, erasure(key)))
    late = desk.write(DIRECTORY, change("member", key, {"full_name": "Ann Secret"}, subject=key))
    assert send(ready, late) == []
    text = one(ready, "SELECT string_agg(c::text, '') FROM sync.change c")
    assert "Secret" not in text
    assert one(ready, "SELECT count(*) FROM app.member") == 0
    with closing(Postgres(ready)) as carrier:
        assert {row.payload for b in carrier.pull({}).batches for row in b.rows if row.subject} == {None}


def test_rows_without_text_are_not_taken_before_the_order_to_erase(ready):
    desk = Desk()
    known = member(desk)
    bare = [row._replace(payload=None, salt=None) for row in known.rows]
    told = send(ready, known.__class__(known.stream, 0, known.previous, tuple(bare), known.signature))
    assert "before the order" in told[0]
    assert send(ready, known) == []


def test_a_tampered_row_is_refused_and_a_false_name_is_a_fork(ready):
    desk, thief = Desk(), Desk()
    known = member(desk)
    (row,) = known.rows
    for wrong in (row._replace(payload=row.payload.replace("Ann", "Eve")), row._replace(hlc=1), row._replace(seq=2)):
        assert "do not match" in send(ready, known.__class__(known.stream, 0, known.previous, (wrong,), b"x" * 64))[0]
    thief.writer = desk.writer
    taken = member(thief)
    stolen = taken.stream.__class__(desk.writer, DIRECTORY, thief.public_key, 0, known.stream.genesis)
    with pytest.raises(Fork):
        send(ready, taken.__class__(stolen, 0, known.previous, known.rows, taken.signature))
    assert send(ready, known) == []
    with pytest.raises(Fork):
        send(ready, taken)


def test_a_name_in_two_shares_of_one_cluster_is_two_names(postgres):
    one_share, other = fresh_database(postgres), fresh_database(postgres)
    for url in (one_share, other):
        exchange.share_init(url)
    address = shares.add_device(one_share, "Desk 1")
    elsewhere = address.rpartition("/")[0] + "/" + other.rpartition("/")[2]
    with pytest.raises(SlaError, match="cannot be reached"):
        Postgres(elsewhere)


def test_a_stranger_is_told_so(ready):
    with psycopg.connect(ready, autocommit=True) as connection:
        name = connection.info.dbname
        connection.execute(f"CREATE ROLE {name}_stranger LOGIN IN ROLE {name}_sla_device")
    stranger = closing(Postgres(ready.replace("tester@", f"{name}_stranger@")))
    with stranger as carrier, pytest.raises(SlaError, match="does not know this laptop's name"):
        carrier.pull({})


def test_an_analyst_cannot_take_a_laptops_name(ready, desk_url):
    with pytest.raises(SlaError, match="name of a laptop"):
        shares.add_analyst(ready, "Desk 1")


def test_events_are_found_by_title(ready, store, event):
    exchange.sync(store, ready)
    url = shares.add_device(ready, "Door", events=["community"])
    (account,) = shares.devices(ready)
    assert account.events == (event.id,)
    with closing(Postgres(url)) as carrier:
        assert event.id in {scope for _, scope in carrier.pull({}).heads}
    with pytest.raises(SlaError, match="No event on the share"):
        shares.add_device(ready, "Door", events=["Nonsense"])


def test_a_laptop_syncs_under_a_name_of_its_own(ready, store, event, register, open_laptop):
    register(store, event.id, "Siân,Ní Bhriain,s@x.org,Oxleas")
    exchange.sync(store, ready)
    url = shares.add_device(ready, "Desk 1")
    other = open_laptop("other")
    result = exchange.sync(other, url)
    assert result.complete, result.words
    assert attendees(other, event.id) == attendees(store, event.id)
    assert exchange.sync(other, url).sent == 0


def test_an_older_share_is_told_and_brought_up_to_date_with_all_it_has(ready):
    desk = Desk()
    send(ready, member(desk))
    with psycopg.connect(ready, autocommit=True) as connection:
        connection.execute("DROP FUNCTION sync.push; ALTER TABLE app.member DROP COLUMN full_name")
    with pytest.raises(SlaError, match="older SLA Desktop"):
        send(ready, member(desk))
    exchange.share_init(ready)
    with psycopg.connect(ready, autocommit=True) as connection:
        connection.execute("UPDATE sync.about SET value = 'another'")
    exchange.share_init(ready)
    assert one(ready, "SELECT array_agg(full_name) FROM app.member") == ["Ann"]


def test_an_owner_who_is_no_superuser_can_set_up_and_take_off(postgres):
    with psycopg.connect(f"{postgres}postgres", autocommit=True) as connection:
        connection.execute("DROP DATABASE IF EXISTS modest")
        connection.execute("DO $$ BEGIN CREATE ROLE modest LOGIN CREATEROLE; EXCEPTION WHEN OTHERS THEN END $$")
        connection.execute("CREATE DATABASE modest OWNER modest")
    url = postgres.replace("tester@", "modest@") + "modest"
    exchange.share_init(url)
    exchange.share_init(url)
    assert send(url, member(Desk())) == []
    desk_url = shares.add_device(url, "Desk 1")
    with closing(Postgres(desk_url)) as carrier:
        assert carrier.pull({}).heads
        shares.revoke_device(url, "Desk 1")
        with pytest.raises(SlaError):
            carrier.pull({})
    shares.add_analyst(url, "Ana")


def test_a_share_of_the_first_format_is_put_aside_whole(share):
    with psycopg.connect(share, autocommit=True) as connection:
        connection.execute("CREATE SCHEMA sync; CREATE SCHEMA app; CREATE TABLE sync.stream (sid int)")
    exchange.share_init(share)
    assert send(share, member(Desk())) == []
    assert one(share, "SELECT count(*) FROM sync_format_1.stream") == 0
