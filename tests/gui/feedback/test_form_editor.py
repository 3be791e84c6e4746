"""The questionnaire is changed in a window by people who never heard of XLSForms."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from sla_desktop.gui.feedback.form_editor import FormEditorDialog
from sla_desktop.services import forms
from sla_desktop.survey import model


@pytest.fixture
def editor(qtbot, store, event, jobs, prompts):
    made = FormEditorDialog(store, event.id, jobs, prompts)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(made)
    made.show()
    return made


def listed(editor):
    return [editor.ui.question_list.item(nth).text() for nth in range(editor.ui.question_list.count())]


def shown(editor):
    return [one.text() for one in editor.ui.preview_layout.itemAt(0).widget().findChildren(QPushButton)]


def save(qtbot, editor):
    with qtbot.waitSignal(editor.saved, timeout=20_000) as told:
        editor.ui.save_button.click()
    return told.args[0]


def test_the_default_questionnaire_is_there_to_be_changed(editor):
    assert listed(editor)[0] == "1. Did you make a new connection today that you expect to use?"
    assert editor.ui.preview_question.text() == "Did you make a new connection today that you expect to use?"
    assert shown(editor) == ["Yes", "No"]


def test_what_is_typed_shows_as_the_kiosk_will_show_it(qtbot, editor):
    editor.ui.choices_edit.setPlainText("Yes\nNo\nNot sure")
    editor.ui.question_edit.setPlainText("Did you meet somebody new?")
    qtbot.waitUntil(lambda: editor.ui.preview_question.text() == "Did you meet somebody new?")
    assert shown(editor) == ["Yes", "No", "Not sure"]
    assert listed(editor)[0] == "1. Did you meet somebody new?"


def test_a_question_is_added_moved_and_saved_as_a_new_version(qtbot, store, event, editor):
    editor.add(model.MANY)
    editor.ui.question_edit.setPlainText("What did you talk about?")
    editor.ui.choices_edit.setPlainText("Housing\nHealth")
    editor.move_by(-1)
    assert listed(editor)[0] == "1. What did you talk about?"
    assert "version 2" in save(qtbot, editor)
    first = forms.questionnaire(store, event.id).asked[0]
    assert (first.key, first.kind) == ("what_did_you_talk_about", model.MANY)


def test_every_change_can_be_taken_back(editor):
    before = editor.sheets
    editor.remove()
    editor.add(model.TEXT)
    editor.ui.question_edit.setPlainText("Why?")
    for _ in range(3):
        editor.undo()
    assert editor.sheets == before


def test_a_fault_is_told_and_nothing_is_saved(qtbot, store, event, editor):
    editor.add(model.TEXT)
    editor.ui.save_button.click()
    qtbot.waitUntil(lambda: "has no words" in editor.ui.error_label.text())
    assert forms.event_form(store, event.id).version == 1


def test_what_was_just_typed_is_kept_when_another_question_is_chosen(qtbot, store, event, editor):
    editor.ui.question_list.setCurrentRow(0)
    editor.ui.question_edit.setPlainText("Did you meet anybody?")
    editor.ui.question_list.setCurrentRow(1)
    assert editor.items[0].label == "Did you meet anybody?"
    assert editor.ui.question_edit.toPlainText() == editor.items[1].label


def test_what_was_changed_is_asked_about_before_it_is_lost(qtbot, store, event, editor, prompts):
    editor.ui.question_edit.setPlainText("Did you meet anybody?")
    editor.reject()
    assert editor.isVisible()
    assert prompts.asked == ["Close without saving what you changed?"]
    prompts.agrees = True
    editor.reject()
    assert not editor.isVisible()


def test_another_language_is_written_beside_the_first(qtbot, store, event, editor, prompts):
    prompts.texts = ["Cymraeg (cy)"]
    editor.ui.language_button.click()
    assert editor.language == "Cymraeg (cy)"
    assert editor.ui.question_list.item(0).text().endswith("(not translated)")
    assert editor.ui.question_edit.placeholderText()
    editor.ui.question_edit.setPlainText("Wnaethoch chi gwrdd â rhywun?")
    save(qtbot, editor)
    form = forms.questionnaire(store, event.id)
    assert form.languages == ("English (en)", "Cymraeg (cy)")
    assert form.label(form.asked[0], "Cymraeg (cy)") == "Wnaethoch chi gwrdd â rhywun?"
