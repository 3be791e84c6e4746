"""What every carrier can do: give what is new, append, and name the hash at a place."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from sla_desktop.domain.errors import SlaError
from sla_desktop.storage.log import Change, Head, Stream, StreamName
from sla_desktop.storage.projection import Plain

BATCH = 5000


@dataclass(frozen=True)
class Batch:
    """Rows of one stream behind `after` (whose hash is `previous`), and the writer's seal of the last of them.

    `computed` says that digests and hashes were worked out from the payloads just now, so that only the seal is
    left to check; `ready` is what `projection.prepare` says of the rows, where that was worked out too.
    """

    stream: Stream
    after: int
    previous: bytes
    rows: tuple[Change, ...]
    signature: bytes
    computed: bool = False
    ready: Plain | None = None

    @property
    def name(self) -> StreamName:
        """The stream's name."""
        return self.stream.name

    @property
    def head(self) -> Head:
        """How far the stream goes once the batch is in."""
        last = self.rows[-1]
        return Head(self.stream, last.seq, last.hash)


@dataclass(frozen=True)
class News:
    """What the other side has: heads that differ from those it was told of, and the next rows of streams ahead.

    A stream that it lacks altogether has the head Head(stream, base, genesis). Rows come only where they follow the
    head that was told; a head that differs without rows may be a fork, which the asking side finds out. `more` says
    that rows were left for the next call. `clock` is the other side's time, if it has one.
    """

    heads: Mapping[StreamName, Head]
    batches: Sequence[Batch]
    more: bool = False
    clock: datetime | None = None


class BadStream(SlaError):
    """The records of one stream cannot be taken in; those of others can."""


class Fork(Exception):
    """Two copies of one laptop wrote different rows at the same place of a stream."""

    def __init__(self, name: StreamName) -> None:
        super().__init__(name)
        self.name = name


class Carrier(Protocol):
    """What an exchange asks of the other side, whatever it is.

    `faults` are sentences on what was found damaged there and passed over.
    """

    faults: list[str]

    def pull(self, have: Mapping[StreamName, Head]) -> News:
        """What is there beyond what this laptop has: one round trip, CONTROL streams before all others."""
        ...

    def append(self, batches: Sequence[Batch]) -> Collection[StreamName]:
        """Store batches there, each all or nothing, compared with what is there: rows it has are no news to it.

        The streams that were refused are told, and why is among the `faults`. Raises Fork when the stream there has
        other rows at that place.
        """
        ...

    def hash_at(self, name: StreamName, seq: int) -> bytes | None:
        """The hash of the row at a place of a stream (its genesis at its base), or None if it is not there."""
        ...

    def finish(self, *, changed: bool) -> None:
        """Called once after an exchange, to write what people read there if rows came or went."""
        ...

    def close(self) -> None:
        """Let go of whatever is open; called in any case."""
        ...
