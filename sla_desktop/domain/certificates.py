"""Certificates issued, replaced and revoked, and what was printed when."""

from dataclasses import dataclass
from datetime import datetime

from sla_desktop.domain.ids import CertificateId, EventId, MemberId, PrintId, RegistrationId, natural_id
from sla_desktop.domain.text import counted

ATTENDANCE = "attendance"
ISSUED, REVOKED = "issued", "revoked"
BADGE = "badge"


@dataclass(frozen=True)
class Certificate:
    """A certificate for a member who was really there. `minutes` is the certified time."""

    id: CertificateId
    event_id: EventId
    member_id: MemberId
    kind: str
    number: str
    name: str
    minutes: int
    issued_at: datetime
    status: str = ISSUED


@dataclass(frozen=True)
class PrintRecord:
    """A document that left the program; `registration_id` where it is one person's badge."""

    id: PrintId
    event_id: EventId
    document: str
    pages: int
    printed_at: datetime
    desk: str
    reason: str = ""
    registration_id: RegistrationId | None = None


def certificate_id(event_id: EventId, member_id: MemberId, kind: str) -> CertificateId:
    """A member has one certificate of a kind for an event."""
    return CertificateId(natural_id("certificate", event_id, member_id, kind))


def hours_text(minutes: int) -> str:
    """Certified time in words, "5 hours 30 minutes"."""
    hours, rest = divmod(minutes, 60)
    parts = [counted(hours, "hour")] * bool(hours) + [counted(rest, "minute")] * bool(rest)
    return " ".join(parts) or "0 minutes"
