"""What the name of a segment file tells: the rows in it, its size, and the hashes before and after."""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from sla_desktop.storage.log import StreamName


@dataclass(frozen=True)
class Segment:
    """A file as its name tells: rows after..seq between two hashes."""

    path: Path
    after: int
    seq: int
    previous: bytes
    hash: bytes


def named(root: Path, pattern: str) -> Iterator[tuple[StreamName, Segment, int]]:
    """The stream, the rows and the size that the names of files below a folder promise; others are passed over."""
    for path in sorted(root.glob(f"*/*/{pattern}")):
        with suppress(ValueError):
            name = (UUID(path.parent.name), UUID(path.parent.parent.name))
            first, last, size, previous, value = path.stem.split("-")
            segment = Segment(path, int(first) - 1, int(last), bytes.fromhex(previous), bytes.fromhex(value))
            yield name, segment, int(size)


def walk(start: Segment, segments: Sequence[Segment]) -> list[Segment]:
    """Files from a beginning on; where laptops wrote overlapping ones, the longest."""
    path: list[Segment] = []
    seq, value = start.after, start.previous
    while following := [one for one in segments if one.after == seq and one.previous == value]:
        path.append(max(following, key=lambda one: one.seq))
        seq, value = path[-1].seq, path[-1].hash
    return path


def covers(start: Segment, segments: Sequence[Segment], lost: Segment) -> bool:
    """Whether files lead from one that starts no later than a lost one to where that ended."""
    return start.after <= lost.after and walk(start, segments)[-1].seq >= lost.seq
