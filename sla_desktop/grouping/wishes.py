"""The seating under topics that grants most wishes, before anything else is looked at."""

import numpy as np
from numpy.typing import NDArray

from sla_desktop.grouping.heat import Limits
from sla_desktop.grouping.start import Seats

_LEAST_GAIN = 1e-4
_LOOK_EVERY = 3


def grant_wishes(
    seats: Seats, wishes: NDArray[np.float32], frozen: NDArray[np.bool_], limits: Limits | None = None
) -> None:
    """Moves people in place round rings of groups, one from each to the next, until no ring lowers the total cost.

    `wishes` is (n + 1) x groups, `frozen` marks who stays. This is cycle cancelling (Klein 1967): with no ring left
    that gains, the total is the least possible for these group sizes. With `limits` a ring may also pass through
    nobody's place: its first group shrinks and its last one grows, within their least and greatest sizes, and the
    total is the least possible for all sizes.
    """
    _seat_greedily(seats, wishes, frozen)
    while True:
        gains, best = _cheapest_moves(seats, wishes, frozen)
        ring = _gaining_ring(_with_nobody(gains, seats, len(wishes) - 1, limits))
        if not ring:
            return
        _turn(seats, ring, best, len(wishes) - 1)


def _seat_greedily(seats: Seats, wishes: NDArray[np.float32], frozen: NDArray[np.bool_]) -> None:
    """A start: each person who may move gets the best topic that still has a seat."""
    movable = ~frozen[seats]
    room = movable.sum(0)
    homes: list[list[int]] = [[] for _ in room]
    for person in seats[movable].tolist():
        home = int(np.where(room > 0, wishes[person], np.inf).argmin())
        homes[home].append(person)
        room[home] -= 1
    for g, people in enumerate(homes):
        seats[movable[:, g], g] = people


def _with_nobody(gains: NDArray[np.float64], seats: Seats, nobody: int, limits: Limits | None) -> NDArray[np.float64]:
    """The gains with one more place that people leave full groups for, and come from to groups with room."""
    if limits is None:
        return gains
    sizes = (seats != nobody).sum(0)
    wider = np.full((len(gains) + 1, len(gains) + 1), np.inf)
    wider[:-1, :-1] = gains
    wider[:-1, -1] = np.where(sizes < limits.most, 0, np.inf)
    wider[-1, :-1] = np.where(sizes > limits.least, 0, np.inf)
    return wider


def _turn(seats: Seats, ring: list[int], best: NDArray[np.intp], nobody: int) -> None:
    groups = seats.shape[1]
    if groups in ring:
        at = ring.index(groups)
        ring = [*ring[at + 1 :], *ring[:at]]
        last = ring[-1]
        row, g = int(np.flatnonzero(seats[:, last] == nobody)[0]), last
        for giver in ring[-2::-1]:
            mover = int(best[giver, g])
            seats[row, g], row, g = seats[mover, giver], mover, giver
        seats[row, g] = nobody
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
    """Groups of a ring whose changes add up to a gain (Bellman and Ford), in order; empty when there is none.

    A ring among the groups from which each is reached best gains, so the search ends with the first of them.
    """
    groups = len(changes)
    cost, before = np.zeros(groups), np.full(groups, -1)
    for turn in range(groups + 1):
        through = cost[:, None] + changes
        step, reached = through.argmin(0), through.min(0)
        better = reached < cost - _LEAST_GAIN
        if not better.any():
            return []
        cost[better], before[better] = reached[better], step[better]
        if turn % _LOOK_EVERY == 0 or turn == groups:
            start = _on_a_ring(before)
            if start >= 0:
                return _ring_through(before, start)
    return []


def _on_a_ring(before: NDArray[np.intp]) -> int:
    """A group that lies on a ring of predecessors, -1 when there is none: who is still reached after many steps."""
    far, steps = before, 1
    while steps < len(before):
        far = np.where(far >= 0, far[far], -1)
        steps *= 2
    return int(far.max())


def _ring_through(before: NDArray[np.intp], start: int) -> list[int]:
    seen: list[int] = []
    while start not in seen:
        seen.append(start)
        start = int(before[start])
    return seen[::-1]
