"""A shared folder: protected by a passphrase, cleaned after an erasure, and unharmed by whatever lies in it."""

import os
import re
import sqlite3
import zlib
from dataclasses import replace
from datetime import UTC, datetime

import pytest
import sqlcipher3
from hypothesis import given
from hypothesis import strategies as st

from sla_desktop.domain.errors import SlaError
from sla_desktop.domain.members import Member, new_member
from sla_desktop.domain.team import Device, Erasure, device_id, erasure_id
from sla_desktop.services import exchange
from sla_desktop.storage import log, query
from sla_desktop.storage.entities import DIRECTORY
from sla_desktop.storage.log import Change
from sla_desktop.sync import packing
from sla_desktop.sync.carrier import BadStream, Batch
from sla_desktop.sync.folder_keys import FolderKeys, protect
from sla_desktop.sync.segments import Files

SECRET = "river copper lantern"


def put(store, *values):
    with store.change() as tx:
        tx.put(*values)


def names(store):
    with store.read() as connection:
        return sorted(one.full_name for one in query.find(connection, Member))


def texts(folder, passphrase=None):
    """All payloads that lie in a folder."""
    files = Files(folder / "segments", FolderKeys.of(folder, passphrase))
    found, _ = files.chains({})
    return [row.payload for chain in found.values() for one in chain.segments for row in files.load(one).rows]


@pytest.fixture
def folder(tmp_path):
    path = tmp_path / "share"
    path.mkdir()
    return path


@pytest.fixture
def protected(folder, monkeypatch):
    monkeypatch.setenv("SLA_SHARE_KEY", SECRET)
    exchange.share_init(str(folder), passphrase=SECRET)
    return folder


def test_laptops_that_know_the_passphrase_share_a_protected_folder(protected, store, open_laptop):
    put(store, new_member("Siân"))
    exchange.sync(store, str(protected))
    other = open_laptop("other")
    exchange.sync(other, str(protected))
    assert names(other) == ["Siân"]


def test_nothing_in_a_protected_folder_can_be_read_without_it(protected, store):
    put(store, new_member("Siân Protheroe"))
    exchange.sync(store, str(protected))
    everything = b"".join(path.read_bytes() for path in protected.rglob("*") if path.is_file())
    assert b"Protheroe" not in everything
    with pytest.raises(BadStream):
        packing.unpack(next(protected.rglob("*.seg")).read_bytes())
    with pytest.raises(sqlite3.DatabaseError):
        sqlite3.connect(protected / "analysis.sqlite").execute("SELECT * FROM member")


def test_the_readable_copy_of_a_protected_folder_opens_with_the_passphrase(protected, store):
    put(store, new_member("Siân"))
    exchange.sync(store, str(protected))
    copy = sqlcipher3.connect(str(protected / "analysis.sqlite"))
    copy.execute(f"PRAGMA key = '{SECRET}'")
    assert copy.execute("SELECT full_name FROM member").fetchall() == [("Siân",)]
    copy.close()


@pytest.mark.parametrize(("typed", "sentence"), [(None, "is protected"), ("wrong", "does not open")])
def test_without_the_right_passphrase_nothing_is_exchanged(protected, store, monkeypatch, typed, sentence):
    monkeypatch.delenv("SLA_SHARE_KEY")
    if typed:
        exchange.remember_passphrase(store, typed)
    with pytest.raises(SlaError, match=sentence):
        exchange.sync(store, str(protected))
    assert not list(protected.rglob("*.seg"))


def test_files_under_an_older_key_stay_readable_after_a_new_one(protected, store, open_laptop):
    put(store, new_member("Before"))
    exchange.sync(store, str(protected))
    protect(protected, SECRET)
    put(store, new_member("After"))
    exchange.sync(store, str(protected))
    other = open_laptop("other")
    exchange.sync(other, str(protected))
    assert names(other) == ["After", "Before"]


def test_what_an_order_erases_goes_from_the_folder_and_from_every_laptop(folder, store, open_laptop):
    gone, stays = new_member("Gone Person", email="gone@x.org"), new_member("Stays")
    put(store, gone, stays)
    exchange.sync(store, str(folder))
    old = open_laptop("old")
    exchange.sync(old, str(folder))
    put(old, replace(gone, phone="0123 gone"))
    put(store, Erasure(erasure_id(gone.id), gone.id, datetime.now(UTC)))
    exchange.sync(store, str(folder))
    assert not [text for text in texts(folder) if text and "one Person" in text]
    exchange.sync(old, str(folder))
    exchange.sync(store, str(folder))
    for laptop in (store, old):
        assert names(laptop) == ["Stays"]
        with laptop.read() as connection:
            kept = connection.exec_driver_sql("SELECT count(*) FROM change WHERE payload LIKE '%gone%'").scalar_one()
        assert kept == 0
    assert not [text for text in texts(folder) if text and "gone" in text]
    assert exchange.sync(open_laptop("new"), str(folder)).complete


def test_a_folder_put_back_to_an_earlier_day_is_cleaned_again(folder, store):
    gone = new_member("Gone Person")
    put(store, gone)
    exchange.sync(store, str(folder))
    before = {path: path.read_bytes() for path in folder.rglob("*.seg")}
    put(store, Erasure(erasure_id(gone.id), gone.id, datetime.now(UTC)))
    exchange.sync(store, str(folder))
    for path in [*folder.rglob("*.seg"), folder / "segments" / "redacted"]:
        path.unlink()
    for path, data in before.items():
        path.write_bytes(data)
    exchange.sync(store, str(folder))
    assert not [text for text in texts(folder) if text and "Gone" in text]


def test_a_desk_cannot_order_what_only_a_lead_may(folder, store, open_laptop):
    ann = new_member("Ann")
    put(store, ann)
    exchange.sync(store, str(folder))
    desk = open_laptop("desk")
    exchange.sync(desk, str(folder))
    put(desk, Erasure(erasure_id(ann.id), ann.id, datetime.now(UTC)))
    exchange.sync(desk, str(folder))
    exchange.sync(store, str(folder))
    assert names(store) == names(desk) == ["Ann"]


def test_rows_of_a_laptop_that_was_taken_off_wait_until_a_lead_accepts_them(folder, store, open_laptop):
    put(store, new_member("Office"))
    exchange.sync(store, str(folder))
    lost = open_laptop("lost")
    exchange.sync(lost, str(folder))
    put(lost, new_member("Known before"))
    exchange.sync(lost, str(folder))
    exchange.sync(store, str(folder))
    put(lost, new_member("Written after"))
    with store.read() as connection:
        device = query.get(connection, Device, device_id(lost.public_key))
        heads = [head for head in log.heads(connection).values() if head.stream.public_key == lost.public_key]
    limits = {head.hash.hex(): head.seq for head in heads}
    put(store, replace(device, revoked_at=datetime.now(UTC), limits=limits))
    for laptop in (store, lost, store):
        exchange.sync(laptop, str(folder))
    assert names(store) == names(lost) == ["Known before", "Office"]
    with store.read() as connection:
        heads = [head for head in log.heads(connection).values() if head.stream.public_key == lost.public_key]
    limits = {head.hash.hex(): head.seq for head in heads}
    with store.read() as connection:
        device = query.get(connection, Device, device_id(lost.public_key))
    put(store, replace(device, limits=limits))
    for laptop in (store, lost):
        exchange.sync(laptop, str(folder))
    assert names(store) == names(lost) == ["Known before", "Office", "Written after"]


@pytest.fixture(scope="module")
def batch():
    """A batch of three rows, not sealed."""
    stream = log.own_stream(DIRECTORY, DIRECTORY, bytes(32))
    rows, value = [], stream.genesis
    for seq, payload in enumerate(['{"p":{},"s":{"full_name":"Siân"}}', "{}", '{"s":{}}'], start=1):
        salt = bytes([seq]) * 16
        cells = (seq, new_member("x").id.hex, seq, seq, "C", "member", new_member("x").id.hex, None, 1, salt, payload)
        row = Change(*cells, log.digest_of(salt, payload.encode()), b"")
        value = log.chain(value, row)
        rows.append(row._replace(hash=value))
    return Batch(stream, 0, stream.genesis, tuple(rows), bytes(64))


def test_a_batch_comes_back_as_it_was(batch):
    found = packing.unpack(packing.pack(batch))
    assert replace(found, computed=False) == batch


@given(place=st.integers(0, 2000), flip=st.integers(1, 255))
def test_no_changed_byte_passes_for_the_batch(batch, place, flip):
    data = bytearray(packing.pack(batch))
    data[place % len(data)] ^= flip
    try:
        found = packing.unpack(bytes(data))
    except BadStream:
        return
    # A spare bit may say nothing; whatever else is changed goes into the last hash, which the seal proves.
    same = replace(found, computed=False) == batch
    assert same or (found.head, found.signature) != (batch.head, batch.signature)


@given(st.binary(max_size=300))
def test_rubbish_is_no_batch(rubbish):
    for data in (rubbish, b"SLA1" + rubbish):
        with pytest.raises(BadStream):
            packing.unpack(data)


@given(cut=st.integers(0, 2000))
def test_a_batch_that_was_cut_off_is_no_batch(batch, cut):
    data = packing.pack(batch)
    with pytest.raises(BadStream):
        packing.unpack(data[: cut % len(data)])


def test_a_folder_whose_keys_were_taken_away_is_not_filled_in_clear(protected, store):
    put(store, new_member("Siân"))
    exchange.sync(store, str(protected))
    for key in (protected / "keys").iterdir():
        key.unlink()
    with pytest.raises(SlaError, match="its keys are gone"):
        exchange.sync(store, str(protected))


def test_a_newest_key_that_is_damaged_does_not_bring_the_older_one_back(protected, store):
    protect(protected, SECRET)
    sorted((protected / "keys").iterdir())[-1].write_bytes(b"")
    with pytest.raises(SlaError, match="newest key is damaged"):
        exchange.sync(store, str(protected))


def test_files_that_lie_open_in_a_protected_folder_are_closed_at_the_next_sync(folder, store, monkeypatch):
    put(store, new_member("Siân"))
    exchange.sync(store, str(folder))
    monkeypatch.setenv("SLA_SHARE_KEY", SECRET)
    protect(folder, SECRET)
    exchange.sync(store, str(folder))
    for file in folder.rglob("*.seg"):
        with pytest.raises(BadStream):
            packing.unpack(file.read_bytes())


def test_old_files_that_were_copied_back_are_cleaned_as_well(folder, store):
    gone = new_member("Gone Person")
    put(store, gone)
    exchange.sync(store, str(folder))
    before = {path: path.read_bytes() for path in folder.rglob("*.seg")}
    put(store, Erasure(erasure_id(gone.id), gone.id, datetime.now(UTC)))
    exchange.sync(store, str(folder))
    for path, data in before.items():
        path.write_bytes(data)
    exchange.sync(store, str(folder))
    assert b"Gone" not in b"".join(zlib.decompress(path.read_bytes()[4:]) for path in folder.rglob("*.seg"))


def test_damage_in_the_middle_of_a_stream_heals(folder, store, open_laptop):
    for number in range(3):
        put(store, new_member(f"Person {number}"))
        exchange.sync(store, str(folder))
    first = next(path for path in folder.rglob("1-*.seg") if path.parent.parent.name == str(DIRECTORY))
    data = bytearray(first.read_bytes())
    data[len(data) // 2] ^= 1
    first.write_bytes(bytes(data))
    other = open_laptop("other")
    assert not exchange.sync(other, str(folder)).complete
    exchange.sync(store, str(folder))
    assert exchange.sync(other, str(folder)).complete
    assert names(other) == names(store)


def test_what_is_no_file_of_ours_in_a_folder_stops_nothing(folder, store, open_laptop):
    put(store, new_member("Siân"))
    exchange.sync(store, str(folder))
    place = next(folder.rglob("*.seg"))
    odd = place.with_name(f"1-1-0-{'0' * 64}-{'1' * 64}.seg")
    odd.mkdir()
    os.mkfifo(odd.with_name(f"1-1-0-{'0' * 64}-{'2' * 64}.seg"))
    odd.with_name(f"1-1-0-{'0' * 64}-{'3' * 64}.seg").symlink_to("/dev/zero")
    other = open_laptop("other")
    assert exchange.sync(other, str(folder)).complete
    assert names(other) == ["Siân"]


def test_times_that_no_event_has_are_parked(folder, store, open_laptop):
    from sla_desktop.services import events

    starts = datetime(2026, 11, 24, 9, tzinfo=UTC)
    events.add_event(store, title="Sound", starts=starts, ends=starts.replace(hour=16))
    with store.change() as tx:
        tx.put(events.list_events(store)[0].__class__(new_member("x").id, "Odd", starts, starts.replace(hour=10)))
        for drafts in tx.drafts.values():
            odd = [replace(draft, sets={**draft.sets, "starts": "0001-01-01T00:00:00+00:00"}) for draft in drafts]
            drafts[:] = [new if old.sets.get("title") == "Odd" else old for old, new in zip(drafts, odd, strict=True)]
    exchange.sync(store, str(folder))
    other = open_laptop("other")
    exchange.sync(other, str(folder))
    assert [one.title for one in events.list_events(other)] == ["Sound"]


def test_copies_under_other_names_keep_no_text_that_was_ordered_to_go(folder, store):
    gone = new_member("Gone Person")
    put(store, gone)
    exchange.sync(store, str(folder))
    for path in list(folder.rglob("*.seg")):
        for name in (f"Copy of {path.name}", f"{path.stem} (1).seg", f"{path.name}.tmp"):
            path.with_name(name).write_bytes(path.read_bytes())
    put(store, Erasure(erasure_id(gone.id), gone.id, datetime.now(UTC)))
    exchange.sync(store, str(folder))
    left = [path for path in (folder / "segments").glob("*/*/*") if not re.fullmatch(r"[0-9a-f-]+\.seg", path.name)]
    assert left == []
    assert not [text for text in texts(folder) if text and "Gone" in text]
