"""A questionnaire on paper, drawn from its geometry; each copy has a serial of its own on all of its pages."""

from collections.abc import Sequence
from pathlib import Path

from sla_desktop.domain import sheets
from sla_desktop.domain.sheets import Area, Sheet, SheetCode, Words
from sla_desktop.printing import fonts, style, text
from sla_desktop.printing.drawing import Document
from sla_desktop.printing.fonts import REGULAR, SEMIBOLD
from sla_desktop.printing.progress import Progress, counted
from sla_desktop.printing.style import INK, MM, MUTED

_FRAME = (0.45, 0.47, 0.5)  # pale enough to tell a box from a mark, dark enough to be seen (3:1)
_BLACK = (0.0, 0.0, 0.0)
_CODE_ALT = "Code by which the scanned sheet is read: serial {serial}, page {page}"


class PrintType:
    """How wide letters are in the faces that documents are printed in; millimetres and points."""

    def wrap(self, told: str, room: float, size: float, *, bold: bool = False) -> tuple[str, ...]:
        """A text in lines no wider than `room`."""
        return text.wrap(told, room * MM, size, SEMIBOLD if bold else REGULAR)

    def width(self, told: str, size: float, *, bold: bool = False) -> float:
        """How wide a line is."""
        return text.width(told, size, SEMIBOLD if bold else REGULAR) / MM


def print_sheets(
    sheet: Sheet, serials: Sequence[str], path: Path, *, organisation: str, progress: Progress | None = None
) -> int:
    """Write a copy for each serial; gives the number of pages.

    Raises SlaError for a letter that no font has and for a file that cannot be written; then nothing is written.
    """
    fonts.check_names(("the form", line) for page in sheet.pages for one in page.words for line in one.lines)
    document = Document(style.A4, title=sheet.title, author=organisation, subject="Questionnaire")
    for number in range(len(sheet.pages)):
        with document.drawn_once(f"page{number}"):
            _draw_shapes(document, sheet, number)
    for serial in counted(serials, progress):
        for number in range(len(sheet.pages)):
            _draw_page(document, sheet, serial, number)
    return document.save(path)


def _draw_page(document: Document, sheet: Sheet, serial: str, number: int) -> None:
    document.stamp(f"page{number}")
    page = sheet.pages[number]
    for words in page.words:
        _draw_words(document, words)
    code = SheetCode(sheet.fingerprint, sheet.version, number + 1, serial)
    alt = _CODE_ALT.format(serial=serial, page=number + 1)
    document.code(sheets.CODE_X * MM, sheets.CODE_Y * MM, str(code), side=sheets.CODE_SIDE * MM, alt=alt)
    with document.within(None):
        told = f"{serial} · page {number + 1} of {len(sheet.pages)}"
        middle = (sheets.CODE_X + sheets.CODE_SIDE / 2) * MM
        document.text(
            middle, (sheets.CODE_Y + sheets.CODE_SIDE + 2) * MM, told, size=6.5, colour=MUTED, align="centre"
        )
    document.end_page()


def _draw_words(document: Document, words: Words) -> None:
    weight, colour = (SEMIBOLD if words.bold else REGULAR), (MUTED if words.muted else INK)
    with document.tagged(words.tag):
        document.lines(
            words.x * MM, words.y * MM, words.lines, said=" ".join(words.lines), size=words.size,
            leading=words.size * 1.2, weight=weight, colour=colour, align="centre" if words.centred else "left",
        )  # fmt: skip


def _draw_shapes(document: Document, sheet: Sheet, number: int) -> None:
    for corner, rows in zip(sheets.MARK_CORNERS, sheets.MARKS, strict=True):
        _draw_mark(document, corner, rows)
    page, side = sheet.pages[number], sheet.box * MM
    for box in page.boxes:
        document.box(box.x * MM, box.y * MM, side, side, stroke=_FRAME, thickness=0.7)
    for area in page.areas:
        _draw_area(document, area)


def _draw_area(document: Document, area: Area) -> None:
    document.box(area.x * MM, area.y * MM, area.width * MM, area.height * MM, stroke=_FRAME, thickness=0.7)


def _draw_mark(document: Document, corner: tuple[float, float], rows: Sequence[str]) -> None:
    module = sheets.MARK / 6 * MM
    left, top = corner[0] * MM, corner[1] * MM
    document.box(left, top, 6 * module, 6 * module, fill=_BLACK)
    for down, row in enumerate(rows, 1):
        for across, bit in enumerate(row, 1):
            if bit == "1":
                document.box(left + across * module, top + down * module, module, module, fill=style.WHITE)
