"""What this laptop alone remembers, in its data file."""

from sqlalchemy import Connection

from sla_desktop.storage import cells


def put(connection: Connection, key: str, value: str) -> None:
    """Remember a value of this laptop alone."""
    # To replace the row would write its index too, with each scan.
    update = "ON CONFLICT (key) DO UPDATE SET value = excluded.value"
    connection.exec_driver_sql(f"INSERT INTO meta (key, value) VALUES (?, ?) {update}", (key, value))


def get(connection: Connection, key: str) -> str | None:
    """What this laptop remembers under a key."""
    found = cells.asked(connection, "SELECT value FROM meta WHERE key = ?", (key,))
    return found[0][0] if found else None


def known(connection: Connection, key: str) -> str:
    """The same of what is always there."""
    value = get(connection, key)
    if value is None:
        raise LookupError(f"the store has no {key}")
    return value
