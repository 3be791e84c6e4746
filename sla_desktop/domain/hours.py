"""How long people were really there, and in which sessions, as the facts of the doors prove it."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise

from sla_desktop.domain.attendance import IN, OUT, AttendanceFact, Closing, never, standing
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
    facts: Sequence[AttendanceFact], sessions: Collection[Session], end: datetime, closes: Closing = never
) -> dict[RegistrationId, Attended]:
    """What everybody who came attended; a forgotten exit ends with the event, or the session that was entered, or the
    day (when it `closes` for whoever came then).

    A stretch of time in which the same sessions run has its own list where people were checked in to one of them: at
    least half of all who were in the building, or any where there were too few places for all. It is attended by
    those. Of any other, whoever was in the building has the time. A session is named for whoever was checked in to
    it, and for the others only where nothing has its own list, it had places for all, and nothing ran beside it.
    """
    visits = _all_visits(facts, sessions, end, closes)
    counting = [one for one in sessions if one.counts]
    stretches = _stretches(counting, visits)
    for_all = {one.id for one in counting if _is_for_all(one, counting, visits)}
    return {who: _of_one(who, own, counting, stretches, for_all) for who, own in visits.items()}


def open_to_all(
    facts: Sequence[AttendanceFact], sessions: Collection[Session], end: datetime, closes: Closing = never
) -> list[Session]:
    """Sessions with too few places and nothing beside them, to which nobody was checked in: all have their time."""
    visits = _all_visits(facts, sessions, end, closes)
    counting = [one for one in sessions if one.counts]
    singly = {door for own in visits.values() for door in own}
    return [
        one
        for one in counting
        if one.id not in singly
        and not any(_beside(other, one) for other in counting if other is not one)
        and not _is_for_all(one, counting, visits)
    ]


@dataclass(frozen=True)
class _Stretch:
    """A time in which the same sessions run, with all who were checked in to one of them; to which: `doors`."""

    starts: datetime
    ends: datetime
    sessions: tuple[Session, ...]
    entered: frozenset[RegistrationId]
    doors: frozenset[SessionId]
    listed: bool


def _stretches(sessions: Sequence[Session], visits: Mapping[RegistrationId, Visits]) -> list[_Stretch]:
    """The times between all beginnings and ends of sessions in which some run, in order."""
    turns = sorted({moment for one in sessions for moment in (one.starts, one.ends)})
    entered = {one.id: {who for who in visits if _within(visits[who].get(one.id, ()), one)} for one in sessions}
    found = []
    for starts, ends in pairwise(turns):
        running = tuple(one for one in sessions if one.starts <= starts and ends <= one.ends)
        if running:
            there = _there(visits, starts, ends)
            singly = frozenset[RegistrationId]().union(*(entered[one.id] for one in running))
            too_few_places = _places(running, there) < there
            listed = bool(singly) and (too_few_places or 2 * len(singly) >= there)
            doors = frozenset(one.id for one in running if entered[one.id])
            found.append(_Stretch(starts, ends, running, singly, doors, listed))
    return found


def _is_for_all(session: Session, sessions: Iterable[Session], visits: Mapping[RegistrationId, Visits]) -> bool:
    """Whether nothing runs beside a session, and it has places for all who were there."""
    there = _there(visits, session.starts, session.ends)
    alone = not any(_beside(one, session) for one in sessions if one is not session)
    return alone and _places([session], there) >= there


def _there(visits: Mapping[RegistrationId, Visits], starts: datetime, ends: datetime) -> int:
    """How many people were in the building at some time of a stretch."""
    return sum(any(_cut(parts, starts, ends) for parts in own.values()) for own in visits.values())


def _places(sessions: Iterable[Session], there: int) -> int:
    return sum(one.capacity or there for one in sessions)


def _of_one(
    who: RegistrationId,
    visits: Visits,
    sessions: Iterable[Session],
    stretches: Sequence[_Stretch],
    for_all: Collection[SessionId],
) -> Attended:
    parts: list[Period] = []
    given, missed = set[SessionId](), set[SessionId]()
    for one in stretches:
        own = [part for session in one.sessions for part in _cut(visits.get(session.id, ()), one.starts, one.ends)]
        front = _cut(visits.get(None, ()), one.starts, one.ends)
        parts += own if one.listed else own + front
        if front and one.entered and who not in one.entered:
            missed |= {session.id for session in one.sessions if one.listed}
            given |= one.doors
    times: dict[SessionId, timedelta] = {}
    anywhere = any(one.listed for one in stretches)
    for session in sessions:
        by_itself, front = (_within(visits.get(door, ()), session) for door in (session.id, None))
        if named := by_itself + front if session.id in for_all and not anywhere else by_itself:
            times[session.id] = length(named)
    return Attended(length(parts), times, frozenset(given - missed), frozenset(missed))


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


def _all_visits(
    facts: Iterable[AttendanceFact], sessions: Iterable[Session], end: datetime, closes: Closing
) -> dict[RegistrationId, Visits]:
    limits = {one.id: one.ends for one in sessions}
    return {who: _visits(own, limits, end, closes) for who, own in _by_person(standing(facts)).items()}


def _visits(
    own: Iterable[AttendanceFact], limits: Mapping[SessionId, datetime], end: datetime, closes: Closing
) -> Visits:
    """One person's visits by the door they came in at (None: the event's own), in the order of time.

    Who goes into another session leaves the one before; at the event's door nobody leaves a session. Who leaves a
    session stays at the event, if they came by its door.
    """
    visits: dict[SessionId | None, list[Period]] = defaultdict(list)
    inside: dict[SessionId | None, datetime] = {}

    def leave(doors: Iterable[SessionId | None], at: datetime) -> None:
        for door in [one for one in doors if one in inside]:
            came = inside.pop(door)
            visits[door].append((came, min(at, closes(came))))

    for fact in own:
        here = fact.session_id
        leave([door for door, came in inside.items() if closes(came) <= fact.happened_at], fact.happened_at)
        if fact.kind == OUT:
            leave((here,) if here and None in inside else tuple(inside), fact.happened_at)
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
    return _cut(visits, session.starts, session.ends)


def _cut(visits: Iterable[Period], starts: datetime, ends: datetime) -> list[Period]:
    cut = ((max(start, starts), min(end, ends)) for start, end in visits)
    return [(start, end) for start, end in cut if start < end]
