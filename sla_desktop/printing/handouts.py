"""Handouts: signs for doors and tables, lists in columns, and a card for each person with where they go."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from sla_desktop.printing import flow, fonts, labels, page, style, text
from sla_desktop.printing.badge_face import Badge, Look
from sla_desktop.printing.badges import draw_crop_marks
from sla_desktop.printing.charts import Area
from sla_desktop.printing.datatable import Table, table_blocks
from sla_desktop.printing.drawing import Document
from sla_desktop.printing.fonts import BOLD, REGULAR, SEMIBOLD
from sla_desktop.printing.page import LEFT, RIGHT, ROOM
from sla_desktop.printing.progress import Progress, counted, require_some
from sla_desktop.printing.rounds_card import common_size, draw_rounds, smaller
from sla_desktop.printing.style import INK, MM, MUTED, Identity

Itinerary = tuple[str, tuple[str, ...]]

_CARDS = "Plain A6"
_EDGE, _CARD_EDGE = 22 * MM, 9 * MM
_FEW_LINES = 5  # of a sign; more of them get more of the page
_LIST_SIZES = (13.0, 11.5, 10.0, 9.0)


@dataclass(frozen=True, slots=True)
class Sign:
    """One sheet to be read from afar: a title as large as it fits, and lines below."""

    title: str
    lines: tuple[str, ...] = ()


def print_signs(
    signs: Sequence[Sign], path: Path, *, subject: str, identity: Identity, progress: Progress | None = None
) -> int:
    """Write one sign a page, A4 landscape; pages. Raises SlaError as all prints do, before anything is written."""
    require_some(signs, "signs")
    fonts.check_names((sign.title, said) for sign in signs for said in (sign.title, *sign.lines))
    document = Document(style.A4_LANDSCAPE, title=subject, author=identity.organisation, subject=subject)
    accent = style.accent(identity)
    for sign in counted(signs, progress):
        with document.tagged("Sect"):
            _draw_sign(document, sign, accent)
        document.end_page()
    return document.save(path)


def print_list(
    table: Table, path: Path, *, subtitle: str, identity: Identity, progress: Progress | None = None
) -> int:
    """Write a table over as few A4 pages as it takes, as large as fits them, its heads again on each; pages.

    Raises SlaError as above.
    """
    require_some(table.rows, "rows")
    fonts.check_names((row[0], said) for row in table.rows for said in row)
    document = Document(style.A4, title=table.title, author=identity.organisation, subject=table.title)
    area = Area(document, LEFT, RIGHT - LEFT, style.accent(identity))
    plain = _without_empty(Table("", table.columns, table.rows))
    filled = flow.largest_pages(lambda size: table_blocks(plain, area, size), _LIST_SIZES, ROOM)
    heading = page.Heading(table.title, subtitle, identity)
    for number, on_page in enumerate(counted(filled, progress), start=1):
        page.draw_frame(document, heading, number, len(filled), again=number > 1)
        flow.draw(on_page, page.TOP)
        document.end_page()
    return document.save(path)


def _without_empty(table: Table) -> Table:
    """The table without columns in which nothing stands."""
    kept = [nth for nth, cells in enumerate(zip(*table.rows, strict=True)) if any(cells)]
    rows = tuple(tuple(row[nth] for nth in kept) for row in table.rows)
    return Table(table.title, tuple(table.columns[nth] for nth in kept), rows)


def print_itineraries(
    people: Sequence[Itinerary],
    path: Path,
    *,
    event: str,
    identity: Identity,
    progress: Progress | None = None,
) -> int:
    """Write a card for each person, four to a page to be cut; `people` are names with where they go at the event.

    Raises SlaError as above.
    """
    require_some(people, "itineraries")
    fonts.check_names((name, said) for name, lines in people for said in (name, *lines))
    fonts.check_names([("the title", event)])
    sheet, cards = labels.find(_CARDS), _cards(people)
    document = Document(sheet.page, title="Itineraries", author=identity.organisation, subject="Itineraries")
    look = Look(identity, style.accent(identity), rounds=common_size(cards, sheet))
    for card, (on_sheet, x, y) in zip(counted(cards, progress), labels.places(sheet, len(cards), 1), strict=True):
        while document.pages < on_sheet:
            draw_crop_marks(document, sheet)
            document.end_page()
        draw_rounds(document, card, sheet, x, y, look)
        _draw_card_foot(document, event, sheet, x, y)
    draw_crop_marks(document, sheet)
    document.end_page()
    return document.save(path)


def _draw_card_foot(document: Document, event: str, sheet: labels.Stock, x: float, y: float) -> None:
    """The event below the rounds, which is no part of what is read."""
    said = text.fit_line(event, sheet.width * MM - 2 * _CARD_EDGE, (7.5, 6.0), REGULAR)
    base = y + sheet.height * MM - 6 * MM - (len(said.lines) - 1) * said.size * 1.15
    with document.within(None):
        document.lines(x + _CARD_EDGE, base, said.lines, said=event, size=said.size, colour=MUTED)


def smaller_itineraries(people: Sequence[Itinerary]) -> list[str]:
    """The names of those whose cards are set smaller than the others, since they would not fit."""
    return smaller(_cards(people), labels.find(_CARDS))


def _cards(people: Sequence[Itinerary]) -> list[Badge]:
    return [Badge(name, "", "", "", "", lines) for name, lines in people]


def _draw_sign(document: Document, sign: Sign, accent: style.Colour) -> None:
    wide = document.width - 2 * _EDGE
    share = 0.5 if len(sign.lines) <= _FEW_LINES else 0.3
    title = text.fit_lines(sign.title, (wide, share * document.height), (share * 300, 24.0), BOLD)
    y = _EDGE + title.size
    document.box(_EDGE, _EDGE - 6 * MM, 40 * MM, 3, fill=accent)
    with document.tagged("H1"):
        step = title.size * 1.1
        y = document.lines(_EDGE, y, title.lines, said=sign.title, size=title.size, leading=step, weight=BOLD)
    y = max(y - title.size + 20 * MM, share * document.height)
    room = (document.height - _EDGE - y) / max(len(sign.lines), 1)
    for nth, line in enumerate(sign.lines):
        fitted = text.fit_lines(line, (wide, room), (min(0.7 * room, 28.0), 9.0), REGULAR if nth else SEMIBOLD)
        with document.tagged("P"):
            document.lines(
                _EDGE, y, fitted.lines, said=line, size=fitted.size, weight=REGULAR if nth else SEMIBOLD,
                colour=MUTED if nth else INK,
            )  # fmt: skip
        y += room
