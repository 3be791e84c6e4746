"""Conditions on when, where and how often a ticket lets in; all of a mapping must hold.

Each says in a sentence what stands in the way. `any` and `all` hold lists of further mappings, `not` holds one.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sla_desktop.domain.errors import SlaError
from sla_desktop.domain.events import Event, clock, day_at, lasts_days, local, within_reach
from sla_desktop.domain.text import counted, fold
from sla_desktop.domain.times import HOW, on_24_hours, with_24_hours

_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


@dataclass(frozen=True)
class Visit:
    """What the conditions are asked of: the moment, the person's entries so far, and where they stand.

    `during` is the event, from the start to the end of the session where one is meant.
    """

    at: datetime
    zone: str
    entries: Sequence[datetime]
    inside: bool
    gate: str
    ticket_type: str
    tolerance: timedelta = timedelta()
    during: Event | None = None

    @property
    def days(self) -> set[date]:
        """The days, where the event is, on which the person came in."""
        return {local(one, self.zone).date() for one in self.entries}

    @property
    def today(self) -> date:
        """The day of this scan, where the event is."""
        return local(self.at, self.zone).date()

    @property
    def entries_today(self) -> int:
        """How often the person came in today."""
        return sum(local(one, self.zone).date() == self.today for one in self.entries)

    def moment(self, text: str) -> datetime:
        """A time of day on the day on which it lies in the event, or today in one of days; else a whole moment."""
        if self.during is None or lasts_days(self.during):
            return _moment(text, self.today, self.zone)
        return _moment(text, day_at(_bare(text), self.during).date(), self.zone)


def broken(limits: Mapping[str, Any], visit: Visit) -> str:
    """Which condition does not hold, in a sentence, or nothing."""
    grace = timedelta(minutes=float(limits.get("tolerance_minutes", 0)))
    with_grace = Visit(**{**vars(visit), "tolerance": max(grace, visit.tolerance)})
    told = (_CONDITIONS[name](value, with_grace) for name, value in limits.items() if name != "tolerance_minutes")
    return next(filter(None, told), "")


def checked(limits: Mapping[str, Any]) -> Mapping[str, Any]:
    """Limits whose words and values are known. SlaError that names those there are."""
    for name, value in limits.items():
        if name == "tolerance_minutes":
            _number(name, value)
        elif name not in _CONDITIONS:
            raise SlaError(f"“{name}” is no limit of a door. It knows: {', '.join(sorted(LIMITS))}.")
        elif name in ("any", "all"):
            for part in _list(name, value):
                checked(_mapping(name, part))
        elif name == "not":
            checked(_mapping(name, value))
        else:
            _check_value(name, value)
    return limits


def _check_value(name: str, value: Any) -> None:
    if name in ("weekdays", "gates", "ticket_types"):
        _list(name, value)
        strange = [one for one in value if name == "weekdays" and fold(str(one)) not in _DAYS]
        if strange:
            raise SlaError(f"“{strange[0]}” is no day of the week.")
    elif name in ("not_before", "not_after"):
        _moment(str(value), datetime.now(UTC).date(), "UTC")
    elif name == "only_while":
        if value not in ("inside", "outside"):
            raise SlaError("“only_while” is either inside or outside.")
    else:
        _number(name, value)


def _most_entries(value: Any, visit: Visit) -> str:
    return f"The ticket lets in {_times(value)}, and was used." if len(visit.entries) >= value else ""


def _most_today(value: Any, visit: Visit) -> str:
    return f"The ticket lets in {_times(value)} a day, and was used today." if visit.entries_today >= value else ""


def _most_days(value: Any, visit: Visit) -> str:
    spent = visit.today not in visit.days and len(visit.days) >= value
    return f"The ticket is for {counted(value, 'day')}, and was used on as many." if spent else ""


def _after_last(value: Any, visit: Visit) -> str:
    soon = visit.entries and visit.at - visit.entries[-1] <= timedelta(minutes=value)
    return f"They came in less than {counted(value, 'minute')} ago." if soon else ""


def _within_first(value: Any, visit: Visit) -> str:
    late = visit.entries and visit.at - visit.entries[0] >= timedelta(minutes=value)
    return f"The ticket lasts {counted(value, 'minute')} from the first entry, and they are over." if late else ""


def _not_before(value: Any, visit: Visit) -> str:
    start = visit.moment(str(value))
    return f"The door opens at {_said(start, visit)}." if visit.at < start - visit.tolerance else ""


def _not_after(value: Any, visit: Visit) -> str:
    end = visit.moment(str(value))
    return f"The door closed at {_said(end, visit)}." if visit.at > end + visit.tolerance else ""


def _weekdays(value: Any, visit: Visit) -> str:
    right = _DAYS[visit.today.weekday()] in {fold(str(day)) for day in value}
    return "" if right else f"The ticket is for {', '.join(value)}."


def _gates(value: Any, visit: Visit) -> str:
    return "" if fold(visit.gate) in {fold(str(one)) for one in value} else f"The ticket is for {', '.join(value)}."


def _ticket_types(value: Any, visit: Visit) -> str:
    right = fold(visit.ticket_type) in {fold(str(one)) for one in value}
    return "" if right else f"This is for {', '.join(value)}."


def _only_while(value: Any, visit: Visit) -> str:
    right = visit.inside == (value == "inside")
    return "" if right else f"This is only for those who are {value}."


def _any(value: Any, visit: Visit) -> str:
    told = [broken(part, visit) for part in value]
    return "" if not all(told) else told[0]


def _all(value: Any, visit: Visit) -> str:
    return next(filter(None, (broken(part, visit) for part in value)), "")


def _not(value: Any, visit: Visit) -> str:
    return "" if broken(value, visit) else "The rules of this door say no."


_CONDITIONS: Mapping[str, Callable[[Any, Visit], str]] = {
    "most_entries": _most_entries,
    "most_entries_a_day": _most_today,
    "most_days": _most_days,
    "minutes_since_last_entry": _after_last,
    "minutes_from_first_entry": _within_first,
    "not_before": _not_before,
    "not_after": _not_after,
    "weekdays": _weekdays,
    "gates": _gates,
    "ticket_types": _ticket_types,
    "only_while": _only_while,
    "any": _any,
    "all": _all,
    "not": _not,
}
LIMITS = (*_CONDITIONS, "tolerance_minutes")


def _moment(text: str, day: date, zone: str) -> datetime:
    """A whole date and time, or a time of that day, where the event is. SlaError if it is neither."""
    try:
        if len(text) <= 8:
            return datetime.combine(day, time.fromisoformat(_bare(text)), ZoneInfo(zone)).astimezone(UTC)
        found = datetime.fromisoformat(with_24_hours(text))
        return within_reach((found if found.tzinfo else found.replace(tzinfo=ZoneInfo(zone))).astimezone(UTC))
    except (ValueError, OverflowError):
        raise SlaError(f"“{text}” is not a time. Write it as {HOW}, or 2026-11-22 09:30.") from None


def _bare(text: str) -> str:
    return on_24_hours(text) or text.zfill(5)


def _said(moment: datetime, visit: Visit) -> str:
    day = local(moment, visit.zone)
    same = day.date() == visit.today
    return clock(moment, visit.zone) if same else f"{clock(moment, visit.zone)} on {day.day} {day:%B}"


def _times(value: Any) -> str:
    return "once" if value == 1 else f"{value} times"


def _number(name: str, value: Any) -> None:
    if isinstance(value, bool) or not isinstance(value, int | float) or value < 0:
        raise SlaError(f"“{name}” is a number, 0 or more.")


def _list(name: str, value: Any) -> Sequence[Any]:
    if not isinstance(value, list | tuple) or not value:
        raise SlaError(f"“{name}” is a list with at least one thing in it.")
    return value


def _mapping(name: str, value: Any) -> Mapping[str, Any]:
    if not isinstance(value, Mapping):
        raise SlaError(f"“{name}” holds limits, such as {{most_entries: 1}}.")
    return value
