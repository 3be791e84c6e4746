"""The table lists have every person at every table, and everybody finds themselves by name."""

from pathlib import Path

import numpy
import pypdf
import pytest

from sla_desktop.domain.errors import SlaError
from sla_desktop.printing.style import Identity
from sla_desktop.printing.table_lists import TableSheet, print_tables

from . import reading

ROUNDS = ("Round 1: walking in their shoes", "Round 2: neighbourhood teams")


def sheets(tables: int, seats: int) -> list[TableSheet]:
    return [
        TableSheet(
            title, f"Table {table}", "Main hall",
            tuple((f"{title[:7]} seat {table}-{seat}", "Lambeth Council") for seat in range(1, seats + 1)),
        )
        for title in ROUNDS
        for table in range(1, tables + 1)
    ]  # fmt: skip


def write(path: Path, identity: Identity, tables: list[TableSheet], **more) -> int:
    return print_tables(tables, path, title="Learning day", subtitle="12 November", identity=identity, **more)


def test_each_round_has_its_pages_and_each_table_its_people(tmp_path: Path, identity: Identity):
    pages = write(tmp_path / "t.pdf", identity, sheets(13, 8))
    texts = [reading.words(page) for page in reading.texts(tmp_path / "t.pdf")]
    assert len(texts) == pages
    for title in ROUNDS:
        its_pages = " ".join(page for page in texts if title in page)
        assert all(f"{title[:7]} seat {table}-{seat}" in its_pages for table in range(1, 14) for seat in range(1, 9))
        assert all(f"Table {table}" in its_pages for table in range(1, 14))
    assert not any(ROUNDS[0] in page and ROUNDS[1] in page for page in texts)


def test_each_round_and_the_list_by_name_are_in_the_viewers_contents(tmp_path: Path, identity: Identity):
    people = tuple((f"Person {n}", ("1", "2")) for n in range(100))
    write(tmp_path / "t.pdf", identity, sheets(13, 8), by_name=people, round_titles=ROUNDS)
    assert [entry.title for entry in pypdf.PdfReader(tmp_path / "t.pdf").outline] == [*ROUNDS, "By name"]


def test_several_tables_share_a_page(tmp_path: Path, identity: Identity):
    assert write(tmp_path / "t.pdf", identity, sheets(9, 6)) == 2


def test_a_table_for_everybody_goes_on_over_columns_and_pages(tmp_path: Path, identity: Identity):
    people = tuple((f"Person {n:03}", "Carer") for n in range(150))
    write(tmp_path / "t.pdf", identity, [TableSheet("Plenary", "Everybody", "", people)])
    page = " ".join(reading.texts(tmp_path / "t.pdf"))
    assert all(name in page for name, _ in people)
    assert "(continued)" in page


@pytest.mark.parametrize("count", [1, 37, 74, 75, 150])
@pytest.mark.parametrize("rounds", [1, 2, 5])
def test_the_list_by_name_has_everybody_with_their_tables(
    tmp_path: Path, identity: Identity, count: int, rounds: int
):
    people = tuple((f"Person {n:03}", tuple(f"T{n}r{turn}" for turn in range(rounds))) for n in range(count))
    titles = tuple(f"Round {turn + 1}" for turn in range(rounds))
    write(tmp_path / "t.pdf", identity, [], by_name=people, round_titles=titles)
    lines = "\n".join(reading.texts(tmp_path / "t.pdf")).split("\n")
    page = reading.words(" ".join(lines))
    for name, tables in people:
        assert f"{name} {' '.join(tables)}" in page
    assert all(title in page for title in titles)


def test_long_names_are_whole_and_stay_on_the_page(tmp_path: Path, identity: Identity):
    long = "Wilhelmina Oluwaseun-Featherstonehaugh Adébáyò-O'Neill"
    tables = [TableSheet(ROUNDS[0], "Table 1, beside the stage", "Library on the second floor", ((long, long),) * 5)]
    write(tmp_path / "t.pdf", identity, tables, by_name=((long, ("Table 1, Library",) * 2),), round_titles=ROUNDS)
    first, second = reading.texts(tmp_path / "t.pdf")
    assert reading.letters(first).count(reading.letters(long)) == 10
    assert reading.letters(long) in reading.letters(second)
    for page in (0, 1):
        ink = reading.ink(tmp_path / "t.pdf", page)
        assert not ink[:, :42].any()
        assert not ink[:, -42:].any()


def test_a_missing_letter_is_refused_with_the_person(tmp_path: Path, identity: Identity):
    with pytest.raises(SlaError, match="李伟"):
        write(tmp_path / "t.pdf", identity, [TableSheet(ROUNDS[0], "Table 1", "", (("李伟", ""),))])
    assert list(tmp_path.iterdir()) == []


def test_a_long_name_in_the_list_by_name_takes_more_lines_and_stays_readable(tmp_path: Path, identity: Identity):
    long = "Wilhelmina Oluwaseun-Featherstonehaugh Adébáyò-O'Neill"
    write(tmp_path / "t.pdf", identity, [], by_name=((long, ("1", "2")), ("Bo", ("2", "1"))), round_titles=ROUNDS)
    sizes = reading.type_sizes(tmp_path / "t.pdf")
    assert sizes["Adébáyò-O'Neill"] >= 9
    assert min(sizes.values()) >= 7


def test_the_columns_of_the_last_page_of_names_are_about_equally_long(tmp_path: Path, identity: Identity):
    people = tuple((f"Person {n}", ("1",)) for n in range(21))
    write(tmp_path / "t.pdf", identity, [], by_name=people, round_titles=("Round 1",))
    ink = reading.ink(tmp_path / "t.pdf")[:780]
    left, right = (numpy.flatnonzero(half.any(axis=1)).max() for half in (ink[:, :290], ink[:, 310:]))
    assert 0 <= left - right < 30


@pytest.mark.parametrize("tables", [4, 7, 10, 13])
def test_no_table_is_alone_on_the_last_page_of_a_round(tmp_path: Path, identity: Identity, tables: int):
    write(tmp_path / "t.pdf", identity, sheets(tables, 8)[:tables])
    last = reading.words(reading.texts(tmp_path / "t.pdf")[-1])
    assert f"Table {tables - 1} " in last
    assert f"seat {tables}-8" in last


def test_few_tables_are_set_larger_and_all_rounds_alike(tmp_path: Path, identity: Identity):
    for few, path in ((3, tmp_path / "few.pdf"), (6, tmp_path / "many.pdf")):
        write(path, identity, sheets(few, 9))
    few, many = (reading.type_sizes(tmp_path / name)["Round 1 seat 1-1"] for name in ("few.pdf", "many.pdf"))
    assert few > 1.1 * many
