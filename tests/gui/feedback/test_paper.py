"""Scanned forms in the window: one key decides, undo takes it back, and only a yes keeps anything."""

import cv2
import numpy as np
import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from sla_desktop.domain.feedback import Response
from sla_desktop.domain.sheets import PrintRun, Sheet
from sla_desktop.gui.feedback.page import FeedbackPage
from sla_desktop.gui.feedback.paper_review import _keys
from sla_desktop.services import form_scans, form_sheets, forms
from sla_desktop.storage import query
from tests.survey import pens
from tests.survey.paper import page_picture
from tests.survey.sheets import form


@pytest.fixture(autouse=True)
def _form(store, event):
    asked = form(
        ("select_one yn", "met", "Did you meet somebody new?"),
        ("select_multiple yn", "both", "Which of these?"),
        ("text", "words", "What will you do now?"),
    )
    forms.save_form(store, event.id, asked)


@pytest.fixture
def page(qtbot, store, event, jobs, prompts):
    made = FeedbackPage(store, event, jobs, prompts)
    qtbot.addWidget(made)
    made.resize(1000, 640)
    made.show()
    return made


@pytest.fixture
def scans(store, event, tmp_path):
    """Two sheets: one with two boxes marked and something written, one without a doubt."""
    form_sheets.print_event(store, event.id, tmp_path / "sheets.pdf", copies=2)
    with store.read() as connection:
        (run,) = query.find(connection, PrintRun, event_id=event.id)
    sheet = Sheet.from_record(run.sheet)
    with pypdfium2.PdfDocument(tmp_path / "sheets.pdf") as document:
        pictures = [page_picture(one) for one in document]
    paths = []
    for nth, (picture, values) in enumerate(zip(pictures, (("yes", "no"), ("yes",)), strict=True)):
        paper = pens.Filled(sheet.pages[0], sheet.box, np.random.default_rng(nth), picture)
        paper.who = pens.Person("cross", 0.9, 0.5)
        for box in sheet.pages[0].boxes:
            if box.question == "met" and box.value in values:
                paper.mark(box, "cross")
        if nth == 0:
            paper.write(sheet.pages[0].areas[0])
        paths.append(tmp_path / f"scan{nth}.png")
        cv2.imwrite(str(paths[-1]), paper.looks())
    return paths


@pytest.fixture
def review(qtbot, page, scans):
    made = page.paper_menu.review(scans)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(lambda: made.reading is not None, timeout=20_000)
    return made


def kept(store, event):
    with store.read() as connection:
        return sorted((dict(one.answers) for one in query.find(connection, Response, event_id=event.id)), key=len)


def test_one_key_decides_and_what_is_written_is_typed(qtbot, store, event, page, review):
    assert review.ui.question_label.text() == "Did you meet somebody new?"
    assert review.ui.keep_button.text() == "&Keep 1 sheet"
    qtbot.keyClick(review, "1")
    assert review.ui.question_label.text() == "What will you do now?"
    qtbot.keyClicks(review.ui.write_edit, "Call them")
    qtbot.keyClick(review.ui.write_edit, Qt.Key.Key_Return)
    assert review.doubt is None
    assert kept(store, event) == []
    with qtbot.waitSignal(page.paper_menu.done) as told:
        review.ui.keep_button.click()
    assert told.args == ["Kept answers of 2 sheets."]
    assert kept(store, event) == [{"met": "yes"}, {"met": "yes", "words": "Call them"}]


def test_a_decision_can_be_taken_back(qtbot, review):
    qtbot.keyClick(review, "2")
    review.ui.undo_button.click()
    assert review.ui.question_label.text() == "Did you meet somebody new?"
    assert not review.ui.undo_button.isEnabled()


def test_a_figure_is_its_own_key():
    assert _keys([*map(str, range(11))]) == [*"0123456789", "a"]
    assert "".join(_keys(["Yes", "No"]))[:2] == "12"


def test_what_was_taken_is_told(qtbot, review):
    qtbot.keyClick(review, "2")
    assert review.ui.left_label.text().startswith("Taken: No. ")


def test_every_choice_has_a_button_with_its_key(review):
    shown = [one.text() for one in review.ui.choices_box.findChildren(QPushButton) if not one.isHidden()]
    assert shown == ["1   Yes", "2   No", "0   No answer"]
    assert not review.ui.crop_label.pixmap().isNull()


def test_the_same_scans_again_bring_nothing_twice(store, event, scans, review):
    told = form_scans.settle(review.reading, review.doubt[0], "met", "yes")
    told = form_scans.settle(told, review.doubt[0], "words", "")
    assert form_scans.keep(store, event.id, told) == 2
    again = form_scans.read_scans(store, event.id, scans)
    assert {one.fate for one in again.sheets} == {form_scans.KNOWN}
    assert form_scans.keep(store, event.id, again) == 0
