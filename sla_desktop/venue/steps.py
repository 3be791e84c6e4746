"""A form on a phone, one question to a page: where somebody is, what they said so far, and what comes next."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from sla_desktop.domain.errors import SlaError
from sla_desktop.domain.text import clean
from sla_desktop.survey import answers, model
from sla_desktop.survey.model import Question, Questionnaire
from sla_desktop.survey.sitting import Sitting

Fields = Mapping[str, Sequence[str]]


@dataclass(frozen=True)
class Step:
    """What a page shows: a question (None after the last), with what went wrong, if something did.

    `typed` is what was sent for it, as it was sent; `ahead` are the question and those after it. `given` are the
    answers so far; they travel in the page, so that nothing is kept of somebody who goes away.
    """

    sitting: Sitting
    question: Question | None
    place: int
    ahead: Sequence[Question]
    language: str
    given: Mapping[str, str]
    problem: str = ""
    typed: str = ""

    @property
    def form(self) -> Questionnaire:
        """The form that is answered."""
        return self.sitting.form


def begin(form: Questionnaire, language: str) -> Step:
    """The first page."""
    sitting = Sitting(form)
    defaults = {one.key: told for one in form.asked if (told := sitting.default(one))}
    sitting.answer(defaults)
    return _at(sitting, sitting.shown(), 0, _known(form, language), defaults)


def follow(form: Questionnaire, fields: Fields) -> Step:
    """The page after what was sent; the same page with the reason if the answer cannot be kept."""
    given, language = _given(form, _one(fields, "given")), _known(form, _one(fields, "language"))
    question = form.by_key.get(_one(fields, "at"))
    sitting = Sitting(form, given)
    shown = sitting.shown()
    if question is None or question not in shown:
        return _at(sitting, shown, 0, language, given)
    act, typed = _one(fields, "go"), _typed(question, fields)
    if act != "next":
        typed = ""
    here = shown.index(question)
    if act == "back":
        return _at(sitting, shown, max(0, here - 1), language, given)
    try:
        _check_length(question, typed)
        told = answers.fit(form, question, typed) if question.kind in model.ASKED else ""
    except SlaError as error:
        return replace(_at(sitting, shown, here, language, given), problem=str(error), typed=typed)
    given = {
        **{key: value for key, value in given.items() if key != question.key},
        **({question.key: told} if told else {}),
    }
    sitting.answer(given)
    wrong = answers.problem(sitting, question, language) if sitting.is_asked(question) else ""
    shown = sitting.shown()
    if wrong:
        return replace(_at(sitting, shown, here, language, given), problem=wrong, typed=typed)
    return _at(sitting, shown, here + 1, language, given)


def _check_length(question: Question, typed: str) -> None:
    """SlaError for a text that would be cut: whoever wrote it can still shorten it."""
    length = len(clean(typed)) if question.kind == model.TEXT else 0
    if length > answers.LONGEST_TEXT:
        raise SlaError(f"This has {length:,} letters; {answers.LONGEST_TEXT:,} is the most. Please shorten it.")


def _at(sitting: Sitting, shown: Sequence[Question], place: int, language: str, given: Mapping[str, str]) -> Step:
    question = shown[place] if place < len(shown) else None
    typed = sitting.value(question) if question else ""
    return Step(sitting, question, place, shown[place:], language, given, typed=typed)


def _given(form: Questionnaire, told: str) -> dict[str, str]:
    """The answers that travel in the page; whatever is no answer of this form is left out."""
    try:
        found = json.loads(told or "{}")
    except (ValueError, RecursionError):
        return {}
    known = found.items() if isinstance(found, dict) else ()
    return {key: clean(value) for key, value in known if key in form.by_key and isinstance(value, str)}


def _typed(question: Question, fields: Fields) -> str:
    """What was sent for a question; the places of a rank as its choices in order."""
    if question.kind == model.RANK:
        places = {
            name.removeprefix("place "): value[0] for name, value in fields.items() if name.startswith("place ")
        }
        return " ".join(sorted((value for value, place in places.items() if place), key=lambda value: places[value]))
    return " ".join(fields.get("answer", ()))


def _known(form: Questionnaire, language: str) -> str:
    return language if language in form.languages else form.languages[0]


def _one(fields: Fields, name: str) -> str:
    return next(iter(fields.get(name, ())), "")
