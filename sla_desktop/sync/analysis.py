"""The readable copy of the shared tables: a plain SQLite file rebuilt whole, for people and their spreadsheets."""

import contextlib
import secrets
from functools import cache
from pathlib import Path

from sqlalchemy.dialects import sqlite
from sqlalchemy.schema import CreateTable, MetaData

from sla_desktop.domain.files import put_in_place
from sla_desktop.storage import schema
from sla_desktop.storage.entities import ENTITIES, Entity
from sla_desktop.storage.store import Store


def write_analysis(store: Store, path: Path, passphrase: str | None = None) -> None:
    """Write all entity tables, without private fields, to a SQLite file at `path`, replaced in one step.

    With a passphrase it is encrypted as SQLCipher does, so that programs which know SQLCipher open it with that.
    """
    temporary = path.with_name(f".{path.name}.{secrets.token_hex(4)}.tmp")
    try:
        with store.beside(temporary, passphrase) as connection:
            for statement in _statements():
                connection.exec_driver_sql(statement)
        put_in_place(temporary, path)
    finally:
        with contextlib.suppress(FileNotFoundError):
            temporary.unlink()


@cache
def _statements() -> tuple[str, ...]:
    """Kept, since a laptop writes the file again after each exchange that changed something."""
    copies = [table.to_metadata(MetaData(schema="copy")) for table in schema.TABLES.values()]
    tables = [str(CreateTable(table).compile(dialect=sqlite.dialect())) for table in copies]
    return (*tables, *map(_copying, ENTITIES))


def _copying(entity: Entity) -> str:
    told = ", ".join("NULL" if c.name in entity.private else f'"{c.name}"' for c in entity.columns)
    return f'INSERT INTO copy."{entity.name}" SELECT {told} FROM main."{entity.name}" ORDER BY id'
