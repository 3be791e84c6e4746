"""Records in words: what a field is called, what a thing is called, and what a value says, without ids or codes."""

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, select

from sla_desktop.domain.certificates import hours_text
from sla_desktop.domain.events import clock, local, long_date
from sla_desktop.storage import projection, schema
from sla_desktop.storage.entities import BY_NAME

_FIELDS = {
    "full_name": "name",
    "given": "given name",
    "family": "family name",
    "known_as": "short name",
    "email": "e-mail address",
    "phone": "phone number",
    "access_needs": "access needs",
    "dietary": "food needs",
    "profession": "professional group",
    "main": "choice as the main organisation",
    "starts": "start",
    "ends": "end",
    "zone": "time zone",
    "contact": "contact address",
    "counts": "counting towards certified hours",
    "imported": "details on the imported list",
    "source_ref": "order number",
    "external_code": "ticket code of the seller",
    "happened_at": "time",
    "recorded_at": "time of recording",
    "made_at": "time",
    "issued_at": "day of issue",
    "printed_at": "time",
    "registered_at": "time of booking",
    "joined_at": "day of joining",
    "minutes": "certified time",
    "undoes": "entry taken back",
    "member_id": "person",
    "consent.given": "answer",
    "session.event_id": "place in the programme",
    "valid_from": "start of the ticket",
    "valid_until": "end of the ticket",
    "attention": "note for the desk",
    "overruled": "what the reason overruled",
    "typed_time": "time given by a person",
    "device_id": "laptop",
    "into_id": "record that counts",
    "decided_at": "time",
    "measured_at": "time",
    "ahead": "seconds behind the team’s clock",
    "door.unpaid": "letting in the unpaid with a reason",
    "about": "person",
}
# What one of each kind is called; the braces name fields, which are put in words in turn.
_THINGS = {
    "organisation": "{name}",
    "member": "{full_name}",
    "affiliation": "{member_id}’s place at {organisation_id}",
    "consent": "{member_id}’s consent to {kind}",
    "framework": "the framework {title}",
    "characteristic": "the characteristic {title}",
    "programme": "{title}",
    "event": "{title}",
    "room": "the room {name}",
    "session": "the session {title}",
    "registration": "{member_id}’s place at {event_id}",
    "attendance": "{member_id}’s entry at the door",
    "door": "the rules of a door",
    "refusal": "a scan that let nobody in",
    "merge": "the decision whether {member_id} and {into_id} are one person",
    "clock_reading": "a reading of the clock of a laptop",
    "breakout_plan": "breakout plan {revision}",
    "placement": "{member_id}’s seat in round {round}",
    "group_wish": "what is asked of breakout groups",
    "group_bond": "a rule about {member_id}’s breakout groups",
    "group_lock": "a place in breakout groups that stays",
    "form": "the form {title}",
    "note": "the {kind} of table {table}",
    "poll": "the poll “{question}”",
    "theme": "the theme {name}",
    "coding": "the themes of a comment",
    "certificate": "{member_id}’s certificate",
    "print_record": "the printed {document}",
    "device": "the laptop {name}",
    "erasure": "an order to erase a person’s data",
    "expiry": "an order to let old {kind} data go",
    "clock": "how long {kind} data is kept",
    "access": "a look at personal data",
    "award": "what is certified",
    "letterhead": "the letterhead",
    "release": "the numbers of a report or pack",
    "print_run": "printed forms",
    "scan_run": "scanned forms",
}
# What stands in the record as a code, by its field.
_CODES = {
    ("kind", "in"): "arrival",
    ("kind", "out"): "departure",
    ("kind", "undo"): "an entry that was taken back",
    ("source", "search"): "looked up by name",
    ("source", "scan"): "scanned ticket",
    ("source", "walk-in"): "added at the door",
    ("source", "self"): "self check-in",
}
_NOTHING = "nothing"


def field_words(field: str, entity: str = "") -> str:
    """What people call a field."""
    return _FIELDS.get(f"{entity}.{field}") or _FIELDS.get(field) or field.removesuffix("_id").replace("_", " ")


def thing_words(connection: Connection, entity: str, key: UUID, zone: str, asked: str = "") -> str:
    """What people call a thing, by its id, without the field that is asked about: "Siân’s place at Community day"."""
    table = schema.TABLES[entity]
    row = connection.execute(select(table).where(table.c.id == key)).mappings().one_or_none()
    noun = entity.replace("_", " ")
    if row is None:
        # A session is the one thing with a name that people take out.
        title = projection.folded(connection, BY_NAME[entity], key).values.get("title") if entity == "session" else ""
        return f"the session {title}" if title else f"one {noun} that is not known here"
    template = _THINGS.get(entity, f"one {noun}")
    if entity == "affiliation" and (asked == "organisation_id" or row["organisation_id"] is None):
        template = "{member_id}’s work"
    named = re.findall(r"{(\w+)}", template)
    if entity == "merge":
        return template.format_map({name: _at_desk(connection, row[name]) for name in named})
    return template.format_map({name: value_words(connection, name, row[name], zone) for name in named})


def _at_desk(connection: Connection, member: UUID) -> str:
    """A person with the desk that let them in first: two records of one name are told apart by that."""
    known, place, fact = (schema.TABLES[name] for name in ("member", "registration", "attendance"))
    name = connection.execute(select(known.c.full_name).where(known.c.id == member)).scalar_one_or_none()
    came = select(fact.c.desk).join(place, place.c.id == fact.c.registration_id).where(place.c.member_id == member)
    desk = connection.execute(came.order_by(fact.c.happened_at).limit(1)).scalar_one_or_none()
    return f"{name or 'somebody who is not known here'} ({desk or 'not in yet'})"


def value_words(connection: Connection, field: str, value: Any, zone: str) -> str:
    """What a field's value says to people: names for ids, times at the event, lists with commas."""
    if value is None or value in ("", (), [], {}):
        return _NOTHING
    if isinstance(value, UUID):
        return _id_words(connection, field, value, zone)
    if isinstance(value, str):
        return _CODES.get((field, value), value)
    if isinstance(value, tuple | list):
        return ", ".join(value_words(connection, field, item, zone) for item in value)
    if isinstance(value, Mapping):
        return _mapping_words(connection, value, zone)
    return next((words(value, field, zone) for kind, words in _SIMPLE.items() if isinstance(value, kind)), str(value))


def _id_words(connection: Connection, field: str, value: UUID, zone: str) -> str:
    entity = "attendance" if field == "undoes" else field.removesuffix("_id")
    entity = {"plan": "breakout_plan", "into": "member"}.get(entity, entity)
    if entity not in schema.TABLES:
        return "something that is not known here"
    return thing_words(connection, entity, value, zone)


def _mapping_words(connection: Connection, value: Mapping[str, Any], zone: str) -> str:
    if "label" in value:
        return str(value["label"])
    return "; ".join(f"{field_words(key)} {value_words(connection, key, item, zone)}" for key, item in value.items())


def _moment(value: datetime, _field: str, zone: str) -> str:
    return f"{long_date(local(value, zone).date())}, {clock(value, zone)}"


# In this order: a bool is an int, and a datetime is a date.
_SIMPLE: dict[type, Callable[[Any, str, str], str]] = {
    bool: lambda value, _field, _zone: "yes" if value else "no",
    int: lambda value, field, _zone: hours_text(value) if field == "minutes" else str(value),
    datetime: _moment,
    date: lambda value, _field, _zone: long_date(value),
}
