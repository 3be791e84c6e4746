"""Heat-bath search on one round: many pairs of groups at once draw their best swaps, warm or cold."""

from dataclasses import dataclass

import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray

from sla_desktop.grouping.start import Seats

Costs = NDArray[np.float32]
_BARRIER = np.float32(1e6)
_STEEPEST = np.float32(60.0)
_OFFERS = 3


@dataclass(frozen=True)
class Terms:
    """What moves in a round: `frozen` marks people who stay (n + 1 flags, the last is the empty seat), `blocks`
    hold positions that move as one, `wishes` is None or (n + 1) x groups costs of being in a group."""

    frozen: NDArray[np.bool_]
    blocks: tuple[NDArray[np.intp], ...]
    wishes: Costs | None


def stir(seats: Seats, costs: Costs, terms: Terms, temperatures: NDArray[np.float32], rng: Generator) -> None:
    """Swaps people in place, one draw per pair of groups and temperature.

    `costs` is (n + 1) x (n + 1), symmetric, with a zero diagonal and a zero last row. At every step the groups are
    matched at random; of all swaps between two groups, and none, one is drawn with odds exp(-change / temperature).
    """
    groups, width = seats.shape
    half = groups // 2
    if not half or not width:
        return
    barrier = np.where(terms.frozen, _BARRIER, np.float32(0))
    flat, toward_right = costs.ravel(), np.repeat(np.array([-1, 1], np.float32), width)
    hindered = bool(terms.frozen[seats].any())
    for temperature in temperatures:
        order = rng.permutation(groups)
        left, right = order[:half], order[half : 2 * half]
        both = np.concatenate((seats[left], seats[right]), axis=1)
        near = flat.take((both * len(costs))[:, :, None] + both[:, None, :])
        lean = near @ toward_right
        if terms.wishes is not None:
            lean += terms.wishes[both, right[:, None]] - terms.wishes[both, left[:, None]]
        change = lean[:, :width, None] - lean[:, None, width:] - 2 * near[:, :width, width:]
        if hindered:
            change += barrier[both[:, :width, None]] + barrier[both[:, None, width:]]
        odds = np.exp(np.minimum(change * (-1 / temperature), _STEEPEST)).reshape(half, -1).cumsum(1)
        draw = rng.random(half, np.float32) * (odds[:, -1] + 1)
        chosen = (odds < draw[:, None]).sum(1)
        moved = np.flatnonzero(chosen < width * width)
        a, b = np.divmod(chosen[moved], width)
        one, other = (left[moved], a), (right[moved], b)
        seats[one], seats[other] = seats[other], seats[one]


def move_blocks(seats: Seats, costs: Costs, terms: Terms, temperature: float, rng: Generator) -> None:
    """Offers each block a swap with as many free people of another group, taken with the odds of Metropolis."""
    for block in terms.blocks:
        home = int(np.flatnonzero((seats == block[0]).any(1))[0])
        for away in rng.permutation(len(seats))[:_OFFERS]:
            free = seats[away][~terms.frozen[seats[away]]]
            if away == home or len(free) < len(block):
                continue
            partners = rng.permutation(free)[: len(block)]
            change = _swap_change(seats, costs, terms, (home, int(away)), (block, partners))
            if change <= 0 or rng.random() < np.exp(-change / temperature):
                here, there = np.isin(seats[home], block), np.isin(seats[away], partners)
                seats[home, here], seats[away, there] = partners, block
                break


def _swap_change(
    seats: Seats, costs: Costs, terms: Terms, groups: tuple[int, int], sets: tuple[NDArray[np.intp], NDArray[np.intp]]
) -> float:
    """What it costs when the two sets of people change places between their groups."""
    rests = [seats[g][~np.isin(seats[g], members)] for g, members in zip(groups, sets, strict=True)]
    change = 0.0
    for mine, theirs in ((0, 1), (1, 0)):
        here, there = costs[np.ix_(sets[mine], rests[mine])], costs[np.ix_(sets[mine], rests[theirs])]
        change += float(there.sum() - here.sum())
        if terms.wishes is not None:
            wishes = terms.wishes[sets[mine]]
            change += float((wishes[:, groups[theirs]] - wishes[:, groups[mine]]).sum())
    return change
