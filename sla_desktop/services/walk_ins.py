"""People who come without being on the list: registered and let in with one commit."""

from dataclasses import dataclass, replace
from datetime import datetime

from sla_desktop.domain import attendance as rules
from sla_desktop.domain.attendance import Verdict
from sla_desktop.domain.errors import SlaError
from sla_desktop.domain.ids import EventId, SessionId
from sla_desktop.domain.members import (
    Affiliation,
    Member,
    Organisation,
    affiliation_id,
    corrected,
    joined_name,
    new_member,
    organisation_id,
)
from sla_desktop.domain.registrations import Registration, registration_id, ticket_code
from sla_desktop.domain.text import clean, clean_line
from sla_desktop.services.attendance import look, new_fact, now, welcome
from sla_desktop.storage import query
from sla_desktop.storage.store import Store
from sla_desktop.storage.transaction import Transaction


@dataclass(frozen=True)
class NewPerson:
    """What a desk asks a walk-in; one name is enough."""

    given: str
    family: str = ""
    organisation: str = ""
    role: str = ""
    sector: str = ""
    place: str = ""
    email: str = ""


def walk_in(
    store: Store,
    event_id: EventId,
    person: NewPerson,
    *,
    desk: str,
    session: SessionId | None = None,
    at: datetime | None = None,
) -> Verdict:
    """Register somebody who was not on the list and let them in, in one commit. SlaError without a name."""
    given, family = clean_line(person.given), clean_line(person.family)
    if not (given or family):
        raise SlaError("A walk-in needs at least one name.")
    member = corrected(new_member(joined_name(given, family), given=given, family=family, email=person.email))
    with store.change() as tx:
        registration = _register(tx, event_id, member, at or now())
        _put_hat(tx, member, person)
        scene = look(tx.connection, event_id, registration.id, session)
        fact = new_fact(scene, rules.IN, desk=desk, at=at, source="walk-in")
        tx.put(fact)
    return replace(welcome(scene, fact), fact_id=fact.id)


def organisations(store: Store) -> list[str]:
    """The names of all known organisations, for completion."""
    with store.read() as connection:
        return [one.name for one in query.find(connection, Organisation, order="name")]


def _register(tx: Transaction, event_id: EventId, member: Member, at: datetime) -> Registration:
    key = registration_id(event_id, member.id)
    made = Registration(key, event_id, member.id, source="walk-in", code=ticket_code(key), registered_at=at)
    tx.put(member, made)
    return made


def _put_hat(tx: Transaction, member: Member, person: NewPerson) -> None:
    name, role = clean_line(person.organisation), clean_line(person.role)
    sector, place = clean(person.sector), clean(person.place)
    if name and query.get(tx.connection, Organisation, organisation_id(name)) is None:
        tx.put(Organisation(organisation_id(name), name))
    if name or role or sector or place:
        where = organisation_id(name) if name else None
        key = affiliation_id(member.id, name)
        tx.put(Affiliation(key, member.id, where, role=role, sector=sector, place=place, main=True))
