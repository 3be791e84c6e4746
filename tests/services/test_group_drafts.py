"""A plan is rearranged by hand as a draft, judged at every step, and kept as one revision."""

import pytest
from hypothesis import HealthCheck, given, reject, settings
from hypothesis import strategies as st

from sla_desktop.domain.errors import SlaError
from sla_desktop.services import attendance, group_drafts, groups
from sla_desktop.services.group_comparison import compare_plans
from sla_desktop.services.group_locks import Locks, gone_from_locked, locked_rounds
from sla_desktop.services.group_quality import quality_of
from sla_desktop.services.groups import Wish

STEPS = st.lists(st.tuples(st.integers(0, 11), st.integers(0, 11), st.integers(1, 3), st.booleans()), max_size=8)


@pytest.fixture
def draft(store, event, register):
    """Twelve people of four organisations at three tables in three rounds."""
    for person in register(store, event.id, *(f"P{n},Person{n},p{n}@x.org,Org {n % 4}" for n in range(12))):
        attendance.check_in(store, event.id, person.id, desk="D")
    groups.form_groups(store, event.id, Wish(rounds=3, size=4), seconds=0.05)
    return group_drafts.open_draft(store, event.id)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(STEPS)
def test_whatever_is_moved_everybody_has_one_place_in_every_round_and_the_numbers_agree(draft, steps):
    people = [person.id for person in draft.people.values()]
    for one, other, table, swap in steps:
        if swap:
            draft = draft.swapped(people[one], people[other], table)
        else:
            draft = draft.moved(people[one], 1 + other % 3, table)
    quality = quality_of(draft)
    for number, tables in enumerate(draft.assignment, 1):
        assert sorted(person for group in tables for person in group) == sorted(draft.people)
        for table, group in enumerate(tables, 1):
            for person in group:
                key = draft.people[person].id
                assert draft.repeats_at(key, number, table) == quality.again[number - 1].get(key, 0)
    assert quality.map.cells.count(2) // 2 == len({frozenset((p.name, q)) for p in quality.people for q in p.again})
    assert sum(sum(row) for row in quality.between["organisation"].possible) >= len(people) * (len(people) - 1) // 2


def test_a_draft_is_kept_as_one_plan_that_says_what_was_done(store, event, draft):
    one, other = (seats[0] for seats in draft.view.rounds[0][:2])
    after = draft.swapped(one.registration_id, other.registration_id, 1)
    group_drafts.keep_draft(store, after)
    kept = groups.current_plan(store, event.id)
    assert kept.plan.revision == 2
    assert kept.plan.reason == f"{one.name} and {other.name} changed places in round 1"
    assert kept.rounds == after.view.rounds
    compared = compare_plans(store, event.id, 1, 2)
    assert compared.elsewhere == tuple(sorted((one.name, other.name)))
    assert [measure.name for measure in compared.measures][:2] == ["People", "Tables"]


def test_a_draft_of_a_plan_that_is_no_longer_the_newest_is_not_kept(store, event, draft):
    groups.form_groups(store, event.id, Wish(rounds=1, size=4), seconds=0.05)
    with pytest.raises(SlaError, match="another plan meanwhile"):
        group_drafts.keep_draft(store, draft)


def test_moving_to_a_table_that_is_not_there_is_refused(draft):
    person = next(iter(draft.people.values()))
    with pytest.raises(SlaError, match="There is no table 9 in round 1; they go from 1 to 3"):
        draft.moved(person.id, 1, 9)


@given(st.data())
def test_what_is_locked_has_its_place_and_the_rest_is_spread_evenly(data):
    people = list(range(data.draw(st.integers(4, 30))))
    tables = data.draw(st.integers(1, len(people)))
    seated = [[people[table::tables] for table in range(tables)] for _ in range(2)]
    locks = Locks(
        people=frozenset(data.draw(st.sets(st.sampled_from(people), max_size=3))),
        tables=frozenset((1, table) for table in data.draw(st.sets(st.integers(1, tables), max_size=tables - 1))),
        rounds=frozenset(data.draw(st.sets(st.integers(1, 2), max_size=2))),
    )
    here = data.draw(st.lists(st.sampled_from(people), unique=True, min_size=tables))
    gone = [person for person in people if person not in here]
    try:
        specs, pins = locked_rounds(seated, locks, here, 3, tables)
    except SlaError:
        reject()
    for number, spec in enumerate(specs, 1):
        everybody = {*here, *gone_from_locked(seated, locks, here)}
        assert sum(spec.sizes) == len(everybody) - len(spec.absent)
        held = {pin.person: pin.group + 1 for pin in pins if pin.round == number - 1}
        for table, group in enumerate(seated[number - 1] if number <= 2 else (), 1):
            for person in group:
                fixed = locks.holds(person, number, table) and (number in locks.rounds or person not in gone)
                assert (held.get(str(person)) == table) == fixed


def test_a_locked_table_beyond_the_tables_asked_for_is_told(store, event, draft):
    with pytest.raises(SlaError, match="Table 3 is locked but there are only 2 tables"):
        groups.form_groups(store, event.id, Wish(3, tables=2, locks=Locks(tables=frozenset({(1, 3)}))), seconds=0.05)


def test_accepted_rounds_stay_as_they_were_and_the_others_are_planned_anew_for_who_is_here(store, event, draft):
    before = groups.current_plan(store, event.id)
    leaver = before.rounds[0][0][0]
    attendance.check_out(store, event.id, leaver.registration_id, desk="D")
    after = groups.form_groups(store, event.id, Wish(3, size=4, locks=Locks(rounds=frozenset({1}))), seconds=0.05)
    assert after.rounds[0] == before.rounds[0]
    assert [sum(map(len, tables)) for tables in after.rounds] == [12, 11, 11]
    assert all(leaver not in seats for tables in after.rounds[1:] for seats in tables)
    assert groups.current_plan(store, event.id).rounds == after.rounds


def test_somebody_locked_at_a_table_beyond_those_asked_for_is_told_by_name(store, event, draft):
    somebody = groups.current_plan(store, event.id).rounds[1][2][0]
    locks = Locks(people=frozenset({somebody.registration_id}))
    with pytest.raises(SlaError, match=f"{somebody.name} is locked at table 3 but there are only 2 tables"):
        groups.form_groups(store, event.id, Wish(3, tables=2, locks=locks), seconds=0.05)


def test_more_people_locked_at_a_table_than_it_is_to_have_are_told_by_name(store, event, draft):
    first = groups.current_plan(store, event.id).rounds[0][0]
    locks = Locks(people=frozenset(seat.registration_id for seat in first))
    with pytest.raises(SlaError, match="table 1 holds at most 3 people but these have fixed places there: P"):
        groups.form_groups(store, event.id, Wish(3, size=3, locks=locks), seconds=0.05)
