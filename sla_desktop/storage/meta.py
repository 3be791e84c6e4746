"""What this laptop alone remembers, in its data file."""

from sqlalchemy import Connection, insert, select

from sla_desktop.storage import schema


def put(connection: Connection, key: str, value: str) -> None:
    """Remember a value of this laptop alone."""
    table = schema.meta
    connection.execute(table.delete().where(table.c.key == key))
    connection.execute(insert(table).values(key=key, value=value))


def get(connection: Connection, key: str) -> str | None:
    """What this laptop remembers under a key."""
    return connection.execute(select(schema.meta.c.value).where(schema.meta.c.key == key)).scalar_one_or_none()


def known(connection: Connection, key: str) -> str:
    """The same of what is always there."""
    value = get(connection, key)
    if value is None:
        raise LookupError(f"the store has no {key}")
    return value
