"""Upgrades of the database file: numbered steps, a backup before them, a polite refusal of newer files."""

from collections.abc import Callable
from pathlib import Path
from typing import Any
from uuid import uuid4

from sqlalchemy import Connection, Engine, delete, select

from sla_desktop.domain.errors import SlaError
from sla_desktop.storage import identity, meta, projection, query, schema
from sla_desktop.storage.entities import ENTITIES
from sla_desktop.storage.transaction import Transaction

Step = Callable[[Connection], None]


def _log_anew(connection: Connection) -> None:
    """Format 2: streams are named and split differently, so everything is recorded anew under a new name.

    Format 1 was never released; what was shared in it is shared again.
    """
    logged = set(connection.execute(select(schema.change.c.eid).distinct()).scalars())
    known = set(connection.exec_driver_sql("SELECT name FROM sqlite_master").scalars())
    old = [entity for entity in ENTITIES if entity.name in known]
    values: dict[str, list[Any]] = {}
    for entity in old:
        found: list[Any] = query.find(connection, entity.type)
        values[entity.name] = [one for one in found if one.id in logged]
        table = schema.TABLES[entity.name]
        connection.execute(delete(table).where(table.c.id.in_([one.id for one in values[entity.name]])))
    for name in ("change", "stream", "seal", "conflict"):
        connection.exec_driver_sql(f"DROP TABLE {name}")
    schema.METADATA.create_all(connection)
    identity.make_exchange_key(connection)
    writer, key = uuid4(), bytes.fromhex(meta.known(connection, "public_key"))
    tx = Transaction(connection, writer, key, int(meta.known(connection, "hlc")))
    for entity in old:
        tx.put(*values[entity.name])
        if entity.anonymous:
            tx.release(entity, values[entity.name])
    tx.flush()
    meta.put(connection, "writer", str(writer))
    meta.put(connection, "hlc", str(tx.clock))


def _more_told(connection: Connection) -> None:
    """Formats 3 to 8: more kinds and fields; what newer laptops said of them already counts from now."""
    schema.METADATA.create_all(connection)
    projection.reproject(connection)


# STEPS[n] brings a file from version n + 1 to n + 2.
STEPS: tuple[Step, ...] = (_log_anew, *[_more_told] * 6)


def _add_fields(connection: Connection) -> None:
    """Give tables the fields that they gained since, empty, so that every step finds what this program knows."""
    for table in schema.TABLES.values():
        known = {row[1] for row in connection.exec_driver_sql(f'PRAGMA table_info("{table.name}")')}
        for column in table.columns:
            if known and column.name not in known:
                kind = column.type.compile(connection.dialect)
                connection.exec_driver_sql(f'ALTER TABLE "{table.name}" ADD COLUMN "{column.name}" {kind}')


def upgrade(engine: Engine, path: Path, first_rows: Step) -> None:
    """Bring the file to this program's version. SlaError if it comes from a newer program."""
    with engine.connect() as connection:
        version = int(connection.exec_driver_sql("PRAGMA user_version").scalar_one())
        connection.rollback()
    if version > schema.VERSION:
        raise SlaError(
            f"{path} was last used by a newer SLA Desktop (format {version}; this one knows {schema.VERSION}). "
            "Install the newer version; nothing in the file was changed."
        )
    if version == schema.VERSION:
        return
    if version:
        _backup(engine, path, version)
    with engine.connect().execution_options(writes=True) as connection, connection.begin():
        if version == 0:
            _create(connection, first_rows)
        else:
            _add_fields(connection)
        for step in STEPS[version - 1 :] if version else ():
            step(connection)
        connection.exec_driver_sql(f"PRAGMA user_version = {schema.VERSION}")


def _create(connection: Connection, first_rows: Step) -> None:
    present = connection.exec_driver_sql("SELECT count(*) FROM sqlite_master WHERE name = 'meta'").scalar_one()
    if not present:
        schema.METADATA.create_all(connection)
        first_rows(connection)


def _backup(engine: Engine, path: Path, version: int) -> Path:
    """Copy the file, still encrypted, beside itself before anything in it changes."""
    with engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    target = path.with_name(f"{path.name}.before-format-{schema.VERSION}")
    try:
        target.write_bytes(path.read_bytes())
    except OSError as error:
        raise SlaError(
            f"The backup {target} could not be written: {error.strerror}. Make room and try again; nothing changed."
        ) from error
    return target
