"""The seating under topics that grants most wishes, before anything else is looked at."""

import numpy as np
from numpy.typing import NDArray

from sla_desktop.grouping.start import Seats

_LEAST_GAIN = 1e-4


def grant_wishes(seats: Seats, wishes: NDArray[np.float32], frozen: NDArray[np.bool_]) -> None:
    """Moves people in place round rings of groups, one from each to the next, until no ring lowers the total cost.

    `wishes` is (n + 1) x groups, `frozen` marks who stays. This is cycle cancelling (Klein 1967): with no ring left
    that gains, the total is the least possible for these group sizes.
    """
    while True:
        gains, best = _cheapest_moves(seats, wishes, frozen)
        ring = _gaining_ring(gains)
        if not ring:
            return
        moves = [(g, h, best[g, h]) for g, h in zip(ring, [*ring[1:], ring[0]], strict=True)]
        people = [seats[seat, g] for g, _, seat in moves]
        for (_, h, _), person, (_, _, freed) in zip(moves, people, [*moves[1:], moves[0]], strict=True):
            seats[freed, h] = person


def _cheapest_moves(
    seats: Seats, wishes: NDArray[np.float32], frozen: NDArray[np.bool_]
) -> tuple[NDArray[np.float64], NDArray[np.intp]]:
    """Groups x groups: the least change when somebody goes from one to the other, and whose seat that is."""
    placed, here = seats.T, np.arange(seats.shape[1])[:, None]
    changes = (wishes[placed] - wishes[placed, here][:, :, None]).astype(np.float64)
    changes[frozen[placed]] = np.inf
    best = changes.argmin(1)
    least = np.take_along_axis(changes, best[:, None, :], 1)[:, 0, :]
    np.fill_diagonal(least, np.inf)
    return least, best


def _gaining_ring(changes: NDArray[np.float64]) -> list[int]:
    """Groups of a ring whose changes add up to a gain (Bellman and Ford), in order; empty when there is none."""
    groups = len(changes)
    cost, before = np.zeros(groups), np.full(groups, -1)
    for _ in range(groups):
        through = cost[:, None] + changes
        step, reached = through.argmin(0), through.min(0)
        better = reached < cost - _LEAST_GAIN
        if not better.any():
            return []
        cost[better], before[better] = reached[better], step[better]
    return _ring_through(before, int(np.flatnonzero(better)[0]))


def _ring_through(before: NDArray[np.intp], start: int) -> list[int]:
    seen: list[int] = []
    while start >= 0 and start not in seen:
        seen.append(start)
        start = int(before[start])
    return [] if start < 0 else seen[seen.index(start) :][::-1]
