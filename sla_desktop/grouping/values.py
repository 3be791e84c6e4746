"""What is asked of a breakout plan: people, rounds, rules."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

Assignment = tuple[tuple[tuple[str, ...], ...], ...]
"""Rounds of groups of people's ids."""


_OF_PEOPLE = ("index", "attributes", "known", "carried")


@dataclass(frozen=True)
class Person:
    """Somebody to be placed; each attribute may have several values (people wear several hats) or none."""

    id: str
    attrs: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True)
class Round:
    """The groups of one round: wished sizes, the least and most people each may hold, who is away, topics."""

    sizes: tuple[int, ...]
    minimum: tuple[int, ...] = ()
    maximum: tuple[int, ...] = ()
    absent: frozenset[str] = frozenset()
    topics: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        object.__setattr__(self, "minimum", self.minimum or self.sizes)
        object.__setattr__(self, "maximum", self.maximum or self.sizes)


@dataclass(frozen=True)
class Rule:
    """People who must sit together, or apart, in the rounds given (None: in all)."""

    members: tuple[str, ...]
    rounds: tuple[int, ...] | None = None

    def covers(self, round_number: int) -> bool:
        """Whether the rule holds in this round (0-based)."""
        return self.rounds is None or round_number in self.rounds


@dataclass(frozen=True)
class Pin:
    """A person with a fixed group in one round (both 0-based)."""

    person: str
    round: int
    group: int


@dataclass(frozen=True)
class Case:
    """All that a plan must respect (pins, together, apart, sizes, absences) and serve (new people, mix, choices).

    `past` holds unordered pairs who know each other, and how well: 1 after one meeting lately; `choices` ranks
    topics, best first; `weights` says how much each attribute counts (1 if not given); `distances` is an n x n matrix
    to be maximised within groups; `mixing` is how much mixed groups matter beside new meetings, usually 1.
    """

    people: tuple[Person, ...]
    rounds: tuple[Round, ...]
    past: Mapping[frozenset[str], float] = field(default_factory=dict)
    together: tuple[Rule, ...] = ()
    apart: tuple[Rule, ...] = ()
    pins: tuple[Pin, ...] = ()
    choices: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    weights: Mapping[str, float] = field(default_factory=dict)
    distances: tuple[tuple[float, ...], ...] | None = None
    mixing: float = 1.0

    @cached_property
    def index(self) -> dict[str, int]:
        """The position of each person by id."""
        return {person.id: i for i, person in enumerate(self.people)}

    @cached_property
    def attributes(self) -> tuple[str, ...]:
        """The names of all attributes that anybody has, in alphabetical order."""
        return tuple(sorted({name for person in self.people for name in person.attrs}))

    def changed(self, rounds: tuple[Round, ...], pins: tuple[Pin, ...]) -> "Case":
        """The same people with other rounds; what was worked out about the people is kept."""
        case = replace(self, rounds=rounds, pins=pins)
        case.__dict__.update({name: vars(self)[name] for name in _OF_PEOPLE if name in vars(self)})
        return case

    @cached_property
    def known(self) -> NDArray[np.float32]:
        """An n x n matrix of how well people know each other from before; 0 for strangers."""
        index, n = self.index, len(self.people)
        matrix = np.zeros((n, n), np.float32)
        pairs = np.fromiter((index[one] for pair in self.past for one in pair), np.intp).reshape(-1, 2)
        matrix[pairs[:, 0], pairs[:, 1]] = np.maximum(np.fromiter(self.past.values(), np.float32), 1e-6)
        return np.maximum(matrix, matrix.T)

    @cached_property
    def carried(self) -> Mapping[str, NDArray[np.float32]]:
        """For each attribute, people x values: 1 where a person has the value; having none counts as a value."""
        nothing: tuple[str | None, ...] = (None,)
        return {name: _carried([p.attrs.get(name) or nothing for p in self.people]) for name in self.attributes}

    def homes(self, groups: tuple[tuple[str, ...], ...]) -> NDArray[np.intp]:
        """The group of each person in one round, -1 for who has none."""
        index = self.index
        homes = np.full(len(index), -1, np.intp)
        homes[[index[person] for group in groups for person in group]] = np.repeat(
            np.arange(len(groups)), list(map(len, groups))
        )
        return homes

    def present(self, round_number: int) -> tuple[str, ...]:
        """The ids of those who take part in a round (0-based), in the order of `people`."""
        absent = self.rounds[round_number].absent
        return tuple(person.id for person in self.people if person.id not in absent)


def _carried(held: Sequence[tuple[str | None, ...]]) -> NDArray[np.float32]:
    column = {value: i for i, value in enumerate(dict.fromkeys(value for values in held for value in values))}
    carried = np.zeros((len(held), len(column)), np.float32)
    rows = [row for row, values in enumerate(held) for _ in values]
    carried[rows, [column[value] for values in held for value in values]] = 1
    return carried
