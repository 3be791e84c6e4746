"""Dates and times as people type them."""

from datetime import UTC, date, datetime, time

from sla_desktop.domain import days
from sla_desktop.domain.errors import SlaError
from sla_desktop.domain.events import Event, day_after, day_at, local
from sla_desktop.domain.text import clean, clean_line
from sla_desktop.domain.times import HOW, on_24_hours
from sla_desktop.services import events
from sla_desktop.services.clock import now


def read_day(text: str) -> date:
    """A day such as "24/11/2026", "24 Nov 2026" or "24 Nov", the nearest. SlaError if it is none, or out of reach."""
    return days.read_day(text, near=now().date())


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
