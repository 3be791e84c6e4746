"""What the optimiser is asked for an event: people as it knows them, whom they met before, rules, and its answers in
words of the room."""

import re
from collections.abc import Mapping, Sequence
from itertools import combinations
from typing import TYPE_CHECKING

from sqlalchemy import Connection

from sla_desktop.domain.errors import SlaError
from sla_desktop.domain.events import Event
from sla_desktop.domain.groups import BreakoutPlan, Placement
from sla_desktop.domain.ids import EventId, MemberId
from sla_desktop.services.group_locks import Seated, locked_rounds
from sla_desktop.services.people import Attendee
from sla_desktop.storage import query
from sla_desktop.storage.store import Store

if TYPE_CHECKING:
    from sla_desktop.grouping.case import Assignment, Case
    from sla_desktop.services.groups import Wish

_GROUP = re.compile(r"\bgroup(?=s?\b)")
MIXABLE = ("organisation", "sector", "place", "profession", "level", "role")


def wish_case(
    inside: Sequence[Attendee],
    gone: Sequence[Attendee],
    wish: "Wish",
    past: Mapping[frozenset[str], float],
    seated: Seated,
) -> "Case":
    """The case of a wish for those who are in; `seated` is the plan of which the wish locks places, and `gone` are
    those who stay in its locked rounds alone.

    Raises SlaError when too few are in, for what cannot be mixed, or for a locked place that there is not.
    """
    from sla_desktop.grouping import bounds
    from sla_desktop.grouping.case import Case, Person, Rule, even_sizes

    unknown = [name for name in wish.mix if name not in MIXABLE]
    if unknown:
        raise SlaError(f"Groups cannot be mixed by “{unknown[0]}”. Choose from {', '.join(MIXABLE)}.")
    if len(inside) < 2:
        raise SlaError("Too few people are checked in to form groups. Check people in first.")
    if wish.rounds < 1:
        raise SlaError("Choose at least one round.")
    bounds.check_rounds(wish.rounds)
    size = wish.size if wish.size or wish.tables else 8
    sizes = even_sizes(len(inside), tables=wish.tables, size=size)
    here = [person.id for person in inside]
    try:
        rounds, pins = locked_rounds(seated, wish.locks, here, wish.rounds, len(sizes))
    except SlaError as error:
        raise SlaError(with_names(str(error), inside)) from error
    open_rounds = tuple(r for r in range(wish.rounds) if r + 1 not in wish.locks.rounds or r >= len(seated))
    together, apart = (
        tuple(Rule(tuple(str(one) for one in here if one in ids), open_rounds) for ids in rules)
        for rules in (wish.together, wish.apart)
    )
    return Case(
        people=tuple(Person(str(person.id), mix_values(person, wish.mix)) for person in [*inside, *gone]),
        rounds=rounds,
        past=past,
        together=together,
        apart=apart,
        pins=pins,
        weights=wish.weights,
        mixing=bounds.checked_mixing(wish.mixing),
    )


def plan_case(store: Store, plan: BreakoutPlan, people: Sequence[Attendee], assignment: "Assignment") -> "Case":
    """The case of a plan in which every group is as large as it is; `people` sit in it, or are to."""
    from sla_desktop.grouping.case import Case, Person, Round

    ids = frozenset(str(person.id) for person in people)
    there = [{person for group in groups for person in group} for groups in assignment]
    return Case(
        people=tuple(Person(str(person.id), mix_values(person, plan.mixed_by)) for person in people),
        rounds=tuple(
            Round(tuple(map(len, groups)), absent=ids - seated_there)
            for groups, seated_there in zip(assignment, there, strict=True)
        ),
        past=past_meetings(store, plan.event_id, people),
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


def met_pairs(connection: Connection, event_id: EventId) -> set[frozenset[MemberId]]:
    """The pairs of members who sat together in the newest plan of an event."""
    plan = newest_plan(connection, event_id)
    tables: dict[tuple[int, int], list[MemberId]] = {}
    for placement in query.find(connection, Placement, plan_id=plan.id) if plan else ():
        tables.setdefault((placement.round, placement.table), []).append(placement.member_id)
    return {frozenset(pair) for seated in tables.values() for pair in combinations(seated, 2)}


def newest_plan(connection: Connection, event_id: EventId, revision: int | None = None) -> BreakoutPlan | None:
    """The newest plan of an event, or that of a revision."""
    known = query.find(connection, BreakoutPlan, order="revision", event_id=event_id)
    return next((plan for plan in reversed(known) if revision in (None, plan.revision)), None)


def with_names(sentence: str, people: Sequence[Attendee]) -> str:
    """A sentence of the optimiser, which knows people by their ids and tables as groups, in words of the room."""
    sentence = _GROUP.sub("table", sentence)
    for person in people:
        sentence = sentence.replace(str(person.id), person.name)
    return sentence
