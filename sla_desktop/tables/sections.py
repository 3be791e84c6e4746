"""Where the people of a table begin and end: stacked parts, title lines, claimed totals."""

import re
from collections.abc import Sequence

from sla_desktop.domain.text import clean, fold, joined
from sla_desktop.tables.recognise import Layout, continues_headings, is_heading
from sla_desktop.tables.rows import Row

_CLAIM = re.compile(
    r"(?:(?:grand|total|number|no|of|the|attended) )*"
    r"(?:participants|registrants|registrations|attendees|delegates|bookings|people|total)"
    r"(?: (?:count|total))?(?: (\d{1,6}))?"
)
_LONGEST_CLAIM = 80
_CLAIMED = re.compile(r"\d{1,6}")


def data_rows(rows: Sequence[Sequence[str]], layout: Layout) -> tuple[tuple[Row, ...], tuple[str, ...]]:
    """The non-blank rows below the headings, cleaned, and remarks on what was left out or does not add up."""
    start = layout.header_index + 1
    end = _end_of_part(rows, start) if layout.stacked else len(rows)
    found = [Row(number, tuple(map(_tidy, cells))) for number, cells in enumerate(rows[start:end], start + 1)]
    found = [row for row in found if any(row.cells)]
    if found and found[0].number == start + 1 and continues_headings(found[0].cells, layout):
        del found[0]
    found, again = _headed_again(found, layout)
    totals = [row for row in found if _is_total(row)]
    people = tuple(row for row in found if row not in totals)
    notes = again + [f"Row {row.number} is a total, not a person, and was left out." for row in totals]
    notes += _unread_parts(rows, layout, end)
    claims = _claims(rows[: max(layout.header_index, 0)]) + _claims([row.cells for row in totals])
    notes += [_disagreement(claim, len(people)) for claim in claims if claim not in _counts(people, layout)]
    return people, tuple(notes)


def _headed_again(rows: Sequence[Row], layout: Layout) -> tuple[list[Row], list[str]]:
    """The rows without headings that stand once more, which are told; what is below those goes by their order."""
    places = {header.casefold(): at for at, header in enumerate(layout.headers)}
    order: list[int | None] = []
    people, notes = [], []
    for row in rows:
        filled = [cell.casefold() for cell in row.cells if cell]
        own = sum(cell in places for cell in filled)
        if own > 1 and all(cell in places or is_heading(cell) for cell in filled):
            order = [places.get(cell.casefold()) for cell in row.cells]
            unread = [f"“{cell}”" for cell in row.cells if cell and cell.casefold() not in places]
            left = f" {joined(unread)} was not read there." if unread else ""
            notes.append(f"Row {row.number} has the headings once more; the rows below it were read by those.{left}")
        else:
            people.append(_in_order(row, order, len(layout.headers)) if order else row)
    return people, notes


def _in_order(row: Row, order: Sequence[int | None], width: int) -> Row:
    cells = [""] * width
    for cell, place in zip(row.cells, order, strict=False):
        if place is not None:
            cells[place] = cell
    return Row(row.number, tuple(cells))


def _tidy(cell: str) -> str:
    """`clean`, with a short way for plain text: a wide file has hundreds of thousands of cells."""
    if not cell:
        return ""
    plain = cell.isascii() and cell.isprintable() and "  " not in cell
    return cell.strip() if plain else clean(cell)


def _end_of_part(rows: Sequence[Sequence[str]], start: int) -> int:
    """A part ends at its first blank row, or where a line of one cell gives the next part its title."""
    for index in range(start, len(rows)):
        if len(_filled(rows[index])) < 2:
            return index
    return len(rows)


def _filled(cells: Sequence[str]) -> list[str]:
    return [text for cell in cells if (text := _tidy(cell))]


def _is_total(row: Row) -> bool:
    filled = _filled(row.cells)
    few = len(filled) <= 2 and not any("@" in cell for cell in filled)
    return few and bool(_claims([row.cells]))


def _claims(rows: Sequence[Sequence[str]]) -> list[int]:
    """The numbers of people that title lines and total rows state: beside the word, after it, or below it."""
    claims = []
    for index, cells in enumerate(rows):
        for column, cell in enumerate(cells):
            match = _CLAIM.fullmatch(fold(cell)) if 0 < len(cell) <= _LONGEST_CLAIM else None
            if not match:
                continue
            beside = next(filter(None, map(str.strip, cells[column + 1 :])), "")
            below = rows[index + 1][column] if index + 1 < len(rows) and column < len(rows[index + 1]) else ""
            number = next((n.strip() for n in (match[1] or "", beside, below) if _CLAIMED.fullmatch(n.strip())), "")
            claims += [int(number)] if number else []
    return claims


def _counts(people: Sequence[Row], layout: Layout) -> set[int]:
    """Rows, and different people: who leaves and comes back has two rows in a meeting report."""
    columns = [layout.columns[name] for name in ("full_name", "given", "family", "email") if name in layout.columns]
    different = {tuple(row.cells[c] for c in columns if c < len(row.cells)) for row in people}
    return {len(people), len(different)}


def _disagreement(claim: int, found: int) -> str:
    return f"The file says {claim} people but has {found} rows of people."


def _unread_parts(rows: Sequence[Sequence[str]], layout: Layout, end: int) -> list[str]:
    """Titles of the other parts of a stacked file that hold tables."""
    if not layout.stacked:
        return []
    titles = [
        _filled(rows[index])[0]
        for index in (*range(layout.header_index - 1), *range(end, len(rows) - 1))
        if len(_filled(rows[index])) == 1 and len(_filled(rows[index + 1])) > 2
    ]
    return [f"The part “{title}” of the file was not read." for title in titles]
