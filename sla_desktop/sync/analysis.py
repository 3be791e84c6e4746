"""The readable copy of the shared tables: a plain SQLite file rebuilt whole, for people and their spreadsheets."""

import contextlib
import os
import secrets
from pathlib import Path

from sqlalchemy import create_engine, insert, select

from sla_desktop.storage import schema
from sla_desktop.storage.entities import BY_NAME
from sla_desktop.storage.store import Store


def write_analysis(store: Store, path: Path) -> None:
    """Write all entity tables, without private fields, to a plain SQLite file at `path`, replaced in one step."""
    temporary = path.with_name(f".{path.name}.{secrets.token_hex(4)}.tmp")
    engine = create_engine(f"sqlite:///{temporary}")
    tables = list(schema.TABLES.values())
    try:
        with engine.begin() as target, store.read() as source:
            # Only the finished file counts, so nothing needs to survive half-way.
            target.exec_driver_sql("PRAGMA journal_mode = OFF")
            target.exec_driver_sql("PRAGMA synchronous = OFF")
            schema.METADATA.create_all(target, tables=tables)
            for name, table in schema.TABLES.items():
                hidden = dict.fromkeys(BY_NAME[name].private)
                found = source.execute(select(table).order_by(table.c.id)).mappings()
                rows = [{**row, **hidden} for row in found]
                if rows:
                    target.execute(insert(table), rows)
        engine.dispose()
        _to_disk(temporary)
        temporary.replace(path)
    finally:
        engine.dispose()
        with contextlib.suppress(FileNotFoundError):
            temporary.unlink()


def _to_disk(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())
