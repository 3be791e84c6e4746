"""A paper sheet: what is clear is entered, what is not stays to be put right."""

import pytest
from PySide6.QtCore import Qt

from sla_desktop.gui.attendance.paper_dialog import PaperDialog
from sla_desktop.services import presence


@pytest.fixture
def dialog(qtbot, store, event, people, jobs, prompts):
    made = PaperDialog(store, event.id, jobs, prompts)
    qtbot.addWidget(made)
    made.show()
    return made


def enter(qtbot, dialog, text):
    dialog.ui.sheet_edit.setPlainText(text)
    dialog.ui.enter_button.click()
    qtbot.waitUntil(dialog.ui.enter_button.isEnabled)


def test_clear_lines_are_entered_with_their_times_and_the_others_stay(qtbot, store, event, dialog):
    enter(qtbot, dialog, "09:12 Hannah McDonald\n09:20-15:00 Nobody Known, Oxleas\n")
    (there,) = presence.present(store, event.id)
    assert (there.name, there.last.source, f"{there.last.happened_at:%H:%M}") == ("Hannah McDonald", "paper", "09:12")
    assert dialog.ui.sheet_edit.toPlainText() == "09:20-15:00 Nobody Known, Oxleas"
    assert "1 of 2 lines now in the record." in dialog.ui.banner.sentence
    assert "Nobody on the list is called" in dialog.ui.told_view.toPlainText()


def test_whoever_is_not_on_the_list_is_registered_if_wanted(qtbot, store, event, dialog):
    dialog.ui.add_check.setChecked(True)
    enter(qtbot, dialog, "09:20 Wren Achebe, Harbour Hospice")
    assert [one.organisation for one in presence.present(store, event.id)] == ["Harbour Hospice"]
    assert dialog.ui.sheet_edit.toPlainText() == ""


def test_a_line_without_a_time_stays_to_be_mended(qtbot, store, event, dialog):
    enter(qtbot, dialog, "09:12 Hannah McDonald\nOwain Glyn Pryce")
    assert "needs a time and a name" in dialog.ui.told_view.toPlainText()
    assert dialog.ui.sheet_edit.toPlainText() == "Owain Glyn Pryce"
    assert [one.name for one in presence.present(store, event.id)] == ["Hannah McDonald"]


def test_lines_that_are_not_in_the_record_are_asked_about_before_the_window_closes(qtbot, dialog, prompts):
    enter(qtbot, dialog, "09:12 Hannah McDonald\nOwain Glyn Pryce")
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    dialog.ui.close_button.click()
    assert prompts.asked == ["1 line here is not in the record. Close all the same?"]
    assert dialog.isVisible()
    dialog.ui.sheet_edit.clear()
    dialog.ui.close_button.click()
    assert not dialog.isVisible()


def test_the_sheet_is_opened_from_the_menu(qtbot, event, people, desktop):
    desktop.window.show()
    desktop.window.open_event(event)
    desktop.window.ui.paper_action.trigger()
    (dialog,) = desktop.window.findChildren(PaperDialog)
    assert dialog.isVisible()
    dialog.reject()
