"""Breakouts are formed from those really in the room and kept as revisions."""

import pytest

from sla_desktop.domain.errors import SlaError
from sla_desktop.services import attendance, events, groups
from sla_desktop.services.groups import Wish, seated
from tests.conftest import ENDS, STARTS


@pytest.fixture
def room(store, event, register):
    """Twenty people registered, eighteen of them in."""
    people = register(store, event.id, *(f"P{n},Person{n},p{n}@x.org,Org {n % 5}" for n in range(20)))
    for person in people[:18]:
        attendance.check_in(store, event.id, person.id, desk="D")
    return people[:18]


def form(store, event, **wishes):
    return groups.form_groups(store, event.id, Wish(**wishes), seconds=0.1)


def test_everybody_present_sits_once_in_each_round_and_nobody_else_does(store, event, room):
    view = form(store, event, rounds=3, size=6)
    for tables in view.rounds:
        seated = [seat.registration_id for table in tables for seat in table]
        assert sorted(seated) == sorted(person.id for person in room)
        sizes = [len(table) for table in tables]
        assert max(sizes) - min(sizes) <= 1


def test_what_was_formed_is_what_is_kept(store, event, room):
    view = form(store, event, rounds=2, tables=4)
    kept = groups.current_plan(store, event.id)
    assert kept == view
    assert kept.plan.tables == (4, 4)
    assert kept.plan.sentences


def test_each_person_finds_their_table_in_each_round(store, event, room):
    view = form(store, event, rounds=2, size=6)
    numbers = view.tables_by_person()
    for person in room:
        for tables, number in zip(view.rounds, numbers[person.id], strict=True):
            assert person.id in {seat.registration_id for seat in tables[number - 1]}


def test_a_new_plan_is_a_new_revision_and_the_old_one_stays(store, event, room):
    form(store, event, rounds=1, size=6)
    groups.form_groups(store, event.id, Wish(rounds=1, size=6), seconds=0.1, reason="Two left")
    assert [(plan.revision, plan.reason) for plan in groups.plans(store, event.id)] == [
        (1, "Formed from those present"),
        (2, "Two left"),
    ]


def test_those_who_met_at_an_earlier_event_are_kept_apart_where_possible(store, event, room, register):
    view = form(store, event, rounds=1, size=3)
    later = events.add_event(store, title="Later", starts=STARTS, ends=ENDS)
    people = register(store, later.id, *(f"P{n},Person{n},p{n}@x.org,Org {n % 5}" for n in range(18)))
    for person in people:
        attendance.check_in(store, later.id, person.id, desk="D")
    member = {person.id: person.member.id for person in [*room, *people]}

    def pairs(plan):
        return {
            frozenset((member[a.registration_id], member[b.registration_id]))
            for tables in plan.rounds
            for table in tables
            for a in table
            for b in table
            if a != b
        }

    assert not pairs(view) & pairs(form(store, later, rounds=1, size=3))


@pytest.mark.parametrize(
    ("wish", "sentence"),
    [
        ({"rounds": 0, "size": 6}, "at least one round"),
        ({"rounds": 1, "size": 6, "mix": ("shoe_size",)}, "cannot be mixed by"),
        ({"rounds": 1, "tables": 40}, "cannot be divided"),
    ],
)
def test_wishes_that_make_no_groups_are_told(store, event, room, wish, sentence):
    with pytest.raises(SlaError, match=sentence):
        form(store, event, **wish)


def test_an_empty_room_makes_no_groups(store, event):
    with pytest.raises(SlaError, match="Too few people"):
        form(store, event, rounds=1, size=6)
    assert groups.current_plan(store, event.id) is None


def test_a_first_plan_shows_before_the_search_is_over_and_the_end_is_the_same(store, event, room):
    shown = []

    def show(plan, case, assignment, people):
        shown.append((plan.revision, groups.current_plan(store, event.id), seated(assignment, people)))

    wish = Wish(rounds=2, size=6)
    view = groups.form_groups(store, event.id, wish, seconds=1, seed=3, show=show)
    assert shown[0][:2] == (0, None)
    assert all(len(tables) == 3 for tables in shown[0][2])
    assert groups.form_groups(store, event.id, wish, seconds=1, seed=3).rounds == view.rounds


def test_a_search_that_is_stopped_keeps_the_best_that_showed(store, event, room):
    shown = []
    view = groups.form_groups(
        store,
        event.id,
        Wish(rounds=3, size=6),
        seconds=30,
        cancelled=lambda: bool(shown),
        show=lambda plan, *_: shown.append(plan),
    )
    assert view.plan.repeats <= shown[-1].repeats


def test_what_cannot_be_formed_is_told_with_tables_and_names_as_they_are(store, event, room):
    apart = (tuple(person.id for person in room[:2]),)
    with pytest.raises(SlaError, match=r"kept apart \(P0 Person0 and P1 Person1\) but there is only 1 table\."):
        form(store, event, rounds=1, tables=1, apart=apart)
