"""A person's place at an event, made or changed by hand: its status, its times, and what the desk should know."""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from datetime import datetime
from typing import Any

from sqlalchemy import Connection

from sla_desktop.domain import attendance as rules
from sla_desktop.domain.errors import SlaError
from sla_desktop.domain.ids import EventId, RegistrationId
from sla_desktop.domain.lengths import check_lengths
from sla_desktop.domain.members import (
    Member,
    corrected,
    joined_name,
    new_member,
)
from sla_desktop.domain.registrations import (
    HAD_COME,
    REGISTERED,
    STATUSES,
    WITHHELD,
    Registration,
    registration_id,
    ticket_code,
)
from sla_desktop.domain.text import clean_line
from sla_desktop.services import timeline
from sla_desktop.services.clock import now
from sla_desktop.services.hats import put_hat
from sla_desktop.storage import query
from sla_desktop.storage.store import Store

CHANGEABLE = ("status", "ticket_type", "valid_from", "valid_until", "attention", "add_ons", "external_code", "note")


@dataclass(frozen=True)
class NewPlace:
    """Somebody to be registered: who they are (one name is enough), and their ticket."""

    name: str = ""
    given: str = ""
    family: str = ""
    known_as: str = ""
    pronouns: str = ""
    email: str = ""
    phone: str = ""
    access_needs: str = ""
    dietary: str = ""
    organisation: str = ""
    role: str = ""
    sector: str = ""
    place: str = ""
    ticket_type: str = ""
    external_code: str = ""
    source_ref: str = ""
    status: str = REGISTERED
    valid_from: datetime | None = None
    valid_until: datetime | None = None
    attention: str = ""
    add_ons: tuple[str, ...] = field(default_factory=tuple)
    note: str = ""


def add_place(store: Store, event_id: EventId, person: NewPlace, *, source: str = "by hand") -> Registration:
    """Register somebody. SlaError without a name, or for a status that there is not."""
    _check_status(person.status)
    name = clean_line(person.name) or joined_name(clean_line(person.given), clean_line(person.family))
    known = {one.name: getattr(person, one.name) for one in fields(Member) if one.name in _OF_MEMBER}
    member = corrected(replace(new_member(name), **known))
    key = registration_id(event_id, member.id)
    ticket = {name: getattr(person, name) for name in (*CHANGEABLE, "source_ref")}
    check_lengths(ticket)
    made = Registration(key, event_id, member.id, source=source, code=ticket_code(key), registered_at=now(), **ticket)
    with store.change() as tx:
        tx.put(member, made)
        put_hat(tx, member.id, {name: getattr(person, name) for name in _HAT})
    return made


def change_place(store: Store, registration: RegistrationId, changes: Mapping[str, Any]) -> Registration:
    """Change a place, by the names of its fields. SlaError for what cannot be changed, or is not there."""
    strange = sorted(set(changes) - set(CHANGEABLE))
    if strange:
        raise SlaError(f"“{strange[0]}” of a place cannot be changed. These can: {', '.join(CHANGEABLE)}.")
    _check_status(changes.get("status", REGISTERED))
    check_lengths(changes)
    with store.change() as tx:
        known = query.get(tx.connection, Registration, registration)
        if known is None:
            raise SlaError("That person is not on this event's list.")
        changed = replace(known, **changes)
        if changed.status != known.status:
            changed = replace(changed, note=_note(tx.connection, changed))
        tx.put(changed)
    return changed


def _note(connection: Connection, place: Registration) -> str:
    """The note of a place whose status changes: whether it was known that they came, where it is given up."""
    note = place.note.replace(HAD_COME, "").strip()
    facts = rules.standing(timeline.facts_of(connection, place, timeline.mending(connection)))
    came = place.status in WITHHELD and any(fact.kind == rules.IN for fact in facts)
    return f"{note} {HAD_COME}".strip() if came else note


def _check_status(status: str) -> None:
    if status not in STATUSES:
        raise SlaError(f"“{status}” is no status of a place. Use one of: {', '.join(STATUSES)}.")


_OF_MEMBER = ("given", "family", "known_as", "pronouns", "email", "phone", "access_needs", "dietary")
_HAT = ("organisation", "role", "sector", "place")
