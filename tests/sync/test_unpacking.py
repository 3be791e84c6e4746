"""Many batches are unpacked by a second process; what is taken in is the same with it and without it."""

import sys

import pytest

from sla_desktop.domain.members import Member, new_member
from sla_desktop.services import exchange
from sla_desktop.storage import query
from sla_desktop.sync import packing, unpacking
from sla_desktop.sync.carrier import BadStream
from sla_desktop.sync.unpacking import Unpacker


@pytest.fixture
def share(tmp_path):
    path = tmp_path / "share"
    path.mkdir()
    return path


@pytest.fixture
def packed(store, share):
    """Three batches, as they lie in a shared folder."""
    for number in range(3):
        with store.change() as tx:
            tx.put(*(new_member(f"Siân {number} {place}", email=f"{place}@example.org") for place in range(20)))
        exchange.sync(store, str(share))
    files = sorted(share.glob("segments/*/*/*.seg"), key=lambda path: path.stat().st_size)
    return [path.read_bytes() for path in files[-3:]]


@pytest.fixture
def unpacker(monkeypatch):
    monkeypatch.setattr(unpacking, "_WORTH", 1)
    one = Unpacker()
    yield one
    one.close()


def through(unpacker, packed):
    """What an unpacker makes of batches, one after the other, once it has begun."""
    unpacker.unpack(packed[0], lambda: packed[0])
    unpacker.unpack(packed[0], lambda: packed[0])
    unpacker._asked[1].result()
    pairs = zip(packed, [*packed[1:], b""], strict=True)
    return [unpacker.unpack(data, lambda follows=follows: follows) for data, follows in pairs]


def test_a_second_process_makes_the_same_of_them_and_has_the_rows_ready(unpacker, packed):
    found = through(unpacker, packed)
    assert [batch.rows for batch in found] == [packing.unpack(data).rows for data in packed]
    assert [batch.head for batch in found] == [packing.unpack(data).head for data in packed]
    assert [len(batch.ready.rows["member"]) for batch in found[1:]] == [20, 20]


def test_without_a_second_process_all_is_done_here(unpacker, packed, monkeypatch):
    monkeypatch.setattr(sys, "executable", "/nowhere/python")
    found = through(unpacker, packed)
    assert [batch.rows for batch in found] == [packing.unpack(data).rows for data in packed]
    assert not any(batch.ready for batch in found)


def test_what_is_no_batch_is_told_as_ever(unpacker, packed):
    through(unpacker, packed)
    unpacker.unpack(packed[0], lambda: b"no batch")
    with pytest.raises(BadStream):
        unpacker.unpack(b"no batch", lambda: b"")


def test_a_share_of_many_files_is_taken_in_whole(store, open_laptop, share, packed, monkeypatch):
    monkeypatch.setattr(unpacking, "_WORTH", 1)
    other = open_laptop("other")
    assert exchange.sync(other, str(share)).received
    assert people(other) == people(store)


def people(store):
    with store.read() as connection:
        return query.find(connection, Member)
