"""Topics are handed out so that the sum of ranks is the least there is."""

from itertools import permutations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

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
