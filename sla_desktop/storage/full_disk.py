"""Reading a data file on a full disk, where SQLite cannot make the shared memory that it needs beside the file."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import RLock

from sqlalchemy import Connection, Engine

from sla_desktop.storage.database import engine_for, world_errors

WORDS = (
    "The disk is full. What is saved can be read, but nothing can be noted until there is room. Make some room; the "
    "program then goes on by itself."
)
_ENOUGH = 1_000_000


class Alone:
    """One connection that has the file for itself and needs no shared memory; one thread reads at a time."""

    def __init__(self, path: Path, key: str) -> None:
        self.engine: Engine = engine_for(path, key, alone=True)
        self._path, self._lock = path, RLock()
        self._reading: Connection | None = None
        self._ended = False

    def ends(self) -> bool:
        """Let go of the file if there is room again and this thread is not reading; whether it was let go of."""
        with self._lock:
            if not self._ended and self._reading is None and shutil.disk_usage(self._path.parent).free >= _ENOUGH:
                self._ended = True
                self.engine.dispose()
            return self._ended

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """A snapshot to read from; the one that this thread has, within it."""
        with self._lock:
            if self._reading is not None:
                yield self._reading
                return
            with world_errors(self._path), self.engine.connect() as connection, connection.begin():
                self._reading = connection
                try:
                    yield connection
                finally:
                    self._reading = None
