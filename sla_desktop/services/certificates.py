"""Certificates: issuing them, their signed proof, and checking one with no internet."""

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime

from sqlalchemy import Connection

from sla_desktop.domain.certificates import (
    ISSUED,
    REVOKED,
    TITLES,
    Certificate,
    certificate_id,
    earlier_id,
    hours_text,
)
from sla_desktop.domain.errors import SlaError
from sla_desktop.domain.events import Event, days, long_date
from sla_desktop.domain.ids import CertificateId, EventId, MemberId
from sla_desktop.domain.registrations import Registration
from sla_desktop.services import awards, certificate_codes, earning, timeline
from sla_desktop.services.awards import Earned
from sla_desktop.services.clock import now
from sla_desktop.services.events import get_event
from sla_desktop.services.signing import base32
from sla_desktop.storage import query
from sla_desktop.storage.store import Store

# A number as it stands on paper, perhaps with the check code.
_NUMBER = re.compile(r"\d{6}-[A-Z2-7]{7}(-\d+)?( [0-9A-F]{4}-[0-9A-F]{4})?", re.IGNORECASE)


@dataclass(frozen=True)
class Proof:
    """What a certificate's code says, once its signature was checked; the title where the record or code has it."""

    number: str
    name: str
    event_title: str
    day: str
    minutes: int
    genuine: bool
    words: str
    kind: str = ""
    dates: str = ""


def issue(
    store: Store, event: Event, *, can_be: Callable[[Earned], bool] = lambda _row: True
) -> list[tuple[Earned, Certificate]]:
    """Issue (or find again) the certificate of everybody who earned one and whose paper `can_be`.

    One whose name or time changed since is replaced by the next edition; where the event has another title or day,
    and where two records became one person, a certificate replaces the others. A revoked one is not issued again.
    """
    at, kind = now(), awards.award_of(store, event.id).kind
    what = awards.subject(store, event, kind)
    rows = list(filter(can_be, earning.earned(store, event)))
    made: list[tuple[Earned, Certificate]] = []
    replaced: list[Certificate] = []
    with store.change() as tx:
        held = _held(tx.connection, event.id, kind)
        for row in rows:
            new = _new(what, kind, row, at)
            before = held.get(row.person.member.id, [])
            if any(one.status == REVOKED and not one.replaced_by for one in before):
                continue
            certificate = _current(_same(before, new) or new, row, at)
            made.append((row, certificate))
            others = (one for one in before if one.id != certificate.id)
            replaced += [one.giving_way(certificate.shown_number) for one in others]
        tx.put(*(certificate for _, certificate in made), *replaced)
    return made


def doubtful(store: Store, event: Event) -> list[str]:
    """Sentences on certificates that somebody should look at: valid ones that are no longer earned, and how to revoke
    them, several of one person, and those of people who came though their place is cancelled."""
    kind = awards.award_of(store, event.id).kind
    rows = {row.person.member.id: row.person for row in earning.earned(store, event)}
    with store.read() as connection:
        held = _held(connection, event.id, kind)
    stands = [(key, one) for key, known in held.items() for one in known if one.status == ISSUED]
    told = [_unearned(one) for key, one in stands if key not in rows]
    several = (key for key, count in Counter(key for key, _ in stands if key in rows).items() if count > 1)
    told += [f"{rows[key].name} has several valid certificates. Printing certificates leaves one." for key in several]
    return told + [_cancelled(one) for key, one in stands if key in rows and rows[key].cancelled]


def _unearned(one: Certificate) -> str:
    return f"{one.name} does not earn certificate {one.shown_number} any more. {_way_to_revoke(one)}"


def _cancelled(one: Certificate) -> str:
    return f"{one.name} came, and has certificate {one.shown_number}, on a cancelled place. {_way_to_revoke(one)}"


def _way_to_revoke(one: Certificate) -> str:
    return (
        "If it should not be valid, revoke it (Event, Issued certificates, or "
        f"sla certificate revoke {one.shown_number} --reason …)."
    )


def _held(connection: Connection, event_id: EventId, kind: str) -> dict[MemberId, list[Certificate]]:
    """All certificates of a kind, by the person whose record counts."""
    into = timeline.merged(connection)
    held: dict[MemberId, list[Certificate]] = {}
    for one in query.find(connection, Certificate, order="number", event_id=event_id):
        if one.kind == kind:
            held.setdefault(into.get(one.member_id, one.member_id), []).append(one)
    return held


def _same(before: list[Certificate], new: Certificate) -> Certificate | None:
    """The certificate that says of the same person what a new one would, or one from before titles mattered."""
    earlier = earlier_id(new.event_id, new.member_id, new.kind)
    found = {one.id: one for one in before if one.number[:6] == new.number[:6]}
    return found.get(new.id) or found.get(earlier)


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
    """Declare a certificate no longer valid. SlaError for an unknown number, a revoked one, and without a reason."""
    known = find_certificate(store, number)
    if known is None:
        raise SlaError(f"There is no certificate {number} in this laptop's record.")
    if known.status == REVOKED:
        raise SlaError(f"Certificate {known.shown_number} was revoked before: {known.reason}.")
    if not reason.strip():
        raise SlaError("Say why the certificate is revoked; whoever checks it is told that it was.")
    made = replace(known, status=REVOKED, reason=reason.strip())
    with store.change() as tx:
        tx.put(made)
    return made


def _base(number: str) -> str:
    return "-".join(number.strip().upper().split("-")[:2])


def _current(known: Certificate, row: Earned, at: datetime) -> Certificate:
    """The certificate as it is from now on: as it was, or the next edition of it."""
    if known.status == ISSUED and (known.name, known.minutes) == (row.person.name, row.minutes):
        return known
    said = replace(known, name=row.person.name, minutes=row.minutes, status=ISSUED, reason="")
    return replace(said, issued_at=at, edition=known.edition + 1)


def verify(store: Store, text: str) -> Proof:
    """Check a certificate's code against the keys of the laptops known here, or its number against the record.

    SlaError if it is neither.
    """
    if _NUMBER.fullmatch(text.strip()):
        return _from_record(store, text.strip().upper())
    found = certificate_codes.read(store, text)
    if found is None:
        raise SlaError("This is not the code of one of our certificates.")
    said, genuine = found
    known = find_certificate(store, said.number)
    if known and _edition(said.number) > known.edition:
        known = None
    stands = known is None or (known.status == ISSUED and known.shown_number == said.number)
    event = _subject(store, known) if known else _numbered(store, said.number, said.day)
    title = said.event_title or (event.title if event else "")
    words = _words(known, said.number, genuine)
    proof = Proof(said.number, said.name, title, said.day, said.minutes, genuine and stands, words)
    return replace(proof, kind=known.kind if known else "", dates=_dates(event, said.day))


def _from_record(store: Store, typed: str) -> Proof:
    """What the record says of a number, typed with the check code after it or without."""
    number, _, code = typed.partition(" ")
    known = find_certificate(store, number)
    if known is None or not 1 <= _edition(number) <= known.edition or number.endswith("-1"):
        raise SlaError(f"There is no certificate {number} in this laptop's record. Scan its code instead.")
    event = _subject(store, known)
    texts = (make(store, event, known) for make in (certificate_codes.proof_text, certificate_codes.earlier_text))
    newest = known.shown_number == number
    right = not code or not newest or code in map(certificate_codes.check_code, texts)
    stands = known.status == ISSUED and newest
    words = _words(known, number, True) if right else "The check code does not belong to this number."
    if right and stands:
        words = "In the record of this team."
    day = known.day(event.day).isoformat()
    # Of an edition that was replaced the record has only what took its place.
    proof = Proof(known.shown_number, known.name, event.title, day, known.minutes, right and stands, words)
    return replace(proof, kind=known.kind, dates=_dates(event, day))


def _dates(event: Event | None, day: str) -> str:
    """The days as the paper has them, where the event is known by its day."""
    if event and event.day.isoformat() == day:
        return days(event)
    try:
        return long_date(date.fromisoformat(day))
    except ValueError:
        return day  # what no laptop of ours wrote


def _edition(number: str) -> int:
    return int([*number.split("-"), "1"][2])


def _numbered(store: Store, number: str, day: str) -> Event | None:
    """What a certificate that only another laptop knows says was attended: its number follows from who and where."""
    base = _base(number)
    with store.read() as connection:
        there = [one for one in query.find(connection, Event) if one.day.isoformat() == day]
        places = [(event, one) for event in there for one in query.find(connection, Registration, event_id=event.id)]
    for event, place in places:
        for kind in TITLES:
            what = awards.subject(store, event, kind)
            keys = (
                certificate_id(event.id, place.member_id, kind, what.title, event.day),
                earlier_id(event.id, place.member_id, kind),
            )
            if base in [_number(event, key) for key in keys]:
                return what
    return None


def _subject(store: Store, known: Certificate) -> Event:
    """What a certificate says was attended; without a title where the event has another one, or another day, now."""
    what = awards.subject(store, get_event(store, known.event_id), known.kind)
    of = known.event_id, known.member_id, known.kind
    same = known.id in (earlier_id(*of), certificate_id(*of, what.title, what.day))
    return what if same else replace(what, title="")


def _words(known: Certificate | None, number: str, genuine: bool) -> str:
    if not genuine:
        return "Not genuine: no laptop known here signed this certificate."
    if known is None:
        return "Genuine signature; the certificate is not in this laptop's record."
    if known.replaced_by:
        return f"Signed by us, but replaced: certificate {known.replaced_by} stands in its place."
    if known.status != ISSUED:
        return f"Signed by us, but revoked: certificate {number} is no longer valid."
    if known.shown_number != number:
        return f"Signed by us, but replaced: certificate {known.shown_number} stands in its place."
    return "Genuine: signed by this team."


def describe(proof: Proof) -> str:
    """A proof in one line. A genuine code on paper that was changed proves nothing but what it says itself."""
    time = hours_text(proof.minutes)
    kind = TITLES[proof.kind] if proof.kind else ""
    facts = (proof.name, kind, proof.event_title, proof.dates, time, f"no. {proof.number}")
    must = "The paper must say the same: " if proof.genuine else ""
    return f"{proof.words} {must}{', '.join(filter(None, facts))}."


def _new(event: Event, kind: str, row: Earned, at: datetime) -> Certificate:
    key = certificate_id(event.id, row.person.member.id, kind, event.title, event.day)
    number = _number(event, key)
    return Certificate(key, event.id, row.person.member.id, kind, number, row.person.name, row.minutes, at)


def _number(event: Event, key: CertificateId) -> str:
    return f"{event.day:%y%m%d}-{base32(key.bytes)[:7]}"
