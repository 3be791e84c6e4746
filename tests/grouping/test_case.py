"""Breakout cases: sizes within one, and malformed cases refused with the place named."""

import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sla_desktop.domain.errors import SlaError
from sla_desktop.grouping.case import assignment_from_json, case_from_json, even_sizes, plan_to_json
from sla_desktop.grouping.case_fields import unheeded

PEOPLE = [{"id": "ada", "attrs": {"job": ["nurse", "chair"]}}, {"id": "bea"}, {"id": "cy", "attrs": {"job": "nurse"}}]


def case(**changes: Any) -> dict[str, Any]:
    return {"participants": PEOPLE, "rounds": [{"sizes": [2, 1]}], **changes}


@given(st.integers(1, 600), st.data())
def test_even_sizes_differ_by_one_at_most_and_seat_everybody(n: int, data: st.DataObject):
    tables, size = data.draw(st.integers(1, n)), data.draw(st.integers(1, n))
    for sizes in (even_sizes(n, tables=tables), even_sizes(n, size=size)):
        assert sum(sizes) == n
        assert max(sizes) - min(sizes) <= 1
    assert len(even_sizes(n, tables=tables)) == tables
    assert max(even_sizes(n, size=size)) <= size


@pytest.mark.parametrize("wish", [{"tables": 0}, {"tables": 4}, {}, {"size": 0}])
def test_sizes_for_no_groups_or_more_groups_than_people_are_refused(wish: dict[str, int]):
    with pytest.raises(SlaError, match="3 people cannot be divided"):
        even_sizes(3, **wish)


def test_one_value_or_several_are_both_understood():
    people = case_from_json(case()).people
    assert [person.attrs for person in people] == [{"job": ("nurse", "chair")}, {}, {"job": ("nurse",)}]


def test_limits_default_to_the_wished_sizes():
    (spec,) = case_from_json(case()).rounds
    assert (spec.minimum, spec.maximum) == ((2, 1), (2, 1))


def test_people_of_the_past_who_are_not_here_are_passed_over():
    made = case_from_json(case(past=[["ada", "zoe"], ["ada", "bea", 3], ["bea", "ada", 1, 2]]))
    assert made.past == {frozenset(("ada", "bea")): 3.5}


def test_distances_come_as_a_matrix_or_as_rows():
    full = [[0, 1, 2], [1, 0, 3], [2, 3, 0]]
    rows = [[0, 1, 1.0], [0, 2, 2.0], [1, 2, 3.0]]
    assert case_from_json(case(distances=full)).distances == case_from_json(case(distances=rows)).distances


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"participants": []}, "no participants"),
        ({"participants": [{"id": "a"}, {"id": "a"}]}, "“a” is listed twice"),
        ({"participants": [{"name": "a"}]}, "Participant 1 has no id"),
        ({"participants": "ada"}, "“participants” in the case is not a list"),
        ({"rounds": []}, "no rounds"),
        ({"rounds": [{"sizes": []}]}, "round 1: “sizes” must be a list of whole numbers"),
        ({"rounds": [{"sizes": [3], "min": [1, 2]}]}, "round 1: “min” has 2 entries for 1 group."),
        ({"rounds": [{"sizes": [3], "min": [4], "max": [3]}]}, "least size is larger"),
        ({"rounds": [{"sizes": [3], "absent": ["zoe"]}]}, "round 1: “zoe” is not a participant"),
        ({"rounds": [{"sizes": [3], "topics": ["a", "b"]}]}, "round 1: “topics” has 2 entries"),
        ({"together": [{"members": ["ada", "zoe"]}]}, "rule 1 of “together”: “zoe”"),
        ({"apart": [{"members": ["ada", "bea"], "rounds": [1]}]}, "rule 1 of “apart”: “rounds”"),
        ({"pins": [{"id": "ada", "round": 0, "group": 2}]}, "pin 1: round 0 has no group 2"),
        ({"pins": [{"id": "ada", "round": 1, "group": 0}]}, "pin 1: there is no round 1"),
        ({"pins": [{"id": "ada", "round": "0", "group": 0}]}, "pin 1: “round” and “group” must be whole numbers"),
        ({"distances": [[0, 1, 2], [1, 0, 5], [0, 1, 3]]}, "Row 2 of “distances” has 5 for a pair that had 2 before"),
        ({"past": ["ada"]}, "Entry 1 of “past”"),
        ({"choices": {"ada": "wine"}}, "“choices” must give"),
        ({"weights": {"job": -1}}, "“weights” must give"),
        ({"distances": [[0, 9, 1.0]]}, "Row 1 of “distances”"),
        ({"participants": [{"id": 7}]}, "id of participant 1 is not a text"),
        ({"participants": [{"id": "a"}, {"id": float("nan")}]}, "id of participant 2 is not a text"),
        ({"rounds": [{"sizes": [True, 2]}]}, "round 1: “sizes” must be a list of whole numbers"),
        ({"rounds": [{"sizes": [10**9], "min": [0]}]}, "from 0 to 10,000"),
        ({"weights": {"level": 1, "job": float("nan")}}, "that of “job” is none"),
        ({"weights": {"job": 10**400}}, "that of “job” is none"),
        ({"weights": {"job": True}}, "that of “job” is none"),
        ({"weights": [1]}, "“weights” must give"),
    ],
)
def test_a_malformed_case_is_refused_with_what_and_where(changes: dict[str, Any], words: str):
    with pytest.raises(SlaError, match=words.replace("[", r"\[")):
        case_from_json(case(**changes))


@pytest.mark.parametrize("distance", [float("nan"), float("inf"), "x", None, True, 10**400])
def test_a_distance_that_is_no_number_is_refused_in_rows_and_in_a_matrix(distance: Any):
    with pytest.raises(SlaError, match="Row 2 of “distances” has a distance that is not a number"):
        case_from_json(case(distances=[[0, 1, 1.0], [0, 2, distance]]))
    with pytest.raises(SlaError, match="of “distances”"):
        case_from_json(case(distances=[[0, distance, 0], [distance, 0, 0], [0, 0, 0]]))


def test_a_plan_survives_json_and_a_foreign_one_is_refused():
    made = case_from_json(case())
    plan = ((("ada", "cy"), ("bea",)),)
    assert assignment_from_json(plan_to_json(plan), made) == plan
    for foreign, words in [
        ({}, "of 1 round."),
        ({"assignment": [[["ada"]]]}, "another number"),
        ({"assignment": [[["ada"], ["zoe"]]]}, "“zoe”, who is not in the case"),
    ]:
        with pytest.raises(SlaError, match=words):
            assignment_from_json(foreign, made)


@pytest.mark.parametrize(
    ("people", "rounds", "sizes"), [(1_001, 100, [1_001]), (5_001, 1, [5_001]), (9, 1, [0] * 6_000 + [9])]
)
def test_a_case_that_no_laptop_can_plan_is_refused_at_once(people, rounds, sizes):
    one = {"sizes": sizes, "min": [0] * len(sizes), "max": [people] * len(sizes)}
    with pytest.raises(SlaError, match="can be planned"):
        case_from_json({"participants": [{"id": str(n)} for n in range(people)], "rounds": [one] * rounds})


def test_more_rounds_than_any_day_has_are_refused():
    with pytest.raises(SlaError, match="No day has 5,000 rounds; up to 100 can be planned"):
        case_from_json(case(rounds=[{"sizes": [2, 1]}] * 5000))


FOUR = {"participants": [{"id": name} for name in "abcd"], "rounds": [{"sizes": [2, 2]}]}


@pytest.mark.parametrize(
    ("data", "told"),
    [
        ({"togehter": []}, "In the case: there is no field “togehter”; did you mean “together”?"),
        (
            {"rounds": [{"sizes": [4], "minimum": [3]}]},
            "In round 1: there is no field “minimum”; did you mean “min”?",
        ),
        ({"apart": [{"member": ["a", "b"]}]}, "In rule 1 of “apart”: there is no field “member”; did you mean"),
        ({"pins": [{"id": "a", "rounds": 0, "group": 0}]}, "In pin 1: there is no field “rounds”; did you mean"),
        ({"apart": [{"members": ["a", "a"]}]}, "In rule 1 of “apart”: it names “a” twice"),
        ({"distances": [[0, 1], [1, 0]]}, "has 2 rows of 2 numbers; a matrix for 4 participants has 4 rows of 4"),
        (
            {"distances": [[0, 1, 1, 1], [1, 0, 1], [1, 1, 0, 1], [1, 1, 1, 0]]},
            "has 4 rows of 3 or 4 numbers; a matrix",
        ),
        ({"distances": [[0, float("nan"), 1, 1]] * 4}, "Row 1 of “distances” has a distance that is not a number"),
        ({"distances": [[0, 1, 1, 1]] * 4}, "has 1 from participant 2 to themselves; it must be 0"),
        (
            {"distances": [[0, 1, 1, 1], [2, 0, 1, 1], [1, 1, 0, 1], [1, 1, 1, 0]]},
            "has 2 from 2 to 1 but 1 back",
        ),
    ],
)
def test_what_is_misspelt_or_has_the_wrong_shape_is_named(data, told):
    with pytest.raises(SlaError, match=re.escape(told)):
        case_from_json(FOUR | data)


def test_fields_of_other_names_are_left_alone():
    assert case_from_json(FOUR | {"author": "Ann"}).people
    data = FOUR | {"author": "Ann", "past": [["a", "zoe"]], "choices": {"a": ["wine"]}}
    assert list(unheeded(data, case_from_json(data))) == [
        "The field “author” of the case means nothing here.",
        "“past” names “zoe”, who is not a participant; such meetings do not count.",
        "“choices” names “wine”, which no round has for a topic; such choices do not count.",
    ]
