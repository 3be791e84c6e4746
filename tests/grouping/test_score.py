"""Our measures agree with an evaluator that others wrote."""

import random
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from pytest import approx  # noqa: PT013

from sla_desktop.grouping.case import case_from_json, plan_to_json
from sla_desktop.grouping.score import evaluate
from tests.grouping.support import cases, evaluator, realistic


def shuffled(data: dict[str, Any], rng: random.Random) -> tuple[tuple[tuple[str, ...], ...], ...]:
    """People dealt by lot into groups of the wished sizes; the first seats of a case whose limits allow others."""
    rounds = []
    for spec in data["rounds"]:
        ids = [p["id"] for p in data["participants"] if p["id"] not in spec.get("absent", [])]
        rng.shuffle(ids)
        deal = iter(ids)
        rounds.append(
            tuple(tuple(person for _, person in zip(range(size), deal, strict=False)) for size in spec["sizes"])
        )
    return tuple(rounds)


def assert_agreement(data: dict[str, Any], assignment) -> None:
    theirs = evaluator().evaluate(data, plan_to_json(assignment))
    ours = evaluate(case_from_json(data), assignment)
    assert (ours.slots, ours.pairs_met, ours.new_pairs) == tuple(
        theirs[k] for k in ("pair_slots", "pairs_met", "new_pairs")
    )
    assert ours.upper_bound == theirs["upper_bound_new"]
    assert ours.repeats == theirs["repeats_total"]
    assert ours.most_meetings == theirs["max_meetings_of_a_pair"]
    assert ours.violations == theirs["violations"]
    assert ours.new_fraction == approx(theirs["new_fraction"], abs=1e-5)
    assert ours.coverage_mean == approx(theirs["coverage_mean"], abs=1e-5)
    assert ours.coverage_min == approx(theirs["coverage_min"], abs=1e-5)
    assert ours.gain_mean == approx(theirs["gain_mean"], abs=2e-5)
    for name, mixing in ours.attributes.items():
        their = theirs["by_attribute"][name]
        assert (mixing.gain, mixing.mix, mixing.blau) == approx(
            (their["gain"], their["mix"], their["blau"]), abs=1e-5
        )


@settings(deadline=None)
@given(data=cases(), seed=st.integers(0, 2**16))
def test_any_seating_scores_the_same_even_when_rules_are_broken(data, seed):
    assert_agreement(data, shuffled(data, random.Random(seed)))


def test_a_large_case_with_a_past_scores_the_same():
    data = realistic(150, 4, 8, past=0.2)
    data["weights"] = {"borough": 3.0, "level": 0.5}
    data["together"] = [{"members": ["p000", "p001", "p002"], "rounds": None}]
    assert_agreement(data, shuffled(data, random.Random(5)))


def test_choices_are_counted_by_rank():
    data = {
        "participants": [{"id": c} for c in "abcd"],
        "rounds": [{"sizes": [2, 2], "topics": ["tea", "wine"]}],
        "choices": {"a": ["tea"], "b": ["wine", "tea"], "c": ["tea", "wine"], "d": ["milk"]},
    }
    score = evaluate(case_from_json(data), ((("a", "b"), ("c", "d")),))
    assert score.choices
    assert (score.choices.rated, score.choices.unranked) == (4, 1)
    assert (score.choices.first_share, score.choices.top3_share) == (0.25, 0.75)


def test_people_with_several_values_share_each_of_them():
    data = {
        "participants": [{"id": "a", "attrs": {"job": ["x", "y"]}}, {"id": "b", "attrs": {"job": ["x", "y"]}}],
        "rounds": [{"sizes": [2]}],
    }
    assert evaluate(case_from_json(data), ((("a", "b"),),)).attributes["job"].same_pairs == 2
