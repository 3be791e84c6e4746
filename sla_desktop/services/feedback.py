"""Feedback: the event's form, anonymous answers in, honest numbers out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sla_desktop.domain import feedback as rules
from sla_desktop.domain.events import Event, local
from sla_desktop.domain.feedback import THRESHOLD, Response, Share
from sla_desktop.domain.ids import EventId, ResponseId, random_id
from sla_desktop.services import forms, presence
from sla_desktop.services.clock import now
from sla_desktop.storage import query
from sla_desktop.storage.store import Store
from sla_desktop.survey import model, reading
from sla_desktop.survey.model import Question, Questionnaire


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


def answer(store: Store, event_id: EventId, answers: Mapping[str, Any], *, channel: str = "kiosk") -> None:
    """Save one person's answers: no name, no time of day, a random id. SlaError if one does not fit the form."""
    answer_all(store, event_id, [answers], channel=channel)


def answer_all(
    store: Store, event_id: EventId, given: Sequence[Mapping[str, Any]], *, channel: str
) -> list[dict[str, str]]:
    """Save several people's answers, all or none of them; what was kept of each."""
    from sla_desktop.survey import answers

    form = forms.event_form(store, event_id)
    asked = reading.questionnaire(form.sheets)
    records = [answers.record(asked, one) for one in given]
    with store.change() as tx:
        event = query.get(tx.connection, Event, event_id)
        day = local(now(), event.zone).date() if event else now().date()
        tx.put(*(Response(ResponseId(random_id()), event_id, form.id, day, channel, one) for one in records))
    return records


def report(store: Store, event_id: EventId) -> Report:
    """The tallies of an event's answers with Wilson intervals; groups below the threshold are hidden."""
    form = forms.questionnaire(store, event_id)
    with store.read() as connection:
        responses = query.find(connection, Response, event_id=event_id)
    answers = [response.answers for response in responses]
    measured = [question for question in form.asked if question.measure]
    return Report(
        answered=len(answers),
        attended=presence.counts(store, event_id).arrived,
        measures=tuple(
            Measure(question.measure, question.finding, _share(answers, [question])) for question in measured
        ),
        both=Measure("Both together", "did both", _share(answers, measured)) if len(measured) > 1 else None,
        shifts=tuple(_shifts(form, answers)),
        texts={form.label(q): _texts(answers, q.key) for q in form.asked if q.kind == model.TEXT},
        threshold=THRESHOLD,
    )


def _share(answers: Sequence[Mapping[str, Any]], questions: Sequence[Question]) -> Share | None:
    """The share whose answers to all questions are positive, of those who answered all of them."""
    complete = [one for one in answers if all(question.key in one for question in questions)]
    hits = sum(all(one[question.key] in question.positive for question in questions) for one in complete)
    if rules.hidden(hits, len(complete), THRESHOLD):
        return None
    return rules.wilson(hits, len(complete))


def _shifts(form: Questionnaire, answers: Sequence[Mapping[str, Any]]) -> list[Shift]:
    found = []
    for name, question in form.by_key.items():
        now_name = f"now_{name[7:]}"
        if not name.startswith("before_") or now_name not in form.by_key:
            continue
        told = [(_figure(one.get(name)), _figure(one.get(now_name))) for one in answers]
        pairs = [(one, other) for one, other in told if one is not None and other is not None]
        title = question.finding or form.label(question)
        if len(pairs) < THRESHOLD:
            found.append(Shift(title, len(pairs), None, None, None))
            continue
        up = sum(after > before for before, after in pairs)
        share = None if rules.hidden(up, len(pairs), THRESHOLD) else up / len(pairs)
        # One decimal: with more, two reports around one late form would tell what it said.
        before, after = (round(sum(values) / len(values), 1) for values in zip(*pairs, strict=True))
        found.append(Shift(title, len(pairs), before, after, share))
    return found


def _figure(told: str | None) -> float | None:
    """A choice of a scale as a number, if it is one."""
    try:
        return float(told) if told else None
    except ValueError:
        return None


def _texts(answers: Sequence[Mapping[str, Any]], name: str) -> tuple[str, ...]:
    """What people wrote, sorted by the words so that the order says nothing about who came first.

    The words of fewer than five people are not shown: those who know them would hear who speaks.
    """
    found = sorted(str(one[name]) for one in answers if one.get(name))
    return tuple(found) if len(found) >= THRESHOLD else ()
