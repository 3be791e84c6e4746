"""What may be told of how paired answers changed: nothing that gives a small group away.

What is told stands only if other worlds fit it as well as the true one: worlds with the same answers on both sides
where every answer is also outside the pairs, and no small group of pairs has the number that it really has.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np

Groups = tuple[int, int, int]
STEP = 0.1
_SLACK = STEP / 2 - 1e-9


@dataclass(frozen=True)
class Change:
    """How the answers of pairs changed: the mean change and the mean of its square, in tenths of a step.

    `groups` counts those who went up, stayed, and went down; None where one of them is small.
    """

    pairs: int
    mean: float
    square: float
    groups: Groups | None = None

    @property
    def interval(self) -> tuple[float, float]:
        """The 95 % interval of the mean (Student's t), worked out of the told numbers alone, and so a little wide."""
        from scipy.special import stdtrit

        variance = self.square + STEP / 2 - max(0.0, abs(self.mean) - STEP / 2) ** 2
        half = float(stdtrit(self.pairs - 1, 0.975)) * (variance / (self.pairs - 1)) ** 0.5
        return round(self.mean - half, 1), round(self.mean + half, 1)


@dataclass(frozen=True)
class Linked:
    """The answers to one question: of each side all of them, and of the pairs both; all are places in `scale`."""

    scale: tuple[float, ...]
    before: tuple[int, ...]
    after: tuple[int, ...]
    pairs: tuple[tuple[int, int], ...]

    @cached_property
    def table(self) -> "np.ndarray":
        """How many pairs went from each answer (row) to each (column)."""
        import numpy as np

        table = np.zeros((len(self.scale), len(self.scale)), dtype=int)
        for first, then in self.pairs:
            table[first, then] += 1
        return table

    @cached_property
    def moves(self) -> "np.ndarray":
        """By how much each cell of the table changed."""
        import numpy as np

        scale = np.array(self.scale)
        moves: np.ndarray = np.subtract.outer(scale, scale).T
        return moves

    @cached_property
    def directions(self) -> "tuple[np.ndarray, ...]":
        """The cells of those who went up, stayed, and went down."""
        return self.moves > 0, self.moves == 0, self.moves < 0


@lru_cache(maxsize=512)
def told(linked: Linked, threshold: int, earlier: tuple[Change, ...] = ()) -> Change | None:
    """What may be told of a question, or None. What an earlier pack told stands until enough pairs came since."""
    if earlier and len(linked.pairs) - earlier[-1].pairs < threshold:
        return earlier[-1]
    outside = min(len(linked.before), len(linked.after)) - len(linked.pairs)
    if len(linked.pairs) < threshold or outside < threshold:
        return None
    up, same, down = (int(linked.table[cells].sum()) for cells in linked.directions)
    count = len(linked.pairs)
    mean, square = (float((linked.table * linked.moves**power).sum()) / count for power in (1, 2))
    plain = Change(count, round(mean, 1), round(square, 1))
    whole = replace(plain, groups=(up, same, down))
    offered = [whole] * _are_large((up, same, down), threshold, earlier) + [plain]
    return next((one for one in offered if _is_safe(linked, one, threshold)), None)


def _are_large(groups: Groups, threshold: int, earlier: tuple[Change, ...]) -> bool:
    """Whether no group is small, nor is the difference to what was told of it."""
    known = (one.groups for one in earlier if one.groups)
    gaps = (abs(now - then) for past in known for now, then in zip(groups, past, strict=True))
    return min((*groups, *gaps)) >= threshold


def _is_safe(linked: Linked, change: Change, threshold: int) -> bool:
    """Whether for every small group of pairs another world has another number of it."""
    import numpy as np

    true = linked.table.ravel()
    directions = [] if change.groups else [cells.ravel().astype(float) for cells in linked.directions]
    waiting = [part for part in (*np.eye(true.size), *directions) if 0 < part @ true < threshold]
    other = _other_worlds(linked, change)
    if other(np.zeros(true.size)) is None:
        return False

    def still(parts: "list[np.ndarray]", aim: "np.ndarray") -> "list[np.ndarray]":
        world = other(aim)
        return [part for part in parts if part @ world == part @ true]

    for sign in (1, -1):
        if waiting:
            waiting = still(waiting, sign * sum(waiting))
    while waiting:
        left = still(still(waiting, waiting[0]), -waiting[0])
        if left and left[0] is waiting[0]:
            return False
        waiting = left
    return True


def _other_worlds(linked: Linked, change: Change) -> "Callable[[np.ndarray], np.ndarray | None]":
    """Finds the table of whole numbers that fits what is told and has the least of an aim; None where none fits."""
    import numpy as np
    from scipy.optimize import milp

    rules, whole = _rules(linked, change), np.ones(linked.table.size)

    def least(aim: "np.ndarray") -> "np.ndarray | None":
        found = milp(aim, constraints=rules, integrality=whole)
        return None if found.x is None else np.round(found.x)

    return least


def _rules(linked: Linked, change: Change) -> "list[object]":
    import numpy as np
    from scipy.optimize import LinearConstraint

    size, count, moves = len(linked.scale), change.pairs, linked.moves.ravel()
    rows = [np.kron(np.eye(size), np.ones(size)), np.kron(np.ones(size), np.eye(size))]
    sides = [np.bincount(side, minlength=size) for side in (linked.before, linked.after)]
    most = [side - (side > 0) for side in sides]
    rules = [LinearConstraint(row, 0, top) for row, top in zip(rows, most, strict=True)]
    rules.append(LinearConstraint(np.ones((1, size * size)), count, count))
    for power, mean in ((1, change.mean), (2, change.square)):
        rules.append(LinearConstraint(moves[None, :] ** power, count * (mean - _SLACK), count * (mean + _SLACK)))
    for cells, told_ in zip(linked.directions, change.groups or (), strict=False):
        rules.append(LinearConstraint(cells.ravel()[None, :].astype(float), told_, told_))
    return rules
