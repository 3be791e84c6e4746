"""Events and sessions that were made and turn out otherwise: changed, or a session taken out again."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Connection

from sla_desktop.domain.attendance import IN, standing
from sla_desktop.domain.certificates import Award
from sla_desktop.domain.errors import SlaError
from sla_desktop.domain.events import (
    DEFAULT_ZONE,
    Event,
    Session,
    clock,
    is_twisted,
    local,
    long_date,
    sound_event,
    sound_session,
)
from sla_desktop.domain.ids import EventId
from sla_desktop.services import timeline
from sla_desktop.services.events import moment, room_named, shown_twice
from sla_desktop.storage import query
from sla_desktop.storage.store import Store
from sla_desktop.storage.transaction import Transaction


def change_event(store: Store, event_id: EventId, changes: Mapping[str, Any]) -> Event:
    """Change an event, by the names of its fields. Its sessions move with its first day, and keep their times of day.

    SlaError for an empty title, an end before the start, or a time that the clocks of the new day leave out.
    """
    with store.change() as tx:
        known = query.get(tx.connection, Event, event_id)
        if known is None:
            raise SlaError("That event is not on this laptop.")
        changed = sound_event(replace(known, **changes), known)
        sessions = query.find(tx.connection, Session, event_id=event_id)
        tx.put(changed, *(_moved(one, known, changed) for one in sessions))
    return changed


def new_times(event: Event, start: str | None, end: str | None, zone: str) -> dict[str, Any]:
    """An event's zone and times, some of them typed anew; the others keep what the clock on the wall says.

    A start on another day takes an end that was not typed along. SlaError for what is not a time.
    """
    starts = _typed_anew(start, event.starts, event.zone, zone, timedelta())
    days = local(starts, zone).date() - event.day
    return {"zone": zone, "starts": starts, "ends": _typed_anew(end, event.ends, event.zone, zone, days)}


def change_session(store: Store, session: Session, changes: Mapping[str, Any], *, room: str | None = None) -> Session:
    """Change a session, by the names of its fields; `room` is the name of another room, "" for none.

    Certificates that it is needed for go by its new title. SlaError for what a session cannot be.
    """
    with store.change() as tx:
        known = _known(tx.connection, session)
        changed = sound_session(replace(known, **changes), known)
        if room is not None:
            changed = replace(changed, room_id=room_named(tx, session.event_id, room))
        tx.put(changed)
        _rename_in_awards(tx, known, changed.title)
    return changed


def remove_session(store: Store, session: Session) -> None:
    """Take a session out of the event, on all laptops. SlaError once somebody was checked in to it, or needs it."""
    with store.change() as tx:
        known = _known(tx.connection, session)
        facts = standing(timeline.facts(tx.connection, known.event_id))
        came = {fact.registration_id for fact in facts if fact.kind == IN and fact.session_id == known.id}
        if came:
            who = "1 person was" if len(came) == 1 else f"{len(came)} people were"
            raise SlaError(
                f"{who} checked in to “{known.title}”, so it stays: the record tells who was there. "
                "Change its name or times, or undo those arrivals first."
            )
        if any(known.title in one.sessions for one in _awards(tx.connection, known)):
            raise SlaError(f"Certificates need “{known.title}”, so it stays. Take it out of what is certified first.")
        tx.remove(known)


def twisted(store: Store) -> list[str]:
    """A sentence for each event and session that ends before it starts, since two laptops changed a time each."""
    with store.read() as connection:
        events, sessions = query.find(connection, Event), query.find(connection, Session)
    zones = {event.id: event.zone for event in events}
    told = [(one, one.zone) for one in events] + [(one, zones.get(one.event_id, DEFAULT_ZONE)) for one in sessions]
    return [_twisted_words(one, zone) for one, zone in told if is_twisted(one)]


def adrift(store: Store) -> list[str]:
    """A sentence for each session no minute of which lies in its event."""
    with store.read() as connection:
        events = {event.id: event for event in query.find(connection, Event)}
        pairs = [(one, events[one.event_id]) for one in query.find(connection, Session) if one.event_id in events]
    return [told for one, event in pairs if (told := adrift_words(one, event))]


def adrift_words(session: Session, event: Event) -> str:
    """That no minute of a session lies in its event, or ""."""
    if session.ends > event.starts and session.starts < event.ends:
        return ""
    return f"“{session.title}” is on {_said(session.starts, event)}, outside “{event.title}”: put its times right."


def _said(moment: datetime, event: Event) -> str:
    return f"{long_date(local(moment, event.zone).date())} at {clock(moment, event.zone)}"


def _twisted_words(timed: Event | Session, zone: str) -> str:
    start, end = (f"{clock(at, zone)} on {long_date(local(at, zone).date())}" for at in (timed.starts, timed.ends))
    return f"“{timed.title}” starts at {start} but ends at {end}: two laptops changed a time each. Put them right."


def _known(connection: Connection, session: Session) -> Session:
    known = query.get(connection, Session, session.id)
    if known is None:
        raise SlaError(f"“{session.title}” was taken out of this event meanwhile.")
    return known


def _moved(session: Session, before: Event, after: Event) -> Session:
    """A session as many days later as its event is, at the same time of day, also in another zone."""
    days = after.day - before.day
    try:
        starts, ends = (_read_anew(one, before.zone, after.zone, days) for one in (session.starts, session.ends))
    except SlaError as error:
        raise SlaError(f"“{session.title}” would move with the event, but cannot. {error}") from error
    return replace(session, starts=starts, ends=ends)


def _typed_anew(text: str | None, known: datetime, before: str, after: str, days: timedelta) -> datetime:
    if text:
        return moment(text, after, day=_on_the_wall(known, before, after, days))
    return _read_anew(known, before, after, days)


def _read_anew(known: datetime, before: str, after: str, days: timedelta) -> datetime:
    """The same time of day in another zone, or days later. SlaError for one that clocks leave out."""
    if before == after and not days:
        return known
    found = _on_the_wall(known, before, after, days)
    shown_twice(found)
    return found.astimezone(UTC)


def _on_the_wall(known: datetime, before: str, after: str, days: timedelta) -> datetime:
    return local(known, before).replace(tzinfo=ZoneInfo(after)) + days


def _rename_in_awards(tx: Transaction, session: Session, title: str) -> None:
    for award in _awards(tx.connection, session):
        named = tuple(title if one == session.title else one for one in award.sessions)
        tx.put(replace(award, sessions=named))


def _awards(connection: Connection, session: Session) -> list[Award]:
    return query.find(connection, Award, event_id=session.event_id)
