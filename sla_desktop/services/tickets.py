"""What a scanner reads: our code, a seller's code, or a signed ticket that can be judged with no list at all."""

import re
import struct
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import UUID

from sla_desktop.domain import attendance as codes
from sla_desktop.domain.attendance import Verdict
from sla_desktop.domain.errors import SlaError
from sla_desktop.domain.events import Event, clock
from sla_desktop.domain.ids import EventId, MemberId, SessionId
from sla_desktop.domain.members import Member
from sla_desktop.domain.registrations import GONE, Registration, read_code, registration_id, ticket_code
from sla_desktop.domain.text import clean_line, fold
from sla_desktop.services import attendance, certificate_codes, doors, refusals, signing, timeline
from sla_desktop.services.scenes import Entry
from sla_desktop.storage import query
from sla_desktop.storage.store import Store

_PREFIX = "SLA2"
_TIMES = struct.Struct(">II")
# What scanners put before a code: an ECI escape (\000026), or the kind of symbol (]Q1).
# A scanner set up for American keys on a British laptop types # where it means the backslash.
_JUNK = re.compile(r"^(?:[\\#]\d{6}|\][A-Za-z]\d)+")


@dataclass(frozen=True)
class Place:
    """Where a scanner stands: an event, and a session of it or the room that decides which."""

    event_id: EventId
    session_id: SessionId | None = None
    room: str = ""


def is_ticket(text: str) -> bool:
    """Whether a text is a code of ours or a signed ticket, not something that somebody typed to search."""
    told = _bare(text)
    return (read_code(told) is not None and not _is_name(told)) or told.startswith(f"{_PREFIX}:")


def is_known(store: Store, text: str) -> bool:
    """Whether a text is a ticket for sure: a code of ours, or one that somebody here has, also a seller's."""
    return is_ticket(text) or bool(_registered(store, _bare(text)))


def _is_name(text: str) -> bool:
    """Words without a digit: one name in 31 ends like a code (Rhys Williams does), and search knows codes too."""
    return not any(sign.isdigit() for sign in text) and (" " in text.strip() or not text.isupper())


def ticket_text(store: Store, registration: Registration) -> str:
    """The signed text of a ticket: whose it is, for which event, its type, and from when until when it is valid."""
    times = _TIMES.pack(_seconds(registration.valid_from), _seconds(registration.valid_until))
    who = registration.event_id.bytes + registration.member_id.bytes
    return signing.signed(store, _PREFIX, who + times + registration.ticket_type.encode())


def scan(
    store: Store,
    places: Sequence[Place],
    text: str,
    *,
    desk: str,
    at: datetime | None = None,
    leaving: bool = False,
    override: str = "",
    entry: Entry | None = None,
) -> Verdict:
    """Check in (or out) whoever holds a ticket of one of the events. A text that is none is refused and noted.

    SlaError when two places are of the same event: nobody could say which of them is meant.
    """
    if len({place.event_id for place in places}) < len(places):
        raise SlaError("Two doors of the same event cannot be scanned for at once. Choose one session.")
    told = _bare(text)
    found = _holder(store, places, told)
    if isinstance(found, Verdict):
        refusals.note(store, places[0].event_id, text, found.code, desk=desk)
        return found
    registration, place = found
    if leaving:
        return attendance.check_out(
            store,
            place.event_id,
            registration.id,
            desk=desk,
            at=at,
            source="scan",
            reason=override,
            session=place.session_id,
            request=entry.request if entry else "",
        )
    session = _session(store, place, at)
    if isinstance(session, Verdict):
        refusals.note(store, place.event_id, text, session.code, desk=desk)
        return session
    return attendance.check_in(
        store,
        place.event_id,
        registration,
        desk=desk,
        session=session,
        at=at,
        source="scan",
        override=override,
        entry=entry,
    )


def session_of(store: Store, place: Place, at: datetime | None = None) -> SessionId | None:
    """The session of a place, now or at a moment. SlaError where nothing is on in its room."""
    found = _session(store, place, at)
    if isinstance(found, Verdict):
        raise SlaError(found.detail)
    return found


def _holder(store: Store, places: Sequence[Place], text: str) -> tuple[Registration, Place] | Verdict:
    """The registration that a text is the ticket of, and where; else what is to be said of it."""
    by_event = {place.event_id: place for place in places}
    known = _registered(store, text)
    here = [one for one in known if one.event_id in by_event]
    alike = len(_people(store, [one for one in here if one.event_id == here[0].event_id]))
    if alike > 1:
        told = f"{alike} people of this event have the code {text[:40]}. Check them in by name."
        return Verdict(codes.AMBIGUOUS, "Which one?", detail=told)
    if here and not _is_known(store, here[0].member_id):
        told = "Whoever had this ticket is no longer on the list."
        return Verdict(codes.NOT_ON_LIST, "Not on the list", detail=told)
    if here:
        first = _counting(store, [one for one in here if one.event_id == here[0].event_id])
        return first, by_event[first.event_id]
    opened = signing.opened(store, _PREFIX, text) if text.startswith(_PREFIX) else None
    if known:
        return _elsewhere(store, known[0].event_id)
    if opened is None and not text.startswith(_PREFIX):
        return Verdict(codes.NOT_ON_LIST, "Not on the list", detail=_unknown(text))
    ticket = _registration(opened[0]) if opened and opened[1] else None
    if ticket is None and certificate_codes.read(store, text):
        told = "This is the code of a certificate. Check it on the Documents page."
        return Verdict(codes.NOT_GENUINE, "A certificate", detail=told)
    if ticket is None:
        return Verdict(codes.NOT_GENUINE, "Not genuine", detail="No laptop of this team signed this ticket.")
    place = by_event.get(ticket.event_id)
    return (ticket, place) if place else _elsewhere(store, ticket.event_id)


def _unknown(text: str) -> str:
    if _is_name(text):
        return f"Nobody on the list is called {text[:40]}. If they are welcome, register them as a walk-in."
    return f"No ticket here has the code {text[:40]}. Look for the name; if they are welcome, add them as a walk-in."


def _registered(store: Store, text: str) -> list[Registration]:
    """The registrations known here that a text is the ticket of."""
    code = read_code(text)
    opened = signing.opened(store, _PREFIX, text) if text.startswith(_PREFIX) else None
    ticket = _registration(opened[0]) if opened and opened[1] else None
    with store.read() as connection:
        if opened is not None:
            found = query.get(connection, Registration, ticket.id) if ticket else None
            return [found] if found else []
        by_code = query.find(connection, Registration, code=code) if code else []
        known = by_code or (query.find(connection, Registration, external_code=text) if text else [])
    # A ticket that was given on lets in whoever has it now.
    return [one for one in known if one.status not in GONE] or known


def _counting(store: Store, registered: Sequence[Registration]) -> Registration:
    """Of one person who stands there twice, the record that came, else the same one at every desk."""
    if len(registered) < 2:
        return registered[0]
    with store.read() as connection:
        known = timeline.mending(connection)
        came = {one.id for one in registered if codes.standing(timeline.facts_of(connection, one, known))}
    return min(registered, key=lambda one: (one.id not in came, one.id))


def _people(store: Store, registered: Sequence[Registration]) -> set[str]:
    """Whose places these are, by name: records of one name with one ticket are one person, whatever is merged."""
    if len(registered) < 2:
        return {str(one.member_id) for one in registered}
    with store.read() as connection:
        into = timeline.merged(connection)
        keys = {into.get(one.member_id, one.member_id) for one in registered}
        known = query.get_many(connection, Member, list(keys))
    return {fold(known[key].full_name) if key in known else str(key) for key in keys}


def _is_known(store: Store, member: MemberId) -> bool:
    """Whether anything is known of a person; after an erasure their place is only counted."""
    with store.read() as connection:
        return query.get(connection, Member, member) is not None


def _elsewhere(store: Store, event_id: EventId) -> Verdict:
    with store.read() as connection:
        event = query.get(connection, Event, event_id)
    named = f"“{event.title}”" if event else "another event"
    return Verdict(codes.NOT_ON_LIST, "Another event", detail=f"This ticket is for {named}, not for this door.")


def _session(store: Store, place: Place, at: datetime | None) -> SessionId | Verdict | None:
    if place.session_id or not place.room:
        return place.session_id
    with store.read() as connection:
        moment = at or timeline.true_now(connection, store.public_key)
        event = query.get(connection, Event, place.event_id)
    session = doors.session_in(store, place.event_id, place.room, moment)
    if session is None:
        when = clock(moment, event.zone) if event else ""
        detail = f"Nothing is on in {place.room} at {when}. Send them to the programme."
        return Verdict(codes.WRONG_SESSION, "No session here now", detail=detail)
    return session.id


def _registration(facts: bytes) -> Registration | None:
    """The registration that a genuine ticket speaks of."""
    head = 32 + _TIMES.size
    if len(facts) < head:
        return None
    event, member = EventId(UUID(bytes=facts[:16])), MemberId(UUID(bytes=facts[16:32]))
    key = registration_id(event, member)
    start, end = (_moment(seconds) for seconds in _TIMES.unpack(facts[32:head]))
    kind = facts[head:].decode(errors="replace")
    return Registration(
        key, event, member, code=ticket_code(key), ticket_type=kind, valid_from=start, valid_until=end
    )


def _bare(text: str) -> str:
    told = _JUNK.sub("", clean_line(text))
    # With the Caps Lock key on, a scanner types small letters.
    return told.upper() if told.upper().startswith(f"{_PREFIX}:") else told


def _seconds(moment: datetime | None) -> int:
    return int(moment.timestamp()) if moment else 0


def _moment(seconds: int) -> datetime | None:
    return datetime.fromtimestamp(seconds, UTC) if seconds else None
