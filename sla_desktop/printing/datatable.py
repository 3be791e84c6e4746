"""A table of figures in the pack: headings again on each page, numbers to the right, long cells wrapped."""

from dataclasses import dataclass, replace

from sla_desktop.printing import text
from sla_desktop.printing.chart_values import HIDDEN, NOT_TOLD
from sla_desktop.printing.charts import Area
from sla_desktop.printing.flow import Block
from sla_desktop.printing.fonts import REGULAR, SEMIBOLD
from sla_desktop.printing.grid import COLUMN, ROW, Grid
from sla_desktop.printing.style import FAINT, INK, MUTED, RULE, Colour

_SIZE, _GUTTER = 8.5, 12.0
_LEADING, _PAD = 1.27, 0.7  # in type sizes
_NUMBERLIKE = set("0123456789.,%+-−–()£ /") | set("to")


@dataclass(frozen=True, slots=True)
class Table:
    """Figures in rows; the first column says what each row is; a hidden cell holds the words "fewer than 5"."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    source: str = ""


@dataclass(frozen=True, slots=True)
class _Column:
    x: float
    width: float
    right: bool
    size: float


def table_blocks(table: Table, area: Area, size: float = _SIZE) -> list[Block]:
    """The table as a title, rows in a size under a heading that comes again, and a source line."""
    columns = _columns(table, area, size)
    grid = Grid(area.document)
    heading = _row(table.columns, columns, area, grid, heading=None)
    rows = [_row(row, columns, area, grid, heading=heading) for row in table.rows]
    if table.source and rows:
        rows[-1] = replace(rows[-1], holds_next=True)
    return [*_line(table.title, area, SEMIBOLD, 10.5), *rows, *_line(table.source, area, REGULAR, 7.5)]


def _columns(table: Table, area: Area, size: float) -> list[_Column]:
    """Each column as wide as its longest cell; when the page is too narrow, only the widest give way.

    What is left is between the first column and the figures, or else beyond the last words.
    """
    by_column = list(zip(table.columns, *table.rows, strict=True))
    wanted = [max(text.width(cell, size, SEMIBOLD) for cell in cells) for cells in by_column]
    room = area.width - _GUTTER * (len(wanted) - 1)
    spare = max(room - sum(wanted), 0)
    most = _widest_allowed(wanted, room)
    figures = [any(cells[1:]) and all(map(_is_number, cells[1:])) for cells in by_column]
    right = [False, *figures[1:]]  # the first column says what each row is, also by a number
    widest = max(nth for nth, is_right in enumerate(right) if not is_right)
    widths = [min(wide, most) + (spare if nth == widest else 0) for nth, wide in enumerate(wanted)]
    found, x = [], area.x
    for wide, is_right in zip(widths, right, strict=True):
        found.append(_Column(x, wide, is_right, size))
        x += wide + _GUTTER
    return found


def _widest_allowed(wanted: list[float], room: float) -> float:
    """The width to which the widest columns are cut down so that all fill the room together."""
    for nth, wide in enumerate(ordered := sorted(wanted)):
        share = (room - sum(ordered[:nth])) / (len(ordered) - nth)
        if wide > share:
            return share
    return max(wanted)


def _is_number(cell: str) -> bool:
    return cell in (HIDDEN, NOT_TOLD) or set(cell) <= _NUMBERLIKE


def _row(cells: tuple[str, ...], columns: list[_Column], area: Area, grid: Grid, *, heading: Block | None) -> Block:
    weight, size = REGULAR if heading else SEMIBOLD, columns[0].size
    wrapped = [
        text.wrap(cell, column.width + 0.01, size, weight) for cell, column in zip(cells, columns, strict=True)
    ]
    deep = max((len(lines) for lines in wrapped), default=1)
    high = (deep * _LEADING + _PAD) * size

    def draw(y: float) -> None:
        with grid.row() if heading else grid.heading():
            for nth, (cell, column, lines) in enumerate(zip(cells, columns, wrapped, strict=True)):
                kind, entries = ("TH", ROW) if heading and not nth else ("TD", "") if heading else ("TH", COLUMN)
                with area.document.tagged(kind, entries):
                    down = 0 if heading else deep - len(lines)
                    base = y + (_PAD / 2 + 0.94 + down * _LEADING) * size
                    colour = MUTED if cell == HIDDEN or not heading else INK
                    _draw_cell(
                        area, cell, column, lines, base, (weight, colour, kind == "TH" and heading is not None)
                    )
        area.document.rule(area.x, y + high, area.x + area.width, colour=RULE if heading else FAINT)

    return Block(high, draw, heading=heading)


def _draw_cell(
    area: Area, cell: str, column: _Column, lines: tuple[str, ...], base: float, look: tuple[str, Colour, bool]
) -> None:
    x = column.x + column.width if column.right else column.x
    weight, colour, exact = look
    if column.right and len(lines) == 1:
        area.document.text(x, base, cell, size=column.size, weight=weight, colour=colour, align="right", tabular=True)
    elif lines:
        align = "right" if column.right else "left"
        area.document.lines(
            x, base, lines, said=cell, size=column.size, leading=_LEADING * column.size, weight=weight, colour=colour,
            align=align,
            exact=exact,
        )  # fmt: skip


def _line(said: str, area: Area, weight: str, size: float) -> list[Block]:
    """The title above or the source below, when there is one."""
    lines = text.wrap(said, area.width, size, weight)

    def draw(y: float) -> None:
        colour = INK if weight == SEMIBOLD else MUTED
        with area.document.tagged("P"):
            area.document.lines(
                area.x, y + 11, lines, said=said, size=size, leading=size * 1.3, weight=weight, colour=colour
            )

    return [Block(len(lines) * size * 1.3 + 7, draw, holds_next=weight == SEMIBOLD)] if lines else []
