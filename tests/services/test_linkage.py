"""The same people before and after, known by a card's code and nothing else."""

import json
import re
import zipfile
from datetime import timedelta
from random import Random

import pytest
from pypdf import PdfReader

from sla_desktop.domain import card_codes
from sla_desktop.domain.errors import SlaError
from sla_desktop.domain.feedback import Release, Response
from sla_desktop.services import code_cards, coding, documents, events, feedback, forms, report_out
from sla_desktop.services.form_scans import Known, SheetRead
from sla_desktop.services.pack import build_pack
from sla_desktop.services.pack_exports import write_pack
from sla_desktop.storage import query
from sla_desktop.survey import files, reading
from tests.printing import conformity

SCALE = [{"list_name": "scale", "name": str(n), "label": f"{n} of 5"} for n in range(1, 6)]
SHEETS = {
    "survey": [
        {"type": "text", "name": "card", "label": "The code on your card", "appearance": "card-code"},
        {"type": "select_one scale", "name": "trust", "label": "I trust the others."},
        {"type": "select_one scale", "name": "skill", "label": "I lead across borders."},
        {"type": "text", "name": "words", "label": "In your words?"},
    ],
    "choices": SCALE,
    "settings": [{"form_title": "How it is", "form_id": "how_it_is", "version": "1"}],
}
DICE = Random(3)
LETTERS = ["".join(DICE.choices(card_codes.LETTERS, k=6)) for _ in range(60)]
CODES = [letters + card_codes._check(letters) for letters in LETTERS]


def answers(seed, codes, shift=0):
    dice = Random(seed)
    rates = ((1, 2, 2, 3, 3, 4), (2, 3, 3, 4, 4, 5))[shift]
    return [
        {"card": code, "trust": str(dice.choice(rates)), "skill": str(dice.choice(rates)), "words": f"Word {n}"}
        for n, code in enumerate(codes)
    ]


def give(store, event, told):
    return feedback.answer_all(store, event.id, told, channel="typed")


@pytest.fixture
def asked(store, event):
    """An event whose form asked 44 people before, and again 42 of them and three others after."""
    forms.save_form(store, event.id, SHEETS)
    give(store, event, answers(1, CODES[:44]))
    forms.ask_again(store, event.id)
    give(store, event, answers(2, CODES[2:47], shift=1))
    return event


def test_the_same_questions_are_asked_again_and_paired_by_code_alone(store, asked):
    told = feedback.report(store, asked.id)
    assert told.answered == 45
    paired = told.paired
    assert (paired.pairs, paired.held_back, paired.before, paired.after, paired.twice) == (37, 5, 2, 3, 0)
    assert [one.question for one in paired.changes] == ["trust", "skill"]
    for one in paired.changes:
        low, high = one.change.interval
        assert low < one.change.mean < high
        assert 0.4 < one.change.mean < 1.6
        assert one.change.pairs == 37


def test_the_report_before_is_of_the_form_before(store, event):
    forms.save_form(store, event.id, SHEETS)
    give(store, event, answers(1, CODES[:44]))
    feedback.report(store, event.id)
    assert feedback.report(store, event.id).paired is None
    forms.ask_again(store, event.id)
    again = feedback.report(store, event.id)
    assert (again.answered, again.waiting) == (0, 0)
    assert again.paired.pairs == 0
    give(store, event, answers(2, CODES[:40], shift=1))
    told = feedback.report(store, event.id)
    assert told.answered == 40
    assert told.waiting == 0


def test_two_events_of_a_programme_are_paired(store, event):
    later = timedelta(days=60)
    last = events.add_event(
        store, title="Last day", starts=event.starts + later, ends=event.ends + later, programme="Collaborate"
    )
    events.set_programme(store, event, "Collaborate")
    for one in (event, last):
        forms.save_form(store, one.id, SHEETS)
    give(store, event, answers(1, CODES[:50]))
    give(store, last, answers(2, CODES[10:55], shift=1))
    paired = feedback.report(store, last.id).paired
    assert (paired.pairs, paired.before, paired.after) == (38, 10, 5)
    assert event.title in paired.since
    assert feedback.report(store, event.id).paired is None


def test_a_mistyped_code_is_told_at_once_and_skipping_is_allowed(store, event):
    must = [{**SHEETS["survey"][0], "required": "yes"}, *SHEETS["survey"][1:]]
    forms.save_form(store, event.id, {**SHEETS, "survey": must})
    wrong = CODES[0][:-1] + ("C" if CODES[0][-1] != "C" else "D")
    with pytest.raises(SlaError, match="A letter is mistyped: look at the card again, or skip"):
        feedback.answer(store, event.id, {"card": wrong, "trust": "1"})
    feedback.answer(store, event.id, {"trust": "1"})
    feedback.answer(store, event.id, {"card": card_codes.shown(CODES[0]).lower(), "trust": "2"})
    with store.read() as connection:
        kept = [one.answers.get("card", "") for one in query.find(connection, Response)]
    assert sorted(kept) == ["", CODES[0]]


def test_a_code_twice_on_one_form_is_counted_and_not_paired(store, asked):
    give(store, asked, answers(5, CODES[2:4], shift=1))
    paired = feedback.report(store, asked.id).paired
    assert (paired.twice, paired.before, paired.after) == (2, 4, 7)


def test_no_code_leaves_the_program(store, asked, tmp_path):
    written = []
    for name in ("report.xlsx", "report.csv", "pack.xlsx", "pack.html", "pack.pdf"):
        path = tmp_path / name
        (write_pack if name.startswith("pack") else report_out.write_report)(store, asked.id, path)
        written.append(path)
    told = repr(feedback.report(store, asked.id)) + repr(coding.comments(store, asked.id))
    told += repr(build_pack(store, asked)) + written[1].read_text() + written[3].read_text()
    told += " ".join(page.extract_text() for page in PdfReader(written[4]).pages)
    for path in (written[0], written[2]):
        with zipfile.ZipFile(path) as book:
            told += " ".join(book.read(name).decode(errors="replace") for name in book.namelist())
    with store.read() as connection:
        told += json.dumps([one.told for one in query.find(connection, Release)])
    assert not [code for code in CODES if code in told or card_codes.shown(code) in told]
    assert "Before and after, person by person" in told


def test_what_is_told_of_a_scanned_sheet_has_no_code():
    known = Known("form", reading.questionnaire(SHEETS), None)
    assert SheetRead("K", "S", known, (), {}, (), record={"card": CODES[0], "trust": "4"}).told == {"trust": "4"}


def test_codes_are_no_words_where_the_form_forgot_what_they_are(store, asked):
    plain = [{key: value for key, value in one.items() if key != "appearance"} for one in SHEETS["survey"]]
    forms.save_form(store, asked.id, {**SHEETS, "survey": plain})
    told = feedback.report(store, asked.id)
    assert told.paired is None
    assert told.texts["The code on your card"] == ()
    assert {one.label for one in coding.comments(store, asked.id)} == {"In your words?"}


def test_what_a_pack_told_of_pairs_stands_until_five_more_came(store, asked):
    give(store, asked, answers(6, CODES[47:52], shift=1))
    feedback.report(store, asked.id)
    first = feedback.report(store, asked.id).paired
    give(store, asked, answers(7, CODES[:1], shift=1))
    feedback.report(store, asked.id)
    then = feedback.report(store, asked.id).paired
    assert then.changes == first.changes


def test_a_form_without_a_card_or_without_answers_is_not_asked_again(store, event):
    with pytest.raises(SlaError, match="no code of a card"):
        forms.ask_again(store, event.id)
    forms.save_form(store, event.id, SHEETS)
    with pytest.raises(SlaError, match="Nobody answered"):
        forms.ask_again(store, event.id)


def test_the_question_is_within_the_subset_and_goes_out_as_it_came(store, event, tmp_path):
    judged = files.judge(SHEETS)
    assert (judged.faults, judged.warnings) == ((), ())
    forms.save_form(store, event.id, SHEETS)
    forms.export_form(store, event.id, tmp_path / "form.xlsx")
    again = forms.import_form(store, event.id, tmp_path / "form.xlsx")
    assert again.warnings == ()
    assert reading.questionnaire(again.form.sheets) == reading.questionnaire(SHEETS)


def test_the_question_is_added_like_any_other(store, event):
    forms.edit_form(store, event.id, [{"do": "add", "kind": "card-code"}])
    assert forms.questionnaire(store, event.id).card.label == {"": "The code on your card"}


def test_a_sheet_of_cards_conforms_and_no_code_of_it_is_kept(store, event, tmp_path):
    assert code_cards.print_codes(store, event.id, tmp_path / "c.pdf", count=30) == 2
    text = " ".join(page.extract_text() for page in PdfReader(tmp_path / "c.pdf").pages)
    codes = {code for code in re.findall(r"[A-Z]{3}-[A-Z]{4}", text) if card_codes.read(code)}
    assert len(codes) == 30
    assert conformity.faults(tmp_path / "c.pdf") == []
    assert documents.print_log(store, event.id)[-1].document == "code cards"
    with pytest.raises(SlaError, match="2,401 was asked for"):
        code_cards.print_codes(store, event.id, tmp_path / "c.pdf", count=2401)


def test_usually_a_fifth_more_cards_are_printed_than_people_are_registered(store, event, register):
    assert code_cards.usual_count(store, event.id) == 24
    register(store, event.id, *(f"P{n},Person{n},p{n}@x.org,Org" for n in range(40)))
    assert code_cards.usual_count(store, event.id) == 48
