"""Prompts: a question, a line to answer it on, and nothing when somebody changes their mind."""

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QLineEdit

from sla_desktop.gui.shared.prompts import PromptDialog, Prompts


def answer_with(qtbot, text, key):
    def act():
        dialog = QApplication.activeModalWidget()
        qtbot.keyClicks(dialog.ui.answer_edit, text)
        qtbot.keyClick(dialog, key)

    QTimer.singleShot(0, act)


def test_a_typed_answer_comes_back_without_stray_space(qtbot, appearance):
    answer_with(qtbot, " Rang the office ", Qt.Key.Key_Return)
    assert Prompts().text(None, "Why?") == "Rang the office"


@pytest.mark.parametrize("ask", [Prompts().text, Prompts().secret])
def test_escape_means_no_answer(qtbot, appearance, ask):
    answer_with(qtbot, "something", Qt.Key.Key_Escape)
    assert ask(None, "Why?") == ""


def test_a_passphrase_comes_back_exactly_and_is_hidden_while_typed(qtbot, appearance):
    answer_with(qtbot, " two spaces ", Qt.Key.Key_Return)
    assert Prompts().secret(None, "Passphrase") == " two spaces "
    dialog = PromptDialog(None, "Passphrase", secret=True)
    qtbot.addWidget(dialog)
    assert dialog.ui.answer_edit.echoMode() == QLineEdit.EchoMode.Password
