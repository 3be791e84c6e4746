"""A shared PostgreSQL 15 or newer: streams in schema `sync`, readable tables in schema `app`."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager

from sqlalchemy import Connection, Engine, create_engine, make_url, text
from sqlalchemy.exc import ArgumentError, DBAPIError, OperationalError, ProgrammingError

from sla_desktop.domain.errors import SlaError
from sla_desktop.storage import schema
from sla_desktop.storage.log import Head
from sla_desktop.sync import database
from sla_desktop.sync.carrier import Batch, StreamName

OLDEST = 150000


class Postgres:
    """The carrier to one shared database."""

    def __init__(self, url: str) -> None:
        self.faults: list[str] = []
        self._engine, self._place = _engine(url)

    def heads(self) -> Mapping[StreamName, Head]:
        with self._begin() as connection:
            return database.heads(connection)

    def read(self, head: Head, after: int, previous: bytes) -> Batch | None:
        with self._begin() as connection:
            return database.read(connection, head, after, previous)

    def append(self, batches: Sequence[Batch]) -> None:
        for batch in batches:
            with self._begin() as connection:
                # One writer per scope at a time, else two projections of one entity could overwrite each other.
                lock = text("SELECT pg_advisory_xact_lock(hashtextextended(:scope, 0))")
                connection.execute(lock, {"scope": str(batch.scope)})
                database.append(connection, batch)

    def hash_at(self, name: StreamName, seq: int) -> bytes | None:
        with self._begin() as connection:
            return database.hash_at(connection, name, seq)

    def finish(self, *, changed: bool) -> None:
        """Nothing is left to write: the tables were brought up to date with each append."""

    def close(self) -> None:
        self._engine.dispose()

    @contextmanager
    def _begin(self) -> Iterator[Connection]:
        with _told(self._place), self._engine.begin() as connection:
            yield connection


def init(url: str) -> None:
    """Make the schemas and tables of a share; harmless where they are already there. SlaError if it cannot."""
    engine, place = _engine(url)
    try:
        _make_tables(engine, place)
    finally:
        engine.dispose()


def _make_tables(engine: Engine, place: str) -> None:
    with _told(place), engine.begin() as connection:
        version = int(connection.execute(text("SHOW server_version_num")).scalar_one())
        if version < OLDEST:
            raise SlaError(
                f"The database at {place} is PostgreSQL {version // 10000}; version 15 or newer is needed."
            )
        for name, tables in (("sync", schema.LOG_TABLES), ("app", list(schema.TABLES.values()))):
            connection.execute(text(f"CREATE SCHEMA IF NOT EXISTS {name}"))
            mapped = connection.execution_options(schema_translate_map={None: name})
            schema.METADATA.create_all(mapped, tables=tables)


def _engine(url: str) -> tuple[Engine, str]:
    try:
        parsed = make_url(url)
    except (ArgumentError, ValueError) as error:
        raise SlaError("That is no database address. Write it as postgresql://user@host/database.") from error
    place = f"{parsed.host or 'this machine'}/{parsed.database or ''}"
    arguments = {"connect_timeout": 10, "options": "-c search_path=sync,app"}
    full = parsed.set(drivername="postgresql+psycopg")
    return create_engine(full, connect_args=arguments, hide_parameters=True), place


@contextmanager
def _told(place: str) -> Iterator[None]:
    """One sentence for a share that cannot be reached, used or written."""
    try:
        yield
    except ProgrammingError as error:
        if "does not exist" in str(error.orig):
            raise SlaError(f"The share {place} is not set up yet. Run `sla share init` with its address.") from error
        raise SlaError(
            f"The share {place} refused: {_first_line(error)} Ask whoever runs it for the right."
        ) from error
    except OperationalError as error:
        if "authentication" in str(error.orig) or "password" in str(error.orig):
            raise SlaError(f"The share {place} does not accept this name and password. Check the address.") from error
        raise SlaError(
            f"The share {place} cannot be reached ({_first_line(error)}). Nothing is lost; sync again later."
        ) from error


def _first_line(error: DBAPIError) -> str:
    return str(error.orig).strip().splitlines()[0]
