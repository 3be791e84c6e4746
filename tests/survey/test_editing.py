"""A form changed question by question stays a form that any ODK tool reads."""

from dataclasses import replace

import pytest

from sla_desktop.domain.errors import SlaError
from sla_desktop.services import feedback, forms
from sla_desktop.survey import editing, files, model, reading
from sla_desktop.survey.editing import item
from tests.survey.sheets import YES_NO, form

SCALE = [("scale", "1", "Bad"), ("scale", "2", "Good")]
SHEETS = form(
    ("select_one yn", "met", "Did you meet somebody?"),
    ("text", "who", "What for?", {"relevant": "${met} = 'yes'"}),
    ("select_one scale", "food", "The food"),
    ("select_one scale", "room", "The room"),
    choices=[*YES_NO, *SCALE],
)


def names(sheets):
    return [one.name for one in editing.items(sheets)]


def choices(sheets, name):
    form = reading.questionnaire(sheets)
    return [(one.value, form.say(one.label)) for one in form.choices_of(form.by_key[name])]


@pytest.mark.parametrize("kind", [kind for kind in editing.KINDS if kind != model.CARD])
def test_a_question_of_any_kind_can_be_added_and_is_named_by_its_words(kind):
    sheets, name = editing.add(SHEETS, kind, after="met")
    assert names(sheets)[:2] == ["met", name]
    assert editing.faults(sheets) == ["Question 2 has no words. Write what it asks, or remove it."]
    sheets = editing.change(sheets, replace(item(sheets, name), label="What will you do next?"))
    assert names(sheets)[1] == "what_will_you_do_next"
    assert editing.faults(sheets) == []
    assert files.judge(sheets).faults == ()


def test_a_name_stays_when_the_words_change_later():
    sheets = editing.change(SHEETS, replace(item(SHEETS, "food"), label="The lunch", hint="Today", required=True))
    told = item(sheets, "food")
    assert (told.label, told.hint, told.required) == ("The lunch", "Today", True)


def test_questions_move_no_further_than_the_ends():
    assert names(editing.move(SHEETS, "room", -2)) == ["met", "room", "who", "food"]
    assert names(editing.move(SHEETS, "met", -1)) == names(SHEETS)
    assert names(editing.move(SHEETS, "met", 9)) == ["who", "food", "room", "met"]


def test_choices_of_one_question_change_and_those_of_others_that_shared_them_stay():
    sheets = editing.change(SHEETS, replace(item(SHEETS, "food"), choices=("Bad", "So so", "Good")))
    assert choices(sheets, "food") == [("1", "Bad"), ("so_so", "So so"), ("2", "Good")]
    assert choices(sheets, "room") == [("1", "Bad"), ("2", "Good")]


def test_a_choice_in_other_words_keeps_its_value_so_that_answers_still_count():
    sheets = editing.change(SHEETS, replace(item(SHEETS, "met"), choices=("Yes, I did", "No")))
    assert choices(sheets, "met") == [("yes", "Yes, I did"), ("no", "No")]


def test_numbers_take_limits():
    sheets, name = editing.add(SHEETS, "integer")
    sheets = editing.change(sheets, replace(item(sheets, name), label="How many?", low="0", high="20"))
    assert (item(sheets, "how_many").low, item(sheets, "how_many").high) == ("0", "20")
    with pytest.raises(SlaError, match="“few” is no number"):
        editing.change(sheets, replace(item(sheets, "how_many"), high="few"))


def test_another_language_stands_beside_the_first():
    own, welsh = "English (en)", "Cymraeg (cy)"
    sheets = editing.named_language(SHEETS)
    assert editing.named_language(sheets) == sheets
    sheets = editing.change(sheets, replace(item(sheets, "met", welsh), label="Wnaethoch chi gwrdd?"), welsh)
    sheets = editing.change(sheets, replace(item(sheets, "met", welsh), choices=("Do", "Naddo")), welsh)
    told = reading.questionnaire(sheets)
    assert told.languages == (own, welsh)
    assert told.label(told.by_key["met"]) == "Did you meet somebody?"
    assert [told.label_of(told.by_key["met"], value, welsh) for value in ("yes", "no")] == ["Do", "Naddo"]
    assert choices(sheets, "met") == [("yes", "Yes"), ("no", "No")]
    assert files.judge(sheets).faults == ()


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"label": ""}, "Question 3 has no words"),
        ({"choices": ("Good",)}, "needs two choices"),
        ({"choices": ("Good", "good")}, "has a choice twice"),
    ],
)
def test_what_is_lacking_is_told_in_a_sentence(store, event, changes, sentence):
    sheets = editing.change(SHEETS, replace(item(SHEETS, "food"), **changes))
    with pytest.raises(SlaError, match=sentence):
        forms.save_edited(store, event.id, sheets)


def test_a_question_that_another_hangs_on_cannot_go_alone(store, event):
    with pytest.raises(SlaError, match="met"):
        forms.save_edited(store, event.id, editing.remove(SHEETS, "met"))


def test_an_edited_form_goes_out_and_comes_in_as_the_same_form(tmp_path, store, event):
    sheets, name = editing.add(forms.default_sheets(store), "select_multiple", after="skills")
    told = replace(item(sheets, name), label="What did you talk about?", choices=("Housing", "Health; care", "1"))
    forms.save_edited(store, event.id, editing.change(sheets, told))
    form = forms.export_form(store, event.id, tmp_path / "form.xlsx")
    back = files.read_sheets(tmp_path / "form.xlsx")
    assert files.xform(back) == files.xform(form.sheets)


def test_answers_to_the_version_before_are_kept_and_counted(store, event):
    feedback.answer_all(store, event.id, [{"skills": "4"}] * 6, channel="typed")
    before = forms.event_form(store, event.id)
    sheets = editing.remove(before.sheets, "openly")
    sheets = editing.change(sheets, replace(item(sheets, "skills"), label="I learnt something."))
    made = forms.save_edited(store, event.id, sheets)
    assert made.version == before.version + 1
    assert forms.save_edited(store, event.id, made.sheets) == made
    feedback.answer_all(store, event.id, [{"skills": "4"}] * 6, channel="typed")
    (table,) = [one for one in feedback.report(store, event.id).tables if one.question == "skills"]
    assert table.label == "I learnt something."
    assert {one.label: one.count for one in table.counts}["Agree"] == 12
