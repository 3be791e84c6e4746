"""How long people were really there, and in which sessions, as the facts of the doors prove it."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sla_desktop.domain.attendance import IN, OUT, AttendanceFact, standing
from sla_desktop.domain.events import Session
from sla_desktop.domain.ids import RegistrationId, SessionId

Period = tuple[datetime, datetime]


@dataclass(frozen=True)
class Attended:
    """The time in sessions that count, none of it twice, and how long it was in each session that is known."""

    time: timedelta
    sessions: dict[SessionId, timedelta]


def attended(
    facts: Sequence[AttendanceFact], sessions: Collection[Session], end: datetime
) -> dict[RegistrationId, Attended]:
    """What everybody who came attended; a forgotten exit ends with the event, or with the session that was entered.

    A session whose own door was kept is attended by those who went in there. Of any other, whoever was in the
    building has the time; it is named only where no session's door was kept and nothing else ran at the same time.
    """
    known = standing(facts)
    kept = {fact.session_id for fact in known if fact.kind == IN} - {None}
    counting = [one for one in sessions if one.counts]
    entered = {one.id: one for one in counting if one.id in kept}
    open_to_all = [one for one in counting if one.id not in kept and not _beside(one, entered.values())]
    named = {one.id for one in open_to_all if not kept and not _beside(one, counting)} | set(entered)
    limits = {one.id: one.ends for one in sessions}
    found = {}
    for person, own in _by_person(known).items():
        visits = _visits(own, limits, end)
        spans = {one.id: _within(visits.get(one.id, ()), one) for one in entered.values()}
        spans |= {one.id: _within(visits.get(None, ()), one) for one in open_to_all}
        times = {key: length(parts) for key, parts in spans.items() if key in named and parts}
        found[person] = Attended(length(part for parts in spans.values() for part in parts), times)
    return found


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


def _visits(
    own: Iterable[AttendanceFact], limits: dict[SessionId, datetime], end: datetime
) -> dict[SessionId | None, list[Period]]:
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


def _beside(session: Session, others: Iterable[Session]) -> bool:
    """Whether another one of these runs at the same time."""
    return any(one.id != session.id and one.starts < session.ends and session.starts < one.ends for one in others)


def _within(visits: Iterable[Period], session: Session) -> list[Period]:
    cut = ((max(start, session.starts), min(end, session.ends)) for start, end in visits)
    return [(start, end) for start, end in cut if start < end]
