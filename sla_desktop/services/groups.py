"""Breakouts: groups for several rounds from who is really in the room, kept as revisions with a reason."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import combinations
from typing import TYPE_CHECKING

from sqlalchemy import Connection

from sla_desktop.domain.errors import SlaError
from sla_desktop.domain.events import Event
from sla_desktop.domain.groups import BreakoutPlan, Placement, placement_id
from sla_desktop.domain.ids import EventId, MemberId, PlanId, RegistrationId, new_id
from sla_desktop.domain.text import fold
from sla_desktop.services import presence
from sla_desktop.services.people import Attendee, read_attendees
from sla_desktop.storage import query
from sla_desktop.storage.store import Store

if TYPE_CHECKING:
    from sla_desktop.grouping.case import Case
    from sla_desktop.grouping.solve import Plan

MIXABLE = ("organisation", "sector", "place", "profession", "level", "role")
DEFAULT_MIX = ("organisation", "sector", "place", "profession")

Progress = Callable[[float, str], None]


@dataclass(frozen=True)
class Wish:
    """What a facilitator asks for: how many rounds, people per table or number of tables, what to mix, and how much
    that matters beside meeting new people (usually 1; less makes fewer repeats, more better mixed tables)."""

    rounds: int
    size: int | None = None
    tables: int | None = None
    mix: tuple[str, ...] = DEFAULT_MIX
    mixing: float = 1.0


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
) -> PlanView:
    """Form groups from those present and keep them as the event's newest plan.

    Past contacts are those who sat together at earlier events.
    SlaError when nobody is in, or the numbers make no groups.
    """
    from sla_desktop.grouping.solve import solve

    inside = presence.present(store, event_id)
    case = _case(inside, wish, past_meetings(store, event_id, inside))
    told = (lambda done, score: progress(done, f"{score.repeats} repeated meetings so far")) if progress else None
    solved = solve(case, seconds=seconds, seed=seed, progress=told, cancelled=cancelled)
    return keep_plan(store, event_id, solved, inside, reason or "Formed from those present", mix=wish.mix, seed=seed)


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
    plan = BreakoutPlan(
        id=PlanId(new_id()),
        event_id=event_id,
        revision=_next_revision(store, event_id),
        made_at=datetime.now(UTC),
        reason=reason,
        rounds=tuple(f"Round {number}" for number in range(1, len(solved.assignment) + 1)),
        tables=tuple(len(groups) for groups in solved.assignment),
        seed=seed,
        mixed_by=mix,
        sentences=tuple(solved.explanation.sentences),
        new_fraction=solved.score.new_fraction,
        repeats=solved.score.repeats,
    )
    known = {str(person.id): person for person in people}
    with store.change() as tx:
        tx.put(plan, *_placements(plan, solved.assignment, known))
    return PlanView(plan, _seated(solved.assignment, known))


def current_plan(store: Store, event_id: EventId, revision: int | None = None) -> PlanView | None:
    """The newest plan of an event with its seats, or an earlier revision; None when there is none."""
    with store.read() as connection:
        plan = _newest(connection, event_id, revision)
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


def plans(store: Store, event_id: EventId) -> list[BreakoutPlan]:
    """All revisions, oldest first."""
    with store.read() as connection:
        return query.find(connection, BreakoutPlan, order="revision", event_id=event_id)


def met_pairs(connection: Connection, event_id: EventId) -> set[frozenset[MemberId]]:
    """The pairs of members who sat together in the newest plan of an event."""
    plan = _newest(connection, event_id)
    tables: dict[tuple[int, int], list[MemberId]] = {}
    for placement in query.find(connection, Placement, plan_id=plan.id) if plan else ():
        tables.setdefault((placement.round, placement.table), []).append(placement.member_id)
    return {frozenset(pair) for seated in tables.values() for pair in combinations(seated, 2)}


def _case(inside: Sequence[Attendee], wish: Wish, past: Mapping[frozenset[str], float]) -> "Case":
    from sla_desktop.grouping.case import Case, Person, Round, even_sizes

    unknown = [name for name in wish.mix if name not in MIXABLE]
    if unknown:
        raise SlaError(f"Groups cannot be mixed by “{unknown[0]}”. Choose from {', '.join(MIXABLE)}.")
    if len(inside) < 2:
        raise SlaError("Too few people are checked in to form groups. Check people in first.")
    if wish.rounds < 1:
        raise SlaError("Choose at least one round.")
    size = wish.size if wish.size or wish.tables else 8
    sizes = even_sizes(len(inside), tables=wish.tables, size=size)
    return Case(
        people=tuple(Person(str(person.id), mix_values(person, wish.mix)) for person in inside),
        rounds=tuple(Round(sizes) for _ in range(wish.rounds)),
        past=past,
        mixing=wish.mixing,
    )


def mix_values(person: Attendee, mix: Sequence[str]) -> Mapping[str, tuple[str, ...]]:
    """What a person has of each attribute that is to be mixed."""
    known: dict[str, tuple[str, ...]] = {}
    for name in mix:
        values = person.organisations if name == "organisation" else (getattr(person, name),)
        known[name] = tuple(value for value in values if value)
    return known


def past_meetings(store: Store, event_id: EventId, inside: Sequence[Attendee]) -> dict[frozenset[str], float]:
    """Pairs who sat together at other events, by registration id here; older meetings count less."""
    from sla_desktop.grouping.case import faded

    here = {person.member.id: str(person.id) for person in inside}
    known: dict[frozenset[str], float] = {}
    with store.read() as connection:
        held = {event.id: event.starts for event in query.find(connection, Event)}
        for other, when in held.items():
            years = abs((held[event_id] - when).days) / 365.25
            for pair in met_pairs(connection, other) if other != event_id else ():
                if all(member in here for member in pair):
                    both = frozenset(here[member] for member in pair)
                    known[both] = known.get(both, 0.0) + faded(1.0, years)
    return known


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


def _seated(
    assignment: Sequence[Sequence[Sequence[str]]], people: Mapping[str, Attendee]
) -> tuple[tuple[tuple[Seat, ...], ...], ...]:
    return tuple(
        tuple(
            tuple(sorted((_seat(people[key]) for key in group), key=lambda seat: fold(seat.name))) for group in groups
        )
        for groups in assignment
    )


def _seat(person: Attendee) -> Seat:
    return Seat(person.id, person.name, person.organisation)


def _newest(connection: Connection, event_id: EventId, revision: int | None = None) -> BreakoutPlan | None:
    wanted = {} if revision is None else {"revision": revision}
    known = query.find(connection, BreakoutPlan, order="revision", event_id=event_id, **wanted)
    return known[-1] if known else None


def _next_revision(store: Store, event_id: EventId) -> int:
    known = plans(store, event_id)
    return known[-1].revision + 1 if known else 1
