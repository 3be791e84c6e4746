"""A plan kept alive while people come and go: late arrivals get the best free seat, as few as possible move."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from sla_desktop.domain.errors import SlaError
from sla_desktop.grouping.costs import MEETING, likeness_costs
from sla_desktop.grouping.rules import seatings
from sla_desktop.grouping.score import meetings, past_matrix
from sla_desktop.grouping.solve import Plan, plan_of
from sla_desktop.grouping.values import Assignment, Case, Round, Rule


def repair(case: Case, plan: Plan, *, from_round: int, arrived: Iterable[str], left: Iterable[str]) -> Plan:
    """The plan with people who `arrived` seated and people who `left` taken out, from a round (0-based) on.

    `arrived` are people of the case who have no seat in those rounds yet. The score is that of `changed_case`.
    Raises SlaError for people who are not in the case, and for rules that cannot all hold any more.
    """
    newcomers, leavers = frozenset(arrived), frozenset(left)
    unknown = sorted((newcomers | leavers) - case.index.keys())
    if unknown:
        raise SlaError(f"“{unknown[0]}” is not a participant of this case; add them first.")
    changed = changed_case(case, plan.assignment, from_round, newcomers, leavers)
    return refit(changed, plan.assignment, from_round=from_round)


def refit(case: Case, assignment: Assignment, *, from_round: int = 0) -> Plan:
    """A plan made for other people or limits, fitted to a case from a round on; rounds before stay as they were.

    Those present without a seat get the best free one, those absent lose theirs; nobody else moves unless a group
    falls below its least size, and then the fewest do. Raises SlaError for a plan that seats somebody twice in a
    round, and for a round that is not there.
    """
    if not 0 <= from_round < len(assignment):
        raise SlaError(f"There is no round {from_round} to start from; choose from 0 to {len(assignment) - 1}.")
    for number, groups in enumerate(assignment, 1):
        _check_seated_once(groups, number)
    seatings(case)
    rounds = list(assignment)
    for number in range(from_round, len(rounds)):
        costs = _costs(case, tuple(rounds[:number] + rounds[number + 1 :]))
        rounds[number] = _refitted(_Table(case, number, costs), rounds[number])
    return plan_of(case, tuple(rounds))


def _check_seated_once(groups: tuple[tuple[str, ...], ...], number: int) -> None:
    seats = Counter(person for group in groups for person in group)
    twice = [person for person, count in seats.items() if count > 1]
    if twice:
        raise SlaError(f"Round {number} of the plan seats “{twice[0]}” more than once; take out the other seats.")


def changed_case(
    case: Case, assignment: Assignment, from_round: int, newcomers: Iterable[str], leavers: Iterable[str]
) -> Case:
    """The case after people came and went: absences, pins of those gone, and limits widened where they must be."""
    arrived, gone = frozenset(newcomers), frozenset(leavers)
    seated = [frozenset(person for group in groups for person in group) for groups in assignment]
    rounds = []
    for number, spec in enumerate(case.rounds):
        if number < from_round:
            absent = (spec.absent | arrived) - seated[number]
        else:
            absent = (spec.absent - arrived) | gone
        rounds.append(_widened(replace(spec, absent=absent), len(case.people) - len(absent)))
    pins = tuple(pin for pin in case.pins if pin.person not in rounds[pin.round].absent)
    return replace(case, rounds=tuple(rounds), pins=pins)


def _widened(spec: Round, present: int) -> Round:
    """Least and greatest sizes loosened by one seat at a time until the people present fit."""
    least, most = list(spec.minimum), list(spec.maximum)
    while sum(most) < present:
        most[most.index(min(most))] += 1
    while sum(least) > present:
        least[least.index(max(least))] -= 1
    return replace(spec, minimum=tuple(least), maximum=tuple(most))


@dataclass(frozen=True)
class _Table:
    """What seating in one round needs: the case, the round, and the cost of every pair given the other rounds."""

    case: Case
    number: int
    costs: NDArray[np.float32]

    def cost(self, person: str, group: Iterable[str]) -> float:
        """What it costs to seat a person with this group."""
        index = self.case.index
        return float(sum(self.costs[index[person], index[other]] for other in group if other != person))


def _costs(case: Case, others: Assignment) -> NDArray[np.float32]:
    n = len(case.people)
    known = meetings(case, others) + past_matrix(case)
    return likeness_costs(case)[:n, :n] + MEETING * known.astype(np.float32)


def _refitted(table: _Table, groups: tuple[tuple[str, ...], ...]) -> tuple[tuple[str, ...], ...]:
    present = table.case.present(table.number)
    here = set(present)
    stay = [[person for person in group if person in here] for group in groups]
    seated = {person for group in stay for person in group}
    for person in present:
        if person not in seated:
            stay[_best_group(table, stay, person)].append(person)
    _fill_up(table, stay)
    return tuple(map(tuple, stay))


def _best_group(table: _Table, groups: list[list[str]], person: str) -> int:
    """The fixed group of a person, else the free seat with fewest broken rules, emptiest group, least cost."""
    spec = table.case.rounds[table.number]
    pin = next((p.group for p in table.case.pins if p.person == person and p.round == table.number), None)
    if pin is not None:
        return pin
    room = [g for g, group in enumerate(groups) if len(group) < spec.maximum[g]]
    return min(
        room,
        key=lambda g: (
            _broken(table, groups, person, g),
            len(groups[g]) - spec.sizes[g],
            table.cost(person, groups[g]),
        ),
    )


def _broken(table: _Table, groups: list[list[str]], person: str, g: int) -> int:
    """How many rules a seat would break: people to be kept apart there, people to sit with elsewhere."""
    elsewhere = {other for h, group in enumerate(groups) if h != g for other in group}
    foes, friends = (_partners(rules, person, table.number) for rules in (table.case.apart, table.case.together))
    return len(foes & set(groups[g])) + len(friends & elsewhere)


def _partners(rules: Iterable[Rule], person: str, number: int) -> set[str]:
    concerned = [rule.members for rule in rules if rule.covers(number) and person in rule.members]
    return {other for members in concerned for other in members} - {person}


def _fill_up(table: _Table, groups: list[list[str]]) -> None:
    """Moves one person at a time into groups below their least size, from those above theirs, at the least cost."""
    spec = table.case.rounds[table.number]
    bound = {pin.person for pin in table.case.pins if pin.round == table.number}
    bound |= {person for rule in table.case.together if rule.covers(table.number) for person in rule.members}
    for g, group in enumerate(groups):
        while len(group) < spec.minimum[g]:
            moves = [
                (_broken(table, groups, person, g), table.cost(person, group) - table.cost(person, donor), person, h)
                for h, donor in enumerate(groups)
                if len(donor) > spec.minimum[h]
                for person in donor
                if person not in bound
            ]
            if not moves:
                break
            _, _, person, h = min(moves)
            groups[h].remove(person)
            group.append(person)
