"""Registrations: a member's place at an event, and the code on their ticket."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from sla_desktop.domain.ids import EventId, MemberId, RegistrationId, natural_id

REGISTERED, CANCELLED, REFUNDED, VOID = "registered", "cancelled", "refunded", "void"
BLOCKED, AWAITING, UNPAID, UNASSIGNED = "blocked", "awaiting-approval", "unpaid", "unassigned"
STATUSES = (REGISTERED, CANCELLED, REFUNDED, VOID, BLOCKED, AWAITING, UNPAID, UNASSIGNED)
# Those who will not come: the place was given up or taken away.
GONE = frozenset({CANCELLED, REFUNDED, VOID})
# Those whom a door lets in only for a reason.
WITHHELD = GONE | {BLOCKED, AWAITING}
HAD_COME = "They had come."
"""What the note of a place says that was given up although it was known that they came: nobody asks about it."""
WALK_IN = "walk-in"
"""The source of who was added at a desk."""
# Crockford's base 32 without U: the same keys on UK and US keyboards, nothing to misread.
_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


@dataclass(frozen=True)
class Registration:
    """A member's place at an event. `imported` is what the last import said, to tell its news from local edits.

    The ticket lets in from `valid_from` until `valid_until` (UTC; none: always); `add_ons` are further ticket types
    booked with it; `attention` is a note for whoever checks the person in.
    """

    id: RegistrationId
    event_id: EventId
    member_id: MemberId
    status: str = REGISTERED
    source: str = ""
    code: str = ""
    ticket_type: str = ""
    source_ref: str = ""
    external_code: str = ""
    registered_at: datetime | None = None
    note: str = ""
    imported: Mapping[str, str] = field(default_factory=dict)
    valid_from: datetime | None = None
    valid_until: datetime | None = None
    attention: str = ""
    add_ons: tuple[str, ...] = ()


def registration_id(event_id: EventId, member_id: MemberId) -> RegistrationId:
    """One member has one place at one event, whichever desk made it."""
    return RegistrationId(natural_id("registration", event_id, member_id))


def ticket_code(registration: UUID) -> str:
    """The eight-character code printed on the badge: seven from the id, the last a check character (mod 31)."""
    value = registration.int & ((1 << 35) - 1)
    body = "".join(_ALPHABET[value >> shift & 31] for shift in range(30, -1, -5))
    return body + _check(body)


def read_code(text: str) -> str | None:
    """The ticket code in a scanned or typed text, or None when it is no whole code of ours.

    Junk before the code (a scanner's prefix), lower case, spaces and hyphens do not matter.
    """
    kept = "".join(ch for ch in text.upper() if ch.isalnum()).replace("O", "0").replace("I", "1").replace("L", "1")
    # Of two codes in one scan (the Enter between them was lost) nobody can say which is meant.
    return kept[-8:] if _is_code(kept[-8:]) and not _is_code(kept[-16:-8]) else None


def _is_code(text: str) -> bool:
    body, check = text[:-1], text[-1:]
    return len(body) == 7 and all(ch in _ALPHABET for ch in body) and check == _check(body)


def _check(body: str) -> str:
    total = sum((place + 2) * _ALPHABET.index(ch) for place, ch in enumerate(body))
    return _ALPHABET[total % 31]
