"""Verbs on events and sessions."""

import sys
from collections.abc import Sequence
from typing import Annotated, Any

import typer

from sla_desktop.cli.context import context, say
from sla_desktop.domain.events import (
    DEFAULT_ZONE,
    Event,
    Room,
    Session,
    clock,
    day_and_clock,
    day_at,
    lasts_days,
    local,
)
from sla_desktop.domain.text import counted
from sla_desktop.domain.times import on_24_hours
from sla_desktop.services import event_changes, events, presence
from sla_desktop.services.clock import now

event_app = typer.Typer(help="Add, change, list and show events.", no_args_is_help=True)
session_app = typer.Typer(help="Add, change, remove and list an event's sessions.", no_args_is_help=True)


def add_to(app: typer.Typer) -> None:
    """Put these verbs on the command line."""
    app.add_typer(event_app, name="event")
    app.add_typer(session_app, name="session")


@event_app.command("add")
def add(
    title: Annotated[str, typer.Option(help="What it is called.")],
    start: Annotated[str, typer.Option(help="When it starts, 2026-11-22 09:30.")],
    end: Annotated[str, typer.Option(help="When it ends.")],
    venue: str = "",
    kind: str = "",
    zone: Annotated[str, typer.Option(help="IANA time zone.")] = DEFAULT_ZONE,
    organiser: str = "",
    contact: str = "",
    programme: Annotated[str, typer.Option(help="The programme that it is a part of.")] = "",
) -> None:
    """Add an event."""
    zone = events.check_zone(zone)
    starts = events.moment(start, zone)
    if events.namesake(context.store(), title, starts, zone):
        print(f"There is another event “{title}” on that day; this one is added beside it.", file=sys.stderr)
    event = events.add_event(
        context.store(),
        title=title,
        starts=starts,
        ends=events.moment(end, zone),
        zone=zone,
        venue=venue,
        kind=kind,
        organiser=organiser,
        contact=contact,
        programme=programme,
    )
    say(event, f"Added {_line(event)}")


@event_app.command("edit")
def edit(
    event: str,
    title: Annotated[str | None, typer.Option(help="What it is called.")] = None,
    start: Annotated[str | None, typer.Option(help="When it starts: 2026-11-22 09:30, or 09:30 on its day.")] = None,
    end: Annotated[str | None, typer.Option(help="When it ends.")] = None,
    venue: str | None = None,
    kind: str | None = None,
    zone: Annotated[str | None, typer.Option(help="IANA time zone; times of day stay what they are.")] = None,
    organiser: str | None = None,
    contact: str | None = None,
) -> None:
    """Change an event; its sessions move with its first day. What is not named stays."""
    store = context.store()
    known = events.find_event(store, event)
    told = {"title": title, "venue": venue, "kind": kind, "organiser": organiser, "contact": contact}
    changes: dict[str, Any] = {name: text for name, text in told.items() if text is not None}
    changes |= event_changes.new_times(known, start, end, events.check_zone(zone or known.zone))
    changed = event_changes.change_event(store, known.id, changes)
    say(changed, f"Changed {_line(changed)}")


@event_app.command("programme")
def programme_(event: str, title: Annotated[str, typer.Argument(help="Empty to take it out.")]) -> None:
    """Say of which programme an event is a part; its certificates of completion add up the hours of all parts."""
    store = context.store()
    made = events.set_programme(store, events.find_event(store, event), title)
    say(made, f"{made.title} is {f'a part of “{title}”' if made.programme_id else 'a part of no programme'}.")


@event_app.command("list")
def list_() -> None:
    """List all events, newest first."""
    found = events.list_events(context.store())
    say({"events": found}, "\n".join(map(_line, found)) or "There are no events yet. Add one with `sla event add`.")


@event_app.command("show")
def show(event: str) -> None:
    """Show an event, its sessions and how it stands."""
    store = context.store()
    found = events.find_event(store, event)
    sessions, rooms = events.sessions(store, found.id), events.rooms(store, found.id)
    counts = presence.counts(store, found.id)
    lines = [_line(found), *(f"  {line}" for line in _session_lines(sessions, found))]
    lines.append(f"  {counts.registered} registered, {counts.arrived} came, {counts.inside} in now")
    result = {"event": found, "sessions": sessions, "rooms": list(rooms.values()), "counts": counts}
    say(result, "\n".join(lines))


@session_app.command("add")
def add_session(
    event: str,
    title: Annotated[str, typer.Option()],
    start: Annotated[str, typer.Option(help="Time at the event, 09:30, or a whole date and time.")],
    end: Annotated[str, typer.Option()],
    room: str = "",
    capacity: Annotated[int | None, typer.Option(help="Most people; none for no limit.", min=1, max=100_000)] = None,
    is_break: Annotated[bool, typer.Option("--break", help="Does not count towards certified hours.")] = False,
) -> None:
    """Add a session to an event."""
    store = context.store()
    found = events.find_event(store, event)
    starts, _ = events.moment_at(start, found, now())
    made = events.add_session(
        store,
        found.id,
        title=title,
        starts=starts,
        ends=events.moment_after(end, starts, found.zone)[0],
        room=room,
        capacity=capacity,
        counts=not is_break,
    )
    told = f"Added {_session_lines([made], found)[0]}", event_changes.adrift_words(made, found)
    say(made, "\n".join(filter(None, told)))


@session_app.command("edit")
def edit_session(
    event: str,
    session: Annotated[str, typer.Argument(help="The session's title, or its id.")],
    title: Annotated[str | None, typer.Option()] = None,
    start: Annotated[str | None, typer.Option(help="Time on the session's day, 09:30, or a date and time.")] = None,
    end: str | None = None,
    room: Annotated[str | None, typer.Option(help='Another room; "" for none.')] = None,
    capacity: Annotated[int | None, typer.Option(help="Most people; 0 for no limit.", min=0, max=100_000)] = None,
    is_break: Annotated[
        bool | None, typer.Option("--break/--counts", help="Whether it counts towards certified hours.")
    ] = None,
) -> None:
    """Change a session of an event. What is not named stays."""
    store = context.store()
    found = events.find_event(store, event)
    known = events.find_session(store, found.id, session)
    changes: dict[str, Any] = {}
    if start is not None:
        day = known.starts if lasts_days(found) else day_at(on_24_hours(start), found)
        changes["starts"] = events.moment(start, found.zone, day=day)
    if end is not None:
        changes["ends"] = events.moment_after(end, changes.get("starts", known.starts), found.zone)[0]
    changes |= {"title": title} if title is not None else {}
    changes |= {"capacity": capacity or None} if capacity is not None else {}
    changes |= {"counts": not is_break} if is_break is not None else {}
    changed = event_changes.change_session(store, known, changes, room=room)
    say(changed, f"Changed {_session_lines([changed], found)[0]}")


@session_app.command("remove")
def remove_session(event: str, session: Annotated[str, typer.Argument(help="Its title, or its id.")]) -> None:
    """Take a session that nobody was checked in to out of an event."""
    found = events.find_event(context.store(), event)
    known = events.find_session(context.store(), found.id, session)
    event_changes.remove_session(context.store(), known)
    say(known, f"Removed {known.title}.")


@session_app.command("list")
def list_sessions(event: str) -> None:
    """List an event's sessions."""
    found = events.find_event(context.store(), event)
    sessions = events.sessions(context.store(), found.id)
    say({"sessions": sessions}, "\n".join(_session_lines(sessions, found)) or "No sessions yet.")


def _line(event: Event) -> str:
    day = f"{local(event.starts, event.zone):%Y-%m-%d %H:%M}"
    day += f" to {local(event.ends, event.zone):%Y-%m-%d %H:%M}" if lasts_days(event) else ""
    return f"{event.id}  {day}  {event.title}{', ' + event.venue if event.venue else ''}"


def _session_lines(sessions: Sequence[Session], event: Event) -> list[str]:
    rooms = events.rooms(context.store(), event.id)
    return [_session_line(one, event, rooms.get(one.room_id) if one.room_id else None) for one in sessions]


def _session_line(session: Session, event: Event, room: Room | None) -> str:
    start, end = day_and_clock(session.starts, event), clock(session.ends, event.zone)
    where = f", {room.name}" if room else ""
    places = session.capacity or (room.capacity if room else None)
    limit = f", {counted(places, 'place')}" if places else ""
    return f"{start}–{end}  {session.title}{where}{limit}{'' if session.counts else ' (break)'}"
