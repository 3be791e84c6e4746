"""Which sessions somebody attended, and for how long, follows from the doors that they came in at."""

from dataclasses import replace
from datetime import timedelta

from sla_desktop.domain import hours, ids
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


def people(count):
    return [ids.RegistrationId(ids.new_id()) for _ in range(count)]


def test_one_scan_into_a_session_takes_its_hours_from_nobody():
    morning, workshop = session(0, 60), session(60, 120)
    others = people(3)
    facts = [*(fact("in", 0, who) for who in (ANN, *others)), fact("in", 60, session=workshop.id)]
    for who in (ANN, *others):
        assert attended(facts, morning, workshop, who=who) == (120, {morning.id: 60, workshop.id: 60})
    known = hours.attended(facts, [morning, workshop], END)
    assert (known[ANN].given, known[others[0]].given) == (frozenset(), {workshop.id})


def test_a_session_that_half_of_all_were_checked_in_to_is_theirs_alone():
    workshop = session(60, 120)
    first, second, third, fourth = people(4)
    facts = [fact("in", 0, who) for who in (first, second, third, fourth)]
    facts += [fact("in", 60, who, session=workshop.id) for who in (first, second)]
    known = hours.attended(facts, [workshop], END)
    assert (known[second].sessions, known[third].sessions) == ({workshop.id: timedelta(hours=1)}, {})
    assert (known[second].missed, known[third].missed) == (frozenset(), {workshop.id})


def test_a_session_with_too_few_places_for_all_is_theirs_who_were_checked_in_to_it():
    small = replace(session(60, 120), capacity=3)
    first, *others = people(5)
    facts = [*(fact("in", 0, who) for who in (first, *others)), fact("in", 60, first, session=small.id)]
    assert attended(facts, small, who=first) == (60, {small.id: 60})
    assert attended(facts, small, who=others[0]) == (0, {})


def test_workshops_side_by_side_have_one_list_together_and_who_is_on_it_missed_nothing():
    one, other = session(0, 60), session(0, 60)
    first, second, third = people(3)
    facts = [fact("in", 0, who) for who in (first, second, third)]
    facts += [fact("in", 0, first, session=one.id), fact("in", 0, second, session=other.id)]
    known = hours.attended(facts, [one, other], END)
    assert (known[first].sessions.keys(), known[first].missed) == ({one.id}, frozenset())
    assert (known[third].time, known[third].missed) == (timedelta(), {one.id, other.id})


def test_periods_that_overlap_count_once():
    minute = timedelta(minutes=1)
    periods = [(NINE, NINE + 30 * minute), (NINE + 10 * minute, NINE + 20 * minute), (NINE + 60 * minute, END)]
    assert hours.length(periods) == (30 + 6 * 60) * minute


def test_a_session_with_too_few_places_for_all_is_named_for_nobody_by_guess():
    few, rest = replace(session(0, 60), capacity=1), session(60, 120)
    facts = [fact("in", 0), fact("in", 0, BOB)]
    assert attended(facts, few, rest) == (120, {rest.id: 60})
    assert hours.open_to_all(facts, [few, rest], END) == [few]
    assert hours.open_to_all([*facts, fact("in", 5, session=few.id)], [few, rest], END) == []
    assert hours.open_to_all(facts, [few, rest, session(30, 50)], END) == []


def test_a_session_with_too_few_places_is_theirs_alone_also_after_another_that_it_overlaps():
    opening, clinic = session(0, 60), replace(session(30, 180), capacity=3)
    first, *others = people(5)
    facts = [*(fact("in", 0, who) for who in (first, *others)), fact("in", 60, first, session=clinic.id)]
    assert attended(facts, opening, clinic, who=first) == (180, {clinic.id: 120})
    assert attended(facts, opening, clinic, who=others[0]) == (60, {})
    known = hours.attended(facts, [opening, clinic], END)[others[0]]
    assert (known.given, known.missed) == (frozenset(), {clinic.id})


def test_the_rest_of_a_small_session_is_no_reason_to_keep_anybody_from_the_time_of_a_large_one_beside_it():
    clinic, plenary = replace(session(0, 60), capacity=3), session(0, 180)
    first, *others = people(5)
    facts = [*(fact("in", 0, who) for who in (first, *others)), fact("in", 5, first, session=clinic.id)]
    for who in (first, *others):
        assert attended(facts, clinic, plenary, who=who)[0] == 180


def test_a_forgotten_exit_ends_with_the_day_where_an_event_lasts_days():
    first, second = session(0, 60), session(24 * 60, 25 * 60)
    midnight = NINE + timedelta(hours=15)

    def closes(came):
        return midnight if came < midnight else midnight + timedelta(days=1)

    end = NINE + timedelta(hours=31)
    facts = [fact("in", 0), fact("in", 0, BOB), fact("in", 24 * 60, BOB)]
    known = hours.attended(facts, [first, second], end, closes)
    assert (known[ANN].time, known[BOB].time) == (timedelta(hours=1), timedelta(hours=2))
    assert hours.attended(facts, [first, second], end)[ANN].time == timedelta(hours=2), "one night has no such end"
