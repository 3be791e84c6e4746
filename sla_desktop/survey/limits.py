"""Between which numbers an answer lies: as the form says it in parameters, in a constraint, or in its words."""

import re
from decimal import Decimal, InvalidOperation
from functools import lru_cache

from sla_desktop.survey import model
from sla_desktop.survey.model import Question

MOST_DIGITS = 18
_NUMBER = r"(-?\d+(?:\.\d+)?)"
_COMPARED = re.compile(rf"\.\s*(>=|<=|>|<)\s*{_NUMBER}")
_JOINED = re.compile(rf"\(?\s*{_COMPARED.pattern}\s*\)?(?:\s+and\s+\(?\s*{_COMPARED.pattern}\s*\)?)?")
_BETWEEN = rf"{_NUMBER}\s*(?:–|-|to)\s*{_NUMBER}"
_IN_WORDS = re.compile(
    rf"\({_BETWEEN}\)|\bscale\s+(?:of|from)\s+{_BETWEEN}|^\s*{_BETWEEN}\s*[.:]?\s*$", re.IGNORECASE
)
Limits = tuple[Decimal | None, Decimal | None]


@lru_cache(maxsize=512)
def _of_constraint(told: str, whole: bool) -> Limits:
    """The limits of a constraint that says nothing else; those of whole numbers where a limit is left out itself."""
    low = high = None
    if _JOINED.fullmatch(told.strip()):
        for sign, figure in _COMPARED.findall(told):
            inside = Decimal(figure) + (0 if "=" in sign or not whole else 1 if sign == ">" else -1)
            low, high = (inside, high) if ">" in sign else (low, inside)
    return low, high


@lru_cache(maxsize=512)
def _of_words(told: str) -> Limits:
    found = _IN_WORDS.search(told)
    ends = sorted(Decimal(one) for one in found.groups() if one is not None) if found else []
    return (ends[0], ends[1]) if ends else (None, None)


def limits(question: Question) -> Limits:
    """The least and the greatest number that a question takes; None where nothing says so.

    A scale that only its words name counts too: "(0–10)", "on a scale from 1 to 5".
    """
    if question.kind == model.RANGE:
        first, last, _ = bounds(question)
        return min(first, last), max(first, last)
    if question.kind not in model.NUMBERS:
        return None, None
    start, end = (decimal(question.parameters.get(name, "")) for name in ("start", "end"))
    if start is not None and end is not None:
        return min(start, end), max(start, end)
    if question.constraint:
        return _of_constraint(question.constraint, question.kind == model.INTEGER)
    said = (_of_words(text) for text in (*question.label.values(), *question.hint.values()))
    nps = (Decimal(0), Decimal(10)) if question.role == model.NPS else (None, None)
    return next((found for found in said if found != (None, None)), nps)


def is_outside(question: Question, value: str) -> bool:
    """Whether a number lies outside what its question takes."""
    known, (low, high) = decimal(value), limits(question)
    return known is not None and ((low is not None and known < low) or (high is not None and known > high))


def in_words(question: Question) -> str:
    """What a question of numbers takes: "a whole number from 0 to 10"."""
    low, high = limits(question)
    told = "a whole number" if question.kind == model.INTEGER else "a number"
    if low is not None:
        told += f" from {plain(low)}" + ("" if high is None else f" to {plain(high)}")
    elif high is not None:
        told += f" up to {plain(high)}"
    return told


def bounds(question: Question) -> tuple[Decimal, Decimal, Decimal]:
    """Start, end and step of a range."""
    names = (("start", "1"), ("end", "10"), ("step", "1"))
    start, end, step = (
        Decimal(default) if (told := decimal(question.parameters.get(name, default))) is None else told
        for name, default in names
    )
    return start, end, abs(step)


def steps(question: Question, most: int) -> tuple[str, ...]:
    """All numbers that a question takes, in order, as answers have them; none if they are more than `most`.

    Of whole numbers too where both limits are known.
    """
    if question.kind == model.RANGE:
        start, end, step = bounds(question)
    else:
        low, high = limits(question)
        if question.kind != model.INTEGER or low is None or high is None:
            return ()
        start, end, step = low, high, Decimal(1)
    count = int(abs(end - start) / step) + 1 if step else most + 1
    if count > most:
        return ()
    sign = Decimal(1 if end >= start else -1)
    return tuple(plain(start + sign * step * place) for place in range(count))


def plain(figure: Decimal) -> str:
    """A number as answers have it."""
    return f"{figure.normalize() + 0:f}"


def decimal(text: str) -> Decimal | None:
    """A text as a number, or None for what is none or out of all proportion."""
    try:
        known = Decimal(text.strip().replace(",", "."))
    except InvalidOperation:
        return None
    return known if known.is_finite() and abs(known.adjusted()) <= MOST_DIGITS else None
