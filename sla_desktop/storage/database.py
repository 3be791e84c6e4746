"""Opening the encrypted database file, and telling the world's faults from ours."""

import json
import os
import shutil
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import sqlcipher3
from sqlalchemy import Engine, create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import QueuePool

from sla_desktop.domain.errors import SlaError

# The driver searches for an adapter for each NULL and each BLOB, which takes five times as long as to insert them.
sqlcipher3.register_adapter(type(None), lambda nothing: nothing)
sqlcipher3.register_adapter(bytes, bytearray)

BUSY_MS = 5000
# What is acknowledged must be on the platter: with synchronous=NORMAL it often is not after a power cut.
PRAGMAS = (
    "journal_mode = WAL",
    "synchronous = FULL",
    "fullfsync = ON",
    "checkpoint_fullfsync = ON",
    "secure_delete = ON",
    "journal_size_limit = 33554432",
    # Two megabytes are the default, and then thousands of pages are encrypted and decrypted again and again.
    "cache_size = -65536",
    # Every 4,000 pages rather than 1,000, one scan in three hundred waits for the write-ahead log to be worked in.
    "wal_autocheckpoint = 4000",
)
Place = tuple[int, int]
"""(device, number) of a file, whatever it is called."""
_LEAST_BYTES = 100_000
_FULL = "disk is full"
_FAULTS = (
    (_FULL, "The disk is full. Nothing that was shown as saved is lost; make some room, then try again."),
    ("readonly database", "{path} cannot be written. Check that the folder and the file are yours to change."),
    ("unable to open", "{path} cannot be opened. Check that the folder exists and is yours to use."),
    (
        "file is not a database",
        "The key does not fit {path}, or it is no data file of this program. Check the key.",
    ),
    ("database is locked", "Another program has {path} open, or is writing to it. Close it, then try again."),
    ("malformed", "{path} is damaged. Restore the newest backup beside it; shared records come back by syncing."),
    ("disk i/o error", "The disk did not answer while {path} was used. Check the disk, then try again."),
)


class DiskFull(SlaError):
    """There is no room for what SQLite has to write."""


def engine_for(path: Path, key: str, *, alone: bool = False) -> Engine:
    """An engine on the SQLCipher file; every connection has WAL, synchronous=FULL and secure_delete.

    One that is `alone` has the file for itself, and needs no shared memory beside it.
    """

    engine = create_engine(
        "sqlite://",
        module=sqlcipher3,
        creator=lambda: _connect(path, key, alone=alone),
        poolclass=QueuePool,
        hide_parameters=True,
        json_deserializer=_from_json,
    )
    event.listen(engine, "begin", _begin)
    return engine


def answers(path: Path, key: str) -> bool:
    """Whether the file opens with this key. SlaError when it cannot be read at all."""
    with world_errors(path), closing(_keyed(path, key)) as raw:
        try:
            raw.execute("SELECT count(*) FROM sqlite_master")
        except sqlcipher3.DatabaseError as error:
            if "file is not a database" in str(error):
                return False
            raise
    return True


def files_at(path: Path) -> tuple[Place | None, Place | None]:
    """Which file is at the path and which write-ahead log beside it: others, once a program took these away."""
    return _place(str(path)), _place(f"{path}-wal")


def _place(path: str) -> Place | None:
    try:
        found = os.stat(path)
    except FileNotFoundError:
        return None
    return found.st_dev, found.st_ino


def rekey(path: Path, old: str, new: str) -> None:
    """Encrypt the file anew, in one transaction: if it is broken off, the file answers to one of the two keys."""
    with world_errors(path), closing(_connect(path, old)) as raw:
        raw.execute(f"PRAGMA rekey = \"x'{new}'\"")
        raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def end_log(path: Path, key: str) -> None:
    """Bring what the write-ahead log holds into the file. SlaError when another program has the file open."""
    with world_errors(path), closing(_keyed(path, key)) as raw:
        raw.execute("PRAGMA journal_mode = DELETE")


def _keyed(path: Path, key: str) -> Any:
    raw = sqlcipher3.connect(str(path), isolation_level=None, check_same_thread=False)
    raw.execute("PRAGMA cipher_log_level = NONE")
    raw.execute(f"PRAGMA key = \"x'{key}'\"")
    raw.execute(f"PRAGMA busy_timeout = {BUSY_MS}")
    return raw


def _connect(path: Path, key: str, *, alone: bool = False) -> Any:
    raw = _keyed(path, key)
    try:
        for pragma in (f"locking_mode = {'EXCLUSIVE' if alone else 'NORMAL'}", f"busy_timeout = {BUSY_MS}", *PRAGMAS):
            raw.execute(f"PRAGMA {pragma}")
    except sqlcipher3.Error:
        raw.close()
        raise
    return raw


def _no_room(path: Path | str) -> bool:
    """Whether the disk has no room: SQLite calls that an I/O error when it is its shared memory that cannot grow."""
    try:
        return shutil.disk_usage(Path(path).parent).free < _LEAST_BYTES
    except OSError:
        return False


def _from_json(text: str) -> Any:
    # Most JSON fields of most rows are empty, and lists of people are long.
    return {} if text == "{}" else json.loads(text)


def _begin(connection: Any) -> None:
    # The driver is asked itself: the way of a query costs as much as a small transaction.
    writes = connection.get_execution_options().get("writes")
    connection.connection.driver_connection.execute("BEGIN IMMEDIATE" if writes else "BEGIN")


@contextmanager
def world_errors(path: Path | str) -> Iterator[None]:
    """Turn full disks, wrong keys and locked files into one clear sentence; anything else stays loud."""
    try:
        yield
    except (DBAPIError, sqlcipher3.Error) as error:
        told = _FULL if _no_room(path) else str(getattr(error, "orig", None) or error).lower()
        for fault, sentence in _FAULTS:
            if fault in told:
                raise (DiskFull if fault == _FULL else SlaError)(sentence.format(path=path)) from error
        raise
