"""What a desk must know before it decides about one person."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from sqlalchemy import Connection

from sla_desktop.domain import attendance as rules
from sla_desktop.domain.attendance import AttendanceFact
from sla_desktop.domain.decisions import CHANGING, Case, add_on
from sla_desktop.domain.doors import Door, door_id, open_door
from sla_desktop.domain.errors import SlaError
from sla_desktop.domain.events import Event, Room, Session, clock, places
from sla_desktop.domain.ids import DeviceId, EventId, RegistrationId, SessionId
from sla_desktop.domain.members import Member
from sla_desktop.domain.registrations import Registration
from sla_desktop.domain.team import device_id
from sla_desktop.services import people, timeline
from sla_desktop.services.clock import now
from sla_desktop.storage import query
from sla_desktop.storage.store import Store

UNKNOWN_NAME = "Name not on this laptop yet"


@dataclass(frozen=True)
class Entry:
    """What comes with a scan: the gate of the desk, answers to its questions, and a name for the request.

    The same request twice is one entry.
    """

    gate: str = ""
    answers: Mapping[str, str] = field(default_factory=dict)
    request: str = ""


@dataclass(frozen=True)
class Scene:
    """What a desk must know to decide about one person; `facts` are the standing ones in order of true time.

    `shift` is how far the team's clock is ahead of this laptop's own; `capacity` that of the session or its room,
    `inside` how many are there. `before` is another session in which they are.
    """

    event: Event
    registration: Registration
    member: Member
    organisation: str
    session: Session | None
    door: Door
    facts: tuple[AttendanceFact, ...]
    capacity: int | None
    inside: int
    device_id: DeviceId
    shift: timedelta
    before: Session | None = None

    @property
    def where(self) -> str:
        """The session, and which other one they leave for it while that goes on."""
        told = [self.session.title] if self.session else []
        if self.session and self.before and self.before.starts <= self.now < self.before.ends - CHANGING:
            until = clock(self.before.ends, self.event.zone)
            told.append(f"Out of “{self.before.title}”, which goes on until {until}")
        return ". ".join(told)

    @property
    def last(self) -> AttendanceFact | None:
        """The person's last standing fact, that which counts after a departure from a session."""
        return rules.last_of(self.facts)

    @property
    def now(self) -> datetime:
        """This moment by the team's clock."""
        return now() + self.shift

    @property
    def ticket(self) -> str:
        """The ticket type that counts here, or the add-on that does."""
        return add_on(self.case(None, Entry())) or self.registration.ticket_type

    def case(self, at: datetime | None, entry: Entry) -> Case:
        """What is to be decided, now or at a time that a person gave."""
        return Case(
            event=self.event,
            registration=self.registration,
            door=self.door,
            at=at or self.now,
            typed=at is not None,
            facts=self.facts,
            session=self.session,
            capacity=self.capacity,
            inside=self.inside,
            gate=entry.gate,
            answers=entry.answers,
        )


def look(
    store: Store,
    connection: Connection,
    event_id: EventId,
    registration: RegistrationId | Registration,
    session_id: SessionId | None,
) -> Scene:
    """Read what a desk must know about a registration (given whole where only its ticket is known).

    SlaError if it is not of this event.
    """
    event = query.get(connection, Event, event_id)
    found = registration if isinstance(registration, Registration) else None
    known = query.get(connection, Registration, found.id if found else registration)  # type: ignore[arg-type]
    found = known or found
    if event is None or found is None or found.event_id != event_id:
        raise SlaError("That person is not on this event's list.")
    mending = timeline.mending(connection)
    found = timeline.counting(connection, found, mending.into)
    member = query.get(connection, Member, found.member_id)
    if member is None and known is not None:
        raise SlaError("That person is not on this event's list.")
    session = query.get(connection, Session, session_id) if session_id else None
    capacity, inside = room_left(connection, session)
    facts = tuple(rules.standing(timeline.facts_of(connection, found, mending)))
    return Scene(
        event=event,
        registration=found,
        member=member or Member(found.member_id, UNKNOWN_NAME),
        organisation=_organisation(connection, member),
        session=session,
        door=query.get(connection, Door, door_id(event_id, session_id)) or open_door(event_id, session_id),
        facts=facts,
        capacity=capacity,
        inside=inside,
        device_id=device_id(store.public_key),
        shift=timeline.shift(mending.readings, store.public_key, now()),
        before=_other_session(connection, session, rules.last_of(facts)),
    )


def _other_session(connection: Connection, session: Session | None, last: AttendanceFact | None) -> Session | None:
    """The session that whoever was let in last is in, where it is another than this one."""
    if session is None or last is None or last.kind != rules.IN or last.session_id in (None, session.id):
        return None
    return query.get(connection, Session, last.session_id)


def _organisation(connection: Connection, member: Member | None) -> str:
    if member is None:
        return ""
    hats = people.hats_of(connection, [member.id]).get(member.id, [])
    return people.main_organisation(hats, people.organisations_of(connection, hats))


def room_left(connection: Connection, session: Session | None) -> tuple[int | None, int]:
    """The capacity of a session, or of its room if that is smaller, and how many are there now."""
    room = query.get(connection, Room, session.room_id) if session and session.room_id else None
    most = places(session, room) if session else None
    if session is None or most is None:
        return None, 0
    sessions = query.find(connection, Session, event_id=session.event_id)
    there = {one.id for one in sessions if one.id == session.id or (room is not None and one.room_id == room.id)}
    # Who forgot to leave an earlier session takes no place in this one.
    over = {one.id for one in sessions if one.ends <= max(now(), session.starts)} - {session.id}
    return most, timeline.inside(connection, session.event_id, there - over)
