"""The readable copy of the shared tables: a plain SQLite file rebuilt whole, for people and their spreadsheets."""

import contextlib
import os
import secrets
from pathlib import Path
from typing import Any

import sqlcipher3
from sqlalchemy import NullPool, create_engine, insert, select

from sla_desktop.storage import schema
from sla_desktop.storage.entities import BY_NAME
from sla_desktop.storage.store import Store


def write_analysis(store: Store, path: Path, passphrase: str | None = None) -> None:
    """Write all entity tables, without private fields, to a SQLite file at `path`, replaced in one step.

    With a passphrase it is encrypted as SQLCipher does, so that programs which know SQLCipher open it with that.
    """
    temporary = path.with_name(f".{path.name}.{secrets.token_hex(4)}.tmp")
    engine = create_engine("sqlite://", creator=lambda: _opened(temporary, passphrase), poolclass=NullPool)
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


def _opened(path: Path, passphrase: str | None) -> Any:
    raw = sqlcipher3.connect(str(path))
    if passphrase:
        raw.execute("PRAGMA key = '{}'".format(passphrase.replace("'", "''")))
    return raw


def _to_disk(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())
