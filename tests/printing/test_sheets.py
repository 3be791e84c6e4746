"""Questionnaires on paper: what the printer draws is the geometry that the reader expects."""

import json
from dataclasses import asdict

import cv2
import pypdf
import pypdfium2
import pytest
import zxingcpp

from sla_desktop.domain import sheets
from sla_desktop.domain.sheets import SheetCode
from sla_desktop.printing.sheets import PrintType, print_sheets
from sla_desktop.survey import layout
from tests.printing import conformity
from tests.survey.paper import page_picture, questionnaire


@pytest.fixture(scope="module", params=[layout.USUAL, layout.LARGE], ids=["usual", "large"])
def printed(request, tmp_path_factory):
    sheet = layout.lay_out(questionnaire(), PrintType(), edition=request.param, version="3")
    path = tmp_path_factory.mktemp("sheets") / "sheets.pdf"
    print_sheets(sheet, ["K7XM2P4T", "ABCD2345"], path, organisation="Example")
    return sheet, path


def test_a_printed_form_can_be_read_aloud_and_kept(printed):
    _, path = printed
    assert conformity.faults(path) == []
    said = pypdf.PdfReader(path).pages[0].extract_text()
    assert "How was the day?" in said
    assert "Did you meet somebody new?" in said


def test_each_page_says_form_version_page_and_serial(printed):
    sheet, path = printed
    with pypdfium2.PdfDocument(path) as document:
        pictures = [page_picture(page) for page in document]
    told = [zxingcpp.read_barcodes(picture)[0].text for picture in pictures]
    expected = [
        str(SheetCode(sheet.fingerprint, "3", page + 1, serial))
        for serial in ("K7XM2P4T", "ABCD2345")
        for page in range(len(sheet.pages))
    ]
    assert told == expected
    assert [SheetCode.from_text(one).serial for one in told[:1]] == ["K7XM2P4T"]


def test_the_corner_marks_are_those_that_readers_of_such_marks_know():
    known = cv2.aruco.getPredefinedDictionary(cv2.aruco.DICT_4X4_50)
    for number, rows in enumerate(sheets.MARKS):
        drawn = known.generateImageMarker(number, 6, borderBits=1)[1:5, 1:5]
        assert tuple("".join("1" if dot else "0" for dot in row) for row in drawn) == rows


def test_a_geometry_comes_back_from_its_record(printed):
    sheet, _ = printed
    again = sheets.Sheet.from_record(json.loads(json.dumps(asdict(sheet))))
    assert again == sheet
    assert again.fingerprint == sheet.fingerprint


def test_boxes_keep_clear_of_one_another_and_of_the_corners(printed):
    sheet, _ = printed
    for page in sheet.pages:
        for nth, box in enumerate(page.boxes):
            assert 15 <= box.x <= 195 - sheet.box
            assert 28 <= box.y <= 275 - sheet.box
            for other in page.boxes[nth + 1 :]:
                assert max(abs(box.x - other.x), abs(box.y - other.y)) >= sheet.box + 3
