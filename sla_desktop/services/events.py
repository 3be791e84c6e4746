"""Events, their sessions and rooms: add, list, find."""

import re
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from sla_desktop.domain.errors import SlaError
from sla_desktop.domain.events import (
    DEFAULT_ZONE,
    MORNING,
    Event,
    Programme,
    Room,
    Session,
    clock,
    day_after,
    day_at,
    is_on,
    lasts_days,
    local,
    long_date,
    programme_id,
    sound_event,
    sound_session,
    within_reach,
)
from sla_desktop.domain.ids import EventId, RoomId, SessionId, new_id
from sla_desktop.domain.lengths import check_lengths
from sla_desktop.domain.text import clean, clean_line, fold
from sla_desktop.domain.times import HOW, on_24_hours, with_24_hours
from sla_desktop.storage import query
from sla_desktop.storage.store import Store
from sla_desktop.storage.transaction import Transaction


def add_event(
    store: Store,
    *,
    title: str,
    starts: datetime,
    ends: datetime,
    zone: str = DEFAULT_ZONE,
    venue: str = "",
    kind: str = "",
    organiser: str = "",
    contact: str = "",
    programme: str = "",
) -> Event:
    """Make an event, perhaps of a programme. SlaError for an empty title or an end before the start."""
    event = sound_event(
        Event(
            id=EventId(new_id()),
            title=title,
            starts=starts,
            ends=ends,
            zone=zone,
            venue=venue,
            kind=kind,
            organiser=organiser,
            contact=contact,
        )
    )
    with store.change() as tx:
        tx.put(event)
    return set_programme(store, event, programme) if programme else event


def set_programme(store: Store, event: Event, title: str) -> Event:
    """Put an event into the programme of a title, made if there is none; an empty title takes it out."""
    title = clean(title)
    check_lengths({"title of the programme": title})
    made = replace(event, programme_id=programme_id(title) if title else None)
    with store.change() as tx:
        if made.programme_id and query.get(tx.connection, Programme, made.programme_id) is None:
            tx.put(Programme(made.programme_id, title))
        tx.put(made)
    return made


def programme_title(store: Store, event: Event) -> str:
    """The title of the programme that an event is a part of; empty if of none."""
    with store.read() as connection:
        programme = query.get(connection, Programme, event.programme_id)
    return programme.title if programme else ""


def add_session(
    store: Store,
    event_id: EventId,
    *,
    title: str,
    starts: datetime,
    ends: datetime,
    room: str = "",
    capacity: int | None = None,
    counts: bool = True,
) -> Session:
    """Make a session of an event, and its room if the event has none of that name yet."""
    made = sound_session(Session(SessionId(new_id()), event_id, title, starts, ends, None, capacity, counts))
    with store.change() as tx:
        made = replace(made, room_id=room_named(tx, event_id, room))
        tx.put(made)
    return made


def add_room(store: Store, event_id: EventId, name: str, capacity: int | None = None) -> Room:
    """Make a room of an event, or change the capacity of the one of that name (None: no limit)."""
    if not clean(name):
        raise SlaError("The room needs a name.")
    if capacity is not None and capacity < 1:
        raise SlaError("A room's capacity is 1 or more; leave it out for no limit.")
    with store.change() as tx:
        known = room_named(tx, event_id, name)
        assert known is not None, "a name that is not empty has a room"
        made = Room(known, event_id, clean(name), capacity)
        tx.put(made)
    return made


def namesake(store: Store, title: str, starts: datetime, zone: str = DEFAULT_ZONE) -> Event | None:
    """The event of the same title on the same day, if there is one: most likely the same is being made twice."""
    wanted, day = fold(title), local(starts, zone).date()
    return next((one for one in list_events(store) if fold(one.title) == wanted and one.day == day), None)


def list_events(store: Store) -> list[Event]:
    """All events, newest first."""
    with store.read() as connection:
        return query.find(connection, Event, order="starts")[::-1]


def get_event(store: Store, event_id: EventId) -> Event:
    """The event with that id. LookupError if there is none."""
    with store.read() as connection:
        event = query.get(connection, Event, event_id)
    if event is None:
        raise LookupError(f"no event {event_id}")
    return event


def find_event(store: Store, text: str) -> Event:
    """The event that somebody means: its id, the end of its id, or (part of) its title.

    SlaError if none or more than one fits.
    """
    events = list_events(store)
    wanted, key = fold(text), text.strip().lower()
    fitting = [event for event in events if key in (str(event.id), event.id.hex)]
    fitting = fitting or [event for event in events if fold(event.title) == wanted]
    fitting = fitting or [event for event in events if len(key) >= 4 and event.id.hex.endswith(key.replace("-", ""))]
    fitting = fitting or [event for event in events if wanted and wanted in fold(event.title)]
    if len(fitting) == 1:
        return fitting[0]
    if not fitting:
        raise SlaError(f"There is no event “{text}”. `sla event list` shows those there are.")
    raise SlaError(f"“{text}” fits {len(fitting)} events. Use the id that `sla event list` shows.")


def sessions(store: Store, event_id: EventId) -> list[Session]:
    """An event's sessions in order of time."""
    with store.read() as connection:
        return query.find(connection, Session, order="starts", event_id=event_id)


def rooms(store: Store, event_id: EventId) -> dict[RoomId, Room]:
    """An event's rooms by id."""
    with store.read() as connection:
        return {room.id: room for room in query.find(connection, Room, event_id=event_id)}


def find_session(store: Store, event_id: EventId, text: str) -> Session:
    """The session that somebody means: its id or (part of) its title. SlaError if none or several fit."""
    known = sessions(store, event_id)
    wanted = fold(text)
    fitting = [session for session in known if text == str(session.id) or fold(session.title) == wanted]
    fitting = fitting or [session for session in known if wanted and wanted in fold(session.title)]
    if len(fitting) != 1:
        told = f"fits {len(fitting)} sessions" if fitting else "is no session"
        raise SlaError(f"“{text}” {told} of this event. Give the session's whole title.")
    return fitting[0]


def moment(text: str, zone: str, *, day: datetime | None = None) -> datetime:
    """A time as people write it, in UTC: "2026-11-22 09:30", ISO 8601 with or without offset, or "9:30am" on `day`.

    Raises SlaError when it is none of these, when clocks that are put forward leave it out, or for a far-off year.
    """
    return moment_told(text, zone, day=day)[0]


def moment_told(text: str, zone: str, *, day: datetime | None = None) -> tuple[datetime, str]:
    """The same, and which of two it is where clocks that are put back show it twice; else nothing."""
    text = clean_line(text)
    bare = on_24_hours(text) if day is not None else ""
    try:
        found = datetime.fromisoformat(f"{local(day, zone):%Y-%m-%d} {bare}" if day and bare else with_24_hours(text))
        told = ""
        if found.tzinfo is None:
            found = found.replace(tzinfo=ZoneInfo(zone))
            told = shown_twice(found)
        return within_reach(found.astimezone(UTC)), told
    except (ValueError, OverflowError) as error:
        raise SlaError(f"“{text}” is not a time. Write it as {HOW}, with the day as 2026-11-22 09:30.") from error


_BARE = re.compile(r"\d\d:\d\d(?::\d\d)?")


def moment_at(text: str, event: Event, today: datetime | None = None) -> tuple[datetime, str]:
    """A time at an event in UTC, and which of two it is: one without a day lies in the event, or nearest to it.

    Where the event lasts days, one without a day is of `today`, if that is one of them, else of the first; told so.
    """
    bare = on_24_hours(clean_line(text))
    at_day = (
        _of_now(bare, event, today) if today and lasts_days(event) and is_on(event, today) else day_at(bare, event)
    )
    at, told = moment_told(_with_time(text), event.zone, day=at_day)
    if lasts_days(event) and today and _BARE.fullmatch(bare):
        told = f"{told} {clock(at, event.zone)} on {long_date(local(at, event.zone).date())} was taken.".strip()
    return at, told


def _of_now(bare: str, event: Event, today: datetime) -> datetime:
    """Today; in the small hours a time of the day or evening is that of the day before."""
    small = local(today, event.zone).time() < MORNING <= time.fromisoformat(bare[:5] or "00:00")
    return today - timedelta(days=1) if small else today


def moment_after(text: str, start: datetime, zone: str) -> tuple[datetime, str]:
    """The same for the end of what began at `start`: one without a day may be after midnight."""
    return moment_told(_with_time(text), zone, day=day_after(on_24_hours(clean_line(text)), start, zone))


def shown_twice(at: datetime) -> str:
    """Which of two a local time is taken for, if it is one of two. SlaError for one that clocks leave out."""
    day, later = long_date(at.date()), at.replace(fold=1)
    if at.astimezone(UTC).astimezone(at.tzinfo).replace(tzinfo=None) != at.replace(tzinfo=None):
        raise SlaError(f"There is no {at:%H:%M} on {day}: clocks go forward then. Give a time before or after.")
    if at.utcoffset() == later.utcoffset():
        return ""
    first, second = (one.isoformat(timespec="minutes") for one in (at, later))
    return (
        f"Clocks go back on {day} and show {at:%H:%M} twice: {first} was taken. For the other, write {second[11:]}."
    )


def _with_time(text: str) -> str:
    """The same text. SlaError for a day without a time: nobody means its midnight."""
    try:
        date.fromisoformat(with_24_hours(clean_line(text)))
    except ValueError:
        return text
    raise SlaError(f"“{text}” is a day without a time. Write it as 2026-11-22 09:30.")


def check_zone(zone: str) -> str:
    """A zone that exists. SlaError if it does not."""
    try:
        ZoneInfo(zone)
    except (KeyError, ValueError, OSError) as error:
        raise SlaError(f"“{zone}” is no time zone. Use a name such as Europe/London.") from error
    return zone


def room_named(tx: Transaction, event_id: EventId, name: str) -> RoomId | None:
    """The event's room of that name, made if there is none; no room for no name."""
    name = clean(name)
    check_lengths({"name of the room": name})
    known = next((room.id for room in query.find(tx.connection, Room, event_id=event_id) if room.name == name), None)
    if known is None and name:
        known = RoomId(new_id())
        tx.put(Room(known, event_id, name))
    return known
