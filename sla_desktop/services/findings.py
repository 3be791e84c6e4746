"""The protected numbers of an event's answers: every count that leaves this file may be shown to anybody."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import accumulate

from sla_desktop.domain.feedback import THRESHOLD, Release, Share, wilson
from sla_desktop.domain.ids import EventId, ReleaseId
from sla_desktop.services import releases
from sla_desktop.survey import cells, counting, disclosure, limits, model
from sla_desktop.survey.cells import EVERYBODY, Earlier, Groups, Key, Pack, Wanted
from sla_desktop.survey.counting import NO, YES, moved, pairs_of, ticked
from sla_desktop.survey.model import Question, Questionnaire

_BOTH = "both together"
_NPS = "nps of "
_DETRACTOR, _PASSIVE, _PROMOTER = "0 to 6", "7 or 8", "9 or 10"
Records = Sequence[Mapping[str, str]]


@dataclass(frozen=True)
class Count:
    """How many chose something; None where hidden. `share` is of those who answered, if several could be chosen."""

    label: str
    count: int | None
    share: Share | None = None


@dataclass(frozen=True)
class Number:
    """The numbers that were answered: how many, their mean with its 95 % interval, and where the median lies."""

    answered: int
    mean: float
    low: float
    high: float
    median: str


@dataclass(frozen=True)
class Table:
    """The answers to a question, or to a measure by a group: counts in the order of the form.

    `several` tells that each person could choose several. `number` is None where a count is hidden, or there are no
    numbers.
    """

    question: str
    label: str
    counts: tuple[Count, ...]
    several: bool = False
    number: Number | None = None


@dataclass(frozen=True)
class Mean:
    """The mean of a question of numbers, to one decimal, of so many; None where either would tell of a few."""

    answered: int | None
    mean: float | None


def number_words(number: Number) -> str:
    """The numbers that were answered in a sentence."""
    told = f"Mean {number.mean:.1f} of {number.answered} answers, most likely between {number.low:.1f} and"
    return f"{told} {number.high:.1f}; median {number.median}."


class Findings:
    """Published cells of one event, and what may be told from them.

    `earlier` are the packs that are out already. While fewer people than the threshold answered since the last one,
    its numbers, or those only `seen` since, stand: the difference would tell what those few said.
    """

    def __init__(
        self, form: Questionnaire, records: Records, earlier: Sequence[Release] = (), seen: Release | None = None
    ) -> None:
        self._form = form
        self._measures = [question for question in form.asked if question.measure]
        wanted, domains = self._wanted()
        known = [counting.counted(form, record) for record in records]
        self._pack = cells.tabulate(known, wanted, domains)
        past = [releases.earlier(one, wanted, domains) for one in earlier]
        self.answered = len(records)
        self.waiting = 0
        looked = [seen] if seen else []
        shown = [*past, *(releases.earlier(one, wanted, domains) for one in looked)]
        last = max(shown, key=lambda one: one.cells[EVERYBODY] or 0, default=None)
        late = self.answered - (last.cells[EVERYBODY] or 0) if last else THRESHOLD
        if last is not None and late < THRESHOLD and (late or last.cells.keys() == self._pack.cells.keys()):
            self.waiting = max(0, late)
            told = {key: last.cells.get(key) for key in self._pack.cells}
            self._hidden = frozenset(key for key, count in told.items() if count is None)
            self._pack = replace(self._pack, cells={key: count or 0 for key, count in told.items()})
            self._means: Mapping[str, float] = last.means
            self._spans = releases.means_told([*earlier, *looked], last.cells[EVERYBODY] or 0)
        else:
            self._pack = _without_thin_means(self._pack)
            self._hidden = self._protected(past)
            self._means = cells.means_of(self._pack) if self.answered >= THRESHOLD else {}
            self._spans = self._spans_of(records)

    def release(self, release_id: ReleaseId, event_id: EventId, day: date) -> Release:
        """These numbers as a pack that is out."""
        cells = [
            [sorted(map(list, key)), None if key in self._hidden else count]
            for key, count in self._pack.cells.items()
        ]
        told = {
            "cells": cells,
            "means": dict(self._means),
            "numbers": {key: list(one) for key, one in self._spans.items()},
        }
        return Release(release_id, event_id, day, told)

    def share(self, question: Question) -> Share | None:
        """The share of a headline measure, or None where a cell that it is made of is hidden."""
        return self._share(_measure(question))

    def both(self) -> Share | None:
        """The share of those who answered the first two measures and are counted in both."""
        return self._share(_BOTH) if len(self._measures) > 1 else None

    def moved_up(self, name: str) -> Share | None:
        """The share of those whose characteristic is higher now than before."""
        return self._share(moved(name))

    def mean(self, key: str) -> Mean:
        """The mean of a question of numbers."""
        nobody = self._open(frozenset({(key, "")}))
        return Mean(None if nobody is None else self._pack.cells[EVERYBODY] - nobody, self._means.get(key))

    def nps(self, question: Question) -> tuple[int, int] | None:
        """The net promoter score from -100 to 100 with the number of answers, or None where it is hidden."""
        bands = [self._shown(_NPS + question.key, value) for value in (_DETRACTOR, _PASSIVE, _PROMOTER)]
        if None in bands:
            return None
        low, _, high = (count or 0 for count in bands)
        total = sum(count or 0 for count in bands)
        return (round(100 * (high - low) / total), total) if total else None

    def tables(self) -> tuple[Table, ...]:
        """Every question that can be counted, in the order of the form."""
        made = {one.key: self._choices(one) for one in counting.several(self._form)}
        made |= {one.key: self._numbers(one) for one in counting.numeric(self._form)}
        made |= {one.key: self._closed(one) for one in counting.closed(self._form)}
        return tuple(made[one.key] for one in self._form.asked if one.key in made)

    def by_group(self) -> tuple[Table, ...]:
        """The first measure by each question that divides people into groups: those counted in it."""
        found = []
        for group in _groups(self._form):
            for measure in self._measures[:1]:
                keys = (
                    (choice, frozenset({(group.key, choice.value), (_measure(measure), YES)}))
                    for choice in self._form.choices_of(group)
                )
                counts = tuple(
                    Count(self._form.say(choice.label) or choice.value, self._open(key)) for choice, key in keys
                )
                found.append(Table(group.key, f"{measure.measure} by: {self._form.label(group)}", counts))
        return tuple(found)

    def _wanted(self) -> tuple[Wanted, dict[str, tuple[str, ...]]]:
        form, domains, pairs = self._form, counting.domains(self._form), pairs_of(self._form)
        made = {_measure(one): _measured(one, domains[one.key]) for one in self._measures if one.key in domains}
        for one in counting.closed(form):
            if one.role == model.NPS:
                made[_NPS + one.key] = Groups(
                    (one.key,), {(value,): _band(value) for value in domains[one.key] if value}
                )
        two = tuple(_measure(one) for one in self._measures[:2] if _measure(one) in made)
        if len(two) == 2:
            both: dict[tuple[str, ...], str] = {
                (a, b): YES if a == b == YES else NO for a in (YES, NO) for b in (YES, NO)
            }
            made[_BOTH] = Groups(two, both)
        domains |= {name: (*dict.fromkeys(groups.values.values()), "") for name, groups in made.items()}
        crossed = [(one.key, name) for one in _groups(form) for name in two[:1]]
        tables = (*((name,) for name in domains), *crossed)
        means = tuple(name for pair in pairs.values() for name in pair if name in domains)
        secret = (two,) if len(two) == 2 else ()
        alike = tuple(self._ticks(one) for one in counting.several(form))
        return Wanted(tables, made, means, secret, frozenset(two), THRESHOLD, alike), domains

    def _protected(self, past: Sequence[Earlier]) -> frozenset[Key]:
        if self.answered < THRESHOLD:
            return frozenset(self._pack.cells)
        hidden = disclosure.protect(self._pack, past)
        hidden |= releases.thin_changes(self._pack, past)
        return hidden.union(*(self._unsafe(one, hidden) for one in counting.several(self._form)))

    def _unsafe(self, question: Question, hidden: frozenset[Key]) -> set[Key]:
        """The choices of several that one would tell of another: all, where few answered, since each of them chose
        something, or where the form says how many are to be chosen and one is hidden."""
        told = {frozenset({(name, value)}) for name in self._ticks(question) for value in (YES, NO)}
        few = self._answered(self._ticks(question)[0]) < THRESHOLD
        return told if few or (question.constraint and told & hidden) else set()

    def _ticks(self, question: Question) -> tuple[str, ...]:
        return tuple(ticked(question, choice) for choice in self._form.choices_of(question))

    def _answered(self, name: str) -> int:
        """How many answered, true also where it is hidden."""
        return self._pack.cells[EVERYBODY] - self._pack.cells.get(frozenset({(name, "")}), 0)

    def _spans_of(self, records: Records) -> dict[str, tuple[float, float, float]]:
        """The mean of each question of numbers, with its interval: only where every count of it is shown, so that it
        tells of no one who is hidden."""
        found = {}
        for question in self._form.asked:
            name = self._numeric_name(question)
            if name and self._answered(name) >= THRESHOLD and self._is_open(name):
                known = (record.get(question.key, "") for record in records)
                figures = [float(one) for one in known if one and not limits.is_outside(question, one)]
                mean, low, high = counting.mean_interval(figures)
                found[question.key] = (round(mean, 1), round(low, 1), round(high, 1))
        return found

    def _numeric_name(self, question: Question) -> str:
        """The variable that counts a question of numbers; nothing for other questions."""
        if question.kind not in model.NUMBERS:
            return ""
        return question.key if question.key in self._pack.domains else counting.banded(question)

    def _is_open(self, name: str) -> bool:
        return all(self._shown(name, value) is not None for value in self._pack.domains[name] if value)

    def _share(self, name: str) -> Share | None:
        yes, no = self._shown(name, YES), self._shown(name, NO)
        return None if yes is None or no is None else wilson(yes, yes + no)

    def _closed(self, question: Question) -> Table:
        found = ((self._form.label_of(question, value), value) for value in counting.values(self._form, question))
        counts = tuple(Count(label, self._shown(question.key, value)) for label, value in found)
        return self._table(question, counts)

    def _numbers(self, question: Question) -> Table:
        bands, name = counting.bands_of(question), counting.banded(question)
        return self._table(question, tuple(Count(bands.label(code), self._shown(name, code)) for code in bands.codes))

    def _table(self, question: Question, counts: tuple[Count, ...]) -> Table:
        span = self._spans.get(question.key)
        number = Number(sum(one.count or 0 for one in counts), *span, _median(counts)) if span else None
        return Table(question.key, self._form.label(question), counts, number=number)

    def _choices(self, question: Question) -> Table:
        counts = []
        for choice in self._form.choices_of(question):
            name = ticked(question, choice)
            share = self._share(name)
            label = self._form.say(choice.label) or choice.value
            counts.append(Count(label, self._shown(name, YES), share if share and share.answered else None))
        return Table(question.key, self._form.label(question), tuple(counts), several=True)

    def _shown(self, name: str, value: str) -> int | None:
        return self._open(frozenset({(name, value)}))

    def _open(self, key: Key) -> int | None:
        return None if key in self._hidden or key not in self._pack.cells else self._pack.cells[key]


def _median(counts: Sequence[Count]) -> str:
    """The label of the count in which the median lies."""
    totals = list(accumulate(one.count or 0 for one in counts))
    return next(one.label for one, total in zip(counts, totals, strict=True) if 2 * total >= totals[-1])


def _groups(form: Questionnaire) -> list[Question]:
    return [one for one in counting.closed(form) if one.role == model.GROUPING]


def _measure(question: Question) -> str:
    return f"measure {question.key}"


def _measured(question: Question, domain: Sequence[str]) -> Groups:
    told: dict[tuple[str, ...], str] = {
        (value,): YES if value in question.positive else NO for value in domain if value
    }
    return Groups((question.key,), told)


def _band(value: str) -> str:
    return _DETRACTOR if float(value) <= 6 else _PASSIVE if float(value) <= 8 else _PROMOTER


def _without_thin_means(pack: Pack) -> Pack:
    """Means are told only of enough people and of numbers."""

    def told(name: str) -> bool:
        answered = pack.cells[EVERYBODY] - pack.cells[frozenset({(name, "")})]
        return answered >= pack.wanted.threshold and all(
            limits.decimal(value) is not None for value in pack.domains[name] if value
        )

    return replace(pack, wanted=replace(pack.wanted, means=tuple(filter(told, pack.wanted.means))))
