"""Paper: sheets printed, scans read, what is open told, and every serial accounted for."""

import json

import cv2
import numpy as np
import pypdfium2
import pytest

from sla_desktop.domain.errors import SlaError
from sla_desktop.domain.feedback import Response
from sla_desktop.domain.sheets import PrintRun, Sheet
from sla_desktop.services import form_scans, form_sheets, forms
from sla_desktop.services.form_scans import ASKED, KNOWN, READY
from sla_desktop.storage import query
from tests.survey import pens
from tests.survey.paper import page_picture
from tests.survey.sheets import YES_NO, form


@pytest.fixture(autouse=True)
def _form(store, event):
    asked = ("select_one yn", "met", "Somebody new?"), ("integer", "n", "How many?")
    more = ("select_one amount", "often", "How often?", {"relevant": "${met} = 'yes'"})
    amounts = ("amount", "few", "Seldom"), ("amount", "many", "Often")
    forms.save_form(store, event.id, form(*asked, more, choices=(*YES_NO, *amounts)))


@pytest.fixture
def scan(store, event, tmp_path):
    """A function that prints sheets and gives the scan of one of them, with these boxes crossed."""
    form_sheets.print_event(store, event.id, tmp_path / "p.pdf", copies=3)
    with store.read() as connection:
        (run,) = query.find(connection, PrintRun, event_id=event.id)
    sheet = Sheet.from_record(run.sheet)
    with pypdfium2.PdfDocument(tmp_path / "p.pdf") as document:
        pictures = [page_picture(page) for page in document]

    def made(nth, *values, writes=False):
        paper = pens.Filled(sheet.pages[0], sheet.box, np.random.default_rng(nth), pictures[nth])
        paper.who = pens.Person("cross", 0.9, 0.5)
        for box in sheet.pages[0].boxes:
            if box.value in values:
                paper.mark(box, "cross")
        if writes:
            paper.write(sheet.pages[0].areas[0])
        path = tmp_path / f"scan{nth}{'-'.join(values)}.png"
        cv2.imwrite(str(path), paper.looks())
        return path

    return made


def kept(store, event):
    with store.read() as connection:
        return [(one.channel, dict(one.answers)) for one in query.find(connection, Response, event_id=event.id)]


def test_what_is_sure_is_kept_as_from_a_kiosk_and_the_rest_is_accounted_for(store, event, scan):
    told = form_scans.read_scans(store, event.id, [scan(0, "yes")])
    assert form_scans.keep(store, event.id, told) == 1
    assert kept(store, event) == [("paper", {"met": "yes"})]
    assert len(told.outstanding) == 2
    assert told.is_done


def test_what_is_answered_against_the_answers_before_is_left_out_and_told(store, event, scan):
    told = form_scans.read_scans(store, event.id, [scan(0, "no", "few")])
    (sheet,) = told.of(READY)
    assert sheet.record == {"met": "no"}
    assert sheet.reason.startswith("“How often?” is answered, but not asked")


def test_a_sheet_with_a_doubt_waits_and_is_kept_once_it_is_settled(store, event, scan):
    path = scan(0, "yes", "no")
    told = form_scans.read_scans(store, event.id, [path])
    assert form_scans.keep(store, event.id, told) == 0
    assert not told.is_done
    (sheet,) = told.of(ASKED)
    settled = form_scans.decide(told, {sheet.key: {"met": "no"}})
    assert form_scans.keep(store, event.id, settled) == 1
    assert kept(store, event) == [("paper", {"met": "no"})]


def test_what_is_typed_must_fit_the_question(store, event, scan):
    told = form_scans.read_scans(store, event.id, [scan(0, "yes", writes=True)])
    (sheet,) = told.of(ASKED)
    with pytest.raises(SlaError, match="whole number"):
        form_scans.settle(told, sheet.key, "n", "many")
    assert form_scans.settle(told, sheet.key, "n", "4").of(READY)[0].record == {"met": "yes", "n": "4"}


def test_a_serial_that_comes_twice_is_asked_about(store, event, scan):
    paths = [scan(0, "yes"), scan(0, "no")]
    told = form_scans.read_scans(store, event.id, paths)
    (second,) = told.of(ASKED)
    same = form_scans.settle(told, second.key, "twice", "one")
    assert [one.record for one in same.of(READY)] == [{"met": "yes"}]
    copies = form_scans.settle(told, second.key, "twice", "two")
    assert form_scans.keep(store, event.id, copies) == 2
    assert {one.fate for one in form_scans.read_scans(store, event.id, paths).sheets} == {KNOWN}


def test_a_sheet_that_was_left_out_and_is_taken_back_has_its_doubts_again(store, event, scan):
    told = form_scans.read_scans(store, event.id, [scan(0, "yes", writes=True), scan(0, "yes", writes=True)])
    second = next(one for one in told.of(ASKED) if one.key.endswith("#2"))
    left = form_scans.settle(told, second.key, "twice", "one")
    assert all(key != second.key for key, _ in left.doubts)
    back = form_scans.unsettle(left, second.key, "twice")
    assert [doubt.question for key, doubt in back.doubts if key == second.key] == ["twice", "n"]


def test_no_record_links_a_sheet_with_its_answers(store, event, scan):
    told = form_scans.read_scans(store, event.id, [scan(0, "yes"), scan(1, "no")])
    form_scans.keep(store, event.id, told)
    serials = [one.serial for one in told.sheets]
    assert not any(serial in json.dumps(answers) for _, answers in kept(store, event) for serial in serials)


def test_a_file_that_is_no_scan_is_listed_and_stops_nothing(store, event, scan, tmp_path):
    broken = tmp_path / "broken.pdf"
    broken.write_bytes(b"%PDF-1.7 not really")
    told = form_scans.read_scans(store, event.id, [broken, scan(0, "yes")])
    assert [one.scan for one in told.unread] == ["broken.pdf, page 1"]
    assert len(told.of(READY)) == 1
    assert not told.is_done


def test_an_event_without_printed_sheets_says_so(store, event, tmp_path):
    with pytest.raises(SlaError, match="No sheets of this event were printed"):
        form_scans.read_scans(store, event.id, [tmp_path / "a.png"])
