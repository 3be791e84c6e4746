"""Counts of people by what they answered, as the tables of a pack need them.

A cell is the number of people for whom some variables have some values; its key is the set of (variable, value).
The empty key is everybody; the value "" means no answer.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import product

Key = frozenset[tuple[str, str]]
EVERYBODY: Key = frozenset()
MEAN_STEP = 0.1


@dataclass(frozen=True)
class Groups:
    """A variable made of others: each value stands for several combinations of theirs; the rest is no answer."""

    of: tuple[str, ...]
    values: Mapping[tuple[str, ...], str]


@dataclass(frozen=True)
class Wanted:
    """What a pack asks for: tables by their variables, variables made of others, and variables whose mean is told.

    Tables that are secret are not published; what is published must not give their small cells away either. Counts of
    precious variables are hidden to cover others only where nothing else does. Those who gave no answer are the same
    people for all variables of one set of `alike`.
    """

    tables: tuple[tuple[str, ...], ...]
    groups: Mapping[str, Groups] = field(default_factory=dict)
    means: tuple[str, ...] = ()
    secret: tuple[tuple[str, ...], ...] = ()
    precious: frozenset[str] = frozenset()
    threshold: int = 5
    alike: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True)
class Pack:
    """All cells of the tables of a pack, true values. `domains` has the values of each variable, "" among them."""

    wanted: Wanted
    domains: Mapping[str, tuple[str, ...]]
    cells: Mapping[Key, int]

    @cached_property
    def sums(self) -> tuple[tuple[Key, tuple[Key, ...]], ...]:
        """Each cell that is the sum of others, with those others."""
        found = dict.fromkeys(self._margins())
        return (*found, *self._groupings(), *self._alike())

    @cached_property
    def secret(self) -> frozenset[Key]:
        """The cells that are not published whatever they are."""
        return frozenset(key for table in self.wanted.secret for key in _keys(table, self.domains))

    @cached_property
    def harmless(self) -> frozenset[Key]:
        """The secret cells that may be worked out: of nobody, or of enough people."""
        small = {key for key in self.secret if self.cells[key] and is_small(self.cells, key, self.wanted.threshold)}
        return self.secret - small

    def _margins(self) -> Iterator[tuple[Key, tuple[Key, ...]]]:
        for table in (*self.wanted.tables, *self.wanted.secret):
            for key in _all_keys(table, self.domains):
                for variable, _ in key:
                    rest = frozenset(pair for pair in key if pair[0] != variable)
                    yield rest, tuple(rest | {(variable, value)} for value in self.domains[variable])

    def _groupings(self) -> Iterator[tuple[Key, tuple[Key, ...]]]:
        for variable, made in self.wanted.groups.items():
            of = list(_keys(made.of, self.domains))
            for value in self.domains[variable]:
                whole = frozenset({(variable, value)})
                parts = [key for key in of if made.values.get(_in_order(key, made.of), "") == value]
                if whole in self.cells and parts and all(part in self.cells for part in parts):
                    yield whole, tuple(parts)

    def _alike(self) -> Iterator[tuple[Key, tuple[Key, ...]]]:
        for first, *others in self.wanted.alike:
            for other in others:
                yield frozenset({(first, "")}), (frozenset({(other, "")}),)


@dataclass(frozen=True)
class Earlier:
    """An earlier pack as it was published: its cells, None where hidden, and the means that it told."""

    wanted: Wanted
    domains: Mapping[str, tuple[str, ...]]
    cells: Mapping[Key, int | None]
    means: Mapping[str, float] = field(default_factory=dict)


def tabulate(records: Sequence[Mapping[str, str]], wanted: Wanted, domains: Mapping[str, tuple[str, ...]]) -> Pack:
    """Count the cells of all tables and their margins. A value outside a variable's domain counts as no answer."""
    cells: Counter[Key] = Counter({EVERYBODY: len(records)})
    known = [{name: _value(record, name, wanted, domains) for name in domains} for record in records]
    subsets = {frozenset(part) for table in (*wanted.tables, *wanted.secret) for part in _subsets(table)}
    for part in subsets - {frozenset()}:
        ordered = sorted(part)
        for key in _keys(ordered, domains):
            cells[key] = 0
        cells.update(frozenset((name, one[name]) for name in ordered) for one in known)
    return Pack(wanted, domains, dict(cells))


def means_of(pack: Pack) -> dict[str, float]:
    """The means that a pack tells."""
    told = ((variable, mean_of(pack, variable)) for variable in pack.wanted.means)
    return {variable: mean for variable, mean in told if mean is not None}


def mean_of(pack: Pack, variable: str) -> float | None:
    """The mean of a variable whose values are numbers, to one decimal, of those who answered."""
    counts = [(float(value), pack.cells[frozenset({(variable, value)})]) for value in pack.domains[variable] if value]
    answered = sum(count for _, count in counts)
    return round(sum(figure * count for figure, count in counts) / answered, 1) if answered else None


def is_small(cells: Mapping[Key, int], key: Key, threshold: int) -> bool:
    """Whether a cell is of so few that somebody could be known.

    That few did not answer tells nothing of them. That nobody of a group said something tells it of all of the group.
    """
    if not key or cells[key] >= threshold or not all(value for _, value in key):
        return False
    return cells[key] > 0 or (len(key) > 1 and all(cells.get(frozenset({pair}), 1) for pair in key))


def _in_order(key: Key, names: Sequence[str]) -> tuple[str, ...]:
    told = dict(key)
    return tuple(told[name] for name in names)


def _value(record: Mapping[str, str], name: str, wanted: Wanted, domains: Mapping[str, tuple[str, ...]]) -> str:
    made = wanted.groups.get(name)
    if made is None:
        value = record.get(name, "")
    else:
        value = made.values.get(tuple(_value(record, one, wanted, domains) for one in made.of), "")
    return value if value in domains[name] else ""


def _subsets(table: Sequence[str]) -> Iterator[tuple[str, ...]]:
    for chosen in product((False, True), repeat=len(table)):
        yield tuple(name for name, taken in zip(table, chosen, strict=True) if taken)


def _keys(names: Sequence[str], domains: Mapping[str, tuple[str, ...]]) -> Iterator[Key]:
    for values in product(*(domains[name] for name in names)):
        yield frozenset(zip(names, values, strict=True))


def _all_keys(table: Sequence[str], domains: Mapping[str, tuple[str, ...]]) -> Iterator[Key]:
    for part in _subsets(table):
        yield from _keys(part, domains)
