"""Certificates: who earned one, its signed proof, and checking one with no internet."""

import hashlib
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from sla_desktop.domain import attendance as rules
from sla_desktop.domain.certificates import ATTENDANCE, ISSUED, REVOKED, Certificate, certificate_id, hours_text
from sla_desktop.domain.errors import SlaError
from sla_desktop.domain.events import Event, Session
from sla_desktop.domain.ids import EventId
from sla_desktop.services import awards, timeline
from sla_desktop.services.awards import Earned
from sla_desktop.services.clock import now
from sla_desktop.services.events import get_event
from sla_desktop.services.people import Attendee, attendees
from sla_desktop.services.signing import base32, opened, signed
from sla_desktop.storage import query
from sla_desktop.storage.store import Store

_PREFIX = "SLA1"
# A number as it stands on paper, perhaps with the check code.
_NUMBER = re.compile(r"\d{6}-[A-Z2-7]{7}(-\d+)?( [0-9A-F]{4}-[0-9A-F]{4})?", re.IGNORECASE)
# Whoever looked in for less has not attended a session.
SHORTEST = timedelta(minutes=5)
_TOO_SHORT = "was in no session for five minutes"


@dataclass(frozen=True)
class Proof:
    """What a certificate's code says, once its signature was checked."""

    number: str
    name: str
    event_title: str
    day: str
    minutes: int
    genuine: bool
    words: str


@dataclass(frozen=True)
class Uncertified:
    """Somebody who came and gets no certificate, and why."""

    person: Attendee
    reason: str


def earned(store: Store, event: Event) -> list[Earned]:
    """Everybody who was in for long enough, and wherever the event's award asks for."""
    award = awards.award_of(store, event.id)
    whole = awards.minutes_of(store, event)
    return [row for row in attended(store, event) if row.minutes and not awards.lacking(award, row, whole)]


def early_words(event: Event) -> str:
    """A sentence if the event is not over: who prints now certifies hours that may change."""
    return (
        "The event is not over yet, so hours may change: print them again afterwards." if now() < event.ends else ""
    )


def uncertified(store: Store, event: Event) -> list[Uncertified]:
    """Everybody who came and gets no certificate, with the reason."""
    award = awards.award_of(store, event.id)
    whole = awards.minutes_of(store, event)
    revoked = {one.member_id: one.reason for one in certificates(store, event.id) if one.status == REVOKED}
    with store.read() as connection:
        sessions = [one for one in query.find(connection, Session, event_id=event.id) if one.counts]
        stays = rules.stays(timeline.facts(connection, event.id), event.ends)
    last = max((one.ends for one in sessions), default=event.ends)
    late = f"came after the {'last session' if sessions else 'event'} had ended"
    found = []
    for row in attended(store, event):
        if not row.minutes:
            found.append(Uncertified(row.person, late if stays[row.person.id][0][0] >= last else _TOO_SHORT))
        elif reason := awards.lacking(award, row, whole):
            found.append(Uncertified(row.person, reason))
        elif row.person.member.id in revoked:
            found.append(Uncertified(row.person, f"the certificate was revoked ({revoked[row.person.member.id]})"))
    return found


def attended(store: Store, event: Event, people: Sequence[Attendee] | None = None) -> list[Earned]:
    """Everybody (else these people) who was in, with the time attended. Without sessions the event itself counts.

    While the event runs, nobody has attended more than what is over by now.
    """
    with store.read() as connection:
        facts = timeline.facts(connection, event.id)
        sessions = query.find(connection, Session, order="starts", event_id=event.id)
    at = now()
    stays = rules.stays(facts, at if event.starts <= at < event.ends else event.ends)
    found = []
    for person in attendees(store, event.id) if people is None else people:
        periods = stays.get(person.id)
        if not periods:
            continue
        times = rules.attended_time(periods, sessions or [_whole(event)])
        titles = tuple(session.title for session in sessions if times.get(session.id, timedelta()) >= SHORTEST)
        found.append(Earned(person, _minutes(times.values()), titles))
    return found


def issue(store: Store, event: Event) -> list[tuple[Earned, Certificate]]:
    """Issue (or find again) the certificate of everybody who earned one; numbers are kept for ever.

    One whose name or time changed since is replaced by the next edition; a revoked one is not issued again.
    """
    at = now()
    rows = earned(store, event)
    with store.change() as tx:
        keys = [certificate_id(event.id, row.person.member.id, ATTENDANCE) for row in rows]
        known = query.get_many(tx.connection, Certificate, keys)
        made = [(row, _current(known.get(key), event, row, at)) for key, row in zip(keys, rows, strict=True)]
        made = [(row, certificate) for row, certificate in made if certificate.status == ISSUED]
        tx.put(*(certificate for _, certificate in made))
    return made


def certificates(store: Store, event_id: EventId) -> list[Certificate]:
    """All certificates of an event by number, revoked ones too."""
    with store.read() as connection:
        return query.find(connection, Certificate, order="number", event_id=event_id)


def find_certificate(store: Store, number: str) -> Certificate | None:
    """The certificate with a number, of whichever edition."""
    base = _base(number)
    with store.read() as connection:
        known = query.find(connection, Certificate, number=base)
    return known[0] if known else None


def revoke(store: Store, number: str, reason: str) -> Certificate:
    """Declare a certificate no longer valid. SlaError for an unknown number, and without a reason."""
    known = find_certificate(store, number)
    if known is None:
        raise SlaError(f"There is no certificate {number} in this laptop's record.")
    if not reason.strip():
        raise SlaError("Say why the certificate is revoked; whoever checks it is told that it was.")
    made = replace(known, status=REVOKED, reason=reason.strip())
    with store.change() as tx:
        tx.put(made)
    return made


def _base(number: str) -> str:
    return "-".join(number.strip().upper().split("-")[:2])


def _current(known: Certificate | None, event: Event, row: Earned, at: datetime) -> Certificate:
    """The certificate as it is from now on: as it was, the next edition of it, or a new one."""
    if known is None:
        return _new(event, row, at)
    if known.status != ISSUED or (known.name, known.minutes) == (row.person.name, row.minutes):
        return known
    return replace(known, name=row.person.name, minutes=row.minutes, issued_at=at, edition=known.edition + 1)


def proof_text(store: Store, event: Event, certificate: Certificate) -> str:
    """The signed text of a certificate's QR code: prefix, key id, facts and Ed25519 signature in base 32."""
    facts = "\x1f".join(
        (certificate.shown_number, certificate.name, event.title, event.day.isoformat(), str(certificate.minutes))
    ).encode()
    return signed(store, _PREFIX, facts)


def check_code(text: str) -> str:
    """A short code of a proof for people to compare, "3F7A-90BC"."""
    digest = hashlib.sha256(text.encode()).hexdigest()[:8].upper()
    return f"{digest[:4]}-{digest[4:]}"


def verify(store: Store, text: str) -> Proof:
    """Check a certificate's code against the keys of the laptops known here, or its number against the record.

    SlaError if it is neither.
    """
    if _NUMBER.fullmatch(text.strip()):
        return _from_record(store, text.strip().upper())
    facts, genuine = opened(store, _PREFIX, text) or (b"", False)
    fields = facts.decode(errors="replace").split("\x1f")
    if len(fields) != 5 or not fields[4].isdigit():
        raise SlaError("This is not the code of one of our certificates.")
    number, name, title, day, minutes = fields
    known = find_certificate(store, number)
    stands = known is None or (known.status == ISSUED and known.shown_number == number)
    return Proof(number, name, title, day, int(minutes), genuine and stands, _words(known, number, genuine))


def _from_record(store: Store, typed: str) -> Proof:
    """What the record says of a number, typed with the check code after it or without."""
    number, _, code = typed.partition(" ")
    known = find_certificate(store, number)
    if known is None:
        raise SlaError(f"There is no certificate {number} in this laptop's record. Scan its code instead.")
    event = get_event(store, known.event_id)
    right = not code or code == check_code(proof_text(store, event, known))
    stands = known.status == ISSUED and known.shown_number == number
    words = _words(known, number, True) if right else "The check code does not belong to this number."
    if right and stands:
        words = "In the record of this team."
    return Proof(number, known.name, event.title, event.day.isoformat(), known.minutes, right and stands, words)


def _words(known: Certificate | None, number: str, genuine: bool) -> str:
    if not genuine:
        return "Not genuine: no laptop known here signed this certificate."
    if known is None:
        return "Genuine signature; the certificate is not in this laptop's record."
    if known.status != ISSUED:
        return f"Signed by us, but revoked: certificate {number} is no longer valid."
    if known.shown_number != number:
        return f"Signed by us, but replaced: certificate {known.shown_number} stands in its place."
    return "Genuine: signed by this team."


def describe(proof: Proof) -> str:
    """A proof in one line."""
    time = hours_text(proof.minutes)
    return f"{proof.words} {proof.name}, {proof.event_title}, {proof.day}, {time}, no. {proof.number}."


def _new(event: Event, row: Earned, at: datetime) -> Certificate:
    key = certificate_id(event.id, row.person.member.id, ATTENDANCE)
    number = f"{event.day:%y%m%d}-{base32(key.bytes)[:7]}"
    return Certificate(key, event.id, row.person.member.id, ATTENDANCE, number, row.person.name, row.minutes, at)


def _whole(event: Event) -> Session:
    return Session(event.id, event.id, event.title, event.starts, event.ends)  # type: ignore[arg-type]


def _minutes(times: Iterable[timedelta]) -> int:
    """Whole minutes, in steps of five, never more than was attended."""
    minutes = int(sum(times, timedelta()).total_seconds() // 60)
    return minutes - minutes % 5
