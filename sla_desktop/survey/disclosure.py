"""Disclosure control: which cells of all tables of a pack stay hidden, so that none of them can be worked out.

A cell is the number of people for whom some variables have some values; its key is the set of (variable, value).
The empty key is everybody; the value "" means no answer. Small cells are hidden first, then as many others as it
takes for a linear program to fail that knows every published cell, sum, mean and earlier pack of the same event.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import permutations, product
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np

Key = frozenset[tuple[str, str]]
EVERYBODY: Key = frozenset()
# A range narrower than one person tells the number.
_NARROW = 1.0 - 1e-6
_MEAN_STEP = 0.1


@dataclass(frozen=True)
class Groups:
    """A variable made of others: each value stands for several combinations of theirs; the rest is no answer."""

    of: tuple[str, ...]
    values: Mapping[tuple[str, ...], str]


@dataclass(frozen=True)
class Wanted:
    """What a pack asks for: tables by their variables, variables made of others, and variables whose mean is told.

    Tables that are secret are not published; what is published must not give their small cells away either. Counts of
    precious variables are hidden to cover others only where nothing else does.
    """

    tables: tuple[tuple[str, ...], ...]
    groups: Mapping[str, Groups] = field(default_factory=dict)
    means: tuple[str, ...] = ()
    secret: tuple[tuple[str, ...], ...] = ()
    precious: frozenset[str] = frozenset()
    threshold: int = 5


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
        return (*found, *self._groupings())

    @cached_property
    def secret(self) -> frozenset[Key]:
        """The cells that are not published whatever they are."""
        return frozenset(key for table in self.wanted.secret for key in _keys(table, self.domains))

    @cached_property
    def harmless(self) -> frozenset[Key]:
        """The secret cells that may be worked out: of nobody, or of enough people."""
        small = {key for key in self.secret if self.cells[key] and _is_small(self.cells, key, self.wanted.threshold)}
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


def protect(pack: Pack, earlier: Sequence[Earlier] = ()) -> frozenset[Key]:
    """The cells to hide: of fewer people than the threshold, or changed by so few since an earlier pack, and those
    that would give them away."""
    threshold = pack.wanted.threshold
    primary = {key for key in pack.cells if _is_small(pack.cells, key, threshold)} | pack.secret
    for before in earlier:
        primary |= {key for key in before.cells if _tells_late(pack, before, key, threshold)}
    guarded = primary - pack.harmless
    hidden = set(primary)
    while lost := _exposed(pack, guarded, hidden, earlier):
        count = len(hidden)
        for key in sorted(lost & set(pack.cells), key=sorted):
            if key not in _exchangeable(pack, hidden):
                hidden |= set(_cover(pack, hidden, key))
        if len(hidden) == count:
            hidden |= set(sorted(_around(pack, hidden, lost), key=lambda key: _cost(pack, key))[:1])
        if len(hidden) == count:
            break
    hidden = _spared(pack, primary, hidden, earlier)
    # What can be worked out of the cells that were to cover others is no secret: it is shown.
    return frozenset(hidden - (recoverable(pack, hidden, earlier) - guarded))


def recoverable(pack: Pack, hidden: Iterable[Key], earlier: Sequence[Earlier] = ()) -> set[Key]:
    """The hidden cells, now or of an earlier pack, that whoever has all packs can work out."""
    hidden = frozenset(hidden)
    return set(_Attack(pack, hidden, earlier).found(hidden - pack.harmless))


def _exposed(pack: Pack, guarded: set[Key], hidden: set[Key], earlier: Sequence[Earlier]) -> set[Key]:
    """Cells that need more cover: those that no simple move covers, as long as that leads somewhere; then exactly."""
    if not earlier and not pack.wanted.means:
        bare = guarded - _exchangeable(pack, hidden)
        if any(_cover(pack, hidden, key) for key in bare):
            return bare
    return set(_Attack(pack, frozenset(hidden), earlier).found(guarded))


class _Attack:
    """The linear program of somebody who has everything that was published."""

    def __init__(self, pack: Pack, hidden: frozenset[Key], earlier: Sequence[Earlier]) -> None:
        self._pack = pack
        self._names: dict[tuple[int, Key], int] = {
            (0, key): place for place, key in enumerate(sorted(hidden, key=sorted))
        }
        self._top = float(pack.cells[EVERYBODY])
        self._equal: list[tuple[dict[int, float], float]] = []
        self._most: list[tuple[dict[int, float], float]] = []
        shown = {key: None if key in hidden else count for key, count in pack.cells.items()}
        self._grown: set[int] = set()
        self._learn(0, pack.sums, shown)
        self._learn_means(0, pack.domains, means_of(pack), shown)
        for number, before in enumerate(earlier, start=1):
            for key in (key for key, count in before.cells.items() if count is None):
                self._names[number, key] = len(self._names)
            past = Pack(before.wanted, before.domains, {key: count or 0 for key, count in before.cells.items()})
            self._learn(number, past.sums, before.cells)
            self._learn_means(number, before.domains, before.means, before.cells)
            self._learn_growth(number, before, shown)

    def found(self, guarded: Collection[Key]) -> Iterator[Key]:
        """The keys of guarded cells, and of those hidden in earlier packs, that can be worked out, one by one."""
        import numpy as np

        low, high = np.full(len(self._names), np.inf), np.full(len(self._names), -np.inf)
        free = {key for (number, key), place in self._names.items() if not number and place not in self._grown}
        for key in _exchangeable(self._pack, free):
            low[self._names[0, key]], high[self._names[0, key]] = 0, 1
        for (number, key), place in self._names.items():
            if key in self._pack.secret if number else key not in guarded:
                continue
            for sign in (1, -1):
                if high[place] - low[place] < _NARROW:
                    aim = np.zeros(len(self._names))
                    aim[place] = sign
                    self._widen(aim, low, high)
            if high[place] - low[place] < _NARROW:
                yield key

    def _widen(self, aim: "np.ndarray", low: "np.ndarray", high: "np.ndarray") -> None:
        import numpy as np
        from scipy.optimize import linprog

        (left, right), (less, most) = self._matrices
        solved = linprog(aim, A_ub=less, b_ub=most, A_eq=left, b_eq=right, bounds=(0, self._top), method="highs")
        if solved.status == 0:
            np.minimum(low, solved.x, out=low)
            np.maximum(high, solved.x, out=high)

    @cached_property
    def _matrices(
        self,
    ) -> "tuple[tuple[np.ndarray | None, np.ndarray | None], tuple[np.ndarray | None, np.ndarray | None]]":
        return self._matrix(self._equal), self._matrix(self._most)

    def _matrix(
        self, rows: Sequence[tuple[dict[int, float], float]]
    ) -> "tuple[np.ndarray | None, np.ndarray | None]":
        import numpy as np

        if not rows:
            return None, None
        made = np.zeros((len(rows), len(self._names)))
        for number, (terms, _) in enumerate(rows):
            for place, factor in terms.items():
                made[number, place] = factor
        return made, np.array([bound for _, bound in rows])

    def _learn(
        self, number: int, sums: Iterable[tuple[Key, tuple[Key, ...]]], shown: Mapping[Key, int | None]
    ) -> None:
        for whole, parts in sums:
            terms, known = self._linear(number, [(whole, 1.0), *((part, -1.0) for part in parts)], shown)
            if terms:
                self._equal.append((terms, -known))

    def _learn_means(
        self,
        number: int,
        domains: Mapping[str, tuple[str, ...]],
        means: Mapping[str, float],
        shown: Mapping[Key, int | None],
    ) -> None:
        """A mean told to one decimal bounds the cells of its variable from both sides."""
        for variable, mean in means.items():
            figures = [(frozenset({(variable, value)}), float(value)) for value in domains[variable] if value]
            for sign in (1, -1):
                told = [(key, sign * (figure - mean) - _MEAN_STEP / 2) for key, figure in figures]
                terms, known = self._linear(number, told, shown)
                if terms:
                    self._most.append((terms, 1e-6 - known))

    def _learn_growth(self, number: int, before: Earlier, shown: Mapping[Key, int | None]) -> None:
        """Answers are only added: no cell is smaller than it was."""
        for key in before.cells.keys() & shown.keys():
            first, base = self._linear(number, [(key, 1.0)], before.cells)
            then, grown = self._linear(0, [(key, -1.0)], shown)
            if first or then:
                self._most.append(({**first, **then}, -base - grown))
                self._grown |= first.keys() | then.keys()

    def _linear(
        self, number: int, told: Iterable[tuple[Key, float]], shown: Mapping[Key, int | None]
    ) -> tuple[dict[int, float], float]:
        """A weighted sum as factors of unknown cells and what is known of it."""
        terms: dict[int, float] = {}
        known = 0.0
        for key, factor in told:
            count = shown.get(key)
            if count is not None:
                known += factor * count
            elif (number, key) in self._names:
                place = self._names[number, key]
                terms[place] = terms.get(place, 0.0) + factor
        return terms, known


def _exchangeable(pack: Pack, hidden: set[Key]) -> set[Key]:
    """Hidden cells that may be one more or less without anything else that is known changing.

    Found without a linear program: a person moved between two cells of the same sums, or a ring of such moves within
    one table of two variables, which are flows in a network and so are whole numbers.
    """
    places = _sums_of(pack, hidden)
    alike: dict[tuple[int, ...], list[Key]] = {}
    for key in hidden:
        alike.setdefault(tuple(places[key]), []).append(key)
    found = {key for keys in alike.values() for pair in _moves(pack, keys) for key in pair}
    for table in pack.wanted.tables:
        if len(table) == 2:
            found |= _on_rings(pack, hidden, table[0], table[1], places)
    return found


def _moves(pack: Pack, keys: Sequence[Key]) -> Iterator[tuple[Key, Key]]:
    """Pairs of cells of the same sums between which a person may move: no mean that is told changes by it."""
    variable = next(iter(keys[0]))[0] if len(keys[0]) == 1 else ""
    told = mean_of(pack, variable) if variable in pack.wanted.means else None
    for key, other in permutations(keys, 2):
        if pack.cells[key] and (told is None or _keeps_mean(pack, variable, told, key, other)):
            yield key, other


def _keeps_mean(pack: Pack, variable: str, told: float, key: Key, other: Key) -> bool:
    (_, one), (_, two) = *key, *other
    if not one or not two:
        return False
    counts = {value: pack.cells[frozenset({(variable, value)})] for value in pack.domains[variable] if value}
    total = sum(float(value) * count for value, count in counts.items()) + float(two) - float(one)
    return abs(total / sum(counts.values()) - told) <= _MEAN_STEP / 2


def _on_rings(pack: Pack, hidden: set[Key], one: str, other: str, places: Mapping[Key, list[int]]) -> set[Key]:
    """Hidden cells of a table of two variables that lie on a ring of moves."""
    ways: dict[str, list[tuple[str, Key]]] = {}
    edges: list[tuple[str, str, Key]] = []
    for key in hidden:
        told = dict(key)
        inside, margin = told.keys() == {one, other}, len(told) == 1 and told.keys() <= {one, other}
        if not (inside or margin) or len(places[key]) != 2:
            continue
        row, column = f"row {told.get(one, '*')}", f"column {told.get(other, '*')}"
        # A margin is the negative of a cell: what adds to it takes from its row or column.
        more, less = (row, column) if inside else (column, row)
        edges.append((more, less, key))
        ways.setdefault(more, []).append((less, key))
        if pack.cells[key]:
            edges.append((less, more, key))
            ways.setdefault(less, []).append((more, key))
    return {key for start, end, key in edges if _leads(ways, end, start, key)}


def _leads(ways: Mapping[str, list[tuple[str, Key]]], start: str, end: str, without: Key) -> bool:
    """Whether moves lead from one node to another without those of one cell."""
    seen, waiting = {start}, [start]
    while waiting:
        for node, key in ways.get(waiting.pop(), ()):
            if key != without and node not in seen:
                if node == end:
                    return True
                seen.add(node)
                waiting.append(node)
    return False


def _sums_of(pack: Pack, keys: set[Key]) -> dict[Key, list[int]]:
    found: dict[Key, list[int]] = {key: [] for key in keys}
    for number, (whole, parts) in enumerate(pack.sums, start=1):
        for key in parts:
            if key in found:
                found[key].append(number)
        if whole in found:
            found[whole].append(-number)
    return found


def means_of(pack: Pack) -> dict[str, float]:
    """The means that a pack tells."""
    told = ((variable, mean_of(pack, variable)) for variable in pack.wanted.means)
    return {variable: mean for variable, mean in told if mean is not None}


def mean_of(pack: Pack, variable: str) -> float | None:
    """The mean of a variable whose values are numbers, to one decimal, of those who answered."""
    counts = [(float(value), pack.cells[frozenset({(variable, value)})]) for value in pack.domains[variable] if value]
    answered = sum(count for _, count in counts)
    return round(sum(figure * count for figure, count in counts) / answered, 1) if answered else None


def _is_small(cells: Mapping[Key, int], key: Key, threshold: int) -> bool:
    """Whether a cell is of so few that somebody could be known.

    That few did not answer tells nothing of them. That nobody of a group said something tells it of all of the group.
    """
    if not key or cells[key] >= threshold or not all(value for _, value in key):
        return False
    return cells[key] > 0 or (len(key) > 1 and all(cells.get(frozenset({pair}), 1) for pair in key))


def _tells_late(pack: Pack, before: Earlier, key: Key, threshold: int) -> bool:
    """Whether a cell that was published would tell what a few who answered since then said."""
    count, now = before.cells[key], pack.cells.get(key)
    if count is None or now is None or not all(value for _, value in key) or not key:
        return False
    late = pack.cells[EVERYBODY] - (before.cells[EVERYBODY] or 0)
    return 0 < now - count < threshold or 0 < late == now - count


def _cover(pack: Pack, hidden: set[Key], lost: Key) -> Iterable[Key]:
    """The cells to hide with one that can be worked out: the cheapest ring in a table, or one of a sum."""
    near = {key for whole, parts in pack.sums if lost == whole or lost in parts for key in (whole, *parts)}
    lone = [(key,) for key in near - hidden - {EVERYBODY}]
    rings = [tuple(key for key in ring if key not in hidden) for ring in _rings(pack, lost)]
    offered = list(filter(None, rings)) or lone
    return min(offered, key=lambda keys: (len(keys), [_cost(pack, key) for key in keys]), default=())


def _rings(pack: Pack, lost: Key) -> Iterator[tuple[Key, ...]]:
    """The three other cells of each swap of two persons within a table that changes a cell."""
    if len(lost) != 2:
        return
    (one, first), (other, second) = sorted(lost)
    for row, column in product(pack.domains[one], pack.domains[other]):
        if row != first and column != second:
            ring = [{(one, first), (other, column)}, {(one, row), (other, second)}, {(one, row), (other, column)}]
            beside, below, across = map(frozenset, ring)
            if (pack.cells[beside] and pack.cells[below]) or (pack.cells[across] and pack.cells[lost]):
                yield beside, below, across


def _cost(pack: Pack, key: Key) -> tuple[object, ...]:
    return _is_precious(pack, key), pack.cells[key] == 0, pack.cells[key], -len(key), sorted(key)


def _is_precious(pack: Pack, key: Key) -> bool:
    return len(key) == 1 and any(name in pack.wanted.precious for name, _ in key)


def _around(pack: Pack, hidden: set[Key], lost: set[Key]) -> set[Key]:
    """The open cells of all sums that hang together with cells that can be worked out, through hidden ones."""
    seen, found, waiting = set(lost), set(), True
    while waiting:
        waiting = False
        for whole, parts in pack.sums:
            keys = {whole, *parts}
            if keys & seen and keys & hidden - seen:
                seen |= keys & hidden
                waiting = True
            if keys & seen:
                found |= keys - hidden - {EVERYBODY}
    return found


def _spared(pack: Pack, primary: set[Key], hidden: set[Key], earlier: Sequence[Earlier]) -> set[Key]:
    """What must stay hidden: each further cell is shown again if no guarded one can be worked out then."""
    guarded = primary - pack.harmless
    for key in sorted(hidden - primary, key=lambda key: (not _is_precious(pack, key), -pack.cells[key], sorted(key))):
        if not any(True for _ in _Attack(pack, frozenset(hidden - {key}), earlier).found(guarded)):
            hidden = hidden - {key}
    return hidden


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
