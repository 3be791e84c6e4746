"""Sessions are added one after the other, by keyboard, in the event's own time."""

from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from sla_desktop.gui.events.sessions_dialog import SessionsDialog
from sla_desktop.services import event_changes, events

NIGHT = datetime(2026, 11, 25, 2, 0, tzinfo=UTC)


@pytest.fixture
def dialog(event, desktop):
    desktop.window.show()
    desktop.window.ui.sessions_action.trigger()
    opened = QApplication.activeModalWidget()
    yield opened
    opened.reject()


def test_how_many_a_room_holds_is_kept_with_the_session(qtbot, store, event, dialog):
    dialog.ui.title_edit.setText("Welcome")
    assert not dialog.ui.room_places_spin.isEnabled()
    dialog.ui.room_edit.setText("Library")
    dialog.ui.room_places_spin.setValue(40)
    qtbot.keyClick(dialog.ui.title_edit, Qt.Key.Key_Return)
    assert [(room.name, room.capacity) for room in events.rooms(store, event.id).values()] == [("Library", 40)]
    assert (dialog.ui.room_edit.text(), dialog.ui.places_spin.value()) == ("", 0), "the next session has its own"
    dialog.ui.room_edit.setText("Lib")
    dialog.ui.room_edit.setText("Library")
    assert dialog.ui.room_places_spin.value() == 40


def test_sessions_follow_one_another(qtbot, store, event, dialog):
    for title in ("Welcome", "Workshops"):
        qtbot.keyClicks(dialog.ui.title_edit, title)
        qtbot.keyClick(dialog.ui.title_edit, Qt.Key.Key_Return)
    first, second = events.sessions(store, event.id)
    assert (first.title, second.title) == ("Welcome", "Workshops")
    assert (first.starts, second.starts) == (event.starts, first.ends)
    assert dialog.sessions.rowCount() == 2
    assert dialog.ui.title_edit.hasFocus()


def test_a_room_its_places_and_a_break_are_kept(qtbot, store, event, dialog):
    dialog.ui.title_edit.setText("Lunch")
    dialog.ui.room_edit.setText("Garden room")
    dialog.ui.places_spin.setValue(40)
    dialog.ui.counts_box.setChecked(False)
    qtbot.mouseClick(dialog.ui.add_button, Qt.MouseButton.LeftButton)
    (lunch,) = events.sessions(store, event.id)
    assert (lunch.capacity, lunch.counts) == (40, False)
    assert dialog.sessions.index(0).data() == "Lunch, 09:00 to 10:00  ·  Garden room  ·  40 places, Does not count"


def test_the_tick_of_a_break_is_not_that_of_the_next_session(qtbot, store, event, dialog):
    for title, counts in (("Lunch", False), ("Talk", None)):
        dialog.ui.title_edit.setText(title)
        if counts is not None:
            dialog.ui.counts_box.setChecked(counts)
        qtbot.mouseClick(dialog.ui.add_button, Qt.MouseButton.LeftButton)
    assert [one.counts for one in events.sessions(store, event.id)] == [False, True]


def test_sessions_of_one_night_are_typed_with_the_time_alone(qtbot, store, event, prompts):
    night = event_changes.change_event(store, event.id, {"starts": event.starts.replace(hour=22), "ends": NIGHT})
    dialog = SessionsDialog(store, night, prompts)
    qtbot.addWidget(dialog)
    for title, start, end in (("Late", "23:00", "01:00"), ("Later", "0030", "1.30am")):
        dialog.ui.title_edit.setText(title)
        dialog.ui.starts_edit.setText(start)
        dialog.ui.ends_edit.setText(end)
        qtbot.mouseClick(dialog.ui.add_button, Qt.MouseButton.LeftButton)
    late, later = events.sessions(store, event.id)
    assert (late.starts.hour, late.ends) == (23, NIGHT.replace(hour=1))
    assert later.starts == NIGHT.replace(hour=0, minute=30)


def test_a_session_that_ends_before_it_starts_is_refused_in_words(qtbot, store, event, dialog):
    dialog.ui.title_edit.setText("Backwards")
    dialog.ui.ends_edit.setText("8am")
    qtbot.mouseClick(dialog.ui.add_button, Qt.MouseButton.LeftButton)
    assert "must be later than its start" in dialog.ui.error_label.text()
    assert events.sessions(store, event.id) == []


def test_a_session_is_changed_and_removed_by_choosing_it(qtbot, store, event, dialog, prompts):
    for title in ("Welcome", "Workshops"):
        qtbot.keyClicks(dialog.ui.title_edit, title)
        qtbot.keyClick(dialog.ui.title_edit, Qt.Key.Key_Return)
    dialog.ui.sessions_list.setCurrentIndex(dialog.sessions.index(1))
    assert (dialog.ui.title_edit.text(), dialog.ui.add_button.text()) == ("Workshops", "Save session")
    dialog.ui.title_edit.setText("World café")
    dialog.ui.ends_edit.setText("12.30")
    qtbot.mouseClick(dialog.ui.add_button, Qt.MouseButton.LeftButton)
    assert [one.title for one in events.sessions(store, event.id)] == ["Welcome", "World café"]
    assert dialog.ui.add_button.text() == "Add session"
    dialog.ui.sessions_list.setCurrentIndex(dialog.sessions.index(0))
    qtbot.mouseClick(dialog.ui.remove_button, Qt.MouseButton.LeftButton)
    assert len(events.sessions(store, event.id)) == 2
    prompts.agrees = True
    qtbot.mouseClick(dialog.ui.remove_button, Qt.MouseButton.LeftButton)
    assert [one.title for one in events.sessions(store, event.id)] == ["World café"]
    assert not dialog.ui.remove_button.isVisible()


def test_an_event_of_several_days_asks_which_day(qtbot, store, event, desktop, prompts):
    event_changes.change_event(store, event.id, {"ends": event.ends + timedelta(days=1)})
    dialog = SessionsDialog(store, events.get_event(store, event.id), prompts)
    qtbot.addWidget(dialog)
    assert [dialog.ui.day_combo.itemText(row) for row in range(2)] == ["Tue 24 Nov", "Wed 25 Nov"]
    dialog.ui.day_combo.setCurrentIndex(1)
    dialog.ui.title_edit.setText("Second day")
    dialog.ui.add_button.click()
    (made,) = events.sessions(store, event.id)
    assert made.starts == event.starts + timedelta(days=1)
