"""The summary pack as a workbook: a sheet for each finding, with its figures and a chart that can be changed."""

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any

from sla_desktop.tables.write import replace_file, sheet_names, without_moment

_CHART_ROWS = 18


@dataclass(frozen=True, slots=True)
class Figures:
    """A finding's figures; `values` are the columns (from 1) that a chart can be made of, none for no chart.

    A `stacked` chart has them one after the other in each bar, all bars equally long. `section` names the sheet.
    """

    title: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str | float | None, ...], ...]
    values: tuple[int, ...] = ()
    source: str = ""
    stacked: bool = False
    section: str = ""


def write_pack_book(path: Path, title: str, findings: Sequence[tuple[str, str]], sheets: Sequence[Figures]) -> None:
    """Write a first sheet with the findings as (section, sentence), then one for each of the figures.

    Raises SlaError when the place cannot be written to.
    """
    import xlsxwriter

    buffer = BytesIO()
    with xlsxwriter.Workbook(buffer, {"in_memory": True, "strings_to_formulas": False}) as book:
        book.set_properties({"title": title})
        looks = {"bold": book.add_format({"bold": True}), "wrap": book.add_format({"text_wrap": True})}
        names = sheet_names(["Findings", *(one.section for one in sheets)])
        _write_findings(book.add_worksheet(names[0]), title, findings, looks)
        for name, one in zip(names[1:], sheets, strict=True):
            _write_figures(book, book.add_worksheet(name), name, one, looks)
    replace_file(path, without_moment(buffer.getvalue()))


def _write_findings(sheet: Any, title: str, findings: Sequence[tuple[str, str]], looks: dict[str, Any]) -> None:
    sheet.set_column(0, 0, 28)
    sheet.set_column(1, 1, 90, looks["wrap"])
    sheet.write_string(0, 0, title, looks["bold"])
    for row, (section, sentence) in enumerate(findings, 2):
        sheet.write_string(row, 0, section)
        sheet.write_string(row, 1, sentence)


def _write_figures(book: Any, sheet: Any, name: str, one: Figures, looks: dict[str, Any]) -> None:
    sheet.set_column(0, 0, 44)
    sheet.set_column(1, 4, 14)
    sheet.write_string(0, 0, one.title, looks["bold"])
    for column, head in enumerate(one.heads):
        sheet.write_string(2, column, head, looks["bold"])
    for row, cells in enumerate(one.rows, 3):
        for column, cell in enumerate(cells):
            if isinstance(cell, str):
                sheet.write_string(row, column, cell)
            elif cell is not None:
                sheet.write_number(row, column, cell)
    sheet.write_string(4 + len(one.rows), 0, one.source)
    if one.values and one.rows:
        sheet.insert_chart(6 + len(one.rows), 0, _chart(book, name, one))


def _chart(book: Any, name: str, one: Figures) -> Any:
    chart = book.add_chart({"type": "bar", "subtype": "percent_stacked"} if one.stacked else {"type": "bar"})
    last = 2 + len(one.rows)
    for column in one.values:
        chart.add_series(
            {
                "name": [name, 2, column],
                "categories": [name, 3, 0, last, 0],
                "values": [name, 3, column, last, column],
                "data_labels": {"value": True},
            }
        )
    chart.set_title({"name": one.title, "name_font": {"size": 11}, "overlay": False})
    chart.set_y_axis({"reverse": True})
    if len(one.values) == 1:
        chart.set_legend({"none": True})
    chart.set_size({"width": 720, "height": max(_CHART_ROWS * 20, 34 * len(one.rows))})
    return chart
