"""Feedback: the event's form, anonymous answers in, honest numbers out."""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from sqlalchemy import Connection

from sla_desktop.domain import card_codes
from sla_desktop.domain.events import Event, local
from sla_desktop.domain.feedback import THRESHOLD, Release, Response, Share
from sla_desktop.domain.ids import EventId, FormId, ReleaseId, ResponseId, new_id, random_id
from sla_desktop.services import coding, forms, linkage, presence, quotes
from sla_desktop.services.clock import now
from sla_desktop.services.findings import Findings, Table
from sla_desktop.services.linkage import Paired
from sla_desktop.storage import meta, orders, query
from sla_desktop.storage.entities import to_json
from sla_desktop.storage.store import Store
from sla_desktop.survey import model, reading
from sla_desktop.survey.counting import pairs_of
from sla_desktop.survey.model import Questionnaire


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
    """A characteristic before and now, as means of a 1 to 5 scale, and the fewest who answered one of them.

    How many answered is None where it would tell what is hidden.
    """

    title: str
    answered: int | None
    before: float | None
    now: float | None
    moved_up: float | None


@dataclass(frozen=True)
class Recommendation:
    """The net promoter score, -100 to 100, and how many answered; None where it is hidden."""

    label: str
    score: int | None
    answered: int | None


@dataclass(frozen=True)
class Report:
    """What the answers say. Texts are in the order of their words; numbers of small groups are None.

    `withheld` counts the texts that could name somebody and so are not among `texts`, for each question.
    `paired` has what changed since an earlier form, by the codes of cards; None where nothing is paired.
    `waiting` answers are not in the numbers yet: so few came since numbers were shown that those stand.
    """

    answered: int
    waiting: int
    attended: int
    measures: tuple[Measure, ...]
    both: Measure | None
    shifts: tuple[Shift, ...]
    recommendation: Recommendation | None
    tables: tuple[Table, ...]
    by_group: tuple[Table, ...]
    texts: Mapping[str, tuple[str, ...]]
    withheld: Mapping[str, int]
    threshold: int
    paired: Paired | None = None

    @property
    def response_rate(self) -> float | None:
        """Answers per person who was there, 0 to 1; none where there are more of them than people."""
        return self.answered / self.attended if self.answered <= self.attended and self.attended else None


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
    keep(store, event_id, form.id, [(ResponseId(random_id()), one) for one in records], channel=channel)
    return records


def keep(
    store: Store,
    event_id: EventId,
    form_id: FormId,
    records: Iterable[tuple[ResponseId, Mapping[str, str]]],
    *,
    channel: str,
) -> None:
    """Keep records that `survey.answers.record` made, under ids of their own; one that is here stays as it is."""
    with store.change() as tx:
        event = query.get(tx.connection, Event, event_id)
        day = local(now(), event.zone).date() if event else now().date()
        tx.put(*(Response(key, event_id, form_id, day, channel, dict(one)) for key, one in records))


def report(store: Store, event_id: EventId, *, look: bool = False) -> Report:
    """The tallies of an event's answers with Wilson intervals; no small group can be worked out.

    Its numbers count as out from now on: later ones never tell, by comparison, what a few people said. Those of a
    `look` while answers come in stand until five more came, and that is all: to prove each later number against every
    look would take minutes and hide most of them.
    """
    form, answers, found, paired = _found(store, event_id)
    (_note_look if look else _note_out)(store, event_id, form, found, paired)
    measured = [question for question in form.asked if question.measure]
    written = {form.label(one): _texts(answers, one.key) for one in form.asked if one.kind == model.TEXT}
    lets_through = quotes.screen(store, event_id).lets_through
    shown = {label: tuple(filter(lets_through, texts)) for label, texts in written.items()}
    return Report(
        answered=len(answers),
        waiting=found.waiting,
        attended=presence.counts(store, event_id).arrived,
        measures=tuple(Measure(one.measure, one.finding, found.share(one)) for one in measured),
        both=Measure("Both together", "did both", found.both()) if len(measured) > 1 else None,
        shifts=tuple(_shifts(form, found)),
        recommendation=_recommendation(form, found),
        tables=found.tables(),
        by_group=found.by_group(),
        texts=shown,
        withheld={label: len(texts) - len(shown[label]) for label, texts in written.items()},
        threshold=THRESHOLD,
        paired=paired,
    )


def _note_out(store: Store, event_id: EventId, form: Questionnaire, found: Findings, paired: Paired | None) -> None:
    """Keep numbers that are shown for the first time; a laptop that was taken off keeps nothing more."""
    if found.answered < THRESHOLD or (found.waiting and not paired):
        return
    made = _numbers(event_id, form, found, paired)
    with store.read() as connection:
        known = [to_json(one.told) for one in query.find(connection, Release, event_id=event_id)]
        may = not orders.is_revoked(connection, store.public_key)
    if may and to_json(made.told) not in known:
        with store.change() as tx:
            tx.put(made)


def _note_look(store: Store, event_id: EventId, form: Questionnaire, found: Findings, paired: Paired | None) -> None:
    """Remember numbers that were looked at, on this laptop: whoever saw them compares them with the next."""
    if found.answered < THRESHOLD or found.waiting:
        return
    told = json.dumps(to_json(_numbers(event_id, form, found, paired).told), sort_keys=True)
    with store.read() as connection:
        known = meta.get(connection, _look_at(event_id))
    if told != known:
        with store.raw() as connection:
            meta.put(connection, _look_at(event_id), told)


def _numbers(event_id: EventId, form: Questionnaire, found: Findings, paired: Paired | None) -> Release:
    """What whoever sees the report knows from it."""
    made = found.release(ReleaseId(new_id()), event_id, now().date())
    return replace(made, told={**made.told, "form": form.name, "pairs": linkage.record_of(paired)})


def _seen(connection: Connection, event_id: EventId) -> list[Release]:
    """The numbers that were looked at last, if any were."""
    told = meta.get(connection, _look_at(event_id))
    return [Release(ReleaseId(event_id), event_id, date.min, json.loads(told))] if told else []


def _look_at(event_id: EventId) -> str:
    return f"look {event_id.hex}"


def _found(store: Store, event_id: EventId) -> tuple[Questionnaire, list[Mapping[str, Any]], Findings, Paired | None]:
    """The form and the answers, with the themes of what people wrote, what may be told of them, and of pairs."""
    asked = forms.questionnaire(store, event_id)
    with store.read() as connection:
        side, before = linkage.sides(connection, event_id, asked)
        releases = linkage.own(query.find(connection, Release, event_id=event_id), asked, before)
        paired = linkage.paired(connection, event_id, side, before, releases)
        form, answers = coding.with_themes(connection, event_id, asked, side.responses)
        seen = next(iter(linkage.own(_seen(connection, event_id), asked, before)), None)
    return form, answers, _findings(form, answers, releases, seen), paired


def _findings(
    form: Questionnaire, answers: Sequence[Mapping[str, Any]], earlier: Sequence[Release], seen: Release | None
) -> Findings:
    """The findings, worked out once for the same answers: the proof that nothing can be worked out takes a moment."""
    out = [*(one.id.hex for one in earlier), to_json(seen.told if seen else {})]
    told = json.dumps([repr(form), out, sorted(json.dumps(one, sort_keys=True) for one in answers)])
    key = hashlib.sha256(told.encode()).hexdigest()
    if key not in _KNOWN:
        while len(_KNOWN) >= _MOST_KNOWN:
            _KNOWN.pop(next(iter(_KNOWN)))
        _KNOWN[key] = Findings(form, answers, earlier, seen)
    return _KNOWN[key]


_KNOWN: dict[str, Findings] = {}
_MOST_KNOWN = 16


def _shifts(form: Questionnaire, found: Findings) -> Iterator[Shift]:
    for name, (before, now_key) in pairs_of(form).items():
        then, since, moved = found.mean(before), found.mean(now_key), found.moved_up(name)
        question = form.by_key[before]
        title = question.finding or form.label(question)
        up = moved.share if moved and moved.answered else None
        told = [one.answered for one in (then, since) if one.answered is not None]
        yield Shift(title, min(told) if len(told) == 2 else None, then.mean, since.mean, up)


def _recommendation(form: Questionnaire, found: Findings) -> Recommendation | None:
    asked = next((question for question in form.asked if question.role == model.NPS), None)
    score = found.nps(asked) if asked else None
    return Recommendation(form.label(asked), *(score or (None, None))) if asked else None


def _texts(answers: Sequence[Mapping[str, Any]], name: str) -> tuple[str, ...]:
    """What people wrote, sorted by the words so that the order says nothing about who came first.

    The words of fewer than five people are not shown: those who know them would hear who speaks. Codes of cards are
    no words, also where the form no longer says so.
    """
    found = sorted(str(one[name]) for one in answers if one.get(name) and not card_codes.read(str(one[name])))
    return tuple(found) if len(found) >= THRESHOLD else ()
