"""Groups follow who is in the room: as few as possible change table, and every plan can be had back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader

from sla_desktop.domain.errors import SlaError
from sla_desktop.grouping.case import Round
from sla_desktop.services import attendance, documents, group_changes, groups, handouts
from sla_desktop.services.groups import Wish


@pytest.fixture
def people(store, event, register):
    """Twenty people registered, eighteen of them in."""
    made = register(store, event.id, *(f"P{n},Person{n},p{n}@x.org,Org {n % 5}" for n in range(20)))
    for person in made[:18]:
        attendance.check_in(store, event.id, person.id, desk="D")
    return made


@pytest.fixture
def plan(store, event, people):
    return groups.form_groups(store, event.id, Wish(rounds=3, size=6), seconds=0.1)


def seated(view, number: int) -> set:
    return {seat.registration_id for table in view.rounds[number - 1] for seat in table}


def test_who_came_late_has_a_table_and_nobody_moves(store, event, people, plan):
    attendance.check_in(store, event.id, people[18].id, desk="D")
    update = group_changes.update_groups(store, event.id, from_round=2)
    assert (len(update.came), update.left, update.moved) == (1, (), ())
    assert people[18].id not in seated(update.view, 1)
    assert all(people[18].id in seated(update.view, number) for number in (2, 3))
    assert update.view.rounds[0] == plan.rounds[0]
    assert update.sentence == "1 came and have a table, 0 left; nobody changes table."


def test_who_left_has_no_table_any_more(store, event, people, plan):
    attendance.check_out(store, event.id, people[0].id, desk="D")
    update = group_changes.update_groups(store, event.id)
    assert len(update.left) == 1
    assert people[0].id not in seated(update.view, 1)
    assert update.moved == ()


def test_only_those_at_a_closed_table_move(store, event, people, plan):
    there = {seat.name for seat in plan.rounds[1][2]}
    update = group_changes.update_groups(store, event.id, from_round=2, closed=[3])
    assert {seat.name for seat in plan.rounds[1][2]} <= set(update.moved)
    assert update.view.rounds[1][2] == update.view.rounds[2][2] == ()
    assert set(update.moved) == there | {seat.name for seat in plan.rounds[2][2]}


def test_what_would_change_can_be_asked_without_changing_it(store, event, people, plan):
    attendance.check_in(store, event.id, people[18].id, desk="D")
    group_changes.update_groups(store, event.id, keep=False)
    assert groups.current_plan(store, event.id) == plan


def test_a_person_is_moved_and_the_plan_before_comes_back(store, event, people, plan):
    person = plan.rounds[0][0][0].registration_id
    view = group_changes.move_person(store, event.id, person, 1, 2)
    assert person in {seat.registration_id for seat in view.rounds[0][1]}
    assert view.plan.reason.endswith("moved to table 2 in round 1")
    back = group_changes.restore(store, event.id, plan.plan.revision)
    assert back.rounds == plan.rounds
    assert [one.revision for one in groups.plans(store, event.id)] == [1, 2, 3]


@pytest.mark.parametrize(("number", "table", "said"), [(4, 1, "no round 4"), (1, 9, "no table 9")])
def test_places_that_are_not_there_are_refused(store, event, people, plan, number, table, said):
    with pytest.raises(SlaError, match=said):
        group_changes.move_person(store, event.id, people[0].id, number, table)


def test_without_a_plan_there_is_nothing_to_update(store, event, people):
    with pytest.raises(SlaError, match="Form groups first"):
        group_changes.update_groups(store, event.id)


def test_after_a_table_closes_the_others_are_as_even_as_few_moves_allow(store, event, people, plan):
    update = group_changes.update_groups(store, event.id, closed=[1])
    for tables in update.view.rounds:
        sizes = [len(seats) for seats in tables if seats]
        assert sorted(sizes) == [9, 9]


def test_a_closed_table_is_not_printed(store, event, people, plan, tmp_path):
    assert handouts.print_table_cards(store, event.id, tmp_path / "cards.pdf") == 3
    group_changes.update_groups(store, event.id, closed=[2])
    assert handouts.print_table_cards(store, event.id, tmp_path / "cards.pdf") == 2
    documents.print_tables(store, event.id, tmp_path / "tables.pdf")
    told = " ".join(page.extract_text() for page in PdfReader(tmp_path / "tables.pdf").pages)
    assert "Table 1" in told
    assert "Table 2" not in told


@given(st.lists(st.integers(1, 9), min_size=2, max_size=8), st.data())
def test_who_must_move_fills_the_smallest_tables_first(sizes, data):
    closed = data.draw(st.integers(0, len(sizes) - 1))
    most = tuple(0 if g == closed else 20 for g in range(len(sizes)))
    spec = Round(tuple(sizes), (0,) * len(sizes), most)
    level = group_changes._level(spec, sizes, sum(sizes))
    assert sum(level.minimum) <= sum(sizes) <= sum(level.maximum)
    grown = [g for g, size in enumerate(sizes) if g != closed and level.maximum[g] > size]
    assert all(level.maximum[g] - level.minimum[g] <= 1 for g in grown)
    assert all(level.maximum[g] >= size for g, size in enumerate(sizes) if g != closed)
