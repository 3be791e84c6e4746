"""Plans from geometry: nobody meets twice, and where there is a choice people are mixed."""

from collections import Counter
from itertools import combinations

import pytest

from sla_desktop.grouping.case import case_from_json
from sla_desktop.grouping.designs import rounds_without_repeats
from sla_desktop.grouping.score import evaluate
from sla_desktop.grouping.solve import solve
from tests.grouping.support import realistic


@pytest.mark.parametrize(
    ("groups", "size", "rounds"),
    [
        (3, 3, 4),
        (4, 4, 5),
        (7, 7, 8),
        (8, 4, 9),
        (8, 5, 8),
        (9, 3, 13),
        (9, 9, 10),
        (16, 4, 21),
        (27, 3, 40),
        (32, 8, 33),
    ],
)
def test_nobody_meets_twice_in_any_round(groups: int, size: int, rounds: int):
    made = rounds_without_repeats(groups, size)
    met = Counter(pair for plan in made for group in plan for pair in combinations(sorted(group), 2))
    assert len(made) == rounds
    assert set(met.values()) == {1}
    assert all(sorted(p for group in plan for p in group) == list(range(groups * size)) for plan in made)


@pytest.mark.parametrize("groups", [6, 10, 12, 15])
def test_a_number_that_is_no_prime_power_has_one_round_only(groups: int):
    assert len(rounds_without_repeats(groups, 3)) == 1


def golfers(groups: int, size: int, rounds: int):
    people = [{"id": f"p{i}"} for i in range(groups * size)]
    return case_from_json({"participants": people, "rounds": [{"sizes": [size] * groups}] * rounds})


@pytest.mark.parametrize("tournament", [(8, 4, 9), (5, 5, 6), (6, 3, 6), (7, 6, 4)])
def test_social_golfers_never_meet_twice(tournament: tuple[int, int, int]):
    assert solve(golfers(*tournament), seconds=2, seed=1).score.repeats == 0


def test_people_are_placed_in_a_design_so_that_they_are_mixed():
    case = case_from_json(realistic(32, 8, 4))
    by_design, gains = solve(case, seconds=0.2, seed=1).score, []
    assert by_design.repeats == 0
    for seed in range(3):
        gains.append(solve(golfers(8, 4, 8), seconds=0.1, seed=seed).assignment)
    alike = {person.id: other.id for person, other in zip(golfers(8, 4, 8).people, case.people, strict=True)}
    by_lot = [tuple(tuple(tuple(alike[p] for p in g) for g in r) for r in plan) for plan in gains]
    assert by_design.gain_mean > max(evaluate(case, plan).gain_mean for plan in by_lot)
