"""What somebody who has all that was published can work out of what is hidden: a linear program."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from sla_desktop.survey.cells import EVERYBODY, MEAN_STEP, Earlier, Key, Pack, means_of
from sla_desktop.survey.moves import exchangeable

if TYPE_CHECKING:
    import highspy
    import numpy as np

# A range narrower than one person tells the number.
_NARROW = 1.0 - 1e-6


def recoverable(pack: Pack, hidden: Iterable[Key], earlier: Sequence[Earlier] = ()) -> set[Key]:
    """The hidden cells, now or of an earlier pack, that whoever has all packs can work out."""
    hidden = frozenset(hidden)
    return set(Attack(pack, hidden, earlier).found(hidden - pack.harmless))


class Attack:
    """The linear program of somebody who has everything that was published."""

    def __init__(self, pack: Pack, hidden: frozenset[Key], earlier: Sequence[Earlier]) -> None:
        self._pack = pack
        self._names: dict[tuple[int, Key], int] = {
            (0, key): place for place, key in enumerate(sorted(hidden, key=sorted))
        }
        top = float(pack.cells[EVERYBODY])
        self._lone = {key for key in hidden if len(key) == 1 and pack.cells.get(key) == 1}
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
        self._bounds = [(float(not number and _not_nobody(pack, key)), top) for number, key in self._names]

    def found(self, guarded: Collection[Key]) -> Iterator[Key]:
        """The keys of guarded cells, and of those hidden in earlier packs, that can be worked out, one by one."""
        import numpy as np

        low, high = np.full(len(self._names), np.inf), np.full(len(self._names), -np.inf)
        free = {key for (number, key), place in self._names.items() if not number and place not in self._grown}
        for key in exchangeable(self._pack, free) - self._lone:
            low[self._names[0, key]], high[self._names[0, key]] = 0, 1
        for (number, key), place in self._names.items():
            if key in self._pack.secret if number else key not in guarded:
                continue
            for sign in (1, -1):
                if high[place] - low[place] < _NARROW:
                    self._widen(place, sign, low, high)
            if high[place] - low[place] < _NARROW:
                yield key

    @cached_property
    def _program(self) -> "highspy.Highs":
        """The constraints. One solver keeps them, so that each further aim starts where the one before ended."""
        import highspy

        program = highspy.Highs()  # type: ignore[no-untyped-call]
        program.silent()
        for least, most in self._bounds:
            program.addVar(least, most)
        for terms, known in self._equal:
            program.addRow(known, known, len(terms), [*terms], [*terms.values()])
        for terms, most in self._most:
            program.addRow(-highspy.kHighsInf, most, len(terms), [*terms], [*terms.values()])
        return program

    def _widen(self, place: int, sign: int, low: "np.ndarray", high: "np.ndarray") -> None:
        import highspy
        import numpy as np

        program = self._program
        program.changeColCost(place, sign)
        program.run()
        if program.getModelStatus() == highspy.HighsModelStatus.kOptimal:
            found = np.array(program.getSolution().col_value)
            np.minimum(low, found, out=low)
            np.maximum(high, found, out=high)
        program.changeColCost(place, 0)

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
                told = [(key, sign * (figure - mean) - MEAN_STEP / 2) for key, figure in figures]
                terms, known = self._linear(number, told, shown)
                if terms:
                    self._most.append((terms, 1e-6 - known))

    def _learn_growth(self, number: int, before: Earlier, shown: Mapping[Key, int | None]) -> None:
        """Answers are only added: no cell is smaller than it was, as long as it means the same."""
        for key in before.cells.keys() & shown.keys():
            if any(before.domains[name] != self._pack.domains[name] for name, _ in key):
                continue
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


def _not_nobody(pack: Pack, key: Key) -> bool:
    """Whether it is known that somebody is in a hidden cell: that nobody of all gave an answer is always told."""
    return len(key) == 1 and pack.cells.get(key, 0) > 0
