"""Old workbooks (XLS) are looked through before anything reserves room for what they claim."""

import struct
import time

import pytest

from sla_desktop.domain.errors import SlaError
from sla_desktop.tables import sheet_old, workbook
from sla_desktop.tables.workbook import read_sheets

_SECTOR, _FREE, _END, _TABLE = 512, 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD


def record(kind, body=b""):
    return struct.pack("<HH", kind, len(body)) + body


def start(kind):
    return record(0x809, struct.pack("<HHHHII", 0x600, kind, 0, 0, 0, 0))


def shared(*texts):
    told = b"".join(struct.pack("<HB", len(text), 1) + text.encode("utf-16-le") for text in texts)
    pieces = [struct.pack("<II", len(texts), len(texts)) + told]
    return record(0xFC, pieces[0])


def text(row, column, index):
    return record(0xFD, struct.pack("<HHHI", row, column, 0, index))


def number(row, column):
    return record(0x203, struct.pack("<HHHd", row, column, 0, 1.0))


def size(rows, columns):
    return record(0x200, struct.pack("<IIHHH", 0, rows, 0, columns, 0))


def stream(*sheet, strings=b"", sheets=1, before=b""):
    """The records of a workbook that lists its one sheet so many times."""
    names = [struct.pack("<BBBB", 0, 0, 6, 0) + f"S{number:05}".encode() for number in range(sheets)]
    head = len(start(5) + before + strings + record(10)) + sum(8 + len(name) for name in names)
    listed = b"".join(record(0x85, struct.pack("<I", head) + name) for name in names)
    return b"".join([start(5), before, listed, strings, record(10), start(16), *sheet, record(10)])


def compound(held, *, circle=False):
    """A compound file with that stream, large enough not to be a small one."""
    held = held.ljust(4096, b"\0")
    sectors = -(-len(held) // _SECTOR)
    tables = 1
    while (tables + 1 + sectors) * 4 > tables * _SECTOR:
        tables += 1
    chain = [_TABLE] * tables + [_END] + [tables + 2 + place for place in range(sectors)]
    chain[-1] = tables + 1 if circle else _END
    table = struct.pack(f"<{len(chain)}I", *chain).ljust(tables * _SECTOR, b"\xff")
    entries = [("Root Entry", 5, _END, 0), ("Workbook", 2, tables + 1, len(held))]
    directory = b"".join(
        name.encode("utf-16-le").ljust(64, b"\0")
        + struct.pack(
            "<HBBIII16xI16xIQ", 2 * len(name) + 2, kind, 1, _FREE, _FREE, 1 if kind == 5 else _FREE, 0, at, long
        )
        for name, kind, at, long in entries
    ).ljust(_SECTOR, b"\0")
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + struct.pack("<16xHHHHH6xIIIIIIIII", 0x3E, 3, 0xFFFE, 9, 6, 0, tables,
        tables, 0, 4096, _END, 0, _END, 0)  # fmt: skip
    places = list(range(tables)) + [_FREE] * (109 - tables)
    return head + struct.pack("<109I", *places) + table + directory + held.ljust(sectors * _SECTOR, b"\0")


@pytest.fixture
def read(tmp_path):
    def call(data):
        path = tmp_path / "people.xls"
        path.write_bytes(data)
        return [grid.rows for grid in read_sheets(path, None)]

    return call


def test_an_honest_old_workbook_is_read(read):
    cells = [text(0, 0, 0), text(1, 0, 1)]
    assert read(compound(stream(size(2, 1), *cells, strings=shared("Name", "Siân")))) == [(("Name",), ("Siân",))]


def test_a_program_that_claims_every_row_and_fills_few_is_believed(read):
    told = read(compound(stream(size(1_048_576, 9), text(0, 0, 0), strings=shared("Name"))))
    assert told == [(("Name",),)]


LONG = "x" * 4000


@pytest.mark.parametrize(
    ("held", "why"),
    [
        (stream(size(0xFFFFFFFF, 0xFFFF), number(0, 0)), "reaches to row 4,294,967,295"),
        (stream(number(0, 0), number(65535, 255)), "reaches to row 65,536 and column 256"),
        (stream(number(0, 0), number(60000, 30), sheets=200), "more than 2,000,000 cells"),
        (stream(*[text(row, 0, 0) for row in range(6000)], strings=shared(LONG)), "more text than a list"),
        (stream(number(0, 0), before=record(0x2F, b"\1" * 54)), "protected with a password"),
    ],
    ids=["claims", "far out", "one sheet many times", "one text many times", "password"],
)
def test_what_would_fill_the_memory_is_refused_in_a_sentence_and_soon(read, held, why):
    data, began = compound(held), time.process_time()
    with pytest.raises(SlaError, match=why):
        read(data)
    assert time.process_time() - began < 5


def test_a_file_of_too_many_records_is_refused(read, monkeypatch):
    monkeypatch.setattr(sheet_old, "MAX_RECORDS", 5000)
    with pytest.raises(SlaError, match="more than 5,000 entries"):
        read(compound(stream(*[number(0, 0)] * 600, sheets=10)))


def test_sectors_in_a_circle_and_cut_off_files_are_damaged(read):
    whole = compound(stream(number(0, 0)))
    for broken in (compound(stream(number(0, 0)), circle=True), whole[:600], whole[:80], b"\xd0\xcf\x11\xe0"):
        with pytest.raises(SlaError, match=r"is damaged|could not be read"):
            read(broken)


@pytest.mark.filterwarnings("ignore:Exception ignored:pytest.PytestUnraisableExceptionWarning")
@pytest.mark.parametrize("looked_through", [True, False])
def test_a_sheet_that_is_not_where_the_file_says_is_damage_however_it_is_found(read, monkeypatch, looked_through):
    if not looked_through:  # the reader itself gives up with what is no Exception
        monkeypatch.setattr(workbook, "check_old", lambda data, name: None)
    lying = record(0x85, struct.pack("<IBB", 0xFFFFFFF0, 0, 0) + b"\x06\x00Sheet1")
    with pytest.raises(SlaError, match=r"“people\.xls” is damaged"):
        read(compound(start(5) + lying + record(10)))
