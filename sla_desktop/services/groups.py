"""Breakouts: groups for several rounds from who is really in the room, kept as revisions with a reason."""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from sla_desktop.domain.errors import SlaError
from sla_desktop.domain.groups import BreakoutPlan, Placement, placement_id
from sla_desktop.domain.ids import EventId, PlanId, RegistrationId, new_id
from sla_desktop.domain.lengths import check_lengths
from sla_desktop.domain.text import fold
from sla_desktop.services import presence
from sla_desktop.services.group_cases import newest_plan, past_meetings, wish_case, with_names
from sla_desktop.services.group_locks import Locks, gone_from_locked
from sla_desktop.services.people import Attendee, read_attendees
from sla_desktop.storage import query
from sla_desktop.storage.store import Store

if TYPE_CHECKING:
    from sla_desktop.grouping.case import Assignment, Case
    from sla_desktop.grouping.score import Score
    from sla_desktop.grouping.solve import Plan

DEFAULT_MIX = ("organisation", "sector", "place", "profession")

FIRST_SECONDS = 0.1

Progress = Callable[[float, str], None]
Show = Callable[[BreakoutPlan, "Case", "Assignment", Mapping[str, Attendee]], None]


@dataclass(frozen=True)
class Wish:
    """What a facilitator asks for: how many rounds, people per table or number of tables, what to mix, and how much
    that matters beside meeting new people (usually 1; less makes fewer repeats, more better mixed tables).

    `weights` says how much each attribute counts (1 if not given); `together` and `apart` are sets of people; with
    `past` those who met at earlier events are new to one another no more; `locks` holds places of the newest plan.
    """

    rounds: int
    size: int | None = None
    tables: int | None = None
    mix: tuple[str, ...] = DEFAULT_MIX
    mixing: float = 1.0
    weights: Mapping[str, float] = field(default_factory=dict)
    together: tuple[tuple[RegistrationId, ...], ...] = ()
    apart: tuple[tuple[RegistrationId, ...], ...] = ()
    past: bool = True
    locks: Locks = field(default_factory=Locks)


@dataclass(frozen=True)
class Seat:
    """A person at a table."""

    registration_id: RegistrationId
    name: str
    organisation: str


@dataclass(frozen=True)
class PlanView:
    """A plan as pages and papers show it: rounds of tables of seats."""

    plan: BreakoutPlan
    rounds: tuple[tuple[tuple[Seat, ...], ...], ...]

    def by_id(self) -> tuple[tuple[tuple[RegistrationId, ...], ...], ...]:
        """Rounds of tables of registration ids."""
        return tuple(
            tuple(tuple(seat.registration_id for seat in seats) for seats in tables) for tables in self.rounds
        )

    def called(self) -> dict[RegistrationId, tuple[str, str]]:
        """Each person's name, and their organisation where somebody else in the plan has that name ("" elsewhere)."""
        seats = {seat.registration_id: seat for tables in self.rounds for table in tables for seat in table}
        times = Counter(fold(seat.name) for seat in seats.values())
        return {key: (one.name, one.organisation * (times[fold(one.name)] > 1)) for key, one in seats.items()}

    def tables_by_person(self) -> dict[RegistrationId, tuple[int, ...]]:
        """Each person's table (from 1) in each round, 0 where they have none."""
        numbers: dict[RegistrationId, list[int]] = {}
        for index, tables in enumerate(self.rounds):
            for number, seats in enumerate(tables, 1):
                for seat in seats:
                    numbers.setdefault(seat.registration_id, [0] * len(self.rounds))[index] = number
        return {key: tuple(found) for key, found in numbers.items()}


def form_groups(
    store: Store,
    event_id: EventId,
    wish: Wish,
    *,
    seconds: float = 1.0,
    seed: int = 1,
    reason: str = "",
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
    show: Show | None = None,
) -> PlanView:
    """Form groups from those present and keep them as the event's newest plan.

    Past contacts are those who sat together at earlier events. `show` gets a first plan after a tenth of a second of
    searching, and better ones as they are found; they are not kept.
    SlaError when nobody is in, or the numbers make no groups.
    """
    from sla_desktop.grouping.solve import plan_of, solve

    check_lengths({"reason": reason})
    inside = presence.present(store, event_id)
    view = current_plan(store, event_id) if wish.locks else None
    seated = view.by_id() if view else ()
    gone = _attendees(store, event_id, gone_from_locked(seated, wish.locks, [person.id for person in inside]))
    everybody = [*inside, *gone]
    past = past_meetings(store, event_id, everybody) if wish.past else {}
    case = wish_case(inside, gone, wish, past, seated)
    known = {str(person.id): person for person in everybody}
    best = _Best()

    def hear(done: float, score: "Score", found: "Assignment") -> None:
        if show and best.beaten_by(score, found):
            show(_record(event_id, found, score, mix=wish.mix, seed=seed), case, found, known)
        if progress:
            progress(done, f"{score.repeats} repeated meetings so far")

    try:
        if show:
            first = solve(case, seconds=min(seconds, FIRST_SECONDS), seed=seed)
            hear(0.0, first.score, first.assignment)
        solved = solve(
            case, seconds=seconds, seed=seed, progress=hear if show or progress else None, cancelled=cancelled
        )
        if cancelled and cancelled() and best.assignment and not best.beaten_by(solved.score, solved.assignment):
            solved = plan_of(case, best.assignment)
    except SlaError as error:
        raise SlaError(with_names(str(error), everybody)) from error
    reason = reason or "Formed from those present"
    return keep_plan(store, event_id, in_words(solved, everybody), everybody, reason, mix=wish.mix, seed=seed)


def in_words(solved: "Plan", people: Sequence[Attendee], more: Iterable[str] = ()) -> "Plan":
    """A plan explained with names and tables, and in these sentences too."""
    sentences = (*(with_names(sentence, people) for sentence in solved.explanation.sentences), *more)
    return replace(solved, explanation=replace(solved.explanation, sentences=sentences))


class _Best:
    """The best plan so far: most new pairs, then the best mixed."""

    def __init__(self) -> None:
        self._worth = (0, -1, 0.0)
        self.assignment: Assignment | None = None

    def beaten_by(self, score: "Score", assignment: "Assignment") -> bool:
        """Whether this one is better; it is the best from now on."""
        worth = (-sum(score.violations.values()), score.new_pairs, score.gain_mean)
        if self.assignment is not None and worth <= self._worth:
            return False
        self._worth, self.assignment = worth, assignment
        return True


def _record(
    event_id: EventId, assignment: "Assignment", score: "Score", *, mix: tuple[str, ...], seed: int
) -> BreakoutPlan:
    """A plan that was not kept yet, without a reason."""
    return BreakoutPlan(
        id=PlanId(new_id()),
        event_id=event_id,
        revision=0,
        made_at=datetime.now(UTC),
        reason="",
        rounds=tuple(f"Round {number}" for number in range(1, len(assignment) + 1)),
        tables=tuple(map(len, assignment)),
        seed=seed,
        mixed_by=mix,
        new_fraction=score.new_fraction,
        repeats=score.repeats,
    )


def keep_plan(
    store: Store,
    event_id: EventId,
    solved: "Plan",
    people: Sequence[Attendee],
    reason: str,
    *,
    mix: tuple[str, ...],
    seed: int,
) -> PlanView:
    """Keep a plan as the event's newest revision; `people` are those who sit in it, perhaps among others."""
    plan = replace(
        _record(event_id, solved.assignment, solved.score, mix=mix, seed=seed),
        revision=_next_revision(store, event_id),
        reason=reason,
        sentences=tuple(solved.explanation.sentences),
    )
    known = {str(person.id): person for person in people}
    with store.change() as tx:
        tx.put(plan, *_placements(plan, solved.assignment, known))
    return PlanView(plan, seated(solved.assignment, known))


def current_plan(store: Store, event_id: EventId, revision: int | None = None) -> PlanView | None:
    """The newest plan of an event with its seats, or an earlier revision; None when there is none."""
    with store.read() as connection:
        plan = newest_plan(connection, event_id, revision)
        if plan is None:
            return None
        placements = query.find(connection, Placement, plan_id=plan.id)
        people = {person.id: person for person in read_attendees(connection, event_id)}
    groups: list[list[list[Seat]]] = [[[] for _ in range(tables)] for tables in plan.tables]
    for placement in placements:
        person = people.get(placement.registration_id)
        if person is not None:
            groups[placement.round - 1][placement.table - 1].append(_seat(person))
    by_name = [[sorted(seats, key=lambda seat: fold(seat.name)) for seats in tables] for tables in groups]
    return PlanView(plan, tuple(tuple(tuple(seats) for seats in tables) for tables in by_name))


def people_of(
    store: Store, event_id: EventId, view: PlanView, others: Collection[RegistrationId] = frozenset()
) -> list[Attendee]:
    """Those who have a seat in a plan, and others by registration id."""
    return _attendees(store, event_id, {*view.tables_by_person(), *others})


def _attendees(store: Store, event_id: EventId, wanted: Collection[RegistrationId]) -> list[Attendee]:
    if not wanted:
        return []
    with store.read() as connection:
        return [person for person in read_attendees(connection, event_id) if person.id in wanted]


def assignment_of(view: PlanView) -> "Assignment":
    """A plan as the optimiser has it: rounds of groups of registration ids."""
    return tuple(tuple(tuple(map(str, table)) for table in tables) for tables in view.by_id())


def plans(store: Store, event_id: EventId) -> list[BreakoutPlan]:
    """All revisions, oldest first."""
    with store.read() as connection:
        return query.find(connection, BreakoutPlan, order="revision", event_id=event_id)


def _placements(
    plan: BreakoutPlan, assignment: Sequence[Sequence[Sequence[str]]], people: Mapping[str, Attendee]
) -> list[Placement]:
    return [
        Placement(
            id=placement_id(plan.id, number, people[key].id),
            plan_id=plan.id,
            event_id=plan.event_id,
            round=number,
            table=table,
            registration_id=people[key].id,
            member_id=people[key].member.id,
        )
        for number, groups in enumerate(assignment, 1)
        for table, group in enumerate(groups, 1)
        for key in group
    ]


def seated(
    assignment: Sequence[Sequence[Sequence[str]]], people: Mapping[str, Attendee]
) -> tuple[tuple[tuple[Seat, ...], ...], ...]:
    """Rounds of tables of seats, by name, from rounds of groups of registration ids."""
    return tuple(
        tuple(
            tuple(sorted((_seat(people[key]) for key in group), key=lambda seat: fold(seat.name))) for group in groups
        )
        for groups in assignment
    )


def _seat(person: Attendee) -> Seat:
    return Seat(person.id, person.name, person.organisation)


def _next_revision(store: Store, event_id: EventId) -> int:
    known = plans(store, event_id)
    return known[-1].revision + 1 if known else 1
