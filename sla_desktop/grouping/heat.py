"""Annealing of one round: all swaps between many pairs of groups weighed at once, one drawn for each pair."""

from dataclasses import dataclass

import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray

from sla_desktop.grouping.start import Seats

Costs = NDArray[np.float32]
_BARRED = np.float32(1e6)
_OFFERS = 3
_WIDEST = 256
_POOL = 1 << 18


@dataclass(frozen=True)
class Limits:
    """The least and the most people each group of a round may hold, where the sizes may change."""

    least: NDArray[np.intp]
    most: NDArray[np.intp]


@dataclass(frozen=True)
class Terms:
    """What moves in a round: `frozen` marks people who stay (n + 1 flags, the last is the empty seat), `blocks`
    hold positions that move as one, `wishes` is None or (n + 1) x groups costs of being in a group, `limits` is
    None where every group keeps its size."""

    frozen: NDArray[np.bool_]
    blocks: tuple[NDArray[np.intp], ...]
    wishes: Costs | None
    limits: Limits | None = None


class Noise:
    """Gumbel numbers: the least of costs less Gumbel numbers is a draw with the odds exp(-cost)."""

    def __init__(self, rng: Generator) -> None:
        self.rng = rng
        self._pool = self.fresh((_POOL,))

    def fresh(self, shape: tuple[int, ...]) -> Costs:
        """New numbers."""
        drawn: Costs = self.rng.standard_exponential(shape, np.float32)
        return -np.log(np.maximum(drawn, np.float32(1e-12)))

    def stretches(self, length: int, steps: int) -> list[Costs]:
        """A stretch of the pool for every step, each beginning anywhere."""
        starts = self.rng.integers(0, _POOL - length, steps).tolist()
        return [self._pool[start : start + length] for start in starts]


def pairs_a_step(seats: Seats) -> int:
    """How many groups are set against as many others in one step."""
    width, groups = len(seats), len(seats.T)
    return min(groups // 2, max(1, _WIDEST // max(width, 1)))


def stir(seats: Seats, costs: Costs, terms: Terms, temperature: float, steps: int, noise: Noise) -> None:
    """Swaps people in place.

    `seats` is seats x groups, `costs` (n + 1) x (n + 1), symmetric, with a zero diagonal and last row. At every
    step half of the groups are set against the other half. For each pair of groups one of all swaps between them, or
    none, is drawn with odds exp(-change / temperature); the swaps of pairs that share no group are then done.
    """
    width, groups = seats.shape
    half, rows = pairs_a_step(seats), min(width, _WIDEST)
    if not half or not width:
        return
    if rows < width:
        seats[:] = seats[noise.rng.permutation(width)]
    bath = _Bath(seats, costs, terms, temperature)
    orders = noise.rng.permuted(np.broadcast_to(np.arange(groups), (steps, groups)), axis=1)
    nothing = noise.fresh((steps, half, half))
    stretches = noise.stretches((half * rows) ** 2, steps)
    for order, none, stretch in zip(orders, nothing, stretches, strict=True):
        bath.step(order[:half], order[half : 2 * half], stretch, none)


class _Bath:
    """One round while it is stirred: costs over the temperature, and the load of every person on every group."""

    def __init__(self, seats: Seats, costs: Costs, terms: Terms, temperature: float) -> None:
        scale = np.float32(1 / temperature)
        self._seats, self._costs, self._limits = seats, costs * scale, terms.limits
        width, groups = seats.shape
        self._load = self._costs.take(seats.ravel(), 0).reshape(width, groups, -1).sum(0)
        if terms.wishes is not None:
            self._load += terms.wishes.T * scale
        self._minus_twice = self._costs * np.float32(-2)
        self._minus_twice[terms.frozen] = _BARRED
        self._minus_twice[:, terms.frozen] = _BARRED
        self._minus_twice[-1, -1] = _BARRED

    def step(self, left: Seats, right: Seats, noise: Costs, none: Costs) -> None:
        """Draws a swap, or none, for every pair of a group at the left and one at the right, and does some."""
        ones, others = self._seats[:_WIDEST].take(left, 1), self._seats[:_WIDEST].take(right, 1)
        change = self._changes(left, right, ones, others)
        change -= noise.reshape(change.shape)
        best = change.min(0).min(1)
        best += none
        partner, rows = best.argmin(1), np.arange(len(left))
        g = ((best[rows, partner] < 0) & (best.argmin(0)[partner] == rows)).nonzero()[0]
        if len(g):
            h = partner[g]
            a, b = np.divmod(change[:, g, :, h].reshape(len(g), -1).argmin(1), len(ones))
            self._swap((a, left[g], ones[a, g]), (b, right[h], others[b, h]))

    def _changes(self, left: Seats, right: Seats, ones: Seats, others: Seats) -> Costs:
        """Seats x groups x seats x groups: what each swap would change."""
        half, width = len(left), len(ones)
        rows = np.arange(half)
        at_left, at_right = self._load.take(left, 0), self._load.take(right, 0)
        going = at_right.take(ones.ravel(), 1).reshape(half, width, half).transpose(1, 2, 0)
        going = going - at_left[rows, ones][:, :, None]
        coming = at_left.take(others.ravel(), 1).reshape(half, width, half) - at_right[rows, others]
        if self._limits is not None:
            self._bar_sizes(self._limits, (left, right), (ones, others), (going, coming))
        change = self._minus_twice.take(ones.ravel(), 0).take(others.ravel(), 1).reshape(width, half, width, half)
        change += going[:, :, None]
        change += coming
        return change

    def _bar_sizes(
        self, limits: Limits, groups: tuple[Seats, Seats], people: tuple[Seats, Seats], moves: tuple[Costs, Costs]
    ) -> None:
        """Bars an empty seat from leaving a full group and from coming to one that may not shrink."""
        nobody = len(self._costs) - 1
        (left, right), (ones, others), (going, coming) = groups, people, moves
        sizes = (self._seats != nobody).sum(0)
        full, least = sizes >= limits.most, sizes <= limits.least
        going += _BARRED * ((ones == nobody)[:, :, None] & (full[left][:, None] | least[right]))
        coming += _BARRED * ((others == nobody) & (least[left][:, None, None] | full[right]))

    def _swap(self, one: tuple[Seats, Seats, Seats], other: tuple[Seats, Seats, Seats]) -> None:
        (a, g, i), (b, h, j) = one, other
        self._seats[a, g], self._seats[b, h] = j, i
        difference = self._costs[j] - self._costs[i]
        self._load[g] += difference
        self._load[h] -= difference


def move_blocks(seats: Seats, costs: Costs, terms: Terms, temperature: float, rng: Generator) -> None:
    """Offers each block a swap with as many free people of another group, taken with the odds of Metropolis."""
    for block in terms.blocks:
        home = int(np.flatnonzero((seats == block[0]).any(0))[0])
        for away in rng.permutation(seats.shape[1])[:_OFFERS]:
            free = seats[:, away][~terms.frozen[seats[:, away]]]
            if away == home or len(free) < len(block):
                continue
            partners = rng.permutation(free)[: len(block)]
            change = _swap_change(seats, costs, terms, (home, int(away)), (block, partners))
            if change <= 0 or rng.random() < np.exp(-change / temperature):
                here, there = np.isin(seats[:, home], block), np.isin(seats[:, away], partners)
                seats[here, home], seats[there, away] = partners, block
                break


def _swap_change(
    seats: Seats, costs: Costs, terms: Terms, groups: tuple[int, int], sets: tuple[NDArray[np.intp], NDArray[np.intp]]
) -> float:
    """What it costs when the two sets of people change places between their groups."""
    rests = [seats[:, g][~np.isin(seats[:, g], members)] for g, members in zip(groups, sets, strict=True)]
    change = 0.0
    for mine, theirs in ((0, 1), (1, 0)):
        here, there = costs[np.ix_(sets[mine], rests[mine])], costs[np.ix_(sets[mine], rests[theirs])]
        change += float(there.sum() - here.sum())
        if terms.wishes is not None:
            wishes = terms.wishes[sets[mine]]
            change += float((wishes[:, groups[theirs]] - wishes[:, groups[mine]]).sum())
    return change
