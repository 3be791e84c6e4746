"""Rows keep their people whatever becomes of the quote marks."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sla_desktop.domain.errors import SlaError
from sla_desktop.tables.cutting import cut


def rows(text: str) -> list[tuple[str, ...]]:
    return [row for row, _ in cut(text, ",")]


def doubtful(text: str) -> list[int]:
    return [number for number, (_, doubt) in enumerate(cut(text, ","), 1) if doubt]


def test_an_address_over_several_lines_stays_one_cell():
    text = 'Name,Address\nAnn,"1 Road, Town,\nKent, UK"\nBob,2 Road\n'
    assert rows(text) == [("Name", "Address"), ("Ann", "1 Road, Town,\nKent, UK"), ("Bob", "2 Road")]
    assert doubtful(text) == []


def test_an_address_over_several_lines_stays_one_cell_above_an_open_quote_mark():
    text = 'Name,Address\nAnn,"1 Road,\nTown"\n"Bob,2 Road\nCat,3 Road\n'
    assert rows(text) == [("Name", "Address"), ("Ann", "1 Road,\nTown"), ("Bob", "2 Road"), ("Cat", "3 Road")]
    assert doubtful(text) == [3]


def test_an_open_quote_mark_ended_by_the_next_quoted_cell_swallows_nobody():
    text = 'Name,Email\n"Ann,a@x.org\n"Bob",b@x.org\nCat,c@x.org\n'
    assert rows(text)[1:] == [("Ann", "a@x.org"), ("Bob", "b@x.org"), ("Cat", "c@x.org")]
    assert doubtful(text) == [2]


def test_quote_marks_left_open_in_every_row_swallow_nobody():
    text = 'Name,Email\n"Ann,a@x.org\n"Bob,b@x.org\n"Cat,c@x.org\n'
    assert rows(text)[1:] == [("Ann", "a@x.org"), ("Bob", "b@x.org"), ("Cat", "c@x.org")]
    assert doubtful(text) == [2, 3, 4]


def test_an_open_quote_mark_in_the_last_column_or_line_swallows_nobody():
    assert rows('Name,Email\nAnn,"a@x.org\nBob,b@x.org') == [
        ("Name", "Email"),
        ("Ann", "a@x.org\n"),
        ("Bob", "b@x.org"),
    ]
    assert rows('Name,Email\nAnn,a@x.org\n"Bob,b@x.org')[2] == ("Bob", "b@x.org")
    assert rows('Name\n"Ann\nBob\n') == [("Name",), ("Ann\n",), ("Bob",)]


def test_an_address_cut_off_in_its_second_line_makes_no_person_of_it():
    text = 'Name,Email,Address\nAnn,a@x.org,"1 Road\nTown'
    assert rows(text)[1:] == [("Ann", "a@x.org", "1 Road\nTown")]
    assert doubtful(text) == [2]


def test_a_nickname_in_quote_marks_is_nothing_odd():
    text = 'Name,Email\n"Bob" Roe,b@x.org\n'
    assert rows(text)[1] == ("Bob Roe", "b@x.org")
    assert doubtful(text) == []


@given(
    where=st.integers(0, 4),
    column=st.integers(0, 2),
    quoted=st.lists(st.booleans(), min_size=5, max_size=5),
)
def test_wherever_one_quote_mark_stays_open_everybody_keeps_a_row(where: int, column: int, quoted: list[bool]):
    table = [[f"Person {i}", f"p{i}@x.org", f"Team {i}"] for i in range(5)]
    lines = [",".join(f'"{cell}"' if q else cell for cell in row) for row, q in zip(table, quoted, strict=True)]
    lines[where] = ",".join('"' * (i == column) + cell for i, cell in enumerate(table[where]))
    found = rows("\n".join(["Name,Email,Team", *lines]))
    assert [[cell.strip() for cell in row] for row in found[1:]] == table


def test_quote_marks_left_open_everywhere_are_refused_in_good_time():
    began = time.process_time()
    with pytest.raises(SlaError, match="Many quote marks are not closed"):
        rows("Name,Email\n" + 'x","\n' * 90_000)
    assert time.process_time() - began < 10
