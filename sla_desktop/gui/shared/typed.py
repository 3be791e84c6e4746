"""Dates and times as people type them."""

import re
from datetime import UTC, date, datetime, time

from sla_desktop.domain.errors import SlaError
from sla_desktop.domain.events import LAST_YEAR, Event, day_after, day_at, local, long_date
from sla_desktop.domain.text import clean, clean_line
from sla_desktop.domain.times import HOW, on_24_hours
from sla_desktop.services import events

FIRST_YEAR = 2000
_TO_JUNE = ("january", "february", "march", "april", "may", "june")
_MONTHS = (*_TO_JUNE, "july", "august", "september", "october", "november", "december")
_NUMBERS = re.compile(r"(?P<day>\d{1,2})[/. -](?P<month>\d{1,2})[/. -](?P<year>\d{4}|\d\d)")
_YEAR_FIRST = re.compile(r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})")
_WORDS = re.compile(
    r"(?:[a-z]+,? )?(?P<day>\d{1,2})(?:st|nd|rd|th)? (?P<month>[a-z]{3,9})\.?,? (?P<year>\d{4}|\d\d)", re.IGNORECASE
)


def read_day(text: str) -> date:
    """A day such as "24/11/2026", "24 Nov 2026" or "2026-11-24". SlaError if it is none, or out of reach."""
    text = clean(text)
    found = next((match for form in (_NUMBERS, _YEAR_FIRST, _WORDS) if (match := form.fullmatch(text))), None)
    try:
        if found is None:
            raise ValueError
        year = int(found["year"]) + (FIRST_YEAR if len(found["year"]) == 2 else 0)
        day = date(year, _month(found["month"]), int(found["day"]))
    except ValueError:
        raise SlaError(f"“{text}” is not a date. Write it as 24/11/2026 or 24 Nov 2026.") from None
    if day.year < FIRST_YEAR:
        raise SlaError(f"{long_date(day)} is too long ago. Give a date in the year {FIRST_YEAR} or later.")
    if day.year > LAST_YEAR:
        raise SlaError(f"{long_date(day)} is too far ahead. Give a date in the year {LAST_YEAR} or before.")
    return day


def read_time(text: str, day: date, zone: str) -> datetime:
    """A time of that day such as "0900", "9:00", "09.00" or "9am", in UTC. SlaError if it is none."""
    wrong = SlaError(f"“{clean(text)}” is not a time. Write it as {HOW}.")
    try:
        found = events.moment(text, zone, day=datetime.combine(day, time(12), UTC))
    except SlaError:
        raise wrong from None
    if local(found, zone).date() != day:
        raise wrong
    return found


def read_time_at(text: str, event: Event) -> datetime:
    """A time in an event, or nearest to it, in UTC. SlaError if it is none."""
    return read_time(text, day_at(on_24_hours(clean_line(text)), event).date(), event.zone)


def read_end(text: str, starts: datetime, zone: str) -> datetime:
    """When what began at `starts` ends, perhaps after midnight, in UTC. SlaError if it is no time."""
    return read_time(text, day_after(on_24_hours(clean_line(text)), starts, zone).date(), zone)


def _month(text: str) -> int:
    if text.isdecimal():
        return int(text)
    return 1 + [name.startswith(text.lower()) for name in _MONTHS].index(True)
