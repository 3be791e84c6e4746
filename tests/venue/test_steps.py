"""Equal answers are equal records, whether they come page by page from a phone or all at once."""

import random

import pytest

from sla_desktop.domain import card_codes
from sla_desktop.domain.errors import SlaError
from sla_desktop.services import forms
from sla_desktop.survey import answers, limits, model, reading
from sla_desktop.survey.sitting import Sitting
from sla_desktop.venue import pages, steps
from tests.survey.sheets import form as sheet
from tests.survey.test_files import FORMS, accepted

pytestmark = pytest.mark.filterwarnings("ignore::UserWarning")


def some_answer(chance, sitting, question):
    """What somebody might answer."""
    choices = [choice.value for choice in sitting.offered(question)]
    if question.kind == model.ONE:
        return chance.choice(choices) if choices else ""
    if question.kind == model.MANY:
        return " ".join(choice for choice in choices if chance.random() < 0.5)
    if question.kind == model.RANK:
        return " ".join(chance.sample(choices, len(choices)))
    start, _, step = limits.bounds(question)
    told = {model.RANGE: start + step, model.INTEGER: chance.randint(0, 90), model.DECIMAL: chance.randint(0, 90) / 4}
    told |= {model.DATE: f"2026-11-{chance.randint(1, 30):02d}", model.ACKNOWLEDGE: "OK"}
    return str(told.get(question.kind, chance.choice(("Siân", "more time", "1.5"))))


def by_phone(form, chance):
    """Walks through the form page by page; the record that is kept, and what was answered."""
    step = steps.begin(form, form.languages[0])
    given = {}
    for _ in range(400):
        question = step.question
        if question is None:
            return answers.record(form, step.given), given
        if step.problem:
            raise SlaError(step.problem)
        typed = some_answer(chance, step.sitting, question) if question.kind in model.ASKED else ""
        if (typed and chance.random() < 0.8) or step.sitting.is_required(question):
            given[question.key] = typed
        fields = {"at": [question.key], "language": [step.language], "go": ["next"]}
        fields["given"] = [steps.json.dumps(dict(step.given))]
        if question.kind == model.RANK:
            ranked = given.get(question.key, "").split()
            fields |= {f"place {value}": [f"{place:03d}"] for place, value in enumerate(ranked)}
        else:
            fields["answer"] = (
                given.get(question.key, "").split() if question.kind == model.MANY else [given.get(question.key, "")]
            )
        step = steps.follow(form, fields)
    raise AssertionError("the form does not end")


def compare(form, seed):
    try:
        record, given = by_phone(form, random.Random(seed))
    except SlaError:
        return False
    defaults = {one.key: told for one in form.asked if (told := Sitting(form).default(one)) and one.key not in given}
    assert answers.record(form, {**{key: "" for key in defaults}, **given}) == record
    return True


def test_equal_answers_to_the_default_form_are_equal_records(store):
    form = reading.questionnaire(forms.default_sheets(store))
    assert sum(compare(form, seed) for seed in range(40)) >= 38


def test_equal_answers_to_real_forms_are_equal_records():
    if not FORMS:
        pytest.skip("the collection of real forms is not here")
    told = {
        name: sum(compare(reading.questionnaire(sheets), seed) for seed in range(10))
        for name, sheets in accepted().items()
    }
    assert sum(told.values()) >= 0.5 * 10 * len(told), told


def test_a_mistyped_code_is_told_on_its_own_page_and_may_be_skipped():
    form = reading.questionnaire(sheet(("text", "card", "Code", {"appearance": "card-code"}), ("text", "a", "A?")))
    (code,) = card_codes.make(1)
    fields = {"at": ["card"], "language": [""], "given": ["{}"], "go": ["next"]}
    wrong = steps.follow(form, {**fields, "answer": [code[:-1]]})
    assert "A letter is mistyped" in wrong.problem
    assert "Skip" in pages.step_page(wrong, "token")
    assert "textarea" not in pages.step_page(wrong, "token")
    assert steps.follow(form, {**fields, "answer": [code.lower()]}).given == {"card": code}
    assert steps.follow(form, {**fields, "go": ["skip"]}).question.key == "a"


def test_a_phone_is_told_the_minutes_left_and_no_number_of_questions_that_an_answer_can_change():
    more = ("text", "why", "Why?", {"relevant": "${met} = 'yes'"})
    form = reading.questionnaire(sheet(("select_one yn", "met", "Met?"), more, ("text", "next", "What next?")))
    step = steps.begin(form, "")
    assert "Question 1, less than a minute left" in pages.step_page(step, "t")
    told = {"at": ["met"], "answer": ["yes"], "go": ["next"], "given": ["{}"], "language": [""]}
    assert "Question 2, about 1 minute left" in pages.step_page(steps.follow(form, told), "t")
