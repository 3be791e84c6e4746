"""Handouts: itineraries, signs for doors and tables, name lists, the agenda, sign-in sheets of single sessions."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from sla_desktop.domain.doors import Door
from sla_desktop.domain.errors import SlaError
from sla_desktop.domain.events import Event, Room, Session, clock, days, local, long_date, span
from sla_desktop.domain.ids import EventId, RoomId, SessionId
from sla_desktop.domain.sorting import order_of
from sla_desktop.domain.text import fold, in_full, joined
from sla_desktop.services import groups
from sla_desktop.services.documents import expected, listed_names, note_print, signin_rows, spelt_words, subtitle_of
from sla_desktop.services.doors import rules_of
from sla_desktop.services.events import get_event
from sla_desktop.services.letterhead import identity_of
from sla_desktop.services.people import Attendee, attendees
from sla_desktop.storage import query
from sla_desktop.storage.store import Store

if TYPE_CHECKING:
    from sla_desktop.printing.handouts import Itinerary

Progress = Callable[[int, int], None]


def print_itineraries(store: Store, event_id: EventId, path: Path, *, progress: Progress | None = None) -> int:
    """A card for each person with the table of every round; pages. SlaError when no groups were formed."""
    from sla_desktop.printing import handouts as paper
    from sla_desktop.printing.fonts import spelt_out

    event = get_event(store, event_id)
    people = _itineraries(store, event_id)
    title = f"{spelt_out(event.title)}, {days(event)}"
    pages = paper.print_itineraries(people, path, event=title, identity=identity_of(store, event), progress=progress)
    return note_print(store, event_id, "itineraries", pages)


def itinerary_words(store: Store, event: Event) -> str:
    """Whose card is set smaller than the others, and who is spelt out; nothing where there is nobody."""
    from sla_desktop.printing.handouts import smaller_itineraries

    small = smaller_itineraries(_itineraries(store, event.id))
    told = f"Set smaller than the others, so that all of it fits: {joined(small)}." if small else ""
    return " ".join(filter(None, (told, spelt_words(store, event))))


def _itineraries(store: Store, event_id: EventId) -> "list[Itinerary]":
    """Everybody who is seated, by name, with their tables in words. SlaError when no groups were formed."""
    from sla_desktop.printing.fonts import spelt_out

    plan = groups.current_plan(store, event_id)
    if plan is None:
        raise SlaError("No groups were formed yet. Form them on the Breakouts page, then print.")
    called = plan.called()
    orders = {one.id: one.order for one in attendees(store, event_id)}
    tables_of = plan.tables_by_person()
    keys = sorted(tables_of, key=lambda key: orders.get(key) or order_of(called[key][0]))
    return [
        (
            spelt_out(in_full(*called[key])),
            tuple(f"{title}: table {n}" for title, n in zip(plan.plan.rounds, tables_of[key], strict=False) if n),
        )
        for key in keys
    ]


def print_door_signs(store: Store, event_id: EventId, path: Path, *, progress: Progress | None = None) -> int:
    """A sign for each room with what happens there when; pages. SlaError when the event has no rooms."""
    from sla_desktop.printing.handouts import Sign, print_signs

    event = get_event(store, event_id)
    rooms, sessions = _rooms(store, event_id), _sessions(store, event_id)
    if not rooms:
        raise SlaError("This event has no rooms, so there are no doors to sign. Add rooms to its sessions first.")
    signs = [
        Sign(room.name, tuple(_when(one, event) for one in sessions if one.room_id == room.id))
        for room in sorted(rooms.values(), key=lambda room: fold(room.name))
    ]
    identity = identity_of(store, event)
    pages = print_signs(signs, path, subject="Door signs", identity=identity, progress=progress)
    return note_print(store, event_id, "door signs", pages)


def print_table_cards(store: Store, event_id: EventId, path: Path, *, progress: Progress | None = None) -> int:
    """The number of each table, to be read across a room; pages. SlaError when no groups were formed."""
    from sla_desktop.printing.handouts import Sign, print_signs

    event, plan = get_event(store, event_id), groups.current_plan(store, event_id)
    if plan is None:
        raise SlaError("No groups were formed yet. Form them on the Breakouts page, then print.")
    used = {number for tables in plan.rounds for number, seats in enumerate(tables, 1) if seats}
    signs = [Sign(f"Table {number}", (event.title,)) for number in sorted(used)]
    identity = identity_of(store, event)
    pages = print_signs(signs, path, subject="Table cards", identity=identity, progress=progress)
    return note_print(store, event_id, "table cards", pages)


def print_names(store: Store, event_id: EventId, path: Path, *, progress: Progress | None = None) -> int:
    """Everybody expected, by name, with organisation and role; pages."""
    from sla_desktop.printing.datatable import Table
    from sla_desktop.printing.fonts import spelt_out
    from sla_desktop.printing.handouts import print_list

    event = get_event(store, event_id)
    people = expected(store, event_id)
    told = zip(listed_names(people), people, strict=True)
    rows = tuple((name, spelt_out(one.organisation), spelt_out(one.role)) for name, one in told)
    table = Table("Who is expected", ("Name", "Organisation", "Role"), rows)
    subtitle = f"{event.title}, {subtitle_of(event)}"
    pages = print_list(table, path, subtitle=subtitle, identity=identity_of(store, event), progress=progress)
    return note_print(store, event_id, "name list", pages)


def print_agenda(store: Store, event_id: EventId, path: Path, *, progress: Progress | None = None) -> int:
    """The sessions with their times and rooms; pages. SlaError when the event has none."""
    from sla_desktop.printing.datatable import Table
    from sla_desktop.printing.handouts import print_list

    event, rooms = get_event(store, event_id), _rooms(store, event_id)
    rows = tuple(
        (
            span(one, event),
            one.title,
            rooms[one.room_id].name if one.room_id in rooms else "",
        )
        for one in _sessions(store, event_id)
    )
    if not rows:
        raise SlaError("This event has no sessions yet, so there is no agenda. Add them on the Events page.")
    table = Table(event.title, ("Time", "What", "Where"), rows)
    subtitle = f"Agenda, {subtitle_of(event)}"
    pages = print_list(table, path, subtitle=subtitle, identity=identity_of(store, event), progress=progress)
    return note_print(store, event_id, "agenda", pages)


def print_session_signin(
    store: Store, event_id: EventId, session_id: SessionId, path: Path, *, progress: Progress | None = None
) -> int:
    """The sign-in sheet of a session, for the door of its room, with those who booked it if that is known; pages."""
    from sla_desktop.printing import signin as paper

    event = get_event(store, event_id)
    session = next((one for one in _sessions(store, event_id) if one.id == session_id), None)
    if session is None:
        raise SlaError("That session is not one of this event, so there is no sheet to print.")
    rows = signin_rows(_expected_at(session, rules_of(store, event_id, session_id), expected(store, event_id)))
    room = _rooms(store, event_id).get(session.room_id) if session.room_id else None
    day = long_date(local(session.starts, event.zone).date())
    hours = f"{clock(session.starts, event.zone)} to {clock(session.ends, event.zone)}"
    where = ", ".join(filter(None, (room.name if room else "", hours, day)))
    identity = identity_of(store, event)
    title = f"{session.title}: {event.title}"
    pages = paper.print_signin(rows, path, title=title, subtitles=[where], identity=identity, progress=progress)
    return note_print(store, event_id, "sign-in sheet of a session", pages)


def _expected_at(session: Session, door: Door, people: Sequence[Attendee]) -> Sequence[Attendee]:
    """Those with a ticket or add-on of a session's name, else those whose tickets its door takes, else everybody."""
    tickets = {one.id: (one.registration.ticket_type, *one.registration.add_ons) for one in people}
    booked = [one for one in people if fold(session.title) in map(fold, tickets[one.id])]
    return booked or [one for one in people if any(map(door.takes, tickets[one.id]))] or people


def _rooms(store: Store, event_id: EventId) -> dict[RoomId, Room]:
    with store.read() as connection:
        return {room.id: room for room in query.find(connection, Room, event_id=event_id)}


def _sessions(store: Store, event_id: EventId) -> list[Session]:
    with store.read() as connection:
        return query.find(connection, Session, order="starts", event_id=event_id)


def _when(session: Session, event: Event) -> str:
    return f"{span(session, event)}  {session.title}"
