"""Orders to let data go count only from a lead, only for what is about people, and in any order of arrival."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from sla_desktop.domain.ids import new_id
from sla_desktop.domain.members import Member, Organisation, new_member, organisation_id
from sla_desktop.domain.retention import Clock, Expiry, clock_id
from sla_desktop.domain.team import LEAD, Device, device_id
from sla_desktop.storage import log, query
from sla_desktop.storage.projection import reproject
from sla_desktop.storage.store import open_store
from sla_desktop.sync import database
from sla_desktop.sync.exchange import seal
from tests.conftest import RAW_KEY

NOW = datetime(2026, 11, 24, 9, tzinfo=UTC)


def put(store, *values):
    with store.change() as tx:
        tx.put(*values)


def introduce(store, role):
    put(store, Device(device_id(store.public_key), store.desk, store.public_key.hex(), role=role))


def changes(store, entity):
    with store.read() as connection:
        return [row for rows in _everything(connection) for row in rows if row.entity == entity]


def _everything(connection):
    for name in log.heads(connection):
        sid, _ = log.find(connection, name)
        yield log.read(connection, sid, 0, 1000)


def member(store, one):
    with store.read() as connection:
        return query.get(connection, Member, one.id)


def expire(store, *cids):
    put(store, Expiry(new_id(), "contact", cids, NOW))


def contact_change(store):
    (found,) = [row.cid for row in changes(store, "member") if "email" in row.edit().sets]
    return found


@pytest.fixture
def ann(store):
    made = new_member("Ann Lee", email="ann@x.org")
    put(store, made)
    return made


def test_a_named_change_loses_its_text_and_the_person_stays(store, ann):
    introduce(store, LEAD)
    expire(store, contact_change(store))
    assert member(store, ann) == replace(ann, email="")
    assert all(row.payload is None or "ann@" not in row.payload for row in changes(store, "member"))
    with store.raw() as connection:
        reproject(connection)
    assert member(store, ann) == replace(ann, email="")


def test_an_order_of_a_desk_is_no_order(store, ann):
    introduce(store, "desk")
    expire(store, contact_change(store))
    put(store, Clock(clock_id("needs"), "needs", 1))
    assert member(store, ann) == ann
    with store.raw() as connection:
        reproject(connection)
        assert query.count(connection, Expiry) == query.count(connection, Clock) == 0


def test_what_is_about_nobody_cannot_be_ordered_away(store):
    introduce(store, LEAD)
    oxleas = Organisation(organisation_id("Oxleas"), "Oxleas")
    put(store, oxleas)
    orders = [row.cid for name in ("organisation", "device") for row in changes(store, name)]
    expire(store, *orders)
    assert all(row.payload for name in ("organisation", "device", "expiry") for row in changes(store, name))


def test_text_is_stripped_on_arrival_when_the_order_came_first(store, ann, tmp_path):
    introduce(store, LEAD)
    expire(store, contact_change(store))
    untouched = open_store(tmp_path / "other.sla", secret=RAW_KEY)
    seal(store)
    with store.read() as connection:
        heads = sorted(log.heads(connection).values(), key=lambda head: database.order(head.name))
        batches = [database.read(connection, one.stream, one.stream.base, one.stream.genesis) for one in heads]
    with untouched.raw() as connection:
        for batch in batches:
            database.append(connection, batch)
    assert member(untouched, ann) == replace(ann, email="")
    untouched.close()


def test_a_nonsense_order_harms_nothing(store, ann):
    introduce(store, LEAD)
    put(store, Expiry(new_id(), "contact", ("nonsense", "", "zz" * 16), NOW))
    assert member(store, ann) == ann
