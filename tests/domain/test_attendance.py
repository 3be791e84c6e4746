"""Attendance facts are only ever added; what they mean is computed."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from sla_desktop.domain import attendance as rules
from sla_desktop.domain.attendance import AttendanceFact, Verdict
from sla_desktop.domain.events import Session
from sla_desktop.domain.ids import new_id

NINE = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
EVENT, ANN, BOB = UUID(int=1), UUID(int=2), UUID(int=3)


def fact(kind, minute, who=ANN, undoes=None, session=None):
    moment = NINE + timedelta(minutes=minute)
    return AttendanceFact(new_id(), EVENT, who, who, kind, moment, moment, "Desk 1", "scan", session, undoes)


def session(start, end, *, counts=True):
    begins, finishes = NINE + timedelta(minutes=start), NINE + timedelta(minutes=end)
    return Session(new_id(), EVENT, "Session", begins, finishes, counts=counts)


def test_who_came_in_is_present_and_who_left_is_not():
    facts = [fact("in", 0), fact("in", 1, BOB), fact("out", 30)]
    assert set(rules.present(facts)) == {BOB}
    assert set(rules.present(facts, at=NINE + timedelta(minutes=10))) == {ANN, BOB}


def test_an_undone_arrival_never_happened_but_stays_in_the_record():
    arrival = fact("in", 0)
    facts = [arrival, fact("undo", 2, undoes=arrival.id)]
    assert rules.present(facts) == {}
    assert rules.standing(facts) == []
    assert len(facts) == 2


def test_undoing_a_departure_puts_the_person_back_in():
    leaving = fact("out", 30)
    assert set(rules.present([fact("in", 0), leaving, fact("undo", 31, undoes=leaving.id)])) == {ANN}


def test_a_forgotten_exit_ends_with_the_event():
    end = NINE + timedelta(hours=7)
    assert rules.stays([fact("in", 5)], end) == {ANN: [(NINE + timedelta(minutes=5), end)]}


def test_a_second_scan_at_another_desk_starts_no_second_stay():
    facts = [fact("in", 5), fact("in", 9), fact("out", 65)]
    assert rules.stays(facts, NINE) == {ANN: [(NINE + timedelta(minutes=5), NINE + timedelta(minutes=65))]}


def test_occupancy_follows_people_from_session_to_session():
    first, second = new_id(), new_id()
    facts = [fact("in", 0, session=first), fact("in", 1, BOB, session=first), fact("in", 60, session=second)]
    assert dict(rules.occupancy(facts)) == {first: 1, second: 1}


@given(st.permutations([0, 1, 2, 3, 4]))
def test_the_order_in_which_facts_arrive_does_not_matter(order):
    arrival = fact("in", 0)
    facts = [arrival, fact("out", 10), fact("in", 20), fact("in", 3, BOB), fact("undo", 30, undoes=arrival.id)]
    shuffled = [facts[place] for place in order]
    assert rules.present(shuffled) == rules.present(facts)
    assert rules.stays(shuffled, NINE) == rules.stays(facts, NINE)


def test_a_verdict_says_its_colour_in_a_word_too():
    assert Verdict(rules.VALID, "Welcome").light == "green"
    assert Verdict(rules.ALREADY_IN, "Already in").light == "amber"
    assert Verdict(rules.NOT_ON_LIST, "Not on the list").light == "red"
    assert Verdict(rules.CANCELLED, "Cancelled").light == "red"
