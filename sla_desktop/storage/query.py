"""Reading domain values back out of the tables."""

from collections.abc import Sequence
from dataclasses import MISSING, fields
from functools import cache
from typing import Any, TypeVar
from uuid import UUID

from sqlalchemy import ColumnElement, Connection, func, select

from sla_desktop.storage.entities import BY_TYPE
from sla_desktop.storage.schema import TABLES

Value = TypeVar("Value")


def get(connection: Connection, kind: type[Value], key: UUID | None) -> Value | None:
    """The value with that id, or None."""
    table = TABLES[BY_TYPE[kind].name]
    row = connection.execute(select(table).where(table.c.id == key)).mappings().one_or_none()
    return None if row is None else _value(kind, row)


def get_many(connection: Connection, kind: type[Value], keys: Sequence[UUID]) -> dict[Any, Value]:
    """Values by id; ids that do not exist are left out."""
    return {value.id: value for value in find_in(connection, kind, "id", keys)}  # type: ignore[attr-defined]


def find(connection: Connection, kind: type[Value], *, order: str = "id", **equal: Any) -> list[Value]:
    """Values whose fields equal the given ones, in order of a field."""
    table = TABLES[BY_TYPE[kind].name]
    conditions: list[ColumnElement[bool]] = [table.c[name] == value for name, value in equal.items()]
    query = select(table).where(*conditions).order_by(table.c[order], table.c.id)
    return [_value(kind, row) for row in connection.execute(query).mappings()]


def find_in(connection: Connection, kind: type[Value], column: str, keys: Sequence[Any]) -> list[Value]:
    """Values whose field is one of some keys."""
    table = TABLES[BY_TYPE[kind].name]
    found: list[Value] = []
    for start in range(0, len(keys), 500):
        rows = connection.execute(select(table).where(table.c[column].in_(keys[start : start + 500]))).mappings()
        found.extend(_value(kind, row) for row in rows)
    return found


def count(connection: Connection, kind: type[Any], **equal: Any) -> int:
    """How many values have these field values."""
    table = TABLES[BY_TYPE[kind].name]
    conditions = [table.c[name] == value for name, value in equal.items()]
    return int(connection.execute(select(func.count()).select_from(table).where(*conditions)).scalar_one())


@cache
def _defaults(kind: Any) -> dict[str, Any]:
    """What an absent field means: the value's own default."""
    found = {}
    for field in fields(kind):
        if field.default is not MISSING:
            found[field.name] = field.default
        elif field.default_factory is not MISSING:
            found[field.name] = field.default_factory()
    return found


def _value(kind: type[Value], row: Any) -> Value:
    defaults = _defaults(kind)  # type: ignore[arg-type]
    given = {}
    for column in BY_TYPE[kind].columns:
        value = row[column.name]
        if value is None and column.name in defaults:
            value = defaults[column.name]
        elif column.kind is tuple:
            value = tuple(tuple(item) if isinstance(item, list) else item for item in value)
        given[column.name] = value
    return kind(**given)
