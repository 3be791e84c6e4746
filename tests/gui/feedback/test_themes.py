"""Comments are coded from the keyboard, and every decision can be taken back."""

import pytest
from PySide6.QtCore import Qt

from sla_desktop.gui.feedback.themes import ThemesDialog
from sla_desktop.services import coding, feedback

WRITTEN = ("Half a day a month", "Knowing whom to ring", "Meeting other people", "Protected time", "Time to think")


@pytest.fixture
def dialog(qtbot, store, event, prompts):
    feedback.answer_all(store, event.id, [{"enabler": text} for text in WRITTEN], channel="typed")
    coding.keep_theme(store, event.id, "Time", "hours and days")
    coding.keep_theme(store, event.id, "People", "knowing and meeting others")
    made = ThemesDialog(store, event.id, prompts)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(made)
    made.ui.coder_edit.setText("Ann")
    made.show()
    return made


def coded(store, event):
    names = {str(theme.id): theme.name for theme in coding.code_book(store, event.id)}
    known = coding.codings(store, event.id, "Ann")
    return {text: [names[theme] for theme in themes] for (_, text), themes in known.items()}


def press(qtbot, dialog, key):
    """The key goes where the focus is, which is the list of comments."""
    dialog.ui.comments_list.setFocus()
    qtbot.keyClick(dialog.ui.comments_list, key)


def test_a_key_gives_what_is_suggested_and_goes_on(qtbot, store, event, dialog):
    assert dialog.comment.text == WRITTEN[0]
    assert dialog.suggestion_buttons[0].text().startswith("1  ")
    first = dialog.suggestion_buttons[0].text()[3:]
    press(qtbot, dialog, Qt.Key.Key_1)
    assert coded(store, event) == {WRITTEN[0]: [first]}
    assert dialog.comment.text == WRITTEN[1]


def test_several_themes_or_none_are_ticked_and_kept_with_enter(qtbot, store, event, dialog):
    for nth in range(2):
        dialog.ui.themes_list.item(nth).setCheckState(Qt.CheckState.Checked)
    press(qtbot, dialog, Qt.Key.Key_Return)
    press(qtbot, dialog, Qt.Key.Key_Return)
    assert sorted(coded(store, event)[WRITTEN[0]]) == ["People", "Time"]
    assert coded(store, event)[WRITTEN[1]] == []


def test_a_decision_is_taken_back(qtbot, store, event, dialog):
    press(qtbot, dialog, Qt.Key.Key_1)
    dialog.undo()
    assert coded(store, event) == {}
    assert dialog.comment.text == WRITTEN[0]


def test_the_code_book_is_edited_beside(store, event, dialog):
    dialog.ui.name_edit.setText("Money")
    dialog.add_theme()
    assert [theme.name for theme in coding.code_book(store, event.id)] == ["Money", "People", "Time"]
    dialog.ui.themes_list.setCurrentRow(0)
    dialog.ui.name_edit.setText("Funding")
    dialog.change_theme()
    dialog.ui.themes_list.setCurrentRow(0)
    dialog.retire_theme()
    assert [theme.name for theme in coding.code_book(store, event.id)] == ["People", "Time"]
    dialog.undo()
    assert [theme.name for theme in coding.code_book(store, event.id)] == ["Funding", "People", "Time"]


def test_similar_comments_and_agreement_are_told(qtbot, store, event, dialog):
    (first, *_) = coding.comments(store, event.id)
    coding.code(store, event.id, first, "Bob", [])
    press(qtbot, dialog, Qt.Key.Key_1)
    assert "Agreement with Bob" in dialog.ui.agreement_label.text()
    dialog.ui.comments_list.setCurrentRow(3)
    assert "“Time to think”" in dialog.ui.similar_label.text()


def test_what_is_not_yet_coded_can_be_shown_alone(qtbot, dialog):
    press(qtbot, dialog, Qt.Key.Key_1)
    dialog.ui.open_check.setChecked(True)
    assert dialog.ui.comments_list.count() == 4


def test_it_is_written_for_other_programs(tmp_path, dialog, prompts):
    prompts.file = tmp_path / "themes.qdpx"
    dialog.ui.export_button.click()
    assert (tmp_path / "themes.qdpx").exists()
