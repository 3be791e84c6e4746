"""How long each kind of personal data is kept, and orders to let go of what was kept long enough."""

from dataclasses import dataclass
from datetime import datetime

from sla_desktop.domain.ids import ClockId, ExpiryId, MemberId, natural_id

CONTACT, NEEDS, IMPORTED, ACCESS = "contact", "needs", "imported", "access"
NAMES = "name"
"""The kind of an expiry that goes with an erasure."""


@dataclass(frozen=True)
class Kind:
    """A kind of personal data: its name in words, from when its months are counted, and how many are usual."""

    name: str
    words: str
    since: str
    months: int


# Usual for health and care events in the United Kingdom; every team decides for itself.
KINDS = (
    Kind(CONTACT, "E-mail addresses and phone numbers", "since the person last came or gave them", 36),
    Kind(NEEDS, "Access and dietary needs", "since the person's last event ended", 3),
    Kind(IMPORTED, "What imported lists said", "since the event ended", 12),
    Kind(ACCESS, "The record of who looked at what", "since it was noted", 24),
)


@dataclass(frozen=True)
class Clock:
    """The team's own choice for a kind of data: how many months it is kept; 0 keeps it for ever."""

    id: ClockId
    kind: str
    months: int


@dataclass(frozen=True)
class Expiry:
    """An order of a lead: these changes (by their ids) lose their text, for it was kept long enough.

    Of the kind `NAMES`, which goes with the erasure of a person, `changes` are marks of the words of their name:
    quotes with such a word are shown no more.
    """

    id: ExpiryId
    kind: str
    changes: tuple[str, ...]
    ordered_at: datetime
    desk: str = ""


def clock_id(kind: str) -> ClockId:
    """A kind of data has one clock."""
    return ClockId(natural_id("clock", kind))


def names_id(member_id: MemberId) -> ExpiryId:
    """The name of a person goes once, whoever orders it."""
    return ExpiryId(natural_id("names", member_id))
