"""Sheets read back: nothing misread in silence, whatever pens and scanners do; what is unclear goes to a person."""

from types import SimpleNamespace

import cv2
import numpy as np
import pytest

from sla_desktop.printing.sheets import PrintType
from sla_desktop.survey import layout, paper
from sla_desktop.survey.astray import print_of
from sla_desktop.survey.paper import MARK_DOUBT, WRITING, Unread
from sla_desktop.survey.scans import Scan
from tests.survey import pens
from tests.survey.paper import printed, questionnaire, simulate

SEED = 20261128


@pytest.fixture(scope="module")
def blank(tmp_path_factory):
    asked = questionnaire()
    sheet = layout.lay_out(asked, PrintType(), version="1")
    return asked, sheet, printed(sheet, tmp_path_factory.mktemp("blank"))[0]


class Pen:
    """A steady hand with a dark pen."""

    def __init__(self, blank):
        self.asked, self.sheet, picture = blank
        self.paper = pens.Filled(self.sheet.pages[0], self.sheet.box, np.random.default_rng(1), picture)
        self.known = {
            self.sheet.fingerprint: SimpleNamespace(form=self.asked, sheet=self.sheet, prints=[print_of(picture)])
        }
        self.paper.who = pens.Person("cross", 0.9, 0.5)

    def box(self, question, value):
        return next(one for one in self.sheet.pages[0].boxes if (one.question, one.value) == (question, value))

    def mark(self, question, value, kind="cross"):
        self.paper.mark(self.box(question, value), kind)

    def fill(self, question, value):
        middle = np.array([self.box(question, value).x, self.box(question, value).y]) + self.sheet.box / 2
        self.paper._zigzag(middle, self.sheet.box / 2 * 1.05, 0.35)

    def read(self, picture=None):
        picture = self.paper.looks() if picture is None else picture
        return paper.read_page(Scan("a.png", 1, picture), self.known)


@pytest.fixture
def pen(blank):
    return Pen(blank)


def test_what_is_crossed_is_the_answer(pen):
    pen.mark("met", "yes")
    pen.mark("topics", "t2")
    pen.mark("topics", "t4")
    pen.mark("nps", "10")
    read = pen.read()
    assert read.answers == {"met": "yes", "topics": ["t2", "t4"], "nps": "10"}
    assert read.doubts == ()
    assert (read.code.serial, read.code.page) == ("K7XM2P4T", 1)


def test_a_filled_box_is_cancelled(pen):
    pen.fill("met", "no")
    pen.mark("met", "yes")
    pen.fill("topics", "t1")
    pen.mark("topics", "t2")
    assert pen.read().answers == {"met": "yes", "topics": ["t2"]}


def test_who_fills_all_boxes_means_them(pen):
    for nth in range(6):
        pen.fill(f"s{nth}", "3")
    assert pen.read().answers == {f"s{nth}": "3" for nth in range(6)}


@pytest.mark.parametrize(
    "make",
    [
        lambda pen: (pen.mark("met", "yes"), pen.mark("met", "no")),
        lambda pen: pen.fill("met", "yes"),
        lambda pen: pen.mark("met", "yes", "circle"),
        lambda pen: pen.paper._line([(10, 60), (60, 28)]) or pen.mark("met", "yes") or pen.mark("met", "no", "dot"),
    ],
    ids=["two marks", "filled alone", "circled", "a dot beside a mark"],
)
def test_what_is_unclear_goes_to_a_person(pen, make):
    make(pen)
    read = pen.read()
    assert "met" not in read.answers
    (doubt,) = [one for one in read.doubts if one.question == "met"]
    assert (doubt.kind, doubt.offered) == (MARK_DOUBT, ("yes", "no"))
    assert doubt.crop.size


def test_what_is_written_is_shown_to_be_typed(pen):
    pen.paper.write(pen.sheet.pages[0].areas[0])
    (doubt,) = pen.read().doubts
    assert (doubt.kind, doubt.question) == (WRITING, "words")


@pytest.mark.parametrize("turn", [cv2.ROTATE_90_CLOCKWISE, cv2.ROTATE_180, cv2.ROTATE_90_COUNTERCLOCKWISE])
def test_it_does_not_matter_how_a_page_lies(pen, turn):
    pen.mark("met", "yes")
    assert pen.read(np.ascontiguousarray(cv2.rotate(pen.paper.looks(), turn))).answers == {"met": "yes"}


def test_a_torn_corner_does_not_matter(pen):
    pen.mark("nps", "7")
    picture = pen.paper.looks()
    picture[-200:, -200:] = 255
    assert pen.read(picture).answers == {"nps": "7"}


def test_a_page_that_cannot_be_read_says_why(pen):
    picture = pen.paper.looks()
    nothing = pen.read(np.full_like(picture, 255))
    assert isinstance(nothing, Unread)
    assert "0 of the 4 corner marks" in nothing.reason
    hidden = picture.copy()
    hidden[40:260, 1300:1480] = 255
    assert "code" in pen.read(hidden).reason


def test_of_who_fills_boxes_nobody_can_tell_which_of_several_are_cancelled(pen):
    for nth in range(6):
        pen.fill(f"s{nth}", "3")
    pen.fill("topics", "t1")
    assert [one.question for one in pen.read().doubts] == ["topics"]


def test_a_sheet_of_another_form_is_told(pen, blank):
    read = paper.read_page(Scan("a.png", 1, pen.paper.looks()), {})
    assert read.serial == "K7XM2P4T"
    assert "another form" in read.reason


@pytest.mark.parametrize("level", pens.LEVELS)
def test_nothing_is_misread_in_silence(level, tmp_path):
    tally = simulate(level, 6, SEED, tmp_path)
    assert (tally.silent, tally.unread) == ([], []), f"seed {SEED}"
    assert tally.questions == 72


@pytest.mark.parametrize("level", pens.LEVELS)
def test_a_clear_cross_beside_its_box_is_never_passed_over_in_silence(level, tmp_path):
    tally = simulate(level, 4, SEED, tmp_path, astray=0.3)
    assert (tally.silent, tally.unread) == ([], []), f"seed {SEED}"


@pytest.mark.parametrize("boxes", [("7", "8"), ("8", "9")])
def test_a_cross_between_two_boxes_is_shown(pen, boxes):
    left, right = (pen.box("nps", one) for one in boxes)
    pen.paper._cross(np.array([(left.x + right.x) / 2, left.y]) + pen.sheet.box / 2, 2.0)
    (doubt,) = pen.read().doubts
    assert (doubt.question, doubt.reason) == ("nps", "Something is marked beside the boxes.")
    assert doubt.crop.size


def test_a_mark_and_a_cross_above_another_box_are_shown(pen):
    pen.mark("nps", "0")
    box = pen.box("nps", "8")
    pen.paper._cross(np.array([box.x, box.y - 4.0]) + pen.sheet.box / 2, 2.0)
    read = pen.read()
    assert "nps" not in read.answers
    assert [one.question for one in read.doubts] == ["nps"]


def test_a_blank_page_has_nothing_beside_its_boxes(pen):
    assert pen.read().doubts == ()


@pytest.mark.parametrize(
    ("level", "first"),
    [("bad", 182), ("bad", 283), ("scan", 629)],
    ids=["circles in light pencil", "a broad stroke through a box", "a scribble as dense as a cancelled box"],
)
def test_pages_that_were_once_misread_in_silence_are_not(level, first, tmp_path):
    tally = simulate(level, 1, SEED, tmp_path, first=first)
    assert (tally.silent, tally.unread) == ([], [])


def test_the_large_edition_is_read_as_well(tmp_path):
    tally = simulate("photo", 3, SEED, tmp_path, edition=layout.LARGE)
    assert (tally.silent, tally.unread) == ([], []), f"seed {SEED}"


@pytest.mark.slow
@pytest.mark.parametrize("level", pens.LEVELS)
def test_of_ten_thousand_questions_none_is_misread(level, tmp_path):
    tally = simulate(level, 840, SEED, tmp_path)
    print(f"seed {SEED}, {level}: {tally.questions} questions, review {tally.share:.2%}, silent {tally.silent}")
    assert tally.questions >= 10_000
    assert (tally.silent, tally.unread) == ([], [])
    assert tally.share <= 0.03
