"""The ordinary tables: what the fold of the log says, written out for people and queries."""

import json
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple, TypeVar
from uuid import UUID

from sqlalchemy import Connection, delete, insert, select

from sla_desktop.storage import cells, orders, past, schema
from sla_desktop.storage.batches import batched
from sla_desktop.storage.entities import BY_NAME, BY_TYPE, Entity
from sla_desktop.storage.fold import CREATE, Edit, Folded, fold
from sla_desktop.storage.log import Change
from sla_desktop.storage.past import Said
from sla_desktop.storage.schema import id_from_hex

Value = TypeVar("Value")

_CHUNK = 5000
_PLAIN = frozenset(entity.name for entity in BY_NAME.values() if not entity.control)
# Canonical text has nothing around it to be looked for and passed over.
_read_canonical = json.JSONDecoder().raw_decode
_NO_RECORD = (ValueError, TypeError, KeyError, AttributeError, OverflowError, RecursionError)


class Plain(NamedTuple):
    """Rows, as SQLite holds them, of new things whose fields were each set once, by entity; the ids of all others."""

    rows: dict[str, list[list[Any]]]
    unusual: list[str]


def prepare(scope: UUID, arrived: Iterable[Change]) -> Plain:
    """What `project` needs of changes of a stream in a scope, from nothing but them."""
    said: dict[str, list[Said]] = {}
    for row in arrived:
        if row.entity in BY_NAME:
            said.setdefault(row.eid, []).append(_said(scope, row))
    return _plain_of(said.items())


def project(
    connection: Connection, sid: int, scope: UUID, arrived: Sequence[Change], ready: Plain | None = None
) -> set[str]:
    """Bring the tables up to date after changes were appended to a stream of a scope; the entities touched.

    An entity that nobody had heard of before is folded from what arrived; everything else from the whole log. `ready`
    is what `prepare` says of them, where that is known.
    """
    histories: dict[str, list[Change]] = {}
    for row in arrived:
        if row.entity in BY_NAME:
            histories.setdefault(row.eid, []).append(row)
    known = past.known_of(connection, list(histories), sid, arrived[0].seq)
    found = ready or prepare(scope, arrived)
    _insert(connection, {name: [row for row in rows if row[0] not in known] for name, rows in found.rows.items()})
    _write(connection, {eid: histories[eid] for eid in found.unusual if eid not in known}, fresh=True)
    refold(connection, known)
    return {row.entity for rows in histories.values() for row in rows}


def refold(connection: Connection, eids: Iterable[str]) -> None:
    """Rewrite some entities' rows, conflicts and parked records from the log."""
    for chunk in batched(list(eids), _CHUNK):
        _write(connection, past.changes_of(connection, chunk), fresh=False)


def reproject(connection: Connection) -> None:
    """Empty all tables and rebuild them from the log."""
    for table in (schema.conflict, schema.parked):
        connection.execute(delete(table))
    for name, table in schema.TABLES.items():
        going = delete(table)
        if BY_NAME[name].anonymous:
            # Those that are not in the log yet exist nowhere else.
            going = going.where(table.c.id.in_(select(schema.change.c.eid)))
        connection.execute(going)
    unusual: list[str] = []
    for chunk in batched(past.everything(connection), _CHUNK):
        found = _plain_of(chunk)
        _insert(connection, found.rows)
        unusual += found.unusual
    for eids in batched(unusual, _CHUNK):
        _write(connection, past.changes_of(connection, eids), fresh=True)
    settle(connection)


def settle(connection: Connection) -> set[str]:
    """Carry out what the CONTROL scope orders, after any change in it; the entities touched."""
    refold(connection, orders.devices(connection))
    moved = orders.hold(connection)
    refold(connection, orders.removals(connection))
    moved |= orders.erase(connection) | orders.expire(connection)
    refold(connection, moved)
    return orders.names_of(connection, moved)


def _write(connection: Connection, histories: Mapping[str, Sequence[Change]], *, fresh: bool) -> None:
    """Write the rows of some entities, given all their changes that count."""
    rows: dict[str, list[list[Any]]] = {}
    conflicts: list[dict[str, Any]] = []
    parked: dict[str, dict[str, Any]] = {}
    if not fresh:
        _forget(connection, histories)
    permitted = orders.permitted(connection) if _any_control(histories) else frozenset[str]()
    misplaced = past.misplaced(connection, list(histories))
    for eid, entity, changes in _by_entity(histories):
        allowed = [row for row in changes if not entity.control or row.cid in permitted or row.cid in misplaced]
        told = [one for change in allowed if (one := _checked(entity, change, misplaced, parked))]
        folded = fold(edit for edit, _ in told)
        row = _row(entity, eid, folded, {edit.cid: set_ for edit, set_ in told})
        if row is not None:
            rows.setdefault(entity.name, []).append(row)
            conflicts += _conflicts(entity, eid, folded)
    _insert(connection, rows)
    for table, found in ((schema.conflict, conflicts), (schema.parked, list(parked.values()))):
        if found:
            # Two kinds of things under one id are nobody's honest work; the first of them is told.
            connection.execute(insert(table).prefix_with("OR IGNORE"), found)


def _by_entity(histories: Mapping[str, Sequence[Change]]) -> Iterator[tuple[str, Entity, Sequence[Change]]]:
    for eid, changes in histories.items():
        for name in sorted({row.entity for row in changes} & BY_NAME.keys()):
            yield eid, BY_NAME[name], [row for row in changes if row.entity == name]


def _said(scope: UUID, row: Change) -> Said:
    return row.kind, row.entity, row.payload, not BY_NAME[row.entity].belongs(scope, row.eid)


def _plain_of(histories: Iterable[tuple[str, Sequence[Said]]]) -> Plain:
    """It only says sooner what the fold would say of nearly all that is new."""
    found = Plain({}, [])
    for eid, said in histories:
        name = said[0][1]
        row = _plain(eid, name, said) if name in _PLAIN else None
        if row is None:
            found.unusual.append(eid)
        else:
            found.rows.setdefault(name, []).append(row)
    return found


def _insert(connection: Connection, rows: Mapping[str, Sequence[Sequence[Any]]]) -> None:
    for name, found in rows.items():
        if found:
            cells.insert_cells(connection, BY_NAME[name], found)


def _plain(eid: str, name: str, said: Sequence[Said]) -> list[Any] | None:
    sets: dict[str, Any] = {}
    created = False
    try:
        for kind, entity, payload, misplaced in said:
            text = payload or ""
            body, end = _read_canonical(text)
            told = body["s"]
            if misplaced or entity != name or body["p"] or end < len(text) or not sets.keys().isdisjoint(told):
                return None
            sets.update(told)
            created = created or kind == CREATE
        if not created or None in sets.values() or not BY_NAME[name].required <= sets.keys():
            return None
        return cells.row_from_json(BY_NAME[name], eid, sets)
    except _NO_RECORD:
        return None


def _any_control(histories: Mapping[str, Sequence[Change]]) -> bool:
    names = {row.entity for changes in histories.values() for row in changes}
    return any(BY_NAME[name].control for name in names & BY_NAME.keys())


def _forget(connection: Connection, histories: Mapping[str, Sequence[Change]]) -> None:
    by_name: dict[str, list[str]] = {}
    for eid, name in past.kinds_of(connection, list(histories)):
        if name in BY_NAME:
            by_name.setdefault(name, []).append(eid)
    places = [(name, "id", eids) for name, eids in by_name.items()]
    places += [(name, "eid", list(histories)) for name in ("conflict", "parked")]
    for table, column, eids in places:
        for chunk in batched(eids):
            sql = f'DELETE FROM "{table}" WHERE {column} IN {cells.marks(len(chunk))}'
            connection.exec_driver_sql(sql, tuple(chunk))


def sound_edits(entity: Entity, changes: Iterable[Change]) -> list[Edit]:
    """The edits of changes that are what they say."""
    return [told[0] for change in changes if (told := _checked(entity, change, (), {}))]


def folded(connection: Connection, entity: Entity, key: UUID) -> Folded:
    """What the log says of one thing."""
    return fold(sound_edits(entity, past.changes_of(connection, [key.hex])[key.hex]))


def removed(connection: Connection, kind: type[Value], key: UUID, event_id: UUID) -> Value | None:
    """A thing as it was when it was taken out of an event; None if it was not, or is not known whole."""
    entity = BY_TYPE[kind]
    said = folded(connection, entity, key)
    told = {name: value for name, value in said.values.items() if value is not None}
    if not said.exists or entity.scope in told or not entity.required <= {entity.scope, *told}:
        return None
    known = {name: cells.value_from_json(entity.by_name[name], told[name]) for name in told.keys() & entity.by_name}
    return kind(**{**known, "id": key, entity.scope: event_id})


def _checked(
    entity: Entity, change: Change, misplaced: Collection[str], parked: dict[str, dict[str, Any]]
) -> tuple[Edit, Mapping[str, Any]] | None:
    """A change's edit, and what it sets as SQLite holds it; one that cannot be so is parked, and the rest goes on."""
    try:
        if change.cid in misplaced:
            raise ValueError("it stands where such records do not belong")
        edit = change.edit()
        return edit, cells.from_json(entity, edit.sets)
    except _NO_RECORD as error:
        told = str(error) if isinstance(error, ValueError) else "it is no record"
        row = {
            "cid": id_from_hex(change.cid),
            "eid": id_from_hex(change.eid),
            "entity": entity.name,
            "reason": told[:200],
        }
        parked[change.cid] = row
        return None


def _row(entity: Entity, eid: str, folded: Folded, told: Mapping[str, Mapping[str, Any]]) -> list[Any] | None:
    """The row as SQLite holds it, or None where there is no such thing (yet, or any more after an erasure)."""
    if not folded.exists or any(folded.values.get(name) is None for name in entity.required):
        return None
    shown = {name: told[leaves[-1]].get(name) for name, leaves in folded.leaves.items() if leaves}
    return cells.row_of(entity, eid, shown)


def _conflicts(entity: Entity, eid: str, folded: Folded) -> list[dict[str, Any]]:
    return [
        {
            "eid": id_from_hex(eid),
            "field": field,
            "entity": entity.name,
            "leaves": [[str(id_from_hex(cid)), value] for cid, value in leaves],
        }
        for field, leaves in folded.conflicts.items()
    ]
