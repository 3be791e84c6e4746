"""Text files of every usual encoding and delimiter give back the cells that were written."""

import csv
import io
import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sla_desktop.domain.errors import SlaError
from sla_desktop.tables.registrations import sense_of
from sla_desktop.tables.textfile import DELIMITERS, decode, read_text

HEADINGS = ["Name", "Email", "Organisation"]
LETTERS = string.ascii_letters + string.digits + " ,;|\t'\"-@.\n" + "éèñöüßÅøłŚ–’€"
CELL = st.text(LETTERS, max_size=20)
UNICODE_CELL = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cs", "Cc"), exclude_characters="\ufeff"), max_size=20
)


def as_csv(rows: list[list[str]], delimiter: str, line_end: str) -> str:
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=delimiter, lineterminator=line_end, quoting=csv.QUOTE_ALL)
    writer.writerows([HEADINGS, *rows])
    return text.getvalue()


@given(
    rows=st.lists(st.lists(CELL | UNICODE_CELL, min_size=3, max_size=3), min_size=1, max_size=6),
    delimiter=st.sampled_from(DELIMITERS),
    encoding=st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"]),
    line_end=st.sampled_from(["\n", "\r\n", "\r"]),
)
def test_any_table_in_any_unicode_encoding_comes_back_cell_for_cell(rows, delimiter, encoding, line_end):
    data = as_csv(rows, delimiter, line_end).encode(encoding)
    grid = read_text(data, "people.csv", sense_of)
    assert grid.delimiter == delimiter
    assert [list(row) for row in grid.rows] == [HEADINGS, *rows]


@given(
    names=st.lists(st.text("abcdefgh éèñöü’", min_size=1, max_size=12).map("a".join), min_size=1, max_size=8),
    delimiter=st.sampled_from(DELIMITERS),
)
def test_windows_files_come_back_with_their_accents(names, delimiter):
    rows = [[name, "", "café"] for name in names]
    grid = read_text(as_csv(rows, delimiter, "\r\n").encode("cp1252"), "people.csv", sense_of)
    assert [list(row) for row in grid.rows] == [HEADINGS, *rows]


def test_what_is_no_text_is_refused():
    with pytest.raises(SlaError, match="not a spreadsheet"):
        decode(bytes(range(256)) * 10, "picture.png")


@pytest.mark.parametrize(
    ("encoding", "called", "text"),
    [
        ("cp1251", "Cyrillic (cp1251)", "Имя,Организация\nАнна Петрова,Городская больница\nИван Смирнов,Школа\n"),
        ("cp1250", "Central European (cp1250)", "Imię i nazwisko,Email\nPaweł Gąsior,\nŻaneta Śliwińska,\n"),
        ("cp932", "Japanese (cp932)", "Name,Company\n山田太郎,東京病院\n佐藤花子,大阪大学\n"),
        ("cp1252", "Western European (cp1252)", "Name,Note\nZoë Núñez,£5 – ¿Cómo?\n"),
    ],
)
def test_letters_that_a_file_does_not_name_are_guessed_and_told(encoding, called, text):
    grid = read_text(text.encode(encoding), "people.csv", sense_of)
    assert "\n".join(",".join(row) for row in grid.rows) == text.strip()
    assert f"they were read as {called}. If names look wrong, save it again as CSV UTF-8." in grid.notes[0]
    assert grid.encoding == encoding


def test_an_encoding_of_another_country_is_guessed():
    greek = "Όνομα,Email\n" + "Γιώργος Παπαδόπουλος,g@example.org\n" * 20
    text, encoding = decode(greek.encode("iso-8859-7"), "people.csv")
    assert "utf" not in encoding
    assert len(text) == len(greek)


def test_a_windows_letter_pasted_into_a_modern_file_spoils_no_other():
    data = "Name\nSiân\nJosé\nZoë\n".encode() + "Ní\n".encode("cp1252")
    assert decode(data, "people.csv") == ("Name\nSiân\nJosé\nZoë\nNí\n", "utf-8")


def test_a_file_cut_off_in_the_middle_of_a_letter_says_so():
    data = "Name,Email\nAda,a@example.org\nGrace".encode("utf-16")[:-1]
    grid = read_text(data, "people.csv", sense_of)
    assert grid.rows[1] == ("Ada", "a@example.org")
    assert grid.notes == ("Some letters in the file could not be read; check names with accents.",)


def test_one_modern_letter_counts_for_two_windows_ones():
    data = "Zoë Łukas\n".encode() + "José Peña\n".encode("cp1252")
    assert decode(data, "list.csv") == ("Zoë Łukas\nJosé Peña\n", "utf-8")


def test_halves_of_characters_spoil_no_other_and_both_halves_are_one():
    assert decode(b"Zo\xc3\xab \xed\xa0\xbd\xed\xb8\x80", "list.csv") == ("Zoë 😀", "utf-8")
    assert decode(b"Sur\xed\xa0\x80, Zo\xc3\xab", "list.csv") == ("Sur\ufffd, Zoë", "utf-8")
