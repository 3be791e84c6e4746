"""A desk that takes in what is new knows the same as one that has just begun."""

import random
from dataclasses import replace
from datetime import date, timedelta
from itertools import count
from types import SimpleNamespace

import pytest

from sla_desktop.domain.members import Organisation, organisation_id
from sla_desktop.services import attendance, clock, editing, erasure, exchange, merging, timeline, walk_ins
from sla_desktop.services.people import attendees
from sla_desktop.services.roll import Roll
from sla_desktop.services.walk_ins import NewPerson
from tests.door import recent

TODAY = date(2026, 11, 24)


@pytest.fixture
def listed(store, event, register):
    return register(
        store, event.id, "Ann,Lee,ann@x.org,Oxleas", "Bob,Ray,bob@x.org,King's", "Cat,Poe,cat@x.org,King's"
    )


def known_to(roll):
    words = ("an", "lee", "oxleas", "king", "new", "walk", "renamed", "x")
    found = [sorted(roll.index.find(word, 99), key=lambda one: one.id) for word in words]
    return roll.counts, roll.recent(30), roll.fullness(), roll.cards(), found


def check(store, event, roll):
    roll.read()
    fresh = Roll(store, event.id)
    fresh.read()
    assert known_to(roll) == known_to(fresh)


def somebody(day):
    return day.rng.choice(attendees(day.store, day.event))


def arrive(day):
    attendance.check_in(day.store, day.event, somebody(day).id, desk="A")


def leave(day):
    attendance.check_out(day.store, day.event, somebody(day).id, desk="A")


def undo(day):
    for arrival in recent(day.store, day.event, 1):
        attendance.undo(day.store, day.event, arrival.fact.id, desk="A")


def walk_in(day):
    name = f"Walk{next(day.numbers)}"
    walk_ins.walk_in(day.store, day.event, NewPerson(name, "In", organisation=f"New {name}"), desk="A")


def rename(day):
    editing.save_member(day.store, replace(somebody(day).member, full_name=f"Renamed Xavier {next(day.numbers)}"))


def rename_home(day):
    name = day.rng.choice(("King's", "Oxleas"))
    put(day, Organisation(organisation_id(name), f"Newly named {next(day.numbers)}"))


def cancel(day):
    put(day, replace(somebody(day).registration, status="cancelled"))


def measure(day):
    timeline.note_reading(day.store, timedelta(minutes=day.rng.randrange(60)))


def merge(day):
    one, other = somebody(day), somebody(day)
    if one.member.id != other.member.id:
        merging.merge(day.store, one.member, other.member, desk="A")


def erase(day):
    erasure.erase(day.store, somebody(day).member.id, today=TODAY)


def put(day, value):
    with day.store.change() as tx:
        tx.put(value)


COMMON = (arrive, leave, undo, walk_in, rename, rename_home, cancel)
RARE = (measure, merge, erase)


@pytest.mark.parametrize("seed", range(4))
def test_whatever_happens_is_taken_in(store, event, listed, seed):
    rng, roll = random.Random(seed), Roll(store, event.id)
    day = SimpleNamespace(store=store, event=event.id, rng=rng, numbers=count())
    walk_in(day)
    for _ in range(40):
        rng.choice(RARE if rng.random() < 0.1 else COMMON)(day)
        if rng.random() < 0.7:
            check(store, event, roll)
    check(store, event, roll)


def test_what_another_desk_did_is_taken_in(store, event, listed, open_laptop, tmp_path):
    other, share, roll = open_laptop("other"), tmp_path / "share", Roll(store, event.id)
    share.mkdir()

    def meet():
        for one in (store, other, store):
            exchange.sync(one, str(share))
        check(store, event, roll)

    meet()
    for one in (store, other):
        attendance.check_in(one, event.id, listed[0].id, desk="A")
    walk_ins.walk_in(other, event.id, NewPerson("Walk", "In"), desk="B")
    meet()
    assert [card.name for card in roll.cards()] == ["Ann Lee"]
    erasure.erase(store, listed[1].member.id, today=TODAY)
    meet()
    assert roll.index.find("bob") == []


def test_a_whole_import_in_the_middle_of_the_day_is_taken_in(store, event, listed, register):
    roll = Roll(store, event.id)
    check(store, event, roll)
    register(store, event.id, *(f"New{number},Comer,n{number}@x.org,King's" for number in range(500)))
    check(store, event, roll)
    assert roll.counts.registered == 503


def test_what_is_noted_after_the_clock_was_put_back_is_still_the_latest(store, event, listed):
    roll = Roll(store, event.id)
    for hours, person in ((1, listed[0]), (0, listed[1]), (0.01, listed[2])):
        with clock.played(event.starts + timedelta(hours=hours)):
            attendance.check_in(store, event.id, person.id, desk="A")
        roll.read()
        assert roll.recent(1)[0].name == person.name
