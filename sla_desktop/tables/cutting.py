"""Text cut into rows of cells, with people set free whom an unclosed quote mark has swallowed."""

import csv
import io
from collections.abc import Iterator, Sequence

from sla_desktop.domain.errors import SlaError

_MOST_LETTERS_REREAD = 50_000_000


def cut(text: str, delimiter: str) -> Iterator[tuple[tuple[str, ...], bool]]:
    """Each row, and whether its quote marks were mended or are in doubt.

    A row whose quote marks are sound may run over several lines. One whose marks are not ends before the next line
    that by itself has as many cells as the row before it. Raises SlaError when too many rows are like that.
    """
    csv.field_size_limit(max(csv.field_size_limit(), len(text)))
    lines = list(io.StringIO(text, newline=""))
    start, width, reread = 0, 1, 0
    while start < len(lines):
        reader = csv.reader(map(lines.__getitem__, range(start, len(lines))), delimiter=delimiter, strict=True)
        end = start
        try:
            for row in reader:
                end, width = start + reader.line_num, len(row) or width
                yield tuple(row), False
            return
        except csv.Error:
            reread += sum(map(len, lines[end : start + reader.line_num]))
        if reread > _MOST_LETTERS_REREAD:
            raise SlaError(
                f"Many quote marks are not closed, such as in line {end + 1}; save the file afresh as CSV."
            )
        row, start, doubtful = _mended(lines, end, delimiter, width)
        yield tuple(row), doubtful


def _mended(lines: Sequence[str], start: int, delimiter: str, width: int) -> tuple[list[str], int, bool]:
    """The row that begins in this line, the line after its end, and whether anything about it is in doubt."""
    reader = csv.reader(map(lines.__getitem__, range(start, len(lines))), delimiter=delimiter)
    row = next(reader)
    reach = start + reader.line_num
    end = next((k for k in range(start + 1, reach) if len(_alone(lines[k], delimiter, width)) >= width), reach)
    if end < reach:
        row = next(csv.reader(lines[start:end], delimiter=delimiter))
    whole = row
    if end == start + 1:
        row = _alone(lines[start], delimiter, width)
    return row, end, reach > start + 1 or row != whole


def _alone(line: str, delimiter: str, width: int) -> list[str]:
    """The cells of one line; if they are too few, the last is cut too, as an open quote mark may hold it together."""
    cells = _cells(line, delimiter)
    return cells if not cells or len(cells) >= width else [*cells[:-1], *_cells(cells[-1], delimiter)]


def _cells(line: str, delimiter: str) -> list[str]:
    return next(csv.reader([line], delimiter=delimiter), []) if line.strip() else []
