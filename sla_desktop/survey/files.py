"""XLSForm files read and judged: pyxform says what is an XLSForm, and our checks say what it and it alone misses."""

import re
import warnings
from collections.abc import Iterator, Mapping, Sequence
from contextlib import redirect_stdout
from dataclasses import dataclass
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any

from sla_desktop.domain.errors import SlaError
from sla_desktop.domain.files import read_whole
from sla_desktop.survey import checking, reading
from sla_desktop.survey.model import Finding, Questionnaire, Sheets

SUFFIXES = (".xlsx", ".xlsm", ".xls", ".csv")
LARGEST = 20_000_000
_SHEETS = ("survey", "choices", "settings", "external_choices", "entities", "osm")
_ROW = re.compile(r"\[row\s*:\s*(\d+)\]\s*|\brow (?:number )?(\d+)\b")
_QUOTED = re.compile(r"['“]([^'”]+)['”]")
_TWICE = re.compile("Duplicate column header: (.+)")
_ELSEWHERE = re.compile(r"Learn more: \S+")
_SHEET = re.compile(r"'(survey|choices|settings|entities)' sheet|sheet '(survey|choices|settings|entities)'")


@dataclass(frozen=True)
class Judgement:
    """What a file is as a form. With faults it is refused, and `form` is None; warnings name what is not asked."""

    sheets: Sheets
    form: Questionnaire | None
    faults: tuple[Finding, ...]
    warnings: tuple[Finding, ...]


def read_sheets(path: Path) -> Sheets:
    """The rows of the sheets of an XLSForm as they are written, row 2 first. SlaError for what is no such file."""
    with redirect_stdout(StringIO()):
        # Where the standard output is when xlrd is imported, there it tells its doubts: not among our answers.
        from pyxform.xls2json_backends import csv_to_dict, xls_to_dict, xlsx_to_dict

    if path.suffix.casefold() not in SUFFIXES:
        raise SlaError(f"“{path.name}” is no form. Choose an XLSForm: a file that ends in {', '.join(SUFFIXES)}.")
    data = _bytes(path)
    read = csv_to_dict if path.suffix.casefold() == ".csv" else xlsx_to_dict if data[:2] == b"PK" else xls_to_dict
    try:
        with warnings.catch_warnings():
            # Of styles and extensions that no form uses.
            warnings.simplefilter("ignore", UserWarning)
            book = read(BytesIO(data))
    except Exception as error:
        # The readers trust a file: a wrong byte in it raises whatever it leads to.
        raise _unreadable(path, str(error)) from error
    if not book.get("survey"):
        raise SlaError(f"“{path.name}” has no sheet “survey”, so it is no XLSForm.")
    return {name: [_row(row) for row in book[name]] for name in _SHEETS if book.get(name)}


def _unreadable(path: Path, told: str) -> SlaError:
    if twice := _TWICE.search(told):
        return SlaError(f"“{path.name}” has two columns “{twice[1]}” in one sheet. Give one of them another heading.")
    return SlaError(
        f"“{path.name}” could not be read as an XLSForm. Open it in its own program and save it as .xlsx."
    )


def judge_file(path: Path) -> Judgement:
    """Read a file and judge it. SlaError for what is no XLSForm at all."""
    return judge(read_sheets(path))


def judge(sheets: Sheets) -> Judgement:
    """Judge the sheets of a form: all that is wrong with it, or the questionnaire with what is not asked of it."""
    refused = _refused(sheets)
    form = reading.questionnaire(sheets)
    faults = refused or checking.faults(form)
    if faults:
        return Judgement(sheets, None, tuple(faults), ())
    warnings = sorted([*reading.outside(sheets), *checking.unused(form)], key=lambda one: (one.sheet, one.row))
    return Judgement(sheets, form, (), tuple(warnings))


def xform(sheets: Sheets) -> str:
    """The form as an ODK XForm. Raises pyxform.errors.PyXFormError where it is none."""
    from pyxform.xls2xform import convert

    book: dict[str, Any] = {name: [dict(row) for row in rows] for name, rows in sheets.items()}
    for name, rows in sheets.items():
        book[f"{name}_header"] = [dict.fromkeys(key for row in rows for key in row)]
    book["sheet_names"] = list(sheets)
    return str(convert(xlsform=book, validate=False, form_name="data").xform)


def _refused(sheets: Sheets) -> list[Finding]:
    from pyxform.errors import PyXFormError

    try:
        xform(sheets)
    except PyXFormError as error:
        return [_finding(str(error), sheets)]
    except (AttributeError, LookupError, TypeError, ValueError) as error:
        return [Finding("survey", 0, f"The form cannot be understood ({type(error).__name__}).")]
    return []


def _finding(told: str, sheets: Sheets) -> Finding:
    """What pyxform says as a finding; where it names no row, the row of the word that it quotes."""
    row, sheet = _ROW.search(told), _SHEET.search(told)
    name = next(filter(None, sheet.groups()), "survey") if sheet else "survey"
    reason = _sentence(re.sub(r"^\[row\s*:\s*\d+\]\s*", "", told))
    if row:
        return Finding(name, int(row[1] or row[2]), reason)
    name, place = next(_places(_QUOTED.findall(told), sheets), (name, 0))
    return Finding(name, place, reason)


def _places(words: Sequence[str], sheets: Sheets) -> Iterator[tuple[str, int]]:
    for word in words:
        for name, rows in sheets.items():
            yield from ((name, number) for number, row in enumerate(rows, start=2) if word in row.values())


def _sentence(told: str) -> str:
    words = " ".join(_ELSEWHERE.sub("", told).split())
    return words if words.endswith((".", "!", "?")) else f"{words}."


def _row(row: Mapping[str, Any]) -> dict[str, str]:
    return {str(heading): str(value) for heading, value in row.items() if heading and value not in (None, "")}


def _bytes(path: Path) -> bytes:
    data = read_whole(path)
    if len(data) > LARGEST:
        raise SlaError(f"“{path.name}” is larger than a form can be.")
    return data
