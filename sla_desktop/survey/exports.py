"""What other survey systems write, matched to a form: which column is which question, and which cell which answer."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sla_desktop.domain.errors import SlaError
from sla_desktop.domain.text import fold
from sla_desktop.survey import answers, limits, model
from sla_desktop.survey.model import Choice, Question, Questionnaire

OTHER = "other"
_ALIKE = 93
_SEPARATORS = re.compile(r"([;,])")
_NUMBERING = re.compile(r"^\s*(?:q(?:uestion)?\s*)?\d+[.):]\s*", re.IGNORECASE)
_BLANK = frozenset({"", "na", "n a", "none given", "null", "nan"})
# By system: headings that tell it, and all of its own that would tell who answered or when.
_SYSTEMS: Mapping[str, tuple[frozenset[str], frozenset[str]]] = {
    "Microsoft Forms": (
        frozenset({"start time", "completion time"}),
        frozenset({"id", "start time", "completion time", "email", "name", "last modified time", "language"}),
    ),
    "Indico": (
        frozenset({"submitter", "submission date"}),
        frozenset({"submitter", "submitter email", "submission date"}),
    ),
    "Typeform": (
        frozenset({"network id"}),
        frozenset({"network id", "start date utc", "submit date utc", "response type", "stage date utc", "tags"}),
    ),
    "Google Forms": (frozenset({"timestamp"}), frozenset({"timestamp", "email address", "username", "score"})),
}
_ALWAYS_LEFT_OUT = frozenset({"ip address", "user agent", "email address", "respondent id", "collector id"})


@dataclass(frozen=True)
class Unclear:
    """A cell that is no answer to its question: 6 on a scale from 1 to 5. Somebody has to say what it means."""

    question: str
    value: str


@dataclass(frozen=True)
class Columns:
    """How a file is understood: its system, the columns of each question, those that tell who or when, the rest."""

    system: str
    questions: Mapping[str, tuple[str, ...]]
    left_out: tuple[str, ...]
    unused: tuple[str, ...]


def columns_of(form: Questionnaire, headers: Sequence[str], told: Mapping[str, str] | None = None) -> Columns:
    """Match headings to questions; `told` gives the heading of a question. SlaError for one that is not there."""
    chosen = _told(form, headers, told or {})
    system = next(
        (name for name, (signs, _) in _SYSTEMS.items() if signs <= {fold(one) for one in headers}), "a table"
    )
    own = _SYSTEMS[system][1] | _ALWAYS_LEFT_OUT if system in _SYSTEMS else _ALWAYS_LEFT_OUT
    left_out = [one for one in headers if fold(one) in own and one not in chosen.values()]
    free = [one for one in headers if one not in left_out and one not in chosen.values()]
    questions: dict[str, tuple[str, ...]] = {key: (heading,) for key, heading in chosen.items()}
    for question in form.asked:
        if question.key not in questions and (found := _heading_of(form, question, free)):
            questions[question.key] = (found,)
            free.remove(found)
    for question in form.asked:
        if (
            question.kind == model.MANY
            and question.key not in questions
            and (several := _spread(form, question, free))
        ):
            questions[question.key] = several
            free = [one for one in free if one not in several]
    return Columns(system, questions, tuple(left_out), tuple(one for one in free if one))


def read_row(
    form: Questionnaire, columns: Columns, cells: Mapping[str, str], meant: Mapping[str, Mapping[str, str]]
) -> tuple[dict[str, Any], list[Unclear]]:
    """The answers of a row, and what of it is unclear; `meant` says by question what an unclear value means."""
    given: dict[str, Any] = {}
    unclear: list[Unclear] = []
    for key, headings in columns.questions.items():
        question = form.by_key[key]
        if len(headings) > 1:
            given[key] = _ticked(form, question, {heading: cells.get(heading, "") for heading in headings})
            continue
        text = cells.get(headings[0], "").strip()
        told = meant.get(key, {}).get(text, text)
        if fold(told) in _BLANK and not _is_choice(form, question, told):
            continue
        value, strange = _answer(form, question, told)
        if strange and OTHER in {choice.value for choice in form.choices_of(question)}:
            value = [*value, OTHER] if isinstance(value, list) else OTHER
            if f"{key}_other" in form.by_key:
                given[f"{key}_other"] = "; ".join(strange)
            strange = []
        unclear.extend(Unclear(key, one) for one in strange)
        given[key] = value
    return given, unclear


def _answer(form: Questionnaire, question: Question, text: str) -> tuple[Any, list[str]]:
    """A cell as an answer, and what of it is none."""
    if question.kind == model.ONE:
        found = _choice_of(form, question, text)
        return (found, []) if found else ("", [text])
    if question.kind in (model.MANY, model.RANK):
        return _several(form, question, text)
    try:
        value = answers.fit(form, question, text)
    except SlaError:
        return "", [text]
    return ("", [text]) if limits.is_outside(question, value) else (value, [])


def _several(form: Questionnaire, question: Question, text: str) -> tuple[list[str], list[str]]:
    """Choices of a cell that has several, though they may hold separators themselves: the longest label wins."""
    known = _names(form.choices_of(question))
    pieces = _SEPARATORS.split(text)
    found: list[str] = []
    strange: list[str] = []
    start = 0
    while start < len(pieces):
        ends = range(len(pieces), start, -1)
        end = next((end for end in ends if fold("".join(pieces[start:end])) in known), 0)
        if end:
            found.append(known[fold("".join(pieces[start:end]))])
        elif fold(pieces[start]):
            strange.append(pieces[start].strip())
        start = end or start + 1
    return list(dict.fromkeys(found)), strange


def _choice_of(form: Questionnaire, question: Question, text: str) -> str:
    return _names(form.choices_of(question)).get(fold(text), "")


def _names(choices: Iterable[Choice]) -> dict[str, str]:
    """Every way in which a choice is written, folded: its value, its labels, both together."""
    found: dict[str, str] = {}
    for choice in choices:
        for label in choice.label.values():
            for words in (f"{choice.value} {label}", f"{label} {choice.value}", label):
                found.setdefault(fold(words), choice.value)
    return found | {fold(choice.value): choice.value for choice in choices}


def _is_choice(form: Questionnaire, question: Question, text: str) -> bool:
    return fold(text) in _names(form.choices_of(question))


def _ticked(form: Questionnaire, question: Question, cells: Mapping[str, str]) -> list[str]:
    """Choices that have a column each: ticked with anything but a no."""
    names = _names(form.choices_of(question))
    return [names[_plain(one)] for one, cell in cells.items() if fold(cell) not in {*_BLANK, "0", "no", "false"}]


def _spread(form: Questionnaire, question: Question, headings: Sequence[str]) -> tuple[str, ...]:
    """The columns of a question that has one for each choice, where at least two are there."""
    names = _names(form.choices_of(question))
    found = tuple(one for one in headings if _plain(one) in names)
    return found if len(found) > 1 else ()


def _heading_of(form: Questionnaire, question: Question, headings: Sequence[str]) -> str:
    """The heading of a question: its name or label, else the one that is nearly the same."""
    names = {fold(question.key), fold(question.name), *(fold(label) for label in question.label.values())} - {""}
    exact = next((one for one in headings if names & {fold(one), _plain(one)}), "")
    return exact or _alike(names, headings)


def _alike(names: Iterable[str], headings: Sequence[str]) -> str:
    from rapidfuzz import fuzz, process

    long = [name for name in names if len(name) > 12]
    best = [
        process.extractOne(name, list(headings), scorer=fuzz.ratio, processor=_plain, score_cutoff=_ALIKE)
        for name in long
    ]
    scored = [(one[1], one[0]) for one in best if one is not None]
    return max(scored)[1] if scored else ""


def _plain(heading: str) -> str:
    """A heading without its number and the section before it."""
    words = _NUMBERING.sub("", heading)
    section, colon, rest = words.partition(": ")
    return fold(rest if colon and len(rest) > len(section) / 3 else words)


def _told(form: Questionnaire, headers: Sequence[str], told: Mapping[str, str]) -> dict[str, str]:
    for key, heading in told.items():
        if key not in form.by_key:
            raise SlaError(f"The form has no question “{key}”. It asks: {', '.join(one.key for one in form.asked)}.")
        if heading and heading not in headers:
            raise SlaError(f"The file has no column “{heading}”. It has: {', '.join(headers)}.")
    return {key: heading for key, heading in told.items() if heading}
