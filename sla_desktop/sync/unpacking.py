"""Batches unpacked and made ready by a second process while this one writes those before them.

Only bytes go over, and what comes back follows from nothing but them; without a second process all is done here.
"""

import gc
import marshal
import pickle
import sys
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from dataclasses import replace
from subprocess import DEVNULL, PIPE, Popen
from typing import IO

from sla_desktop.storage import projection
from sla_desktop.storage.log import as_change
from sla_desktop.storage.projection import Plain
from sla_desktop.sync import packing
from sla_desktop.sync.carrier import BATCH, BadStream, Batch

# The second process takes a second to start, which fewer rows are not worth.
_WORTH = 2 * BATCH
_Answer = tuple[Batch, bytes] | None


class Unpacker:
    """Unpacks batches, and meanwhile the one that will be asked for next. Close it."""

    def __init__(self) -> None:
        self._line = ThreadPoolExecutor(1)
        self._other: Popen[bytes] | None = None
        self._asked: tuple[bytes, Future[_Answer]] | None = None
        self._rows = 0
        # A program that is one file would start its window once more.
        self._alone = bool(getattr(sys, "frozen", False))

    def unpack(self, data: bytes, following: Callable[[], bytes]) -> Batch:
        """The batch in some bytes; BadStream if it is none. `following` gives those that come next, if any do."""
        asked = self._asked
        answer = asked[1].result() if asked and asked[0] == data else None
        if self._rows >= _WORTH and (asked is None or asked[1].done()):
            # Nobody waits for the second process to start; what is wrong with the next is told once it is asked for.
            work = b""
            with suppress(OSError, BadStream):
                work = following() if asked else b""
            self._asked = work, self._line.submit(self._answered, work)
        batch = _read_back(*answer) if answer else packing.unpack(data)
        self._rows += len(batch.rows)
        return batch

    def close(self) -> None:
        """End the second process, whatever it is at."""
        if self._other:
            self._other.kill()
        self._line.shutdown()
        if self._other:
            self._other.communicate()

    def _answered(self, data: bytes) -> _Answer:
        """What the second process makes of some bytes; None where there is no such process."""
        if self._alone:
            return None
        try:
            told, heard = self._pipes()
            pickle.dump(data, told)
            told.flush()
            answer: _Answer = pickle.load(heard)
            return answer
        except (OSError, EOFError, pickle.UnpicklingError):
            self._alone = True
            return None

    def _pipes(self) -> tuple[IO[bytes], IO[bytes]]:
        if self._other is None:
            # Nothing is imported from the folder in which the program was started: it may be anybody's stick.
            command = [sys.executable, "-P", "-m", __name__]
            self._other = Popen(command, stdin=PIPE, stdout=PIPE, stderr=DEVNULL)
        assert self._other.stdin
        assert self._other.stdout
        return self._other.stdin, self._other.stdout


def _serve(heard: IO[bytes], told: IO[bytes]) -> None:
    """What the second process does: answer until nobody asks."""
    gc.disable()
    with suppress(EOFError, OSError):
        while True:
            pickle.dump(_answer(pickle.load(heard)), told)
            told.flush()


def _answer(data: bytes) -> _Answer:
    """A batch without its rows, and the rows in the form that is read back fastest. None for what is no batch."""
    try:
        batch = packing.unpack(data)
    except BadStream:
        return None
    ready = projection.prepare(batch.stream.scope, batch.rows)
    return replace(batch, rows=()), marshal.dumps((list(map(tuple, batch.rows)), tuple(ready)))


def _read_back(batch: Batch, packed: bytes) -> Batch:
    rows, ready = marshal.loads(packed)
    return replace(batch, rows=tuple(map(as_change, rows)), ready=Plain(*ready))


if __name__ == "__main__":
    _serve(sys.stdin.buffer, sys.stdout.buffer)
