"""Who is in the room, the live numbers, and the latest arrivals.

People whose data was erased count in every number and stand in no list.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import Connection

from sla_desktop.domain import attendance as rules
from sla_desktop.domain.attendance import AttendanceFact
from sla_desktop.domain.events import Event, Room, Session, places
from sla_desktop.domain.ids import EventId, MemberId, RegistrationId, SessionId
from sla_desktop.domain.members import Member
from sla_desktop.domain.registrations import GONE, Registration
from sla_desktop.services import people, timeline
from sla_desktop.services.clock import now
from sla_desktop.services.people import Attendee
from sla_desktop.storage import query
from sla_desktop.storage.schema import id_from_hex
from sla_desktop.storage.store import Store

_ERASED = (
    "SELECT count(*) FROM registration WHERE event_id = ? AND coalesce(status, '') NOT IN (?, ?, ?) "
    "AND member_id IN (SELECT subject FROM erased)"
)


_OF_ERASED = "SELECT member_id FROM registration WHERE event_id = ? AND member_id IN (SELECT subject FROM erased)"


@dataclass(frozen=True)
class Counts:
    """How the event stands; `erased` of the `registered` have no name any more."""

    registered: int
    inside: int
    arrived: int
    cancelled: int
    erased: int = 0

    @property
    def erased_words(self) -> str:
        """What to mind when a list is imported: nobody can tell any more who was erased, so only people can."""
        if not self.erased:
            return ""
        who = "1 person of this event was" if self.erased == 1 else f"{self.erased} people of this event were"
        return f"{who} erased: a new row may be theirs. Take it out of the file first, or importing brings them back."


@dataclass(frozen=True)
class TypeCount:
    """How many of a ticket type are registered, and how many came with one, also to a place that was cancelled."""

    ticket_type: str
    registered: int
    arrived: int


@dataclass(frozen=True)
class Fullness:
    """How full a session is: who is in it now, and the places that it or its room has (None: no limit).

    Nobody is in one that is over.
    """

    session: Session
    room: str
    inside: int
    capacity: int | None
    over: bool = False


@dataclass(frozen=True)
class Arrival:
    """A recent fact at a door, for the list that can be undone; `session` is the title of the one it is about."""

    fact: AttendanceFact
    name: str
    organisation: str
    session: str = ""


def present(store: Store, event_id: EventId, *, at: datetime | None = None) -> list[Attendee]:
    """Who is in the room now, or was at a moment, by name."""
    with store.read() as connection:
        inside = _inside(connection, event_id, timeline.facts(connection, event_id), at)
        everybody = people.read_attendees(connection, event_id, last=inside)
    return [person for person in everybody if person.id in inside]


def _inside(
    connection: Connection, event_id: EventId, facts: Sequence[AttendanceFact], at: datetime | None
) -> Mapping[RegistrationId, AttendanceFact]:
    """Who is in, with the fact that let them in."""
    event = query.get(connection, Event, event_id)
    return timeline.present(event, facts, at=at) if event else {}


def first_arrivals(store: Store, event_id: EventId) -> dict[RegistrationId, datetime]:
    """When each of those who came arrived first."""
    with store.read() as connection:
        facts = timeline.facts(connection, event_id)
    return {key: fact.happened_at for key, fact in rules.first_arrivals(facts).items()}


def counts(store: Store, event_id: EventId, *, at: datetime | None = None) -> Counts:
    """The numbers of an event, now or with those in the room at a moment."""
    with store.read() as connection:
        facts = timeline.facts(connection, event_id)
        return replace(
            registered(connection, event_id),
            inside=len(_inside(connection, event_id, facts, at)),
            arrived=len({fact.registration_id for fact in rules.standing(facts) if fact.kind == rules.IN}),
        )


def registered(connection: Connection, event_id: EventId) -> Counts:
    """The numbers of an event before anybody came."""
    everybody = query.count(connection, Registration, event_id=event_id) - people.doubled(connection, event_id)
    cancelled = sum(query.count(connection, Registration, event_id=event_id, status=one) for one in GONE)
    erased = connection.exec_driver_sql(_ERASED, (event_id.hex, *GONE)).scalar_one()
    return Counts(registered=everybody - cancelled, inside=0, arrived=0, cancelled=cancelled, erased=erased)


def erased(connection: Connection, event_id: EventId) -> set[MemberId]:
    """Those of an event who were erased."""
    rows = connection.exec_driver_sql(_OF_ERASED, (event_id.hex,))
    return {MemberId(id_from_hex(key)) for (key,) in rows}


def by_ticket_type(store: Store, event_id: EventId) -> list[TypeCount]:
    """For each ticket type how many are registered and how many came, by its name."""
    with store.read() as connection:
        facts = rules.standing(timeline.facts(connection, event_id))
        everybody = people.read_attendees(connection, event_id, erased=True)
    came = {fact.registration_id for fact in facts if fact.kind == rules.IN}
    registered = Counter(one.registration.ticket_type for one in everybody if not one.cancelled)
    arrived = Counter(one.registration.ticket_type for one in everybody if one.id in came)
    return [TypeCount(kind, registered[kind], arrived[kind]) for kind in sorted({*registered, *arrived})]


def fullness(store: Store, event_id: EventId, *, at: datetime | None = None) -> list[Fullness]:
    """How full each session is now, or was at a moment; who forgot to leave one that is over is not in it."""
    with store.read() as connection:
        inside = _inside(connection, event_id, timeline.facts(connection, event_id), at)
        there = Counter(fact.session_id for fact in inside.values())
        return fullness_of(connection, event_id, there, at=at)


def fullness_of(
    connection: Connection, event_id: EventId, there: Mapping[SessionId | None, int], *, at: datetime | None = None
) -> list[Fullness]:
    """The same, where it is known how many entered each session and did not leave."""
    sessions = query.find(connection, Session, order="starts", event_id=event_id)
    rooms = {room.id: room for room in query.find(connection, Room, event_id=event_id)}
    told = []
    for session in sessions:
        room = rooms.get(session.room_id) if session.room_id else None
        over = session.ends <= (at or now())
        inside = 0 if over else there.get(session.id, 0)
        told.append(Fullness(session, room.name if room else "", inside, places(session, room), over))
    return told


def named(member: Member | None) -> str:
    """The name in a list of what happened."""
    return member.full_name if member else "Somebody whose data was erased"
