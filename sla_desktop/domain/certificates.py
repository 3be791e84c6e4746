"""Certificates issued, replaced and revoked, and what was printed when."""

from dataclasses import dataclass, replace
from datetime import date, datetime

from sla_desktop.domain.errors import SlaError
from sla_desktop.domain.ids import AwardId, CertificateId, EventId, MemberId, PrintId, RegistrationId, natural_id
from sla_desktop.domain.text import counted, fold

ATTENDANCE, CPD, COMPLETION = "attendance", "cpd", "completion"
TITLES = {
    ATTENDANCE: "Certificate of attendance",
    CPD: "Certificate of continuing professional development",
    COMPLETION: "Certificate of completion",
}
DESIGNS = ("rosette", "band", "plain")
WORDING = "took part in"
FIELDS = ("name", "event", "date", "venue", "hours", "organiser")
ISSUED, REVOKED = "issued", "revoked"
_REPLACED = "replaced by certificate "
BADGE = "badge"
_CENTURIES = (1900, 2000, 2100)


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
    edition: int = 1
    reason: str = ""

    @property
    def shown_number(self) -> str:
        """The number on paper; one that replaces an earlier certificate says the how-manieth it is."""
        return self.number if self.edition == 1 else f"{self.number}-{self.edition}"

    @property
    def replaces(self) -> str:
        """The number of the certificate that this one replaces, or nothing."""
        return replace(self, edition=self.edition - 1).shown_number if self.edition > 1 else ""

    @property
    def replaced_by(self) -> str:
        """The number of the certificate that stands in the place of this one; nothing where it was revoked."""
        return self.reason.removeprefix(_REPLACED) if self.reason.startswith(_REPLACED) else ""

    def giving_way(self, number: str) -> "Certificate":
        """This certificate, no longer valid because one of another number stands in its place."""
        return replace(self, status=REVOKED, reason=f"{_REPLACED}{number}")

    def day(self, near: date) -> date:
        """The day that its number says, in the century that brings it nearest to another."""
        short, month, day = (int(self.number[at : at + 2]) for at in (0, 2, 4))
        year = min((century + short for century in _CENTURIES), key=lambda one: abs(one - near.year))
        return date(year, month, day)


@dataclass(frozen=True)
class Award:
    """What an event certifies, to whom, and how its certificates look.

    `minimum_share` is how much of the time that counts (per cent) somebody must have been there; `sessions` are the
    titles of those that nobody may miss. `wording` stands between the name and the event and may hold `FIELDS` in
    braces. `signature` is a picture in base 64. `number_from` names the imported column with a professional's
    registration number.
    """

    id: AwardId
    event_id: EventId
    kind: str = ATTENDANCE
    design: str = DESIGNS[0]
    minimum_share: int = 0
    sessions: tuple[str, ...] = ()
    wording: str = WORDING
    outcomes: tuple[str, ...] = ()
    signatory: str = ""
    signatory_role: str = ""
    signature: str = ""
    accreditation: str = ""
    number_from: str = ""

    def worded(self, **said: str) -> str:
        """The wording with its fields filled in. SlaError for a field that there is not."""
        try:
            return self.wording.format_map(said)
        except (KeyError, IndexError, ValueError, AttributeError) as error:
            known = ", ".join(f"{{{field}}}" for field in FIELDS)
            field = error.args[0] if isinstance(error, KeyError) else self.wording
            raise SlaError(
                f"The certificate's wording has a field “{field}” that there is not. It may hold {known}."
            ) from None


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


def certificate_id(event_id: EventId, member_id: MemberId, kind: str, title: str, day: date) -> CertificateId:
    """A member has one certificate of a kind for an event of this title on this day."""
    return CertificateId(natural_id("certificate", event_id, member_id, kind, fold(title), day.isoformat()))


def earlier_id(event_id: EventId, member_id: MemberId, kind: str) -> CertificateId:
    """What the certificate was called when it did not matter what the event is called."""
    return CertificateId(natural_id("certificate", event_id, member_id, kind))


def award_id(event_id: EventId) -> AwardId:
    """An event certifies one thing."""
    return AwardId(natural_id("award", event_id))


def hours_text(minutes: int) -> str:
    """Certified time in words, "5 hours 30 minutes"."""
    hours, rest = divmod(minutes, 60)
    parts = [counted(hours, "hour")] * bool(hours) + [counted(rest, "minute")] * bool(rest)
    return " ".join(parts) or "0 minutes"
