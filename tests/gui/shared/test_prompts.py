"""Prompts: a question, a line to answer it on, and nothing when somebody changes their mind."""

import os
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QFileSystemModel, QLineEdit

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


def test_enter_at_a_question_changes_nothing(qtbot, appearance):
    QTimer.singleShot(0, lambda: qtbot.keyClick(QApplication.activeModalWidget(), Qt.Key.Key_Return))
    assert Prompts().ask(None, "Erase them? This cannot be undone.", "Go on") is False


def test_each_thing_that_is_wanted_has_a_button_and_escape_wants_none(qtbot, appearance):
    def press(words):
        box = QApplication.activeModalWidget()
        next(button for button in box.buttons() if button.text() == words).click()

    QTimer.singleShot(0, lambda: press("All again"))
    assert Prompts().choose(None, "Which?", "Only new", "All again") == "All again"
    QTimer.singleShot(0, lambda: qtbot.keyClick(QApplication.activeModalWidget(), Qt.Key.Key_Escape))
    assert Prompts().choose(None, "Which?", "Only new", "All again") == ""


def in_the_chooser(act):
    QTimer.singleShot(0, lambda: act(QApplication.activeModalWidget()))


def test_a_file_that_was_chosen_is_given(qtbot, appearance, tmp_path):
    (tmp_path / "list.csv").write_text("Name\nAnn\n")

    def choose(dialog):
        dialog.selectFile(str(tmp_path / "list.csv"))
        dialog.accept()

    in_the_chooser(choose)
    assert Prompts().file_to_open(None, "Which list?", "All files (*)", tmp_path) == tmp_path / "list.csv"


def test_whoever_leaves_the_chooser_chose_nothing(qtbot, appearance, tmp_path):
    in_the_chooser(QFileDialog.reject)
    assert Prompts().folder(None, "Where to?", tmp_path) is None
    in_the_chooser(QFileDialog.reject)
    assert Prompts().file_to_save(None, "Where to?", tmp_path / "pack.pdf", "PDF (*.pdf)") is None


@pytest.mark.skipif(sys.platform != "linux", reason="Linux tells which locks there are")
def test_choosing_a_file_beside_the_data_leaves_the_locks_on_the_data(qtbot, appearance, store):
    def locked():
        # Which files, not how many locks: one for reading comes and goes. Another test's may be let go of meanwhile.
        files = {end: f":{Path(f'{store.path}{end}').stat().st_ino} " for end in ("", "-wal", "-shm")}
        held = [line for line in Path("/proc/locks").read_text().splitlines() if f" {os.getpid()} " in line]
        return {end for end, file in files.items() if any(file in line for line in held)}

    kinds = []

    def look(dialog):
        listed = dialog.findChild(QFileSystemModel)
        qtbot.waitUntil(lambda: listed.rowCount(listed.index(str(store.path.parent))) >= 3)
        kinds.append(listed.data(listed.index(str(store.path)).siblingAtColumn(2)))
        dialog.reject()

    before = locked()
    in_the_chooser(look)
    Prompts().file_to_open(None, "Which backup?", "All files (*)", store.path.parent)
    assert kinds == ["Sla file"]
    assert before == locked() >= {""}
