"""The sign-in sheet has everybody once, in order, and room for those who come unannounced."""

import re
from pathlib import Path

import pytest

from sla_desktop.domain.errors import SlaError
from sla_desktop.printing.signin import ROLL_CALL, SignInRow, print_signin
from sla_desktop.printing.style import Identity

from . import reading

LONG = "Wilhelmina Oluwaseun-Featherstonehaugh Adébáyò-O'Neill"


def rows(count: int) -> list[SignInRow]:
    return [
        SignInRow(f"Person {n:03}", "Guy's and St Thomas' NHS Foundation Trust", f"SLA-{n:05}") for n in range(count)
    ]


def write(path: Path, identity: Identity, people: list[SignInRow], **more) -> int:
    return print_signin(people, path, title="Learning day", subtitles=["12 November"], identity=identity, **more)


@pytest.mark.parametrize("count", [1, 16, 17, 18, 24, 25, 26, 64, 500])
def test_everybody_is_there_once_and_in_order(tmp_path: Path, identity: Identity, count: int):
    pages = write(tmp_path / "s.pdf", identity, rows(count))
    texts = reading.texts(tmp_path / "s.pdf")
    assert len(texts) == pages
    assert re.findall(r"Person \d{3}", " ".join(texts)) == [row.name for row in rows(count)]


def test_every_page_has_title_columns_and_its_number(tmp_path: Path, identity: Identity):
    pages = write(tmp_path / "s.pdf", identity, rows(70))
    for number, page in enumerate(reading.texts(tmp_path / "s.pdf"), start=1):
        for said in ("Learning day", "12 November", "Name", "Organisation", "Signature", f"Page {number} of {pages}"):
            assert said in page


@pytest.mark.parametrize("count", [1, 18, 25])
def test_lines_for_walk_ins_follow_the_last_person(tmp_path: Path, identity: Identity, count: int):
    write(tmp_path / "s.pdf", identity, rows(count))
    before, after = "".join(reading.texts(tmp_path / "s.pdf")).split("Not on the list?", 1)
    assert f"Person {count - 1:03}" in before
    assert "Person" not in after


def test_long_names_are_whole(tmp_path: Path, identity: Identity):
    write(tmp_path / "s.pdf", identity, [SignInRow(LONG, "Carer", "SLA-1"), SignInRow("W" * 60, "", "")])
    page = reading.letters(reading.texts(tmp_path / "s.pdf")[0])
    assert reading.letters(LONG) in page
    assert "W" * 60 in page


def test_a_long_name_takes_more_lines_and_stays_readable(tmp_path: Path, identity: Identity):
    write(tmp_path / "s.pdf", identity, [SignInRow(LONG, LONG * 2, "SLA-1"), SignInRow("Bo", "Carer", "SLA-2")])
    sizes = reading.type_sizes(tmp_path / "s.pdf")
    assert sizes["Featherstonehaugh"] >= 9
    assert sizes["Bo"] == 11
    assert min(sizes.values()) >= 7


def test_only_rows_that_need_it_are_higher(tmp_path: Path, identity: Identity):
    assert write(tmp_path / "s.pdf", identity, rows(16)) == write(
        tmp_path / "s.pdf", identity, [SignInRow(LONG, "", ""), *rows(15)]
    )


def test_a_missing_letter_is_refused_with_the_person(tmp_path: Path, identity: Identity):
    with pytest.raises(SlaError, match="李伟"):
        write(tmp_path / "s.pdf", identity, [*rows(3), SignInRow("李伟", "", "")])
    assert list(tmp_path.iterdir()) == []


def test_nothing_is_drawn_in_the_margins(tmp_path: Path, identity: Identity):
    write(tmp_path / "s.pdf", identity, [SignInRow(LONG, LONG * 2, "SLA-1")] * 40)
    ink = reading.ink(tmp_path / "s.pdf")
    assert not ink[:, :42].any()
    assert not ink[:, -42:].any()


def test_all_fonts_are_in_the_file(tmp_path: Path, identity: Identity):
    write(tmp_path / "s.pdf", identity, rows(3))
    found = reading.fonts(tmp_path / "s.pdf")
    assert found
    assert all(descriptor and "/FontFile2" in descriptor for descriptor in found)


def test_a_long_title_and_subtitle_stay_above_the_list(tmp_path: Path, identity: Identity):
    title, where = (
        "A community learning day for everybody who cares about older people in the six boroughs " * 2,
        "Hall, " * 40,
    )
    print_signin(rows(3), tmp_path / "s.pdf", title=title, subtitles=[where], identity=identity, form=ROLL_CALL)
    text = reading.words(reading.texts(tmp_path / "s.pdf")[0])
    assert "Others who are outside" in text
    ink = reading.ink(tmp_path / "s.pdf")[90:96, 90:]
    assert not ink.any()
