"""Feedback: the event's form, anonymous answers in, honest numbers out."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sla_desktop import assets
from sla_desktop.domain import feedback as rules
from sla_desktop.domain.errors import SlaError
from sla_desktop.domain.events import Event, local
from sla_desktop.domain.feedback import THRESHOLD, Form, Question, Response, Share, questions_of
from sla_desktop.domain.ids import EventId, FormId, ResponseId, natural_id, random_id
from sla_desktop.domain.text import clean
from sla_desktop.services import frameworks, presence
from sla_desktop.services.clock import now
from sla_desktop.storage import query
from sla_desktop.storage.store import Store

LONGEST_TEXT = 2000


@dataclass(frozen=True)
class Measure:
    """A headline measure; `share` is None while so few answered that somebody could be known.

    `finding` says in words what the share reports.
    """

    label: str
    finding: str
    share: Share | None


@dataclass(frozen=True)
class Shift:
    """A characteristic before and now, as means of a 1 to 5 scale, from those who answered both."""

    title: str
    answered: int
    before: float | None
    now: float | None
    moved_up: float | None


@dataclass(frozen=True)
class Report:
    """What the answers say. Texts are in random order; numbers of small groups are None."""

    answered: int
    attended: int
    measures: tuple[Measure, ...]
    both: Measure | None
    shifts: tuple[Shift, ...]
    texts: Mapping[str, tuple[str, ...]]
    threshold: int

    @property
    def response_rate(self) -> float | None:
        """Answers per person who was there, 0 to 1."""
        return min(1.0, self.answered / self.attended) if self.attended else None


def event_form(store: Store, event_id: EventId) -> Form:
    """The event's form; the default evaluation form is made at first need."""
    with store.read() as connection:
        known = query.find(connection, Form, order="version", event_id=event_id)
    return known[-1] if known else _store_default(store, event_id)


def answer(store: Store, event_id: EventId, answers: Mapping[str, Any], *, channel: str = "kiosk") -> None:
    """Save one person's answers: no name, no time of day, a random id. SlaError if one does not fit the form."""
    answer_all(store, event_id, [answers], channel=channel)


def answer_all(store: Store, event_id: EventId, forms: Sequence[Mapping[str, Any]], *, channel: str) -> None:
    """Save several people's answers, all or none of them."""
    form = event_form(store, event_id)
    questions = {question.name: question for question in questions_of(form)}
    fitted = [_given(questions, answers) for answers in forms]
    with store.change() as tx:
        event = query.get(tx.connection, Event, event_id)
        day = local(now(), event.zone).date() if event else now().date()
        tx.put(*(Response(ResponseId(random_id()), event_id, form.id, day, channel, given) for given in fitted))


def report(store: Store, event_id: EventId) -> Report:
    """The tallies of an event's answers with Wilson intervals; groups below the threshold are hidden."""
    form = event_form(store, event_id)
    with store.read() as connection:
        responses = query.find(connection, Response, event_id=event_id)
    answers = [response.answers for response in responses]
    questions = questions_of(form)
    measured = [question for question in questions if question.measure]
    return Report(
        answered=len(answers),
        attended=presence.counts(store, event_id).arrived,
        measures=tuple(
            Measure(question.measure, question.finding, _share(answers, [question])) for question in measured
        ),
        both=Measure("Both together", "did both", _share(answers, measured)) if len(measured) > 1 else None,
        shifts=tuple(_shifts(questions, answers)),
        texts={q.label: _texts(answers, q.name) for q in questions if q.kind == rules.TEXT},
        threshold=THRESHOLD,
    )


def _given(questions: Mapping[str, Question], answers: Mapping[str, Any]) -> dict[str, str]:
    """The answers as the form knows them. SlaError for an unknown question, or nothing answered."""
    unknown = sorted(set(answers) - set(questions))
    if unknown:
        raise SlaError(f"The form has no question “{unknown[0]}”. It asks: {', '.join(questions)}.")
    fitted = {name: _fitted(question, answers.get(name)) for name, question in questions.items()}
    given = {name: value for name, value in fitted.items() if value != ""}
    if not given:
        raise SlaError("Nothing was answered, so nothing was saved.")
    return given


def _fitted(question: Question, value: Any) -> str:
    """An answer as the form knows it, or "" for none."""
    if value is None or value == "":
        if question.required:
            raise SlaError(f"“{question.label}” needs an answer.")
        return ""
    if question.kind == rules.TEXT:
        return clean(str(value))[:LONGEST_TEXT]
    text = {True: "yes", False: "no"}.get(value, str(value)) if isinstance(value, bool) else str(value)
    for known, label in question.choices:
        if text.casefold() in (known.casefold(), label.casefold()):
            return known
    offered = ", ".join(known for known, _ in question.choices)
    raise SlaError(f"“{value}” is no answer to “{question.label}”. It can be {offered}.")


def _share(answers: Sequence[Mapping[str, Any]], questions: Sequence[Question]) -> Share | None:
    """The share whose answers to all questions are positive, of those who answered all of them."""
    complete = [one for one in answers if all(question.name in one for question in questions)]
    hits = sum(all(one[question.name] in question.positive for question in questions) for one in complete)
    if rules.hidden(hits, len(complete), THRESHOLD):
        return None
    return rules.wilson(hits, len(complete))


def _shifts(questions: Sequence[Question], answers: Sequence[Mapping[str, Any]]) -> list[Shift]:
    by_name = {question.name: question for question in questions}
    found = []
    for name, question in by_name.items():
        if not name.startswith("before_") or f"now_{name[7:]}" not in by_name:
            continue
        pairs = [(int(a[name]), int(a[f"now_{name[7:]}"])) for a in answers if name in a and f"now_{name[7:]}" in a]
        title = question.label.partition(": ")[2] or question.label
        if len(pairs) < THRESHOLD:
            found.append(Shift(title, len(pairs), None, None, None))
            continue
        up = sum(after > before for before, after in pairs)
        share = None if rules.hidden(up, len(pairs), THRESHOLD) else up / len(pairs)
        # One decimal: with more, two reports around one late form would tell what it said.
        before, after = (round(sum(values) / len(values), 1) for values in zip(*pairs, strict=True))
        found.append(Shift(title, len(pairs), before, after, share))
    return found


def _texts(answers: Sequence[Mapping[str, Any]], name: str) -> tuple[str, ...]:
    """What people wrote, sorted by the words so that the order says nothing about who came first.

    The words of fewer than five people are not shown: those who know them would hear who speaks.
    """
    found = sorted(str(one[name]) for one in answers if one.get(name))
    return tuple(found) if len(found) >= THRESHOLD else ()


def _store_default(store: Store, event_id: EventId) -> Form:
    record = json.loads(assets.path("templates/feedback_form.json").read_text(encoding="utf-8"))
    pair = record["characteristic"]
    asked: list[Mapping[str, Any]] = []
    for one in frameworks.characteristics(store):
        for moment in ("before", "now"):
            label = pair[moment].format(title=one.title)
            question = {
                "name": f"{moment}_{one.key}",
                "label": label,
                "kind": rules.SCALE,
                "choices": pair["choices"],
            }
            asked.append(question)
    first, last = record["questions"][:2], record["questions"][2:]
    form = Form(
        id=FormId(natural_id("form", event_id, "default")),
        event_id=event_id,
        title=record["title"],
        version=1,
        questions=(*first, *asked, *last),
    )
    with store.change() as tx:
        tx.put(form)
    return form
