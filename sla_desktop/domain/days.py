"""Days as people write them."""

import re
from datetime import date

from sla_desktop.domain.errors import SlaError
from sla_desktop.domain.events import LAST_YEAR, long_date
from sla_desktop.domain.text import clean

FIRST_YEAR = 2000
_TO_JUNE = ("january", "february", "march", "april", "may", "june")
_MONTHS = (*_TO_JUNE, "july", "august", "september", "october", "november", "december")
_YEAR = r"(?P<year>\d{4}|\d\d)"
_NUMBERS = rf"(?P<day>\d{{1,2}})[/. -](?P<month>\d{{1,2}})[/. -]{_YEAR}"
_YEAR_FIRST = r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})"
_WORDS = rf"(?:[a-z]+,? )?(?P<day>\d{{1,2}})(?:st|nd|rd|th)? (?P<month>[a-z]{{3,9}})\.?(?:,? {_YEAR})?"
_FORMS = [re.compile(form, re.IGNORECASE) for form in (_NUMBERS, _YEAR_FIRST, _WORDS)]
# A day in front of a time: “28 Nov 09:31 Jane”.
_BEFORE_A_TIME = [
    re.compile(rf"(?P<written>{form}),? (?=\d{{1,2}}[:.]?\d\d)", re.IGNORECASE)
    for form in (_NUMBERS, _YEAR_FIRST, _WORDS)
]


def read_day(text: str, *, near: date) -> date:
    """A day such as "24/11/2026", "24 Nov 2026" or "2026-11-24"; "24 Nov" is the one nearest to `near`.

    Raises SlaError if it is none, or out of reach.
    """
    text = clean(text)
    found = next((match for form in _FORMS if (match := form.fullmatch(text))), None)
    try:
        if found is None:
            raise ValueError
        day = _day(found, near)
    except ValueError:
        raise SlaError(f"“{text}” is not a date. Write it as 24/11/2026 or 24 Nov 2026.") from None
    if day.year < FIRST_YEAR:
        raise SlaError(f"{long_date(day)} is too long ago. Give a date in the year {FIRST_YEAR} or later.")
    if day.year > LAST_YEAR:
        raise SlaError(f"{long_date(day)} is too far ahead. Give a date in the year {LAST_YEAR} or before.")
    return day


def split_day(text: str, *, near: date) -> tuple[date | None, str]:
    """The day that stands before a time at the start of a text, and the rest; no day where none does."""
    for form in _BEFORE_A_TIME:
        if found := form.match(text):
            try:
                return read_day(found["written"], near=near), text[found.end() :]
            except SlaError:
                continue  # “12 Ann 09:30” begins with no day
    return None, text


def _day(found: re.Match[str], near: date) -> date:
    month, day = _month(found["month"]), int(found["day"])
    if found["year"]:
        return date(int(found["year"]) + (FIRST_YEAR if len(found["year"]) == 2 else 0), month, day)
    years = [date(year, month, day) for year in range(near.year - 1, near.year + 2) if _exists(year, month, day)]
    return min(years, key=lambda one: abs(one - near))


def _exists(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def _month(text: str) -> int:
    if text.isdecimal():
        return int(text)
    return 1 + [name.startswith(text.lower()) for name in _MONTHS].index(True)
