"""Which sessions somebody attended, and for how long, follows from the doors that they came in at."""

from datetime import timedelta

from sla_desktop.domain import hours
from tests.domain.test_attendance import ANN, BOB, NINE, fact, session

END = NINE + timedelta(hours=7)


def attended(facts, *sessions, who=ANN):
    known = hours.attended(facts, sessions, END)[who]
    minutes = {key: time // timedelta(minutes=1) for key, time in known.sessions.items()}
    return known.time // timedelta(minutes=1), minutes


def test_breaks_do_not_count():
    morning, coffee, noon = session(0, 60), session(60, 90, counts=False), session(90, 150)
    facts = [fact("in", 30), fact("out", 120)]
    assert attended(facts, morning, coffee, noon) == (60, {morning.id: 30, noon.id: 30})


def test_sessions_side_by_side_that_nobody_checked_in_to_give_time_once_and_no_name():
    opening, first, second = session(0, 60), session(60, 120), session(60, 120)
    assert attended([fact("in", 0)], opening, first, second) == (120, {opening.id: 60})


def test_where_doors_of_sessions_are_kept_only_what_was_entered_is_named():
    opening, first, second, closing = session(0, 60), session(60, 120), session(60, 120), session(120, 180)
    facts = [fact("in", 0), fact("in", 0, BOB), fact("in", 55, session=first.id)]
    assert attended(facts, opening, first, second, closing) == (180, {first.id: 60})
    assert attended(facts, opening, first, second, closing, who=BOB) == (120, {})


def test_who_goes_over_to_another_session_has_left_the_first():
    first, second = session(0, 60), session(0, 90)
    facts = [fact("in", 0, session=first.id), fact("in", 20, session=second.id)]
    assert attended(facts, first, second) == (90, {first.id: 20, second.id: 70})


def test_a_session_entered_without_passing_the_front_door_proves_itself_and_nothing_else():
    first, later = session(0, 60), session(60, 120)
    assert attended([fact("in", 10, session=first.id)], first, later) == (50, {first.id: 50})


def test_a_second_scan_at_the_front_door_does_not_end_a_session():
    first = session(0, 60)
    facts = [fact("in", 0), fact("in", 1, session=first.id), fact("in", 10), fact("out", 50)]
    assert attended(facts, first) == (49, {first.id: 49})


def test_periods_that_overlap_count_once():
    minute = timedelta(minutes=1)
    periods = [(NINE, NINE + 30 * minute), (NINE + 10 * minute, NINE + 20 * minute), (NINE + 60 * minute, END)]
    assert hours.length(periods) == (30 + 6 * 60) * minute
