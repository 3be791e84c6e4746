"""Badges stay on their labels, keep whole names, and are read at the door."""

from dataclasses import replace
from pathlib import Path

import numpy
import pypdf
import pytest

from sla_desktop.domain.errors import SlaError
from sla_desktop.printing import labels, rounds_card
from sla_desktop.printing.alignment import print_test_sheet
from sla_desktop.printing.badge_face import Look, _code_side, _pieces
from sla_desktop.printing.badges import Badge, print_badges
from sla_desktop.printing.style import MM, Identity

from . import conformity, reading

SIAN = Badge(
    name="Siân Ní Bhriain",
    pronouns="she/her",
    organisation="Guy's and St Thomas' NHS Foundation Trust",
    role="Consultant midwife",
    code="SLA-7F3K2",
    lines=("Round 1: table 4", "Round 2: table 11"),
)
NAMES = [
    *("Bo Li", "Wilhelmina Oluwaseun-Featherstonehaugh Adébáyò-O'Neill", "محمد العربي", "W" * 34, "அனிதா கொடி"),
    "Supercalifragilisticexpialidocious",
]
BADGE_STOCK = [name for name, sheet in labels.STOCKS.items() if name != "L7651" and not sheet.cut]


def outside(stock: str, cell: tuple[float, float], ink: numpy.ndarray) -> numpy.ndarray:
    """What is inked beyond a label less 1 mm on each side."""
    sheet = labels.find(stock)
    x, y = cell
    mm = 72 / 25.4
    left, top = int(x + mm), int(y + mm)
    right, bottom = int(x + (sheet.width - 1) * mm), int(y + (sheet.height - 1) * mm)
    ink = ink.copy()
    assert ink[top:bottom, left:right].any()
    ink[top:bottom, left:right] = False
    return ink


@pytest.mark.parametrize("name", [SIAN.name, *NAMES])
@pytest.mark.parametrize("stock", BADGE_STOCK)
def test_a_badge_stays_on_its_label(tmp_path: Path, identity: Identity, stock: str, name: str):
    sheet = labels.find(stock)
    last = sheet.a_sheet
    print_badges([replace(SIAN, name=name)], tmp_path / "b.pdf", identity=identity, stock=stock, start_at=last)
    _, x, y = next(labels.places(sheet, 1, last))
    assert not outside(stock, (x, y), reading.ink(tmp_path / "b.pdf")).any()


@pytest.mark.parametrize("stock", BADGE_STOCK)
def test_the_code_is_read_from_every_stock(tmp_path: Path, identity: Identity, stock: str):
    print_badges([SIAN], tmp_path / "b.pdf", identity=identity, stock=stock)
    assert reading.codes(tmp_path / "b.pdf", dpi=200) == ["SLA-7F3K2"]


def test_a_full_sheet_has_a_code_for_each_person(tmp_path: Path, identity: Identity):
    people = [replace(SIAN, code=f"SLA-{n:05}") for n in range(10)]
    print_badges(people, tmp_path / "b.pdf", identity=identity)
    assert sorted(reading.codes(tmp_path / "b.pdf")) == [person.code for person in people]


def test_everything_on_a_badge_is_printed(tmp_path: Path, identity: Identity):
    print_badges([SIAN], tmp_path / "b.pdf", identity=identity)
    page = reading.words(reading.texts(tmp_path / "b.pdf")[0])
    for said in (SIAN.name, SIAN.pronouns, SIAN.organisation, SIAN.role, SIAN.code, *SIAN.lines):
        assert said in page


@pytest.mark.parametrize("name", [name for name in NAMES if name.isascii() or "é" in name])
def test_long_names_are_whole(tmp_path: Path, identity: Identity, name: str):
    print_badges([replace(SIAN, name=name)], tmp_path / "b.pdf", identity=identity, stock="L7160")
    assert name.replace(" ", "") in "".join(reading.texts(tmp_path / "b.pdf")[0].split())


def test_a_long_name_leaves_the_others_as_large_as_they_were(tmp_path: Path, identity: Identity):
    print_badges([SIAN, replace(SIAN, name=NAMES[1])], tmp_path / "both.pdf", identity=identity)
    print_badges([SIAN], tmp_path / "alone.pdf", identity=identity)
    label = (slice(38, 180), slice(50, 277))
    both, alone = (reading.picture(tmp_path / file)[label] for file in ("both.pdf", "alone.pdf"))
    assert (both == alone).all()


def test_a_part_used_sheet_begins_where_the_free_labels_begin(tmp_path: Path, identity: Identity):
    assert print_badges([SIAN] * 3, tmp_path / "b.pdf", identity=identity, start_at=9) == 2
    first, second = (reading.ink(tmp_path / "b.pdf", page) for page in (0, 1))
    assert not first[:600].any()
    assert first[660:800].any()
    assert second[:200, :290].any()
    assert not second[:, 300:].any()


def test_a_badge_without_a_code_has_none(tmp_path: Path, identity: Identity):
    print_badges([replace(SIAN, code="")], tmp_path / "b.pdf", identity=identity)
    assert reading.codes(tmp_path / "b.pdf") == []


def test_small_stickers_hold_a_name_and_refuse_a_whole_programme(tmp_path: Path, identity: Identity):
    short = replace(SIAN, pronouns="", role="", lines=(), organisation="Carer")
    print_badges([short], tmp_path / "b.pdf", identity=identity, stock="L7651")
    assert reading.codes(tmp_path / "b.pdf", dpi=200) == ["SLA-7F3K2"]
    with pytest.raises(SlaError, match="Siân Ní Bhriain does not fit on L7651"):
        print_badges([SIAN], tmp_path / "c.pdf", identity=identity, stock="L7651")


def test_a_missing_letter_is_refused_with_the_person_wherever_it_stands(tmp_path: Path, identity: Identity):
    with pytest.raises(SlaError, match="Siân Ní Bhriain \\(李\\)"):
        print_badges([replace(SIAN, organisation="李 & Co")], tmp_path / "b.pdf", identity=identity)
    assert list(tmp_path.iterdir()) == []


def test_the_same_badges_give_the_same_bytes(tmp_path: Path, identity: Identity):
    for file in ("one.pdf", "two.pdf"):
        print_badges([SIAN, replace(SIAN, name="محمد")], tmp_path / file, identity=identity)
    assert (tmp_path / "one.pdf").read_bytes() == (tmp_path / "two.pdf").read_bytes()


CUT_STOCK = [name for name, sheet in labels.STOCKS.items() if sheet.cut]


@pytest.mark.parametrize("stock", ["L4785", "L7160", *CUT_STOCK, "Roll 62 x 100"])
@pytest.mark.parametrize(("backs", "large"), [("same", False), ("rounds", False), ("", True)])
def test_every_kind_of_badge_conforms(tmp_path: Path, identity: Identity, stock: str, backs: str, large: bool):
    people = [replace(SIAN, name=name) for name in (SIAN.name, *NAMES[:3])]
    backs = "" if labels.find(stock).tent else backs
    pages = print_badges(people, tmp_path / "b.pdf", identity=identity, stock=stock, backs=backs, large=large)
    assert pages == -(-len(people) // labels.find(stock).a_sheet) * (2 if backs else 1)
    assert conformity.faults(tmp_path / "b.pdf") == []
    assert {person.name for person in people} <= set(conformity.said(tmp_path / "b.pdf"))


def test_a_card_with_a_name_on_both_sides_has_no_back(tmp_path: Path, identity: Identity):
    assert print_badges([SIAN], tmp_path / "b.pdf", identity=identity, stock="Tent A5", backs="same") == 1
    with pytest.raises(SlaError, match="no back"):
        print_badges([SIAN], tmp_path / "b.pdf", identity=identity, stock="Tent A5", backs="rounds")


def test_a_back_lies_behind_its_front_when_the_sheet_is_turned(tmp_path: Path, identity: Identity):
    print_badges([SIAN], tmp_path / "b.pdf", identity=identity, stock="L7160", backs="rounds")
    front, back = (reading.ink(tmp_path / "b.pdf", page) for page in (0, 1))
    assert front[:, :210].any()
    assert not front[:, 210:].any()
    assert back[:, 390:].any()
    assert not back[:, :385].any()
    assert "table 11" in reading.texts(tmp_path / "b.pdf")[1]
    assert "table 11" not in reading.texts(tmp_path / "b.pdf")[0]


@pytest.mark.parametrize("stock", [name for name, one in labels.STOCKS.items() if not one.tent and name != "L7651"])
def test_a_name_of_two_lines_keeps_off_the_rounds_below_it(tmp_path: Path, identity: Identity, stock: str):
    long = replace(SIAN, name=NAMES[1], lines=tuple(f"Round {n}: table {n}" for n in range(1, 6)))
    sheet = labels.find(stock)
    print_badges([long], tmp_path / "b.pdf", identity=identity, stock=stock, backs="rounds")
    back = reading.ink(tmp_path / "b.pdf", 1, dpi=288)
    _, x, y = next(labels.places(sheet, 1, 1))
    left = sheet.page[0] - x - sheet.width * MM
    margin = 6 if sheet.cut else 1
    (top, bottom), (near, far) = (
        (int(4 * (at + margin * MM)), int(4 * (at + size * MM - margin * MM)))
        for at, size in ((y, sheet.height), (left, sheet.width))
    )
    rows = back[top:bottom, near:far].any(axis=1)
    lines = numpy.flatnonzero(rows[:-1] & ~rows[1:])
    assert len(lines) >= 7


def test_rounds_are_set_in_one_size_and_only_a_name_too_long_in_a_smaller(tmp_path: Path, identity: Identity):
    people = [replace(SIAN, name=name) for name in ("Bo Li", "Ann van der Westhuizen", "X", "Siân Ní Bhriain") * 10]
    people[5] = replace(SIAN, name="Supercalifragilisticexpialidocious")
    sheet = labels.find("Plain A6")
    assert rounds_card.smaller(people, sheet) == ["Supercalifragilisticexpialidocious"]
    assert rounds_card.common_size(people, sheet) == rounds_card.common_size([SIAN], sheet)


def test_large_print_makes_the_name_half_as_large_again(tmp_path: Path):
    short = Badge("Bo Li", "", "", "", "")
    heights = []
    for large in (False, True):
        print_badges([short], tmp_path / "b.pdf", identity=Identity(""), large=large)
        heights.append(int(reading.ink(tmp_path / "b.pdf", dpi=144).any(axis=1).sum()))
    assert heights[1] > 1.4 * heights[0]


def test_a_tent_card_can_be_read_from_both_sides_and_is_said_once(tmp_path: Path, identity: Identity):
    print_badges([SIAN], tmp_path / "t.pdf", identity=identity, stock="Tent A5")
    page = reading.picture(tmp_path / "t.pdf")
    assert (page[40:200, 60:535] < 128).any()
    assert (page[220:380, 60:535] < 128).any()
    assert conformity.said(tmp_path / "t.pdf").count(SIAN.name) == 1


@pytest.mark.parametrize("name", ["Bo", "Ann", NAMES[1]])
def test_the_organisation_on_a_tent_card_stands_close_below_the_name(tmp_path: Path, identity: Identity, name: str):
    print_badges(
        [replace(SIAN, name=name, organisation="Oxleas")], tmp_path / "t.pdf", identity=identity, stock="Tent A5"
    )
    bases: dict[str, float] = {}
    page = pypdf.PdfReader(tmp_path / "t.pdf").pages[0]
    page.extract_text(visitor_text=lambda said, _cm, tm, *_: bases.update({said.strip(): tm[5]}))
    del bases[""]
    organisation = bases.pop("Oxleas")
    assert 15 < min(bases.values()) - organisation < 50


def test_what_a_back_cannot_hold_is_refused(tmp_path: Path, identity: Identity):
    with pytest.raises(SlaError, match="choose same or rounds"):
        print_badges([SIAN], tmp_path / "b.pdf", identity=identity, backs="menu")


@pytest.mark.parametrize("stock", labels.STOCKS)
def test_a_test_sheet_shows_every_label_and_conforms(tmp_path: Path, identity: Identity, stock: str):
    assert print_test_sheet(tmp_path / "t.pdf", identity=identity, stock=stock) == 1
    assert conformity.faults(tmp_path / "t.pdf") == []
    assert "Test sheet for" in reading.words(reading.texts(tmp_path / "t.pdf")[0])


@pytest.mark.parametrize("stock", [name for name, one in labels.STOCKS.items() if not one.tent])
def test_the_events_name_takes_no_room_from_the_rest(stock: str, identity: Identity):
    sheet = labels.STOCKS[stock]
    room = (sheet.width * MM - 6 * MM, sheet.height * MM - 6 * MM)
    for badge in (
        SIAN,
        replace(SIAN, name="Ann Lee", role="", lines=()),
        replace(SIAN, name=f"{SIAN.name} {SIAN.name}"),
    ):
        made = []
        for event in ("", "Leading across boundaries: community learning day"):
            look, told = Look(identity, (0.0, 0.0, 0.0)), replace(badge, event=event)
            try:
                made.append(_pieces(told, look, room, _code_side(told, sheet), sheet))
            except SlaError:
                made.append(([], None))
        (without, small), (pieces, small_too) = made
        assert [one for one in pieces if one.said != event] == without
        assert small_too == small


def test_the_events_name_stands_under_the_organisation(tmp_path: Path, identity: Identity):
    print_badges([replace(SIAN, event="Community day")], tmp_path / "b.pdf", identity=identity)
    assert f"{identity.organisation}\nCommunity day" in pypdf.PdfReader(tmp_path / "b.pdf").pages[0].extract_text()


def test_an_events_name_too_long_to_be_read_on_a_badge_is_left_out(tmp_path: Path, identity: Identity):
    for event, there in (("Community day " * 2, True), ("Leading across boundaries in all boroughs " * 8, False)):
        badge = replace(SIAN, event=event, role="", lines=())
        print_badges([badge], tmp_path / "b.pdf", identity=identity, stock="L7418")
        assert (event.split()[0] in reading.words(reading.texts(tmp_path / "b.pdf")[0])) is there
    assert min(reading.type_sizes(tmp_path / "b.pdf").values()) >= 5
