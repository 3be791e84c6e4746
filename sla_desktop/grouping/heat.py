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
_HALF_NOISE = 0.5**0.5


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
    """Gumbel numbers, negative: the least of costs and these is a draw with the odds exp(-cost).

    A swap takes one for going and one for coming, each less by the square root of two.
    """

    def __init__(self, rng: Generator) -> None:
        self.rng = rng
        drawn: Costs = rng.standard_exponential(_POOL, np.float32)
        self._pool = np.log(np.maximum(drawn, np.float32(1e-12))) * np.float32(_HALF_NOISE)

    def stretches(self, length: int, steps: int) -> list[Costs]:
        """A stretch of the pool for every step, each beginning anywhere."""
        starts = self.rng.integers(0, _POOL - length, steps).tolist()
        return [self._pool[start : start + length] for start in starts]


def pairs_a_step(seats: Seats) -> int:
    """How many groups are set against as many others in one step."""
    width, groups = len(seats), len(seats.T)
    return min(groups // 2, max(1, _WIDEST // max(width, 1)))


class Bath:
    """One round while it is stirred, in temperatures. Its arrays are used again, since to ask the system for large
    ones takes longer than to fill them."""

    def __init__(self, seats: Seats, people: int, terms: Terms, noise: Noise) -> None:
        self._seats, self._terms, self._noise = seats, terms, noise
        self._half, self._rows = pairs_a_step(seats), min(len(seats), _WIDEST)
        moving = self._half * self._rows
        self._savings = np.empty((people + 1, people + 1), np.float32)
        self._gathered = np.empty((moving, people + 1), np.float32)
        self._change = np.empty((moving, moving), np.float32)
        self._going = np.empty((self._rows, self._half, self._half), np.float32)
        self._numbers = np.arange(self._half)
        self._stays = terms.frozen * _BARRED

    def stir(self, costs: Costs, temperature: float, steps: int) -> None:
        """Swaps people in place.

        `costs` is (n + 1) x (n + 1), symmetric, with a zero diagonal and last row. At every step half of the groups
        are set against the other half. For each pair of groups one of all swaps between them, or none, is drawn with
        odds of about exp(-change / temperature); the best swaps of pairs that share no group are then done.
        """
        half, (width, groups) = self._half, self._seats.shape
        if not half or not width:
            return
        if self._rows < width:
            self._seats[:] = self._seats[self._noise.rng.permutation(width)]
        self._begin(costs, np.float32(1 / temperature))
        orders = self._noise.rng.permuted(np.broadcast_to(np.arange(groups), (steps, groups)), axis=1)
        nothing = self._noise.stretches(half * half, steps)
        stretches = self._noise.stretches(2 * self._going.size, steps)
        for order, none, stretch in zip(orders, nothing, stretches, strict=True):
            self._step(order[:half], order[half : 2 * half], stretch, none)

    def _begin(self, costs: Costs, scale: np.float32) -> None:
        """Takes in the costs, and works out the load of every person on every group."""
        np.multiply(costs, -2 * scale, out=self._savings)
        load = self._savings.take(self._seats[0], 0)
        for row in self._seats[1:]:
            load += self._savings.take(row, 0)
        load *= np.float32(-0.5)
        if self._terms.wishes is not None:
            load += self._terms.wishes.T * scale
        self._load = load

    def _step(self, left: Seats, right: Seats, noise: Costs, none: Costs) -> None:
        """Draws a swap, or none, for every pair of a group at the left and one at the right, and does the best."""
        seats = self._seats[: self._rows]
        ones, others = seats.take(left, 1), seats.take(right, 1)
        going, coming = self._moves(left, right, ones, others)
        going += noise[: going.size].reshape(going.shape)
        coming += noise[going.size :].reshape(coming.shape)
        change = self._gains(ones, others)
        change += going[:, :, None]
        best = change.min(0)
        best += coming
        best = best.min(1)
        best -= none.reshape(best.shape)
        g, h = _matched(best)
        if g:
            drawn = change[:, g, :, h] + coming[g, :, h][:, None]
            a, b = np.divmod(drawn.reshape(len(g), -1).argmin(1), len(ones))
            self._swap((a, left[g], ones[a, g]), (b, right[h], others[b, h]))

    def _moves(self, left: Seats, right: Seats, ones: Seats, others: Seats) -> tuple[Costs, Costs]:
        """What it costs to go from left to right, seats x groups x groups, and to come, groups x seats x groups."""
        half, at_left, at_right = len(left), self._load.take(left, 0), self._load.take(right, 0)
        owners = self._numbers * at_left.shape[1]
        ones_stay = self._stays.take(ones) - at_left.ravel().take(ones + owners)
        others_stay = self._stays.take(others) - at_right.ravel().take(others + owners)
        going = at_right.take(ones.ravel(), 1).reshape(half, len(ones), half).transpose(1, 2, 0)
        going = np.add(going, ones_stay[:, :, None], out=self._going)
        coming = at_left.take(others.ravel(), 1).reshape(half, len(others), half)
        coming += others_stay
        if self._terms.limits is not None:
            self._bar_sizes(self._terms.limits, (left, right), (ones, others), (going, coming))
        return going, coming

    def _gains(self, ones: Seats, others: Seats) -> Costs:
        """Seats x groups x seats x groups: what each swap saves, since those who swap do not meet."""
        gathered = self._savings.take(ones.ravel(), 0, out=self._gathered, mode="clip")
        pairs = gathered.take(others.ravel(), 1, out=self._change, mode="clip")
        return pairs.reshape(*ones.shape, *others.shape)

    def _bar_sizes(
        self, limits: Limits, groups: tuple[Seats, Seats], people: tuple[Seats, Seats], moves: tuple[Costs, Costs]
    ) -> None:
        """Bars an empty seat from leaving a full group and from coming to one that may not shrink."""
        nobody = len(self._savings) - 1
        (left, right), (ones, others), (going, coming) = groups, people, moves
        sizes = (self._seats != nobody).sum(0)
        full, least = sizes >= limits.most, sizes <= limits.least
        going += _BARRED * ((ones == nobody)[:, :, None] & (full[left][:, None] | least[right]))
        coming += _BARRED * ((others == nobody) & (least[left][:, None, None] | full[right]))

    def _swap(self, one: tuple[Seats, Seats, Seats], other: tuple[Seats, Seats, Seats]) -> None:
        (a, g, i), (b, h, j) = one, other
        self._seats[a, g], self._seats[b, h] = j, i
        difference = self._savings.take(i, 0) - self._savings.take(j, 0)
        difference *= np.float32(0.5)
        self._load[g] += difference
        self._load[h] -= difference


def _matched(drawn: Costs) -> tuple[list[int], list[int]]:
    """Pairs of groups, each group once, the least cost first of those below nothing."""
    costs, left, right = drawn.ravel(), list[int](), list[int]()
    pairs = (costs < 0).nonzero()[0]
    for pair in pairs[costs[pairs].argsort()].tolist():
        g, h = divmod(pair, len(drawn))
        if g not in left and h not in right:
            left.append(g)
            right.append(h)
    return left, right


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
