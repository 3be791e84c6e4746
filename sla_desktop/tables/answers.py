"""Exports of survey systems read as a table of texts."""

from dataclasses import dataclass
from pathlib import Path

from sla_desktop.domain.errors import SlaError
from sla_desktop.tables.registrations import grids, is_filled, unknown
from sla_desktop.tables.rows import repaired

__all__ = ["AnswerTable", "read_answers", "repaired"]


@dataclass(frozen=True)
class AnswerTable:
    """The headings, and each row that is not blank as (the row number a spreadsheet shows, cells by heading)."""

    headers: tuple[str, ...]
    rows: tuple[tuple[int, dict[str, str]], ...]
    encoding: str
    sheet: str


def read_answers(path: Path) -> AnswerTable:
    """The first sheet that is not empty. Raises SlaError for what is no table, or cannot be read."""
    grid = next((grid for grid in grids(path, None) if is_filled(grid)), None)
    if grid is None:
        raise SlaError(f"“{path.name}” is empty.")
    layout = unknown(grid.rows)
    below = enumerate(grid.rows[layout.header_index + 1 :], start=layout.header_index + 2)
    rows = (
        (number, dict(zip(layout.headers, row, strict=False))) for number, row in below if any(map(str.strip, row))
    )
    return AnswerTable(layout.headers, tuple(rows), grid.encoding, grid.sheet)
