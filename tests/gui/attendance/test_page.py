"""The door: type, Enter, a verdict after the commit, undo, walk-ins, and a scanner that types fast."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QLabel

from sla_desktop.gui.attendance import model
from sla_desktop.gui.attendance.page import CheckInPage
from sla_desktop.gui.attendance.walk_in_dialog import WalkInDialog
from sla_desktop.services import (
    attendance,
    clock,
    doors,
    event_changes,
    events,
    exchange,
    merging,
    places,
    presence,
    refusals,
    tickets,
    walk_ins,
)
from sla_desktop.services.people import attendees
from sla_desktop.services.roll import Roll
from sla_desktop.services.walk_ins import NewPerson
from tests.conftest import ENDS, STARTS
from tests.door import recent


@pytest.fixture
def page(qtbot, store, event, people, prompts):
    made = CheckInPage(store, event, prompts)
    for rows in (made.results, made.arrivals):
        QAbstractItemModelTester(rows, QAbstractItemModelTester.FailureReportingMode.Fatal, rows)
    qtbot.addWidget(made)
    made.resize(1000, 640)
    made.show()
    made.focus_search()
    return made


def type_in(qtbot, page, text, *, enter=True):
    qtbot.keyClicks(page.ui.search_edit, text)
    if enter:
        qtbot.keyClick(page.ui.search_edit, Qt.Key.Key_Return)


def light(page):
    return page.ui.verdict_frame.property("light")


def inside(page, event):
    return {person.name for person in presence.present(page._store, event.id)}


def test_two_letters_and_enter_let_somebody_in(qtbot, event, page):
    type_in(qtbot, page, "ha")
    assert inside(page, event) == {"Hannah McDonald"}
    assert light(page) == "green"
    assert page.ui.word_label.text() == "Welcome"
    assert page.ui.name_label.text() == "Hannah McDonald"
    assert page.ui.organisation_label.text() == "Carers Together"
    assert page.ui.search_edit.text() == ""
    assert page.ui.search_edit.hasFocus()


def test_nothing_is_green_that_is_not_in_the_record(qtbot, event, page, monkeypatch):
    from sla_desktop.domain.errors import SlaError
    from sla_desktop.gui.attendance import page as module

    def full(*args, **kwargs):
        raise SlaError("The disk is full.")

    monkeypatch.setattr(module.attendance, "check_in", full)
    type_in(qtbot, page, "ha")
    assert light(page) == "amber"
    assert (page.ui.word_label.text(), page.ui.detail_label.text()) == ("Not let in", "The disk is full.")
    assert inside(page, event) == set()


def test_a_second_time_is_amber_and_says_since_when_and_where(qtbot, store, page):
    store.name_desk("Front door")
    page.refresh()
    for _ in range(2):
        type_in(qtbot, page, "owain")
        page.refresh()
    assert light(page) == "amber"
    assert page.ui.word_label.text() == "Already in"
    assert "Front door" in page.ui.detail_label.text()


def test_a_ticket_code_typed_fast_by_a_scanner_lets_its_person_in(qtbot, event, page):
    person = page._reader.roll.index.find("hannah")[0]
    QTest.keyClicks(page.ui.search_edit, person.registration.code, delay=2)
    qtbot.keyClick(page.ui.search_edit, Qt.Key.Key_Return)
    assert page.ui.name_label.text() == "Hannah McDonald"
    assert recent(page._store, event.id)[0].fact.source == "scan"


def test_a_sound_code_that_nobody_has_is_red_and_lets_nobody_in(qtbot, event, page):
    from sla_desktop.domain.ids import new_id
    from sla_desktop.domain.registrations import ticket_code

    type_in(qtbot, page, ticket_code(new_id()))
    assert light(page) == "red"
    assert page.ui.word_label.text() == "Not on the list"
    assert inside(page, event) == set()


def test_enter_on_an_empty_box_does_nothing(qtbot, event, page):
    type_in(qtbot, page, "")
    type_in(qtbot, page, "   ")
    assert light(page) == "idle"
    assert inside(page, event) == set()


def test_arrow_keys_in_the_box_choose_among_those_found(qtbot, event, page):
    type_in(qtbot, page, "riverside", enter=False)
    assert page.results.rowCount() == 2
    wanted = page.results.records[1].name
    qtbot.keyClick(page.ui.search_edit, Qt.Key.Key_Down)
    qtbot.keyClick(page.ui.search_edit, Qt.Key.Key_Return)
    assert inside(page, event) == {wanted}


def test_results_say_who_is_in_already(qtbot, page):
    type_in(qtbot, page, "ha")
    page.refresh()
    type_in(qtbot, page, "ha", enter=False)
    assert "In since" in page.results.index(0).data()


def test_escape_clears_the_box(qtbot, page):
    type_in(qtbot, page, "ha", enter=False)
    qtbot.keyClick(page.ui.search_edit, Qt.Key.Key_Escape)
    assert page.ui.search_edit.text() == ""
    assert page.ui.stack.currentWidget() is page.ui.verdict_page


def test_letters_typed_on_a_list_land_in_the_box(qtbot, page):
    page.ui.arrivals_list.setFocus()
    qtbot.keyClicks(page.ui.arrivals_list, "ha")
    assert page.ui.search_edit.text() == "ha"
    assert page.ui.search_edit.hasFocus()


def test_a_key_that_reaches_a_box_that_cannot_take_it_goes_nowhere(qtbot, page):
    page.ui.search_edit.setEnabled(False)
    qtbot.keyClicks(page.ui.arrivals_list, "h")
    assert page.ui.search_edit.text() == ""


def test_what_is_typed_on_any_button_of_the_window_lands_in_the_box(qtbot, event, people, desktop):
    window = desktop.window
    window.show()
    window.open_event(event, "check_in")
    box = window.page.ui.search_edit
    for button in (window.ui.colours_button, window.page.ui.walk_in_button):
        box.clear()
        button.setFocus()
        qtbot.keyClicks(window.focusWidget(), "h")
        qtbot.keyClicks(window.focusWidget(), "a")
        assert box.text() == "ha"
        assert window.focusWidget() is box
    window.ui.colours_button.setFocus()
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_X, Qt.KeyboardModifier.ControlModifier)
    assert window.focusWidget() is window.ui.colours_button


def test_after_nobody_was_found_the_next_name_replaces_the_last(qtbot, event, page):
    type_in(qtbot, page, "zzzz")
    assert page.ui.stack.currentWidget() is page.ui.nobody_page
    type_in(qtbot, page, "hannah")
    assert inside(page, event) == {"Hannah McDonald"}


def test_the_count_says_how_many_are_in_the_room(qtbot, page):
    for name in ("ha", "owain"):
        type_in(qtbot, page, name)
    page.refresh()
    assert page.ui.present_label.text() == "2"
    assert page.ui.present_words.text() == "of 8 in the room"
    assert page.ui.ring.accessibleName() == "2 of 8"


def test_undo_takes_back_the_last_arrival_and_keeps_both_facts(qtbot, event, page):
    for name in ("ha", "owain"):
        type_in(qtbot, page, name)
        page.refresh()
    page.undo()
    assert inside(page, event) == {"Hannah McDonald"}
    assert page.ui.word_label.text() == "Undone"
    assert light(page) == "note"
    page.refresh()
    page.undo()
    assert inside(page, event) == set()


def test_an_earlier_arrival_can_be_chosen_for_undo(qtbot, event, page):
    for name in ("ha", "owain"):
        type_in(qtbot, page, name)
    page.refresh()
    page.ui.arrivals_list.setCurrentIndex(page.arrivals.index(1))
    assert page.ui.undo_button.text() == "Undo this one"
    qtbot.mouseClick(page.ui.undo_button, Qt.MouseButton.LeftButton)
    assert inside(page, event) == {"Owain Glyn Pryce"}
    page.refresh()
    assert page.ui.undo_button.text() == "Undo last"
    page.undo()
    assert inside(page, event) == set()


def test_undo_never_takes_back_what_was_not_done_here(qtbot, store, event, people, page):
    attendance.check_in(store, event.id, people[0].id, desk=store.desk)
    page.refresh()
    type_in(qtbot, page, people[0].registration.code)
    assert light(page) == "amber"
    page.undo()
    assert inside(page, event) == {people[0].name}
    assert "nothing to undo" in page.ui.banner.sentence


def test_undo_after_a_verdict_that_changed_nothing_says_first_whose_entry_it_would_take_back(qtbot, event, page):
    for name in ("ha", "owain", "ha"):
        type_in(qtbot, page, name)
        page.refresh()
    assert page.ui.word_label.text() == "Already in"
    page.undo()
    assert inside(page, event) == {"Hannah McDonald", "Owain Glyn Pryce"}
    assert "Owain Glyn Pryce, press Ctrl+Z again" in page.ui.banner.sentence
    page.undo()
    assert inside(page, event) == {"Hannah McDonald"}
    assert page.ui.banner.isHidden()


def test_the_button_to_undo_the_last_asks_nothing(qtbot, event, page):
    for name in ("ha", "owain", "ha"):
        type_in(qtbot, page, name)
        page.refresh()
    page.ui.undo_button.click()
    assert inside(page, event) == {"Hannah McDonald"}


def test_enter_checks_in_nobody_while_two_are_called_the_same_until_one_is_chosen(
    qtbot, store, event, register, page
):
    known = register(store, event.id, "Jane,Smith,jane@a.example,Age UK", "Jane,Smith,jane@b.example,Oxleas")
    attendance.check_in(store, event.id, next(one.id for one in known if one.organisation == "Age UK"), desk="A")
    page.refresh()
    type_in(qtbot, page, "jane smith")
    assert page.ui.leave_button.isHidden()
    assert page.ui.banner.sentence == "2 people are called Jane Smith. Choose one with the arrow keys."
    assert page.ui.results_hint.text().startswith("Choose one with the arrow keys")
    assert [one.organisation for one in page.results.records] == ["Oxleas", "Age UK"], "who is expected comes first"
    qtbot.keyClick(page.ui.search_edit, Qt.Key.Key_Down)
    page.refresh()
    qtbot.keyClick(page.ui.search_edit, Qt.Key.Key_Return)
    assert (page.ui.word_label.text(), page.ui.organisation_label.text()) == ("Welcome", "Oxleas")


def test_what_was_undone_elsewhere_is_told(qtbot, store, event, page):
    type_in(qtbot, page, "ha")
    attendance.undo(store, event.id, recent(store, event.id)[0].fact.id, desk="Desk 2")
    page.undo()
    assert page.ui.word_label.text() == "Already undone"


def test_ctrl_z_in_the_empty_box_reaches_the_menu(qtbot, event, people, desktop):
    window = desktop.window
    window.show()
    window.activateWindow()
    window.go("check_in")
    page = window.page
    qtbot.waitUntil(page.ui.search_edit.hasFocus)
    type_in(qtbot, page, "ha")
    assert inside(page, event) == {"Hannah McDonald"}
    qtbot.waitUntil(lambda: page.arrivals.rowCount() == 1)
    qtbot.keyClick(page.ui.search_edit, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert inside(page, event) == set()


def test_somebody_who_leaves_a_session_is_still_at_the_event(qtbot, store, event, page):
    session = events.add_session(store, event.id, title="Workshop", starts=STARTS, ends=ENDS)
    page.refresh()
    type_in(qtbot, page, "ha")
    page.ui.session_combo.setCurrentIndex(page.ui.session_combo.findData(str(session.id)))
    type_in(qtbot, page, "ha")
    page.refresh()
    type_in(qtbot, page, "ha", enter=False)
    qtbot.mouseClick(page.ui.leave_button, Qt.MouseButton.LeftButton)
    assert page.ui.word_label.text() == "Left"
    assert "still at the event" in page.ui.detail_label.text()
    assert inside(page, event) == {"Hannah McDonald"}


def test_somebody_who_leaves_is_no_longer_in_the_room(qtbot, event, page):
    type_in(qtbot, page, "ha")
    page.refresh()
    type_in(qtbot, page, "ha", enter=False)
    qtbot.mouseClick(page.ui.leave_button, Qt.MouseButton.LeftButton)
    assert inside(page, event) == set()
    assert page.ui.word_label.text() == "Left"
    assert page.ui.detail_label.text().startswith("Left at ")


def test_a_cancelled_person_is_red_and_can_be_let_in_with_a_reason(
    qtbot, store, event, people, page, prompts, tmp_path
):
    from dataclasses import replace

    with store.change() as tx:
        tx.put(replace(people[0].registration, status="cancelled"))
    page.refresh()
    type_in(qtbot, page, people[0].registration.code)
    assert light(page) == "red"
    assert page.ui.override_button.isVisible()
    prompts.texts = [""]
    qtbot.mouseClick(page.ui.override_button, Qt.MouseButton.LeftButton)
    assert inside(page, event) == set()
    prompts.texts = ["Rang the office"]
    qtbot.mouseClick(page.ui.override_button, Qt.MouseButton.LeftButton)
    assert light(page) == "green"
    assert recent(store, event.id)[0].fact.override == "Rang the office"


def test_the_chosen_session_is_where_people_arrive(qtbot, store, event, page):
    session = events.add_session(store, event.id, title="Workshops", starts=STARTS, ends=ENDS)
    page.refresh()
    page.ui.session_combo.setCurrentIndex(page.ui.session_combo.findData(str(session.id)))
    type_in(qtbot, page, "ha")
    assert recent(store, event.id)[0].fact.session_id == session.id
    page.refresh()
    assert page.ui.session_combo.currentData() == str(session.id)


def test_the_box_for_the_session_shows_how_full_it_is(qtbot, store, event, page):
    session = events.add_session(
        store, event.id, title="Falls and balance workshop", starts=STARTS, ends=ENDS, capacity=25
    )
    page.refresh()
    combo = page.ui.session_combo
    combo.setCurrentIndex(combo.findData(str(session.id)))
    assert model.session_words(page._reader.roll.fullness()[0], event) == combo.currentText()
    qtbot.waitUntil(lambda: combo.width() >= combo.sizeHint().width())


def walk_in_dialog(page):
    page.open_walk_in()
    return QApplication.activeModalWidget()


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_a_walk_in_is_done_by_keyboard_alone(qtbot, event, page):
    qtbot.keyClicks(page.ui.search_edit, "Wren Achebe")
    assert page.ui.stack.currentWidget() is page.ui.nobody_page
    dialog = walk_in_dialog(page)
    assert (dialog.ui.given_edit.text(), dialog.ui.family_edit.text()) == ("Wren", "Achebe")
    qtbot.keyClicks(dialog.ui.organisation_edit, "Harbour Hospice")
    qtbot.keyClick(dialog.ui.organisation_edit, Qt.Key.Key_Return)
    assert inside(page, event) == {"Wren Achebe"}
    assert light(page) == "green"
    assert page.ui.organisation_label.text() == "Harbour Hospice"


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_a_ticket_scanned_into_the_walk_in_form_is_no_name(qtbot, store, event, page):
    code = attendees(store, event.id)[0].registration.code
    dialog = walk_in_dialog(page)
    qtbot.keyClicks(dialog.ui.given_edit, code)
    qtbot.keyClick(dialog.ui.given_edit, Qt.Key.Key_Return)
    assert inside(page, event) == set()
    assert "That was a ticket" in dialog.ui.error_label.text()
    assert dialog.ui.given_edit.text() == ""
    dialog.reject()


def test_a_title_is_no_given_name_alone(page):
    page.ui.search_edit.setText("Dr. Ada Lovelace King")
    dialog = walk_in_dialog(page)
    assert (dialog.ui.given_edit.text(), dialog.ui.family_edit.text()) == ("Dr. Ada", "Lovelace King")
    dialog.reject()


def test_tab_in_the_walk_in_goes_through_the_fields_in_reading_order(qtbot, page):
    dialog = walk_in_dialog(page)
    order, at = [], dialog.ui.given_edit
    for _ in range(5):
        order.append(at.objectName())
        qtbot.keyClick(at, Qt.Key.Key_Tab)
        at = dialog.focusWidget()
    assert order == ["given_edit", "family_edit", "organisation_edit", "role_edit", "email_edit"]
    dialog.reject()


def test_known_organisations_are_offered(page):
    dialog = walk_in_dialog(page)
    completer = dialog.ui.organisation_edit.completer()
    completer.setCompletionPrefix("trust")
    assert completer.currentCompletion() == "Riverside NHS Trust"
    dialog.reject()


def test_a_walk_in_without_a_name_is_refused_beside_the_field(qtbot, event, page):
    dialog = walk_in_dialog(page)
    qtbot.keyClick(dialog.ui.given_edit, Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert dialog.ui.error_label.text() == "A walk-in needs at least one name."
    assert inside(page, event) == set()
    dialog.reject()


def note_somebody(store, page, person):
    places.change_place(store, person.id, {"attention": "Needs the step-free door."})
    page.refresh()


def press_f7(qtbot, page):
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    with qtbot.waitSignal(page.ui.note_button.toggled):
        QTest.keyClick(page.windowHandle(), Qt.Key.Key_F7)


def test_the_queue_sees_only_that_there_is_a_note_and_f7_shows_it_to_the_desk(qtbot, store, people, page):
    note_somebody(store, page, people[0])
    type_in(qtbot, page, people[0].registration.code)
    assert light(page) == "green"
    assert page.ui.note_button.isVisible()
    assert not page.ui.note_card.isVisible()
    shown = [label.text() for label in page.ui.verdict_frame.findChildren(QLabel)]
    assert not any("step-free" in text for text in shown)
    press_f7(qtbot, page)
    assert page.ui.note_card.isVisible()
    assert page.ui.note_label.text() == "Needs the step-free door."
    press_f7(qtbot, page)
    assert not page.ui.note_card.isVisible()


def test_a_note_is_gone_when_the_next_person_is_looked_for(qtbot, store, people, page):
    note_somebody(store, page, people[0])
    type_in(qtbot, page, people[0].registration.code)
    press_f7(qtbot, page)
    type_in(qtbot, page, "o", enter=False)
    assert not page.ui.note_card.isVisible()
    type_in(qtbot, page, people[1].registration.code)
    assert not page.ui.note_button.isVisible()
    assert page.ui.note_label.text() == ""


def test_the_results_do_not_tell_a_note_either(qtbot, store, people, page):
    note_somebody(store, page, people[0])
    page.ui.search_edit.setText(people[0].name)
    assert "step-free" not in page.results.index(0).data()


def test_a_scan_that_is_nobodys_is_red_noted_and_does_not_stop_the_next(qtbot, store, event, page):
    type_in(qtbot, page, "\\000026EB-99001")
    assert light(page) == "red"
    assert page.ui.search_edit.text() == ""
    type_in(qtbot, page, "hannah")
    assert light(page) == "green"
    assert [one.text for one in refusals.refusals(store, event.id)] == ["\\000026EB-99001"]


def test_a_made_up_signed_ticket_is_red(qtbot, store, event, people, page):
    text = tickets.ticket_text(store, people[0].registration)
    type_in(qtbot, page, text[:-1] + ("A" if text[-1] != "A" else "B"))
    assert page.ui.word_label.text() == "Not genuine"
    type_in(qtbot, page, text)
    assert inside(page, event) == {people[0].name}


def test_what_the_door_asks_is_asked_once_and_kept(qtbot, store, event, people, page, prompts):
    question = {"name": "photo", "text": "May we take photos?", "kind": "yes-no", "required": True}
    doors.set_rules(store, event.id, {"questions": [question]})
    prompts.choice = 0
    type_in(qtbot, page, "ha")
    assert light(page) == "green"
    assert recent(store, event.id)[0].fact.answers == {"photo": "Yes"}


def test_who_gives_up_a_question_that_needs_an_answer_is_asked_no_other(qtbot, store, event, people, page, prompts):
    needed = {"name": "bay", "text": "Which bay?", "kind": "number", "required": True}
    doors.set_rules(store, event.id, {"questions": [needed, {"name": "lot", "text": "Which lot?", "kind": "number"}]})
    prompts.texts = ["", "7"]
    type_in(qtbot, page, "ha")
    assert (light(page), prompts.texts) == ("amber", ["7"])


def test_an_answer_that_is_none_is_asked_for_again(qtbot, store, event, people, page, prompts):
    question = {"name": "bay", "text": "Which bay?", "kind": "number", "required": True}
    doors.set_rules(store, event.id, {"questions": [question]})
    prompts.texts = ["green", "7"]
    type_in(qtbot, page, "ha")
    assert recent(store, event.id)[0].fact.answers == {"bay": "7"}


def test_what_a_scanner_types_makes_the_window_no_wider(qtbot, page):
    before = page.minimumSizeHint().width()
    page.ui.search_edit.setText("SLA2:" + "DF3Q" * 45)
    assert page.ui.nobody_page.isVisible()
    assert page.minimumSizeHint().width() <= max(before, 1240)


def test_a_desk_in_a_room_needs_no_session_to_be_chosen(qtbot, store, event, people, page):
    session = events.add_session(
        store, event.id, title="All day", starts=clock.now(), ends=clock.now() + timedelta(hours=9), room="Chapel"
    )
    page.refresh()
    page.ui.session_combo.setCurrentText("Whatever is on in Chapel")
    type_in(qtbot, page, "ha")
    assert recent(store, event.id)[0].fact.session_id == session.id


def test_a_desk_in_a_room_where_nothing_is_on_says_so(qtbot, store, event, people, page):
    events.add_room(store, event.id, "Vestry")
    page.refresh()
    type_in(qtbot, page, "owain")
    page.ui.session_combo.setCurrentText("Whatever is on in Vestry")
    type_in(qtbot, page, "ha")
    assert len(inside(page, event)) == 1
    # The welcome of the person before must not stand where somebody else was not let in.
    assert (light(page), page.ui.name_label.text()) == ("amber", "")
    assert "Nothing is on in Vestry" in page.ui.detail_label.text()


def test_an_event_of_another_day_says_so(page, event):
    assert page.ui.subtitle_label.text() == "Desk 1, Community day, which is not today but on 24 November 2026"
    assert model.event_words(event, event.starts) == "Community day"


def test_somebody_let_in_at_two_desks_is_a_card_settled_with_one_key(
    qtbot, store, event, people, page, open_laptop, tmp_path
):
    share, other = tmp_path / "share", open_laptop("other")
    share.mkdir()
    for one in (store, other):
        exchange.sync(one, str(share))
    for one, desk in ((store, "A"), (other, "B")):
        attendance.check_in(one, event.id, people[0].id, desk=desk)
    for one in (other, store):
        exchange.sync(one, str(share))
    page.refresh()
    assert f"{people[0].name} was let in twice" in page.ui.card_label.text()
    page.ui.settle_button.click()
    page.refresh()
    assert page.ui.card_frame.isHidden()
    assert inside(page, event) == {people[0].name}


def test_a_session_that_is_over_says_so_and_lets_in_for_a_reason(qtbot, store, event, people, page, prompts):
    ends = event.starts + timedelta(hours=1, minutes=30)
    events.add_session(store, event.id, title="Talk", starts=event.starts, ends=ends, capacity=9)
    with clock.played(ends + timedelta(minutes=1)):
        page.refresh()
        place = page.ui.session_combo.findText("09:00  Talk  (ended at 10:30)")
        page.ui.session_combo.setCurrentIndex(place)
        page.ui.session_combo.activated.emit(place)
        assert page.ui.present_words.text() == "in this session, which is over"
        page.take_scan(people[0].registration.code)
        assert (light(page), page.ui.detail_label.text()) == (
            "amber",
            "“Talk” ended at 10:30. Let in with a reason if it goes on.",
        )
        prompts.texts = ["It runs late"]
        page.ui.override_button.click()
    assert light(page) == "green"


def test_a_walk_in_of_two_desks_is_a_card_with_two_answers_a_key_each(
    qtbot, store, event, people, page, open_laptop, tmp_path
):
    share, other = tmp_path / "share", open_laptop("other")
    share.mkdir()
    for one in (store, other):
        exchange.sync(one, str(share))
    for one, desk in ((store, "A"), (other, "B")):
        walk_ins.walk_in(one, event.id, NewPerson("Ann", "Lee"), desk=desk)
        walk_ins.walk_in(one, event.id, NewPerson("Bob", "Ray"), desk=desk)
    for one in (other, store):
        exchange.sync(one, str(share))
    page.refresh()
    first = page.ui.card_label.text().split(" is here twice")[0]
    assert "(1 more)" in page.ui.card_label.text()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    QTest.keyClick(page.windowHandle(), Qt.Key.Key_F8, Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(lambda: f"{first} and {first} are two people" in page.ui.detail_label.text())
    page.refresh()
    assert not page.ui.card_label.text().startswith(first)
    QTest.keyClick(page.windowHandle(), Qt.Key.Key_F8)
    qtbot.waitUntil(lambda: "are one person now" in page.ui.detail_label.text())
    page.refresh()
    assert page.ui.card_frame.isHidden()
    assert presence.counts(store, event.id).inside == 3


def test_a_session_removed_while_people_were_let_into_it_is_brought_back_with_one_key(
    qtbot, store, event, people, page, open_laptop, tmp_path
):
    share, other = tmp_path / "share", open_laptop("other")
    share.mkdir()
    talk = events.add_session(store, event.id, title="Talk", starts=event.starts, ends=event.ends)
    for one in (store, other):
        exchange.sync(one, str(share))
    event_changes.remove_session(store, talk)
    attendance.check_in(other, event.id, people[0].id, desk="B", session=talk.id)
    for one in (other, store):
        exchange.sync(one, str(share))
    page.refresh()
    assert "1 person was let into “Talk”" in page.ui.card_label.text()
    page.ui.settle_button.click()
    page.refresh()
    assert page.ui.card_frame.isHidden()
    assert events.sessions(store, event.id) == [talk]
    assert page.ui.session_combo.findText("Talk", Qt.MatchFlag.MatchContains) >= 0


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_a_walk_in_who_seems_to_be_on_the_list_is_asked_about_first(qtbot, event, people, page):
    qtbot.keyClicks(page.ui.search_edit, "Hannah McDonald")
    dialog = walk_in_dialog(page)
    qtbot.keyClick(dialog.ui.given_edit, Qt.Key.Key_Return)
    assert "The same name is on the list" in dialog.ui.error_label.text()
    assert inside(page, event) == set()
    dialog.ui.check_in_button.click()
    assert inside(page, event) == {"Hannah McDonald"}
    assert presence.counts(page._store, event.id).registered == len(people) + 1
    assert merging.proposals(page._store, event.id) == [], "they said that it is somebody else"


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_enter_never_adds_a_second_of_a_name_and_twice_quickly_does_nothing(qtbot, store, event, people, page):
    type_in(qtbot, page, "hannah")
    page.refresh()
    page.open_walk_in()
    dialog = page.findChild(WalkInDialog)
    qtbot.keyClicks(dialog.ui.given_edit, "hannah mcdonald")
    for _ in range(2):
        qtbot.keyClick(dialog.ui.given_edit, Qt.Key.Key_Return)
    assert "They are in since" in dialog.ui.error_label.text()
    dialog._pause.stop()
    qtbot.keyClick(dialog.ui.given_edit, Qt.Key.Key_Return)
    assert page.ui.word_label.text() == "Already in"
    assert presence.counts(store, event.id).registered == len(people)


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_who_is_typed_after_the_question_is_asked_about_anew(qtbot, event, people, page):
    page.open_walk_in()
    dialog = page.findChild(WalkInDialog)
    qtbot.keyClicks(dialog.ui.given_edit, "Hannah McDonald")
    qtbot.keyClick(dialog.ui.given_edit, Qt.Key.Key_Return)
    dialog._pause.stop()
    qtbot.keyClicks(dialog.ui.family_edit, "Bell")
    assert dialog.ui.same_button.isHidden()
    qtbot.keyClick(dialog.ui.family_edit, Qt.Key.Key_Return)
    assert inside(page, event) == {"Hannah McDonald Bell"}


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_a_walk_in_shows_which_field_is_wrong_and_begins_at_the_given_name(qtbot, page):
    qtbot.keyClicks(page.ui.search_edit, "Wren Achebe")
    dialog = walk_in_dialog(page)
    assert dialog.ui.given_edit.selectedText() == "Wren"
    qtbot.keyClicks(dialog.ui.email_edit, "NHS K")
    qtbot.keyClick(dialog.ui.email_edit, Qt.Key.Key_Return)
    assert "is no e-mail address" in dialog.ui.error_label.text()
    assert (dialog.ui.email_edit.property("wrong"), dialog.ui.given_edit.property("wrong")) == ("true", "")
    dialog.reject()


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_a_walk_in_who_is_on_the_list_is_let_in_with_one_key(qtbot, event, people, page):
    qtbot.keyClicks(page.ui.search_edit, "hannah mcdonald")
    page.open_walk_in()
    dialog = page.findChild(WalkInDialog)
    assert dialog.ui.same_button.isHidden()
    qtbot.keyClick(dialog.ui.given_edit, Qt.Key.Key_Return)
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    QTest.keyClick(dialog.windowHandle(), Qt.Key.Key_F8)
    qtbot.waitUntil(lambda: inside(page, event) == {"Hannah McDonald"})
    assert light(page) == "green"
    assert presence.counts(page._store, event.id).registered == len(people)


def test_the_roll_call_is_one_key_from_anywhere(qtbot, store, event, people, desktop, prompts):
    attendance.check_in(store, event.id, people[0].id, desk="A")
    desktop.window.show()
    desktop.window.open_event(event)
    desktop.window.ui.roll_call_action.trigger()
    qtbot.waitUntil(lambda: bool(prompts.shown))
    assert prompts.shown[0].name == "Community day – Roll call.pdf"
    assert prompts.shown[0].read_bytes().startswith(b"%PDF")


def test_all_arrivals_have_room_for_two_lines_though_the_last_has_no_organisation(store, event, people, page):
    attendance.check_in(store, event.id, people[0].id, desk="Desk 1")
    walk_ins.walk_in(store, event.id, NewPerson("Ann", "Newcomer"), desk="Desk 1")
    page.refresh()
    view = page.ui.arrivals_list
    assert page.arrivals.records[0].organisation == ""
    assert view.sizeHintForRow(0) == view.sizeHintForRow(1) > 2 * view.fontMetrics().height()


def test_a_large_event_is_read_beside_the_window_and_scans_are_answered_meanwhile(
    qtbot, store, event, people, prompts, monkeypatch
):
    monkeypatch.setattr(Roll.catch_up, "__defaults__", (3,))
    page = CheckInPage(store, event, prompts)
    qtbot.addWidget(page)
    page.show()
    assert page.ui.word_label.text() == "One moment"
    page.take_scan(people[0].registration.code)
    assert page.ui.word_label.text() == "Welcome"
    qtbot.waitUntil(lambda: page.ui.present_label.text() == "1")
    qtbot.keyClicks(page.ui.search_edit, people[1].name.split()[0].encode("ascii", "ignore").decode()[:2])
    assert page.results.records
    attendance.check_in(store, event.id, people[2].id, desk="Desk 1")
    page.refresh()
    assert page.ui.present_label.text() == "2"
    page.retire()


@pytest.mark.parametrize("steps", [0, 9])
def test_a_verdict_has_its_room_with_a_long_name_and_large_text(qtbot, event, people, desktop, appearance, steps):
    desktop.window.show()
    desktop.window.open_event(event, "check_in")
    appearance.resize_text(steps)
    desktop.window.resize(1280, 720)
    page, name = desktop.window.page, "Prof. Wilhelmina Alexandrina Featherstonehaugh-Montgomery van der Westhuizen"
    face = model.Face("amber", "Already in", name, "Riverside NHS Foundation Trust", "In since 09:00", note="Loop")
    page._panel.show(face, overridable=True)
    ui = page.ui
    qtbot.waitUntil(lambda: ui.name_label.height() >= ui.name_label.heightForWidth(ui.name_label.width()))
    assert ui.layout_4.totalHeightForWidth(ui.verdict_frame.width()) <= ui.verdict_frame.height()
    assert ui.name_label.text() == name
    assert ui.verdict_icon.isVisible() == (not steps)


def test_a_card_and_a_verdict_with_both_buttons_fit_a_small_laptop_with_text_twice_as_large(
    qtbot, store, event, people, desktop, appearance
):
    who = people[4]
    places.change_place(store, who.id, {"status": "unpaid", "attention": "Needs the loop"})
    walk_ins.walk_in(store, event.id, NewPerson(who.member.given, who.member.family), desk="B", sure=True)
    desktop.window.show()
    desktop.window.open_event(event, "check_in")
    page, ui = desktop.window.page, desktop.window.page.ui
    qtbot.waitUntil(lambda: not page._reader.busy)
    page.take_scan(who.registration.code)
    appearance.resize_text(9)
    desktop.window.resize(1366, 768)
    page.refresh()
    qtbot.waitUntil(lambda: ui.layout_4.totalHeightForWidth(ui.verdict_frame.width()) <= ui.verdict_frame.height())
    assert (desktop.window.width(), desktop.window.height()) == (1366, 768)
    for part in (ui.settle_button, ui.other_button, ui.note_button, ui.override_button):
        assert part.isVisible()
        assert part.visibleRegion().boundingRect().size() == part.size()
    assert ui.settle_button.text() == "It is one person (F8)"
    assert ui.other_button.text() == "They are two people (Shift+F8)"


def test_the_ring_shows_the_session_that_the_desk_stands_at(store, event, page, people):
    opened = clock.now()
    talk = events.add_session(
        store, event.id, title="Talk", starts=opened, ends=opened + timedelta(hours=1), capacity=4
    )
    attendance.check_in(store, event.id, people[0].id, desk="D")
    attendance.check_in(store, event.id, people[1].id, desk="D", session=talk.id)
    page.refresh()
    assert (page.ui.present_label.text(), page.ui.present_words.text()) == ("2", "of 8 in the room")
    page.ui.session_combo.setCurrentIndex(page.ui.session_combo.findData(str(talk.id)))
    page.ui.session_combo.activated.emit(1)
    assert page.ui.ring.accessibleName() == "1 of 4"
    assert page.ui.present_words.text() == "of 4 places in this session"
