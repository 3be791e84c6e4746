"""Spreadsheets out: CSV and XLSX that show what was typed and run nothing."""

import csv
import io
import re
import textwrap
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from pathlib import Path

from sla_desktop.domain.errors import SlaError
from sla_desktop.domain.files import is_other_kind, write_whole

Rows = Iterable[Sequence[object]]
# Spreadsheets in East Asian languages take the full-width signs for the others.
_FORMULA_STARTS = tuple("=+-@\t\r\n＝＋－＠")
_NUMBER_OR_PHONE = re.compile(r"[+-]?[\d\s().,/]+(?:-[\d\s().,/]+)*")
_SHEET_NAME_SIGNS = re.compile(r"[\[\]:*?/\\]")
_MOMENT = re.compile(rb"<dcterms:(created|modified)\b.*?</dcterms:\1>", re.DOTALL)
# U+FFFE and U+FFFF, which XML cannot hold and which older data may have.
_NOT_IN_XML = re.compile(rb"\xef\xbf[\xbe\xbf]")
_LONGEST_SHEET_NAME = 31
_LONGEST_CELL = 32_767
_CUT = " … (A cell holds no more than this; CSV has the whole text.)"
_WIDEST_COLUMN_PIXELS = 420


def write_csv(path: Path, headers: Sequence[str], rows: Rows) -> None:
    """Writes UTF-8 (with the mark that Excel wants), commas, CRLF; the file is replaced as a whole or not at all.

    A CSV cell has no type, so text that a spreadsheet would run as a formula gets a leading apostrophe. Numbers
    and telephone numbers such as +44 20 7946 0000 are harmless and stay as they are. Raises SlaError when the
    place cannot be written to.
    """
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow([_harmless(cell) for cell in headers])
    writer.writerows([_harmless(cell) for cell in row] for row in rows)
    replace_file(path, text.getvalue().encode("utf-8-sig"))


def write_xlsx(path: Path, sheets: Mapping[str, tuple[Sequence[str], Rows]]) -> None:
    """Writes one sheet per name with bold, frozen headings; texts stay texts, numbers and dates keep their type.

    A text longer than a cell can hold is cut, which its end says. Raises SlaError when the place cannot be written.
    """
    import xlsxwriter

    buffer = io.BytesIO()
    options = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
        "default_date_format": "yyyy-mm-dd hh:mm",
        "remove_timezone": True,
    }
    with xlsxwriter.Workbook(buffer, options) as book:
        bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
        day = book.add_format({"num_format": "yyyy-mm-dd"})
        for name, (headers, rows) in zip(sheet_names(sheets), sheets.values(), strict=True):
            sheet = book.add_worksheet(name)
            for column, header in enumerate(headers):
                sheet.write_string(0, column, _fitting(header), bold)
            for number, row in enumerate(rows, 1):
                for column, value in enumerate(row):
                    _write_cell(sheet, number, column, value, day)
            sheet.freeze_panes(1, 0)
            sheet.autofit(_WIDEST_COLUMN_PIXELS)
    replace_file(path, without_moment(buffer.getvalue()))


def without_moment(packed: bytes) -> bytes:
    """A zipped document of sound XML that does not tell when it was written: the same data make the same bytes."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(packed)) as told, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in told.namelist():
            data = told.read(name)
            if name.endswith(".xlsx"):  # the figures behind a chart on a slide
                data = without_moment(data)
            elif name == "docProps/core.xml":
                data = _MOMENT.sub(b"", data)
            if name.endswith((".xml", ".rels")):
                data = _NOT_IN_XML.sub(b"", data)
            archive.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)
    return made.getvalue()


def _harmless(value: object) -> str:
    text = "" if value is None else str(value)
    if text.startswith(_FORMULA_STARTS) and not _NUMBER_OR_PHONE.fullmatch(text):
        return "'" + text
    return text


def _write_cell(sheet, number: int, column: int, value: object, day) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001
    if value is None or value == "":
        return
    if isinstance(value, bool | int | float):
        sheet.write(number, column, value)
    elif isinstance(value, datetime):
        sheet.write_datetime(number, column, value)
    elif isinstance(value, date):
        sheet.write_datetime(number, column, value, day)
    else:
        sheet.write_string(number, column, _fitting(str(value)))


def _fitting(text: str) -> str:
    units = text.encode("utf-16-le", "surrogatepass")
    if len(units) <= 2 * _LONGEST_CELL:
        return text
    return units[: 2 * (_LONGEST_CELL - len(_CUT))].decode("utf-16-le", "ignore") + _CUT


def sheet_names(names: Iterable[str]) -> list[str]:
    """Names that a workbook accepts: no forbidden signs, at most 31 letters, whole words, no two alike."""
    made: list[str] = []
    for name in names:
        base = _SHEET_NAME_SIGNS.sub(" ", name).strip("' ") or "Sheet"
        if len(base) > _LONGEST_SHEET_NAME:
            base = textwrap.shorten(base, _LONGEST_SHEET_NAME, break_on_hyphens=False, placeholder="") or base
        candidate, n = base[:_LONGEST_SHEET_NAME], 1
        while candidate.casefold() in (m.casefold() for m in made):
            n += 1
            candidate = f"{base[: _LONGEST_SHEET_NAME - 5]} ({n})"
        made.append(candidate)
    return made


def replace_file(path: Path, data: bytes) -> None:
    """Writes beside the file, then takes its place: a reader sees the old file or the new one."""
    if path.exists() and not path.is_file():
        raise SlaError(f"“{path}” is a folder, a pipe or a device, not a file; choose another name.")
    if is_other_kind(path, data):
        raise SlaError(f"“{path}” is another kind of file, so it was left as it is; choose another name.")
    try:
        write_whole(path, data)
    except OSError as error:
        reason = "there is no such folder" if isinstance(error, FileNotFoundError) else error.strerror or error
        raise SlaError(f"“{path}” could not be written: {reason}. Choose another place.") from error
