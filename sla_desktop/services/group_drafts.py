"""A breakout plan rearranged by hand: moved about in memory as a draft, and kept as one revision when it is good."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import combinations
from typing import TYPE_CHECKING

from sla_desktop.domain.errors import SlaError
from sla_desktop.domain.groups import BreakoutPlan
from sla_desktop.domain.ids import EventId, RegistrationId
from sla_desktop.services.group_cases import plan_case
from sla_desktop.services.groups import (
    PlanView,
    Seat,
    assignment_of,
    current_plan,
    keep_plan,
    people_of,
    seated,
)
from sla_desktop.services.people import Attendee
from sla_desktop.storage.store import Store

if TYPE_CHECKING:
    from sla_desktop.grouping.case import Assignment, Case

Group = tuple[RegistrationId, ...]
_STEPS_TOLD = 3


@dataclass(frozen=True)
class Draft:
    """A plan as it could be. Every change makes another draft, so that undoing is going back to the one before."""

    plan: BreakoutPlan
    case: "Case" = field(repr=False)
    assignment: "Assignment" = field(repr=False)
    people: Mapping[str, Attendee] = field(repr=False)
    steps: tuple[str, ...] = ()

    @cached_property
    def view(self) -> PlanView:
        """The plan as pages show it."""
        return PlanView(self.plan, seated(self.assignment, self.people))

    def tables(self, round_number: int) -> tuple[tuple[Seat, ...], ...]:
        """The tables of a round (from 1)."""
        return seated((self.assignment[round_number - 1],), self.people)[0]

    def table_of(self, person: RegistrationId, round_number: int) -> int:
        """The table (from 1) of a person in a round (from 1); SlaError when they have none."""
        for table, group in enumerate(self.assignment[round_number - 1], 1):
            if str(person) in group:
                return table
        raise SlaError(f"This person has no place in round {round_number}. Fit the groups to who is here first.")

    def moved(self, person: RegistrationId, round_number: int, table: int) -> "Draft":
        """The draft with somebody at another table (from 1) of a round (from 1); SlaError where there is none."""
        here = self.table_of(person, round_number)
        groups = [list(group) for group in self.assignment[round_number - 1]]
        if not 1 <= table <= len(groups):
            raise SlaError(f"There is no table {table} in round {round_number}; they go from 1 to {len(groups)}.")
        if table == here:
            return self
        groups[here - 1].remove(str(person))
        groups[table - 1].append(str(person))
        return self._with(
            round_number, groups, f"{self._name(person)} moved to table {table} in round {round_number}"
        )

    def swapped(self, one: RegistrationId, other: RegistrationId, round_number: int) -> "Draft":
        """The draft with two people in each other's place in a round (from 1)."""
        here, there = self.table_of(one, round_number), self.table_of(other, round_number)
        if here == there:
            return self
        trade = {str(one): str(other), str(other): str(one)}
        groups = [[trade.get(person, person) for person in group] for group in self.assignment[round_number - 1]]
        step = f"{self._name(one)} and {self._name(other)} changed places in round {round_number}"
        return self._with(round_number, groups, step)

    def repeats_at(self, person: RegistrationId, round_number: int, table: int) -> int:
        """How many people of a table somebody would sit with again, having met them before or in another round."""
        mates = set(self.assignment[round_number - 1][table - 1]) - {str(person)}
        others = [groups for number, groups in enumerate(self.assignment, 1) if number != round_number]
        met = {mate for groups in others for group in groups if str(person) in group for mate in group}
        return sum(mate in met or frozenset((str(person), mate)) in self.case.past for mate in mates)

    def broken(self, together: Sequence[Group], apart: Sequence[Group]) -> tuple[str, ...]:
        """A sentence for each pair that sits apart although together, or together although apart, was asked for."""
        names = {key: person.name for key, person in self.people.items()}
        return broken_rules(self.assignment, names, together, apart, range(1, len(self.assignment) + 1))

    def _with(self, round_number: int, groups: list[list[str]], step: str) -> "Draft":
        rounds = list(self.assignment)
        rounds[round_number - 1] = tuple(map(tuple, groups))
        return replace(self, assignment=tuple(rounds), steps=(*self.steps, step))

    def _name(self, person: RegistrationId) -> str:
        return self.people[str(person)].name


def broken_rules(
    assignment: "Assignment",
    names: Mapping[str, str],
    together: Sequence[Group],
    apart: Sequence[Group],
    rounds: Iterable[int],
) -> tuple[str, ...]:
    """A sentence for each pair that sits against a rule in one of these rounds (from 1)."""
    told = []
    for number in rounds:
        home = {person: table for table, group in enumerate(assignment[number - 1]) for person in group}
        for rules, word in ((together, "apart"), (apart, "together")):
            for one, other in (pair for rule in rules for pair in combinations(map(str, rule), 2)):
                if one in home and other in home and (home[one] == home[other]) == (word == "together"):
                    told.append(f"{names[one]} and {names[other]} sit {word} in round {number}, against a rule.")
    return tuple(told)


def open_draft(store: Store, event_id: EventId, revision: int | None = None) -> Draft | None:
    """The newest plan of an event, or an earlier one, to be rearranged; None when there is none."""
    view = current_plan(store, event_id, revision)
    if view is None:
        return None
    people = people_of(store, event_id, view)
    assignment = assignment_of(view)
    case = plan_case(store, view.plan, people, assignment)
    loose = tuple(
        replace(spec, minimum=(0,) * len(spec.sizes), maximum=(len(people),) * len(spec.sizes))
        for spec in case.rounds
    )
    return Draft(view.plan, replace(case, rounds=loose), assignment, {str(person.id): person for person in people})


def keep_draft(store: Store, draft: Draft) -> PlanView:
    """Keep what was rearranged as the newest plan; SlaError when somebody made another one meanwhile."""
    from sla_desktop.grouping.solve import judged

    newest = current_plan(store, draft.plan.event_id)
    if newest is None or newest.plan.id != draft.plan.id:
        raise SlaError("Somebody made another plan meanwhile. Undo your moves to see it, then make them again.")
    told = list(draft.steps[:_STEPS_TOLD])
    more = len(draft.steps) - len(told)
    reason = "; ".join(told) + (f"; and {more} more" if more else "")
    return keep_plan(
        store,
        draft.plan.event_id,
        judged(draft.case, draft.assignment),
        list(draft.people.values()),
        reason,
        mix=draft.plan.mixed_by,
        seed=draft.plan.seed,
    )
