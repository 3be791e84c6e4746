"""Any questionnaire on the kiosk, one question at a time; forms in and out from the page."""

from itertools import count

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton

from sla_desktop.domain import card_codes
from sla_desktop.domain.feedback import Response
from sla_desktop.gui.feedback.kiosk import KioskWindow
from sla_desktop.gui.feedback.page import FeedbackPage
from sla_desktop.services import feedback, forms
from sla_desktop.storage import query
from tests.services.test_forms import write
from tests.survey.sheets import YES_NO, form

COLOURS = [("colour", "red", "Red"), ("colour", "blue", "Dark blue")]


@pytest.fixture
def kiosk(qtbot, store, event):
    """Opens the kiosk on a form."""

    def open_it(sheets):
        forms.save_form(store, event.id, sheets)
        made = KioskWindow(store, event.id, clock=count().__next__)
        made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
        qtbot.addWidget(made)
        made.resize(1280, 720)
        made.show()
        return made

    return open_it


def buttons(kiosk):
    found = kiosk.ui.answers_box.findChildren(QPushButton)
    return {one.text(): one for one in found if one.isVisible()}


def press(qtbot, kiosk, *labels):
    for label in labels:
        qtbot.waitUntil(lambda label=label: any(label in text for text in buttons(kiosk)))
        qtbot.mouseClick(
            next(one for text, one in buttons(kiosk).items() if label in text), Qt.MouseButton.LeftButton
        )


def go_on(qtbot, kiosk):
    qtbot.mouseClick(kiosk.ui.next_button, Qt.MouseButton.LeftButton)


def kept(store):
    with store.read() as connection:
        return [response.answers for response in query.find(connection, Response)]


def test_every_kind_of_question_can_be_answered(qtbot, store, kiosk):
    rows = [
        *(
            ("note", "welcome", "Welcome"),
            ("select_one yn", "one", "One?"),
            ("select_multiple colour", "many", "Many?"),
        ),
        *(("rank colour", "order", "Order?"), ("range", "mark", "Mark?", {"parameters": "start=0 end=4"})),
        *(("integer", "count", "Count?"), ("date", "day", "Day?"), ("acknowledge", "ok", "Agreed?")),
    ]
    made = kiosk(form(*rows, choices=[*YES_NO, *COLOURS]))
    press(qtbot, made, "Start")
    go_on(qtbot, made)
    press(qtbot, made, "Yes", "Dark blue", "Red")
    go_on(qtbot, made)
    press(qtbot, made, "Dark blue", "Red")
    go_on(qtbot, made)
    press(qtbot, made, "3")
    for typed in ("12", "2026-11-24"):
        line = made._box.findChild(QLineEdit)
        qtbot.keyClicks(line, typed)
        qtbot.keyClick(line, Qt.Key.Key_Return)
    press(qtbot, made, "Yes, I have read this")
    assert made.ui.question_label.text() == "Thank you"
    told = {"one": "yes", "many": "red blue", "order": "blue red", "mark": "3", "count": "12", "day": "2026-11-24"}
    assert kept(store) == [{**told, "ok": "OK"}]


def test_a_question_that_is_not_relevant_is_passed_over(qtbot, kiosk):
    rows = (("select_one yn", "a", "A?"), ("text", "b", "B?", {"relevant": "${a} = 'yes'"}), ("text", "c", "C?"))
    made = kiosk(form(*rows))
    press(qtbot, made, "Start", "No")
    assert made.question.key == "c"
    qtbot.mouseClick(made.ui.back_button, Qt.MouseButton.LeftButton)
    press(qtbot, made, "Yes")
    assert made.question.key == "b"


def test_an_answer_that_breaks_a_rule_is_told_and_stays_to_be_corrected(qtbot, kiosk):
    made = kiosk(form(("integer", "age", "Age?", {"constraint": ". < 120", "constraint_message": "Less, please."})))
    press(qtbot, made, "Start")
    line = made._box.findChild(QLineEdit)
    for typed, words in (("many", "whole number"), ("121", "Less, please.")):
        line.setText(typed)
        go_on(qtbot, made)
        assert words in made.ui.help_label.text()
        assert made._box.value == typed


def test_a_required_question_cannot_be_skipped(qtbot, kiosk):
    made = kiosk(form(("select_one yn", "a", "A?", {"required": "yes"})))
    press(qtbot, made, "Start")
    assert not made.ui.skip_button.isVisible()
    assert not made.ui.next_button.isEnabled()


def test_people_choose_their_language_and_the_next_one_chooses_anew(qtbot, kiosk):
    sheets = form(("text", "a", ""), default_language="English (en)")
    sheets["survey"][0] |= {"label::English (en)": "Why?", "label::Cymraeg (cy)": "Pam?"}
    made = kiosk(sheets)
    assert list(buttons(made)) == ["English (en)", "Cymraeg (cy)"]
    press(qtbot, made, "Cymraeg")
    assert made.ui.question_label.text() == "Pam?"
    made.start_again()
    press(qtbot, made, "English")
    assert made.ui.question_label.text() == "Why?"


def test_many_choices_stay_within_the_screen(qtbot, kiosk):
    made = kiosk(form(("select_one big", "a", "A?"), choices=[("big", str(n), f"Choice {n}") for n in range(40)]))
    press(qtbot, made, "Start")
    assert made.minimumSizeHint().height() <= 720


@pytest.fixture
def page(qtbot, store, event, jobs, prompts):
    made = FeedbackPage(store, event, jobs, prompts)
    qtbot.addWidget(made)
    made.show()
    return made


def test_a_form_is_brought_in_and_what_it_does_not_ask_is_told(qtbot, tmp_path, store, event, page, prompts):
    prompts.file = write(tmp_path / "form.xlsx", form(("text", "a", "A?"), ("geopoint", "where", "Where?")))
    page.form_menu.import_action.trigger()
    qtbot.waitUntil(lambda: "is the questionnaire now" in page.ui.banner.sentence, timeout=30_000)
    assert "“where” is of the type “geopoint”" in prompts.told[0]
    assert forms.event_form(store, event.id).title == "Test"


def test_a_form_with_a_fault_is_told_with_its_row(qtbot, tmp_path, page, prompts):
    prompts.file = write(tmp_path / "form.xlsx", form(("text", "a", "A?", {"relevant": "foo(1)"})))
    page.form_menu.import_action.trigger()
    qtbot.waitUntil(lambda: "row 2" in page.ui.banner.sentence, timeout=30_000)


def test_the_form_is_written_for_other_programs(qtbot, tmp_path, page, prompts):
    prompts.file = tmp_path / "out.xlsx"
    page.form_menu.export_action.trigger()
    qtbot.waitUntil(lambda: "Wrote out.xlsx" in page.ui.banner.sentence, timeout=30_000)
    assert forms.judge(prompts.file).faults == ()


def test_answers_from_another_survey_are_asked_about_and_come_in_after_a_yes(qtbot, tmp_path, store, page, prompts):
    prompts.file = tmp_path / "answers.csv"
    prompts.file.write_text("Timestamp,connections,skills,enabler\n1,Yes,4,Diolch SiÃ¢n\n2,No,6,\n3,No,7,\n")
    prompts.texts, prompts.agrees = ["5", "-"], True
    page.form_menu.answers_action.trigger()
    qtbot.waitUntil(lambda: "3 answers came in" in page.ui.banner.sentence, timeout=30_000)
    assert sorted(str(sorted(one.items())) for one in kept(store)) == [
        "[('connections', 'no'), ('skills', '5')]",
        "[('connections', 'no')]",
        "[('connections', 'yes'), ('enabler', 'Diolch Siân'), ('skills', '4')]",
    ]


CARD = form(
    ("text", "card", "The code on your card", {"appearance": "card-code"}), ("range", "trust", "I trust others.")
)


def typed(qtbot, made, text):
    made._box.findChild(QLineEdit).setText(text)
    qtbot.mouseClick(made.ui.next_button, Qt.MouseButton.LeftButton)


def test_a_mistyped_code_is_told_at_the_kiosk_and_may_be_skipped(qtbot, kiosk):
    made = kiosk(CARD)
    (code,) = card_codes.make(1)
    press(qtbot, made, "Start")
    assert made._box.findChild(QLineEdit).accessibleName() == "The code on your card"
    typed(qtbot, made, code[:-1] + ("C" if code[-1] != "C" else "D"))
    assert "A letter is mistyped" in made.ui.help_label.text()
    assert made.ui.skip_button.isVisible()
    typed(qtbot, made, card_codes.shown(code).lower())
    assert made.answers["card"] == code
    assert made.question.key == "trust"


def test_cards_are_printed_and_the_questions_asked_again_from_the_menu(qtbot, tmp_path, store, event, page, prompts):
    prompts.file, prompts.texts = tmp_path / "cards.pdf", ["30"]
    page.paper_menu.cards_action.trigger()
    qtbot.waitUntil(lambda: "Wrote 30 cards to cards.pdf" in page.ui.banner.sentence, timeout=30_000)
    assert prompts.file.exists()
    page.form_menu.again_action.trigger()  # without a yes
    prompts.agrees = True
    page.form_menu.again_action.trigger()
    qtbot.waitUntil(lambda: "no code of a card" in page.ui.banner.sentence, timeout=30_000)
    codes = card_codes.make(20)
    forms.save_form(store, event.id, CARD)
    feedback.answer_all(store, event.id, [{"card": one, "trust": "2"} for one in codes], channel="typed")
    page.form_menu.again_action.trigger()
    qtbot.waitUntil(lambda: "are asked again" in page.ui.banner.sentence, timeout=30_000)
    feedback.answer_all(store, event.id, [{"card": one, "trust": "4"} for one in codes], channel="typed")
    page.refresh()
    qtbot.waitUntil(lambda: "Before and after, person by person" in words_of(page), timeout=30_000)
    assert "13 pairs of answers since the form before" in words_of(page)


def words_of(page):
    return " ".join(one.text() for one in page.findChildren(QLabel))
