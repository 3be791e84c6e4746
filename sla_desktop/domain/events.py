"""Programmes, events, their sessions and rooms."""

from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

from sla_desktop.domain.errors import SlaError
from sla_desktop.domain.ids import EventId, ProgrammeId, RoomId, SessionId, natural_id
from sla_desktop.domain.lengths import check_lengths
from sla_desktop.domain.text import clean, fold

DEFAULT_ZONE = "Europe/London"
# Times outside are no times of events; some cannot be written or read in every zone.
FIRST_YEAR, LAST_YEAR = 1900, 2199
_DAY = timedelta(days=1)
# Until then the night belongs to the evening before.
MORNING = time(4)


@dataclass(frozen=True)
class Programme:
    """A programme groups events and members (a cohort, a year of learning)."""

    id: ProgrammeId
    title: str
    kind: str = ""


@dataclass(frozen=True)
class Event:
    """An event; times are UTC, `zone` is the IANA zone in which people read them."""

    id: EventId
    title: str
    starts: datetime
    ends: datetime
    zone: str = DEFAULT_ZONE
    venue: str = ""
    kind: str = ""
    programme_id: ProgrammeId | None = None
    organiser: str = ""
    contact: str = ""

    @property
    def day(self) -> date:
        """The calendar day on which the event starts, where it happens."""
        return local(self.starts, self.zone).date()


@dataclass(frozen=True)
class Room:
    """A room of an event; no capacity means no limit."""

    id: RoomId
    event_id: EventId
    name: str
    capacity: int | None = None


@dataclass(frozen=True)
class Session:
    """A part of an event. Breaks are sessions that do not count towards certified hours."""

    id: SessionId
    event_id: EventId
    title: str
    starts: datetime
    ends: datetime
    room_id: RoomId | None = None
    capacity: int | None = None
    counts: bool = True


_Timed = TypeVar("_Timed", Event, Session)


def is_twisted(timed: Event | Session) -> bool:
    """Whether it ends before it starts, or just then."""
    return timed.ends <= timed.starts


def sound_event(event: Event, before: Event | None = None) -> Event:
    """An event with its texts cleaned. SlaError for an empty or long title, or an end before the start.

    Times that were so `before`, since two laptops changed one each, are in the way of no other change.
    """
    return _sound(event, before, "event")


def sound_session(session: Session, before: Session | None = None) -> Session:
    """The same of a session. SlaError also for fewer than one place."""
    if session.capacity is not None and session.capacity < 1:
        raise SlaError("A session's capacity is 1 or more; leave it out for no limit.")
    return _sound(session, before, "session")


def _sound(timed: _Timed, before: _Timed | None, noun: str) -> _Timed:
    told = {one.name: getattr(timed, one.name) for one in fields(timed)}
    texts: dict[str, Any] = {name: clean(value) for name, value in told.items() if isinstance(value, str)}
    check_lengths(texts)
    found = replace(timed, **texts)
    if not found.title:
        raise SlaError(f"The {noun} needs a title.")
    if is_twisted(found) and (before is None or (before.starts, before.ends) != (found.starts, found.ends)):
        raise SlaError(f"The end of the {noun} {found.title} must be later than its start.")
    return found


def programme_id(title: str) -> ProgrammeId:
    """Programmes of the same title are the same, whichever laptop made them."""
    return ProgrammeId(natural_id("programme", fold(title)))


def within_reach(moment: datetime) -> datetime:
    """The same moment. SlaError for one so far away that its year must be a slip."""
    if not FIRST_YEAR <= moment.year <= LAST_YEAR:
        raise SlaError(f"The year {moment.year} must be a slip. Give a time from {FIRST_YEAR} to {LAST_YEAR}.")
    return moment


def local(moment: datetime, zone: str) -> datetime:
    """A UTC moment as people at the event read it; where the zone is none, or the time has no place in it, in UTC."""
    try:
        return moment.astimezone(ZoneInfo(zone))
    except (KeyError, ValueError, OverflowError, OSError):
        return moment.astimezone(UTC)


def lasts_days(event: Event) -> bool:
    """Whether every time of day comes in it, so that a time alone does not say when."""
    return event.ends - event.starts >= _DAY


def latest_exit(event: Event, came: datetime, sessions: Sequence[Session] = ()) -> datetime:
    """When whoever came then had left at the latest, whatever was noted later: where the event lasts days, when the
    last session of that day or the day itself was over, else with the night."""
    if not lasts_days(event):
        return datetime.max.replace(tzinfo=UTC)
    over, night = day_over(event, came, sessions), _at(_turn(event, came) + _DAY, MORNING, event)
    return min(over, night) if over > came else night


def day_over(event: Event, came: datetime, sessions: Sequence[Session] = ()) -> datetime:
    """When the day of an event on which somebody came was over, with its last session."""
    day = _turn(event, came)
    closing = _at(day, local(event.ends, event.zone).time(), event)
    return max([closing, *(one.ends for one in sessions if _turn(event, one.starts) == day)])


def _at(day: date, hour: time, event: Event) -> datetime:
    return datetime.combine(day, hour, ZoneInfo(event.zone)).astimezone(UTC)


def has_left_by(event: Event, came: datetime, at: datetime) -> bool:
    """Whether whoever came then, and was not seen leaving, has left with an earlier day of the event."""
    return lasts_days(event) and _turn(event, came) < _turn(event, min(at, event.ends))


def _turn(event: Event, moment: datetime) -> date:
    """The day to which a moment belongs: what goes on over midnight is of the evening before."""
    there = local(moment, event.zone)
    return there.date() if there.time() >= MORNING else there.date() - _DAY


def day_at(bare: str, event: Event) -> datetime:
    """A moment of the day on which a time of day lies in the event, or nearest to it; of several days the first."""
    ends = event.starts + _DAY / 2 if lasts_days(event) else event.ends
    return _nearest(bare, event.starts, ends, event.zone, (0, 1, -1))


def day_after(bare: str, start: datetime, zone: str) -> datetime:
    """A moment of the day on which what began ends at a time of day: the next one, where it went on over midnight."""
    return _nearest(bare, start, start + _DAY / 2, zone, (0, 1))


def _nearest(bare: str, starts: datetime, ends: datetime, zone: str, days: Sequence[int]) -> datetime:
    there = local(starts, zone)

    def gap(day: datetime) -> timedelta:
        at = datetime.combine(day.date(), told, told.tzinfo or there.tzinfo)
        return max(starts - at, at - ends, timedelta())

    try:
        told = time.fromisoformat(bare)
    except ValueError:
        return starts
    return min((there + day * _DAY for day in days), key=gap)


def clock(moment: datetime, zone: str) -> str:
    """The time of day at the event, "09:02"."""
    return f"{local(moment, zone):%H:%M}"


def places(session: Session, room: Room | None) -> int | None:
    """How many a session takes: as said of it, or as its room holds if that is fewer; None for no limit."""
    limits = [one.capacity for one in (session, room) if one is not None and one.capacity]
    return min(limits, default=None)


def day_and_clock(moment: datetime, event: Event) -> str:
    """The time of day at the event, with the day before it where the event lasts days, "Sun 29 Nov, 09:02"."""
    there = local(moment, event.zone)
    day = f"{there:%a} {there.day} {there:%b}, " if lasts_days(event) else ""
    return f"{day}{there:%H:%M}"


def span(timed: Session, event: Event) -> str:
    """From when to when a session of an event is, "09:00 to 10:30"."""
    return f"{day_and_clock(timed.starts, event)} to {clock(timed.ends, event.zone)}"


def is_on(event: Event, moment: datetime) -> bool:
    """Whether a moment lies in the event's days, where the event is."""
    return event.day <= local(moment, event.zone).date() <= local(event.ends, event.zone).date()


def days(event: Event) -> str:
    """The event's day in words, or its first and last, "29 to 30 November 2026"; a night has the day it begins on."""
    first, last = event.day, local(event.ends, event.zone).date()
    if not lasts_days(event) or first == last:
        return long_date(first)
    same = (first.year, first.month) == (last.year, last.month)
    return f"{first.day if same else long_date(first)} to {long_date(last)}"


def each_day(event: Event) -> list[date]:
    """The days of an event; a night has the one it begins on."""
    last = local(event.ends, event.zone).date() if lasts_days(event) else event.day
    return [event.day + _DAY * number for number in range((last - event.day).days + 1)]


def long_date(day: date) -> str:
    """A date in words, "22 November 2026"."""
    return f"{day.day} {day:%B %Y}"
