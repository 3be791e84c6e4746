"""Cards with a random code each, to be cut and taken from a pile."""

from collections.abc import Sequence
from pathlib import Path

from sla_desktop.printing import fonts, labels, style, text
from sla_desktop.printing.badges import draw_crop_marks
from sla_desktop.printing.drawing import Document
from sla_desktop.printing.fonts import REGULAR, SEMIBOLD
from sla_desktop.printing.labels import Stock
from sla_desktop.printing.progress import Progress, counted, require_some
from sla_desktop.printing.style import INK, MM, MUTED, Colour, Identity

SHEET = Stock("Code cards", 3, 8, 70.0, 37.125, 0.0, 0.0, 70.0, 37.125, cut=True)
_KEEP = "Keep this card until the last form."
_TYPE = "Type the code on each form. Nobody knows whose it is."
_INSET = 6 * MM


def print_code_cards(
    codes: Sequence[str], path: Path, *, title: str, identity: Identity, progress: Progress | None = None
) -> int:
    """Write a card for each code as it is shown, 24 to an A4 sheet; pages. Raises SlaError as all prints do."""
    require_some(codes, "cards")
    fonts.check_names([(title, title)])
    document = Document(SHEET.page, title="Code cards", author=identity.organisation, subject="Code cards")
    accent = style.accent(identity)
    places = labels.places(SHEET, len(codes), 1)
    for code, (on_sheet, x, y) in zip(counted(codes, progress), places, strict=True):
        while document.pages < on_sheet:
            draw_crop_marks(document, SHEET)
            document.end_page()
        _draw_card(document, code, title, x, y, accent)
    draw_crop_marks(document, SHEET)
    document.end_page()
    return document.save(path)


def _draw_card(document: Document, code: str, title: str, x: float, y: float, accent: Colour) -> None:
    lines = (
        (title, 7.0, 9 * MM, SEMIBOLD, MUTED),
        (code, 25.0, 20 * MM, SEMIBOLD, accent),
        (_KEEP, 7.5, 27 * MM, REGULAR, INK),
        (_TYPE, 7.5, 31 * MM, REGULAR, INK),
    )
    with document.tagged("Sect"):
        for words, size, down, weight, colour in lines:
            _draw_line(document, words, (x + _INSET, y + down), size, weight, colour)


def _draw_line(
    document: Document, words: str, at: tuple[float, float], size: float, weight: str, colour: Colour
) -> None:
    fitted = text.fit_line(words, SHEET.width * MM - 2 * _INSET, (size, 5.0), weight)
    with document.tagged("P"):
        document.lines(*at, fitted.lines, said=words, size=fitted.size, weight=weight, colour=colour)
