"""Answers from elsewhere come in through the window, also from a file whose headings nobody knows."""

import pytest

from sla_desktop.gui.feedback.answers_in import AnswersIn
from sla_desktop.gui.main_window import MainWindow
from sla_desktop.gui.shared.columns_dialog import ColumnsDialog
from sla_desktop.services import feedback


@pytest.fixture
def window(qtbot, appearance):
    made = MainWindow(appearance)
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def answers_in(store, event, window, jobs, prompts):
    return AnswersIn(window, store, event.id, jobs, prompts)


@pytest.fixture
def path(tmp_path):
    return tmp_path / "answers.csv"


def columns_dialog(qtbot, window):
    qtbot.waitUntil(lambda: bool(window.findChildren(ColumnsDialog)))
    return window.findChildren(ColumnsDialog)[-1]


def test_whoever_brings_in_a_file_says_which_column_is_which(
    qtbot, store, event, answers_in, window, prompts, tmp_path
):
    path = tmp_path / "answers.csv"
    path.write_text("Name,Quoi de neuf?\n" + "Ann,Yes\n" * 3 + "Bob,No\n", encoding="utf-8")
    prompts.file, prompts.choice = path, 1
    answers_in.start()
    dialog = columns_dialog(qtbot, window)
    assert [dialog.headings.item(nth).text() for nth in range(dialog.headings.count())][-1] == "Quoi de neuf?  (Yes)"
    dialog.boxes["connections"].choose("Quoi de neuf?")
    with qtbot.waitSignal(answers_in.done) as told:
        dialog.accept()
    assert told.args == ["4 answers came in. Who gave them was not read."]
    assert feedback.report(store, event.id).answered == 4


def test_the_columns_can_be_looked_at_before_a_file_comes_in(
    qtbot, store, event, answers_in, window, prompts, tmp_path
):
    path = tmp_path / "answers.csv"
    path.write_text("connections,Skills today\nyes,5\n", encoding="utf-8")
    prompts.file, prompts.choice, prompts.agrees = path, 0, True
    answers_in.start()
    dialog = columns_dialog(qtbot, window)
    dialog.boxes["skills"].choose("Skills today")
    with qtbot.waitSignal(answers_in.done):
        dialog.accept()
