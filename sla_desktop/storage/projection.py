"""The ordinary tables: what the fold of the log says, written out for people and queries."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, delete, insert, select, true

from sla_desktop.storage import cells, log, orders, schema
from sla_desktop.storage.batches import batched
from sla_desktop.storage.entities import BY_NAME, Entity
from sla_desktop.storage.fold import Edit, Folded, fold
from sla_desktop.storage.log import Change

_CHUNK = 5000


def project(connection: Connection, scope: UUID, arrived: Sequence[Change]) -> set[str]:
    """Bring the tables up to date after changes were appended to streams of a scope; the entities touched.

    An entity that nobody had heard of before is folded from what arrived; everything else from the whole log.
    """
    known = [row for row in arrived if row.entity in BY_NAME]
    counts = log.counts_of(connection, list({row.eid for row in known}))
    histories: dict[UUID, list[Change]] = {}
    for row in known:
        histories.setdefault(row.eid, []).append(row)
    whole = {eid: rows for eid, rows in histories.items() if len(rows) == counts[eid]}
    misplaced = {row.cid for row in known if row.payload and not BY_NAME[row.entity].belongs(scope, row.eid)}
    _write(connection, whole, misplaced, fresh=True)
    refold(connection, [eid for eid in histories if eid not in whole])
    return {row.entity for row in known}


def refold(connection: Connection, eids: Iterable[UUID]) -> None:
    """Rewrite some entities' rows, conflicts and parked records from the log."""
    for chunk in batched(list(eids), _CHUNK):
        _write(connection, log.changes_of(connection, chunk), log.misplaced(connection, chunk), fresh=False)


def reproject(connection: Connection) -> None:
    """Empty all tables and rebuild them from the log."""
    for table in (schema.conflict, schema.parked):
        connection.execute(delete(table))
    for name, table in schema.TABLES.items():
        # Anonymous rows that are not in the log yet exist nowhere else.
        logged = table.c.id.in_(select(schema.change.c.eid)) if BY_NAME[name].anonymous else true()
        connection.execute(delete(table).where(logged))
    everything = select(schema.change.c.eid).distinct().order_by(schema.change.c.eid)
    for chunk in batched(connection.execute(everything).scalars().all(), _CHUNK):
        _write(connection, log.changes_of(connection, chunk), log.misplaced(connection, chunk), fresh=True)
    settle(connection)


def settle(connection: Connection) -> set[str]:
    """Carry out what the CONTROL scope orders, after any change in it; the entities touched."""
    refold(connection, orders.devices(connection))
    moved = orders.hold(connection)
    refold(connection, orders.removals(connection))
    moved |= orders.erase(connection) | orders.expire(connection)
    refold(connection, moved)
    return orders.names_of(connection, moved)


def _write(
    connection: Connection, histories: Mapping[UUID, Sequence[Change]], misplaced: Collection[UUID], *, fresh: bool
) -> None:
    """Write the rows of some entities, given all their changes that count, and which stand where they may not."""
    rows: dict[str, list[dict[str, Any]]] = {}
    conflicts: list[dict[str, Any]] = []
    parked: dict[UUID, dict[str, Any]] = {}
    if not fresh:
        _forget(connection, histories)
    permitted = orders.permitted(connection) if _any_control(histories) else frozenset[UUID]()
    for eid, changes in histories.items():
        entity = BY_NAME.get(changes[0].entity) if changes else None
        if entity is None:
            continue
        allowed = [row for row in changes if not entity.control or row.cid in permitted or row.cid in misplaced]
        told = [one for change in allowed if (one := _checked(entity, change, misplaced, parked))]
        folded = fold(edit for edit, _ in told)
        row = _row(entity, eid, folded, {edit.cid: set_ for edit, set_ in told})
        if row is not None:
            rows.setdefault(entity.name, []).append(row)
            conflicts += _conflicts(entity, eid, folded)
    for name, values in rows.items():
        cells.insert_cells(connection, BY_NAME[name], values)
    for table, found in ((schema.conflict, conflicts), (schema.parked, list(parked.values()))):
        if found:
            connection.execute(insert(table), found)


def _any_control(histories: Mapping[UUID, Sequence[Change]]) -> bool:
    names = {row.entity for changes in histories.values() for row in changes}
    return any(BY_NAME[name].control for name in names & BY_NAME.keys())


def _forget(connection: Connection, histories: Mapping[UUID, Sequence[Change]]) -> None:
    by_name: dict[str, list[UUID]] = {}
    for eid, name in log.kinds_of(connection, list(histories)):
        if name in BY_NAME:
            by_name.setdefault(name, []).append(eid)
    places = [(name, "id", eids) for name, eids in by_name.items()]
    places += [(name, "eid", list(histories)) for name in ("conflict", "parked")]
    for table, column, eids in places:
        for chunk in batched(eids):
            sql = f'DELETE FROM "{table}" WHERE {column} IN {cells.marks(len(chunk))}'
            connection.exec_driver_sql(sql, tuple(eid.hex for eid in chunk))


def sound_edits(entity: Entity, changes: Iterable[Change]) -> list[Edit]:
    """The edits of changes that are what they say."""
    return [told[0] for change in changes if (told := _checked(entity, change, (), {}))]


def _checked(
    entity: Entity, change: Change, misplaced: Collection[UUID], parked: dict[UUID, dict[str, Any]]
) -> tuple[Edit, Mapping[str, Any]] | None:
    """A change's edit, and what it sets as SQLite holds it; one that cannot be so is parked, and the rest goes on."""
    try:
        if change.cid in misplaced:
            raise ValueError("it stands where such records do not belong")
        edit = change.edit()
        return edit, cells.from_json(entity, edit.sets)
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        told = str(error) if isinstance(error, ValueError) else "it is no record"
        row = {"cid": change.cid, "eid": change.eid, "entity": entity.name, "reason": told[:200]}
        parked[change.cid] = row
        return None


def _row(entity: Entity, eid: UUID, folded: Folded, told: Mapping[UUID, Mapping[str, Any]]) -> dict[str, Any] | None:
    """The row as SQLite holds it, or None where there is no such thing (yet, or any more after an erasure)."""
    if not folded.exists or any(folded.values.get(name) is None for name in entity.required if name != "id"):
        return None
    shown = {name: told[leaves[-1]].get(name) for name, leaves in folded.leaves.items() if leaves}
    return {**shown, "id": eid.hex}


def _conflicts(entity: Entity, eid: UUID, folded: Folded) -> list[dict[str, Any]]:
    return [
        {"eid": eid, "field": field, "entity": entity.name, "leaves": [[str(cid), value] for cid, value in leaves]}
        for field, leaves in folded.conflicts.items()
    ]
