"""Setting up a shared database and the names under which laptops and analysts use it; for its owner."""

import hashlib
import re
import secrets
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from urllib.parse import quote, urlsplit, urlunsplit
from uuid import UUID

import psycopg
from psycopg.sql import SQL, Identifier, Literal

from sla_desktop.domain.errors import SlaError
from sla_desktop.domain.ids import natural_id
from sla_desktop.domain.team import DESK, LEAD
from sla_desktop.storage.entities import CONTROL, DIRECTORY
from sla_desktop.sync import postgres_schema
from sla_desktop.sync.postgres_connection import connect, told

_NAMEDATALEN = 63
_FINGERPRINT = "projection"
_IS_FORMAT_1 = """
    SELECT true FROM information_schema.tables WHERE (table_schema, table_name) = ('sync', 'stream') AND NOT EXISTS (
        SELECT FROM information_schema.columns c
        WHERE (c.table_schema, c.table_name, c.column_name) = ('sync', 'stream', 'genesis')
    )
"""


@dataclass(frozen=True)
class Account:
    """A name under which one laptop uses a share. `events` are ids, or None for all; `revoked_at` if it may not."""

    name: str
    login: str
    role: str
    events: tuple[UUID, ...] | None
    revoked_at: datetime | None


@dataclass(frozen=True)
class _Roles:
    """The names of a share's roles. Roles are of the whole cluster, so they carry the database's name."""

    database: str

    @property
    def owner(self) -> str:
        return self.named("sla_owner")

    @property
    def devices(self) -> str:
        return self.named("sla_device")

    @property
    def analysts(self) -> str:
        return self.named("sla_analyst")

    def named(self, name: str) -> str:
        """A role of this share; a name that PostgreSQL would cut off is made short and unmistakable."""
        whole = f"{self.database}_{re.sub(r'[^a-z0-9]+', '_', name.casefold()).strip('_')}"
        if len(whole.encode()) <= _NAMEDATALEN and re.sub(r"[^a-z0-9]+", "", name.casefold()):
            return whole
        return f"{self.database[:20]}_{hashlib.sha256(f'{self.database}/{name}'.encode()).hexdigest()[:20]}"


def init(url: str) -> None:
    """Make the schemas, tables, functions and roles of a share, or bring an older share up to date.

    Harmless where all is there already. SlaError if it cannot be reached or this name may not.
    """
    with _admin(url) as (connection, roles):
        connection.execute("SELECT pg_advisory_xact_lock(hashtextextended('sla share init', 0))")
        _make_roles(connection, roles)
        _make_schemas(connection, roles)
        connection.execute(SQL("SET LOCAL ROLE {}").format(Identifier(roles.owner)))
        connection.execute("SET LOCAL check_function_bodies = off")
        names = (Identifier(roles.devices).as_string(connection), Identifier(roles.analysts).as_string(connection))
        for statement in [*postgres_schema.statements(), *postgres_schema.grants(*names)]:
            connection.execute(statement.encode())
        _make_anew(connection)


def add_device(url: str, name: str, *, events: Sequence[str] = (), lead: bool = False) -> str:
    """Give a laptop a name on the share, or a new password to one that has it; the address for that laptop.

    `events` are ids or titles of the only events it may use, besides the directory of members; none means all.
    SlaError if there is no such event, or more than one.
    """
    password = secrets.token_urlsafe(18)
    with _admin(url) as (connection, roles):
        login = roles.named(name)
        taken = connection.execute("SELECT label FROM sync.device WHERE role_name = %s", (login,)).fetchone()
        if taken is not None and taken[0] != name:
            raise SlaError(f"“{name}” would get the login of “{taken[0]}”. Give this laptop another name.")
        scopes = [scope for event in events for scope in _scopes_of(_event(connection, event))]
        _make_login(connection, login, roles.devices, password, most=4)
        _execute(connection, "ALTER ROLE {} SET idle_in_transaction_session_timeout = '60s'", login)
        connection.execute(
            "INSERT INTO sync.device (role_name, label, role, everything) VALUES (%s, %s, %s, %s) "
            "ON CONFLICT (role_name) DO UPDATE SET label = excluded.label, role = excluded.role, "
            "everything = excluded.everything, added = now(), revoked = NULL",
            (login, name, LEAD if lead else DESK, not events),
        )
        connection.execute("DELETE FROM sync.device_scope WHERE role_name = %s", (login,))
        for scope in {CONTROL, DIRECTORY, *scopes} if events else ():
            connection.execute("INSERT INTO sync.device_scope (role_name, scope) VALUES (%s, %s)", (login, scope))
    return _address(url, login, password)


def revoke_device(url: str, name: str) -> None:
    """Take a laptop off the share: from its next statement on nothing of it goes in or out. SlaError if unknown."""
    with _admin(url) as (connection, roles):
        login = roles.named(name)
        found = connection.execute(
            "UPDATE sync.device SET revoked = coalesce(revoked, now()) WHERE role_name = %s RETURNING 1", (login,)
        ).fetchone()
        if found is None:
            raise SlaError(f"The share knows no laptop called “{name}”. `sla share device list` tells their names.")
        _execute(connection, "ALTER ROLE {} NOLOGIN PASSWORD NULL", login)
    with suppress(SlaError), _admin(url) as (connection, _):
        _end_sessions(connection, login)


def devices(url: str) -> list[Account]:
    """All laptops that the share knows, by name."""
    query = """
        SELECT d.label, d.role_name, d.role, d.everything, d.revoked,
            ARRAY(SELECT e.id FROM app.event e JOIN sync.device_scope s ON s.scope = e.id
                  WHERE s.role_name = d.role_name ORDER BY e.id)
        FROM sync.device d ORDER BY d.label
    """
    with _admin(url) as (connection, _):
        found = connection.execute(query).fetchall()
    return [
        Account(label, login, role, None if everything else tuple(events), revoked)
        for label, login, role, everything, revoked, events in found
    ]


def readers(url: str) -> list[Account]:
    """The analysts' logins of a share, and those that run it."""
    query = """
        SELECT member.rolname, role.rolname FROM pg_auth_members JOIN pg_roles role ON role.oid = roleid
        JOIN pg_roles member ON member.oid = pg_auth_members.member AND member.rolcanlogin
        WHERE role.rolname IN (%s, %s) UNION SELECT session_user, %s ORDER BY 2, 1
    """
    with _admin(url) as (connection, roles):
        found = dict(connection.execute(query, (roles.owner, roles.analysts, roles.owner)).fetchall())
        return [
            Account(login, login, "owner" if role == roles.owner else "analyst", None, None)
            for login, role in found.items()
        ]


def add_analyst(url: str, name: str) -> str:
    """Give a person a name that reads the tables in `app` and nothing else; the address for that person."""
    password = secrets.token_urlsafe(18)
    with _admin(url) as (connection, roles):
        login = roles.named(name)
        if connection.execute("SELECT true FROM sync.device WHERE role_name = %s", (login,)).fetchone():
            raise SlaError(f"“{name}” is the name of a laptop on this share. Choose another for the analyst.")
        _make_login(connection, login, roles.analysts, password, most=10)
        _execute(connection, "ALTER ROLE {} SET default_transaction_read_only = on", login)
    return _address(url, login, password)


@contextmanager
def _admin(url: str) -> Iterator[tuple[psycopg.Connection[Any], _Roles]]:
    """One transaction of the share's owner, and the names of its roles."""
    connection, place = connect(url)
    with told(place), connection, connection.transaction():
        yield connection, _Roles(connection.info.dbname)


def _make_roles(connection: psycopg.Connection[Any], roles: _Roles) -> None:
    for name in (roles.owner, roles.devices, roles.analysts):
        if not _is_role(connection, name):
            _execute(connection, "CREATE ROLE {} NOLOGIN", name)
    me = connection.info.user
    if connection.execute("SELECT pg_has_role(%s, 'MEMBER')", (roles.owner,)).fetchone() != (True,):
        _execute(connection, "GRANT {} TO {}", roles.owner, me)
    database = roles.database
    _execute(connection, "REVOKE ALL ON DATABASE {} FROM PUBLIC", database)
    _execute(connection, "REVOKE CREATE ON SCHEMA public FROM PUBLIC")
    for name in (me, roles.owner, roles.devices, roles.analysts):
        _execute(connection, "GRANT CONNECT ON DATABASE {} TO {}", database, name)


def _make_schemas(connection: psycopg.Connection[Any], roles: _Roles) -> None:
    """The two schemas, owned like all in them by a role that nobody logs in as."""
    if connection.execute(_IS_FORMAT_1).fetchone():
        # Never released. Laptops share anew what was in it; it is put aside for its owner to look at and drop.
        for schema in ("sync", "app"):
            _execute(connection, "ALTER SCHEMA {} RENAME TO {}", schema, f"{schema}_format_1")
    for schema in ("sync", "app"):
        _execute(connection, "CREATE SCHEMA IF NOT EXISTS {} AUTHORIZATION {}", schema, roles.owner)
        _execute(connection, "ALTER SCHEMA {} OWNER TO {}", schema, roles.owner)
    older = connection.execute(
        "SELECT schemaname, tablename FROM pg_tables WHERE schemaname IN ('sync', 'app') AND tableowner <> %s",
        (roles.owner,),
    ).fetchall()
    for schema, table in older:
        _execute(connection, "ALTER TABLE {}.{} OWNER TO {}", schema, table, roles.owner)


def _make_anew(connection: psycopg.Connection[Any]) -> None:
    """Write all tables again from the log if they were written another way."""
    now = postgres_schema.fingerprint()
    query = "SELECT value FROM sync.about WHERE key = %s"
    if connection.execute(query, (_FINGERPRINT,)).fetchone() == (now,):
        return
    connection.execute("SELECT sync.reproject()")
    connection.execute(
        "INSERT INTO sync.about VALUES (%s, %s) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
        (_FINGERPRINT, now),
    )


def _make_login(connection: psycopg.Connection[Any], login: str, group: str, password: str, *, most: int) -> None:
    """A role that logs in. Its password leaves this machine as a hash only, so that no server log has it."""
    if not _is_role(connection, group):
        raise SlaError("This database is no share yet, or an older one. Run `sla share init` with its address first.")
    verb = "ALTER" if _is_role(connection, login) else "CREATE"
    secret = connection.pgconn.encrypt_password(password.encode(), login.encode(), b"scram-sha-256").decode()
    statement = f"{verb} ROLE {{}} LOGIN PASSWORD {{}} CONNECTION LIMIT {most}"
    connection.execute(SQL(statement).format(Identifier(login), Literal(secret)))
    _execute(connection, "GRANT {} TO {}", group, login)


def _end_sessions(connection: psycopg.Connection[Any], login: str) -> None:
    """End a laptop's open sessions. Where this name may not, the laptop is refused at its next statement anyway."""
    me = connection.info.user
    _execute(connection, "GRANT {} TO {}", login, me)
    connection.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = %s", (login,))
    _execute(connection, "REVOKE {} FROM {}", login, me)


def _event(connection: psycopg.Connection[Any], told_as: str) -> UUID:
    """The id of an event, from its id or enough of its title."""
    try:
        return UUID(told_as)
    except ValueError:
        query = "SELECT id FROM app.event WHERE strpos(lower(title), lower(%s)) > 0"
        found = connection.execute(query, (told_as,)).fetchall()
    if len(found) != 1:
        many = f"{len(found)} events are" if found else "No event on the share is"
        raise SlaError(f"{many} called “{told_as}”. Give the event's id, or enough of its title.")
    return UUID(str(found[0][0]))


def _scopes_of(event: UUID) -> tuple[UUID, UUID]:
    return event, natural_id("scope", "anonymous", event)


def _is_role(connection: psycopg.Connection[Any], name: str) -> bool:
    return connection.execute("SELECT FROM pg_roles WHERE rolname = %s", (name,)).fetchone() is not None


def _execute(connection: psycopg.Connection[Any], statement: str, *names: str) -> None:
    connection.execute(SQL(statement).format(*map(Identifier, names)))


def _address(url: str, login: str, password: str) -> str:
    """The admin's address with another name and password in it."""
    parts = urlsplit(url)
    host = parts.netloc.rpartition("@")[2]
    return urlunsplit(parts._replace(netloc=f"{quote(login, safe='')}:{password}@{host}"))
