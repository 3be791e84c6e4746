"""Who saw and changed what, in words, without the values."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import UUID

from sqlalchemy import Connection

from sla_desktop.domain import access
from sla_desktop.domain.access import Access
from sla_desktop.domain.attendance import IN, OUT, UNDO, AttendanceFact
from sla_desktop.domain.events import DEFAULT_ZONE
from sla_desktop.domain.ids import EventId, MemberId
from sla_desktop.services.authorship import laptop_names
from sla_desktop.services.wording import field_words, thing_words
from sla_desktop.storage import query, schema
from sla_desktop.storage.fold import CREATE
from sla_desktop.storage.schema import id_from_hex
from sla_desktop.storage.store import Store

_DID = {
    access.OPENED: "opened the details of {about}",
    access.EXPORTED: "exported everything held about {about}",
    access.REGISTER: "exported the register of {about}",
}
_ENTRIES = {IN: ", an arrival", OUT: ", a departure", UNDO: ", which takes an earlier one back"}
_OF_PERSON = ("affiliation", "consent", "registration", "attendance", "refusal", "merge", "certificate", "placement")


@dataclass(frozen=True)
class Line:
    """One thing that was done: when, on which laptop, and what, in words."""

    at: datetime
    laptop: str
    words: str


@dataclass(frozen=True)
class _Row:
    at: datetime
    laptop: str
    kind: str
    entity: str
    eid: UUID
    fields: tuple[str, ...]
    erased: bool


def lines(
    store: Store, *, event: EventId | None = None, person: MemberId | None = None, since: datetime | None = None
) -> list[Line]:
    """What was done, oldest first: all of it, or about an event, or a person, or since a moment."""
    with store.read() as connection:
        laptops = laptop_names(store, connection)
        found = list(_rows(connection, laptops, event, person, since))
        return [_line(connection, row) for row in _joined(found)]


def _rows(
    connection: Connection,
    laptops: dict[bytes, str],
    event: EventId | None,
    person: MemberId | None,
    since: datetime | None,
) -> Iterator[_Row]:
    told = int(since.timestamp() * 1000) if since else 0
    about = _things_of(connection, person) if person else None
    for wall_ms, key, scope, kind, entity, eid, payload in connection.exec_driver_sql(_CHANGES, (told,)):
        if entity not in schema.TABLES or (event and scope != event.hex) or (about is not None and eid not in about):
            continue
        at, sets = _moment(wall_ms), _fields(payload)
        laptop = laptops.get(bytes(key), "A laptop that is not known here")
        yield _Row(at, laptop, kind, entity, id_from_hex(eid), sets, payload is None)


def _moment(wall_ms: int) -> datetime:
    """When a laptop's clock says that a change was made; the end of time for clocks that cannot be right."""
    try:
        return datetime.fromtimestamp(wall_ms / 1000, UTC)
    except (ValueError, OverflowError, OSError):
        return datetime.max.replace(tzinfo=UTC)


def _fields(payload: str | None) -> tuple[str, ...]:
    """What a change sets; nothing if its text is gone or was never a record."""
    try:
        return tuple(map(str, json.loads(payload or "{}").get("s", {})))
    except (ValueError, TypeError, AttributeError, RecursionError):
        return ()


def _things_of(connection: Connection, person: MemberId) -> set[str]:
    """Everything that is about a person: what says so itself, and what stays of them without a name."""
    about = connection.exec_driver_sql("SELECT DISTINCT eid FROM change WHERE subject = ?", (person.hex,))
    found = {person.hex, *about.scalars()}
    for entity in _OF_PERSON:
        rows = connection.exec_driver_sql(f'SELECT id FROM "{entity}" WHERE member_id = ?', (person.hex,))
        found.update(rows.scalars())
    return found


def _joined(rows: Iterable[_Row]) -> list[_Row]:
    """Rows that one act made of the same thing, as one: what is personal stands in changes of its own."""
    found: list[_Row] = []
    for row in rows:
        last = found[-1] if found else None
        if last and last.eid == row.eid and last.laptop == row.laptop and (row.at - last.at).total_seconds() < 1:
            found[-1] = _Row(
                last.at,
                last.laptop,
                min(last.kind, row.kind),
                row.entity,
                row.eid,
                (*last.fields, *row.fields),
                last.erased or row.erased,
            )
        else:
            found.append(row)
    return found


def _line(connection: Connection, row: _Row) -> Line:
    return Line(row.at, row.laptop, _access_words(connection, row) or _change_words(connection, row))


def _access_words(connection: Connection, row: _Row) -> str:
    known = query.get(connection, Access, row.eid) if row.entity == "access" else None
    if known is None:
        return "looked at data that was erased since" if row.entity == "access" else ""
    entity = "event" if known.what == access.REGISTER else "member"
    told = _DID.get(known.what, known.what + " {about}")
    why = f" ({known.purpose})" if known.purpose else ""
    return told.format(about=thing_words(connection, entity, known.about, DEFAULT_ZONE)) + why


def _change_words(connection: Connection, row: _Row) -> str:
    thing = thing_words(connection, row.entity, row.eid, DEFAULT_ZONE)
    gone = ", of which some was erased since" if row.erased else ""
    if row.kind == CREATE:
        return f"added {thing}{_entry_words(connection, row)}{gone}"
    told = ", ".join(dict.fromkeys(field_words(name, row.entity) for name in row.fields)) or "what was erased since"
    return f"changed {told} of {thing}{gone if row.fields else ''}"


def _entry_words(connection: Connection, row: _Row) -> str:
    """What an entry at the door was: that is no value of a person."""
    fact = query.get(connection, AttendanceFact, row.eid) if row.entity == "attendance" else None
    return _ENTRIES.get(fact.kind, "") if fact else ""


_CHANGES = """
SELECT wall_ms, public_key, scope, kind, entity, eid, payload FROM change JOIN stream USING (sid)
WHERE wall_ms >= ? AND entity <> 'response'
ORDER BY wall_ms, sid, seq
"""
