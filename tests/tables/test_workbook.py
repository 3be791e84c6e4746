"""Workbooks read as people see them, made with the writers of other programs."""

import zipfile
from collections.abc import Mapping, Sequence
from datetime import date, datetime, time
from pathlib import Path

import pytest
import xlsxwriter

from sla_desktop.domain.errors import SlaError
from sla_desktop.tables.registrations import read_registrations

Cells = Sequence[Sequence[object]]


@pytest.fixture
def make(tmp_path: Path):
    def workbook(sheets: Mapping[str, Cells], hidden: Sequence[str] = ()) -> Path:
        path = tmp_path / "people.xlsx"
        with xlsxwriter.Workbook(path, {"default_date_format": "dd/mm/yyyy"}) as book:
            for name, rows in sheets.items():
                sheet = book.add_worksheet(name)
                for r, row in enumerate(rows):
                    for c, value in enumerate(row):
                        sheet.write(r, c, value)
                if name in hidden:
                    sheet.hide()
        return path

    return workbook


def test_numbers_dates_and_truths_read_as_shown(make):
    values = [44, 2.5, date(2026, 1, 2), datetime(2026, 1, 2, 9, 30), True, "007"]
    path = make({"A": [["Name", "n", "x", "day", "moment", "yes", "code"], ["Ada", *values]]})
    (person,) = read_registrations(path).registrants
    assert [value for _, value in person.extra] == ["44", "2.5", "2026-01-02", "2026-01-02 09:30:00", "TRUE", "007"]


def test_a_time_alone_reads_as_a_time(make):
    path = make({"A": [["Name", "from"], ["Ada", time(9, 30)]]})
    assert "09:30" in read_registrations(path).registrants[0].extra[0][1]


def test_the_first_visible_sheet_that_names_people_is_read(make):
    people = [["Name", "Email"], ["Ada", "a@example.org"]]
    path = make({"Summary": [["Figures", 3]], "Old": [["Name"], ["Hidden"]], "People": people}, hidden=["Old"])
    with pytest.raises(SlaError, match="no sheet “Guests”"):
        read_registrations(path, sheet="Guests")
    result = read_registrations(path)
    assert (result.sheet, result.registrants[0].full_name) == ("People", "Ada")
    assert "The sheet “Old” is hidden and was skipped." in result.notes
    assert read_registrations(path, sheet="Old").registrants[0].full_name == "Hidden"


def test_a_second_sheet_with_people_is_told_and_one_without_is_not(make):
    people = [["Forename", "Surname"], ["Ann", "Lee"]]
    path = make({"Read me": [["How to use this list"]], "Delegates": people, "Rooms": [["Hall"]], "Walk-ins": people})
    assert read_registrations(path).notes == (
        "The sheet “Walk-ins” lists people too, and was not read. Save it as a file of its own to bring it in.",
    )


def test_a_table_that_starts_further_in_keeps_its_row_numbers(make):
    path = make({"A": [[], [], ["", "Delegates"], ["", "Name", "Email"], [], ["", "Ada", "a@example.org"]]})
    result = read_registrations(path)
    assert (result.header_row, result.registrants[0].row, result.registrants[0].full_name) == (4, 6, "Ada")


def test_formulas_show_their_last_value_and_errors_stay_blank_with_a_remark(tmp_path: Path):
    path = tmp_path / "people.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["Name", "Organisation", "Band"])
        sheet.write_formula(1, 0, '="Ada "&"Lovelace"', None, "Ada Lovelace")
        sheet.write_formula(1, 1, "=1/0", None, "#DIV/0!")
        sheet.write(1, 2, 8)
    result = read_registrations(path)
    (person,) = result.registrants
    assert (person.full_name, person.organisation, person.level) == ("Ada Lovelace", "", "8")
    assert "Cells with an error instead of a value were left blank: 1." in result.notes


def test_a_protected_workbook_asks_for_one_without_a_password(tmp_path: Path):
    path = tmp_path / "people.xlsx"
    path.write_bytes(
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + "EncryptedPackage".encode("utf-16-le") + bytes(9)
    )
    with pytest.raises(SlaError, match="password"):
        read_registrations(path)


def test_a_protected_ods_asks_for_one_without_a_password(tmp_path: Path):
    path = tmp_path / "people.ods"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("META-INF/manifest.xml", "<manifest><entry><encryption-data/></entry></manifest>")
        archive.writestr("content.xml", bytes(range(256)))
    with pytest.raises(SlaError, match="password"):
        read_registrations(path)


def test_another_office_document_is_no_spreadsheet(tmp_path: Path):
    path = tmp_path / "letter.xlsx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("word/document.xml", "<document/>")
    with pytest.raises(SlaError, match="not a spreadsheet"):
        read_registrations(path)


def test_cells_merged_over_several_rows_are_told(tmp_path: Path):
    path = tmp_path / "people.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        sheet.merge_range("A1:B1", "People of the day")
        sheet.write_column("A2", ["Name", "Ada", "Ben", "Cy"])
        sheet.write("B2", "Organisation")
        sheet.merge_range("B3:B5", "Oxleas")
    told = "Cells are merged over several rows (B3:B5): only the first row of each has the text."
    assert told in read_registrations(path).notes
