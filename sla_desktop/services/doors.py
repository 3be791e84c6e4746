"""The rules of an event's doors, and which session somebody comes to in a room."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from sla_desktop.domain.decisions import session_here
from sla_desktop.domain.doors import ENTRIES, Door, door_id, is_texts, open_door, question
from sla_desktop.domain.errors import SlaError
from sla_desktop.domain.events import Room, Session
from sla_desktop.domain.ids import EventId, SessionId
from sla_desktop.domain.limits import checked
from sla_desktop.domain.text import fold
from sla_desktop.storage import query
from sla_desktop.storage.store import Store

_SHAPES = {
    "admits": 'a list of ticket types, such as ["Delegate"]',
    "questions": 'a list of questions, such as [{"name": "lunch", "text": "Will you stay for lunch?"}]',
    "limits": 'limits by name, such as {"most_entries": 2}',
    "unpaid": "true or false",
}
RULES = ("admits", "entries", "unpaid", "limits", "questions")


def rules_of(store: Store, event_id: EventId, session_id: SessionId | None = None) -> Door:
    """The rules of an event's door, or of a session's."""
    with store.read() as connection:
        known = query.get(connection, Door, door_id(event_id, session_id))
    return known or open_door(event_id, session_id)


def set_rules(store: Store, event_id: EventId, rules: Mapping[str, Any], session_id: SessionId | None = None) -> Door:
    """Change some of the rules, named as the fields of a door. SlaError for rules that there are not."""
    strange = sorted(set(rules) - set(RULES))
    if strange:
        raise SlaError(f"“{strange[0]}” is no rule of a door. It knows: {', '.join(RULES)}.")
    door = replace(
        rules_of(store, event_id, session_id), **{name: _value(name, value) for name, value in rules.items()}
    )
    with store.change() as tx:
        tx.put(door)
    return door


def session_in(store: Store, event_id: EventId, room: str, at: datetime) -> Session | None:
    """The session that somebody comes to in a room at a moment. SlaError when the event has no such room."""
    with store.read() as connection:
        rooms = query.find(connection, Room, event_id=event_id)
        sessions: Sequence[Session] = query.find(connection, Session, event_id=event_id)
    keys = {one.id for one in rooms if fold(one.name) == fold(room)}
    if not keys:
        known = ", ".join(one.name for one in rooms) or "none yet"
        raise SlaError(f"There is no room “{room}” at this event. Its rooms: {known}.")
    return session_here(sessions, keys, at)


def _value(name: str, value: Any) -> Any:
    _check_shape(name, value)
    if name == "limits":
        return dict(checked(value))
    if name == "questions":
        return tuple(dict(one) for one in value if question(one))
    if name == "admits":
        return tuple(value)
    if name == "entries" and value not in ENTRIES:
        raise SlaError(f"“{value}” is no rule for coming again. Use one of: {', '.join(ENTRIES)}.")
    return value


def _check_shape(name: str, value: Any) -> None:
    sound = {
        "admits": is_texts(value),
        "questions": isinstance(value, list | tuple) and all(isinstance(one, Mapping) for one in value),
        "limits": isinstance(value, Mapping),
        "unpaid": isinstance(value, bool),
    }
    if not sound.get(name, True):
        raise SlaError(f"“{name}” is {_SHAPES[name]}.")
