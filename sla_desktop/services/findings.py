"""The protected numbers of an event's answers: every count that leaves this file may be shown to anybody."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from sla_desktop.domain.feedback import THRESHOLD, Release, Share, wilson
from sla_desktop.domain.ids import EventId, ReleaseId
from sla_desktop.survey import cells, disclosure, model
from sla_desktop.survey.answers import bounds
from sla_desktop.survey.cells import EVERYBODY, Earlier, Groups, Key, Pack, Wanted
from sla_desktop.survey.model import Question, Questionnaire

YES, NO = "yes", "no"
_BOTH = "both together"
_NPS = "nps of "
_MOVED = "moved "
_DETRACTOR, _PASSIVE, _PROMOTER = "0 to 6", "7 or 8", "9 or 10"
_MOST_VALUES = 12


@dataclass(frozen=True)
class Count:
    """How many chose something; None where that is hidden."""

    label: str
    count: int | None


@dataclass(frozen=True)
class Table:
    """The answers to a question, or to a measure by a group: counts in the order of the form."""

    question: str
    label: str
    counts: tuple[Count, ...]


@dataclass(frozen=True)
class Mean:
    """The mean of a question whose choices are numbers, to one decimal, of so many; None while few answered."""

    answered: int
    mean: float | None


class Findings:
    """Published cells of one event, and what may be told from them.

    `earlier` are the packs that are out already. While fewer people than the threshold answered since the last one,
    its numbers stand: the difference would tell what those few said.
    """

    def __init__(
        self, form: Questionnaire, records: Sequence[Mapping[str, str]], earlier: Sequence[Release] = ()
    ) -> None:
        self._form = form
        self._measures = [question for question in form.asked if question.measure]
        wanted, domains = self._wanted()
        self._pack = cells.tabulate(list(map(_with_moves, records)), wanted, domains)
        past = [_earlier(one, wanted, domains) for one in earlier if set(_told_cells(one)) == set(self._pack.cells)]
        self.answered = len(records)
        self.waiting = 0
        last = max(past, key=lambda one: one.cells[EVERYBODY] or 0, default=None)
        late = self.answered - (last.cells[EVERYBODY] or 0) if last else THRESHOLD
        if last is not None and late < THRESHOLD:
            self.waiting = max(0, late)
            self._hidden = frozenset(key for key, count in last.cells.items() if count is None)
            self._pack = replace(self._pack, cells={key: count or 0 for key, count in last.cells.items()})
            self._means: Mapping[str, float] = last.means
        else:
            self._pack = _without_thin_means(self._pack)
            self._hidden = self._protected(past)
            self._means = cells.means_of(self._pack) if self.answered >= THRESHOLD else {}

    def release(self, release_id: ReleaseId, event_id: EventId, day: date) -> Release:
        """These numbers as a pack that is out."""
        cells = [
            [sorted(map(list, key)), None if key in self._hidden else count]
            for key, count in self._pack.cells.items()
        ]
        return Release(release_id, event_id, day, {"cells": cells, "means": dict(self._means)})

    def share(self, question: Question) -> Share | None:
        """The share of a headline measure, or None where a cell that it is made of is hidden."""
        return self._share(_measure(question))

    def both(self) -> Share | None:
        """The share of those who answered the first two measures and are counted in both."""
        return self._share(_BOTH) if len(self._measures) > 1 else None

    def moved_up(self, name: str) -> Share | None:
        """The share of those whose characteristic is higher now than before."""
        return self._share(_MOVED + name)

    def mean(self, key: str) -> Mean:
        """The mean of a question of numbers."""
        nobody = self._pack.cells.get(frozenset({(key, "")}), 0)
        return Mean(self._pack.cells[EVERYBODY] - nobody, self._means.get(key))

    def nps(self, question: Question) -> tuple[int, int] | None:
        """The net promoter score from -100 to 100 with the number of answers, or None where it is hidden."""
        bands = [self._shown(_NPS + question.key, value) for value in (_DETRACTOR, _PASSIVE, _PROMOTER)]
        if None in bands:
            return None
        low, _, high = (count or 0 for count in bands)
        total = sum(count or 0 for count in bands)
        return (round(100 * (high - low) / total), total) if total else None

    def tables(self) -> tuple[Table, ...]:
        """Every closed question with its counts."""
        return tuple(Table(one.key, self._form.label(one), self._counts(one)) for one in _closed(self._form))

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
        closed, pairs = _closed(self._form), pairs_of(self._form)
        domains = {one.key: (*_values(self._form, one), "") for one in closed}
        made = {_measure(one): _measured(one, domains[one.key]) for one in self._measures if one.key in domains}
        for one in closed:
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
        domains |= {_MOVED + name: (YES, NO, "") for name in pairs}
        crossed = [(one.key, name) for one in _groups(self._form) for name in two[:1]]
        tables = (*((name,) for name in domains), *crossed)
        precious = frozenset(two)
        means = tuple(name for pair in pairs.values() for name in pair if name in domains)
        return Wanted(tables, made, means, (two,) if len(two) == 2 else (), precious, THRESHOLD), domains

    def _protected(self, past: Sequence[Earlier]) -> frozenset[Key]:
        if self.answered < THRESHOLD:
            return frozenset(self._pack.cells)
        return disclosure.protect(self._pack, past)

    def _share(self, name: str) -> Share | None:
        yes, no = self._shown(name, YES), self._shown(name, NO)
        return None if yes is None or no is None else wilson(yes, yes + no)

    def _counts(self, question: Question) -> tuple[Count, ...]:
        values = _values(self._form, question)
        return tuple(
            Count(self._form.label_of(question, value), self._shown(question.key, value)) for value in values
        )

    def _shown(self, name: str, value: str) -> int | None:
        return self._open(frozenset({(name, value)}))

    def _open(self, key: Key) -> int | None:
        return None if key in self._hidden or key not in self._pack.cells else self._pack.cells[key]


def _told_cells(release: Release) -> dict[Key, int | None]:
    return {frozenset((str(name), str(value)) for name, value in key): count for key, count in release.told["cells"]}


def _earlier(release: Release, wanted: Wanted, domains: Mapping[str, tuple[str, ...]]) -> Earlier:
    return Earlier(wanted, domains, _told_cells(release), release.told["means"])


def pairs_of(form: Questionnaire) -> dict[str, tuple[str, str]]:
    """Questions asked as "before" and "now", by the characteristic that they are about."""
    names = (key.removeprefix("before_") for key in form.by_key if key.startswith("before_"))
    return {name: (f"before_{name}", f"now_{name}") for name in names if f"now_{name}" in form.by_key}


def _with_moves(record: Mapping[str, str]) -> dict[str, str]:
    """A record with, for each characteristic, whether it is higher now than before."""
    told = dict(record)
    for key, before in record.items():
        now = record.get(f"now_{key.removeprefix('before_')}", "")
        if key.startswith("before_") and before and now and _is_number(before) and _is_number(now):
            told[_MOVED + key.removeprefix("before_")] = YES if float(now) > float(before) else NO
    return told


def _closed(form: Questionnaire) -> list[Question]:
    """The questions with few enough answers to be counted."""
    return [
        one
        for one in form.asked
        if one.kind in (model.ONE, model.RANGE) and 1 < len(_values(form, one)) <= _MOST_VALUES
    ]


def _groups(form: Questionnaire) -> list[Question]:
    return [one for one in _closed(form) if one.role == model.GROUPING]


def _values(form: Questionnaire, question: Question) -> tuple[str, ...]:
    if question.kind != model.RANGE:
        return tuple(choice.value for choice in form.choices_of(question))
    start, end, step = bounds(question)
    count = int(abs(end - start) / step) + 1 if step else 0
    if count > _MOST_VALUES:
        return ()
    return tuple(f"{(min(start, end) + step * place).normalize() + 0:f}" for place in range(count))


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
        return answered >= pack.wanted.threshold and all(_is_number(value) for value in pack.domains[name] if value)

    return replace(pack, wanted=replace(pack.wanted, means=tuple(filter(told, pack.wanted.means))))


def _is_number(told: str) -> bool:
    try:
        float(told)
    except ValueError:
        return False
    return True
