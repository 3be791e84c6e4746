"""Certificates: who earned one, its signed proof, and checking one with no internet."""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from sla_desktop.domain import attendance as rules
from sla_desktop.domain.certificates import ATTENDANCE, ISSUED, Certificate, certificate_id, hours_text
from sla_desktop.domain.errors import SlaError
from sla_desktop.domain.events import Event, Session
from sla_desktop.services import timeline
from sla_desktop.services.clock import now
from sla_desktop.services.people import Attendee, attendees
from sla_desktop.services.signing import base32, opened, signed
from sla_desktop.storage import query
from sla_desktop.storage.store import Store

_PREFIX = "SLA1"
# Whoever looked in for less has not attended a session.
SHORTEST = timedelta(minutes=5)
_TOO_SHORT = "was in no session for five minutes"


@dataclass(frozen=True)
class Earned:
    """Somebody who was really there: certified minutes and the titles of the sessions attended."""

    person: Attendee
    minutes: int
    sessions: tuple[str, ...]


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
    """Everybody who was in for long enough to be certified."""
    return [row for row in attended(store, event) if row.minutes]


def uncertified(store: Store, event: Event) -> list[Uncertified]:
    """Everybody who came and gets no certificate, because they were in no session for long enough."""
    with store.read() as connection:
        sessions = [one for one in query.find(connection, Session, event_id=event.id) if one.counts]
        stays = rules.stays(timeline.facts(connection, event.id), event.ends)
    last = max((one.ends for one in sessions), default=event.ends)
    late = f"came after the {'last session' if sessions else 'event'} had ended"
    return [
        Uncertified(row.person, late if stays[row.person.id][0][0] >= last else _TOO_SHORT)
        for row in attended(store, event)
        if not row.minutes
    ]


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
    """Issue (or find again) the certificate of everybody who earned one; numbers are kept for ever."""
    at = now()
    rows = earned(store, event)
    with store.change() as tx:
        keys = [certificate_id(event.id, row.person.member.id, ATTENDANCE) for row in rows]
        known = query.get_many(tx.connection, Certificate, keys)
        made = [known.get(key) or _new(event, row, at) for key, row in zip(keys, rows, strict=True)]
        current = [
            replace(certificate, name=row.person.name, minutes=row.minutes)
            for row, certificate in zip(rows, made, strict=True)
        ]
        tx.put(*current)
    return list(zip(rows, current, strict=True))


def proof_text(store: Store, event: Event, certificate: Certificate) -> str:
    """The signed text of a certificate's QR code: prefix, key id, facts and Ed25519 signature in base 32."""
    facts = "\x1f".join(
        (certificate.number, certificate.name, event.title, event.day.isoformat(), str(certificate.minutes))
    ).encode()
    return signed(store, _PREFIX, facts)


def check_code(text: str) -> str:
    """A short code of a proof for people to compare, "3F7A-90BC"."""
    digest = hashlib.sha256(text.encode()).hexdigest()[:8].upper()
    return f"{digest[:4]}-{digest[4:]}"


def verify(store: Store, text: str) -> Proof:
    """Check a certificate's code against the keys of the laptops known here. SlaError if it is no such code."""
    facts, genuine = opened(store, _PREFIX, text) or (b"", False)
    fields = facts.decode(errors="replace").split("\x1f")
    if len(fields) != 5 or not fields[4].isdigit():
        raise SlaError("This is not the code of one of our certificates.")
    number, name, title, day, minutes = fields
    words = _words(store, number, genuine)
    return Proof(number, name, title, day, int(minutes), genuine and "revoked" not in words, words)


def _words(store: Store, number: str, genuine: bool) -> str:
    if not genuine:
        return "Not genuine: no laptop known here signed this certificate."
    with store.read() as connection:
        known = query.find(connection, Certificate, number=number)
    if known and known[0].status != ISSUED:
        return f"Signed by us, but revoked: certificate {number} is no longer valid."
    return (
        "Genuine: signed by this team."
        if known
        else "Genuine signature; the certificate is not in this laptop's record."
    )


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
