"""People who come without being on the list: registered and let in with one commit."""

from dataclasses import dataclass, replace
from datetime import datetime

from sla_desktop.domain import attendance as rules
from sla_desktop.domain.attendance import Verdict
from sla_desktop.domain.decisions import elsewhen, over
from sla_desktop.domain.errors import SlaError
from sla_desktop.domain.events import Session, clock
from sla_desktop.domain.ids import EventId, RegistrationId, SessionId
from sla_desktop.domain.members import (
    Member,
    Organisation,
    corrected,
    joined_name,
    new_member,
)
from sla_desktop.domain.registrations import WALK_IN, Registration, registration_id, ticket_code
from sla_desktop.domain.text import clean_line, tokens
from sla_desktop.services import people, timeline
from sla_desktop.services.attendance import new_fact, welcome
from sla_desktop.services.clock import now
from sla_desktop.services.events import get_event
from sla_desktop.services.hats import put_hat
from sla_desktop.services.merging import two_people
from sla_desktop.services.scenes import look, room_left
from sla_desktop.services.search import Index
from sla_desktop.storage import query
from sla_desktop.storage.store import Store
from sla_desktop.storage.transaction import Transaction

_PERHAPS = 500
_HAT = ("organisation", "role", "sector", "place")


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
    sure: bool = False,
    besides: RegistrationId | None = None,
    source: str = WALK_IN,
    known: Index | None = None,
) -> Verdict:
    """Register somebody who was not on the list and let them in, in one commit. SlaError without a name.

    Somebody of that name or e-mail address on the list, or a session that is full or over, is told first, unless
    `sure`; `besides` is whoever was told and is somebody else: nobody asks about the two again. `known` are those
    of the event, where they are at hand.
    """
    member = _member(person)
    doubt = (
        None
        if sure
        else _elsewhen(store, event_id, session, at, member.full_name)
        or _listed(known or Index(people.attendees(store, event_id)), member, get_event(store, event_id).zone)
        or _full(store, session, member.full_name)
    )
    if doubt is not None:
        return doubt
    with store.change() as tx:
        registration = _register(tx, event_id, member, at or now())
        if listed := query.get(tx.connection, Registration, besides):
            tx.put(two_people(member.id, listed.member_id, desk))
        put_hat(tx, member.id, {name: getattr(person, name) for name in _HAT})
        scene = look(store, tx.connection, event_id, registration.id, session)
        fact = new_fact(scene, rules.IN, desk=desk, at=at, source=source)
        tx.put(fact)
    return replace(welcome(scene, fact), fact_id=fact.id)


def on_the_list(store: Store, event_id: EventId, person: NewPerson) -> RegistrationId | None:
    """Whoever of that name or e-mail address is on the list already."""
    known, zone = Index(people.attendees(store, event_id)), get_event(store, event_id).zone
    told = _listed(known, _member(person), zone)
    return told.registration_id if told else None


def _member(person: NewPerson) -> Member:
    given, family = clean_line(person.given), clean_line(person.family)
    if not (given or family):
        raise SlaError("A walk-in needs at least one name.")
    return corrected(new_member(joined_name(given, family), given=given, family=family, email=person.email))


def _elsewhen(
    store: Store, event_id: EventId, session: SessionId | None, at: datetime | None, name: str
) -> Verdict | None:
    with store.read() as connection:
        chosen, now_ = query.get(connection, Session, session), timeline.true_now(connection, store.public_key)
    event = get_event(store, event_id)
    why = elsewhen(event, chosen, at, now_) if at else over(event, chosen, now_)
    return Verdict(why.code, why.words, name, detail=why.detail) if why else None


def organisations(store: Store) -> list[str]:
    """The names of all known organisations, for completion."""
    with store.read() as connection:
        return [one.name for one in query.find(connection, Organisation, order="name")]


def _listed(known: Index, member: Member, zone: str) -> Verdict | None:
    """The verdict on a walk-in who seems to be on the list."""
    name, mail = set(tokens(member.full_name)), member.email.casefold()
    for one in [*known.find(mail, _PERHAPS), *known.find(member.full_name, _PERHAPS)]:
        same_mail = mail and one.member.email.casefold() == mail
        if same_mail or set(tokens(one.name)) == name:
            told = "The same e-mail address" if same_mail else "The same name"
            came = f" They are in since {clock(one.last.happened_at, zone)}." if one.inside and one.last else ""
            who = f"{one.name}, {one.organisation or 'no organisation'}"
            words = f"{told} is on the list: {who}.{came} Is it this person?"
            return Verdict(
                rules.PERHAPS_LISTED, "On the list?", one.name, one.organisation, words, registration_id=one.id
            )
    return None


def _full(store: Store, session_id: SessionId | None, name: str) -> Verdict | None:
    with store.read() as connection:
        session = query.get(connection, Session, session_id) if session_id else None
        capacity, inside = room_left(connection, session)
    if session is None or capacity is None or inside < capacity:
        return None
    return Verdict(rules.FULL, "Session full", name, detail=f"{session.title} has {capacity} places, all taken.")


def _register(tx: Transaction, event_id: EventId, member: Member, at: datetime) -> Registration:
    key = registration_id(event_id, member.id)
    made = Registration(key, event_id, member.id, source=WALK_IN, code=ticket_code(key), registered_at=at)
    tx.put(member, made)
    return made
