"""A program that has the data open notices what another one writes into it, and only that."""

from contextlib import closing
from dataclasses import replace
from threading import Event
from types import SimpleNamespace

import pytest

from sla_desktop.domain.ids import new_id
from sla_desktop.domain.members import Member
from sla_desktop.services import desk_names
from sla_desktop.storage.watch import Watch


@pytest.fixture
def elsewhere(open_laptop, store):
    """The same data file, open in another program."""
    return open_laptop("laptop")


@pytest.fixture
def told(store):
    """What the listeners hear from the watch: the entities, without those of own commits."""
    heard, arrived = [], Event()

    def take(changes):
        if changes.records == 0:
            heard.append(changes.entities)
            arrived.set()

    store.listen(take)
    return SimpleNamespace(heard=heard, arrived=arrived)


def put(store, value):
    with store.change() as tx:
        tx.put(value)


def test_what_another_program_wrote_is_told_with_its_kind(store, elsewhere, told):
    with closing(Watch(store, every=0.01)):
        put(elsewhere, Member(new_id(), "Ann"))
        assert told.arrived.wait(10)
    assert told.heard == [frozenset({"member"})]


def test_own_commits_are_not_told_again(store, told):
    watch = Watch(store, every=3600)
    with closing(watch):
        ann = Member(new_id(), "Ann")
        put(store, ann)
        put(store, replace(ann, phone="1"))
        assert watch._look() == frozenset()


def test_own_and_other_commits_side_by_side_are_told(store, elsewhere):
    watch = Watch(store, every=3600)
    with closing(watch):
        put(store, Member(new_id(), "Ann"))
        put(elsewhere, Member(new_id(), "Ben"))
        assert watch._look() == {"member"}
        assert watch._look() == frozenset()


def test_a_new_name_of_this_laptop_is_noticed_too(store, elsewhere):
    watch = Watch(store, every=3600)
    with closing(watch):
        desk_names.rename(elsewhere, "Front door")
        assert watch._look() == {"device"}
