"""Plans in which no pair ever meets twice, from finite geometry, for groups whose number is a prime power.

Lines of the plane over a finite field with as many elements as there are groups (a transversal design; Bose 1938,
Colbourn and Dinitz, Handbook of Combinatorial Designs, III.3), and more rounds inside its columns by the same means.
"""

from functools import lru_cache
from itertools import product

import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray

from sla_desktop.grouping.costs import MEETING, familiarity, likeness_costs
from sla_desktop.grouping.schedule import crowding
from sla_desktop.grouping.values import Assignment, Case

Rounds = list[list[list[int]]]
"""Rounds of groups of positions from 0."""

_LARGEST_FIELD = 64
_CROWDED = 0.55
_LONGEST_DESCENT = 400


def designed(case: Case, rng: Generator) -> Assignment | None:
    """A plan without repeats for a crowded case with equal groups and no rules; None where no design is known."""
    size = _equal_size(case)
    bare = not case.attributes and not case.past
    if size is None or not (bare or crowding(case) > _CROWDED):
        return None
    rounds = rounds_without_repeats(len(case.people) // size, size)[: len(case.rounds)]
    if len(rounds) < len(case.rounds):
        return None
    seats = rng.permutation(len(case.people)) if bare else _best_places(case, rounds, rng)
    ids = [person.id for person in case.people]
    return tuple(tuple(tuple(ids[i] for i in sorted(seats[group])) for group in groups) for groups in rounds)


def rounds_without_repeats(groups: int, size: int) -> Rounds:
    """Rounds of `groups` groups of `size` in which no pair meets twice; as many as this construction has, or none."""
    field = _field(groups)
    if field is None or not 2 <= size <= groups:
        return [[[*range(g * size, (g + 1) * size)] for g in range(groups)]] if size > 0 else []
    plus, times = field
    lines = [
        [
            [column * groups + int(plus[times[slope, column], start]) for column in range(size)]
            for start in range(groups)
        ]
        for slope in range(groups)
    ]
    inside = rounds_without_repeats(groups // size, size) if groups % size == 0 else []
    return lines + [
        [[column * groups + position for position in group] for column in range(size) for group in within]
        for within in inside
    ]


@lru_cache
def _field(order: int) -> tuple[NDArray[np.intp], NDArray[np.intp]] | None:
    """The tables of sums and products of the field of this order; None when there is none, or it is too large."""
    prime = next((p for p in range(2, order + 1) if order % p == 0), 0)
    degree = 0
    while prime and prime**degree < order:
        degree += 1
    if not prime or prime**degree != order or order > _LARGEST_FIELD:
        return None
    numbers = np.array(list(product(range(prime), repeat=degree)))[:, ::-1]
    worth = prime ** np.arange(degree)
    plus = ((numbers[:, None] + numbers) % prime) @ worth
    for rest in numbers:
        times = _products(numbers, rest, prime) @ worth
        if (np.sort(times[1:, 1:], 1) == np.arange(1, order)).all():
            return plus, times
    return None


def _products(numbers: NDArray[np.intp], rest: NDArray[np.intp], prime: int) -> NDArray[np.intp]:
    """All products of polynomials over the prime field, where x to the degree equals `rest`."""
    degree = numbers.shape[1]
    shifted = np.broadcast_to(numbers, (len(numbers), *numbers.shape))
    total = np.zeros_like(shifted)
    for power in range(degree):
        total = total + shifted * numbers[:, None, power, None]
        carried = shifted[..., -1:]
        shifted = (np.concatenate((np.zeros_like(carried), shifted[..., :-1]), -1) + carried * rest) % prime
    return total % prime


def _equal_size(case: Case) -> int | None:
    """The size of all groups in all rounds, if nobody is ever away and nothing else is asked."""
    sizes = {size for spec in case.rounds for size in spec.sizes}
    asked = case.together or case.apart or case.pins or case.distances is not None
    whole = all(sum(spec.sizes) == len(case.people) and not spec.absent and not spec.topics for spec in case.rounds)
    return sizes.pop() if len(sizes) == 1 and whole and not asked else None


def _best_places(case: Case, rounds: Rounds, rng: Generator) -> NDArray[np.intp]:
    """Who takes which place of the design: changed two at a time while that lowers the cost of all meetings."""
    n = len(case.people)
    meets = np.zeros((n, n), np.float32)
    for group in (group for groups in rounds for group in groups):
        meets[np.ix_(group, group)] = 1
    np.fill_diagonal(meets, 0)
    costs = (likeness_costs(case) + MEETING * familiarity(case))[:n, :n]
    seats = rng.permutation(n)
    for _ in range(_LONGEST_DESCENT):
        placed = costs[np.ix_(seats, seats)]
        crossed = meets @ placed
        own = crossed.diagonal()
        change = crossed + crossed.T - own - own[:, None] + 2 * meets * placed
        a, b = np.unravel_index(change.argmin(), change.shape)
        if change[a, b] > -1e-3:
            break
        seats[[a, b]] = seats[[b, a]]
    return seats
