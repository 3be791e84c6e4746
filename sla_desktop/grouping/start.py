"""A first seating of one round that respects fixed places, blocks and people kept apart."""

from dataclasses import replace

import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray

from sla_desktop.domain.errors import SlaError
from sla_desktop.grouping.rules import Seating
from sla_desktop.grouping.values import Case

Seats = NDArray[np.intp]
"""Seats x groups of positions in `case.people`; the position `len(case.people)` is a seat that stays empty."""

_ATTEMPTS = 40


def first_seats(case: Case, number: int, seating: Seating, width: int, rng: Generator) -> Seats:
    """A random seating in groups of `width` seats, some of them empty.

    People to be kept apart are so if a way is found soon; raises SlaError when there is no room for a block.
    """
    for attempt in range(2 * _ATTEMPTS):
        rules = seating if attempt < _ATTEMPTS else replace(seating, apart=frozenset())
        groups = _deal(case.present(number), rules, rng)
        if groups is not None:
            return _as_seats(groups, case.index, width)
    raise SlaError(
        f"In round {number + 1}, no group has room left for all of {_told(seating.blocks)}, who are to sit together;"
        " drop a rule or change the sizes."
    )


def _told(blocks: tuple[tuple[str, ...], ...]) -> str:
    """The people of the smallest block, which is seated last."""
    return " and ".join(blocks[-1]) if blocks else "those"


def _deal(present: tuple[str, ...], seating: Seating, rng: Generator) -> list[list[str]] | None:
    """Fixed people first, then blocks, then people kept apart from many, then the rest; None at a dead end."""
    groups: list[list[str]] = [[] for _ in seating.sizes]
    for person, place in seating.fixed.items():
        groups[place].append(person)
    away = _enemies(seating)
    blocks = [block for block in seating.blocks if block[0] not in seating.fixed]
    placed = set(seating.fixed).union(*blocks)
    singles = [present[i] for i in rng.permutation(len(present)) if present[i] not in placed]
    watched = sorted((person for person in singles if person in away), key=lambda person: -len(away[person]))
    for block in [*blocks, *((person,) for person in watched)]:
        home = _home(block, groups, seating, away, rng)
        if home is None:
            return None
        groups[home].extend(block)
    free = [at for at, size in enumerate(seating.sizes) for _ in range(size - len(groups[at]))]
    for person, seat in zip((person for person in singles if person not in away), free, strict=True):
        groups[seat].append(person)
    return groups


def _home(
    block: tuple[str, ...], groups: list[list[str]], seating: Seating, away: dict[str, set[str]], rng: Generator
) -> int | None:
    """One of the roomiest groups that has room for all of a block and seats nobody they must not meet."""
    shunned = set().union(*(away.get(person, set()) for person in block))
    room = [size - len(group) for size, group in zip(seating.sizes, groups, strict=True)]
    open_groups = [g for g in range(len(groups)) if room[g] >= len(block) and shunned.isdisjoint(groups[g])]
    if not open_groups:
        return None
    roomiest = max(room[g] for g in open_groups)
    best = [g for g in open_groups if room[g] == roomiest]
    return best[rng.integers(len(best))]


def _enemies(seating: Seating) -> dict[str, set[str]]:
    away: dict[str, set[str]] = {}
    for a, b in seating.apart:
        away.setdefault(a, set()).add(b)
        away.setdefault(b, set()).add(a)
    return away


def _as_seats(groups: list[list[str]], index: dict[str, int], width: int) -> Seats:
    seats = np.full((width, len(groups)), len(index), np.intp)
    for g, group in enumerate(groups):
        seats[: len(group), g] = [index[person] for person in group]
    return seats
