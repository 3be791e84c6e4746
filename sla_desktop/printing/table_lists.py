"""Who sits where: the tables of each breakout round for the wall, and the list by name for the door."""

from collections.abc import Iterator, Sequence
from contextlib import nullcontext
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from pathlib import Path

from sla_desktop.printing import flow, fonts, page, style, text
from sla_desktop.printing.drawing import Document
from sla_desktop.printing.flow import Block
from sla_desktop.printing.fonts import BOLD, REGULAR, SEMIBOLD
from sla_desktop.printing.grid import UNNUMBERED, item
from sla_desktop.printing.name_list import Person, name_pages
from sla_desktop.printing.page import LEFT, RIGHT, ROOM
from sla_desktop.printing.progress import Progress, counted, require_some, uncollected
from sla_desktop.printing.style import INK, MM, MUTED, Identity

_ACROSS = 3  # tables side by side
_GAP = 7 * MM
_CARD = (RIGHT - LEFT - _GAP * (_ACROSS - 1)) / _ACROSS
_LEADING = 1.25
_SCALES = (1.5, 1.3, 1.15)  # of the type, where tables leave a page half empty


@dataclass(frozen=True, slots=True)
class TableSheet:
    """One table in one round: its people as (name, organisation)."""

    round_title: str
    table_label: str
    room: str
    people: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class _Card:
    """One table ready to draw; a table too long for a page goes on in a further card."""

    sheet: TableSheet
    people: tuple[tuple[str, str], ...]
    continued: bool
    scale: float


@uncollected()
def print_tables(
    sheets: Sequence[TableSheet],
    path: Path,
    *,
    title: str,
    subtitle: str,
    identity: Identity,
    by_name: tuple[Person, ...] = (),
    round_titles: tuple[str, ...] = (),
    progress: Progress | None = None,
) -> int:
    """Write the tables round by round, then a list by name with each person's table per round; gives the pages.

    `by_name` holds (name, table for each of `round_titles`). Rounds and people come in the order given.
    Raises SlaError for a letter that no font has and for a file that cannot be written; then nothing is written.
    """
    require_some([*sheets, *by_name], "tables")
    fonts.check_names(_texts(sheets, by_name))
    fonts.check_names((said, said) for said in (title, subtitle, identity.organisation, *round_titles))
    document = Document(style.A4, title=title, author=identity.organisation, subject="Tables")
    rounds = [(name, list(tables)) for name, tables in groupby(sheets, key=lambda sheet: sheet.round_title)]
    scale = _scale([tables for _, tables in rounds])
    parts = [(name, _round_pages(document, tables, scale, identity)) for name, tables in rounds]
    if by_name:
        parts.append(("By name", name_pages(document, by_name, round_titles)))
    numbered = [(part, blocks) for part, filled in parts for blocks in filled]
    marked: str | None = None
    for number, (part, blocks) in enumerate(counted(numbered, progress), start=1):
        heading = page.Heading(part or title, f"{title} · {subtitle}" if part else subtitle, identity)
        page.draw_frame(document, heading, number, len(numbered), again=part == marked)
        flow.draw(blocks, page.TOP)
        if part != marked:
            document.bookmark(part or title)
        marked = part
        document.end_page()
    return document.save(path)


def _texts(sheets: Sequence[TableSheet], by_name: tuple[Person, ...]) -> Iterator[tuple[str, str]]:
    for sheet in sheets:
        place = f"{sheet.round_title} {sheet.table_label}"
        yield from ((place, said) for said in (sheet.round_title, sheet.table_label, sheet.room))
        yield from ((name, said) for name, organisation in sheet.people for said in (name, organisation))
    yield from ((name, said) for name, tables in by_name for said in (name, *tables))


def _scale(rounds: Sequence[list[TableSheet]]) -> float:
    """How much larger than usual the type of all rounds may be without any of them taking more pages for it."""
    for scale in _SCALES:
        if all(_page_count(tables, scale) <= _page_count(tables, 1.0) for tables in rounds):
            return scale
    return 1.0


def _page_count(tables: list[TableSheet], scale: float) -> int:
    return len(flow.pages([flow.space(_row_high(row)) for row in _rows(tables, scale)], ROOM))


def _round_pages(document: Document, tables: list[TableSheet], scale: float, identity: Identity) -> list[list[Block]]:
    accent = style.accent(identity)
    return flow.pages([_row(document, row, accent) for row in _rows(tables, scale)], ROOM)


def _rows(tables: list[TableSheet], scale: float) -> list[list[_Card]]:
    """The tables side by side; no table is left alone in the last row."""
    cards = [card for sheet in tables for card in _cards(sheet, scale)]
    rows = [cards[at : at + _ACROSS] for at in range(0, len(cards), _ACROSS)]
    if len(rows) > 1 and len(rows[-1]) == 1:
        rows[-1].insert(0, rows[-2].pop())
    return rows


def _cards(sheet: TableSheet, scale: float) -> Iterator[_Card]:
    people: list[tuple[str, str]] = []
    continued = False
    for person in sheet.people:
        if _card_high((*people, person), scale) > ROOM:
            yield _Card(sheet, tuple(people), continued, scale)
            people, continued = [], True
        people.append(person)
    yield _Card(sheet, tuple(people), continued, scale)


def _row(document: Document, cards: list[_Card], accent: style.Colour) -> Block:
    def draw(y: float) -> None:
        for column, card in enumerate(cards):
            _draw_card(document, card, LEFT + column * (_CARD + _GAP), y, accent)

    return Block(_row_high(cards), draw)


def _row_high(cards: list[_Card]) -> float:
    return max(_card_high(card.people, card.scale) for card in cards)


def _card_high(people: tuple[tuple[str, str], ...], scale: float) -> float:
    return 36 + sum(_person_high(person, scale) for person in people) + 20


@lru_cache(maxsize=8192)
def _person_high(person: tuple[str, str], scale: float) -> float:
    return sum(len(lines) * size * _LEADING for _, lines, size, _ in _person_lines(person, scale)) + 4.5 * scale


def _person_lines(person: tuple[str, str], scale: float) -> list[tuple[str, tuple[str, ...], float, str]]:
    """Name and organisation, each with its lines, size and weight."""
    texts = ((person[0], 9.5 * scale, SEMIBOLD), (person[1], 7.5 * scale, REGULAR))
    return [(said, text.wrap(said, _CARD, size, weight), size, weight) for said, size, weight in texts]


def _draw_card(document: Document, card: _Card, x: float, y: float, accent: style.Colour) -> None:
    room = text.fit_line(card.sheet.room, _CARD * 0.45, (8.0, 5.5), REGULAR)
    wide = max((text.width(line, room.size) for line in room.lines), default=0)
    with document.tagged("H2"):
        _draw_label(document, card, (x, y), _CARD - wide - 6, accent)
    if card.sheet.room:
        base = y + 22 - (len(room.lines) - 1) * room.size * 1.15
        document.lines(x + _CARD, base, room.lines, said=card.sheet.room, size=room.size, colour=MUTED, align="right")
    document.rule(x, y + 29, x + _CARD, colour=accent, thickness=1.1)
    y += 36
    with document.tagged("L", UNNUMBERED) if card.people else nullcontext():
        for person in card.people:
            _draw_person(document, person, x, y, card.scale)
            y += _person_high(person, card.scale)


def _draw_label(
    document: Document, card: _Card, corner: tuple[float, float], room: float, accent: style.Colour
) -> None:
    label = card.sheet.table_label + (" (continued)" if card.continued else "")
    big = text.fit_lines(label, (room, 24), (21.0, 9.0), BOLD)
    base = corner[1] + 22 - (len(big.lines) - 1) * big.size * 1.1
    document.lines(
        corner[0], base, big.lines, said=label, size=big.size, leading=big.size * 1.1, weight=BOLD, colour=accent
    )


def _draw_person(document: Document, person: tuple[str, str], x: float, y: float, scale: float) -> None:
    with item(document):
        for said, lines, size, weight in _person_lines(person, scale):
            name = weight == SEMIBOLD
            if lines:
                document.lines(
                    x, y + size * 0.95, lines, said=said, size=size, leading=size * _LEADING, weight=weight,
                    colour=INK if name else MUTED, exact=name,
                )  # fmt: skip
            y += size * _LEADING * len(lines)
