"""Topics are handed out so that the sum of ranks is the least there is."""

from itertools import permutations, product

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from sla_desktop.grouping.heat import Limits
from sla_desktop.grouping.wishes import grant_wishes


@given(st.integers(2, 3), st.integers(1, 2), st.integers(0, 2**16))
def test_no_other_seating_grants_more(groups: int, size: int, seed: int):
    n = groups * size
    wishes = np.zeros((n + 1, groups), np.float32)
    wishes[:n] = np.random.default_rng(seed).integers(0, 9, (n, groups))
    seats = np.arange(n).reshape(size, groups)
    home = np.tile(np.arange(groups), size)
    least = min(wishes[list(order), home].sum() for order in permutations(range(n)))
    grant_wishes(seats, wishes, np.zeros(n + 1, np.bool_))
    assert sorted(seats.ravel()) == list(range(n))
    assert wishes[seats, np.arange(groups)].sum() == least


def test_people_with_a_fixed_place_stay():
    wishes = np.array([[9, 0], [0, 9], [0, 0]], np.float32)
    seats = np.array([[0, 1]])
    grant_wishes(seats, wishes, np.array([True, False, True]))
    assert seats.tolist() == [[0, 1]]


@given(st.integers(2, 4), st.integers(2, 6), st.integers(0, 2**16))
def test_sizes_give_way_to_wishes_within_their_limits(groups: int, n: int, seed: int):
    rng = np.random.default_rng(seed)
    wishes = np.zeros((n + 1, groups), np.float32)
    wishes[:n] = rng.integers(0, 9, (n, groups))
    most = rng.integers(1, n + 1, groups)
    most[0] += max(0, n - most.sum())
    seats = np.full((int(most.max()), groups), n)
    places = [(row, g) for g in range(groups) for row in range(most[g])][:n]
    for person, place in enumerate(places):
        seats[place] = person
    sizes = (seats != n).sum(0)
    limits = Limits(np.minimum(sizes, 1), most)
    every = product(range(groups), repeat=n)
    allowed = [homes for homes in every if _within(np.bincount(homes, minlength=groups), limits)]
    least = min(wishes[range(n), list(homes)].sum() for homes in allowed)
    frozen = np.zeros(n + 1, np.bool_)
    frozen[n] = True
    grant_wishes(seats, wishes, frozen, limits)
    assert sorted(seats[seats != n]) == list(range(n))
    assert _within((seats != n).sum(0), limits)
    assert wishes[seats, np.arange(groups)].sum() == least


def _within(sizes, limits: Limits) -> bool:
    return bool((sizes >= limits.least).all() and (sizes <= limits.most).all())
