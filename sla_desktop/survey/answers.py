"""What people answered, as the form knows it: the one door through which every answer goes, from any channel."""

import re
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from sla_desktop.domain import card_codes
from sla_desktop.domain.errors import SlaError
from sla_desktop.domain.text import clean, fold
from sla_desktop.survey import model
from sla_desktop.survey.limits import MOST_DIGITS, bounds, decimal, in_words, is_outside, plain
from sla_desktop.survey.model import Choice, Question, Questionnaire
from sla_desktop.survey.sitting import Sitting

LONGEST_TEXT = 2000


class Unfit(SlaError):
    """Answers that do not fit the form; `problems` has a sentence for each question, by key."""

    def __init__(self, problems: Mapping[str, str]) -> None:
        super().__init__(next(iter(problems.values())))
        self.problems = dict(problems)


def record(
    form: Questionnaire, answers: Mapping[str, Any], language: str = "", *, whole: bool = True
) -> dict[str, str]:
    """The record that is kept of one person's answers: canonical texts by key, in the order of the form.

    Answers to what turned out not to be relevant are left out. Choices may be given as values or as labels in any
    language, several as a list or a text with spaces. Where nobody could insist (`whole` is False: paper, another
    system), a question that needs an answer may be without one. Raises Unfit, or SlaError for an unknown
    question or nothing.
    """
    unknown = sorted(set(answers) - set(form.by_key))
    if unknown:
        raise SlaError(f"The form has no question “{unknown[0]}”. It asks: {', '.join(q.key for q in form.asked)}.")
    fitted, problems = _fitted(form, answers)
    sitting = Sitting(form, fitted)
    for question in form.asked:
        if not sitting.is_asked(question):
            problems.pop(question.key, None)
        elif question.key not in problems and (whole or sitting.value(question)):
            problems.update(_problem(sitting, question, language))
    if problems:
        raise Unfit(problems)
    kept = sitting.record()
    if not any(kept.get(question.key) for question in form.asked if sitting.is_asked(question)):
        raise SlaError("Nothing was answered, so nothing was saved.")
    return kept


def problem(sitting: Sitting, question: Question, language: str = "") -> str:
    """Why the answer to a question cannot be kept, in a sentence, or nothing."""
    value, label = sitting.value(question), sitting.say(question.label, language) or question.name
    if not value:
        needed = sitting.say(question.required_message, language) or f"“{label}” needs an answer."
        return needed if sitting.is_required(question) else ""
    if question.choice_filter:
        offered = {choice.value for choice in sitting.offered(question)}
        strange = [one for one in value.split() if one not in offered]
        if strange:
            return f"“{sitting.form.label_of(question, strange[0], language)}” does not go with the answers before."
    if sitting.breaks(question):
        return sitting.say(question.constraint_message, language) or _unfit(question, value, label)
    return _unfit(question, value, label) if is_outside(question, value) else ""


def _unfit(question: Question, value: str, label: str) -> str:
    return f"“{value}” cannot be the answer to “{label}”. {_wanted(question)}".rstrip()


def _problem(sitting: Sitting, question: Question, language: str) -> dict[str, str]:
    told = problem(sitting, question, language)
    return {question.key: told} if told else {}


def fit(form: Questionnaire, question: Question, value: Any) -> str:
    """An answer as the form knows it, or "" for none. SlaError if it is of another kind or none of the choices."""
    if value is None or value == "" or value == []:
        return ""
    if question.kind in model.SELECTS:
        return _choices(form, question, value)
    if isinstance(value, Mapping | list | tuple):
        raise SlaError(f"“{form.label(question)}” takes one answer, not a list or a record.")
    text = clean(str(value))
    if not text:
        return ""
    told = _KINDS[question.kind](text, question)
    if told is None:
        raise SlaError(f"“{text}” is no answer to “{form.label(question)}”. {_wanted(question)}")
    return told


def _fitted(form: Questionnaire, answers: Mapping[str, Any]) -> tuple[dict[str, str], dict[str, str]]:
    fitted: dict[str, str] = {}
    problems: dict[str, str] = {}
    for question in form.by_key.values():
        if question.kind not in model.ASKED:
            continue
        try:
            told = fit(form, question, answers.get(question.key))
        except SlaError as error:
            problems[question.key] = str(error)
        else:
            if told:
                fitted[question.key] = told
    return fitted, problems


def _choices(form: Questionnaire, question: Question, value: Any) -> str:
    choices = form.choices_of(question)
    if question.kind == model.ONE:
        return _choice(form, question, value, choices).value
    parts = value if isinstance(value, Sequence) and not isinstance(value, str) else _parts(str(value), choices)
    found = [_choice(form, question, part, choices).value for part in parts if part not in (None, "")]
    if question.kind == model.RANK:
        if sorted(found) != sorted(choice.value for choice in choices):
            raise SlaError(f"“{form.label(question)}” needs each of its {len(choices)} choices once, in order.")
        return " ".join(found)
    return " ".join(choice.value for choice in choices if choice.value in found)


def _parts(text: str, choices: Sequence[Choice]) -> Sequence[str]:
    """A text as one choice if it is one, else as values between spaces."""
    whole = fold(text)
    names = {fold(name) for choice in choices for name in (choice.value, *choice.label.values())}
    return [text] if whole in names else text.split()


def _choice(form: Questionnaire, question: Question, value: Any, choices: Sequence[Choice]) -> Choice:
    text = {True: "yes", False: "no"}[value] if isinstance(value, bool) else str(value).strip()
    exact = next((choice for choice in choices if choice.value == text), None)
    folded = text.casefold()
    found = exact or next((choice for choice in choices if _means(choice, folded)), None)
    if found is None:
        offered = ", ".join(choice.value for choice in choices)
        raise SlaError(f"“{value}” is no answer to “{form.label(question)}”. It can be {offered}.")
    return found


def _means(choice: Choice, folded: str) -> bool:
    return folded in (choice.value.casefold(), *(label.casefold() for label in choice.label.values()))


def _text(text: str, question: Question) -> str | None:
    return text[:LONGEST_TEXT]


def _card(text: str, question: Question) -> str | None:
    return card_codes.read(text)


def _integer(text: str, question: Question) -> str | None:
    found = re.fullmatch(rf"([+-]?\d{{1,{MOST_DIGITS}}})(?:\.0+)?", text)
    return str(int(found[1])) if found else None


def _number(text: str, question: Question) -> str | None:
    known = decimal(text)
    return None if known is None else plain(known)


def _within_range(text: str, question: Question) -> str | None:
    known = decimal(text)
    start, end, step = bounds(question)
    if known is None or not min(start, end) <= known <= max(start, end) or (known - start) % (step or 1):
        return None
    return plain(known)


def _day(text: str, question: Question) -> str | None:
    for form in ("%Y-%m-%d", "%d/%m/%Y", "%d.%m.%Y"):
        try:
            return datetime.strptime(text[:10], form).date().isoformat()
        except ValueError:
            continue
    return None


def _acknowledged(text: str, question: Question) -> str | None:
    return "OK" if text.casefold() not in ("false", "no", "0") else ""


_KINDS = {
    model.TEXT: _text,
    model.CARD: _card,
    model.INTEGER: _integer,
    model.DECIMAL: _number,
    model.RANGE: _within_range,
    model.DATE: _day,
    model.ACKNOWLEDGE: _acknowledged,
}


def _wanted(question: Question) -> str:
    if question.kind == model.CARD:
        return "A letter is mistyped: look at the card again, or skip this question."
    if question.kind in model.NUMBERS:
        return f"It takes {in_words(question)}."
    return f"It takes a day such as {date(2026, 11, 24).isoformat()}." if question.kind == model.DATE else ""
