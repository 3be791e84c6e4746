"""Reading domain values back out of the tables."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import MISSING, fields
from functools import cache
from typing import Any, TypeVar
from uuid import UUID

from sqlalchemy import ColumnElement, Connection, func, select

from sla_desktop.storage.batches import batched
from sla_desktop.storage.entities import BY_TYPE
from sla_desktop.storage.schema import TABLES

Value = TypeVar("Value")


def get(connection: Connection, kind: type[Value], key: UUID | None) -> Value | None:
    """The value with that id, or None."""
    table = TABLES[BY_TYPE[kind].name]
    return next(_values(kind, connection.execute(select(table).where(table.c.id == key))), None)


def get_many(connection: Connection, kind: type[Value], keys: Sequence[UUID]) -> dict[Any, Value]:
    """Values by id; ids that do not exist are left out."""
    return {value.id: value for value in find_in(connection, kind, "id", keys)}  # type: ignore[attr-defined]


def find(connection: Connection, kind: type[Value], *, order: str = "id", **equal: Any) -> list[Value]:
    """Values whose fields equal the given ones, in order of a field."""
    table = TABLES[BY_TYPE[kind].name]
    conditions: list[ColumnElement[bool]] = [table.c[name] == value for name, value in equal.items()]
    query = select(table).where(*conditions).order_by(table.c[order], table.c.id)
    return list(_values(kind, connection.execute(query)))


def find_in(connection: Connection, kind: type[Value], column: str, keys: Sequence[Any]) -> list[Value]:
    """Values whose field is one of some keys."""
    table = TABLES[BY_TYPE[kind].name]
    found: list[Value] = []
    for chunk in batched(keys):
        query = select(table).where(table.c[column].in_(chunk))
        found.extend(_values(kind, connection.execute(query)))
    return found


def find_of(connection: Connection, kind: type[Value], column: str, event_id: UUID) -> list[Value]:
    """Values whose field names a member registered for an event; one statement however many there are."""
    table, registration = TABLES[BY_TYPE[kind].name], TABLES["registration"]
    registered = select(registration.c.member_id).where(registration.c.event_id == event_id)
    return list(_values(kind, connection.execute(select(table).where(table.c[column].in_(registered)))))


def count(connection: Connection, kind: type[Any], **equal: Any) -> int:
    """How many values have these field values."""
    table = TABLES[BY_TYPE[kind].name]
    conditions = [table.c[name] == value for name, value in equal.items()]
    return int(connection.execute(select(func.count()).select_from(table).where(*conditions)).scalar_one())


@cache
def _mended(kind: Any) -> tuple[tuple[int, Any, bool], ...]:
    """Places whose stored value needs a look: an absent one means the field's default, a JSON list is a tuple."""
    defaults = _defaults(kind)
    return tuple(
        (place, defaults.get(column.name), column.kind is tuple)
        for place, column in enumerate(BY_TYPE[kind].columns)
        if column.kind is tuple or defaults.get(column.name) is not None
    )


def _values(kind: type[Value], rows: Iterable[Any]) -> Iterator[Value]:
    """Values from rows of their table; a list of thousands is read while somebody waits, so no detours."""
    mended = _mended(kind)  # type: ignore[arg-type]
    for row in rows:
        cells = list(row)
        for place, default, is_tuple in mended:
            if cells[place] is None:
                cells[place] = default
            elif is_tuple:
                cells[place] = tuple(tuple(item) if isinstance(item, list) else item for item in cells[place])
        yield kind(*cells)


def _defaults(kind: Any) -> dict[str, Any]:
    """What an absent field means: the value's own default."""
    found = {}
    for field in fields(kind):
        if field.default is not MISSING:
            found[field.name] = field.default
        elif field.default_factory is not MISSING:
            found[field.name] = field.default_factory()
    return found
