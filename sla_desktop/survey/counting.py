"""What of a form is counted: its closed questions, each choice of those that take several, and numbers in bands."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from sla_desktop.survey import limits, model
from sla_desktop.survey.model import Choice, Question, Questionnaire

YES, NO = "yes", "no"
MOST_VALUES = 12
_MORE = "more"
# Bands that hang on nobody's answer, and so tell of none: the upper end of each.
_TOPS = tuple(map(Decimal, (-1, 0, 2, 5, 10, 20, 50, 100, 1000)))
_MOST_BANDS = 8
_WIDTHS = tuple(Decimal(factor) * 10**power for power in range(16) for factor in (1, 2, 5))
_MOVED = "moved "


def values(form: Questionnaire, question: Question) -> tuple[str, ...]:
    """The answers of a closed question in the order of the form; none where it has no few ones."""
    if question.kind == model.ONE:
        found = tuple(choice.value for choice in form.choices_of(question))
    elif question.kind in model.NUMBERS:
        found = tuple(sorted(limits.steps(question, MOST_VALUES), key=float))
    else:
        found = ()
    return found if 1 < len(found) <= MOST_VALUES else ()


def closed(form: Questionnaire) -> list[Question]:
    """The questions with few enough answers to be counted one by one."""
    return [one for one in form.asked if values(form, one)]


def several(form: Questionnaire) -> list[Question]:
    """The questions that take several choices."""
    return [one for one in form.asked if one.kind == model.MANY and form.choices_of(one)]


def numeric(form: Questionnaire) -> list[Question]:
    """The questions of numbers that are too many to be counted one by one."""
    return [one for one in form.asked if one.kind in model.NUMBERS and not values(form, one)]


def ticked(question: Question, choice: Choice) -> str:
    """The variable of whether a choice of several is taken."""
    return f"{question.key} has {choice.value}"


def banded(question: Question) -> str:
    """The variable of the band in which a number lies."""
    return f"band of {question.key}"


def moved(name: str) -> str:
    """The variable of whether a characteristic is higher now than before."""
    return _MOVED + name


def pairs_of(form: Questionnaire) -> dict[str, tuple[str, str]]:
    """Questions asked as "before" and "now", by the characteristic that they are about."""
    names = (key.removeprefix("before_") for key in form.by_key if key.startswith("before_"))
    return {name: (f"before_{name}", f"now_{name}") for name in names if f"now_{name}" in form.by_key}


def domains(form: Questionnaire) -> dict[str, tuple[str, ...]]:
    """All that is counted by itself, with the values that it has; "" is no answer."""
    found = {one.key: (*values(form, one), "") for one in closed(form)}
    found |= {ticked(one, choice): (YES, NO, "") for one in several(form) for choice in form.choices_of(one)}
    found |= {banded(one): (*bands_of(one).codes, "") for one in numeric(form)}
    return found | {moved(name): (YES, NO, "") for name in pairs_of(form)}


def counted(form: Questionnaire, record: Mapping[str, str]) -> dict[str, str]:
    """A record with what is counted of it."""
    told = dict(record)
    for one in several(form):
        if chosen := set(record.get(one.key, "").split()):
            told |= {ticked(one, choice): YES if choice.value in chosen else NO for choice in form.choices_of(one)}
    for one in numeric(form):
        told[banded(one)] = bands_of(one).code_of(record.get(one.key, ""))
    for name, (before, now) in pairs_of(form).items():
        ends = [limits.decimal(record.get(key, "")) for key in (before, now)]
        if ends[0] is not None and ends[1] is not None:
            told[moved(name)] = YES if ends[1] > ends[0] else NO
    return told


@dataclass(frozen=True)
class Bands:
    """Bands of numbers from `low` on: each reaches to its top, the last to `high` or, where that is not known, on."""

    tops: tuple[Decimal, ...]
    low: Decimal | None
    high: Decimal | None
    whole: bool

    @property
    def codes(self) -> tuple[str, ...]:
        """A name for each band."""
        return (*map(limits.plain, self.tops), *([_MORE] if self.high is None else []))

    def code_of(self, value: str) -> str:
        """The band of an answer, or "" for what is no number that the question takes."""
        known = limits.decimal(value) if value else None
        if known is None or (self.low is not None and known < self.low):
            return ""
        place = bisect_left(self.tops, known)
        return self.codes[place] if place < len(self.codes) else ""

    def label(self, code: str) -> str:
        """A band in words: "6 to 10"."""
        place = self.codes.index(code)
        before = self.tops[place - 1] if place else None
        if code == _MORE:
            return f"more than {limits.plain(self.tops[-1])}"
        if before is None and self.low is None:
            return f"below {limits.plain(self.tops[0] + 1)}" if self.whole else f"{code} or less"
        if not self.whole and before is not None:
            return f"over {limits.plain(before)} to {code}"
        start = self.low if before is None else before + 1
        assert start is not None
        return code if start == self.tops[place] else f"{limits.plain(start)} to {code}"


def bands_of(question: Question) -> Bands:
    """The bands of a question of numbers: even ones between its limits, else narrow ones near 0 and wide ones far."""
    low, high = limits.limits(question)
    whole = question.kind == model.INTEGER
    if low is not None and high is not None:
        width = next(one for one in _WIDTHS if (high - low) / one <= _MOST_BANDS)
        first = (low // width + 1) * width
        inner = [first + width * nth for nth in range(_MOST_BANDS + 1)]
        return Bands((*(top for top in inner if top < high), high), low, high, whole)
    tops = [top for top in (_TOPS if whole else (*_TOPS[1:2], Decimal(1), *_TOPS[2:])) if low is None or top > low]
    tops = [top for top in tops if high is None or top < high]
    return Bands((*tops, *([] if high is None else [high])), low, high, whole)


def mean_interval(figures: Sequence[float]) -> tuple[float, float, float]:
    """The mean of at least two numbers and its 95 % interval (Student's t)."""
    from statistics import fmean, stdev

    from scipy.special import stdtrit

    mean = fmean(figures)
    half = float(stdtrit(len(figures) - 1, 0.975)) * stdev(figures) / len(figures) ** 0.5
    return mean, mean - half, mean + half
