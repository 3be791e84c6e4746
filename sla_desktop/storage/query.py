"""Reading domain values back out of the tables."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import MISSING, fields
from functools import cache
from typing import Any, TypeVar
from uuid import UUID

from sqlalchemy import Connection

from sla_desktop.storage import cells
from sla_desktop.storage.batches import batched
from sla_desktop.storage.entities import BY_TYPE

Value = TypeVar("Value")


def get(connection: Connection, kind: type[Value], key: UUID | None) -> Value | None:
    """The value with that id, or None."""
    return next(_values(kind, cells.select_rows(connection, BY_TYPE[kind], "WHERE id = ?", (key,))), None)


def get_many(connection: Connection, kind: type[Value], keys: Sequence[UUID]) -> dict[Any, Value]:
    """Values by id; ids that do not exist are left out."""
    return {value.id: value for value in find_in(connection, kind, "id", keys)}  # type: ignore[attr-defined]


def find(connection: Connection, kind: type[Value], *, order: str = "id", **equal: Any) -> list[Value]:
    """Values whose fields equal the given ones, in order of a field."""
    where = f'{_equal(equal)} ORDER BY "{order}", id'
    return list(_values(kind, cells.select_rows(connection, BY_TYPE[kind], where, tuple(equal.values()))))


def find_in(connection: Connection, kind: type[Value], column: str, keys: Sequence[Any]) -> list[Value]:
    """Values whose field is one of some keys."""
    found: list[Value] = []
    for chunk in batched(keys):
        where = f'WHERE "{column}" IN {cells.marks(len(chunk))}'
        found.extend(_values(kind, cells.select_rows(connection, BY_TYPE[kind], where, chunk)))
    return found


def find_of(connection: Connection, kind: type[Value], column: str, event_id: UUID) -> list[Value]:
    """Values whose field names a member registered for an event; one statement however many there are."""
    where = f'WHERE "{column}" IN (SELECT member_id FROM registration WHERE event_id = ?)'
    return list(_values(kind, cells.select_rows(connection, BY_TYPE[kind], where, (event_id,))))


def count(connection: Connection, kind: type[Any], **equal: Any) -> int:
    """How many values have these field values."""
    sql = f'SELECT count(*) FROM "{BY_TYPE[kind].name}" {_equal(equal)}'
    ((found,),) = cells.asked(connection, sql, tuple(map(cells.cell, equal.values())))
    return int(found)


def _equal(equal: Mapping[str, Any]) -> str:
    told = " AND ".join(f'"{name}" IS ?' for name in equal)
    return f"WHERE {told}" if told else ""


@cache
def _missing(kind: Any) -> tuple[tuple[int, Any], ...]:
    """Places at which an absent value means the field's default."""
    defaults = _defaults(kind)
    told = [(place, defaults.get(column.name)) for place, column in enumerate(BY_TYPE[kind].columns)]
    return tuple((place, default) for place, default in told if default is not None)


def _values(kind: type[Value], rows: Iterable[list[Any]]) -> Iterator[Value]:
    """Values from rows of their table; a list of thousands is read while somebody waits, so no detours."""
    missing = _missing(kind)  # type: ignore[arg-type]
    for row in rows:
        for place, default in missing:
            if row[place] is None:
                row[place] = default
        yield kind(*row)


def _defaults(kind: Any) -> dict[str, Any]:
    """What an absent field means: the value's own default."""
    found = {}
    for field in fields(kind):
        if field.default is not MISSING:
            found[field.name] = field.default
        elif field.default_factory is not MISSING:
            found[field.name] = field.default_factory()
    return found
