"""What tables made is typed in quickly, one note after the other."""

from datetime import date

import pytest
from PySide6.QtCore import Qt

from sla_desktop.gui.feedback.table_notes import TableNotesDialog
from sla_desktop.services import notes


@pytest.fixture
def dialog(qtbot, store, event):
    made = TableNotesDialog(store, event.id)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(made)
    made.show()
    return made


def write(dialog, kind, text, owner=""):
    dialog.ui.kind_combo.setCurrentIndex(dialog.ui.kind_combo.findData(kind))
    dialog.ui.text_edit.setPlainText(text)
    dialog.ui.owner_edit.setText(owner)
    dialog.keep()


def choose(dialog, place):
    dialog.ui.notes_list.setCurrentIndex(dialog.notes.index(place))


def kept(store, event):
    return [(note.kind, note.text, note.owner, note.dots) for note in notes.notes(store, event.id)]


def test_notes_are_kept_one_after_the_other(store, event, dialog):
    write(dialog, "idea", "A bus")
    assert dialog.ui.text_edit.toPlainText() == ""
    write(dialog, "action", "Ask the council", "Ngozi")
    assert kept(store, event) == [("idea", "A bus", "", None), ("action", "Ask the council", "Ngozi", None)]


def test_a_note_takes_dots_and_the_first_has_most(store, event, dialog):
    for text in ("A bus", "A map"):
        write(dialog, "idea", text)
    choose(dialog, 1)
    dialog.ui.dots_spin.setValue(4)
    dialog.ui.dots_spin.editingFinished.emit()
    assert [(note.text, note.dots) for note in dialog.notes.records] == [("A map", 4), ("A bus", None)]


def test_what_was_removed_or_changed_comes_back(store, event, dialog):
    write(dialog, "idea", "A bus")
    choose(dialog, 0)
    dialog.ui.text_edit.setPlainText("A train")
    dialog.keep()
    choose(dialog, 0)
    dialog.remove()
    assert kept(store, event) == []
    dialog.undo()
    dialog.undo()
    assert kept(store, event) == [("idea", "A bus", "", None)]
    dialog.undo()
    assert kept(store, event) == []


def test_a_note_without_words_is_told(store, event, dialog):
    write(dialog, "idea", "  ")
    assert "empty" in dialog.ui.note_error_label.text()
    assert kept(store, event) == []


@pytest.mark.parametrize("typed", ["31/01/2027", "2027-01-31", "31 Jan 2027"])
def test_a_day_is_taken_as_people_write_it_and_told_in_the_list(store, event, dialog, typed):
    dialog.ui.due_edit.setText(typed)
    write(dialog, "action", "Ask the council", "Ngozi")
    assert notes.notes(store, event.id)[0].due == date(2027, 1, 31)
    choose(dialog, 0)
    assert dialog.ui.due_edit.text() == "31/01/2027"
    assert "by 31 January 2027" in dialog.notes.data(dialog.notes.index(0), Qt.ItemDataRole.AccessibleTextRole)


def test_hands_of_a_poll_are_kept(store, event, dialog):
    dialog.ui.poll_question_edit.setText("Ready?")
    dialog.ui.poll_choices_edit.setPlainText("Yes\nNo")
    dialog.ui.poll_before_edit.setText("12, many")
    dialog.keep_poll()
    assert "are no hands" in dialog.ui.poll_error_label.text()
    dialog.ui.poll_before_edit.setText("12, 30")
    dialog.keep_poll()
    assert notes.polls(store, event.id)[0].before == (12, 30)


def test_words_that_were_begun_are_kept_before_another_note_is_shown(store, event, dialog):
    write(dialog, "idea", "A bus")
    dialog.ui.text_edit.setPlainText("A map")
    choose(dialog, 0)
    assert [text for _, text, *_ in kept(store, event)] == ["A bus", "A map"]
    assert dialog.ui.text_edit.toPlainText() == "A bus"


def test_words_of_a_note_are_kept_with_its_dots(store, event, dialog):
    write(dialog, "idea", "A bus")
    choose(dialog, 0)
    dialog.ui.text_edit.setPlainText("A train")
    dialog.ui.dots_spin.setValue(4)
    dialog.ui.dots_spin.editingFinished.emit()
    assert kept(store, event) == [("idea", "A train", "", 4)]


def test_words_that_are_not_kept_are_told_before_the_window_closes(qtbot, dialog):
    dialog.ui.text_edit.setPlainText("A bus")
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    assert "not kept yet" in dialog.ui.note_error_label.text()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
