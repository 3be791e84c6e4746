"""Who sits where: the tables of each breakout round for the wall, and the list by name for the door."""

from collections.abc import Iterator, Sequence
from contextlib import nullcontext
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from sla_desktop.printing import flow, fonts, page, style, text
from sla_desktop.printing.drawing import Document
from sla_desktop.printing.flow import Block
from sla_desktop.printing.fonts import BOLD, REGULAR, SEMIBOLD
from sla_desktop.printing.grid import COLUMN, ROW, UNNUMBERED, Grid, item
from sla_desktop.printing.page import LEFT, RIGHT, ROOM
from sla_desktop.printing.progress import Progress, counted, require_some
from sla_desktop.printing.style import FAINT, INK, MM, MUTED, RULE, Identity

_ACROSS = 3  # tables side by side
_GAP = 7 * MM
_CARD = (RIGHT - LEFT - _GAP * (_ACROSS - 1)) / _ACROSS
_NAME_LEADING, _SMALL_LEADING = 12.2, 8.6
_NAME_COLUMN = 40 * MM
_LEAST = 7 * MM
_NAME_ROW = 16.5


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


@dataclass(frozen=True, slots=True)
class _NameColumn:
    """Names from `x` on and their tables from `first` on, `step` apart, in a column `wide` points wide."""

    x: float
    wide: float
    first: float
    step: float


def print_tables(
    sheets: Sequence[TableSheet],
    path: Path,
    *,
    title: str,
    subtitle: str,
    identity: Identity,
    by_name: tuple[tuple[str, tuple[str, ...]], ...] = (),
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
    parts = [(name, _round_pages(document, tables, identity)) for name, tables in rounds]
    if by_name:
        parts.append(("By name", _name_pages(document, by_name, round_titles)))
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


def _texts(
    sheets: Sequence[TableSheet], by_name: tuple[tuple[str, tuple[str, ...]], ...]
) -> Iterator[tuple[str, str]]:
    for sheet in sheets:
        place = f"{sheet.round_title} {sheet.table_label}"
        yield from ((place, said) for said in (sheet.round_title, sheet.table_label, sheet.room))
        yield from ((name, said) for name, organisation in sheet.people for said in (name, organisation))
    yield from ((name, said) for name, tables in by_name for said in (name, *tables))


def _round_pages(document: Document, tables: list[TableSheet], identity: Identity) -> list[list[Block]]:
    cards = [card for sheet in tables for card in _cards(sheet)]
    rows = [cards[at : at + _ACROSS] for at in range(0, len(cards), _ACROSS)]
    accent = style.accent(identity)
    return flow.pages([_row(document, row, accent) for row in rows], ROOM)


def _cards(sheet: TableSheet) -> Iterator[_Card]:
    people: list[tuple[str, str]] = []
    continued = False
    for person in sheet.people:
        if _card_high((*people, person)) > ROOM:
            yield _Card(sheet, tuple(people), continued)
            people, continued = [], True
        people.append(person)
    yield _Card(sheet, tuple(people), continued)


def _row(document: Document, cards: list[_Card], accent: style.Colour) -> Block:
    def draw(y: float) -> None:
        for column, card in enumerate(cards):
            _draw_card(document, card, LEFT + column * (_CARD + _GAP), y, accent)

    return Block(max(_card_high(card.people) for card in cards), draw)


def _card_high(people: tuple[tuple[str, str], ...]) -> float:
    return 36 + sum(_person_high(person) for person in people) + 20


def _person_high(person: tuple[str, str]) -> float:
    name, organisation = (text.wrap(said, _CARD, size, weight) for said, size, weight in _person_texts(person))
    return len(name) * _NAME_LEADING + len(organisation) * _SMALL_LEADING + 4.5


def _person_texts(person: tuple[str, str]) -> tuple[tuple[str, float, str], tuple[str, float, str]]:
    return (person[0], 9.5, SEMIBOLD), (person[1], 7.0, REGULAR)


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
            _draw_person(document, person, x, y)
            y += _person_high(person)


def _draw_label(
    document: Document, card: _Card, corner: tuple[float, float], room: float, accent: style.Colour
) -> None:
    label = card.sheet.table_label + (" (continued)" if card.continued else "")
    big = text.fit_lines(label, (room, 24), (21.0, 9.0), BOLD)
    base = corner[1] + 22 - (len(big.lines) - 1) * big.size * 1.1
    document.lines(
        corner[0], base, big.lines, said=label, size=big.size, leading=big.size * 1.1, weight=BOLD, colour=accent
    )


def _draw_person(document: Document, person: tuple[str, str], x: float, y: float) -> None:
    with item(document):
        for (said, size, weight), leading, colour in zip(
            _person_texts(person), (_NAME_LEADING, _SMALL_LEADING), (INK, MUTED), strict=True
        ):
            lines = text.wrap(said, _CARD, size, weight)
            if lines:
                document.lines(
                    x,
                    y + size * 0.95,
                    lines,
                    said=said,
                    size=size,
                    leading=leading,
                    weight=weight,
                    colour=colour,
                    exact=weight == SEMIBOLD,
                )
            y += leading * len(lines)


def _name_pages(
    document: Document, by_name: tuple[tuple[str, tuple[str, ...]], ...], round_titles: tuple[str, ...]
) -> list[list[Block]]:
    """The list by name: two columns of people while the rounds leave room for that, else one."""
    rounds = max(len(round_titles), *(len(tables) for _, tables in by_name))
    half = (RIGHT - LEFT - _GAP) / 2
    needed = _round_column(by_name, round_titles)
    across = 2 if half - rounds * needed >= _NAME_COLUMN else 1
    wide = half if across == 2 else RIGHT - LEFT
    step = needed if across == 2 else min(_NAME_COLUMN, 0.62 * wide / max(rounds, 1))
    a_page = int((ROOM - 30) // _NAME_ROW) * across
    found = []
    grid = Grid(document)
    for start in range(0, len(by_name), a_page):
        people = by_name[start : start + a_page]
        even = -(-len(people) // across)
        columns = [people[at : at + even] for at in range(0, len(people), even)]

        def draw(y: float, columns: list[tuple[tuple[str, tuple[str, ...]], ...]] = columns) -> None:
            for nth, column in enumerate(columns):
                x = LEFT + nth * (wide + _GAP)
                place = _NameColumn(x, wide, x + wide - rounds * step, step)
                _draw_names(document, column, round_titles, y, place, grid)

        found.append([Block(ROOM, draw)])
    return found


def _round_column(by_name: tuple[tuple[str, tuple[str, ...]], ...], round_titles: tuple[str, ...]) -> float:
    """How wide the column of a round is at the least: its tables whole, its title word by word."""
    cells = {table for _, tables in by_name for table in tables}
    words = {word for title in round_titles for word in title.split()}
    widest = max((text.width(cell, 9.0) for cell in cells), default=0)
    return max(widest, *(text.width(word, 6.0, SEMIBOLD) for word in words), _LEAST) + 7


def _draw_names(
    document: Document,
    people: tuple[tuple[str, tuple[str, ...]], ...],
    round_titles: tuple[str, ...],
    y: float,
    place: _NameColumn,
    grid: Grid,
) -> None:
    with grid.heading():
        with document.tagged("TH", COLUMN):
            document.text(place.x, y + 26, "Name", size=7, weight=SEMIBOLD)
        for nth, title in enumerate(round_titles):
            with document.tagged("TH", COLUMN):
                at = place.first + nth * place.step
                _draw_low(document, title, at, y + 26, (place.step - 5, 26), (7.0, 4.5), SEMIBOLD)
    document.rule(place.x, y + 30, place.x + place.wide, colour=FAINT, thickness=0.8)
    y += 30
    for name, tables in people:
        with grid.row():
            with document.tagged("TH", ROW):
                room = (place.first - place.x - 6, _NAME_ROW - 2)
                _draw_low(document, name, place.x, y + 12, room, (9.5, 6.0), SEMIBOLD)
            for nth, table in enumerate(tables):
                with document.tagged("TD"):
                    at = place.first + nth * place.step
                    _draw_low(document, table, at, y + 12, (place.step - 5, _NAME_ROW - 2), (9.0, 5.0), REGULAR)
        y += _NAME_ROW
        document.rule(place.x, y, place.x + place.wide, colour=RULE)


def _draw_low(
    document: Document,
    said: str,
    x: float,
    base: float,
    box: tuple[float, float],
    sizes: tuple[float, float],
    weight: str,
) -> None:
    """A text fitted in a box, its last line on `base`, or a little below when there are several."""
    fitted = text.fit_lines(said, box, sizes, weight)
    line_high = fitted.size * 1.1
    start = base - (len(fitted.lines) - 1) * line_high + (2 if len(fitted.lines) > 1 else 0)
    if fitted.lines:
        document.lines(
            x,
            start,
            fitted.lines,
            said=said,
            size=fitted.size,
            leading=line_high,
            weight=weight,
            exact=weight == SEMIBOLD,
        )
