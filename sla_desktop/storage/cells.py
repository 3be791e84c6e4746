"""Rows as SQLite holds them, read and written with statements made once: what a desk waits for goes this way.

SQLAlchemy describes the tables and still makes every statement that is built from conditions; these few are the ones
that run for each scan and for each of thousands of rows of a sync.
"""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, datetime
from functools import cache, lru_cache, partial
from math import isfinite
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Table

from sla_desktop.domain.events import FIRST_YEAR, LAST_YEAR
from sla_desktop.storage.entities import BY_NAME, Column, Entity, read_stamp, stamp, to_json
from sla_desktop.storage.schema import TABLES, id_from_hex

Convert = Callable[[Any], Any]


def _text(value: str) -> str:
    if "\0" in value:
        raise ValueError(value)
    if not value.isascii():
        value.encode()  # a lone surrogate is no text
    return value


# The rows of a batch tell of the same event, people and moments again and again.
@lru_cache(maxsize=4096)
def _id(value: str) -> str:
    digits = value.replace("-", "")
    if len(digits) != 32 or digits.strip("0123456789abcdef"):
        raise ValueError(value)
    return digits


@lru_cache(maxsize=4096)
def _moment(value: str) -> str:
    moment = datetime.fromisoformat(value)
    if not FIRST_YEAR <= moment.year <= LAST_YEAR:
        raise ValueError(value)
    # Nearly all are written as this program writes them.
    written = len(value) == 32 and value[10] == "T" and value[19] == "." and value.endswith("+00:00")
    return value if written else stamp(_exactly(moment, datetime, right=moment.tzinfo is not None))


def _exactly(value: Any, *kinds: type, right: bool = True) -> Any:
    if type(value) not in kinds or not right:
        raise ValueError(value)
    return value


def _json(value: Any) -> str:
    return json.dumps(to_json(value), ensure_ascii=False)


_WRITE: Mapping[type, Convert] = {
    UUID: lambda value: value.hex,
    datetime: stamp,
    date: date.isoformat,
    tuple: _json,
    dict: _json,
}
_CHECKED: Mapping[type, Convert] = {
    str: _text,
    int: lambda value: _exactly(value, int, right=abs(value) < 1 << 63),
    float: lambda value: float(_exactly(value, int, float, right=isfinite(value))),
    bool: lambda value: int(_exactly(value, bool)),
    UUID: _id,
    datetime: _moment,
    date: lambda value: date.fromisoformat(value).isoformat(),
    tuple: lambda value: _json(_exactly(value, list)),
    dict: lambda value: _json(_exactly(value, dict)),
}
_READ: Mapping[type, Convert] = {
    UUID: id_from_hex,
    datetime: read_stamp,
    date: date.fromisoformat,
    bool: bool,
    # Most such cells of most rows are empty, and lists of people are long.
    tuple: lambda text: () if text == "[]" else _hashable(json.loads(text)),
    dict: lambda text: {} if text == "{}" else json.loads(text),
}


def from_json(entity: Entity, sets: Mapping[str, Any]) -> dict[str, Any]:
    """Fields of a change's payload as SQLite holds them; those this program does not know stay in the log only.

    ValueError if one cannot be what it must be: nobody has to trust what others sent.
    """
    kinds = entity.by_name
    found = {}
    for name, value in sets.items():
        column = kinds.get(name)
        if column is not None and value is not None:
            found[name] = _checked(column, value)
    return found


def value_from_json(column: Column, value: Any) -> Any:
    """The value of one field from its JSON. ValueError if it cannot be one."""
    if value is None:
        return None
    read = _READ.get(column.kind)
    return _checked(column, value) if read is None else read(_checked(column, value))


def _checked(column: Column, value: Any) -> Any:
    try:
        found = _CHECKED[column.kind](value)
    except (TypeError, AttributeError, OverflowError, ValueError) as error:
        raise ValueError(f"{column.name} is no {column.kind.__name__}") from error
    if column.choices and found not in column.choices:
        raise ValueError(f"{column.name} is none of {', '.join(sorted(column.choices))}")
    return found


def row_from_json(entity: Entity, eid: str, sets: Mapping[str, Any]) -> list[Any]:
    """A whole row as SQLite holds it, from fields that are not null. ValueError and TypeError where one cannot be."""
    known = _checks(entity.name)
    row: list[Any] = [None] * len(entity.columns)
    for name, value in sets.items():
        if name in known:
            place, read = known[name]
            row[place] = read(value)
    row[0] = eid
    return row


def row_of(entity: Entity, eid: str, found: Mapping[str, Any]) -> list[Any]:
    """A whole row of fields that are as SQLite holds them; an absent field is NULL."""
    return [eid, *(found.get(column.name) for column in entity.columns[1:])]


def insert_cells(connection: Connection, entity: Entity, rows: Sequence[Sequence[Any]]) -> None:
    """Insert whole rows, as SQLite holds them, into an entity's table."""
    connection.exec_driver_sql(_inserting(entity.name)[0], [tuple(row) for row in rows])


def asked(connection: Connection, sql: str, parameters: Sequence[Any] = ()) -> list[Any]:
    """The rows of a query, from SQLite's own cursor within the transaction: a scan waits for a dozen of them."""
    driver: Any = connection.connection.driver_connection
    return driver.execute(sql, parameters).fetchall()  # type: ignore[no-any-return]


def insert_rows(connection: Connection, entity: Entity, rows: Iterable[Mapping[str, Any]]) -> None:
    """Insert rows, as column values of Python's types, into an entity's table."""
    sql, writers = _inserting(entity.name)
    cells = [tuple(_written(row[name], write) for name, write in writers) for row in rows]
    connection.exec_driver_sql(sql, cells)


def update_row(connection: Connection, entity: Entity, key: UUID, values: Mapping[str, Any]) -> None:
    """Write some fields of one row."""
    kinds = {column.name: column.kind for column in entity.columns}
    cells = [_written(value, _WRITE.get(kinds[name])) for name, value in values.items()]
    assignments = ", ".join(f'"{name}" = ?' for name in values)
    connection.exec_driver_sql(f'UPDATE "{entity.name}" SET {assignments} WHERE id = ?', (*cells, key.hex))


def select_rows(
    connection: Connection, entity: Entity, where: str = "", parameters: Sequence[Any] = ()
) -> list[list[Any]]:
    """Rows of an entity's table, as lists of Python values in the order of its fields; NULL is None."""
    sql, readers = _selecting(entity.name)
    found = [list(row) for row in asked(connection, f"{sql} {where}", tuple(map(cell, parameters)))]
    for row in found:
        for place, read in readers:
            if row[place] is not None:
                row[place] = read(row[place])
    return found


def cell(value: Any) -> Any:
    """A parameter as SQLite holds it."""
    write = _WRITE.get(type(value))
    return value if write is None else write(value)


def marks(count: int) -> str:
    """As many question marks, in brackets, for IN."""
    return f"({','.join('?' * count)})"


def inserting(table: Table) -> str:
    """The statement that inserts one row into a table."""
    told = ", ".join(f'"{column.name}"' for column in table.columns)
    return f'INSERT INTO "{table.name}" ({told}) VALUES {marks(len(table.columns))}'


@cache
def _checks(name: str) -> Mapping[str, tuple[int, Convert]]:
    columns = BY_NAME[name].columns
    return {column.name: (place, _check(column)) for place, column in enumerate(columns) if column.name != "id"}


def _check(column: Column) -> Convert:
    return lru_cache(partial(_checked, column)) if column.choices else _CHECKED[column.kind]


@cache
def _inserting(name: str) -> tuple[str, list[tuple[str, Convert | None]]]:
    columns = BY_NAME[name].columns
    return inserting(TABLES[name]), [(column.name, _WRITE.get(column.kind)) for column in columns]


@cache
def _selecting(name: str) -> tuple[str, list[tuple[int, Convert]]]:
    columns = BY_NAME[name].columns
    told = ", ".join(f'"{column.name}"' for column in columns)
    readers = [(place, _READ[column.kind]) for place, column in enumerate(columns) if column.kind in _READ]
    return f'SELECT {told} FROM "{name}"', readers


def _written(value: Any, write: Convert | None) -> Any:
    return value if value is None or write is None else write(value)


def _hashable(items: Any) -> Any:
    return items if items is None else tuple(tuple(item) if isinstance(item, list) else item for item in items)
