"""The kiosk forgets each person; the page shows honest numbers and hides small groups."""

import gc
from itertools import count

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit, QPushButton

from sla_desktop.domain.feedback import Response
from sla_desktop.gui.feedback.kiosk import SETTLE_S, KioskWindow
from sla_desktop.gui.feedback.page import FeedbackPage
from sla_desktop.gui.shared import tokens
from sla_desktop.gui.shared.charts import Bar, Bars
from sla_desktop.services import attendance, feedback, locks
from sla_desktop.storage import meta, query


@pytest.fixture
def kiosk(qtbot, store, event):
    made = KioskWindow(store, event.id, clock=count().__next__)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(made)
    made.resize(1280, 720)
    made.show()
    return made


@pytest.fixture
def page(qtbot, store, event, jobs, prompts):
    made = FeedbackPage(store, event, jobs, prompts)
    qtbot.addWidget(made)
    made.resize(1000, 640)
    made.show()
    return made


def buttons(kiosk):
    return {one.text(): one for one in kiosk.ui.answers_box.findChildren(QPushButton) if not one.isHidden()}


def press(qtbot, kiosk, label):
    qtbot.waitUntil(lambda: label in buttons(kiosk))
    qtbot.mouseClick(buttons(kiosk)[label], Qt.MouseButton.LeftButton)


def offered(kiosk):
    form, question = kiosk._sitting.form, kiosk.question
    choices = [form.say(choice.label) for choice in form.choices_of(question)]
    return choices or [str(number) for number in range(11)]


def write(kiosk, text):
    text_box(kiosk).setPlainText(text)


def text_box(kiosk):
    return kiosk._box.findChild(QPlainTextEdit)


def answer_all(qtbot, kiosk, written=""):
    press(qtbot, kiosk, "Start")
    while kiosk.question is not None:
        if kiosk.question.kind == "text":
            write(kiosk, written)
            qtbot.mouseClick(kiosk.ui.next_button, Qt.MouseButton.LeftButton)
        else:
            press(qtbot, kiosk, offered(kiosk)[0])


def test_one_question_shows_at_a_time_and_a_touch_goes_on(qtbot, kiosk):
    press(qtbot, kiosk, "Start")
    first = kiosk.question
    assert kiosk.ui.question_label.text() == first.label[""]
    qtbot.waitUntil(lambda: list(buttons(kiosk)) == offered(kiosk))
    press(qtbot, kiosk, "Yes")
    assert kiosk.question is not first
    assert kiosk.answers == {first.name: "yes"}


def test_targets_are_large_enough_for_a_thumb(qtbot, kiosk):
    press(qtbot, kiosk, "Start")
    qtbot.waitUntil(lambda: "Yes" in buttons(kiosk))
    assert all(button.height() >= 44 for button in buttons(kiosk).values())


def test_answers_are_saved_once_without_a_name_and_the_kiosk_forgets_them(qtbot, store, event, kiosk):
    answer_all(qtbot, kiosk, written="More time together")
    assert feedback.report(store, event.id).answered == 1
    assert kiosk.answers == {}
    assert kiosk.ui.question_label.text() == "Thank you"
    with store.read() as connection:
        (response,) = query.find(connection, Response)
    assert response.answers["enabler"] == response.answers["barrier"] == "More time together"


def test_the_next_person_sees_no_trace(qtbot, kiosk):
    answer_all(qtbot, kiosk, written="A secret")
    press(qtbot, kiosk, "Next person")
    press(qtbot, kiosk, "Start")
    while kiosk.question.kind != "text":
        assert not any(button.isChecked() for button in buttons(kiosk).values())
        qtbot.mouseClick(kiosk.ui.skip_button, Qt.MouseButton.LeftButton)
    box = text_box(kiosk)
    assert box.toPlainText() == ""
    assert not box.document().isUndoAvailable()


def test_back_keeps_what_was_answered_for_correcting(qtbot, kiosk):
    press(qtbot, kiosk, "Start")
    press(qtbot, kiosk, "No")
    qtbot.mouseClick(kiosk.ui.back_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "No" in buttons(kiosk))
    assert buttons(kiosk)["No"].isChecked()
    press(qtbot, kiosk, "Yes")
    assert list(kiosk.answers.values()) == ["yes"]


def test_skipping_everything_saves_nothing(qtbot, store, event, kiosk):
    press(qtbot, kiosk, "Start")
    while kiosk.question is not None:
        qtbot.mouseClick(kiosk.ui.skip_button, Qt.MouseButton.LeftButton)
    assert feedback.report(store, event.id).answered == 0
    assert kiosk.ui.question_label.text() == "Nothing was saved"


def test_a_kiosk_that_is_left_alone_starts_again_and_saves_nothing(qtbot, store, event, kiosk):
    press(qtbot, kiosk, "Start")
    press(qtbot, kiosk, "Yes")
    assert kiosk._idle.isActive()
    kiosk._idle.setInterval(1)
    kiosk._idle.start()
    qtbot.waitUntil(lambda: "Start" in buttons(kiosk))
    assert kiosk.answers == {}
    assert feedback.report(store, event.id).answered == 0


def test_only_the_facilitators_keys_leave_the_kiosk(qtbot, kiosk):
    qtbot.keyClick(kiosk, Qt.Key.Key_Escape)
    assert kiosk.isVisible()
    qtbot.keyClick(kiosk, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert not kiosk.isVisible()


def test_where_the_window_has_a_pin_only_that_leaves_the_kiosk(qtbot, store, kiosk):
    locks.set_pin(store, "2468")
    for typed, stays in (("1357", True), ("2468", False)):
        kiosk.ask_to_leave()
        line = kiosk.ui.answers_box.findChildren(QLineEdit)[-1]
        qtbot.keyClicks(line, typed)
        qtbot.keyClick(line, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: kiosk.ui.question_label.text() == "How was today?" or not kiosk.isVisible())
        assert kiosk.isVisible() is stays


def test_closing_the_window_does_not_show_visitors_what_is_behind_it(qtbot, kiosk):
    assert not kiosk.close()
    assert kiosk.isVisible()


def test_after_an_answer_neither_enter_nor_next_passes_over_the_next_question(qtbot, kiosk):
    qtbot.keyClick(kiosk.focusWidget(), Qt.Key.Key_Return)
    assert kiosk.question is not None
    press(qtbot, kiosk, "Yes")
    second = kiosk.question
    qtbot.keyClick(kiosk.focusWidget(), Qt.Key.Key_Return)
    qtbot.mouseClick(kiosk.ui.next_button, Qt.MouseButton.LeftButton)
    assert kiosk.question is second
    qtbot.mouseClick(kiosk.ui.skip_button, Qt.MouseButton.LeftButton)
    assert kiosk.question is not second
    qtbot.mouseClick(kiosk.ui.back_button, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(kiosk.ui.back_button, Qt.MouseButton.LeftButton)
    assert kiosk.focusWidget() is kiosk.ui.next_button, "what was answered may be passed again"


def test_a_second_tap_on_next_does_not_pass_over_the_question_that_just_appeared(qtbot, kiosk, monkeypatch):
    press(qtbot, kiosk, "Start")
    while kiosk.question.kind != "text":
        press(qtbot, kiosk, offered(kiosk)[0])
    asked = kiosk.question
    shown_at = kiosk._appeared
    monkeypatch.setattr(kiosk, "_clock", lambda: shown_at + SETTLE_S / 2)
    qtbot.mouseClick(kiosk.ui.next_button, Qt.MouseButton.LeftButton)
    assert kiosk.question is asked
    monkeypatch.setattr(kiosk, "_clock", lambda: shown_at + 2 * SETTLE_S)
    qtbot.mouseClick(kiosk.ui.next_button, Qt.MouseButton.LeftButton)
    assert kiosk.question is not asked


def test_progress_names_no_number_of_questions_that_an_answer_can_change(qtbot, kiosk):
    assert "about 4 minutes" in kiosk.ui.help_label.text()
    press(qtbot, kiosk, "Start")
    assert kiosk.ui.progress_label.text() == "Question 1, about 4 minutes left"


def test_next_is_the_largest_of_the_steps(qtbot, kiosk):
    press(qtbot, kiosk, "Start")
    areas = {one.text(): one.width() * one.height() for one in (kiosk.ui.back_button, kiosk.ui.skip_button)}
    assert kiosk.ui.next_button.width() * kiosk.ui.next_button.height() > 1.2 * max(areas.values())


def test_without_answers_the_page_says_what_to_do(qtbot, page):
    load(qtbot, page)
    assert page.ui.stack.currentWidget() is page.ui.empty_page


def load(qtbot, page):
    page.refresh()
    qtbot.waitUntil(lambda: not page._jobs.busy, timeout=60_000)


def fill(store, event, people, yes, no):
    for person in people:
        attendance.check_in(store, event.id, person.id, desk="Desk 1")
    for number in range(yes + no):
        given = {"connections": "yes" if number < yes else "no", "skills": "4" if number < yes else "2"}
        feedback.answer(store, event.id, {**given, "before_trust": "2", "now_trust": "4"})


def test_measures_show_their_share_and_interval_in_words(qtbot, store, event, people, page):
    fill(store, event, people, yes=15, no=5)
    load(qtbot, page)
    ui = page.ui
    assert (ui.first_label.text(), ui.first_figure.text()) == ("New connections", "75%")
    assert ui.first_words.text().startswith("15 of 20 who answered.")
    assert "53% and 89%" in ui.first_words.text()
    assert ui.first_bar.accessibleName() == "75%, between 53% and 89%"
    assert ui.responses_figure.text() == "20"


def test_small_groups_are_hidden_and_the_page_says_why(qtbot, store, event, people, page):
    fill(store, event, people, yes=9, no=1)
    load(qtbot, page)
    assert page.ui.first_figure.text() == "Hidden"
    assert "nobody can be recognised" in page.ui.first_words.text()
    assert not page.ui.first_bar.isVisible()


def test_before_and_now_are_told_in_numbers_beside_the_drawing(qtbot, store, event, people, page):
    fill(store, event, people, yes=15, no=5)
    load(qtbot, page)
    told = [label.text() for label in page.ui.before_now_box.findChildren(QLabel)]
    assert "Builds trust" in told
    assert any(words.startswith("2.0 before, 4.0 now") for words in told)
    assert "Too few answers to show" in told


def test_every_closed_question_is_counted_and_small_counts_are_hidden(qtbot, store, event, people, page):
    fill(store, event, people, yes=18, no=2)
    load(qtbot, page)
    told = [label.text() for label in page.ui.counts_box.findChildren(QLabel)]
    assert "Did you make a new connection today that you expect to use?" in told
    assert "Yes: hidden. No: hidden" in {bars.accessibleName() for bars in page.ui.counts_box.findChildren(Bars)}


def test_an_answer_has_a_bar_as_long_as_it_is_frequent_and_a_hidden_one_none(qtbot, store, event, people, page):
    fill(store, event, people, yes=15, no=5)
    load(qtbot, page)
    bars = next(bars for bars in page.ui.counts_box.findChildren(Bars) if bars.accessibleName() == "Yes: 15. No: 5")
    picture = bars.grab().toImage()
    accent = QColor(tokens.current().accent)
    lengths = [
        sum(picture.pixelColor(x, y) == accent for x in range(picture.width()))
        for y in (round(bars.fontMetrics().height() * line) for line in (0.7, 2.1))
    ]
    assert lengths[0] == pytest.approx(3 * lengths[1], rel=0.05)
    assert lengths[0] < 0.9 * picture.width(), "three of four answers are a bar that fills its line"


def test_a_long_answer_takes_several_lines(qtbot):
    short, long = (Bars([Bar(label, "3", None)]) for label in ("Yes", "A sentence that goes on " * 12))
    assert long.heightForWidth(600) > 4 * short.heightForWidth(600)


def test_answers_saved_elsewhere_show_when_the_page_is_shown_again(qtbot, store, event, people, page):
    page.hide()
    fill(store, event, people, yes=15, no=5)
    page.show()
    qtbot.waitUntil(lambda: page.ui.responses_figure.text() == "20", timeout=60_000)


def test_the_kiosk_stays_open_though_nobody_holds_it(qtbot, qapp, page):
    qtbot.mouseClick(page.ui.empty_kiosk_button, Qt.MouseButton.LeftButton)
    gc.collect()
    (kiosk,) = [one for one in qapp.topLevelWidgets() if isinstance(one, KioskWindow) and one.isVisible()]
    assert kiosk.isFullScreen()
    kiosk.leave()


def test_numbers_under_the_kiosk_are_loaded_and_count_as_shown_once_it_is_left(qtbot, store, event, people, page):
    qtbot.waitUntil(lambda: page.ui.empty_page_heading.text() == "No answers yet")
    kiosk = page.start_kiosk()
    fill(store, event, people, yes=15, no=5)
    page.take_changes(frozenset({"response"}))
    with store.read() as connection:
        assert meta.get(connection, f"look {event.id.hex}") is None
    kiosk.leave()
    qtbot.waitUntil(lambda: page.ui.responses_figure.text() == "20", timeout=60_000)
    with store.read() as connection:
        assert meta.get(connection, f"look {event.id.hex}") is not None


def test_starting_the_kiosk_says_how_to_leave_it(qtbot, page):
    kiosk = page.start_kiosk()
    assert kiosk.isFullScreen()
    assert "Ctrl+Shift+K" in page.ui.banner.sentence
    kiosk.leave()
    assert page.ui.banner.sentence == ""
