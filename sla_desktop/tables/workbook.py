"""Workbooks (XLSX, XLSM, XLSB, XLS, ODS) read as cells of text, as people see them."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from sla_desktop.domain.errors import SlaError
from sla_desktop.tables import limits
from sla_desktop.tables.archive import check_archive
from sla_desktop.tables.headings import column_letter
from sla_desktop.tables.sheet_old import check_old
from sla_desktop.tables.values import Grid

if TYPE_CHECKING:
    from pandas import ExcelFile
    from python_calamine import CalamineWorkbook

ZIP_MAGIC = b"PK\x03\x04"
OLE_MAGIC = b"\xd0\xcf\x11\xe0"
_NAMED_RANGES = 5
_WORKBOOK_PARTS = ("xl/", "content.xml")


def is_workbook(head: bytes) -> bool:
    """Whether the first bytes are those of a zipped or an old binary workbook."""
    return head.startswith((ZIP_MAGIC, OLE_MAGIC))


def read_sheets(path: Path, sheet: str | None) -> Iterator[Grid]:
    """The visible sheets in order, or only the one named; hidden and chart sheets are remarked on.

    Raises SlaError for a protected, damaged, foreign or oversized file and for a sheet that is not there.
    """
    faulty_cells = check_workbook(path)
    with _open(path) as book:
        names, notes = _choose(book.book, path, sheet)
        if faulty_cells:
            notes = (*notes, f"Cells with an error instead of a value were left blank: {faulty_cells}.")
        budget = limits.Budget(path.name)
        for name in names:
            yield _read(book, path, name, notes, budget)


def check_workbook(path: Path) -> int:
    """Raises SlaError unless this is an open, harmless workbook; returns how many of its cells hold an error."""
    with path.open("rb") as stream:
        head = stream.read(8)
    if head.startswith(OLE_MAGIC):
        data = path.read_bytes()
        if "EncryptedPackage".encode("utf-16-le") in data:
            raise limits.locked(path.name)
        check_old(data, path.name)
        return 0
    contents = check_archive(path)
    if not any(part.startswith(_WORKBOOK_PARTS) for part in contents.parts):
        raise SlaError(f"“{path.name}” is not a spreadsheet; choose a CSV, Excel or ODS file.")
    return contents.faulty_cells


def _open(path: Path) -> "ExcelFile":
    from pandas import ExcelFile

    with _reading(path):
        return ExcelFile(path, engine="calamine")


@contextmanager
def _reading(path: Path) -> Iterator[None]:
    """What a reader says of a file it cannot read, as a sentence."""
    from python_calamine import CalamineError, PasswordError

    try:
        yield
    except PasswordError as error:
        raise limits.locked(path.name) from error
    except (CalamineError, OSError, ValueError) as error:
        raise _unreadable(path) from error
    except (Exception, KeyboardInterrupt, SystemExit):
        raise
    except BaseException as error:
        # The reader is not written in Python: where it gives up, what it raises is no Exception.
        raise limits.damaged(path.name) from error


def _unreadable(path: Path) -> SlaError:
    return SlaError(f"“{path.name}” could not be read as a workbook; open it in its own program and save it again.")


def _choose(book: "CalamineWorkbook", path: Path, sheet: str | None) -> tuple[list[str], tuple[str, ...]]:
    from python_calamine import SheetTypeEnum, SheetVisibleEnum

    if sheet is not None:
        if sheet not in book.sheet_names:
            raise SlaError(f"“{path.name}” has no sheet “{sheet}”; it has {', '.join(book.sheet_names)}.")
        return [sheet], ()
    shown, notes = [], []
    for entry in book.sheets_metadata:
        if entry.typ != SheetTypeEnum.WorkSheet:
            notes.append(f"The sheet “{entry.name}” holds a chart or a macro and was skipped.")
        elif entry.visible != SheetVisibleEnum.Visible:
            notes.append(f"The sheet “{entry.name}” is hidden and was skipped.")
        else:
            shown.append(entry.name)
    return shown, tuple(notes)


def _read(book: "ExcelFile", path: Path, name: str, notes: tuple[str, ...], budget: limits.Budget) -> Grid:
    from pandas import read_excel

    with _reading(path):
        size = book.book.get_sheet_by_name(name)
        limits.check_cells(path.name, size.total_height, size.total_width)
        budget.spend(size.total_height * size.total_width, 0)
        cells = read_excel(book, sheet_name=name, header=None, dtype=object, na_filter=False)
    rows = tuple(tuple(as_text(value) for value in row) for row in cells.itertuples(index=False, name=None))
    return Grid(rows, sheet=name, notes=(*notes, *_merged(size.merged_cell_ranges or ())))


def _merged(ranges: Iterable[tuple[tuple[int, int], tuple[int, int]]]) -> Iterator[str]:
    """Says where one column has cells merged over several rows: of those only the first row has the text."""
    found = [
        f"{column_letter(left)}{top + 1}:{column_letter(left)}{bottom + 1}"
        for (top, left), (bottom, right) in ranges
        if left == right and bottom > top
    ]
    if found:
        more = f" and {len(found) - _NAMED_RANGES:,} more" if len(found) > _NAMED_RANGES else ""
        where = ", ".join(found[:_NAMED_RANGES])
        yield f"Cells are merged over several rows ({where}{more}): only the first row of each has the text."


def as_text(value: object) -> str:
    """A cell as a person reads it: whole numbers without ".0", dates as ISO text, yes and no as TRUE and FALSE."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else repr(value)
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(" ", "seconds")
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, timedelta):
        return str(value)
    return str(value)
