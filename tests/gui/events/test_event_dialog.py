"""A new event is typed field by field, and nothing that was typed is lost."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from sla_desktop.domain.events import clock
from sla_desktop.gui.events.event_dialog import EventDialog
from sla_desktop.services import events


@pytest.fixture
def dialog(qtbot, store):
    made = EventDialog(store)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(made)
    made.show()
    made.ui.title_edit.setFocus()
    return made


def type_through(qtbot, *texts):
    """Type each text and go on with one Tab."""
    for text in texts:
        qtbot.keyClicks(QApplication.focusWidget(), text)
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)


def save(qtbot, dialog):
    qtbot.keyClick(dialog, Qt.Key.Key_Return)


def test_one_tab_leads_to_each_field_and_typing_replaces_what_stands_there(qtbot, store, dialog):
    type_through(qtbot, "Summit", "Town Hall", "24/11/2026", "0905", "19.00")
    type_through(qtbot, "", "", "Lewisham Council", "020 7946 0001")
    save(qtbot, dialog)
    (event,) = events.list_events(store)
    assert (event.title, event.venue, str(event.day)) == ("Summit", "Town Hall", "2026-11-24")
    assert (clock(event.starts, event.zone), clock(event.ends, event.zone)) == ("09:05", "19:00")
    assert (event.organiser, event.contact) == ("Lewisham Council", "020 7946 0001")


@pytest.mark.parametrize(
    ("field", "typed", "told"),
    [
        ("date_edit", "24/11/1800", "24 November 1800 is too long ago. Give a date in the year 2000 or later."),
        ("date_edit", "24/11/2300", "24 November 2300 is too far ahead. Give a date in the year 2199 or before."),
        ("date_edit", "soon", "“soon” is not a date. Write it as 24/11/2026 or 24 Nov 2026."),
        ("starts_edit", "25:00", "“25:00” is not a time. Write it as 09:30, 0930, 9.30 or 9:30am."),
        ("ends_edit", "late", "“late” is not a time. Write it as 09:30, 0930, 9.30 or 9:30am."),
        ("ends_edit", "0800", "The end of the event Summit must be later than its start."),
    ],
)
def test_what_cannot_be_read_is_told_beside_the_field_and_nothing_is_lost(qtbot, store, dialog, field, typed, told):
    dialog.ui.title_edit.setText("Summit")
    wrong = getattr(dialog.ui, field)
    wrong.setText(typed)
    save(qtbot, dialog)
    assert dialog.isVisible()
    assert dialog.ui.when_error_label.text() == told
    assert dialog.ui.when_error_label.isVisible()
    assert wrong.hasFocus()
    assert wrong.property("wrong") == "true"
    assert (dialog.ui.title_edit.text(), wrong.text()) == ("Summit", typed)
    assert events.list_events(store) == []


def test_an_event_of_several_days_has_a_last_day(qtbot, store, dialog):
    type_through(qtbot, "Summit", "", "24/11/2026", "09:00", "16:30", "23/11/2026")
    save(qtbot, dialog)
    assert "later than its start" in dialog.ui.when_error_label.text()
    assert dialog.ui.last_day_edit.hasFocus()
    type_through(qtbot, "26/11/2026")
    save(qtbot, dialog)
    (event,) = events.list_events(store)
    assert str(event.ends) == "2026-11-26 16:30:00+00:00"
    again = EventDialog(store, event=event)
    qtbot.addWidget(again)
    assert again.ui.last_day_edit.text() == "26/11/2026"


def test_a_corrected_field_is_no_longer_marked(qtbot, store, dialog):
    dialog.ui.starts_edit.setText("nine")
    save(qtbot, dialog)
    dialog.ui.starts_edit.setText("9:00")
    save(qtbot, dialog)
    assert dialog.ui.starts_edit.property("wrong") == "false"
    assert not dialog.ui.when_error_label.isVisible()
    assert dialog.ui.error_label.isVisible()
    dialog.ui.title_edit.setText("Summit")
    save(qtbot, dialog)
    assert [event.title for event in events.list_events(store)] == ["Summit"]


def test_the_same_event_twice_is_asked_about_once(qtbot, store, dialog):
    def fill(made):
        made.ui.title_edit.setText("Summit")
        made.ui.date_edit.setText("24/11/2026")
        save(qtbot, made)

    fill(dialog)
    again = EventDialog(store)
    again.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(again)
    again.show()
    fill(again)
    assert "“Summit” on that day already" in again.ui.error_label.text()
    assert len(events.list_events(store)) == 1
    save(qtbot, again)
    assert len(events.list_events(store)) == 2


def test_an_event_is_changed_and_the_window_shows_it(qtbot, store, event, desktop):
    desktop.window.show()
    desktop.window.go("check_in")
    desktop.window.ui.edit_event_action.trigger()
    opened = QApplication.activeModalWidget()
    assert (opened.ui.title_edit.text(), opened.ui.date_edit.text()) == ("Community day", "24/11/2026")
    opened.ui.title_edit.setText("Community days")
    opened.ui.date_edit.setText("25/11/2026")
    opened.ui.zone_edit.setText("Nowhere")
    save(qtbot, opened)
    assert "no time zone" in opened.ui.when_error_label.text()
    opened.ui.zone_edit.setText("Europe/London")
    save(qtbot, opened)
    qtbot.waitUntil(lambda: desktop.window.ui.event_title_label.text() == "Community days")
    assert desktop.window.ui.event_when_label.text().startswith("25 November 2026")
    assert desktop.window.ui.check_in_button.isChecked()
    assert [one.title for one in events.list_events(store)] == ["Community days"]
