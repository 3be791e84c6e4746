"""The list by name for the door: everybody with their table in each round, in two columns where there is room."""

from collections.abc import Sequence
from dataclasses import dataclass

from sla_desktop.printing import text
from sla_desktop.printing.drawing import Document
from sla_desktop.printing.flow import Block
from sla_desktop.printing.fonts import REGULAR, SEMIBOLD
from sla_desktop.printing.grid import COLUMN, ROW, Grid
from sla_desktop.printing.page import LEFT, RIGHT, ROOM
from sla_desktop.printing.style import FAINT, MM, RULE

Person = tuple[str, tuple[str, ...]]

_GAP = 7 * MM
_NAME_COLUMN, _LEAST = 40 * MM, 7 * MM
_NAMES, _TABLES, _HEADS = (9.5, 9.0), 9.0, 7.0
_LEADING = 1.15
_PAD = 5.5


@dataclass(frozen=True, slots=True)
class _Row:
    """A person ready to draw."""

    person: Person
    name: text.Fitted
    high: float


@dataclass(frozen=True, slots=True)
class _Layout:
    """How many columns of people a page has and how wide they are; tables stand `step` apart at their right."""

    titles: tuple[str, ...]
    across: int
    wide: float
    step: float

    @property
    def name_wide(self) -> float:
        return self.wide - len(self.titles) * self.step - 6

    @property
    def head_high(self) -> float:
        lines = max((len(self.head(title)) for title in self.titles), default=1)
        return max(lines, 2) * _HEADS * _LEADING + 9

    def head(self, title: str) -> tuple[str, ...]:
        return text.wrap(title, self.step - 5, _HEADS, SEMIBOLD)


def name_pages(document: Document, people: Sequence[Person], titles: tuple[str, ...]) -> list[list[Block]]:
    """The pages of the list, a block on each; `titles` are the rounds that everybody's tables are of."""
    layout = _layout(people, titles)
    rows = [_row(person, layout) for person in people]
    grid = Grid(document)
    found = []
    for columns in _poured(rows, ROOM - layout.head_high, layout.across):

        def draw(y: float, columns: list[list[_Row]] = columns) -> None:
            for nth, column in enumerate(columns):
                _draw_column(document, column, LEFT + nth * (layout.wide + _GAP), y, layout, grid)

        found.append([Block(ROOM, draw)])
    return found


def _layout(people: Sequence[Person], titles: tuple[str, ...]) -> _Layout:
    cells = {table for _, tables in people for table in tables}
    words = {word for title in titles for word in title.split()}
    widest = max((text.width(cell, _TABLES) for cell in cells), default=0)
    needed = max(widest, *(text.width(word, _HEADS, SEMIBOLD) for word in words), _LEAST) + 7
    half, rounds = (RIGHT - LEFT - _GAP) / 2, max(len(titles), 1)
    if half - rounds * needed >= _NAME_COLUMN:
        return _Layout(titles, 2, half, needed)
    whole = RIGHT - LEFT
    return _Layout(titles, 1, whole, min(_NAME_COLUMN, 0.62 * whole / rounds))


def _row(person: Person, layout: _Layout) -> _Row:
    name = text.readable(person[0], layout.name_wide, _NAMES, SEMIBOLD)
    deepest = max((len(_table(table, layout)) for table in person[1]), default=1)
    return _Row(person, name, max(len(name.lines) * name.size, deepest * _TABLES) * _LEADING + _PAD)


def _table(said: str, layout: _Layout) -> tuple[str, ...]:
    return text.wrap(said, layout.step - 5, _TABLES)


def _poured(rows: list[_Row], room: float, across: int) -> list[list[list[_Row]]]:
    """The rows in pages of columns; those of the last page are about equally long."""
    columns = _columns(rows, room)
    full = (len(columns) - 1) // across * across
    rest = [row for column in columns[full:] for row in column]
    even = sum(row.high for row in rest) / across
    while len(last := _columns(rest, even)) > across:
        even += 1
    columns[full:] = last
    return [columns[at : at + across] for at in range(0, len(columns), across)]


def _columns(rows: list[_Row], room: float) -> list[list[_Row]]:
    columns: list[list[_Row]] = [[]]
    left = room
    for row in rows:
        if columns[-1] and row.high > left:
            columns.append([])
            left = room
        columns[-1].append(row)
        left -= row.high
    return columns


def _draw_column(document: Document, rows: list[_Row], x: float, y: float, layout: _Layout, grid: Grid) -> None:
    first = x + layout.wide - len(layout.titles) * layout.step
    y += layout.head_high
    with grid.heading():
        for nth, title in enumerate(("Name", *layout.titles)):
            at = first + (nth - 1) * layout.step if nth else x
            lines = layout.head(title) if nth else (title,)
            base = y - 4 - (len(lines) - 1) * _HEADS * _LEADING
            with document.tagged("TH", COLUMN):
                document.lines(at, base, lines, said=title, size=_HEADS, weight=SEMIBOLD)
    document.rule(x, y, x + layout.wide, colour=FAINT, thickness=0.8)
    for row in rows:
        with grid.row():
            with document.tagged("TH", ROW):
                _draw_cell(document, row.person[0], row.name, (x, y), SEMIBOLD)
            for nth, table in enumerate(row.person[1]):
                with document.tagged("TD"):
                    cell = text.Fitted(_table(table, layout), _TABLES)
                    _draw_cell(document, table, cell, (first + nth * layout.step, y), REGULAR)
        y += row.high
        document.rule(x, y, x + layout.wide, colour=RULE)


def _draw_cell(document: Document, said: str, cell: text.Fitted, corner: tuple[float, float], weight: str) -> None:
    """A cell from the top of its row down, so that first lines stand level."""
    x, y = corner
    document.lines(
        x, y + _PAD / 2 + 9.2, cell.lines, said=said, size=cell.size, weight=weight, exact=weight == SEMIBOLD
    )
