"""Certificates on paper: all in one file, one file for each person, or one person's again."""

import zipfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sla_desktop.domain.certificates import CPD, TITLES, Award, Certificate, PrintRecord, hours_text
from sla_desktop.domain.errors import SlaError
from sla_desktop.domain.events import Event, clock, days, each_day, long_date
from sla_desktop.domain.ids import EventId, PrintId, RegistrationId, new_id
from sla_desktop.domain.letterhead import Letterhead
from sla_desktop.domain.text import first_few, fold, joined
from sla_desktop.services import awards, certificate_codes, certificates, earning, open_badges
from sla_desktop.services.awards import Earned
from sla_desktop.services.clock import now
from sla_desktop.services.documents import note_print
from sla_desktop.services.events import get_event
from sla_desktop.services.letterhead import identity_of, letterhead, picture_of
from sla_desktop.storage.store import Store

if TYPE_CHECKING:
    from sla_desktop.printing.certificates import Certificate as Sheet

CERTIFICATE = "certificate"
Progress = Callable[[int, int], None]
Early = Callable[[bytes], None]
LETTERS = "no font has the letters, so correct the name on People or write it by hand"
_FORBIDDEN = '<>:"/\\|?*'


def print_certificates(
    store: Store, event_id: EventId, path: Path, *, progress: Progress | None = None, early: Early | None = None
) -> int:
    """One certificate for everybody who was really there, in one file; pages. SlaError when nobody was.

    One name with a letter that no font has does not hold up the others (`left_out`). `early` takes the first page as
    a PDF while the others are made. `earning.uncertified` tells who came and gets none.
    """
    from sla_desktop.printing import certificates as paper

    event, award = get_event(store, event_id), awards.award_of(store, event_id)
    sheets = _sheets(store, event, award, _issued(store, event))
    pages = paper.print_certificates(
        sheets, path, identity=identity_of(store, event), design=award.design, progress=progress, early=early
    )
    return note_print(store, event_id, "certificates", pages)


def left_out(store: Store, event: Event) -> list[str]:
    """The names of those whose certificate no font can print."""
    return [row.person.name for row in earning.earned(store, event) if not _has_letters(row)]


def _has_letters(row: Earned) -> bool:
    from sla_desktop.printing import fonts

    return not fonts.missing(row.person.name)


def print_each(
    store: Store, event_id: EventId, target: Path, *, credential: bool = False, progress: Progress | None = None
) -> list[Path]:
    """A file for each person, named for mailing, in a folder or in a .zip; their names.

    With `credential` each carries its Open Badges 3.0 credential. Raises SlaError as `print_certificates` does.
    """
    from sla_desktop.printing import output

    event = get_event(store, event_id)
    made = list(_each(store, event, target, credential, progress))
    if target.suffix.lower() == ".zip":
        output.save(_zipped(made), target, ending=".zip", beginning=b"PK")
    else:
        try:
            target.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise SlaError(f"The folder {target} cannot be made: {error.strerror}. Choose another one.") from error
        for name, data in made:
            output.save(data, target / name)
    note_print(store, event_id, "certificates, one file each", len(made))
    return [target / name for name, _ in made]


def print_again(store: Store, event_id: EventId, person: RegistrationId, path: Path, *, reason: str) -> int:
    """One person's certificate once more, marked as a duplicate; pages. SlaError without a reason."""
    from sla_desktop.printing import certificates as paper

    event, award = get_event(store, event_id), awards.award_of(store, event_id)
    if not reason.strip():
        raise SlaError("Say why the certificate is printed again, such as “lost in the post”.")
    found = [one for one in _issued(store, event) if one[0].person.id == person]
    if not found:
        raise SlaError("That person has no certificate of this event, so there is none to print again.")
    sheets = [replace(one, duplicate=True) for one in _sheets(store, event, award, found)]
    pages = paper.print_certificates(sheets, path, identity=identity_of(store, event), design=award.design)
    record = PrintRecord(PrintId(new_id()), event_id, CERTIFICATE, pages, now(), store.desk, reason.strip())
    with store.change() as tx:
        tx.put(record)
    return pages


def preview(store: Store, event_id: EventId, award: Award, head: Letterhead | None = None) -> bytes:
    """One certificate of a made-up person, as it would look (with another letterhead), as a PDF."""
    from sla_desktop.printing import certificates as paper

    event = get_event(store, event_id)
    minutes = awards.minutes_of(store, event)
    said = {
        "name": "Siân Ní Bhriain-Adébáyò",
        "qr_text": f"{certificate_codes.PREFIX}:{'PREVIEW2' * 21}",
        "check_code": "0000-0000",
        "number": "000000-PREVIEW",
        "sessions": award.sessions or awards.can_be_asked(store, event, award.kind),
        "hours_text": _hours(award, minutes),
        "issued_text": long_date(event.day),
        "wording": award.worded(**_fields(event, "Siân Ní Bhriain-Adébáyò", minutes)),
    }
    identity = identity_of(store, event, head)
    common = _of_event(store, event, award) | {"organiser": identity.organisation}
    sheet = paper.Certificate(**(common | said))
    return paper.draw_certificates([sheet], identity=identity, design=award.design).data()


def _issued(store: Store, event: Event) -> list[tuple[Earned, Certificate]]:
    awards.award_of(store, event.id).worded(**_fields(event, "", 0))
    issued = certificates.issue(store, event, can_be=_has_letters)
    if issued:
        # As the sign-in sheet has them, beside which they are handed out.
        return sorted(issued, key=lambda one: one[0].person.order)
    if lost := left_out(store, event):
        raise SlaError(f"No certificate can be made for {first_few(lost)}: {LETTERS}.")
    if reasons := earning.by_reason(store, event):
        told = "; ".join(f"{first_few(names)}: {reason}" for reason, names in reasons.items())
        raise SlaError(f"There is nobody to certify: {told}.")
    raise SlaError("Nobody has an arrival on record, so there is nobody to certify. Check people in first.")


def _each(
    store: Store, event: Event, target: Path, credential: bool, progress: Progress | None
) -> Iterator[tuple[str, bytes]]:
    from sla_desktop.printing import certificates as paper

    award, identity = awards.award_of(store, event.id), identity_of(store, event)
    issued = _issued(store, event)
    both = list(zip(_sheets(store, event, award, issued), issued, strict=True))
    event = awards.subject(store, event, award.kind)
    paper.check([sheet for sheet, _ in both], identity)
    for done, (sheet, (_, certificate)) in enumerate(both, 1):
        files = [open_badges.attachment(store, event, certificate)] if credential else []
        document = paper.draw_certificates([sheet], identity=identity, design=award.design, attached=files)
        yield _file_name(sheet.name, sheet.number), document.data()
        if progress:
            progress(done, len(both))


def _zipped(files: list[tuple[str, bytes]]) -> bytes:
    """The files in one archive, the same bytes for the same files."""
    made = BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, data in files:
            archive.writestr(zipfile.ZipInfo(name), data)
    return made.getvalue()


def _file_name(name: str, number: str) -> str:
    kept = "".join(" " if ch in _FORBIDDEN or not ch.isprintable() else ch for ch in name)
    return f"{' '.join(kept.split())[:80]} {number}.pdf"


def _sheets(store: Store, event: Event, award: Award, issued: list[tuple[Earned, Certificate]]) -> "list[Sheet]":
    common, subject = _of_event(store, event, award), awards.subject(store, event, award.kind)
    known = sorted(certificates.certificates(store, event.id), key=lambda one: one.issued_at)
    replaced = {one.replaced_by: one.shown_number for one in known}
    return [
        _sheet(
            store, subject, award, row, one, common | {"replaces": one.replaces or replaced.get(one.shown_number, "")}
        )
        for row, one in issued
    ]


def _sheet(
    store: Store, event: Event, award: Award, row: Earned, certificate: Certificate, common: dict[str, Any]
) -> "Sheet":
    from sla_desktop.printing.certificates import Certificate as Sheet

    proof = certificate_codes.proof_text(store, event, certificate)
    imported = row.person.registration.imported
    given = next((value for key, value in imported.items() if fold(key) == fold(award.number_from)), "")
    said = {
        "name": certificate.name,
        "hours_text": _hours(award, certificate.minutes),
        "sessions": row.sessions,
        "number": certificate.shown_number,
        "issued_text": long_date(certificate.issued_at.date()),
        "qr_text": proof,
        "check_code": certificate_codes.check_code(proof),
        "registration": f"{award.number_from} {given}" if award.number_from and given else "",
        "wording": award.worded(**_fields(event, certificate.name, certificate.minutes)),
    }
    return Sheet(**(common | said))


def _of_event(store: Store, event: Event, award: Award) -> dict[str, Any]:
    """What stands on every certificate of an event."""
    head, parts = letterhead(store), awards.parts(store, event, award.kind)
    return {
        "title": TITLES[award.kind],
        "event_title": awards.subject(store, event, award.kind).title,
        "date_text": _dates(parts),
        "venue": joined(list(dict.fromkeys(one.venue for one in parts if one.venue))),
        "outcomes": award.outcomes,
        "organiser": identity_of(store, event).organisation,
        "contact": event.contact or head.contact,
        "signatory": award.signatory,
        "signatory_role": award.signatory_role,
        "signature": picture_of(award.signature),
        "accreditation": award.accreditation,
    }


def _dates(parts: list[Event]) -> str:
    """An event's day and times; of several their number, first and last day."""
    first, last = parts[0], parts[-1]
    if len(parts) > 1:
        return f"{len(parts)} events, {long_date(first.day)} to {long_date(each_day(last)[-1])}"
    return f"{days(first)}, {clock(first.starts, first.zone)} to {clock(first.ends, first.zone)}"


def _fields(event: Event, name: str, minutes: int) -> dict[str, str]:
    said = {"name": name, "event": event.title, "date": days(event), "venue": event.venue}
    return said | {"hours": hours_text(minutes), "organiser": event.organiser}


def _hours(award: Award, minutes: int) -> str:
    said = hours_text(minutes)
    return f"{said} of learning, breaks not counted" if award.kind == CPD else f"{said} attended"
