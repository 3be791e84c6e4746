"""At the door: check in, check out, walk in, undo; a verdict appears only after its fact is on disk."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime

from sqlalchemy import Connection

from sla_desktop.domain import attendance as rules
from sla_desktop.domain.attendance import AttendanceFact, Verdict
from sla_desktop.domain.errors import SlaError
from sla_desktop.domain.events import Event, Session, clock
from sla_desktop.domain.ids import EventId, FactId, RegistrationId, SessionId, new_id
from sla_desktop.domain.members import Affiliation, Member
from sla_desktop.domain.registrations import CANCELLED, Registration
from sla_desktop.domain.text import clean
from sla_desktop.services import people
from sla_desktop.services.people import Attendee
from sla_desktop.services.search import Index
from sla_desktop.storage import query
from sla_desktop.storage.store import Store


def find_person(store: Store, event_id: EventId, text: str) -> Attendee | None:
    """The one person meant by a ticket code, registration id or search text, or None.

    SlaError when several fit equally well: a door never guesses.
    """
    everybody = people.attendees(store, event_id)
    for person in everybody:
        if text == str(person.id):
            return person
    found = Index(everybody).find(text, limit=6)
    exact = [person for person in found if clean(text).casefold() == person.name.casefold()]
    if len(found) > 1 and len(exact) != 1:
        told = "; ".join(_described(person) for person in found[:5])
        raise SlaError(f"“{text}” fits {len(found)} people: {told}. Use a ticket code or more of the name.")
    return next(iter(exact or found), None)


def check_in(
    store: Store,
    event_id: EventId,
    registration: RegistrationId,
    *,
    desk: str,
    session: SessionId | None = None,
    at: datetime | None = None,
    source: str = "search",
    override: str = "",
) -> Verdict:
    """Let somebody in; the verdict comes after the commit. `override` is the reason for letting them in anyway."""
    with store.change() as tx:
        scene = look(tx.connection, event_id, registration, session)
        refusal = _refusal(scene, override) or _too_early(scene, at)
        if refusal is not None:
            return refusal
        fact = new_fact(scene, rules.IN, desk=desk, at=at, source=source, override=override)
        tx.put(fact)
    return replace(welcome(scene, fact), fact_id=fact.id)


def check_out(
    store: Store,
    event_id: EventId,
    registration: RegistrationId,
    *,
    desk: str,
    at: datetime | None = None,
    source: str = "search",
) -> Verdict:
    """Note that somebody left."""
    with store.change() as tx:
        scene = look(tx.connection, event_id, registration, None)
        if scene.last is None or scene.last.kind != rules.IN:
            return _verdict(scene, rules.NOT_IN, "Was not in", "There is no arrival to end.")
        refusal = _too_early(scene, at)
        if refusal is not None:
            return refusal
        fact = new_fact(scene, rules.OUT, desk=desk, at=at, source=source)
        tx.put(fact)
    return replace(_verdict(scene, rules.LEFT, "Left", "", fact.happened_at), fact_id=fact.id)


def undo(store: Store, event_id: EventId, fact_id: FactId, *, desk: str, reason: str = "") -> Verdict:
    """Undo a fact from any desk at any time; both stay in the record."""
    with store.change() as tx:
        fact = query.get(tx.connection, AttendanceFact, fact_id)
        if fact is None or fact.event_id != event_id:
            raise SlaError("There is nothing to undo: that entry is not in this event's record.")
        scene = look(tx.connection, event_id, fact.registration_id, None)
        if fact.id not in {standing.id for standing in scene.facts}:
            return _verdict(scene, rules.NOT_IN, "Already undone", "That entry was undone before.")
        undoing = new_fact(scene, rules.UNDO, desk=desk, at=None, source="undo", reason=reason, undoes=fact.id)
        tx.put(undoing)
    what = "arrival" if fact.kind == rules.IN else "departure"
    words = f"The {what} at {clock(fact.happened_at, scene.event.zone)} was undone."
    return replace(_verdict(scene, rules.UNDONE, "Undone", words, undoing.happened_at), fact_id=undoing.id)


def undo_last(
    store: Store, event_id: EventId, registration: RegistrationId, *, desk: str, reason: str = ""
) -> Verdict:
    """Undo a person's last standing fact."""
    with store.read() as connection:
        scene = look(connection, event_id, registration, None)
    if scene.last is None:
        return _verdict(scene, rules.NOT_IN, "Nothing to undo", "This person has no arrival on record.")
    return undo(store, event_id, scene.last.id, desk=desk, reason=reason)


@dataclass(frozen=True)
class Scene:
    """What a desk must know to decide about one person; `facts` are the standing ones in order."""

    event: Event
    registration: Registration
    member: Member
    organisation: str
    session: Session | None
    facts: tuple[AttendanceFact, ...]
    in_session: int

    @property
    def last(self) -> AttendanceFact | None:
        """The person's last standing fact."""
        return self.facts[-1] if self.facts else None


def look(
    connection: Connection, event_id: EventId, registration_id_: RegistrationId, session_id: SessionId | None
) -> Scene:
    """Read what a desk must know about a registration. SlaError if it is not of this event."""
    event = query.get(connection, Event, event_id)
    registration = query.get(connection, Registration, registration_id_)
    member = query.get(connection, Member, registration.member_id) if registration else None
    if event is None or registration is None or member is None or registration.event_id != event_id:
        raise SlaError("That person is not on this event's list.")
    facts = query.find(connection, AttendanceFact, registration_id=registration.id)
    session = query.get(connection, Session, session_id) if session_id else None
    in_session = 0
    if session and session.capacity:
        everyone = query.find(connection, AttendanceFact, event_id=event_id)
        in_session = rules.occupancy(everyone).get(session.id, 0)
    hats = query.find(connection, Affiliation, member_id=member.id)
    shown = people.attendee(registration, member, hats, people.organisations_of(connection, hats), {})
    return Scene(event, registration, member, shown.organisation, session, tuple(rules.standing(facts)), in_session)


def _refusal(scene: Scene, override: str) -> Verdict | None:
    """Why somebody is not let in, or None."""
    last, session = scene.last, scene.session
    if last is not None and last.kind == rules.IN and (session is None or last.session_id == session.id):
        told = f"In since {clock(last.happened_at, scene.event.zone)}, {last.desk}."
        return replace(_verdict(scene, rules.ALREADY_IN, "Already in", told, last.happened_at))
    if override:
        return None
    if scene.registration.status == CANCELLED:
        return _verdict(
            scene, rules.CANCELLED, "Cancelled", "This registration was cancelled. Ask the lead facilitator."
        )
    if session and session.capacity and scene.in_session >= session.capacity:
        told = f"{session.title} has {session.capacity} places, all taken. Let in with a reason if you must."
        return _verdict(scene, rules.FULL, "Session full", told)
    return None


def _too_early(scene: Scene, at: datetime | None) -> Verdict | None:
    """A time before the person's last entry would be recorded and have no effect."""
    if at is None or scene.last is None or at >= scene.last.happened_at:
        return None
    came = "came" if scene.last.kind == rules.IN else "left"
    told = f"They {came} at {clock(scene.last.happened_at, scene.event.zone)}. Give a later time, or undo that first."
    return _verdict(scene, rules.EARLIER, "Check the time", told)


def welcome(scene: Scene, fact: AttendanceFact) -> Verdict:
    """The green verdict of a recorded arrival."""
    detail = scene.session.title if scene.session else ""
    if fact.override:
        detail = f"Let in: {fact.override}"
    elif fact.source == "walk-in":
        detail = "Walk-in registered"
    return _verdict(scene, rules.VALID, "Welcome", detail, fact.happened_at)


def _verdict(scene: Scene, code: str, words: str, detail: str, at: datetime | None = None) -> Verdict:
    return Verdict(
        code=code,
        words=words,
        name=scene.member.full_name,
        organisation=scene.organisation,
        detail=detail,
        at=at,
        registration_id=scene.registration.id,
    )


def new_fact(
    scene: Scene,
    kind: str,
    *,
    desk: str,
    at: datetime | None,
    source: str,
    override: str = "",
    reason: str = "",
    undoes: FactId | None = None,
) -> AttendanceFact:
    """A fact about the person in the scene, recorded now."""
    recorded = now()
    # Whatever the clock says, this happens after what this desk already knows of the person.
    happened = max(recorded, scene.last.happened_at) if scene.last else recorded
    return AttendanceFact(
        id=FactId(new_id()),
        event_id=scene.event.id,
        registration_id=scene.registration.id,
        member_id=scene.member.id,
        kind=kind,
        happened_at=at or happened,
        recorded_at=recorded,
        desk=desk,
        source=source,
        session_id=scene.session.id if scene.session else None,
        undoes=undoes,
        override=clean(override),
        reason=clean(reason),
    )


def _described(person: Attendee) -> str:
    return f"{person.name} ({person.organisation or 'no organisation'}, {person.registration.code})"


def now() -> datetime:
    """This moment, in UTC."""
    return datetime.now(UTC)
