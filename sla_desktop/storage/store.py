"""The store: reading values, and the one transaction helper that every shared write goes through."""

import os
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

from sqlalchemy import Connection, Engine, insert, select, update

from sla_desktop.domain.errors import SlaError
from sla_desktop.storage import log, migrations, schema
from sla_desktop.storage.database import engine_for, world_errors
from sla_desktop.storage.entities import Entity, entity_of, to_json
from sla_desktop.storage.fold import CREATE, UPDATE, fold
from sla_desktop.storage.keys import AskPassphrase, key_for
from sla_desktop.storage.log import Draft

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

_DAY_MS = 86_400_000


@dataclass(frozen=True)
class Changes:
    """What a commit changed: the names of the entities touched, and how many records."""

    entities: frozenset[str]
    records: int


@dataclass
class Transaction:
    """A write in progress. Rows and their change records are written together and committed together."""

    connection: Connection
    writer: UUID
    public_key: bytes
    clock: int
    drafts: dict[UUID, list[Draft]] = field(default_factory=dict)
    touched: set[str] = field(default_factory=set)
    records: int = 0

    def put(self, *values: Any) -> None:
        """Create these values, or edit them where they exist: only fields that differ are recorded."""
        by_entity: dict[Entity, list[Any]] = {}
        for value in values:
            by_entity.setdefault(entity_of(value), []).append(value)
        for entity, group in by_entity.items():
            self._put_group(entity, {value.id: value for value in group})

    def release(self, entity: Entity, values: Sequence[Any]) -> None:
        """Put anonymous values that are in their table already into the log, in the order of their random ids."""
        for value in sorted(values, key=lambda one: one.id):
            self._record(entity, value, CREATE, _said(entity, value), {})

    def _put_group(self, entity: Entity, values: dict[UUID, Any]) -> None:
        known = _existing(self.connection, entity, list(values))
        fresh = [value for key, value in values.items() if key not in known]
        if fresh:
            rows = [_row(entity, value) for value in fresh]
            self.connection.execute(insert(schema.TABLES[entity.name]), rows)
        if entity.anonymous:
            self.touched.add(entity.name)
            return
        for value in fresh:
            self._record(entity, value, CREATE, _said(entity, value), {})
        self._edit(entity, {key: (known[key], value) for key, value in values.items() if key in known})

    def _edit(self, entity: Entity, pairs: dict[UUID, tuple[dict[str, Any], Any]]) -> None:
        differing = {key: _difference(entity, old, new) for key, (old, new) in pairs.items()}
        edited = [key for key, sets in differing.items() if sets]
        if not edited:
            return
        self.flush()
        history = log.changes_of(self.connection, edited)
        for key in edited:
            value, sets = pairs[key][1], differing[key]
            leaves = fold(change.edit() for change in history[key]).leaves
            self._record(entity, value, UPDATE, sets, {name: leaves.get(name, ()) for name in sets})
            table = schema.TABLES[entity.name]
            new_values = {name: getattr(value, name) for name in sets}
            self.connection.execute(update(table).where(table.c.id == key).values(new_values))
            clear = schema.conflict.delete().where(schema.conflict.c.eid == key, schema.conflict.c.field.in_(sets))
            self.connection.execute(clear)

    def settle(self, entity: Entity, key: UUID, field: str, value: Any) -> None:
        """Record that a field of an existing value is this, even where it shows already: it replaces every leaf."""
        self.flush()
        known = entity.type(**_existing(self.connection, entity, [key])[key])
        leaves = fold(change.edit() for change in log.changes_of(self.connection, [key])[key]).leaves
        self._record(entity, known, UPDATE, {field: to_json(value)}, {field: leaves.get(field, ())})
        table, told = schema.TABLES[entity.name], schema.conflict
        self.connection.execute(update(table).where(table.c.id == key).values({field: value}))
        self.connection.execute(told.delete().where(told.c.eid == key, told.c.field == field))

    def _record(
        self, entity: Entity, value: Any, kind: str, sets: dict[str, Any], replaces: dict[str, Sequence[UUID]]
    ) -> None:
        wall_ms = time.time_ns() // 1_000_000
        if entity.anonymous:
            wall_ms -= wall_ms % _DAY_MS
            hlc = wall_ms << 16
        else:
            self.clock = hlc = max(wall_ms << 16, self.clock + 1)
        draft = Draft(
            kind=kind,
            entity=entity.name,
            eid=value.id,
            subject=entity.subject_of(value),
            sets=sets,
            replaces=replaces,
            hlc=hlc,
            wall_ms=wall_ms,
            cid=UUID(bytes=os.urandom(16)),
        )
        self.drafts.setdefault(entity.scope_of(value), []).append(draft)

    def flush(self) -> None:
        """Give the recorded drafts their places in this laptop's streams."""
        for scope, drafts in self.drafts.items():
            sid = log.stream_id(self.connection, self.writer, scope, self.public_key)
            log.append(self.connection, sid, log.link(drafts, *log.head_of(self.connection, sid)))
            self.records += len(drafts)
            self.touched.update(draft.entity for draft in drafts)
        self.drafts.clear()


class Store:
    """One laptop's database. Share it between threads; each transaction has a connection of its own."""

    def __init__(self, path: Path, engine: Engine) -> None:
        self.path = path
        self._engine = engine
        self._listeners: list[Callable[[Changes], None]] = []
        with self._begin(writes=False) as connection:
            known = {row.key: row.value for row in connection.execute(select(schema.meta))}
        self.writer = UUID(known["writer"])
        self.public_key = bytes.fromhex(known["public_key"])
        self._private_key = bytes.fromhex(known["private_key"])

    @property
    def private_key(self) -> "Ed25519PrivateKey":
        """The key with which this laptop signs."""
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

        return Ed25519PrivateKey.from_private_bytes(self._private_key)

    @property
    def desk(self) -> str:
        """The name of this desk, as facts and papers carry it."""
        with self.read() as connection:
            return get_meta(connection, "desk") or "Desk 1"

    def name_desk(self, name: str) -> None:
        """Call this desk something else."""
        with self.raw() as connection:
            set_meta(connection, "desk", name)

    def listen(self, listener: Callable[[Changes], None]) -> None:
        """Call `listener` after every commit, on the thread that committed."""
        self._listeners.append(listener)

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """A consistent snapshot to read from."""
        with self._begin(writes=False) as connection:
            yield connection

    @contextmanager
    def change(self) -> Iterator[Transaction]:
        """A write: everything in it is durable together when the block ends, or nothing of it happened."""
        with self._begin(writes=True) as connection:
            clock = int(_meta(connection, "hlc"))
            tx = Transaction(connection, self.writer, self.public_key, clock)
            yield tx
            tx.flush()
            if tx.clock != clock:
                set_meta(connection, "hlc", str(tx.clock))
        self.announce(Changes(frozenset(tx.touched), tx.records))

    def announce(self, changes: Changes) -> None:
        """Tell the listeners what a finished commit changed."""
        if changes.entities:
            for listener in self._listeners:
                listener(changes)

    @contextmanager
    def raw(self) -> Iterator[Connection]:
        """A write transaction without change records of its own, for the exchange of others' changes."""
        with self._begin(writes=True) as connection:
            yield connection

    def copy_to(self, target: Path) -> None:
        """Write all that is durable now into a fresh file under the same key; nobody who writes waits for it."""
        with world_errors(target), closing(self._engine.raw_connection()) as raw:
            raw.cursor().execute("VACUUM INTO ?", (str(target),))

    def take_key(self, key: str) -> None:
        """Go on with the key that the file has been changed to; no transaction may be under way."""
        self._engine.dispose()
        self._engine = engine_for(self.path, key)

    def close(self) -> None:
        """Let go of the file."""
        self._engine.dispose()

    @contextmanager
    def _begin(self, *, writes: bool) -> Iterator[Connection]:
        with (
            world_errors(self.path),
            self._engine.connect().execution_options(writes=writes) as connection,
            connection.begin(),
        ):
            yield connection


def open_store(path: Path, *, secret: str | None = None, ask: AskPassphrase | None = None) -> Store:
    """Open the store at `path`, making or upgrading it as needed.

    Raises SlaError for a wrong key, a file of a newer program version, or a place that cannot be written.
    """
    if path.exists() and not path.is_file() and not path.is_dir():
        raise SlaError(f"{path} is no file. Name a file for the data, for example event.sla.")
    if path.is_dir():
        raise SlaError(f"{path} is a folder. Name a file for the data, for example {path / 'event.sla'}.")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise SlaError(f"The folder {path.parent} cannot be made: {error.strerror}. Choose another place.") from error
    engine = engine_for(path, key_for(path, secret=secret, ask=ask))
    try:
        with world_errors(path):
            migrations.upgrade(engine, path, _first_rows)
        return Store(path, engine)
    except BaseException:
        engine.dispose()
        raise


def set_meta(connection: Connection, key: str, value: str) -> None:
    """Remember a value of this laptop alone."""
    table = schema.meta
    connection.execute(table.delete().where(table.c.key == key))
    connection.execute(insert(table).values(key=key, value=value))


def get_meta(connection: Connection, key: str) -> str | None:
    """What this laptop remembers under a key."""
    return connection.execute(select(schema.meta.c.value).where(schema.meta.c.key == key)).scalar_one_or_none()


def _meta(connection: Connection, key: str) -> str:
    if (value := get_meta(connection, key)) is None:
        raise LookupError(f"the store has no {key}")
    return value


def _first_rows(connection: Connection) -> None:
    """Who this laptop is: a random writer id and a pair of signing keys."""
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    key = Ed25519PrivateKey.generate()
    set_meta(connection, "writer", str(uuid4()))
    set_meta(connection, "private_key", key.private_bytes_raw().hex())
    set_meta(connection, "public_key", key.public_key().public_bytes_raw().hex())
    set_meta(connection, "hlc", "0")


def _existing(connection: Connection, entity: Entity, keys: list[UUID]) -> dict[UUID, dict[str, Any]]:
    table = schema.TABLES[entity.name]
    found: dict[UUID, dict[str, Any]] = {}
    for start in range(0, len(keys), 500):
        rows = connection.execute(select(table).where(table.c.id.in_(keys[start : start + 500]))).mappings()
        found.update((row["id"], dict(row)) for row in rows)
    return found


def _row(entity: Entity, value: Any) -> dict[str, Any]:
    return {column.name: getattr(value, column.name) for column in entity.columns}


def _said(entity: Entity, value: Any) -> dict[str, Any]:
    """What a create records: every field that has a value."""
    told = {column.name: to_json(getattr(value, column.name)) for column in entity.columns if column.name != "id"}
    return {name: known for name, known in told.items() if known not in (None, "", [], {})}


def _difference(entity: Entity, old: dict[str, Any], value: Any) -> dict[str, Any]:
    """The fields in which a value differs from its row, as JSON."""
    changed = {}
    for column in entity.columns:
        new = to_json(getattr(value, column.name))
        if column.name != "id" and new != to_json(old[column.name]):
            changed[column.name] = new
    return changed
