"""A plan kept alive: late arrivals are seated, leavers go, as few as possible move."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sla_desktop.domain.errors import SlaError
from sla_desktop.grouping.case import Case, case_from_json
from sla_desktop.grouping.repair import changed_case, refit, repair
from sla_desktop.grouping.score import evaluate, violations
from sla_desktop.grouping.solve import Plan, solve
from tests.grouping.support import realistic


def loose(n: int, late: list[str]) -> Case:
    """A case of fives, each of which may hold 3 to 6, in which the late ones are absent."""
    data = realistic(n, 3, 5, past=0.1)
    for spec in data["rounds"]:
        groups = len(spec["sizes"])
        spec |= {"min": [3] * groups, "max": [6] * groups, "absent": late}
    return case_from_json(data)


def homes(plan: Plan, number: int) -> dict[str, int]:
    return {person: g for g, group in enumerate(plan.assignment[number]) for person in group}


def moved(before: Plan, after: Plan) -> int:
    pairs = [(homes(before, number), homes(after, number)) for number in range(len(before.assignment))]
    return sum(now[person] != home for old, now in pairs for person, home in old.items() if person in now)


CASE = loose(40, late=["p038", "p039"])
PLAN = solve(CASE, seconds=0.1, seed=1)


@settings(deadline=None, max_examples=40)
@given(
    from_round=st.integers(0, 2),
    left=st.sets(st.sampled_from([f"p{i:03d}" for i in range(38)]), max_size=14),
    arrived=st.sets(st.sampled_from(["p038", "p039"])),
)
def test_who_comes_has_a_seat_who_went_has_none_and_the_past_is_untouched(from_round, left, arrived):
    after = repair(CASE, PLAN, from_round=from_round, arrived=sorted(arrived), left=left)
    assert after.assignment[:from_round] == PLAN.assignment[:from_round]
    for number in range(from_round, 3):
        assert homes(after, number).keys() == homes(PLAN, number).keys() - left | arrived
    assert violations(changed_case(CASE, PLAN.assignment, from_round, arrived, left), after.assignment) == {}


def test_nobody_moves_while_every_group_is_large_enough():
    after = repair(CASE, PLAN, from_round=1, arrived=["p038"], left=["p000"])
    assert moved(PLAN, after) == 0


@settings(deadline=None, max_examples=30)
@given(left=st.sets(st.sampled_from([f"p{i:03d}" for i in range(38)]), max_size=12))
def test_no_more_people_move_than_groups_lack(left):
    after = repair(CASE, PLAN, from_round=0, arrived=[], left=left)
    lacking = sum(max(0, 3 - len(set(group) - left)) for groups in PLAN.assignment for group in groups)
    assert moved(PLAN, after) == lacking


def test_a_full_house_makes_room_for_one_more():
    data = realistic(9, 1, 4)
    data["rounds"][0] = {"sizes": [4, 4], "absent": ["p008"]}
    case = case_from_json(data)
    after = repair(case, solve(case, seconds=0.01, seed=1), from_round=0, arrived=["p008"], left=[])
    assert sorted(map(len, after.assignment[0])) == [4, 5]


def test_a_late_arrival_is_kept_from_whom_they_must_not_meet():
    data = realistic(9, 1, 4)
    data["rounds"][0] = {"sizes": [4, 4], "min": [4, 4], "max": [6, 6], "absent": ["p008"]}
    data["apart"] = [{"members": ["p008", f"p00{i}"]} for i in range(8)]
    case = case_from_json(data)
    plan = solve(case, seconds=0.01, seed=1)
    only = {"members": ["p008", plan.assignment[0][0][0]]}
    case = case_from_json(data | {"apart": [only]})
    after = repair(case, plan, from_round=0, arrived=["p008"], left=[])
    assert "p008" in after.assignment[0][1]


def test_a_stranger_to_the_case_is_refused():
    with pytest.raises(SlaError, match="“zoe” is not a participant"):
        repair(CASE, PLAN, from_round=0, arrived=["zoe"], left=[])


def test_a_plan_is_fitted_to_a_case_in_which_others_are_present():
    late = loose(40, late=["p000", "p001"])
    after = refit(late, PLAN.assignment)
    assert homes(after, 0).keys() == set(late.present(0))
    assert moved(PLAN, after) == 0


def test_a_plan_that_seats_somebody_twice_is_refused_with_the_round_and_the_name():
    case = case_from_json(realistic(6, 2, 3))
    sound = (("p000", "p001", "p002"), ("p003", "p004", "p005"))
    for broken in (
        (("p000", "p000", "p001"), ("p003", "p004", "p005")),
        (("p000", "p001", "p002"), ("p000", "p001", "p002")),
    ):
        assert evaluate(case, (sound, broken)).violations["placed_twice"]
        with pytest.raises(SlaError, match="Round 2 of the plan seats “p000” more than once"):
            refit(case, (sound, broken))


def test_people_whom_a_plan_forgot_are_seated():
    case = case_from_json(realistic(6, 1, 3))
    after = refit(case, ((("p000", "p001"), ("p003",)),))
    assert {person for group in after.assignment[0] for person in group} == set(case.present(0))
    assert list(map(len, after.assignment[0])) == [3, 3]


@pytest.mark.parametrize("number", [-5, -1, 3])
def test_a_round_that_is_not_there_is_refused(number: int):
    with pytest.raises(SlaError, match=f"no round {number} to start from; choose from 0 to 2"):
        repair(CASE, PLAN, from_round=number, arrived=[], left=[])
