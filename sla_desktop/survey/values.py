"""Values of an XPath evaluator as text, numbers, conditions and days, the way OpenRosa turns one into another."""

import math
from datetime import date, datetime, timedelta
from typing import Any

EPOCH = date(1970, 1, 1)


def string(value: Any) -> str:
    """A value as XPath's string() has it."""
    if isinstance(value, list):
        return "".join(value[0].itertext()) if value and hasattr(value[0], "itertext") else str(*value[:1])
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        if math.isnan(value):
            return "NaN"
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
    return str(value)


def number(value: Any) -> float:
    """A value as XPath's number() has it; an empty answer is not a number."""
    if isinstance(value, bool | int | float):
        return float(value)
    try:
        return float(string(value).strip())
    except ValueError:
        return math.nan


def boolean(value: Any) -> bool:
    """A value as OpenRosa's boolean() has it: an empty answer is false."""
    if isinstance(value, list):
        return bool(string(value)) if len(value) == 1 else bool(value)
    if isinstance(value, float):
        return value != 0 and not math.isnan(value)
    return bool(value)


def days(value: Any) -> float:
    """The days from 1 January 1970 to a day or moment; NaN where there is none."""
    told = string(value).strip()
    try:
        if len(told) <= 10:
            return float((date.fromisoformat(told) - EPOCH).days)
        moment = datetime.fromisoformat(told)
        return (moment.replace(tzinfo=None) - datetime(1970, 1, 1)) / timedelta(days=1)
    except ValueError:
        return number(told)
