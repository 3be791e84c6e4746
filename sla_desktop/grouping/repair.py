"""A plan kept alive while people come and go: late arrivals get the best free seat, as few as possible move."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from sla_desktop.domain.errors import SlaError
from sla_desktop.grouping.reseat import reseat
from sla_desktop.grouping.rules import loose_seatings, seatings
from sla_desktop.grouping.solve import Plan, judged, plan_of
from sla_desktop.grouping.values import Assignment, Case, Round


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
    is too small, too large or breaks a rule, and then the fewest do. Raises SlaError for a plan that seats somebody
    twice in a round, and for a round that is not there.
    """
    if not 0 <= from_round < len(assignment):
        raise SlaError(f"There is no round {from_round} to start from; choose from 0 to {len(assignment) - 1}.")
    for number, groups in enumerate(assignment, 1):
        _check_seated_once(groups, number)
    rules = seatings(case)
    return plan_of(case, reseat(case, assignment, rules, from_round))


def refit_as_can_be(case: Case, assignment: Assignment, *, from_round: int = 0) -> Plan:
    """As `refit`, but where not all rules can be kept, most of them are, and the score counts those broken."""
    try:
        return refit(case, assignment, from_round=from_round)
    except SlaError:
        return judged(case, reseat(case, assignment, loose_seatings(case), from_round))


def moves(before: Assignment, after: Assignment) -> tuple[tuple[str, int], ...]:
    """Who has another group than before in which round (0-based); people new in a round, or gone, do not count."""
    found = []
    for number, (old, new) in enumerate(zip(before, after, strict=True)):
        home = {person: g for g, group in enumerate(old) for person in group}
        found += [(p, number) for g, group in enumerate(new) for p in group if home.get(p, g) != g]
    return tuple(found)


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
        rounds.append(widened(replace(spec, absent=absent), len(case.people) - len(absent)))
    pins = tuple(pin for pin in case.pins if pin.person not in rounds[pin.round].absent)
    return case.changed(tuple(rounds), pins)


def widened(spec: Round, present: int) -> Round:
    """Least and greatest sizes loosened by one seat at a time until the people present fit; a closed group (of at
    most nobody) stays closed unless all are."""
    least, most = list(spec.minimum), list(spec.maximum)
    usable = [g for g, size in enumerate(most) if size] or list(range(len(most)))
    while sum(most) < present:
        most[min(usable, key=lambda g: most[g])] += 1
    while sum(least) > present:
        least[least.index(max(least))] -= 1
    return replace(spec, minimum=tuple(least), maximum=tuple(most))
