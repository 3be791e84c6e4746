"""Visitors let themselves in with a ticket, a code or a whole name; nothing of the last person stays."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit

from sla_desktop.gui.attendance.self_check_in import SelfCheckInWindow
from sla_desktop.gui.shared.leaving import LEAVE_KEYS
from sla_desktop.services import locks, places, presence, tickets
from sla_desktop.services.tickets import Place


@pytest.fixture
def kiosk(qtbot, store, event, people, jobs):
    locks.set_pin(store, "1357")
    made = SelfCheckInWindow(store, event, Place(event.id), jobs)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(made)
    made.resize(1280, 720)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    yield made
    made._leaving = True


@pytest.fixture
def hannah(people):
    return next(one for one in people if one.name == "Hannah McDonald")


def give(kiosk, text):
    """What a scanner or a visitor types, with Enter."""
    for letter in text:
        QTest.keyClick(kiosk.focusWidget(), letter)
    QTest.keyClick(kiosk.focusWidget(), Qt.Key.Key_Return)


def inside(store, event):
    return {one.name for one in presence.present(store, event.id)}


def words(kiosk):
    return kiosk.ui.word_label.text()


def all_text(kiosk):
    boxes = [box.text() for box in kiosk.findChildren(QLineEdit)]
    return " ".join([label.text() for label in kiosk.findChildren(QLabel)] + boxes)


def test_a_ticket_a_signed_ticket_and_a_whole_name_let_people_in(kiosk, store, event, people, hannah):
    owain = next(one for one in people if one.name.startswith("Owain"))
    give(kiosk, hannah.registration.code)
    QTest.keyClick(kiosk.focusWidget(), Qt.Key.Key_Return)
    assert words(kiosk) == "Welcome"
    assert kiosk.ui.name_label.text() == "Hannah McDonald"
    give(kiosk, "glyn pryce owain")
    zoe = next(one for one in people if one.name.startswith("Zo"))
    give(kiosk, tickets.ticket_text(store, zoe.registration))
    assert inside(store, event) == {hannah.name, owain.name, zoe.name}


def test_part_of_a_name_finds_nobody_and_tells_nothing(kiosk, store, event):
    for text in ("han", "hannah", "mcdonald", "oxleas", "hannah@example.org"):
        give(kiosk, text)
        assert words(kiosk) == "Please ask at the desk"
        assert "McDonald" not in all_text(kiosk)
        kiosk.start_again()
    assert inside(store, event) == set()


def test_why_somebody_cannot_come_in_is_told_at_the_desk_and_not_here(kiosk, store, event, hannah):
    places.change_place(store, hannah.id, {"status": "cancelled"})
    give(kiosk, hannah.registration.code)
    assert words(kiosk) == "Please ask at the desk"
    assert "ancelled" not in all_text(kiosk)
    assert "Hannah" not in all_text(kiosk)


def test_a_need_or_note_is_never_shown_to_visitors(kiosk, store, hannah):
    places.change_place(store, hannah.id, {"attention": "Needs the step-free door."})
    give(kiosk, hannah.registration.code)
    assert "step-free" not in all_text(kiosk)


def test_a_second_time_is_friendly_and_not_green(kiosk, hannah):
    give(kiosk, hannah.registration.code)
    give(kiosk, hannah.registration.code)
    assert "already" in kiosk.ui.detail_label.text()
    assert kiosk.ui.answer_frame.property("light") == "note"


def test_two_people_of_one_name_are_sent_to_the_desk(kiosk, store, event, register, people):
    register(store, event.id, "Sam,Lee,sam1@example.org,Oxleas", "Sam,Lee,sam2@example.org,Lewisham Council")
    give(kiosk, "sam lee")
    assert words(kiosk) == "Please ask at the desk"
    assert inside(store, event) == set()


def test_it_starts_again_by_itself_and_nothing_is_left_of_the_last_person(qtbot, kiosk, hannah, monkeypatch):
    give(kiosk, "hannah mcdonald")
    assert "Hannah" in all_text(kiosk)
    kiosk._over.start(1)
    qtbot.waitUntil(lambda: kiosk.ui.stack.currentWidget() is kiosk.ui.ask_page)
    assert "annah" not in all_text(kiosk)
    QTest.keyClick(kiosk.ui.text_edit, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(kiosk.ui.text_edit, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert kiosk.ui.text_edit.text() == ""


def test_what_somebody_copied_or_left_half_typed_goes_too(qtbot, kiosk):
    QTest.keyClicks(kiosk.ui.text_edit, "hannah")
    assert kiosk._idle.isActive()
    kiosk.ui.text_edit.selectAll()
    kiosk.ui.text_edit.copy()
    kiosk._idle.start(1)
    qtbot.waitUntil(lambda: kiosk.ui.text_edit.text() == "")
    kiosk.ui.text_edit.paste()
    assert kiosk.ui.text_edit.text() == ""
    assert "hannah" not in QApplication.clipboard().text()


def test_the_next_scan_does_not_wait_for_the_answer_before_it(kiosk, store, event, people):
    for person in people:
        give(kiosk, person.registration.code)
    assert inside(store, event) == {one.name for one in people}


def test_a_bad_code_does_not_stop_the_next(kiosk, store, event, hannah):
    give(kiosk, "]Q1SLA2:AAAA")
    assert words(kiosk) == "Please ask at the desk"
    give(kiosk, hannah.registration.code)
    assert words(kiosk) == "Welcome"


def test_only_the_pin_ends_it(qtbot, kiosk):
    kiosk.close()
    QTest.keyClick(kiosk, Qt.Key.Key_Escape)
    assert kiosk.isVisible()
    assert LEAVE_KEYS == "Ctrl+Shift+K"
    kiosk.ask_to_leave()
    QTest.keyClicks(kiosk.ui.secret_edit, "9999")
    kiosk.ui.leave_button.click()
    qtbot.waitUntil(lambda: "not it" in kiosk.ui.wrong_label.text())
    assert kiosk.isVisible()
    QTest.keyClicks(kiosk.ui.secret_edit, "1357")
    with qtbot.waitSignal(kiosk.left):
        QTest.keyClick(kiosk.ui.secret_edit, Qt.Key.Key_Return)
    assert not kiosk.isVisible()


def test_who_asked_to_leave_and_went_away_holds_nobody_up(qtbot, kiosk):
    kiosk.ask_to_leave()
    QTest.keyClicks(kiosk.ui.secret_edit, "13")
    kiosk._idle.start(1)
    qtbot.waitUntil(lambda: kiosk.ui.stack.currentWidget() is kiosk.ui.ask_page)
    assert kiosk.ui.secret_edit.text() == ""


def test_the_window_behind_is_locked_until_the_kiosk_is_left(qtbot, desktop, store, event, people):
    locks.set_pin(store, "1357")
    desktop.window.show()
    desktop.window.open_event(event, "check_in")
    desktop.window.ui.self_check_in_action.trigger()
    kiosk = desktop.event_menu.kiosk
    assert kiosk.isFullScreen()
    assert desktop.safety.lock.locked
    kiosk.ask_to_leave()
    QTest.keyClicks(kiosk.ui.secret_edit, "1357")
    with qtbot.waitSignal(kiosk.left):
        QTest.keyClick(kiosk.ui.secret_edit, Qt.Key.Key_Return)
    assert not desktop.safety.lock.locked


def test_it_is_not_started_where_every_visitor_could_leave_it(desktop, store, event, people, prompts):
    desktop.safety.lock.has_passphrase = False
    desktop.window.show()
    desktop.window.open_event(event, "check_in")
    desktop.window.ui.self_check_in_action.trigger()
    assert desktop.event_menu.kiosk is None
    assert "Set a PIN" in prompts.told[-1]
