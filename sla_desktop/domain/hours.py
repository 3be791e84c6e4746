"""How long people were really there, and in which sessions, as the facts of the doors prove it."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sla_desktop.domain.attendance import IN, OUT, AttendanceFact, standing
from sla_desktop.domain.events import Session
from sla_desktop.domain.ids import RegistrationId, SessionId

Period = tuple[datetime, datetime]
Visits = Mapping[SessionId | None, list[Period]]


@dataclass(frozen=True)
class Attended:
    """The time in sessions that count, none of it twice, and how long it was in each session that is known.

    `given` are sessions that others were checked in to singly and this person has from being at the event; `missed`
    those whose time this person has not, for want of a check-in there.
    """

    time: timedelta
    sessions: dict[SessionId, timedelta]
    given: frozenset[SessionId] = frozenset()
    missed: frozenset[SessionId] = frozenset()


def attended(
    facts: Sequence[AttendanceFact], sessions: Collection[Session], end: datetime
) -> dict[RegistrationId, Attended]:
    """What everybody who came attended; a forgotten exit ends with the event, or with the session that was entered.

    A session has its own list where people were checked in to it, or to one beside it: at least half of all who
    were in the building, or any where there were too few places for all. It is attended by those. Of any other,
    whoever was in the building has the time; it is named for whoever was checked in to it, and for the others only
    where no session has its own list, it had places for all, and nothing else ran at the same time.
    """
    limits = {one.id: one.ends for one in sessions}
    visits = {who: _visits(own, limits, end) for who, own in _by_person(standing(facts)).items()}
    slots = [_slot(one, sessions, visits) for one in sessions if one.counts]
    return {who: _of_one(who, own, slots) for who, own in visits.items()}


@dataclass(frozen=True)
class _Slot:
    """A session with those who were checked in to it or to one beside it."""

    session: Session
    for_all: bool
    entered: frozenset[RegistrationId]
    listed: bool


def _slot(session: Session, sessions: Iterable[Session], visits: Mapping[RegistrationId, Visits]) -> _Slot:
    together = [one for one in sessions if one.counts and _beside(one, session)]
    there = {who for who, own in visits.items() if any(_within(parts, session) for parts in own.values())}
    entered = {who for who in visits if any(_within(visits[who].get(one.id, ()), one) for one in together)}
    too_few_places = sum(one.capacity or len(there) for one in together) < len(there)
    listed = bool(entered) and (too_few_places or 2 * len(entered) >= len(there))
    return _Slot(session, len(together) == 1 and not too_few_places, frozenset(entered), listed)


def _of_one(who: RegistrationId, visits: Visits, slots: Sequence[_Slot]) -> Attended:
    parts: list[Period] = []
    times: dict[SessionId, timedelta] = {}
    given, missed = set[SessionId](), set[SessionId]()
    anywhere = any(slot.listed for slot in slots)
    for slot in slots:
        key = slot.session.id
        own, front = (_within(visits.get(door, ()), slot.session) for door in (key, None))
        has = own if slot.listed else own + front
        parts += has
        if named := has if slot.for_all and not anywhere else own:
            times[key] = length(named)
        if front and slot.entered and who not in slot.entered:
            (missed if slot.listed else given).add(key)
    return Attended(length(parts), times, frozenset(given), frozenset(missed))


def length(periods: Iterable[Period]) -> timedelta:
    """How long periods are together; what overlaps counts once."""
    total, until = timedelta(), None
    for start, end in sorted(periods):
        begins = max(start, until) if until else start
        total += max(end - begins, timedelta())
        until = max(end, until) if until else end
    return total


def _by_person(known: Iterable[AttendanceFact]) -> dict[RegistrationId, list[AttendanceFact]]:
    """The facts of everybody who came in at least once."""
    own: dict[RegistrationId, list[AttendanceFact]] = defaultdict(list)
    for fact in known:
        if fact.kind == IN or fact.registration_id in own:
            own[fact.registration_id].append(fact)
    return own


def _visits(own: Iterable[AttendanceFact], limits: dict[SessionId, datetime], end: datetime) -> Visits:
    """One person's visits by the door they came in at (None: the event's own), in the order of time.

    Who goes into another session leaves the one before; at the event's door nobody leaves a session.
    """
    visits: dict[SessionId | None, list[Period]] = defaultdict(list)
    inside: dict[SessionId | None, datetime] = {}

    def leave(doors: Iterable[SessionId | None], at: datetime) -> None:
        for door in [one for one in doors if one in inside]:
            visits[door].append((inside.pop(door), at))

    for fact in own:
        here = fact.session_id
        if fact.kind == OUT:
            leave(tuple(inside), fact.happened_at)
        elif here not in inside:
            leave([door for door in inside if door and here], fact.happened_at)
            inside[here] = fact.happened_at
    for door in tuple(inside):
        leave((door,), min(end, limits.get(door, end)) if door else end)
    return visits


def _beside(session: Session, other: Session) -> bool:
    """Whether the two run at the same time."""
    return other.starts < session.ends and session.starts < other.ends


def _within(visits: Iterable[Period], session: Session) -> list[Period]:
    cut = ((max(start, session.starts), min(end, session.ends)) for start, end in visits)
    return [(start, end) for start, end in cut if start < end]
