"""The rules of a door are set in the window with the same verb as on the command line."""

import pytest
from PySide6.QtCore import Qt

from sla_desktop.gui.events.rules_dialog import RulesDialog
from sla_desktop.services import doors, events
from tests.gui.test_accessibility import check


@pytest.fixture
def opening(store, event):
    return events.add_session(
        store, event.id, title="Opening", starts=event.starts, ends=event.ends, room="Chapel", capacity=40
    )


@pytest.fixture
def dialog(qtbot, store, event, people, opening):
    made = RulesDialog(store, event)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(made)
    made.show()
    return made


def choose_session(dialog, session):
    dialog.ui.door_combo.setCurrentIndex(dialog.ui.door_combo.findText(session.title, Qt.MatchFlag.MatchContains))


def test_the_dialog_is_reachable_named_and_labelled(dialog):
    check(dialog)


def test_rules_are_saved_for_the_whole_event(qtbot, store, event, dialog):
    ui = dialog.ui
    ui.admits_edit.setText("Delegate;  Speaker, invited ;")
    ui.not_before_edit.setText("0830")
    ui.not_after_edit.setText(f"{event.day} 17:45")
    ui.entries_combo.setCurrentText("Once only")
    ui.most_entries_spin.setValue(2)
    ui.unpaid_box.click()
    qtbot.keyClick(ui.admits_edit, Qt.Key.Key_Return)
    door = doors.rules_of(store, event.id)
    assert door.admits == ("Delegate", "Speaker, invited")
    assert door.limits == {"not_before": "08:30", "not_after": f"{event.day} 17:45", "most_entries": 2}
    assert (door.entries, door.unpaid) == ("once", True)
    assert not dialog.isVisible()


def test_what_has_no_box_stays_and_what_is_emptied_goes(store, event, opening, dialog):
    question = {"name": "photo", "text": "May we take photographs?"}
    limits = {"weekdays": ["Tuesday"], "not_before": "09:00", "most_entries": 2.5}
    rules = {"limits": limits, "questions": [question]}
    doors.set_rules(store, event.id, rules, opening.id)
    choose_session(dialog, opening)
    assert dialog.ui.more_label.text().startswith("The door also has 2 further limits and 1 question")
    assert dialog.ui.not_before_edit.text() == "09:00"
    dialog.ui.not_before_edit.clear()
    dialog.ui.save_button.click()
    door = doors.rules_of(store, event.id, opening.id)
    assert door.limits == {"weekdays": ["Tuesday"], "most_entries": 2.5}
    assert [one["name"] for one in door.questions] == ["photo"]


def test_a_room_says_how_many_it_holds(store, event, opening, dialog):
    assert dialog.ui.room_spin.isHidden()
    choose_session(dialog, opening)
    assert dialog.ui.room_label.text() == "&Places in Chapel"
    dialog.ui.room_spin.setValue(30)
    dialog.ui.save_button.click()
    (room,) = events.rooms(store, event.id).values()
    assert room.capacity == 30


@pytest.mark.parametrize("text", ["soon", "25:00", "2026-13-01 09:00"])
def test_what_is_no_time_is_refused_in_words(store, event, dialog, text):
    dialog.ui.not_before_edit.setText(text)
    dialog.ui.save_button.click()
    assert "not a time" in dialog.ui.error_label.text()
    assert dialog.isVisible()
    assert doors.rules_of(store, event.id).limits == {}
