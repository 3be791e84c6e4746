"""Disclosure control: which cells of all tables of a pack stay hidden, so that none of them can be worked out.

Small cells are hidden first, then as many others as it takes for a linear program to fail that knows every published
cell, sum, mean and earlier pack of the same event.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import product

from sla_desktop.survey.attack import Attack, recoverable
from sla_desktop.survey.cells import EVERYBODY, Earlier, Key, Pack, is_small
from sla_desktop.survey.moves import exchangeable


def protect(pack: Pack, earlier: Sequence[Earlier] = ()) -> frozenset[Key]:
    """The cells to hide: of fewer people than the threshold, or changed by so few since an earlier pack, and those
    that would give them away."""
    threshold = pack.wanted.threshold
    primary = {key for key in pack.cells if is_small(pack.cells, key, threshold)} | pack.secret
    for before in earlier:
        primary |= {key for key in before.cells if _tells_late(pack, before, key, threshold)}
    guarded = primary - pack.harmless
    hidden = set(primary)
    while lost := _exposed(pack, guarded, hidden, earlier):
        count = len(hidden)
        for key in sorted(lost & set(pack.cells), key=sorted):
            if key not in exchangeable(pack, hidden):
                hidden |= set(_cover(pack, hidden, key))
        if len(hidden) == count:
            hidden |= set(sorted(_around(pack, hidden, lost), key=lambda key: _cost(pack, key))[:1])
        if len(hidden) == count:
            break
    hidden = _spared(pack, primary, hidden, earlier)
    # What can be worked out of the cells that were to cover others is no secret: it is shown.
    return frozenset(hidden - (recoverable(pack, hidden, earlier) - guarded))


def _exposed(pack: Pack, guarded: set[Key], hidden: set[Key], earlier: Sequence[Earlier]) -> set[Key]:
    """Cells that need more cover: those that no simple move covers, as long as that leads somewhere; then exactly."""
    if not earlier and not pack.wanted.means:
        bare = guarded - exchangeable(pack, hidden)
        if any(_cover(pack, hidden, key) for key in bare):
            return bare
    return _lost(pack, guarded, hidden, earlier)


def _lost(pack: Pack, guarded: set[Key], hidden: set[Key], earlier: Sequence[Earlier]) -> set[Key]:
    """Guarded cells that can be worked out, also once it is known that cells of a narrow range are whole numbers."""
    told = recoverable(pack, hidden, earlier)
    if told & guarded or not told:
        return told & guarded
    return set(Attack(pack, frozenset(hidden - told), earlier).found(guarded))


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
        if not _lost(pack, guarded, hidden - {key}, earlier):
            hidden = hidden - {key}
    return hidden
