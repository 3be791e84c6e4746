"""Registration files as other systems write them, read as people."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from sla_desktop.domain.errors import SlaError
from sla_desktop.domain.text import clean_line
from sla_desktop.tables import limits, sections, textfile, workbook
from sla_desktop.tables.headerless import find_headerless
from sla_desktop.tables.headings import distinct_headers
from sla_desktop.tables.naming import family_first_words, with_halves
from sla_desktop.tables.recognise import Layout, find_layout, rivals, with_mapping
from sla_desktop.tables.rows import registrants, remarks
from sla_desktop.tables.upright import upright
from sla_desktop.tables.values import Columns, Grid, ReadResult, Registrant

_PROGRESS_STEP = 200
_EXAMPLE_LETTERS = 40
_SEARCHED_ROWS = 60
_LONGEST_HEADING = 400
_KINDS = {
    "full_name": "the name",
    "given": "the given name",
    "family": "the family name",
    "email": "the e-mail address",
}

Progress = Callable[[int, int], None]
ChosenBefore = Callable[[Sequence[str]], Mapping[str, str]]


def read_registrations(
    path: Path,
    *,
    mapping: Mapping[str, str] | None = None,
    sheet: str | None = None,
    progress: Progress | None = None,
    chosen_before: ChosenBefore = lambda _headers: {},
) -> ReadResult:
    """The people in a registration file of any common system, with a state for every row that is not blank.

    `mapping` (our field -> heading as in the file, "" for none) overrules what is recognised; `sheet` names the
    sheet of a workbook. `chosen_before` gives the mapping of an earlier file with these headings, where there was
    one and no `mapping` is given. `progress` hears (rows done, rows in all). Raises SlaError in one sentence when
    the file is missing, empty, protected, oversized, no table, or names nobody.
    """
    sheets = map(upright, grids(path, sheet))
    grid, layout = _first_table(path, sheets, mapping or {}, chosen_before)
    rows, notes = sections.data_rows(grid.rows, layout)
    people = []
    for person in registrants(rows, layout):
        people.append(person)
        if progress and len(people) % _PROGRESS_STEP == 0:
            progress(min(len(people), len(rows)), len(rows))
    if progress:
        progress(len(rows), len(rows))
    return ReadResult(
        format=layout.format,
        encoding=grid.encoding,
        delimiter=grid.delimiter,
        sheet=grid.sheet,
        header_row=layout.header_index + 1,
        mapping={name: layout.headers[column] for name, column in layout.columns.items()},
        registrants=tuple(people),
        notes=(*_other_lists(sheets), *grid.notes, *_spare(grid.rows, layout), *notes, *_remarks(people, layout)),
        headers=layout.headers,
        unused=_unused(people, layout),
        family_first=family_first_words(people),
    )


def read_columns(path: Path) -> Columns:
    """The headings of the first sheet that is not empty, with an example of each, and what they were taken for.

    Works for files in which nothing is recognised too. Raises SlaError for what is no table.
    """
    filled = [grid for grid in map(upright, grids(path, None)) if is_filled(grid)]
    found = next(((grid, layout) for grid in filled if (layout := _layout(grid.rows, {}))), None)
    if found is None and not filled:
        raise SlaError(f"“{path.name}” is empty.")
    grid, layout = found or (filled[0], unknown(filled[0].rows))
    below = grid.rows[layout.header_index + 1 :]
    cells = ((row[i].strip() for row in below if i < len(row)) for i in range(len(layout.headers)))
    examples = tuple(clean_line(next(filter(None, column), "")[:_EXAMPLE_LETTERS]) for column in cells)
    return Columns(layout.headers, examples, {name: layout.headers[at] for name, at in layout.columns.items()})


def _first_table(
    path: Path, sheets: Iterator[Grid], mapping: Mapping[str, str], chosen_before: ChosenBefore
) -> tuple[Grid, Layout]:
    """The first sheet that names people, and its layout."""
    seen: list[Grid] = []
    for grid in sheets:
        if not is_filled(grid):
            continue
        layout = _layout(grid.rows, mapping)
        likely = layout or unknown(grid.rows)
        chosen = mapping or chosen_before(likely.headers)
        if layout or chosen:
            return grid, with_mapping(likely, chosen)
        seen.append(grid)
    if not seen:
        raise SlaError(f"“{path.name}” is empty.")
    raise _nobody_named(path, seen[0])


def _other_lists(sheets: Iterator[Grid]) -> list[str]:
    """Says which further sheets list people too: nobody would miss them before the door does."""
    try:
        others = [grid.sheet for grid in sheets if is_filled(grid) and _layout(grid.rows, {})]
    except SlaError:
        return []
    way = "Save it as a file of its own to bring it in."
    return [f"The sheet “{name}” lists people too, and was not read. {way}" for name in others]


def is_filled(grid: Grid) -> bool:
    """Whether a sheet has anything in it."""
    return any(cell.strip() for row in grid.rows for cell in row)


def unknown(rows: Sequence[Sequence[str]]) -> Layout:
    """A table in which no heading is known: they stand in the first row that is about as wide as any."""
    widths = [sum(bool(cell.strip()) for cell in row) for row in rows[:_SEARCHED_ROWS]]
    index = next(i for i, width in enumerate(widths) if width * 2 > max(widths))
    return Layout("plain", index, distinct_headers([cell[:_LONGEST_HEADING] for cell in rows[index]]), {})


def grids(path: Path, sheet: str | None) -> Iterator[Grid]:
    """The sheets of a file as cells. Raises SlaError for what is no table, or cannot be read."""
    if path.is_dir():
        raise SlaError(f"“{path.name}” is a folder; choose the file inside it.")
    try:
        if path.exists() and not path.is_file():
            raise SlaError(f"“{path.name}” is a pipe or a device, not a file; save it as a file and choose that.")
        limits.check_size(path)
        with path.open("rb") as stream:
            head = stream.read(8)
        if workbook.is_workbook(head):
            yield from workbook.read_sheets(path, sheet)
        else:
            limits.check_size(path, limits.MAX_TEXT_BYTES)
            yield textfile.read_text(path.read_bytes(), path.name, sense_of)
    except FileNotFoundError as error:
        raise SlaError(f"There is no file “{path.name}” in {path.parent}.") from error
    except OSError as error:
        raise SlaError(f"“{path.name}” could not be opened: {error.strerror or error}.") from error


def sense_of(rows: Sequence[Sequence[str]]) -> tuple[float, ...]:
    """How well a text makes sense when cut like this: columns recognised, rows as wide as the headings, width."""
    layout = find_layout(rows) or find_headerless(rows)
    widths = [len(row) for row in rows if any(row)]
    wide = max(set(widths), key=lambda w: (widths.count(w), w), default=0)
    if layout is None:
        return 0, widths.count(wide) / len(widths) if wide > 1 else 0, wide
    wide = len(rows[layout.header_index]) if layout.header_index >= 0 else wide
    return len(layout.columns), widths.count(wide) / len(widths), wide


def _layout(rows: Sequence[Sequence[str]], mapping: Mapping[str, str]) -> Layout | None:
    """What is recognised; if that has not all the chosen headings, the first row that does."""
    headed = find_layout(rows)
    found = with_halves(headed, rows) if headed else find_headerless(rows)
    chosen = {header for header in mapping.values() if header}
    if not chosen or (found and chosen <= set(found.headers)):
        return found
    for index, cells in enumerate(rows):
        headers = distinct_headers(cells)
        if chosen <= set(headers):
            return Layout("plain", index, headers, {})
    return found


def _nobody_named(path: Path, grid: Grid) -> SlaError:
    first = next(row for row in grid.rows if any(cell.strip() for cell in row))
    beginnings = [" ".join(cell[:80].split())[:40] for cell in first[:8]]
    shown = ", ".join(distinct_headers(beginnings))
    return SlaError(
        f"No column of “{path.name}” could be recognised as names or e-mail addresses; its first row is: {shown}. "
        "Say which column is the name, or give the columns headings such as Name and Email."
    )


def _unused(people: Sequence[Registrant], layout: Layout) -> tuple[str, ...]:
    """The columns with something in them that stand for no field."""
    used = {layout.headers[column] for column in (*layout.columns.values(), *layout.fallback.values())}
    return tuple(dict.fromkeys(header for person in people for header, _ in person.extra if header not in used))


def _spare(rows: Sequence[Sequence[str]], layout: Layout) -> list[str]:
    """Says which column was taken where several hold names or e-mail addresses."""
    cells = rows[layout.header_index] if layout.header_index >= 0 else ()
    return [
        f"Several columns look like {_KINDS[name]}: “{layout.headers[layout.columns[name]]}” was used for it,"
        f" “{layout.headers[column]}” was left out."
        for name, column in rivals(cells, layout)
    ]


def _remarks(people: Sequence[Registrant], layout: Layout) -> list[str]:
    if not people:
        return ["The file has headings but no rows with people."]
    coming = [person for person in people if person.status == "registered"]
    return [*_same_codes(coming), *(remark for person in coming for remark in remarks(person, layout))]


def _same_codes(people: Sequence[Registrant]) -> list[str]:
    counted = Counter(person.ticket_code for person in people if person.ticket_code)
    twice = [code for code, number in counted.items() if number > 1]
    if not twice:
        return []
    what = f"The ticket code {twice[0]} stands" if len(twice) == 1 else f"{len(twice)} ticket codes stand"
    return [f"{what} in several rows; a scan of it asks for the name."]
