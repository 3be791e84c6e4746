"""The functions of OpenRosa XPath that forms use, on the values of an XPath 1.0 evaluator.

Arguments and results are str, float, bool or lists of elements. ARITIES tells how many arguments each may have.
"""

import math
import random
import re
import uuid
from collections.abc import Callable, Sequence
from datetime import date, datetime, time, timedelta
from decimal import ROUND_FLOOR, Decimal
from typing import Any

from sla_desktop.survey.patterns import pattern
from sla_desktop.survey.values import EPOCH, boolean, days, number, string

_MANY, _FAR, _MOST_DIGITS = 99, 3_000_000, 16

# Core functions of XPath 1.0 that the evaluator has itself.
_CORE: dict[str, tuple[int, int]] = {
    "boolean": (1, 1),
    "ceiling": (1, 1),
    "concat": (1, _MANY),
    "contains": (2, 2),
    "false": (0, 0),
    "floor": (1, 1),
    "id": (1, 1),
    "lang": (1, 1),
    "last": (0, 0),
    "local-name": (0, 1),
    "name": (0, 1),
    "namespace-uri": (0, 1),
    "normalize-space": (0, 1),
    "not": (1, 1),
    "number": (0, 1),
    "starts-with": (2, 2),
    "string": (0, 1),
    "string-length": (0, 1),
    "substring": (2, 3),
    "substring-after": (2, 2),
    "substring-before": (2, 2),
    "translate": (3, 3),
    "true": (0, 0),
}
# Those that need the form: the evaluator's owner gives them.
_OF_FORM: dict[str, tuple[int, int]] = {
    "current": (0, 0),
    "instance": (1, 1),
    "jr:choice-name": (2, 2),
    "jr:itext": (1, 1),
    "position": (0, 1),
}
# Known to OpenRosa, but not worked out here: a form that uses one is told so, and reads an empty text.
UNUSED: dict[str, tuple[int, int]] = {
    "area": (1, _MANY),
    "base64-decode": (1, 1),
    "digest": (2, 3),
    "distance": (1, _MANY),
    "extract-signed": (2, 2),
    "geofence": (2, 2),
    "indexed-repeat": (3, 7),
    "intersects": (1, 1),
    "property": (1, 1),
    "pulldata": (4, _MANY),
}


def _if(condition: Any, yes: Any, no: Any) -> Any:
    return yes if boolean(condition) else no


def _coalesce(*values: Any) -> Any:
    return next((value for value in values if string(value)), "")


def _selected(values: Any, wanted: Any) -> bool:
    return string(wanted).strip() in string(values).split()


def _selected_at(values: Any, place: Any) -> str:
    chosen, at = string(values).split(), number(place)
    return chosen[int(at)] if 0 <= at < len(chosen) else ""


def _count_selected(values: Any) -> float:
    return float(len(string(values).split()))


def _regex(text: Any, java: Any) -> bool:
    return re.fullmatch(pattern(string(java)), string(text)) is not None


def _round(value: Any, places: Any = 0.0) -> float:
    known, digits = number(value), number(places)
    if not math.isfinite(known) or not abs(digits) < _MOST_DIGITS:
        return known
    scale = Decimal(10) ** int(digits)
    halves = Decimal(repr(known)) * scale + Decimal("0.5")
    return float(halves.to_integral_value(ROUND_FLOOR) / scale)


def _int(value: Any) -> float:
    known = number(value)
    return float(math.trunc(known)) if math.isfinite(known) else known


def _pow(base: Any, exponent: Any) -> float:
    return _real(math.pow, base, exponent)


def _real(function: Callable[..., float], *values: Any) -> float:
    try:
        return float(function(*map(number, values)))
    except (ValueError, OverflowError, ZeroDivisionError):
        return math.nan


def _numbers(values: Sequence[Any]) -> list[float]:
    flat = [one for value in values for one in (value if isinstance(value, list) else [value])]
    return [number("".join(one.itertext()) if hasattr(one, "itertext") else one) for one in flat]


def _least(*values: Any) -> float:
    found = _numbers(values)
    return math.nan if not found or any(map(math.isnan, found)) else min(found)


def _most(*values: Any) -> float:
    found = _numbers(values)
    return math.nan if not found or any(map(math.isnan, found)) else max(found)


def _sum(value: Any) -> float:
    return sum(_numbers([value]))


def _count(value: Any) -> float:
    return float(len(value)) if isinstance(value, list) else float(bool(string(value)))


def _count_non_empty(value: Any) -> float:
    return float(sum(bool(string([one])) for one in value)) if isinstance(value, list) else _count(value)


def _date(value: Any) -> str:
    told = string(value).strip()
    known = number(told)
    if math.isfinite(known) and abs(known) < _FAR:
        return (EPOCH + timedelta(days=math.floor(known))).isoformat()
    return told[:10]


def _date_time(value: Any) -> str:
    known = number(value)
    if math.isfinite(known) and abs(known) < _FAR:
        return (datetime(1970, 1, 1) + timedelta(days=known)).isoformat()
    return string(value)


def _decimal_time(value: Any) -> float:
    try:
        moment = time.fromisoformat(string(value).rpartition("T")[2][:8])
    except ValueError:
        return math.nan
    return (moment.hour + moment.minute / 60 + moment.second / 3600) / 24


_MARKS = {mark: mark for mark in ("%Y", "%y", "%m", "%d", "%b", "%a", "%H", "%M", "%S")}


def _format_date(value: Any, form: Any) -> str:
    told = string(value).strip()
    if not told:
        return ""
    known = number(told)
    try:
        moment = datetime.fromisoformat(_date_time(known) if math.isfinite(known) else told)
    except ValueError:
        return ""
    words = (
        string(form).replace("%n", str(moment.month)).replace("%e", str(moment.day)).replace("%h", str(moment.hour))
    )
    return "".join(moment.strftime(_MARKS[one]) if one in _MARKS else one for one in re.split(r"(%\w)", words))


def _substr(text: Any, start: Any, end: Any = math.inf) -> str:
    told, first, last = string(text), number(start), number(end)
    return told[int(first) : None if math.isinf(last) else int(last)]


def _boolean_from_string(value: Any) -> bool:
    return string(value).strip().casefold() in ("true", "1")


def _checklist(least: Any, most: Any, *answers: Any) -> bool:
    return _within(sum(map(_counts, answers)), least, most)


def _weighted_checklist(least: Any, most: Any, *pairs: Any) -> bool:
    weight = sum(number(pairs[at + 1]) for at in range(0, len(pairs) - 1, 2) if _counts(pairs[at]))
    return _within(weight, least, most)


def _counts(answer: Any) -> bool:
    return _boolean_from_string(answer) or string(answer).strip().casefold() == "yes"


def _within(value: float, least: Any, most: Any) -> bool:
    low, high = number(least), number(most)
    return (low < 0 or value >= low) and (high < 0 or value <= high)


def _ends_with(text: Any, end: Any) -> bool:
    return string(text).endswith(string(end))


def _join(separator: Any, *values: Any) -> str:
    flat = [string([one]) for value in values for one in (value if isinstance(value, list) else [value])]
    return string(separator).join(flat)


def _randomize(nodes: Any, seed: Any = None) -> Any:
    return nodes


def _same(value: Any) -> Any:
    return value


def _uuid(length: Any = 36.0) -> str:
    return str(uuid.uuid4())[: int(number(length))]


Function = Callable[..., Any]
# Name: what it does, the fewest and the most arguments.
FUNCTIONS: dict[str, tuple[Function, int, int]] = {
    "if": (_if, 3, 3),
    "coalesce": (_coalesce, 2, _MANY),
    "once": (_same, 1, 1),
    "selected": (_selected, 2, 2),
    "selected-at": (_selected_at, 2, 2),
    "count-selected": (_count_selected, 1, 1),
    "regex": (_regex, 2, 2),
    "round": (_round, 1, 2),
    "int": (_int, 1, 1),
    "pow": (_pow, 2, 2),
    "sqrt": (lambda v: _real(math.sqrt, v), 1, 1),
    "exp": (lambda v: _real(math.exp, v), 1, 1),
    "exp10": (lambda v: _real(math.pow, 10.0, v), 1, 1),
    "log": (lambda v: _real(math.log, v), 1, 1),
    "log10": (lambda v: _real(math.log10, v), 1, 1),
    "abs": (lambda v: _real(abs, v), 1, 1),
    "sin": (lambda v: _real(math.sin, v), 1, 1),
    "cos": (lambda v: _real(math.cos, v), 1, 1),
    "tan": (lambda v: _real(math.tan, v), 1, 1),
    "asin": (lambda v: _real(math.asin, v), 1, 1),
    "acos": (lambda v: _real(math.acos, v), 1, 1),
    "atan": (lambda v: _real(math.atan, v), 1, 1),
    "atan2": (lambda a, b: _real(math.atan2, a, b), 2, 2),
    "pi": (lambda: math.pi, 0, 0),
    "min": (_least, 1, _MANY),
    "max": (_most, 1, _MANY),
    "sum": (_sum, 1, 1),
    "count": (_count, 1, 1),
    "count-non-empty": (_count_non_empty, 1, 1),
    "today": (lambda: date.today().isoformat(), 0, 0),
    # The time of day would tell who sat there when.
    "now": (lambda: date.today().isoformat(), 0, 0),
    "date": (_date, 1, 1),
    "date-time": (_date_time, 1, 1),
    "decimal-date-time": (days, 1, 1),
    "decimal-time": (_decimal_time, 1, 1),
    "format-date": (_format_date, 2, 2),
    "format-date-time": (_format_date, 2, 2),
    "substr": (_substr, 2, 3),
    "ends-with": (_ends_with, 2, 2),
    "join": (_join, 1, _MANY),
    "boolean-from-string": (_boolean_from_string, 1, 1),
    "checklist": (_checklist, 3, _MANY),
    "weighted-checklist": (_weighted_checklist, 4, _MANY),
    "random": (random.random, 0, 0),
    "randomize": (_randomize, 1, 2),
    "uuid": (_uuid, 0, 1),
    "version": (lambda: "", 0, 0),
}
ARITIES: dict[str, tuple[int, int]] = {
    **_CORE,
    **_OF_FORM,
    **UNUSED,
    **{name: (least, most) for name, (_, least, most) in FUNCTIONS.items()},
}
