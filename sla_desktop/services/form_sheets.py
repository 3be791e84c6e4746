"""The event's questionnaire on paper: sheets printed, each with a random serial that nobody is linked to."""

import secrets
from dataclasses import asdict, dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from sla_desktop.domain import sheets
from sla_desktop.domain.errors import SlaError
from sla_desktop.domain.ids import EventId, PrintRunId, new_id
from sla_desktop.domain.sheets import PrintRun, Sheet
from sla_desktop.printing.progress import Progress
from sla_desktop.services import events, forms
from sla_desktop.storage.store import Store
from sla_desktop.survey import astray, layout, reading, scans
from sla_desktop.survey.model import Questionnaire

if TYPE_CHECKING:
    from sla_desktop.survey.scans import Picture

MOST_COPIES = 5000


@dataclass(frozen=True)
class Printed:
    """What was printed: the copies' serials, and how many pages one has."""

    path: Path
    serials: tuple[str, ...]
    pages: int
    fingerprint: str


def laid_out(form: Questionnaire, version: str, *, large: bool = False, language: str = "") -> Sheet:
    """The geometry of a form on paper. SlaError for a language that it does not have."""
    from sla_desktop.printing.sheets import PrintType

    if language and language not in form.languages:
        raise SlaError(f"The form is not in “{language}”. It is in {', '.join(filter(None, form.languages))}.")
    edition = layout.LARGE if large else layout.USUAL
    return layout.lay_out(form, PrintType(), edition=edition, version=version, language=language)


def event_sheet(store: Store, event_id: EventId, *, large: bool = False, language: str = "") -> Sheet:
    """The geometry of the event's form on paper."""
    form = forms.event_form(store, event_id)
    return laid_out(reading.questionnaire(form.sheets), str(form.version), large=large, language=language)


def print_event(
    store: Store,
    event_id: EventId,
    path: Path,
    *,
    copies: int = 1,
    large: bool = False,
    language: str = "",
    progress: Progress | None = None,
) -> Printed:
    """Print the event's form and note the serials, so that every sheet can be accounted for."""
    form = forms.event_form(store, event_id)
    sheet = event_sheet(store, event_id, large=large, language=language)
    organisation = events.get_event(store, event_id).organiser
    printed = _printed(sheet, path, copies, organisation, progress)
    run = PrintRun(
        PrintRunId(new_id()), event_id, form.id, sheet.fingerprint, tuple(sorted(printed.serials)), asdict(sheet)
    )
    with store.change() as tx:
        tx.put(run)
    return printed


def print_file(form: Path, path: Path, *, copies: int = 1, large: bool = False, language: str = "") -> Printed:
    """Print an XLSForm file; nothing is noted of it."""
    sheet = file_sheet(forms.sound_form(form), large=large, language=language)
    return _printed(sheet, path, copies, "", None)


def file_sheet(form: Questionnaire, *, large: bool = False, language: str = "") -> Sheet:
    """The geometry of a form that belongs to no event."""
    version = "".join(ch for ch in form.version.upper() if ch.isascii() and ch.isalnum())[:10]
    return laid_out(form, version or "1", large=large, language=language)


def prints(sheet: Sheet) -> "list[Picture]":
    """What is printed on each page of a sheet, by which a reader tells what was added."""
    from sla_desktop.printing.sheets import print_sheets

    with TemporaryDirectory() as folder:
        path = Path(folder) / "blank.pdf"
        print_sheets(sheet, [sheets.ALPHABET[0] * sheets.SERIAL_LENGTH], path, organisation="")
        return [astray.print_of(scan.picture) for scan in scans.pages(path) if scan.picture is not None]


def _printed(sheet: Sheet, path: Path, copies: int, organisation: str, progress: Progress | None) -> Printed:
    from sla_desktop.printing.sheets import print_sheets

    if not 1 <= copies <= MOST_COPIES:
        raise SlaError(f"From 1 to {MOST_COPIES} copies can be printed at once, not {copies}.")
    serials: set[str] = set()
    while len(serials) < copies:
        serials.add("".join(secrets.choice(sheets.ALPHABET) for _ in range(sheets.SERIAL_LENGTH)))
    told = tuple(serials)
    print_sheets(sheet, told, path, organisation=organisation, progress=progress)
    return Printed(path, told, len(sheet.pages), sheet.fingerprint)
