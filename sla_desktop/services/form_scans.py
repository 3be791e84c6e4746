"""Questionnaires read back from scans: what is sure is kept, what is not is asked, no sheet is lost."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sla_desktop.domain.errors import SlaError
from sla_desktop.domain.events import Event, local
from sla_desktop.domain.feedback import Form, Response
from sla_desktop.domain.ids import EventId, FormId, ResponseId, ScanRunId, new_id, random_id
from sla_desktop.domain.sheets import PrintRun, ScanRun, Sheet
from sla_desktop.domain.text import counted, joined
from sla_desktop.services import form_sheets, forms
from sla_desktop.storage import query
from sla_desktop.storage.store import Store
from sla_desktop.survey import answers, limits, paper, reading, scans
from sla_desktop.survey.model import Questionnaire
from sla_desktop.survey.paper import Doubt, PageRead, Unread

if TYPE_CHECKING:
    from sla_desktop.survey.scans import Picture

READY, ASKED, BLANK, KNOWN, REFUSED, LEFT_OUT = "ready", "asked", "blank", "known", "refused", "left out"
FATES = (READY, ASKED, BLANK, KNOWN, REFUSED, LEFT_OUT)
CHANNEL = "paper"
TWICE, MISSING = "twice", "missing"
ONE_SHEET, TWO_PEOPLE, AS_IT_IS, LATER = "one", "two", "keep", "later"
_LEFT_OUT = {ONE_SHEET: "The same sheet came twice.", LATER: "A page is missing. Scan the whole sheet again."}

Progress = Callable[[int, int], None]
Decisions = Mapping[str, Mapping[str, str]]


@dataclass(frozen=True)
class Known:
    """A form that sheets were printed of."""

    form_id: FormId | None
    form: Questionnaire
    sheet: Sheet

    @cached_property
    def prints(self) -> "list[Picture]":
        """The print of each page."""
        return form_sheets.prints(self.sheet)


@dataclass(frozen=True)
class SheetRead:
    """A sheet as it was read. `key` is its serial, with #2 for the second of two sheets with one serial.

    `doubts` are still to be settled; those that were are in `settled`, so that they can be taken back.
    """

    key: str
    serial: str
    known: Known = field(repr=False)
    scans: tuple[str, ...]
    answers: Mapping[str, Any]
    doubts: tuple[Doubt, ...]
    fate: str = READY
    reason: str = ""
    record: Mapping[str, str] = field(default_factory=dict)
    settled: tuple[Doubt, ...] = ()

    @property
    def told(self) -> dict[str, str]:
        """What would be kept, without the code of a card, which is told nowhere."""
        card = self.known.form.card
        return {key: value for key, value in self.record.items() if card is None or key != card.key}


@dataclass(frozen=True)
class Reading:
    """What scans hold. `outstanding` are serials that were printed and not seen so far."""

    sheets: tuple[SheetRead, ...]
    unread: tuple[Unread, ...]
    pages: int
    outstanding: tuple[str, ...] = ()

    def of(self, fate: str) -> list[SheetRead]:
        """The sheets with a fate."""
        return [one for one in self.sheets if one.fate == fate]

    @property
    def doubts(self) -> list[tuple[str, Doubt]]:
        """What is to be looked at, with the key of its sheet, in the order of the scans."""
        return [(one.key, doubt) for one in self.of(ASKED) for doubt in one.doubts]

    @property
    def is_done(self) -> bool:
        """Whether nothing is left to look at or to scan again."""
        return not (self.unread or self.of(ASKED) or self.of(REFUSED))


def read_scans(
    store: Store, event_id: EventId, paths: Sequence[Path], *, progress: Progress | None = None
) -> Reading:
    """Read scans of the event's sheets; nothing is written. `progress` may raise to stop."""
    with store.read() as connection:
        runs = query.find(connection, PrintRun, event_id=event_id)
        versions = {one.id: one for one in query.find(connection, Form, event_id=event_id)}
        seen = {serial for run in query.find(connection, ScanRun, event_id=event_id) for serial in run.serials}
    known = {
        run.fingerprint: Known(
            run.form_id, reading.questionnaire(versions[run.form_id].sheets), Sheet.from_record(run.sheet)
        )
        for run in runs
        if run.form_id in versions
    }
    if not known:
        raise SlaError("No sheets of this event were printed yet, so none can be read.")
    printed = {serial for run in runs for serial in run.serials}
    return _read(paths, known, seen, printed, progress)


def read_file(form: Path, paths: Sequence[Path], *, progress: Progress | None = None) -> Reading:
    """Read scans of sheets of an XLSForm file, in any edition and language."""
    asked = forms.sound_form(form)
    laid = (
        form_sheets.file_sheet(asked, large=large, language=language)
        for large in (False, True)
        for language in ("", *filter(None, asked.languages))
    )
    known = {sheet.fingerprint: Known(None, asked, sheet) for sheet in laid}
    return _read(paths, known, set(), set(), progress)


def settle(told: Reading, key: str, question: str, value: str) -> Reading:
    """Settle a doubt: `value` is the answer, with spaces between several, or "" for none.

    Of a sheet that came twice it is "one" (the same sheet) or "two" (copies of one print, two people); of a sheet
    without a page "keep", or "later" to leave it out for now. SlaError if the answer does not fit.
    """
    sheet = _sheet(told, key)
    doubt = next((one for one in sheet.doubts if one.question == question), None)
    if doubt is None:
        raise SlaError(f"Nothing about “{question}” is to be settled on sheet {key}.")
    changed = replace(
        sheet,
        answers={**sheet.answers, **_answered(sheet, doubt, value)},
        doubts=tuple(one for one in sheet.doubts if one is not doubt),
        settled=(*sheet.settled, doubt),
    )
    if doubt.kind in (TWICE, MISSING) and value in _LEFT_OUT:
        return _with(told, replace(changed, fate=LEFT_OUT, reason=_LEFT_OUT[value]))
    return _with(told, _judged(changed))


def unsettle(told: Reading, key: str, question: str) -> Reading:
    """Take the settlement of a doubt back."""
    sheet = _sheet(told, key)
    doubt = next(one for one in sheet.settled if one.question == question)
    rest = {name: value for name, value in sheet.answers.items() if name != question}
    settled = tuple(one for one in sheet.settled if one is not doubt)
    return _with(told, _judged(replace(sheet, answers=rest, doubts=(doubt, *sheet.doubts), settled=settled)))


def decide(told: Reading, decisions: Decisions) -> Reading:
    """Settle what is settled by `decisions`: sheet -> question -> answer. SlaError if one does not fit."""
    for key, one in decisions.items():
        open_now = {doubt.question for sheet in told.sheets if sheet.key == key for doubt in sheet.doubts}
        for question, value in one.items():
            if question in open_now:
                told = settle(told, key, question, value)
    return told


def write_crops(told: Reading, folder: Path) -> None:
    """Write what is to be looked at as pictures, named by sheet and question. SlaError for a folder of no use."""
    import cv2

    try:
        folder.mkdir(parents=True, exist_ok=True)
        for key, doubt in told.doubts:
            if doubt.crop is not None:
                name = "".join(ch if ch.isalnum() or ch in "-_" else "-" for ch in f"{key}-{doubt.question}")
                (folder / f"{name}.png").write_bytes(cv2.imencode(".png", doubt.crop)[1].tobytes())
    except OSError as error:
        raise SlaError(f"{folder} cannot be written: {error.strerror}. Choose another folder.") from error


def keep(store: Store, event_id: EventId, told: Reading) -> int:
    """Keep the answers of the sheets that are ready; how many. Which sheet said what is not kept."""
    ready = told.of(READY)
    serials = tuple(sorted({one.serial for one in (*ready, *told.of(BLANK))}))
    if not serials:
        return 0
    with store.change() as tx:
        event = query.get(tx.connection, Event, event_id)
        if event is None:
            raise SlaError("The event is not here any more.")
        day = local(event.starts, event.zone).date()
        responses = [
            Response(ResponseId(random_id()), event_id, one.known.form_id, day, CHANNEL, one.record)
            for one in ready
            if one.known.form_id is not None
        ]
        tx.put(*sorted(responses, key=lambda one: one.id), ScanRun(ScanRunId(new_id()), event_id, serials))
    return len(responses)


def _read(
    paths: Sequence[Path], known: Mapping[str, Known], seen: set[str], printed: set[str], progress: Progress | None
) -> Reading:
    total, done = sum(map(scans.count, paths)), 0
    found: list[PageRead] = []
    unread: list[Unread] = []
    for path in paths:
        for scan in scans.pages(path):
            page = paper.read_page(scan, known)
            found.append(page) if isinstance(page, PageRead) else unread.append(page)
            done += 1
            if progress:
                progress(done, max(total, done))
    sheets = [_judged(_flagged(one, seen)) for one in _together(found, known)]
    # A sheet of which a page is unread may still be read once that page is scanned again.
    here = {one.serial for one in sheets} | {one.serial for one in unread}
    return Reading(tuple(sheets), tuple(unread), done, tuple(sorted(printed - seen - here)))


def _together(pages: Sequence[PageRead], known: Mapping[str, Known]) -> list[SheetRead]:
    """Pages put together to sheets by their serials; a page that comes again begins another sheet."""
    sheets: dict[tuple[str, int], dict[int, PageRead]] = {}
    for page in pages:
        nth = 1
        while page.code.page in sheets.get((page.code.serial, nth), {}):
            nth += 1
        sheets.setdefault((page.code.serial, nth), {})[page.code.page] = page
    made = []
    for (serial, nth), numbered in sheets.items():
        whole = [numbered[number] for number in sorted(numbered)]
        one = known[whole[0].code.fingerprint]
        told = {key: value for page in whole for key, value in page.answers.items()}
        doubts = [doubt for page in whole for doubt in page.doubts]
        missing = [str(number) for number in range(1, len(one.sheet.pages) + 1) if number not in numbered]
        if nth > 1:
            doubts = [_doubt(serial, TWICE, f"Sheet {serial} came more than once."), *doubts]
        elif missing:
            words = f"Page {' and '.join(missing)} of sheet {serial} is not among the scans."
            doubts = [_doubt(serial, MISSING, words), *doubts]
        key = serial if nth == 1 else f"{serial}#{nth}"
        made.append(SheetRead(key, serial, one, tuple(page.scan for page in whole), told, tuple(doubts)))
    return made


def _doubt(serial: str, kind: str, reason: str) -> Doubt:
    offered = (ONE_SHEET, TWO_PEOPLE) if kind == TWICE else (AS_IT_IS, LATER)
    return Doubt(serial, kind, kind, reason, None, offered)


def _flagged(sheet: SheetRead, seen: set[str]) -> SheetRead:
    if sheet.serial not in seen:
        return sheet
    return replace(sheet, doubts=(), fate=KNOWN, reason="Its answers were taken in before.")


def _judged(sheet: SheetRead) -> SheetRead:
    """The sheet with what becomes of it: asked while something is open, else what would be kept of it."""
    if sheet.fate == KNOWN:
        return sheet
    if sheet.doubts:
        return replace(sheet, fate=ASKED, reason=f"{counted(len(sheet.doubts), 'place')} to look at.")
    given = {key: value for key, value in sheet.answers.items() if value}
    if not given:
        return replace(sheet, fate=BLANK, reason="Nothing is marked or written.", record={})
    try:
        record = answers.record(sheet.known.form, given, whole=False)
    except SlaError as error:
        return replace(sheet, fate=REFUSED, reason=str(error), record={})
    form = sheet.known.form
    left = [f"“{form.label(form.by_key[key])}”" for key in given if key not in record and key in form.by_key]
    reason = f"{joined(left)} is answered, but not asked after the answers before, and was left out." if left else ""
    return replace(sheet, fate=READY, reason=reason, record=record)


def _answered(sheet: SheetRead, doubt: Doubt, value: str) -> dict[str, Any]:
    if doubt.kind in (TWICE, MISSING):
        if value not in doubt.offered:
            raise SlaError(f"“{value}” cannot be said here. It can be {' or '.join(doubt.offered)}.")
        return {}
    question = sheet.known.form.by_key[doubt.question]
    told = answers.fit(sheet.known.form, question, value)
    if limits.is_outside(question, told):
        raise SlaError(f"“{told}” cannot be meant: the question takes {limits.in_words(question)}.")
    return {doubt.question: told}


def _sheet(told: Reading, key: str) -> SheetRead:
    found = next((one for one in told.sheets if one.key == key), None)
    if found is None:
        raise SlaError(f"No sheet {key} is among the scans.")
    return found


def _with(told: Reading, sheet: SheetRead) -> Reading:
    return replace(told, sheets=tuple(sheet if one.key == sheet.key else one for one in told.sheets))
