"""Spreadsheets out: nothing runs, nothing is lost, nothing is half written."""

import csv
import zipfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from xml.etree import ElementTree

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sla_desktop.domain.errors import SlaError
from sla_desktop.tables.pack_book import Figures, write_pack_book
from sla_desktop.tables.registrations import read_registrations
from sla_desktop.tables.sav import write_counts
from sla_desktop.tables.write import write_csv, write_xlsx

HOSTILE = Path(__file__).parents[3] / "shared" / "data" / "hostile"
FORMULAS = [
    "=1+1",
    "+cmd|' /C calc'!A0",
    "-2+3+cmd|' /C calc'!A0",
    "@SUM(1)",
    '=HYPERLINK("http://x","y")',
    "\t=1",
    "＝1+1",
    "＠SUM(1)",
]
PHONES = ["+44 20 7946 0000", "+447700900123", "+1-202-555-0140", "020 7946 0000", "-5", "+44 (0)20 7946 0000"]


def cells_of(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8-sig", newline="") as stream:
        return list(csv.reader(stream))


@pytest.mark.parametrize("text", FORMULAS)
def test_a_formula_typed_by_somebody_is_text_in_csv(tmp_path: Path, text: str):
    write_csv(tmp_path / "a.csv", ["Name"], [[text]])
    assert cells_of(tmp_path / "a.csv")[1] == ["'" + text]


@pytest.mark.parametrize("phone", PHONES)
def test_telephone_numbers_are_written_as_typed(tmp_path: Path, phone: str):
    write_csv(tmp_path / "a.csv", ["Phone"], [[phone]])
    assert cells_of(tmp_path / "a.csv")[1] == [phone]


@pytest.mark.parametrize("text", [*FORMULAS, *PHONES, "http://example.org", "007", "José"])
def test_texts_stay_texts_in_a_workbook(tmp_path: Path, text: str):
    write_xlsx(tmp_path / "a.xlsx", {"People": (["Name"], [[text]])})
    cell = openpyxl.load_workbook(tmp_path / "a.xlsx")["People"]["A2"]
    assert (cell.value, cell.data_type, cell.hyperlink) == (text, "s", None)


def test_a_workbook_never_holds_what_xml_cannot(tmp_path):
    figures = Figures("Fi\uffffgures", ("What", "Number"), (("A\ufffe", 1),), (1,), "source", section="Fi\uffffgures")
    write_pack_book(tmp_path / "a.xlsx", "Da\uffffy", [], [figures])
    with zipfile.ZipFile(tmp_path / "a.xlsx") as book:
        for name in book.namelist():
            ElementTree.fromstring(book.read(name))
    assert openpyxl.load_workbook(tmp_path / "a.xlsx").sheetnames[1] == "Figures"


@pytest.mark.skipif(not HOSTILE.is_dir(), reason="the hostile files are not here")
def test_known_injections_run_nowhere(tmp_path: Path):
    payloads = (HOSTILE / "csv_injection_payloads_PayloadsAllTheThings.txt").read_text().splitlines()
    write_csv(tmp_path / "a.csv", ["x"], [[payload] for payload in payloads])
    write_xlsx(tmp_path / "a.xlsx", {"x": (["x"], [[payload] for payload in payloads])})
    assert not [row for row in cells_of(tmp_path / "a.csv") if row and row[0].startswith(("=", "@", "+", "-"))]
    sheet = openpyxl.load_workbook(tmp_path / "a.xlsx")["x"]
    assert "f" not in {cell.data_type for row in sheet.iter_rows() for cell in row}


def test_numbers_and_days_keep_their_kind_in_a_workbook(tmp_path: Path):
    write_xlsx(tmp_path / "a.xlsx", {"A": (["n", "day", "none"], [[3, date(2026, 1, 2), None]])})
    sheet = openpyxl.load_workbook(tmp_path / "a.xlsx")["A"]
    assert (sheet["A2"].value, sheet["B2"].value.date(), sheet["C2"].value) == (3, date(2026, 1, 2), None)


def test_sheet_names_are_made_to_fit(tmp_path: Path):
    table = (["x"], [])
    long = "Organisations and places of the people who came"
    write_xlsx(tmp_path / "a.xlsx", {long: table, long + " again": table, "A/B: [c]?*": table, "": table})
    names = openpyxl.load_workbook(tmp_path / "a.xlsx").sheetnames
    assert len({name.casefold() for name in names}) == 4
    assert max(map(len, names)) <= 31
    assert names[0] == "Organisations and places of the"


def test_a_place_that_cannot_be_written_is_said_in_a_sentence(tmp_path: Path):
    for write in (
        lambda path: write_csv(path, ["x"], []),
        lambda path: write_xlsx(path, {"x": (["x"], [])}),
    ):
        with pytest.raises(SlaError, match="could not be written"):
            write(tmp_path / "missing" / "a.out")


def test_a_text_longer_than_a_cell_is_cut_and_says_so(tmp_path: Path):
    path = tmp_path / "a.xlsx"
    write_xlsx(path, {"x": (["Name", "Note"], [["Ada", "😀" * 40_000]])})
    ((_, note),) = read_registrations(path).registrants[0].extra
    assert note.startswith("😀" * 16_000)
    assert note.endswith("CSV has the whole text.)")


def test_a_failed_write_leaves_the_old_file_and_nothing_else(tmp_path: Path):
    path = tmp_path / "a.xlsx"
    path.write_text("old")

    def broken() -> Iterator[list[str]]:
        yield ["y"]
        raise SlaError("The table cannot be read any further.")

    with pytest.raises(SlaError, match="any further"):
        write_xlsx(path, {"x": (["x"], broken())})
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25)
@given(names=st.lists(st.text("abc ÅéłŚ'-", min_size=1, max_size=9).map(lambda t: f"x{t}x"), min_size=1, max_size=5))
def test_what_is_written_is_read_back_the_same(tmp_path: Path, names: list[str]):
    rows = [[name, "+44 20 7946 0000"] for name in names]
    write_csv(tmp_path / "a.csv", ["Name", "Phone"], rows)
    write_xlsx(tmp_path / "a.xlsx", {"People": (["Name", "Phone"], rows)})
    for path in (tmp_path / "a.csv", tmp_path / "a.xlsx"):
        people = read_registrations(path).registrants
        assert [person.full_name for person in people] == [" ".join(name.split()) for name in names]
        assert {person.phone for person in people} == {"+44 20 7946 0000"}


def test_a_list_takes_the_place_of_no_other_kind_of_file(tmp_path):
    data = tmp_path / "data.sla"
    data.write_bytes(bytes(range(256)) * 20)
    for write in (lambda: write_csv(data, ["a"], [["1"]]), lambda: write_xlsx(data, {"a": (["a"], [["1"]])})):
        with pytest.raises(SlaError, match="another kind of file"):
            write()
    assert data.read_bytes() == bytes(range(256)) * 20
    older = tmp_path / "list.csv"
    older.write_text("old")
    write_csv(older, ["a"], [["1"]])
    assert "old" not in older.read_text()


def test_counts_for_spss_do_not_tell_when_they_were_written(tmp_path: Path):
    import pyreadstat

    path = tmp_path / "counts.sav"
    write_counts(path, "Day", [("Again?", "Yes", 7, 0.7, 0.4, 0.9)])
    assert path.read_bytes()[92:109] == b"01 Jan 8000:00:00"
    frame, about = pyreadstat.read_sav(path)
    assert (list(frame.people), about.file_label) == ([7], "Day")


def test_two_workbooks_of_the_same_rows_are_the_same_bytes(tmp_path: Path):
    for name in ("one.xlsx", "two.xlsx"):
        write_xlsx(tmp_path / name, {"A": (["Name"], [["Ann"]])})
    one, two = ((tmp_path / name).read_bytes() for name in ("one.xlsx", "two.xlsx"))
    assert one == two
    assert openpyxl.load_workbook(tmp_path / "one.xlsx").active["A2"].value == "Ann"
