"""The ordinary tables: what the fold of the log says, written out for people and queries."""

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, delete, insert, select, true

from sla_desktop.storage import log, schema
from sla_desktop.storage.entities import BY_NAME, Entity, from_json
from sla_desktop.storage.fold import CREATE, Folded, fold
from sla_desktop.storage.log import Change


def row_from_json(entity: Entity, eid: UUID, sets: Mapping[str, Any]) -> dict[str, Any]:
    """Column values of an entity from a payload; unknown fields stay in the log only."""
    values = {column.name: from_json(column, sets.get(column.name)) for column in entity.columns}
    return {**values, "id": eid}


def project(connection: Connection, arrived: Sequence[Change]) -> set[str]:
    """Bring the tables up to date after changes were appended to the log; the entities touched.

    A create of something nobody heard of before is inserted as it is; everything else is refolded from the log.
    """
    known = [row for row in arrived if row.entity in BY_NAME]
    fresh, others = _split(connection, known)
    for name, rows in _by_entity(fresh).items():
        values = [row_from_json(BY_NAME[name], row.eid, _sets(row)) for row in rows]
        connection.execute(insert(schema.TABLES[name]), values)
    refold(connection, {row.eid: row.entity for row in others})
    return {row.entity for row in known}


def refold(connection: Connection, entities: Mapping[UUID, str]) -> None:
    """Rewrite some entities' rows and conflicts from the log."""
    for eid, changes in log.changes_of(connection, list(entities)).items():
        _write(connection, BY_NAME[entities[eid]], eid, fold(change.edit() for change in changes))


def reproject(connection: Connection) -> None:
    """Empty all tables and rebuild them from the log."""
    connection.execute(delete(schema.conflict))
    for name, table in schema.TABLES.items():
        # Anonymous rows that are not in the log yet exist nowhere else.
        logged = table.c.id.in_(select(schema.change.c.eid)) if BY_NAME[name].anonymous else true()
        connection.execute(delete(table).where(logged))
    for sid in connection.execute(select(schema.stream.c.sid)).scalars().all():
        after = 0
        while rows := log.read(connection, sid, after, 5000):
            project(connection, rows)
            after = rows[-1].seq


def _sets(row: Change) -> Mapping[str, Any]:
    return json.loads(row.payload)["s"] if row.payload is not None else {}


def _split(connection: Connection, rows: Sequence[Change]) -> tuple[list[Change], list[Change]]:
    """Creates that are their entity's only change here, and the rest."""
    eids = [row.eid for row in rows]
    seen: dict[UUID, int] = {}
    for start in range(0, len(eids), 500):
        query = select(schema.change.c.eid).where(schema.change.c.eid.in_(eids[start : start + 500]))
        for (eid,) in connection.execute(query):
            seen[eid] = seen.get(eid, 0) + 1
    alone = [row for row in rows if row.kind == CREATE and seen[row.eid] == 1]
    single = {row.cid for row in alone}
    return alone, [row for row in rows if row.cid not in single]


def _by_entity(rows: Iterable[Change]) -> dict[str, list[Change]]:
    grouped: dict[str, list[Change]] = {}
    for row in rows:
        grouped.setdefault(row.entity, []).append(row)
    return grouped


def _write(connection: Connection, entity: Entity, eid: UUID, folded: Folded) -> None:
    table = schema.TABLES[entity.name]
    connection.execute(delete(table).where(table.c.id == eid))
    connection.execute(delete(schema.conflict).where(schema.conflict.c.eid == eid))
    if not folded.exists:
        return
    connection.execute(insert(table).values(row_from_json(entity, eid, folded.values)))
    for field, leaves in folded.conflicts.items():
        told = [[str(cid), value] for cid, value in leaves]
        row = {"eid": eid, "field": field, "entity": entity.name, "leaves": told}
        connection.execute(insert(schema.conflict).values(row))
