"""Connections to a shared database, and one sentence for each way in which they fail."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import psycopg
from psycopg import errors
from psycopg.conninfo import conninfo_to_dict, make_conninfo

from sla_desktop.domain.errors import SlaError

OLDEST = 150000
_REVOKED, _STRANGER = "SLA01", "SLA02"
# A cable that was pulled is noticed within half a minute.
_ALIVE: dict[str, Any] = {
    "connect_timeout": 10,
    "keepalives_idle": 10,
    "keepalives_interval": 5,
    "keepalives_count": 3,
    "tcp_user_timeout": 30_000,
}

# A laptop that keeps the share to itself, by fault or on purpose, must not keep others waiting without a word.
_PATIENCE = "SET lock_timeout = '60s'"


def connect(url: str) -> tuple[psycopg.Connection[Any], str]:
    """A connection in which each statement is a transaction of its own, and the place in words. Raises SlaError."""
    try:
        parts = conninfo_to_dict(url)
        int(parts.get("port") or 5432)
    except (psycopg.Error, ValueError) as error:
        raise SlaError("That is no database address. Write it as postgresql://user@host/database.") from error
    place = f"{parts.get('host') or 'this machine'}/{parts.get('dbname') or ''}"
    with told(place):
        # Prepared statements would be lost behind a connection pool, and save nothing here.
        connection = psycopg.connect(make_conninfo(url, **_ALIVE), autocommit=True, prepare_threshold=None)
        connection.execute(_PATIENCE)
    version = connection.info.server_version
    if version < OLDEST:
        connection.close()
        raise SlaError(f"The database at {place} is PostgreSQL {version // 10000}; version 15 or newer is needed.")
    return connection, place


@contextmanager
def told(place: str) -> Iterator[None]:
    """One sentence for a share that cannot be reached, used or written."""
    try:
        yield
    except psycopg.Error as error:
        raise SlaError(_sentence(place, error)) from error


def _sentence(place: str, error: psycopg.Error) -> str:
    line = (str(error).strip() or "no answer").splitlines()[0]
    if error.sqlstate == _REVOKED:
        day = error.diag.message_primary
        return f"This laptop was taken off the share {place} on {day}. Ask whoever runs it."
    if error.sqlstate == _STRANGER:
        return f"The share {place} does not know this laptop's name. Ask whoever runs it to add it."
    if isinstance(error, errors.InvalidSchemaName):
        return f"The share {place} is not set up yet. Run `sla share init` with its address."
    if isinstance(error, errors.UndefinedFunction | errors.UndefinedTable | errors.UndefinedColumn):
        return f"The share {place} was set up for an older SLA Desktop. Whoever runs it: `sla share init` again."
    if isinstance(error, errors.LockNotAvailable):
        return f"Another laptop keeps the share {place} busy. Nothing is lost; sync again, and tell whoever runs it."
    if isinstance(error, psycopg.OperationalError):
        return _unreachable(place, line)
    return f"The share {place} refused: {line}. Ask whoever runs it for the right."


def _unreachable(place: str, line: str) -> str:
    if "not permitted to log in" in line:
        return f"This laptop was taken off the share {place}. Ask whoever runs it."
    if "authentication" in line or "password" in line:
        return (
            f"The share {place} does not accept this name and password. Check the address; if it is right, this "
            "laptop was perhaps taken off: ask whoever runs it."
        )
    if "does not exist" in line:
        return f"The share {place} is not there, or does not know this name. Check the address."
    return f"The share {place} cannot be reached ({line}). Nothing is lost; sync again later."
