"""A scanner types fast and ends with Enter: wherever the cursor stands, that is a scan for the door."""

from dataclasses import dataclass

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QComboBox, QDialog, QMessageBox, QSpinBox, QWidget

from sla_desktop.gui.attendance.wedge import LONGEST_GAP_MS
from sla_desktop.gui.shared.prompts import TAKES_CODES, PromptDialog
from sla_desktop.services import locks, presence, tickets
from sla_desktop.services.refusals import refusals

SLOW = LONGEST_GAP_MS + 40


@pytest.fixture
def window(qtbot, desktop, event, people):
    desktop.window.show()
    desktop.window.activateWindow()
    qtbot.waitUntil(desktop.window.isActiveWindow)
    desktop.window.open_event(event, "check_in")
    return desktop.window


@pytest.fixture
def hannah(people):
    return next(one for one in people if one.name == "Hannah McDonald")


@dataclass
class Keyboard:
    """Keys as the computer gets them: to the window, with the time at which each was pressed."""

    now: int = 1000

    def press(self, window, key, text, *, gap=2, modifiers=Qt.KeyboardModifier.NoModifier, held=False):
        self.now += gap
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, key, modifiers, text, held)
            event.setTimestamp(self.now)
            QApplication.sendEvent(window.windowHandle(), event)

    def scan(self, window, text, *, gap=2, end=Qt.Key.Key_Return):
        for sign in text:
            if sign == "\x02":
                self.press(window, Qt.Key.Key_B, sign, gap=gap, modifiers=Qt.KeyboardModifier.ControlModifier)
                continue
            if sign.isupper() or sign == ":":
                self.press(window, Qt.Key.Key_Shift, "", gap=0)
            self.press(window, Qt.Key(ord(sign.upper())), sign, gap=gap)
        self.press(window, end, "\r" if end == Qt.Key.Key_Return else "\t", gap=gap)


@pytest.fixture
def scan():
    return Keyboard().scan


def test_a_ticket_that_is_scanned_into_an_open_form_saves_nothing_there(qtbot, store, event, window, hannah, scan):
    window.ui.edit_event_action.trigger()
    dialog = QApplication.activeModalWidget()
    qtbot.waitUntil(dialog.isActiveWindow)
    scan(dialog, hannah.registration.code)
    assert dialog.isVisible()
    assert dialog.ui.title_edit.text() == "Community day"
    assert inside(store, event) == set()
    dialog.reject()


@pytest.fixture
def asked(qtbot, window):
    """Opens a window of a question and waits until it has the keyboard."""

    def open_it(dialog):
        dialog.open()
        dialog.activateWindow()
        qtbot.waitUntil(dialog.isActiveWindow)
        return dialog

    return open_it


def test_a_ticket_that_is_scanned_at_a_question_with_buttons_answers_nothing(window, hannah, scan, asked):
    box = QMessageBox(QMessageBox.Icon.Question, "", "Photos?", QMessageBox.StandardButton.Yes, window)
    asked(box)
    scan(box, hannah.registration.code)
    assert box.isVisible()
    box.reject()


@pytest.mark.parametrize("takes", [True, False])
def test_a_signed_code_of_somebody_unknown_goes_only_into_a_line_for_codes(window, scan, asked, takes):
    dialog = asked(PromptDialog(window, "Which?"))
    dialog.ui.answer_edit.setProperty(TAKES_CODES, takes)
    scan(dialog, "SLA2:AAAA2222")
    assert (dialog.isVisible(), dialog.answer) == ((False, "SLA2:AAAA2222") if takes else (True, ""))
    dialog.reject()


def inside(store, event):
    return {one.name for one in presence.present(store, event.id)}


@pytest.mark.parametrize("stage", ["people", "breakouts", "feedback", "documents", "sync", "check_in"])
def test_a_scan_on_any_page_is_for_the_door(scan, window, store, event, hannah, stage):
    window.go(stage)
    scan(window, hannah.registration.code)
    assert window.ui.check_in_button.isChecked()
    assert inside(store, event) == {"Hannah McDonald"}
    assert window.page.ui.name_label.text() == "Hannah McDonald"
    assert window.page.ui.search_edit.text() == ""


def test_what_was_in_the_field_before_the_scan_stays(scan, window, store, event, hannah):
    window.go("people")
    people_page = window.page
    people_page.ui.find_edit.setText("oxleas")
    people_page.ui.find_edit.setFocus()
    scan(window, hannah.registration.code)
    assert people_page.ui.find_edit.text() == "oxleas"
    window.go("breakouts")
    boxes = [one for one in window.page.findChildren(QWidget)]
    boxes = [one for one in boxes if isinstance(one, QSpinBox | QComboBox) and one.isVisible()]
    assert boxes
    for box in boxes:
        window.go("breakouts")
        before = box.metaObject().userProperty().read(box)
        box.setFocus()
        scan(window, "EB-9900112")
        assert box.metaObject().userProperty().read(box) == before


def test_half_a_name_in_the_box_does_not_spoil_a_scan(scan, window, store, event, people, hannah):
    window.page.ui.search_edit.setText("owain gl")
    window.page.focus_search()
    window.page.ui.search_edit.end(False)
    scan(window, hannah.registration.code)
    assert inside(store, event) == {"Hannah McDonald"}


def test_the_session_stays_chosen_when_a_scan_hits_its_box(scan, window, store, event, hannah):
    combo = window.page.ui.session_combo
    combo.addItem(hannah.registration.code, "x")
    combo.setFocus()
    scan(window, hannah.registration.code)
    assert combo.currentIndex() == 0
    assert inside(store, event) == {"Hannah McDonald"}


@pytest.mark.parametrize("junk", ["]Q1", "]C1", "\x02", "\\000026", "#000026", "\x02]Q1"])
def test_what_scanners_put_before_a_code_does_not_matter(scan, window, store, event, hannah, junk):
    window.go("documents")
    scan(window, junk + hannah.registration.code)
    assert inside(store, event) == {"Hannah McDonald"}


def test_a_signed_ticket_is_read_with_caps_lock_on_too(scan, window, store, event, hannah):
    scan(window, tickets.ticket_text(store, hannah.registration).swapcase())
    assert inside(store, event) == {"Hannah McDonald"}


def test_somebody_who_types_is_no_scanner(scan, window, store, event, hannah):
    window.go("people")
    window.page.ui.find_edit.setFocus()
    scan(window, hannah.registration.code, gap=SLOW)
    assert window.ui.people_button.isChecked()
    assert window.page.ui.find_edit.text().upper() == hannah.registration.code
    assert inside(store, event) == set()


def test_a_short_or_wordy_burst_is_left_where_it_was_typed(scan, window, store, event):
    window.go("people")
    window.page.ui.find_edit.setFocus()
    scan(window, "7b")
    scan(window, "hannah")
    assert window.ui.people_button.isChecked()
    assert window.page.ui.find_edit.text() == "7bhannah"


def test_a_key_that_is_held_down_is_no_scan(window):
    window.go("people")
    window.page.ui.find_edit.setFocus()
    keyboard = Keyboard()
    for _ in range(9):
        keyboard.press(window, Qt.Key.Key_7, "7", gap=30, held=True)
    keyboard.press(window, Qt.Key.Key_Return, "\r")
    assert window.ui.people_button.isChecked()


def test_a_bad_scan_is_red_and_noted_and_the_next_goes_through(scan, window, store, event, hannah):
    window.go("documents")
    scan(window, "SLA2:AAAA2222")
    assert window.page.ui.verdict_frame.property("light") == "red"
    scan(window, hannah.registration.code)
    assert inside(store, event) == {"Hannah McDonald"}
    assert len(refusals(store, event.id)) == 1


def test_a_form_that_is_open_gets_what_is_typed_in_it(scan, qtbot, window, store, event, hannah):
    window.page.open_walk_in()
    dialog = window.page.findChild(QDialog)
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    scan(dialog, hannah.registration.code, end=Qt.Key.Key_Tab)
    assert dialog.ui.given_edit.text().upper() == hannah.registration.code
    assert inside(store, event) == set()
    dialog.reject()


def test_a_locked_window_takes_no_scan(scan, window, desktop, store, event, hannah):
    locks.set_pin(store, "1357")
    window.go("people")
    desktop.safety.lock.lock()
    scan(window, hannah.registration.code)
    assert inside(store, event) == set()
    assert desktop.safety.lock.locked
    assert window.ui.people_button.isChecked()


def test_a_short_code_of_a_seller_is_a_scan_too(scan, window):
    window.go("people")
    scan(window, "T111")
    assert window.ui.check_in_button.isChecked()
    assert "T111" in window.page.ui.detail_label.text()
