"""The store: one laptop's encrypted database, opened, read and written."""

import os
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

from sqlalchemy import Connection, Engine

from sla_desktop.domain.errors import SlaError
from sla_desktop.domain.files import owner_only
from sla_desktop.storage import anchor, full_disk, identity, meta, migrations
from sla_desktop.storage.database import DiskFull, Place, engine_for, files_at, world_errors
from sla_desktop.storage.full_disk import Alone
from sla_desktop.storage.keys import AskPassphrase, is_fresh, key_for
from sla_desktop.storage.transaction import Transaction

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

_FILE_GONE = (
    "{path} was renamed, moved, deleted or replaced while it was open, so this was not kept. Put the file back under "
    "its name before any other program opens it: what was shown as saved is in it and in the files beside it."
)
_LOG_ALONE = (
    "{path} is not there, but what was written to it last is, in {path}-wal. If the data file was renamed or moved, "
    "put it back. If it is lost, restore a backup under another name, and keep {path}-wal."
)
_LOG_GONE = (
    "Another program took away what is written beside {path}, so this was not kept. What was shown as saved is safe. "
    "Close this program, open it again, and do this once more."
)


@dataclass(frozen=True)
class Changes:
    """What a commit changed: the names of the entities touched, and how many records."""

    entities: frozenset[str]
    records: int


class Store:
    """One laptop's database. Share it between threads; each transaction has a connection of its own."""

    def __init__(self, path: Path, engine: Engine, anchors: Path, alone: Alone | None = None) -> None:
        self.path, self._alone = path, alone
        self._engine, self._anchors = engine, anchors
        self._writer: UUID | None = None
        self._files: tuple[Place | None, Place | None] | None = None
        self._listeners: list[Callable[[Changes], None]] = []
        with self._begin(writes=False) as connection:
            self.public_key = bytes.fromhex(meta.known(connection, "public_key"))
            self._private_key = bytes.fromhex(meta.known(connection, "private_key"))

    @property
    def private_key(self) -> "Ed25519PrivateKey":
        """The key with which this laptop signs."""
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

        return Ed25519PrivateKey.from_private_bytes(self._private_key)

    @property
    def full(self) -> bool:
        """Whether the file can only be read, since its disk is full; it is written again once there is room."""
        if self._alone is not None and self._alone.ends():
            self._alone = None
        return self._alone is not None

    @property
    def desk(self) -> str:
        """The name of this desk, as facts and papers carry it."""
        with self.read() as connection:
            return meta.get(connection, "desk") or "Desk 1"

    @property
    def is_named(self) -> bool:
        """Whether this desk was ever given a name."""
        with self.read() as connection:
            return meta.get(connection, "desk") is not None

    def name_desk(self, name: str) -> None:
        """Call this desk something else."""
        with self.raw() as connection:
            meta.put(connection, "desk", name)

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
            writer = self._writer or self._take_up(connection)
            clock = int(meta.known(connection, "hlc"))
            tx = Transaction(connection, writer, self.public_key, clock)
            yield tx
            tx.flush()
            if tx.clock != clock:
                meta.put(connection, "hlc", str(tx.clock))
        self._writer = writer
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

    def writes_as(self, connection: Connection, writer: UUID) -> bool:
        """Whether this file writes under that name."""
        return meta.known(connection, "writer") == str(writer)

    def start_afresh(self, connection: Connection) -> None:
        """Write under a new name from now on: a copy of this file was found to write under the old one."""
        meta.put(connection, "generation", "-1")
        self._writer = None

    def _take_up(self, connection: Connection) -> UUID:
        """The name to write under: the one before if this is the file that used it last, else (a copy) a new one."""
        writer, generation = UUID(meta.known(connection, "writer")), int(meta.get(connection, "generation") or 0)
        if not anchor.fits(self._anchors, writer, generation):
            writer = uuid4()
            meta.put(connection, "writer", str(writer))
        meta.put(connection, "generation", str(generation + 1))
        # Noted before the commit: killed between the two, the file takes another name, which harms nothing.
        anchor.drop(self._anchors, writer, generation + 1)
        return writer

    @contextmanager
    def beside(self, target: Path, passphrase: str | None = None) -> Iterator[Connection]:
        """A snapshot to read from, with a fresh database `copy` to write to: plain, or closed with a passphrase."""
        with world_errors(target), self._writable().connect() as connection:
            try:
                with connection.begin():
                    connection.exec_driver_sql("ATTACH ? AS copy KEY ?", (str(target), passphrase or ""))
                    yield connection
            finally:
                connection.invalidate()

    def copy_to(self, target: Path) -> None:
        """Write all that is durable now into a fresh file under the same key; nobody who writes waits for it."""
        with world_errors(target), closing(self._writable().raw_connection()) as raw:
            raw.cursor().execute("VACUUM INTO ?", (str(target),))

    def clear_log(self) -> bool:
        """Bring the write-ahead log into the file and empty it, so that nothing erased stays; whether it did."""
        with world_errors(self.path), closing(self._writable().raw_connection()) as raw:
            busy, _, _ = raw.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        return not busy

    def take_key(self, key: str) -> None:
        """Go on with the key that the file has been changed to; no transaction may be under way."""
        self._engine.dispose()
        self._engine, self._files = engine_for(self.path, key), None

    def close(self) -> None:
        """Let go of the file."""
        self._engine.dispose()
        if self._alone is not None:
            self._alone.engine.dispose()

    def _writable(self) -> Engine:
        """The engine. DiskFull while the file can only be read."""
        if self.full:
            raise DiskFull(full_disk.WORDS)
        return self._engine

    @contextmanager
    def _begin(self, *, writes: bool) -> Iterator[Connection]:
        if not writes and self.full and self._alone is not None:
            with self._alone.read() as connection:
                yield connection
            return
        self._mind_files()
        with (
            world_errors(self.path),
            self._writable().connect().execution_options(writes=writes) as connection,
            connection.begin(),
        ):
            if self._files is None and None not in (found := files_at(self.path)):
                self._files = found
            yield connection
        if writes and self._files is not None and self._files != (found := files_at(self.path)):
            raise SlaError((_LOG_GONE if self._files[0] == found[0] else _FILE_GONE).format(path=self.path))

    def _mind_files(self) -> None:
        """Open the file anew if another program took its write-ahead log away. SlaError if it took the file itself.

        Where a process closes any handle of a file, POSIX drops all its locks on that file, SQLite's too. The next
        program that closes the data file then believes to be the last, and what is written after goes nowhere.
        """
        if self._files is None or self._files == (found := files_at(self.path)):
            return
        if self._files[0] != found[0]:
            raise SlaError(_FILE_GONE.format(path=self.path))
        if self._engine.pool.checkedout():  # type: ignore[attr-defined]
            raise SlaError(_LOG_GONE.format(path=self.path))
        self._engine.dispose()
        self._files = None


def open_store(
    path: Path, *, secret: str | None = None, ask: AskPassphrase | None = None, anchors: Path | None = None
) -> Store:
    """Open the store at `path`, making or upgrading it as needed. `anchors` is where this laptop keeps its counters.

    Raises SlaError for a wrong key, a file of a newer program version, or a place that cannot be written.
    """
    if path.exists() and not path.is_file() and not path.is_dir():
        raise SlaError(f"{path} is no file. Name a file for the data, for example event.sla.")
    if path.is_dir():
        raise SlaError(f"{path} is a folder. Name a file for the data, for example {path / 'event.sla'}.")
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise SlaError(f"The folder {path.parent} cannot be made: {error.strerror}. Choose another place.") from error
    if not path.exists() and Path(f"{path}-wal").exists():
        raise SlaError(_LOG_ALONE.format(path=path))
    fresh = is_fresh(path)
    try:
        return _with_key(path, secret, ask, anchors)
    except SlaError:
        # Another process made the file meanwhile, with a salt of its own.
        if not fresh or is_fresh(path):
            raise
        return _with_key(path, secret, ask, anchors)


def _with_key(path: Path, secret: str | None, ask: AskPassphrase | None, anchors: Path | None) -> Store:
    key = key_for(path, secret=secret, ask=ask)
    _keep_to_owner(path)
    try:
        return _opened(path, key, anchors or anchor.anchors_folder(), None)
    except DiskFull:
        return _opened(path, key, anchors or anchor.anchors_folder(), Alone(path, key))


def _keep_to_owner(path: Path) -> None:
    """Nobody else on the computer may copy the file and guess its key; those beside it get the same rights."""
    # What is wrong with the place is said when it is used.
    with suppress(OSError):
        if path.exists():
            path.chmod(0o600)
        else:
            os.close(owner_only(str(path), os.O_CREAT | os.O_EXCL | os.O_RDWR))


def _opened(path: Path, key: str, anchors: Path, alone: Alone | None) -> Store:
    engine = engine_for(path, key)
    try:
        with world_errors(path):
            migrations.upgrade(alone.engine if alone else engine, path, identity.make)
        return Store(path, engine, anchors, alone)
    except BaseException:
        for one in (engine, alone.engine if alone else engine):
            one.dispose()
        raise
