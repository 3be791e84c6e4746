"""Tables whose headings stand down the side, with one person in each column, turned so that each person is a row."""

from dataclasses import replace
from itertools import zip_longest

from sla_desktop.tables.recognise import find_layout, is_heading
from sla_desktop.tables.values import Grid

_MOST_HEADINGS = 60
_NOTE = "The headings stand down the side, so each column was read as a person: row 2 is column B, and so on."


def upright(grid: Grid) -> Grid:
    """A sheet turned, with a note, where its first column has headings and more is understood that way."""
    side = [row[0] for row in grid.rows if row and row[0].strip()]
    if not 1 < len(side) <= _MOST_HEADINGS or sum(map(is_heading, side)) * 2 < len(side):
        return grid
    turned = tuple(zip_longest(*grid.rows, fillvalue=""))
    across, down = find_layout(grid.rows), find_layout(turned)
    if down is None or down.header_index or len(down.columns) <= len(across.columns if across else ()):
        return grid
    return replace(grid, rows=turned, notes=(*grid.notes, _NOTE))
