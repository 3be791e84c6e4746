"""Files made to fill the memory are refused at once, and hostile files end in a sentence at worst."""

import contextlib
import random
import struct
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import pytest
import xlsxwriter

from sla_desktop.domain.errors import SlaError
from sla_desktop.tables.registrations import read_registrations

HOSTILE = Path(__file__).parents[3] / "shared" / "data" / "hostile"
SECONDS = 5
SHEET = "xl/worksheets/sheet1.xml"
MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
OFFICE = "urn:oasis:names:tc:opendocument:xmlns"
ODS = (
    f'<d:document-content xmlns:d="{OFFICE}:office:1.0" xmlns:office="{OFFICE}:office:1.0"'
    f' xmlns:table="{OFFICE}:table:1.0" xmlns:text="{OFFICE}:text:1.0"><table:table>'
    '<table:table-row table:number-rows-repeated="90000"><table:table-cell table:number-columns-repeated="9000"'
    ' office:value-type="string"><text:p>Name</text:p></table:table-cell></table:table-row>'
    "</table:table></d:document-content>"
)


@pytest.fixture
def forge(tmp_path: Path):
    """A sound workbook with some of its parts replaced."""

    def workbook(**parts: bytes | str) -> Path:
        sound, path = tmp_path / "sound.xlsx", tmp_path / "forged.xlsx"
        with xlsxwriter.Workbook(sound) as book:
            book.add_worksheet().write_row(0, 0, ["Name", "Email"])
        with zipfile.ZipFile(sound) as old, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
            for name in old.namelist():
                new.writestr(name, parts.get(name, old.read(name)))
        return path

    return workbook


def sheet(rows: str) -> str:
    return f"<worksheet {MAIN}><sheetData>{rows}</sheetData></worksheet>"


def refusal(path: Path) -> str:
    began = time.process_time()
    with pytest.raises(SlaError) as caught:
        read_registrations(path)
    assert time.process_time() - began < SECONDS
    return str(caught.value)


def test_a_cell_at_the_far_end_of_the_sheet_is_refused(forge):
    far = '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    assert "reaches to row 1,048,576" in refusal(forge(**{SHEET: sheet(far)}))


@pytest.mark.parametrize("reference", ["XFD1048576", "xfd1048576", "CV1000000", "Z1048576"])
def test_a_far_cell_is_refused_whatever_row_it_claims_to_stand_in(forge, reference: str):
    row = f'<row r="2"><c r="{reference}"><v>1</v></c></row>'
    assert "reaches to row 1,0" in refusal(forge(**{SHEET: sheet(row)}))


@pytest.mark.parametrize("inside", ["<v/>", "<f/>", "<is><t/></is>"])
def test_a_far_cell_that_holds_an_empty_text_is_refused(forge, inside: str):
    row = f'<row r="2"><c r="Z104857" t="inlineStr">{inside}</c></row>'
    assert "reaches to row 104,857" in refusal(forge(**{SHEET: sheet(row)}))


@pytest.mark.parametrize(
    "row",
    [
        '<row r="abc"><c r="A1"><v>1</v></c></row>',
        '<row r="2.5"><c r="A1"><v>1</v></c></row>',
        f'<row r="1"><c r="A{"9" * 2000}"><v>1</v></c></row>',
        '<row r="1"><c r="1"><v>1</v></c></row>',
    ],
)
def test_rows_and_cells_that_are_not_numbered_are_refused(forge, row: str):
    assert "damaged" in refusal(forge(**{SHEET: sheet(row)}))


def test_all_sheets_together_may_hold_so_many_cells(forge):
    far = '<row r="1"><c r="A1"><v>1</v></c></row><row r="90000"><c r="T90000"><v>1</v></c></row>'
    path = forge(**{SHEET: sheet(far)})
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("xl/worksheets/sheet2.xml", sheet(far))
    assert "it has more than 2,000,000 cells" in refusal(path)


def test_a_sheet_under_a_name_that_no_program_gives_it_is_refused(forge):
    relations = "xl/_rels/workbook.xml.rels"
    path = forge()
    with zipfile.ZipFile(path) as archive:
        known = archive.read(relations).decode()
    assert "damaged" in refusal(forge(**{relations: known.replace("worksheets/sheet1.xml", "media/sheet1.png")}))


def test_a_far_cell_that_is_only_coloured_does_no_harm(forge):
    rows = (
        '<row r="1"><c r="A1" t="inlineStr"><is><t>Name</t></is></c></row>'
        '<row r="2"><c r="A2" t="inlineStr"><is><t>Ada</t></is></c></row>'
        '<row r="1048576"><c r="XFD1048576" s="0"/></row>'
    )
    assert [p.full_name for p in read_registrations(forge(**{SHEET: sheet(rows)})).registrants] == ["Ada"]


def test_printer_settings_and_macros_do_no_harm(forge):
    path = forge()
    with zipfile.ZipFile(path, "a") as archive:
        for part in ("xl/printerSettings/printerSettings1.bin", "xl/vbaProject.bin"):
            archive.writestr(part, b"\x00\x04" + b"\xff" * 4 + b"\x02\x08" + b"\xff" * 400)
    assert read_registrations(path).headers == ("Name", "Email")


def test_one_long_text_shown_in_many_cells_is_refused(forge):
    rows = "".join(f'<row r="{r}"><c r="A{r}" t="s"><v>0</v></c></row>' for r in range(1, 1_598))
    strings = f"<sst {MAIN}><si><t>{'x' * 60_000}</t></si></sst>"
    assert "more text" in refusal(forge(**{SHEET: sheet(rows), "xl/sharedStrings.xml": strings}))


def test_one_long_text_shown_in_many_cells_of_a_binary_workbook_is_refused(forge):
    path = forge()
    cells = b"".join(struct.pack("<BBIBBIII", 0, 4, row, 7, 12, 0, 0, 2) for row in range(1_000))
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("xl/sharedStrings.bin", b"\x13\xc0\xa9\x07" + b"x" * 120_000)
        archive.writestr("xl/worksheets/sheet2.bin", cells)
    assert "more text" in refusal(path)


def test_a_part_that_unpacks_to_hundreds_of_megabytes_is_refused(forge):
    assert "unpacks" in refusal(forge(**{SHEET: sheet(" " * 100_000_000)}))


def test_a_part_that_lies_about_its_size_is_refused(forge):
    path = forge(**{SHEET: sheet(" " * 100_000_000)})
    data = bytearray(path.read_bytes())
    directory = data.rindex(SHEET.encode()) - 46
    struct.pack_into("<I", data, directory + 24, 1000)
    path.write_bytes(data)
    assert "damaged" in refusal(path)


def test_millions_of_empty_tags_are_refused(forge):
    assert "entries" in refusal(forge(**{SHEET: sheet("<a/>" * 5_000_000)}))


@pytest.mark.parametrize("row", ["<row r='1'><c r='A1'><v>" + "x" * 9_000_000, "<row " + "a='1' " * 900_000])
def test_a_cell_or_a_tag_without_an_end_is_refused(forge, row: str):
    assert "a single cell" in refusal(forge(**{SHEET: sheet(row)}))


def test_thousands_of_parts_are_refused(tmp_path: Path):
    path = tmp_path / "people.xlsx"
    with zipfile.ZipFile(path, "w") as archive:
        for number in range(6_000):
            archive.writestr(f"xl/part{number}.xml", "<a/>")
    assert "6,000 parts" in refusal(path)


def test_a_text_file_of_nothing_but_commas_is_refused(tmp_path: Path):
    path = tmp_path / "people.csv"
    path.write_bytes(b"," * 19_000_000)
    assert refusal(path)


def test_a_far_cell_in_a_binary_workbook_is_refused(forge):
    row, number = struct.pack("<BBI", 0, 4, 1_048_575), struct.pack("<BBII", 2, 8, 16_383, 0)
    path = forge()
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("xl/worksheets/sheet2.bin", row + number)
    assert "reaches to row 1,048,576" in refusal(path)


def test_millions_of_empty_records_in_a_binary_workbook_are_refused(forge):
    path = forge()
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet2.bin", b"\x7f\x00" * 10_000_000)
    assert "entries" in refusal(path)


@pytest.fixture
def ods(tmp_path: Path):
    def document(content: str) -> Path:
        path = tmp_path / "people.ods"
        with zipfile.ZipFile(path, "w") as archive:
            archive.writestr("content.xml", content)
        return path

    return document


def test_repeated_rows_and_columns_of_an_ods_are_refused(ods):
    assert "reaches to row" in refusal(ods(ODS))


@pytest.mark.parametrize("times", [20_000_000, 999_999_999])
def test_millions_of_blanks_in_a_cell_of_an_ods_are_refused(ods, times: int):
    one = ODS.replace("90000", "1").replace("9000", "1")
    assert "more text" in refusal(ods(one.replace("Name", f'Name<text:s text:c="{times}"/>')))


@pytest.mark.parametrize("times", ["abc", "-1", "2.5", "9" * 2000])
def test_repeats_of_an_ods_that_are_no_numbers_are_refused(ods, times: str):
    assert "damaged" in refusal(ods(ODS.replace("90000", times)))


def test_a_list_that_books_thousands_of_places_without_names_is_refused_with_the_row(tmp_path: Path):
    path = tmp_path / "people.csv"
    path.write_text("Name,Quantity\n" + "".join(f"Ada {n},999999\n" for n in range(2_000)))
    assert "Up to row 22 the column “Quantity” books thousands of places" in refusal(path)


def test_a_long_list_may_book_one_guest_for_everybody(tmp_path: Path):
    path = tmp_path / "people.csv"
    path.write_text("Name,Guests\n" + "".join(f"Ada {n},1\n" for n in range(2_500)))
    assert len(read_registrations(path).registrants) == 5_000


def test_a_text_file_of_thousands_of_columns_is_refused(tmp_path: Path):
    path = tmp_path / "people.csv"
    path.write_text("Name," + ",".join(f"Question {n}" for n in range(30_000)) + "\nAda\n")
    assert "column 30,00" in refusal(path)


def test_a_text_file_with_too_many_rows_is_refused(tmp_path: Path):
    path = tmp_path / "people.csv"
    path.write_bytes(b"Name\n" + b"Ada\n" * 150_000)
    assert "too large" in refusal(path)


@pytest.mark.skipif(not HOSTILE.is_dir(), reason="the hostile files are not here")
def test_entity_bombs_inside_a_workbook_are_refused(forge):
    bombs = sorted((HOSTILE / "xml_bombs_defusedxml").glob("*.xml"))
    assert bombs
    for bomb in bombs:
        for part in (SHEET, "xl/sharedStrings.xml", "xl/workbook.xml", "xl/styles.xml"):
            began = time.process_time()
            with contextlib.suppress(SlaError):
                read_registrations(forge(**{part: bomb.read_bytes()}))
            assert time.process_time() - began < SECONDS, (bomb.name, part)


@pytest.mark.skipif(not HOSTILE.is_dir(), reason="the hostile files are not here")
def test_a_workbook_in_which_bytes_were_changed_is_read_or_told_as_damaged(forge, tmp_path):
    sound, changed, rng, told = forge().read_bytes(), tmp_path / "changed.xlsx", random.Random(7), 0
    for _ in range(150):
        data = bytearray(sound)
        for place in rng.sample(range(len(data)), 3):
            data[place] = rng.randrange(256)
        changed.write_bytes(data)
        try:
            read_registrations(changed)
        except SlaError:
            told += 1
    assert told > 100


def test_a_workbook_whose_parts_have_no_name_that_can_be_read_is_told_as_damaged(forge, tmp_path):
    path = tmp_path / "names.xlsx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("xl/é.xml", "<a/>")
    path.write_bytes(path.read_bytes().replace("é".encode(), b"\xe9\xe9"))
    assert "damaged" in refusal(path)


def test_no_hostile_file_ends_in_anything_but_people_or_a_sentence():
    for path in sorted(p for p in HOSTILE.rglob("*") if p.is_file()):
        began = time.process_time()
        with contextlib.suppress(SlaError):
            assert read_registrations(path).mapping
        assert time.process_time() - began < SECONDS, path.name


@pytest.mark.skipif(sys.platform == "win32", reason="the peak of memory is asked of the system")
def test_refusing_a_bomb_takes_little_memory(forge):
    path = forge(**{SHEET: sheet(" " * 300_000_000)})
    code = (
        "import resource, sys; from pathlib import Path\n"
        "from sla_desktop.tables.registrations import read_registrations\n"
        "try: read_registrations(Path(sys.argv[1]))\n"
        "except Exception as error: print(type(error).__name__)\n"
        "line = next(l for l in open('/proc/self/status') if l.startswith('VmPeak'))\n"
        "print(int(line.split()[1]) // 1024)\n"
    )
    done = subprocess.run([sys.executable, "-c", code, path], capture_output=True, text=True, check=True)
    kind, megabytes = done.stdout.split()
    assert kind == "SlaError"
    assert int(megabytes) < 500
