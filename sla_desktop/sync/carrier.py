"""What every carrier can do: tell its heads, read, append, and name the hash at a place."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol
from uuid import UUID

from sla_desktop.domain.errors import SlaError
from sla_desktop.storage.log import Change, Head

StreamName = tuple[UUID, UUID]
"""(writer, scope)"""

BATCH = 5000


@dataclass(frozen=True)
class Batch:
    """Rows of one stream behind `after`, and the writer's seal of the last of them."""

    writer: UUID
    scope: UUID
    public_key: bytes
    after: int
    previous: bytes
    rows: tuple[Change, ...]
    signature: bytes

    @property
    def name(self) -> StreamName:
        """The stream's name."""
        return (self.writer, self.scope)


class BadStream(SlaError):
    """The records of one stream cannot be taken in; those of others can."""


class Fork(Exception):
    """Two copies of one laptop wrote different rows at the same place of a stream."""

    def __str__(self) -> str:
        return "Two copies of one laptop's data file were both used, so some of their records stay apart."


class Carrier(Protocol):
    """The four verbs. `append` is compare-and-append: rows the other side already has are no news to it.

    `faults` are sentences on what was found damaged there and passed over.
    """

    faults: list[str]

    def heads(self) -> Mapping[StreamName, Head]:
        """How far each stream goes there."""
        ...

    def read(self, head: Head, after: int, previous: bytes) -> Batch | None:
        """The next sealed rows of a stream behind a place, or None."""
        ...

    def append(self, batches: Sequence[Batch]) -> None:
        """Store batches there, all or nothing each. Raises Fork."""
        ...

    def hash_at(self, name: StreamName, seq: int) -> bytes | None:
        """The hash of the row at a place of a stream, or None if it is not there."""
        ...

    def finish(self, *, changed: bool) -> None:
        """Called once after an exchange, to write what people read there if rows came or went."""
        ...

    def close(self) -> None:
        """Let go of whatever is open; called in any case."""
        ...
