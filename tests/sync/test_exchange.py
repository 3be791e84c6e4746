"""Two laptops and a share end with the same record, whatever the order, the carrier or the interruption."""

import shutil
import sqlite3
from dataclasses import replace
from datetime import UTC, datetime

import psycopg
import pytest

from sla_desktop.domain.errors import SlaError
from sla_desktop.domain.members import Member, new_member
from sla_desktop.domain.team import Erasure, erasure_id
from sla_desktop.services import attendance, conflicts, editing, events, exchange, presence
from sla_desktop.services.people import attendees
from sla_desktop.storage import query, schema
from sla_desktop.storage.entities import CONTROL, DIRECTORY
from sla_desktop.storage.store import open_store
from tests.conftest import RAW_KEY


@pytest.fixture(params=["folder", "postgres"])
def hub(request, tmp_path):
    """The address of a fresh share of each kind."""
    if request.param == "folder":
        address = f"folder://{tmp_path / 'share'}"
    else:
        address = request.getfixturevalue("share")
    exchange.share_init(address)
    return address


def members(store):
    with store.read() as connection:
        return query.find(connection, Member)


def put(store, *values):
    with store.change() as tx:
        tx.put(*values)


def test_desks_that_checked_in_different_people_end_alike(hub, open_laptop, store, event, register):
    people = register(store, event.id, *(f"P{n},Person{n},p{n}@x.org,Oxleas" for n in range(6)))
    one, two = open_laptop("one"), open_laptop("two")
    for laptop in (store, one, two):
        exchange.sync(laptop, hub)
    for person in people[:3]:
        attendance.check_in(one, event.id, person.id, desk="Desk 1")
    for person in people[2:]:
        attendance.check_in(two, event.id, person.id, desk="Desk 2")
    for laptop in (one, two, store, one):
        exchange.sync(laptop, hub)
    assert attendees(one, event.id) == attendees(two, event.id) == attendees(store, event.id)
    assert presence.counts(store, event.id).inside == 6


def test_syncing_again_moves_nothing(hub, store, event):
    first = exchange.sync(store, hub)
    assert first.sent == 2  # the event, and who this laptop is
    again = exchange.sync(store, hub)
    assert (again.sent, again.received) == (0, 0)


def test_a_new_laptop_gets_everything(hub, open_laptop, store, event, register):
    register(store, event.id, "Siân,Ní Bhriain,s@x.org,Oxleas")
    exchange.sync(store, hub)
    fresh = open_laptop("fresh")
    assert exchange.sync(fresh, hub).received > 0
    assert attendees(fresh, event.id) == attendees(store, event.id)


def test_different_corrections_become_a_conflict_in_words_and_one_edit_settles_it(hub, open_laptop, store):
    ama = new_member("Ama Serwaa")
    put(store, ama)
    exchange.sync(store, hub)
    other = open_laptop("other")
    exchange.sync(other, hub)
    put(store, replace(ama, full_name="Ama Serwah"))
    put(other, replace(ama, full_name="Amma Serwaa"))
    for laptop in (store, other, store):
        exchange.sync(laptop, hub)
    assert members(store) == members(other)
    for laptop in (store, other):
        (sentence,) = [one.words for one in conflicts.conflicts(laptop)]
        assert "Ama Serwah" in sentence
        assert "Amma Serwaa" in sentence
    put(store, replace(ama, full_name="Ama Serwah-Mensah"))
    for laptop in (store, other):
        exchange.sync(laptop, hub)
        assert conflicts.conflicts(laptop) == []
        assert [one.full_name for one in members(laptop)] == ["Ama Serwah-Mensah"]


def test_an_edit_may_arrive_before_what_it_edits(hub, open_laptop, store):
    """A third laptop relays an edit whose create sits on a laptop that never synced with this share."""
    ann = new_member("Ann")
    put(store, ann)
    exchange.sync(store, hub)
    relay = open_laptop("relay")
    exchange.sync(relay, hub)
    put(relay, replace(ann, full_name="Anne"))
    exchange.sync(relay, hub)
    late = open_laptop("late")
    exchange.sync(late, hub)
    assert [one.full_name for one in members(late)] == ["Anne"]


def test_an_exchange_that_is_stopped_goes_on_where_it_was(hub, open_laptop, store, monkeypatch):
    monkeypatch.setattr("sla_desktop.sync.seals.EVERY", 10)
    for module in ("database", "exchange", "folder", "postgres"):
        monkeypatch.setattr(f"sla_desktop.sync.{module}.BATCH", 10)
    put(store, *(new_member(f"Person {number}") for number in range(45)))

    def stop(done, total, words):
        if done >= 20:
            raise InterruptedError

    with pytest.raises(InterruptedError):
        exchange.sync(store, hub, progress=stop)
    assert 20 <= exchange.sync(store, hub).sent <= 26
    other = open_laptop("other")
    with pytest.raises(InterruptedError):
        exchange.sync(other, hub, progress=stop)
    came = len(members(other))
    assert 15 <= came <= 25
    assert exchange.sync(other, hub).received == 45 - came
    assert members(other) == members(store)


def test_what_waits_is_told_with_no_network(hub, store, event):
    before = exchange.status(store)
    assert (before.unsent, before.last_exchange) == (1, None)
    exchange.sync(store, hub)
    assert exchange.status(store).unsent == 0
    events.add_room(store, event.id, "Hall", None)
    after = exchange.status(store)
    assert after.unsent == 1
    assert after.words == "1 record is saved on this laptop only."


def test_what_waits_is_told_in_people_and_check_ins(hub, store, event, register):
    people = register(store, event.id, "Ann,Lee,,", "Bob,Ray,,")
    assert exchange.status(store).words == "2 people and 1 other record are saved on this laptop only."
    attendance.check_in(store, event.id, people[0].id, desk="A")
    assert exchange.status(store).words == "2 people, 1 door entry and 1 other record are saved on this laptop only."
    exchange.sync(store, hub)
    attendance.check_in(store, event.id, people[1].id, desk="A")
    assert exchange.status(store).words == "1 door entry is saved on this laptop only."
    editing.save_member(store, replace(people[0].member, phone="0770"))
    assert exchange.status(store).words == "1 door entry and 1 other record are saved on this laptop only."


def test_while_records_are_exchanged_nothing_is_said_of_what_waits(hub, store, event):
    told = []
    exchange.sync(store, hub, progress=lambda *_: told.append(exchange.status(store).waiting_words))
    assert set(told) == {"Exchanging records now"}
    assert exchange.status(store).waiting_words == "Everything here is on the share"


def test_a_copy_of_a_data_file_writes_under_a_name_of_its_own(hub, open_laptop, store, tmp_path):
    put(store, new_member("Before"))
    store.close()
    (tmp_path / "twin.sla").write_bytes(store.path.read_bytes())
    twin, original = open_laptop("twin"), open_laptop("laptop")
    put(original, new_member("On the original"))
    put(twin, new_member("On the twin"))
    for laptop in (original, twin, original):
        result = exchange.sync(laptop, hub)
        assert result.complete
    everybody = ["Before", "On the original", "On the twin"]
    assert sorted(one.full_name for one in members(twin)) == everybody
    assert members(original) == members(twin)


def test_copies_that_nobody_could_tell_apart_are_healed_without_loss(hub, tmp_path):
    """A disk image copies the counter outside the file too, so that both copies write under one name."""
    anchors, path = tmp_path / "anchors", tmp_path / "laptop.sla"
    first = open_store(path, secret=RAW_KEY, anchors=anchors)
    put(first, new_member("Before"))
    first.close()
    shutil.copytree(anchors, tmp_path / "copied")
    shutil.copy(path, tmp_path / "twin.sla")
    original = open_store(path, secret=RAW_KEY, anchors=anchors)
    twin = open_store(tmp_path / "twin.sla", secret=RAW_KEY, anchors=tmp_path / "copied")
    names = {"Before"}
    for number in range(3):
        for laptop, word in ((original, "original"), (twin, "twin")):
            put(laptop, new_member(f"{word} {number}"))
            names.add(f"{word} {number}")
            assert exchange.sync(laptop, hub).complete
    exchange.sync(original, hub)
    assert {one.full_name for one in members(original)} == names
    assert members(original) == members(twin)
    assert exchange.sync(twin, hub).sent == exchange.sync(original, hub).sent == 0
    original.close()
    twin.close()


def test_tampered_rows_are_refused_and_nothing_of_them_is_taken(share, open_laptop, store):
    exchange.share_init(share)
    put(store, new_member("Ann"))
    exchange.sync(store, share)
    with psycopg.connect(share, autocommit=True) as connection:
        connection.execute("UPDATE sync.change SET payload = replace(payload, 'Ann', 'Eve')")
    other = open_laptop("other")
    result = exchange.sync(other, share)
    assert not result.complete
    assert "does not match its seal" in result.words
    assert members(other) == []


def test_rows_signed_by_somebody_else_are_refused(share, open_laptop, store):
    exchange.share_init(share)
    put(store, new_member("Ann"))
    exchange.sync(store, share)
    with psycopg.connect(share, autocommit=True) as connection:
        connection.execute("UPDATE sync.seal SET signature = decode(repeat('00', 64), 'hex')")
    other = open_laptop("other")
    result = exchange.sync(other, share)
    assert not result.complete
    assert "not signed by the laptop" in result.words
    assert members(other) == []


def test_the_shared_database_has_ordinary_readable_tables(share, store, event, register):
    exchange.share_init(share)
    exchange.share_init(share)
    register(store, event.id, "Siân,Ní Bhriain,s@x.org,Oxleas")
    exchange.sync(store, share)
    with psycopg.connect(share) as connection:
        found = connection.execute(
            "SELECT m.full_name, e.starts FROM app.member m "
            "JOIN app.registration r ON r.member_id = m.id JOIN app.event e ON e.id = r.event_id"
        ).fetchall()
    assert found == [("Siân Ní Bhriain", event.starts)]


def test_the_shared_folder_has_a_readable_copy_and_only_grows(store, event, register, tmp_path):
    folder = tmp_path / "share"
    folder.mkdir()
    register(store, event.id, "Siân,Ní Bhriain,s@x.org,Oxleas")
    exchange.sync(store, str(folder))
    before = {path: path.read_bytes() for path in folder.rglob("*.seg")}
    put(store, new_member("Ann"))
    exchange.sync(store, str(folder))
    assert all(path.read_bytes() == data for path, data in before.items())
    copy = sqlite3.connect(folder / "analysis.sqlite")
    found = set(copy.execute("SELECT full_name, email FROM member"))
    copy.close()
    assert found == {("Siân Ní Bhriain", None), ("Ann", None)}
    assert not list(folder.rglob("*.tmp"))


def test_half_written_files_on_a_stick_are_passed_over(store, open_laptop, tmp_path):
    folder = tmp_path / "share"
    folder.mkdir()
    put(store, new_member("Ann"))
    exchange.sync(store, str(folder))
    segment = segment_of(folder, DIRECTORY)
    (segment.parent / ".half.tmp").write_bytes(segment.read_bytes()[:40])
    (segment.parent / "rubbish.seg").write_bytes(b"?")
    other = open_laptop("other")
    exchange.sync(other, str(folder))
    assert members(other) == members(store)


@pytest.fixture
def stick(store, event, register, tmp_path):
    """A folder to which the laptop sent an event and its people."""
    folder = tmp_path / "share"
    folder.mkdir()
    register(store, event.id, *(f"P{n},Person{n},p{n}@x.org,Oxleas" for n in range(30)))
    exchange.sync(store, str(folder))
    return folder


def segment_of(stick, scope):
    (segment,) = (stick / "segments" / str(scope)).rglob("*.seg")
    return segment


@pytest.mark.parametrize("damage", [lambda data: data[: len(data) // 2], lambda data: data[:-9] + b"x" * 9])
def test_a_damaged_file_keeps_nobody_else_from_syncing_and_its_writer_mends_it(
    stick, store, event, open_laptop, damage
):
    segment = segment_of(stick, event.id)
    segment.write_bytes(damage(segment.read_bytes()))
    other = open_laptop("other")
    exchange.sync(other, str(stick))
    assert len(members(other)) == 30
    assert attendees(other, event.id) == []
    exchange.sync(store, str(stick))
    assert exchange.sync(other, str(stick)).complete
    assert attendees(other, event.id) == attendees(store, event.id)


@pytest.mark.parametrize("damage", [lambda data: data[: len(data) // 2], lambda data: data[:-9] + b"x" * 9])
def test_a_damaged_file_is_told_at_every_sync_with_who_can_mend_it_until_it_is(
    stick, store, event, open_laptop, damage
):
    segment = segment_of(stick, event.id)
    segment.write_bytes(damage(segment.read_bytes()))
    other = open_laptop("other")
    for _ in range(3):
        told = exchange.sync(other, str(stick))
        assert not told.complete
        assert segment.stem in told.words
        assert f"when {store.desk}, or another laptop that has them, syncs" in told.words
        assert segment.stem in exchange.status(other).words
    assert exchange.sync(store, str(stick)).complete
    assert not list(stick.rglob("*.damaged"))
    assert exchange.sync(other, str(stick)).complete
    assert "damaged" not in exchange.status(other).words


def test_a_damaged_order_to_erase_is_named_beside_what_waits_for_it(stick, store, open_laptop):
    somebody = members(store)[0]
    put(store, Erasure(erasure_id(somebody.id), somebody.id, datetime.now(UTC)))
    exchange.sync(store, str(stick))
    (order,) = list((stick / "segments" / str(CONTROL)).rglob("2-*.seg"))
    order.write_bytes(order.read_bytes()[:-9] + b"x" * 9)
    other = open_laptop("other")
    for _ in range(2):
        told = exchange.sync(other, str(stick)).words
        assert "came before the order" in told
        assert order.stem in told
        assert store.desk in told
    exchange.sync(store, str(stick))
    assert exchange.sync(other, str(stick)).complete


def test_files_that_were_swapped_are_told_and_taken_in_nowhere(stick, store, event, open_laptop):
    one, two = segment_of(stick, event.id), segment_of(stick, DIRECTORY)
    first, second = one.read_bytes(), two.read_bytes()
    size = str(len(first)), str(len(second))
    one.write_bytes(second)
    two.write_bytes(first)
    one.rename(one.with_name(one.name.replace(f"-{size[0]}-", f"-{size[1]}-")))
    two.rename(two.with_name(two.name.replace(f"-{size[1]}-", f"-{size[0]}-")))
    other = open_laptop("other")
    result = exchange.sync(other, str(stick))
    assert not result.complete
    assert "is damaged" in result.words
    assert members(other) == []
    for laptop in (store, other):
        exchange.sync(laptop, str(stick))
    assert attendees(other, event.id) == attendees(store, event.id)


def test_rows_that_are_not_what_they_say_are_parked_and_the_rest_goes_on(stick, store, event, open_laptop):
    """A record whose fields cannot be read is kept and passed on, and shown nowhere."""
    bad = new_member("Bad")
    with store.change() as tx:
        tx.put(bad, new_member("Good"))
        drafts = tx.drafts[DIRECTORY]
        drafts[:] = [replace(d, sets={"full_name": ["no", "name"]}) if d.eid == bad.id.hex else d for d in drafts]
    exchange.sync(store, str(stick))
    other = open_laptop("other")
    assert exchange.sync(other, str(stick)).complete
    names = {one.full_name for one in members(other)}
    assert "Good" in names
    assert len(names) == 31
    with other.read() as connection:
        (parked,) = connection.execute(schema.parked.select()).all()
    assert (parked.eid, parked.reason) == (bad.id, "full_name is no str")


@pytest.mark.parametrize(
    ("url", "sentence"),
    [
        ("/nowhere/at/all", "cannot be reached"),
        ("folder:///nowhere", "cannot be reached"),
        ("postgresql://nobody@127.0.0.1:1/none", "cannot be reached"),
        ("ftp://example.org/x", "no kind of share"),
        ("", "Name the share"),
        ("postgresql://[::bad/x", "no database address"),
        ("postgresql://u:p@127.0.0.1:abc/x", "no database address"),
        ("folder://", "Name the share"),
    ],
)
def test_a_share_that_is_not_there_is_told_and_the_day_goes_on(store, url, sentence):
    put(store, new_member("Ann"))
    with pytest.raises(SlaError, match=sentence):
        exchange.sync(store, url)
    assert len(members(store)) == 1


def test_a_database_that_is_no_share_yet_is_told(share, store):
    with pytest.raises(SlaError, match="sla share init"):
        exchange.sync(store, share)


def test_a_password_in_an_address_is_never_shown_or_kept(share, store):
    secret = share.replace("tester@", "tester:sesame@")
    exchange.share_init(secret)
    exchange.sync(store, secret)
    assert "sesame" not in exchange.status(store).share


def test_unknown_kinds_of_a_newer_program_are_kept_and_passed_on(hub, open_laptop, store):
    """A row whose entity this program does not know stays in the log and reaches the next laptop."""
    put(store, new_member("Ann"))
    with store.change() as tx:
        tx.put(new_member("Of the future"))
        for drafts in tx.drafts.values():
            drafts[:] = [replace(draft, entity="hologram") for draft in drafts]
    exchange.sync(store, hub)
    other = open_laptop("other")
    exchange.sync(other, hub)
    assert [one.full_name for one in members(other)] == ["Ann"]
    with other.read() as connection:
        kinds = connection.execute(schema.change.select().with_only_columns(schema.change.c.entity)).scalars().all()
    assert sorted(kinds) == ["device", "device", "hologram", "member"]
