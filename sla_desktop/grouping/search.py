"""The state of a search for breakout groups, and its one move: a sweep over all rounds."""

from dataclasses import dataclass, replace

import numpy as np
from numpy.random import Generator

from sla_desktop.grouping.costs import MEETING, familiarity, forbidden_costs, likeness_costs, wish_costs
from sla_desktop.grouping.heat import Bath, Costs, Limits, Noise, Terms, move_blocks, pairs_a_step
from sla_desktop.grouping.rules import Seating, seatings
from sla_desktop.grouping.start import Seats, first_seats
from sla_desktop.grouping.values import Assignment, Case, Round
from sla_desktop.grouping.wishes import grant_wishes

_FEWEST_STEPS, _GROUPS_A_STEP, _STEPS_IN_ONE_ROUND = 12, 4, 48
_STEP_SECONDS, _GROUP_SECONDS, _CELL_SECONDS = 60e-6, 8e-6, 3e-9
_VISIT_SECONDS, _PAIR_SECONDS = 70e-6, 3.5e-9
_BLOCK_SECONDS, _LIMITS_SECONDS = 600e-6, 75e-6
_SETUP_SECONDS, _SETUP_PAIR_SECONDS = 10e-3, 300e-9
_FEWEST_SWEEPS = 3


@dataclass(frozen=True)
class Heat:
    """How warm a sweep is, and what one more meeting of a pair that has met costs, where an attribute costs 1."""

    temperature: float
    meeting: float


class Search:
    """The state of a search: the seats of every round, who met how often, and the best seats so far."""

    def __init__(self, case: Case, rng: Generator) -> None:
        self._case = case
        self._noise = Noise(rng)
        groups = max(len(spec.sizes) for spec in case.rounds)
        several = max(_FEWEST_STEPS, groups // _GROUPS_A_STEP)
        self._steps = several if len(case.rounds) > 1 else _STEPS_IN_ONE_ROUND
        self._likeness = likeness_costs(case)
        rules = [
            _with_large_groups(seating, spec, case) for seating, spec in zip(seatings(case), case.rounds, strict=True)
        ]
        self._forbidden = [forbidden_costs(case, seating) for seating in rules]
        self._terms = [_terms(case, number, seating) for number, seating in enumerate(rules)]
        self._seats = [
            first_seats(case, number, seating, _width(seating, terms, max(case.rounds[number].maximum)), rng)
            for number, (seating, terms) in enumerate(zip(rules, self._terms, strict=True))
        ]
        for seats, terms, spec in zip(self._seats, self._terms, case.rounds, strict=True):
            if terms.wishes is not None:
                grant_wishes(seats, terms.wishes, terms.frozen, _limits(spec))
        self._known = familiarity(case)
        self._met, self._costs = np.zeros_like(self._likeness), np.empty_like(self._likeness)
        for seats in self._seats:
            self._count(seats, 1)
        self._baths = [
            Bath(seats, len(case.people), terms, self._noise)
            for seats, terms in zip(self._seats, self._terms, strict=True)
        ]
        self._best: list[Seats] = []
        self._best_energy = np.inf

    def sweep_seconds(self) -> float:
        """About how long one sweep over all rounds takes on an ordinary laptop."""
        halves = [pairs_a_step(seats) for seats in self._seats]
        cells = sum((half * len(seats)) ** 2 for half, seats in zip(halves, self._seats, strict=True))
        steps = _STEP_SECONDS * len(halves) + _GROUP_SECONDS * sum(halves) + _CELL_SECONDS * cells
        steps *= self._steps
        steps += self._steps * _LIMITS_SECONDS * sum(terms.limits is not None for terms in self._terms)
        steps += _BLOCK_SECONDS * sum(len(terms.blocks) for terms in self._terms)
        return float(steps + len(self._seats) * (_VISIT_SECONDS + _PAIR_SECONDS * self._likeness.size))

    def sweeps(self, seconds: float) -> int:
        """How many sweeps about fill these seconds; where they are few, shorter ones, so that a search cools down."""
        fit = (seconds - _SETUP_SECONDS - _SETUP_PAIR_SECONDS * self._likeness.size) / self.sweep_seconds()
        if fit < _FEWEST_SWEEPS:
            self._steps = max(1, int(self._steps * max(0, fit) / _FEWEST_SWEEPS))
        return max(_FEWEST_SWEEPS, round(fit))

    def sweep(self, heat: Heat) -> None:
        """Stirs every round once, the others as they are."""
        rounds = zip(self._seats, self._forbidden, self._terms, self._baths, strict=True)
        for seats, forbidden, terms, bath in rounds:
            self._count(seats, -1)
            costs = self._round_costs(heat.meeting, forbidden)
            bath.stir(costs, heat.temperature, self._steps)
            move_blocks(seats, costs, terms, heat.temperature, self._noise.rng)
            self._count(seats, 1)

    def _round_costs(self, meeting: float, forbidden: Costs | None) -> Costs:
        """(n + 1) x (n + 1) costs of sitting together in a round whose own meetings are not counted."""
        costs = np.add(self._met, self._known, out=self._costs)
        costs *= np.float32(meeting)
        costs += self._likeness
        if forbidden is not None:
            costs += forbidden
        _clear(costs)
        return costs

    def keep(self) -> None:
        """Remembers the seats as they are if no better ones were remembered before."""
        energy = self._energy()
        if energy < self._best_energy:
            self._best_energy, self._best = energy, [seats.copy() for seats in self._seats]

    def repeats(self) -> int:
        """Meetings as people sit now that bring nobody new."""
        met = self._met.copy()
        _clear(met)
        return int((met.sum() - ((met > 0) & (self._known == 0)).sum()) / 2)

    def perfect(self) -> bool:
        """Whether nothing can be better than what was kept: no cost at all is left."""
        return self._best_energy <= 0 and not self._likeness.any()

    def assignment(self) -> Assignment:
        """The best seats remembered, as ids; where none were yet, those people sit at now."""
        ids = [person.id for person in self._case.people]
        nobody = len(ids)
        return tuple(
            tuple(tuple(ids[i] for i in sorted(group) if i != nobody) for group in seats.T)
            for seats in self._best or self._seats
        )

    def _count(self, seats: Seats, times: int) -> None:
        """Counts the meetings of one round; what lies on the diagonal and in the last row means nothing."""
        pairs = (seats * len(self._met))[:, None] + seats
        self._met.ravel()[pairs] += np.float32(times)

    def _energy(self) -> float:
        """The sum of all costs: likeness, meetings with known people, forbidden pairs, wishes not granted."""
        costs = np.subtract(self._met, 1, out=self._costs)
        costs /= 2
        costs += self._known
        costs *= MEETING
        costs += self._likeness
        costs *= self._met
        _clear(costs)
        energy = float(costs.sum()) / 2
        for seats, forbidden, terms in zip(self._seats, self._forbidden, self._terms, strict=True):
            if forbidden is not None:
                energy += float(forbidden[seats[:, None], seats].sum()) / 2
            if terms.wishes is not None:
                energy += float(terms.wishes[seats, np.arange(seats.shape[1])].sum())
        return energy


def _clear(pairs: Costs) -> None:
    """Nobody sits with themselves, or with an empty seat."""
    pairs[-1] = pairs[:, -1] = 0
    np.fill_diagonal(pairs, 0)


def _with_large_groups(seating: Seating, spec: Round, case: Case) -> Seating:
    """Sizes to start from where distances are summed: pairs grow with the square, so groups as large as can be."""
    if case.distances is None or seating.fixed or seating.blocks:
        return seating
    sizes, spare = list(spec.minimum), sum(seating.sizes) - sum(spec.minimum)
    for g, most in enumerate(spec.maximum):
        added = min(spare, most - sizes[g])
        sizes[g] += added
        spare -= added
    return replace(seating, sizes=tuple(sizes))


def _width(seating: Seating, terms: Terms, most: int) -> int:
    """Seats a group: room to grow where the sizes are free, in the search or in granting wishes before it."""
    return max(seating.sizes) if terms.limits is None and terms.wishes is None else max(most, *seating.sizes)


def _limits(spec: Round) -> Limits | None:
    """The limits of sizes, None where there is nothing to choose."""
    if spec.minimum == spec.maximum:
        return None
    return Limits(np.array(spec.minimum, np.intp), np.array(spec.maximum, np.intp))


def _terms(case: Case, number: int, seating: Seating) -> Terms:
    index, spec = case.index, case.rounds[number]
    limits = _limits(spec) if case.distances is not None else None
    frozen = np.zeros(len(index) + 1, np.bool_)
    frozen[-1] = limits is None
    frozen[[index[person] for person in seating.fixed]] = True
    free = [block for block in seating.blocks if block[0] not in seating.fixed]
    blocks = tuple(np.array([index[person] for person in block], np.intp) for block in free)
    for block in blocks:
        frozen[block] = True
    return Terms(frozen, blocks, wish_costs(case, number), limits)
