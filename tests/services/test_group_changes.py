"""Groups follow who is in the room: as few as possible change table, and every plan can be had back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader

from sla_desktop.domain.errors import SlaError
from sla_desktop.grouping.case import Round
from sla_desktop.services import attendance, documents, group_changes, group_fitting, group_wishes, groups, handouts
from sla_desktop.services.group_drafts import broken_rules
from sla_desktop.services.group_locks import Locks
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


def asked(store, event, view, **wish):
    """Keeps rules and locks with the event."""
    group_wishes.keep_wish(store, event.id, Wish(rounds=len(view.rounds), size=6, **wish))


def against(view, together, apart) -> tuple[str, ...]:
    names = {str(seat.registration_id): seat.name for table in view.rounds[0] for seat in table}
    rounds = range(1, len(view.rounds) + 1)
    return broken_rules(groups.assignment_of(view), names, together, apart, rounds)


def test_newcomers_and_closed_tables_break_no_rule(store, event, people, plan):
    ids = [person.id for person in people]
    together = ((ids[18], ids[0]), (ids[3], ids[4]))
    apart = tuple((ids[19], other) for other in ids[1:8])
    asked(store, event, plan, together=together, apart=apart)
    for newcomer in ids[18:]:
        attendance.check_in(store, event.id, newcomer, desk="D")
    for closed in ((), (3,)):
        update = group_changes.update_groups(store, event.id, closed=closed)
        assert against(update.view, together, apart) == update.told == ()


def test_each_rule_that_cannot_be_kept_is_named_in_the_words_and_in_the_plan(store, event, people, plan):
    four = tuple(sorted((person.id for person in people[15:19]), key=str))
    asked(store, event, plan, apart=(four,))
    attendance.check_in(store, event.id, people[18].id, desk="D")
    update = group_changes.update_groups(store, event.id)
    assert len(update.told) == 3
    assert update.told == against(update.view, (), (four,))
    assert all(sentence in update.sentence for sentence in update.told)
    assert update.view.plan.sentences[-3:] == update.told
    back = group_changes.restore(store, event.id, update.view.plan.revision)
    assert back.plan.sentences[-3:] == update.told


def test_who_and_what_is_locked_stays_while_the_others_are_fitted(store, event, people, plan):
    one = plan.rounds[1][0][0].registration_id
    locks = Locks(frozenset({one}), frozenset({(2, 2)}), frozenset({3}))
    asked(store, event, plan, locks=locks)
    for newcomer in people[18:]:
        attendance.check_in(store, event.id, newcomer.id, desk="D")
    update = group_changes.update_groups(store, event.id, from_round=2)
    assert update.told == ("Round 3 is locked and stays as it is.",)
    assert update.view.rounds[1][1] == plan.rounds[1][1]
    assert update.view.rounds[2] == plan.rounds[2]
    assert update.view.tables_by_person()[one] == plan.tables_by_person()[one]
    assert {person.id for person in people[18:]} <= seated(update.view, 2)
    with pytest.raises(SlaError, match="locked"):
        group_changes.update_groups(store, event.id, from_round=3)


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
    level = group_fitting._level(spec, sizes, sum(sizes))
    assert sum(level.minimum) <= sum(sizes) <= sum(level.maximum)
    grown = [g for g, size in enumerate(sizes) if g != closed and level.maximum[g] > size]
    assert all(level.maximum[g] - level.minimum[g] <= 1 for g in grown)
    assert all(level.maximum[g] >= size for g, size in enumerate(sizes) if g != closed)
