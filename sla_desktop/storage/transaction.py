"""The one transaction helper that every shared write goes through: rows and their change records together."""

import os
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from sqlalchemy import Connection

from sla_desktop.domain.errors import SlaError
from sla_desktop.storage import cells, log, orders, past, projection, schema
from sla_desktop.storage.batches import batched
from sla_desktop.storage.entities import CONTROL, Entity, entity_of, to_json
from sla_desktop.storage.fold import CREATE, UPDATE, fold
from sla_desktop.storage.log import Draft

_DAY_MS = 86_400_000


@dataclass
class Transaction:
    """A write in progress. Rows and their change records are written together and committed together."""

    connection: Connection
    writer: UUID
    public_key: bytes
    clock: int
    drafts: dict[UUID, list[Draft]] = field(default_factory=dict)
    touched: set[str] = field(default_factory=set)
    records: int = 0

    def put(self, *values: Any) -> None:
        """Create these values, or edit them where they exist: only fields that differ are recorded."""
        by_entity: dict[Entity, list[Any]] = {}
        for value in values:
            by_entity.setdefault(entity_of(value), []).append(value)
        for entity, group in by_entity.items():
            self._put_group(entity, {value.id: value for value in group})

    def release(self, entity: Entity, values: Sequence[Any]) -> None:
        """Put anonymous values that are in their table already into the log, in the order of their random ids."""
        for value in sorted(values, key=lambda one: one.id):
            self._create(entity, value, _said(entity, value))

    def _put_group(self, entity: Entity, values: dict[UUID, Any]) -> None:
        known = _existing(self.connection, entity, list(values))
        fresh = [(value, _said(entity, value)) for key, value in values.items() if key not in known]
        if fresh:
            cells.insert_rows(self.connection, entity, [_row(entity, value, said) for value, said in fresh])
        if entity.anonymous:
            self.touched.add(entity.name)
            return
        for value, said in fresh:
            self._create(entity, value, said)
        self._edit(entity, {key: (known[key], value) for key, value in values.items() if key in known})

    def _edit(self, entity: Entity, pairs: dict[UUID, tuple[dict[str, Any], Any]]) -> None:
        differing = {key: _difference(entity, old, new) for key, (old, new) in pairs.items()}
        edited = [key for key, sets in differing.items() if sets]
        if not edited:
            return
        self.flush()
        history = past.changes_of(self.connection, [key.hex for key in edited])
        for key in edited:
            value, sets = pairs[key][1], differing[key]
            leaves = fold(projection.sound_edits(entity, history[key.hex])).leaves
            for personal, part in entity.parts(sets):
                replaces = {name: leaves.get(name, ()) for name in part}
                self._record(entity, value, UPDATE, part, replaces, personal=personal)
            cells.update_row(self.connection, entity, key, {name: getattr(value, name) for name in sets})
            clear = schema.conflict.delete().where(schema.conflict.c.eid == key, schema.conflict.c.field.in_(sets))
            self.connection.execute(clear)

    def remove(self, value: Any) -> None:
        """Take a thing out of its event, and so away, on every laptop and whatever else is changed in it.

        Its record stays in the log.
        """
        self._place(value, None)

    def restore(self, value: Any) -> None:
        """Put a thing that was taken out back into its event, on every laptop, with what is known of it."""
        self._place(value, getattr(value, entity_of(value).scope))

    def _place(self, value: Any, scope: UUID | None) -> None:
        self.flush()
        entity = entity_of(value)
        replaces = {entity.scope: self._leaves(entity, value.id)[entity.scope]}
        self._record(entity, value, UPDATE, {entity.scope: to_json(scope)}, replaces, personal=False)
        self.flush()
        projection.refold(self.connection, [value.id.hex])

    def settle(self, entity: Entity, key: UUID, field: str, value: Any) -> None:
        """Record that a field of an existing value is this, even where it shows already: it replaces every leaf."""
        self.flush()
        known = entity.type(**_existing(self.connection, entity, [key])[key])
        leaves = self._leaves(entity, key)
        ((personal, sets),) = entity.parts({field: to_json(value)})
        self._record(entity, known, UPDATE, sets, {field: leaves.get(field, ())}, personal=personal)
        cells.update_row(self.connection, entity, key, {field: value})
        told = schema.conflict
        self.connection.execute(told.delete().where(told.c.eid == key, told.c.field == field))

    def reopen(self, entity: Entity, key: UUID, field: str, values: Sequence[Any]) -> None:
        """Record several values of a field side by side, the one to show last: the question which one is asked anew.

        Each replaces what is there now and none replaces another, so that every laptop finds the same difference.
        """
        self.flush()
        known = entity.type(**_existing(self.connection, entity, [key])[key])
        leaves = self._leaves(entity, key)
        for value in values:
            ((personal, sets),) = entity.parts({field: to_json(value)})
            self._record(entity, known, UPDATE, sets, {field: leaves.get(field, ())}, personal=personal)
        self.flush()
        projection.refold(self.connection, [key.hex])

    def _leaves(self, entity: Entity, key: UUID) -> Mapping[str, Sequence[str]]:
        return projection.folded(self.connection, entity, key).leaves

    def _create(self, entity: Entity, value: Any, said: Mapping[str, Any]) -> None:
        """Record a new value; what is personal in it stands in a change of its own, so that it can be erased."""
        kind = CREATE
        for personal, part in entity.parts(said) or [(False, {})]:
            self._record(entity, value, kind, part, {}, personal=personal)
            kind = UPDATE

    def _record(
        self,
        entity: Entity,
        value: Any,
        kind: str,
        sets: dict[str, Any],
        replaces: Mapping[str, Sequence[str]],
        *,
        personal: bool,
    ) -> None:
        wall_ms, about = time.time_ns() // 1_000_000, entity.subject_of(value)
        if entity.anonymous:
            wall_ms -= wall_ms % _DAY_MS
            hlc = wall_ms << 16
        else:
            self.clock = hlc = max(wall_ms << 16, self.clock + 1)
        draft = Draft(
            kind=kind,
            entity=entity.name,
            eid=value.id.hex,
            subject=about.hex if personal and about else None,
            sets=sets,
            replaces=replaces,
            hlc=hlc,
            wall_ms=wall_ms,
            cid=os.urandom(16).hex(),
        )
        self.drafts.setdefault(entity.scope_of(value), []).append(draft)

    def flush(self) -> None:
        """Give the drafts their places in this laptop's streams. SlaError if one is about an erased person."""
        if self.drafts and orders.is_revoked(self.connection, self.public_key):
            raise SlaError(
                "This laptop was taken off the team, so nothing more is noted on it. What it has can still be handed "
                "over: sync, and ask whoever leads to let it count."
            )
        about = {draft.subject for drafts in self.drafts.values() for draft in drafts if draft.subject}
        if about and orders.erased_of(self.connection, about):
            raise SlaError("This person's data was erased at their wish, so nothing more can be noted about them.")
        for scope, drafts in self.drafts.items():
            sid, head = log.find_or_start(self.connection, log.own_stream(self.writer, scope, self.public_key))
            log.append(self.connection, sid, log.link(drafts, head))
            self.records += len(drafts)
            self.touched.update(draft.entity for draft in drafts)
        if CONTROL in self.drafts:
            self.touched |= projection.settle(self.connection)
        self.drafts.clear()


def _existing(connection: Connection, entity: Entity, keys: list[UUID]) -> dict[UUID, dict[str, Any]]:
    names = [column.name for column in entity.columns]
    found: dict[UUID, dict[str, Any]] = {}
    for chunk in batched(keys):
        rows = cells.select_rows(connection, entity, f"WHERE id IN {cells.marks(len(chunk))}", chunk)
        found.update((row[0], dict(zip(names, row, strict=True))) for row in rows)
    return found


def _row(entity: Entity, value: Any, said: Mapping[str, Any]) -> dict[str, Any]:
    """Column values as the fold would make them: what was not said is absent."""
    row = {column.name: getattr(value, column.name) if column.name in said else None for column in entity.columns}
    return {**row, "id": value.id}


def _said(entity: Entity, value: Any) -> dict[str, Any]:
    """What a create records: every field that has a value."""
    told = {column.name: to_json(getattr(value, column.name)) for column in entity.columns if column.name != "id"}
    needed = entity.required
    return {
        name: known for name, known in told.items() if known not in _EMPTY or (known is not None and name in needed)
    }


def _difference(entity: Entity, old: dict[str, Any], value: Any) -> dict[str, Any]:
    """The fields in which a value differs from its row, as JSON; an absent field is an empty one."""
    changed = {}
    for column in entity.columns:
        new, before = to_json(getattr(value, column.name)), to_json(old[column.name])
        if column.name != "id" and new != before and not (before is None and new in _EMPTY):
            changed[column.name] = new
    return changed


_EMPTY: tuple[Any, ...] = (None, "", [], {})
