"""Rules that contradict each other are named, with the people they concern."""

from typing import Any

import pytest

from sla_desktop.domain.errors import SlaError
from sla_desktop.grouping.case import case_from_json
from sla_desktop.grouping.rules import seatings
from sla_desktop.grouping.solve import solve
from tests.grouping.support import realistic


def case(**rules: Any):
    people = [{"id": name} for name in ("Ada", "Bea", "Cy", "Dan", "Eve", "Fay")]
    return case_from_json({"participants": people, "rounds": [{"sizes": [3, 3]}], **rules})


def members(*names: str) -> dict[str, Any]:
    return {"members": list(names)}


def pin(name: str, group: int) -> dict[str, Any]:
    return {"id": name, "round": 0, "group": group}


ABSENT = [{"sizes": [3, 2], "absent": ["Ada"]}]


@pytest.mark.parametrize(
    ("rules", "words"),
    [
        (
            {"together": [members("Ada", "Bea")], "apart": [members("Bea", "Ada")]},
            ["Ada", "Bea", "together", "apart"],
        ),
        (
            {"together": [members("Ada", "Bea"), members("Bea", "Cy")], "apart": [members("Ada", "Cy")]},
            ["Ada", "Cy", "together", "apart"],
        ),
        ({"together": [members("Ada", "Bea")], "pins": [pin("Ada", 0), pin("Bea", 1)]}, ["Ada", "Bea", "group 2"]),
        (
            {"apart": [members("Ada", "Bea")], "pins": [pin("Ada", 0), pin("Bea", 0)]},
            ["Ada", "Bea", "apart", "fixed"],
        ),
        ({"pins": [pin("Ada", 0), pin("Ada", 1)]}, ["Ada", "two fixed places"]),
        ({"pins": [pin("Ada", 0)], "rounds": ABSENT}, ["Ada", "absent"]),
        ({"together": [members("Ada", "Bea", "Cy", "Dan")]}, ["Ada, Bea, Cy and Dan", "no group holds more than 3"]),
        ({"apart": [members("Ada", "Bea", "Cy")]}, ["3 people", "only 2 groups", "Ada"]),
        (
            {"apart": [members("Ada", "Bea"), members("Bea", "Cy"), members("Cy", "Ada"), members("Cy", "Dan")]},
            ["3 people are to be kept apart (Ada, Bea and Cy)", "only 2 groups"],
        ),
        ({"rounds": [{"sizes": [6]}], "apart": [members("Ada", "Bea")]}, ["there is only 1 group."]),
        ({"pins": [pin(name, 0) for name in ("Ada", "Bea", "Cy", "Dan")]}, ["group 1 holds at most 3", "Dan"]),
        ({"rounds": [{"sizes": [3, 2]}]}, ["6 people are present", "between 5 and 5"]),
    ],
)
def test_two_rules_that_cannot_both_hold_are_named(rules: dict[str, Any], words: list[str]):
    with pytest.raises(SlaError) as caught:
        solve(case(**rules), seconds=0.01, seed=1)
    assert str(caught.value).startswith("In round 1")
    assert all(word in str(caught.value) for word in words), str(caught.value)


def test_rules_for_people_who_are_absent_do_not_count():
    made = case(apart=[members("Ada", "Bea")], together=[members("Ada", "Bea")], rounds=ABSENT)
    assert seatings(made)[0].blocks == ()


def test_a_fixed_place_takes_those_along_who_sit_together():
    plan = solve(case(together=[members("Ada", "Bea")], pins=[pin("Ada", 1)]), seconds=0.01, seed=1)
    assert {"Ada", "Bea"} <= set(plan.assignment[0][1])


def test_rules_that_no_seating_can_keep_are_said_to_be_so():
    pairs = [members(a, b) for a, b in (("Ada", "Bea"), ("Cy", "Dan"), ("Eve", "Fay"))]
    with pytest.raises(SlaError, match="no group has room left for all of Eve and Fay"):
        solve(case(together=pairs), seconds=0.01, seed=1)


def test_a_group_grows_for_those_who_are_to_sit_together():
    data = realistic(12, 1, 4)
    data["rounds"][0] |= {"min": [3] * 3, "max": [6] * 3}
    data["together"] = [{"members": [f"p{i:03d}" for i in range(6)]}]
    plan = solve(case_from_json(data), seconds=0.05, seed=1)
    assert plan.score.sound
    assert sorted(map(len, plan.assignment[0])) == [3, 3, 6]


def test_many_to_be_kept_apart_are_where_it_can_be_done():
    data = realistic(24, 2, 4)
    ids = [person["id"] for person in data["participants"]]
    data["apart"] = [{"members": ids[team::4]} for team in range(4)]
    assert solve(case_from_json(data), seconds=0.3, seed=1).score.sound


def test_rules_that_cannot_all_hold_are_named():
    data = realistic(4, 1, 2)
    data["apart"] = [{"members": ["p000", "p001"]}, {"members": ["p000", "p002"]}, {"members": ["p000", "p003"]}]
    with pytest.raises(SlaError, match=r"in round 1, p000 and p00\d cannot be kept apart"):
        solve(case_from_json(data), seconds=0.1, seed=1)
