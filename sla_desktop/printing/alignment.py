"""A sheet to hold against the labels: outlines, and what to measure when they do not meet."""

from pathlib import Path

from sla_desktop.printing import labels, style, text
from sla_desktop.printing.drawing import Document
from sla_desktop.printing.fonts import SEMIBOLD
from sla_desktop.printing.labels import EXACT, Adjustment, Stock
from sla_desktop.printing.style import INK, MM, MUTED, Identity

_LONG = 100  # millimetres of each ruler


def print_test_sheet(path: Path, *, identity: Identity, stock: str, adjustment: Adjustment = EXACT) -> int:
    """Write the outlines of a stock's labels with rulers; pages. Raises SlaError as badges do."""
    sheet = labels.find(stock)
    document = Document(
        sheet.page, title=f"Test sheet for {stock}", author=identity.organisation, subject="Test sheet"
    )
    for _, x, y in labels.places(sheet, sheet.a_sheet, 1, adjustment):
        document.box(x, y, sheet.width * MM, sheet.height * MM, stroke=INK, thickness=0.4)
    _, x, y = next(labels.places(sheet, 1, 1, adjustment))
    _draw_words(document, sheet, x + 4 * MM, y + 7 * MM)
    _draw_rulers(document, sheet)
    document.end_page()
    return document.save(path)


def _draw_words(document: Document, sheet: Stock, x: float, y: float) -> None:
    room = sheet.width * MM - 8 * MM
    title = f"Test sheet for {sheet.name}"
    said = (
        "Print at 100%, on plain paper, and hold it against a sheet of labels to the light. If the outlines lie "
        "beside the labels, measure how far, and enter that as millimetres to the right and down."
    )
    with document.tagged("H1"):
        fitted = text.fit_lines(title, (room, 12), (9.0, 5.0), SEMIBOLD)
        y = document.lines(x, y, fitted.lines, said=title, size=fitted.size, weight=SEMIBOLD)
    fitted = text.fit_lines(said, (room, sheet.height * MM - 14 * MM), (7.5, 3.0), "Regular")
    with document.tagged("P"):
        document.lines(x, y + 2, fitted.lines, said=said, size=fitted.size, colour=MUTED)


def _draw_rulers(document: Document, sheet: Stock) -> None:
    """Two rulers of 100 mm through the middle, to see whether the printer scales."""
    wide, high = sheet.page
    middle = wide / 2, high / 2
    for nth in range(min(_LONG, int(wide / MM)) + 1):
        tick = (3 if nth % 10 == 0 else 1.5) * MM
        at = middle[0] + (nth - _LONG / 2) * MM
        if 0 < at < wide:
            document.rule(at, middle[1], at, middle[1] - tick, colour=style.FAINT, thickness=0.3)
    for nth in range(min(_LONG, int(high / MM)) + 1):
        tick = (3 if nth % 10 == 0 else 1.5) * MM
        at = middle[1] + (nth - _LONG / 2) * MM
        if 0 < at < high:
            document.rule(middle[0], at, middle[0] + tick, at, colour=style.FAINT, thickness=0.3)
