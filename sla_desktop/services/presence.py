"""Who is in the room, the live numbers, and the latest arrivals.

People whose data was erased count in every number and stand in no list.
"""

from dataclasses import dataclass, replace
from datetime import datetime

from sla_desktop.domain import attendance as rules
from sla_desktop.domain.attendance import AttendanceFact
from sla_desktop.domain.ids import EventId
from sla_desktop.domain.members import Member
from sla_desktop.domain.registrations import CANCELLED, Registration
from sla_desktop.services import people
from sla_desktop.services.people import Attendee
from sla_desktop.storage import query
from sla_desktop.storage.store import Store

_ERASED = (
    "SELECT count(*) FROM registration WHERE event_id = ? AND status IS NOT ? "
    "AND member_id IN (SELECT subject FROM erased)"
)


@dataclass(frozen=True)
class Counts:
    """How the event stands; `erased` of the `registered` have no name any more."""

    registered: int
    inside: int
    arrived: int
    cancelled: int
    erased: int = 0


@dataclass(frozen=True)
class Arrival:
    """A recent fact at a door, for the list that can be undone."""

    fact: AttendanceFact
    name: str
    organisation: str


def present(store: Store, event_id: EventId, *, at: datetime | None = None) -> list[Attendee]:
    """Who is in the room now, or was at a moment, by name."""
    with store.read() as connection:
        facts = query.find(connection, AttendanceFact, event_id=event_id)
        everybody = people.read_attendees(connection, event_id)
    inside = rules.present(facts, at=at)
    return [replace(person, last=inside[person.id]) for person in everybody if person.id in inside]


def counts(store: Store, event_id: EventId, *, at: datetime | None = None) -> Counts:
    """The numbers of an event, now or with those in the room at a moment."""
    with store.read() as connection:
        registrations = query.count(connection, Registration, event_id=event_id)
        cancelled = query.count(connection, Registration, event_id=event_id, status=CANCELLED)
        facts = rules.standing(query.find(connection, AttendanceFact, event_id=event_id))
        erased = connection.exec_driver_sql(_ERASED, (event_id.hex, CANCELLED)).scalar_one()
    return Counts(
        registered=registrations - cancelled,
        inside=len(rules.present(facts, at=at)),
        arrived=len({fact.registration_id for fact in facts if fact.kind == rules.IN}),
        cancelled=cancelled,
        erased=erased,
    )


def recent(store: Store, event_id: EventId, *, limit: int = 12) -> list[Arrival]:
    """The latest standing facts, newest first."""
    with store.read() as connection:
        facts = rules.standing(query.find(connection, AttendanceFact, event_id=event_id))
        facts = sorted(facts, key=lambda fact: fact.recorded_at)[-limit:][::-1]
        members = query.get_many(connection, Member, [fact.member_id for fact in facts])
        hats = people.hats_of(connection, [fact.member_id for fact in facts])
        known = people.organisations_of(connection, [hat for group in hats.values() for hat in group])
    return [
        Arrival(
            fact, _name(members.get(fact.member_id)), people.main_organisation(hats.get(fact.member_id, []), known)
        )
        for fact in facts
    ]


def _name(member: Member | None) -> str:
    return member.full_name if member else "Somebody whose data was erased"
