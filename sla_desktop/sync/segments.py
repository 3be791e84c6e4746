"""Segment files: one immutable file for each batch, named by its rows, its size and the hashes before and after."""

import hashlib
import os
import secrets
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path
from uuid import UUID

from sla_desktop.domain.errors import SlaError
from sla_desktop.storage import log, orders
from sla_desktop.storage.log import Head, Stream, StreamName
from sla_desktop.storage.orders import Gone
from sla_desktop.storage.store import Store
from sla_desktop.sync import packing
from sla_desktop.sync.carrier import BadStream, Batch
from sla_desktop.sync.folder_keys import FolderKeys


@dataclass(frozen=True)
class Segment:
    """A file as its name tells: rows after..seq between two hashes."""

    path: Path
    after: int
    seq: int
    previous: bytes
    hash: bytes


@dataclass(frozen=True)
class Chain:
    """A stream as its files make it: each begins where the one before ends."""

    stream: Stream
    segments: tuple[Segment, ...]

    @property
    def head(self) -> Head:
        """How far the stream goes."""
        last = self.segments[-1]
        return Head(self.stream, last.seq, last.hash)

    def hash_at(self, seq: int, keys: FolderKeys) -> bytes | None:
        """The hash at a place; None if no file has it, or the one that has it is damaged."""
        if seq == self.stream.base:
            return self.stream.genesis
        for segment in self.segments:
            if seq == segment.seq:
                return segment.hash
            if segment.after < seq < segment.seq:
                try:
                    return next(row.hash for row in load(segment, keys).rows if row.seq == seq)
                except BadStream:
                    return None
        return None

    def segments_behind(self, after: int, previous: bytes, keys: FolderKeys) -> Sequence[Segment]:
        """The files with rows behind a place; none if the stream has another hash there."""
        behind = [segment for segment in self.segments if segment.seq > after]
        return behind if self.hash_at(after, keys) == previous else []


def chains(root: Path, keys: FolderKeys) -> tuple[dict[StreamName, Chain], list[str]]:
    """All streams below a folder, and sentences on damaged files, which are passed over."""
    found: dict[StreamName, Chain] = {}
    faults: list[str] = []
    for name, segments in _listing(root).items():
        chain = _chain(name, segments, keys, faults)
        if chain is not None:
            found[name] = chain
    return found, faults


def load(segment: Segment, keys: FolderKeys) -> Batch:
    """The batch in a file. BadStream if it is damaged or is not what its name promises."""
    try:
        batch = packing.unpack(keys.opened(segment.path.read_bytes()))
    except BadStream as error:
        raise _damaged(segment) from error
    folders = (segment.path.parent.parent.name, segment.path.parent.name)
    promised = (*folders, segment.after, segment.seq, segment.previous, segment.hash)
    head = batch.head
    kept = (str(batch.stream.scope), str(batch.stream.writer), batch.after, head.seq, batch.previous, head.hash)
    if promised != kept:
        raise _damaged(segment)
    return batch


def write(root: Path, batch: Batch, keys: FolderKeys) -> Path:
    """A whole segment under a temporary name, on the disk, then under its own."""
    folder = root / str(batch.stream.scope) / str(batch.stream.writer)
    folder.mkdir(parents=True, exist_ok=True)
    packed = keys.closed(packing.pack(batch))
    places = f"{batch.after + 1}-{batch.head.seq}-{len(packed)}"
    target = folder / f"{places}-{batch.previous.hex()}-{batch.head.hash.hex()}.seg"
    temporary = folder / f".{secrets.token_hex(8)}.tmp"
    try:
        with temporary.open("xb") as file:
            file.write(packed)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(target)
    finally:
        temporary.unlink(missing_ok=True)
    return target


def rewrite(root: Path, old: Segment, batch: Batch, keys: FolderKeys) -> None:
    """Replace a file by another with the same rows."""
    if write(root, batch, keys) != old.path:
        old.path.unlink(missing_ok=True)


def reseal(root: Path, keys: FolderKeys) -> int:
    """Close all files with the newest key; how many there are. Damaged ones stay as they are."""
    count = 0
    for segments in _listing(root).values():
        for segment in segments:
            with suppress(BadStream):
                rewrite(root, segment, load(segment, keys), keys)
                count += 1
    return count


def redact(root: Path, store: Store, keys: FolderKeys) -> None:
    """Take the text that was ordered to go out of all files, once for each set of orders.

    The mark lies in the folder, so that a folder that was put back to an earlier day is done again.
    """
    with store.read() as connection:
        gone = orders.gone(connection)
    ordered = sorted(one.hex for one in (*gone.subjects, *gone.changes))
    mark, told = root / "redacted", hashlib.sha256("".join(ordered).encode()).hexdigest()
    if not ordered or (mark.exists() and mark.read_text() == told):
        return
    for segments in _listing(root).values():
        for segment in segments:
            _redact(root, segment, gone, keys)
    mark.write_text(told)


@contextmanager
def told(share: Path) -> Iterator[None]:
    """One sentence for a folder that went away, is full or is not ours to write."""
    try:
        yield
    except OSError as error:
        raise SlaError(
            f"The share {share} cannot be used: {error.strerror}. Nothing is lost: sync again when it is back."
        ) from error


def _redact(root: Path, segment: Segment, gone: Gone, keys: FolderKeys) -> None:
    try:
        batch = load(segment, keys)
    except BadStream:
        return
    rows = tuple(gone.without(batch.rows))
    if rows != batch.rows:
        rewrite(root, segment, replace(batch, rows=rows), keys)


def _listing(root: Path) -> dict[StreamName, list[Segment]]:
    found: dict[StreamName, list[Segment]] = {}
    for path in sorted(root.glob("*/*/*.seg")):
        try:
            name = (UUID(path.parent.name), UUID(path.parent.parent.name))
            first, last, size, previous, value = path.stem.split("-")
            segment = Segment(path, int(first) - 1, int(last), bytes.fromhex(previous), bytes.fromhex(value))
            # A file of another size was cut off on its way; whoever has its rows will write it again.
            if path.stat().st_size == int(size):
                found.setdefault(name, []).append(segment)
        except (ValueError, FileNotFoundError):
            continue
    return found


def _chain(name: StreamName, segments: list[Segment], keys: FolderKeys, faults: list[str]) -> Chain | None:
    """The longest chain of files from a sound beginning to a sound end."""
    for start in sorted(segments, key=lambda one: one.after):
        stream = _beginning(start, keys, faults)
        if stream is None:
            continue
        left = list(segments)
        while path := _walk(start, left):
            try:
                load(path[-1], keys)
            except BadStream as error:
                faults.append(str(error))
                left.remove(path[-1])
                continue
            return Chain(stream, tuple(path))
    return None


def _beginning(segment: Segment, keys: FolderKeys, faults: list[str]) -> Stream | None:
    """The stream that a file begins, or None if it begins none."""
    if not segment.path.exists():
        return None
    try:
        batch = load(segment, keys)
    except BadStream as error:
        faults.append(str(error))
        return None
    stream = batch.stream
    begins = batch.after == stream.base and batch.previous == stream.genesis
    return stream if begins and log.genuine(stream, batch.rows[0].hash) else None


def _walk(start: Segment, segments: Sequence[Segment]) -> list[Segment]:
    """Files from a beginning on; where laptops wrote overlapping ones, the longest."""
    path: list[Segment] = []
    seq, value = start.after, start.previous
    while following := [one for one in segments if one.after == seq and one.previous == value]:
        path.append(max(following, key=lambda one: one.seq))
        seq, value = path[-1].seq, path[-1].hash
    return path


def _damaged(segment: Segment) -> BadStream:
    return BadStream(
        f"The shared file {segment.path} is damaged and was not taken in. "
        "The laptop that wrote it sends it again when it next syncs."
    )
