"""The state of a search for breakout groups, and its one move: a sweep over all rounds."""

import numpy as np
from numpy.random import Generator

from sla_desktop.grouping.costs import MEETING, forbidden_costs, likeness_costs, wish_costs
from sla_desktop.grouping.heat import Costs, Terms, move_blocks, stir
from sla_desktop.grouping.rules import Seating, seatings
from sla_desktop.grouping.score import past_matrix
from sla_desktop.grouping.start import Seats, first_seats
from sla_desktop.grouping.values import Assignment, Case
from sla_desktop.grouping.wishes import grant_wishes

_STEPS_A_VISIT = 32
_STEP_SECONDS = 38e-6
_CELL_SECONDS = 6.5e-9
_PAIR_SECONDS = 4e-9
_BLOCK_SECONDS = 200e-6


class Search:
    """The state of a search: the seats of every round, who met how often, and the best seats so far."""

    def __init__(self, case: Case, rng: Generator) -> None:
        self._case = case
        self._rng = rng
        self._likeness = likeness_costs(case)
        rules = seatings(case)
        self._forbidden = [forbidden_costs(case, seating) for seating in rules]
        self._terms = [_terms(case, number, seating) for number, seating in enumerate(rules)]
        self._seats = [first_seats(case, number, seating, rng) for number, seating in enumerate(rules)]
        for seats, terms in zip(self._seats, self._terms, strict=True):
            if terms.wishes is not None:
                grant_wishes(seats, terms.wishes, terms.frozen)
        self._past = np.zeros_like(self._likeness)
        self._past[:-1, :-1] = past_matrix(case)
        self._met = np.zeros_like(self._likeness)
        self._seated = 0
        self._best: list[Seats] = []
        self._best_energy = np.inf

    def sweep_seconds(self) -> float:
        """About how long one sweep over all rounds takes on an ordinary laptop."""
        cells = sum((seats.shape[0] // 2) * (2 * seats.shape[1]) ** 2 for seats in self._seats)
        steps = _STEPS_A_VISIT * (_STEP_SECONDS * len(self._seats) + _CELL_SECONDS * cells)
        steps += _BLOCK_SECONDS * sum(len(terms.blocks) for terms in self._terms)
        return float(steps + _PAIR_SECONDS * len(self._seats) * self._likeness.size)

    def sweep(self, temperature: float) -> None:
        """Stirs every round once, the others as they are; in the first sweep only the rounds before it count."""
        temperatures = np.full(_STEPS_A_VISIT, temperature, np.float32)
        for number, seats in enumerate(self._seats):
            if self._seated > number:
                self._count(seats, -1)
            costs = self._likeness + MEETING * (self._met + self._past)
            if (forbidden := self._forbidden[number]) is not None:
                costs += forbidden
            stir(seats, costs, self._terms[number], temperatures, self._rng)
            move_blocks(seats, costs, self._terms[number], temperature, self._rng)
            self._count(seats, 1)
        self._seated = len(self._seats)
        self._keep_best()

    def repeats(self) -> int:
        """Meetings in the best seats so far that bring nobody new."""
        met = self._meetings(self._best)
        return int((met.sum() - ((met > 0) & (self._past == 0)).sum()) / 2)

    def perfect(self) -> bool:
        """Whether nothing can be better: no cost at all is left."""
        return self._best_energy <= 0 and not self._likeness.any()

    def assignment(self) -> Assignment:
        """The best seats so far, as ids."""
        ids = [person.id for person in self._case.people]
        nobody = len(ids)
        return tuple(
            tuple(tuple(ids[i] for i in sorted(group) if i != nobody) for group in seats) for seats in self._best
        )

    def _keep_best(self) -> None:
        energy = self._energy()
        if energy < self._best_energy:
            self._best_energy, self._best = energy, [seats.copy() for seats in self._seats]

    def _count(self, seats: Seats, times: int) -> None:
        self._met[seats[:, :, None], seats[:, None, :]] += times
        self._met[-1] = self._met[:, -1] = 0
        np.fill_diagonal(self._met, 0)

    def _meetings(self, rounds: list[Seats]) -> Costs:
        met = np.zeros_like(self._met)
        for seats in rounds:
            met[seats[:, :, None], seats[:, None, :]] += 1
        met[-1] = met[:, -1] = 0
        np.fill_diagonal(met, 0)
        return met

    def _energy(self) -> float:
        """The sum of all costs: likeness, meetings with known people, forbidden pairs, wishes not granted."""
        met = self._met
        again = met * (met - 1) / 2 + met * self._past
        energy = float((self._likeness * met + MEETING * again).sum()) / 2
        for seats, forbidden, terms in zip(self._seats, self._forbidden, self._terms, strict=True):
            if forbidden is not None:
                energy += float(forbidden[seats[:, :, None], seats[:, None, :]].sum()) / 2
            if terms.wishes is not None:
                energy += float(terms.wishes[seats, np.arange(len(seats))[:, None]].sum())
        return energy


def _terms(case: Case, number: int, seating: Seating) -> Terms:
    index = case.index
    frozen = np.zeros(len(index) + 1, np.bool_)
    frozen[-1] = True
    frozen[[index[person] for person in seating.fixed]] = True
    free = [block for block in seating.blocks if block[0] not in seating.fixed]
    blocks = tuple(np.array([index[person] for person in block], np.intp) for block in free)
    for block in blocks:
        frozen[block] = True
    return Terms(frozen, blocks, wish_costs(case, number))
