"""Which hidden cells may well be one more or less: proved by moving people about, without a linear program."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import permutations

from sla_desktop.survey.cells import MEAN_STEP, Key, Pack, mean_of


def exchangeable(pack: Pack, hidden: set[Key]) -> set[Key]:
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
    return abs(total / sum(counts.values()) - told) <= MEAN_STEP / 2


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
