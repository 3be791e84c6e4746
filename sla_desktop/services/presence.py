"""Who is in the room, the live numbers, and the latest arrivals."""

from dataclasses import dataclass, replace
from datetime import datetime

from sla_desktop.domain import attendance as rules
from sla_desktop.domain.attendance import AttendanceFact
from sla_desktop.domain.ids import EventId
from sla_desktop.domain.members import Member
from sla_desktop.domain.registrations import GONE, Registration
from sla_desktop.services import people, timeline
from sla_desktop.services.people import Attendee
from sla_desktop.storage import query
from sla_desktop.storage.store import Store


@dataclass(frozen=True)
class Counts:
    """How the event stands now."""

    registered: int
    inside: int
    arrived: int
    cancelled: int


@dataclass(frozen=True)
class Arrival:
    """A recent fact at a door, for the list that can be undone."""

    fact: AttendanceFact
    name: str
    organisation: str


def present(store: Store, event_id: EventId, *, at: datetime | None = None) -> list[Attendee]:
    """Who is in the room now, or was at a moment."""
    with store.read() as connection:
        facts = timeline.facts(connection, event_id)
        everybody = people.read_attendees(connection, event_id)
    inside = rules.present(facts, at=at)
    return [replace(person, last=inside[person.id]) for person in everybody if person.id in inside]


def counts(store: Store, event_id: EventId) -> Counts:
    """The live numbers of the door page."""
    with store.read() as connection:
        registrations = query.count(connection, Registration, event_id=event_id) - people.doubled(
            connection, event_id
        )
        cancelled = sum(query.count(connection, Registration, event_id=event_id, status=one) for one in GONE)
        facts = rules.standing(timeline.facts(connection, event_id))
    return Counts(
        registered=registrations - cancelled,
        inside=len(rules.present(facts)),
        arrived=len({fact.registration_id for fact in facts if fact.kind == rules.IN}),
        cancelled=cancelled,
    )


def recent(store: Store, event_id: EventId, *, limit: int = 12) -> list[Arrival]:
    """The latest standing facts, newest first."""
    with store.read() as connection:
        facts = rules.standing(timeline.facts(connection, event_id))
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
