"""Segment files: one immutable file for each batch, named by its rows, its size and the hashes before and after."""

import hashlib
import stat
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from pathlib import Path

from sla_desktop.domain.errors import SlaError
from sla_desktop.domain.files import write_whole
from sla_desktop.storage import log, orders
from sla_desktop.storage.log import Head, Stream, StreamName
from sla_desktop.storage.orders import Gone
from sla_desktop.storage.store import Store
from sla_desktop.sync import packing
from sla_desktop.sync.carrier import BadStream, Batch
from sla_desktop.sync.folder_keys import FolderKeys, is_closed
from sla_desktop.sync.segment_names import Segment, covers, named, walk
from sla_desktop.sync.unpacking import Unpacker

_KEPT, _LARGEST = 4, 64 << 20
_HARMED = ".damaged"
# A file that another laptop is writing has its own name long before, in seconds.
_UNDER_WAY = 3600


@dataclass(frozen=True)
class Files:
    """The segment files below a folder, and the keys that open them. The last few that were asked for are kept."""

    root: Path
    keys: FolderKeys
    unpacker: Unpacker = field(default_factory=Unpacker)
    _kept: dict[Path, Batch] = field(default_factory=dict)
    _seen: dict[Path, tuple[Stream, bytes]] = field(default_factory=dict)

    def chains(self, have: Mapping[StreamName, Head]) -> tuple[dict[StreamName, "Chain"], list[str]]:
        """All streams, and sentences on damaged files that are passed over and could not be set aside.

        Of streams that end as in `have` only the last file is looked at, whether it is whole.
        """
        found: dict[StreamName, Chain] = {}
        faults: list[str] = []
        for name, segments in self._listing().items():
            chain = self._known(segments, have.get(name)) or self._chain(segments, faults)
            if chain is not None:
                found[name] = chain
        return found, faults

    def load(self, segment: Segment, following: Segment | None = None) -> Batch:
        """The batch in a file, before the one `following` it. BadStream if damaged, or not what its name promises."""
        batch = self._kept.pop(segment.path, None) or self._read(segment, following)
        while len(self._kept) >= _KEPT:
            self._kept.pop(next(iter(self._kept)))
        self._kept[segment.path] = batch
        return batch

    def write(self, batch: Batch) -> Path:
        """A whole segment under a temporary name, on the disk, then under its own."""
        folder = self.root / str(batch.stream.scope) / str(batch.stream.writer)
        folder.mkdir(parents=True, exist_ok=True)
        packed = self.keys.closed(packing.pack(batch))
        places = f"{batch.after + 1}-{batch.head.seq}-{len(packed)}"
        target = folder / f"{places}-{batch.previous.hex()}-{batch.head.hash.hex()}.seg"
        write_whole(target, packed, shared=True)
        return target

    def reseal(self) -> int:
        """Close all files with the newest key; how many there are. Damaged ones stay as they are."""
        count = 0
        for segments in self._listing().values():
            for segment in segments:
                with suppress(BadStream):
                    self._replace(segment, self._read(segment))
                    count += 1
        return count

    def close_open_ones(self) -> None:
        """Close with the key what still lies open in a protected folder: protecting it may have been broken off."""
        for segments in self._listing().values() if self.keys.keys else ():
            for segment in segments:
                if not is_closed(segment.path):
                    with suppress(BadStream):
                        self._replace(segment, self._read(segment))

    def set_aside(self, segment: Segment) -> bool:
        """Rename a file that was harmed, so that who has its rows sees that they are missing and sends them again.

        Whether that was done: a file stays that only a key not known here may open, or that cannot be renamed.
        """
        try:
            if self.keys.fit(segment.path.read_bytes()) and not self._whole(segment):
                segment.path.rename(segment.path.with_suffix(_HARMED))
                return True
        except OSError:
            pass
        return False

    def missing(self) -> list[Segment]:
        """Files that were set aside or cut off, and whose rows no others have yet.

        One that was set aside goes once its rows are there again: nothing personal is to stay in it.
        """
        whole = self._listing()
        cut = [known for known in named(self.root, "*.seg") if known[1].path.lstat().st_size != known[2]]
        found: list[Segment] = []
        for name, segment, _ in [*named(self.root, f"*{_HARMED}"), *cut]:
            if not any(covers(start, whole[name], segment) for start in whole.get(name, ())):
                found.append(segment)
            elif segment.path.suffix == _HARMED:
                segment.path.unlink(missing_ok=True)
        return found

    def redact(self, store: Store) -> None:
        """Take the text that was ordered to go out of all files, once for each set of orders and each file.

        Which were done lies in the folder, so that files that were put back from an earlier day are done again.
        """
        with store.read() as connection:
            gone = orders.gone(connection)
        ordered = "".join(sorted((*gone.subjects, *gone.changes)))
        if not ordered:
            return
        self._adopt(gone)
        mark, told = self.root / "redacted", hashlib.sha256(ordered.encode()).hexdigest()
        done = _lines(mark)
        clean = set(done[1:] if done[:1] == [told] else ())
        for segments in self._listing().values():
            for segment in segments:
                if segment.path.name not in clean:
                    self._redact(segment, gone)
        names = sorted(one.path.name for segments in self._listing().values() for one in segments)
        if [told, *names] != done:
            mark.write_text("\n".join([told, *names]))

    def _adopt(self, gone: Gone) -> None:
        """Give copies under other names, as cloud drives make, their own: what has to go stays in none of them."""
        known = {segment.path for segments in self._listing().values() for segment in segments}
        for path in sorted(set(self.root.glob("*/*/*")) - known):
            here = path.lstat()
            under_way = path.name.startswith(".") and time.time() - here.st_mtime < _UNDER_WAY
            if stat.S_ISREG(here.st_mode) and here.st_size <= _LARGEST and path.suffix != _HARMED and not under_way:
                with suppress(BadStream):
                    batch = packing.unpack(self.keys.opened(path.read_bytes()))
                    self.write(replace(batch, rows=tuple(gone.without(batch.rows))))
                    path.unlink(missing_ok=True)

    def _sound(self, segment: Segment) -> tuple[Stream, bytes]:
        """Whose rows a file has, and the hash of the first. Every round asks that of each stream's ends."""
        if segment.path not in self._seen:
            batch = self.load(segment)
            self._seen[segment.path] = batch.stream, batch.rows[0].hash
        return self._seen[segment.path]

    def _read(self, segment: Segment, following: Segment | None = None) -> Batch:
        def opened_next() -> bytes:
            return self.keys.opened(following.path.read_bytes()) if following else b""

        try:
            batch = self.unpacker.unpack(self.keys.opened(segment.path.read_bytes()), opened_next)
        except BadStream as error:
            raise _damaged(segment) from error
        folders = (segment.path.parent.parent.name, segment.path.parent.name)
        promised = (*folders, segment.after, segment.seq, segment.previous, segment.hash)
        stream, head = batch.stream, batch.head
        if promised != (str(stream.scope), str(stream.writer), batch.after, head.seq, batch.previous, head.hash):
            raise _damaged(segment)
        return batch

    def _redact(self, segment: Segment, gone: Gone) -> None:
        with suppress(BadStream):
            batch = self._read(segment)
            rows = tuple(gone.without(batch.rows))
            if rows != batch.rows:
                self._replace(segment, replace(batch, rows=rows))

    def _replace(self, segment: Segment, batch: Batch) -> None:
        """Put another file with the same rows in the place of one."""
        if self.write(batch) != segment.path:
            segment.path.unlink(missing_ok=True)
            self._kept.pop(segment.path, None)

    def _listing(self) -> dict[StreamName, list[Segment]]:
        found: dict[StreamName, list[Segment]] = {}
        for name, segment, size in named(self.root, "*.seg"):
            with suppress(FileNotFoundError):
                here = segment.path.lstat()
                # A file of another size was cut off on its way; whoever has its rows will write it again.
                if stat.S_ISREG(here.st_mode) and here.st_size == size <= _LARGEST:
                    found.setdefault(name, []).append(segment)
        return found

    def _known(self, segments: Sequence[Segment], head: Head | None) -> "Chain | None":
        """The chain that ends as a known head, if files lead from its beginning to there and no further."""
        if head is None:
            return None
        beginning = (head.stream.base, head.stream.genesis)
        for start in (one for one in segments if (one.after, one.previous) == beginning):
            path = walk(start, segments)
            if (path[-1].seq, path[-1].hash) == (head.seq, head.hash) and self._whole(path[-1], head.stream):
                return Chain(head.stream, tuple(path))
        return None

    def _whole(self, segment: Segment, stream: Stream | None = None) -> bool:
        try:
            found = packing.peek(self.keys.opened(segment.path.read_bytes()))
        except BadStream:
            return False
        return found is not None and found == (stream or found[0], segment.after, segment.seq - segment.after)

    def _chain(self, segments: list[Segment], faults: list[str]) -> "Chain | None":
        """The longest chain of files from a sound beginning to a sound end."""
        for start in sorted(segments, key=lambda one: one.after):
            stream = self._beginning(start, faults)
            left = list(segments) if stream else []
            while stream and (path := walk(start, left)):
                try:
                    self._sound(path[-1])
                except BadStream as error:
                    self._tell(path[-1], error, faults)
                    left.remove(path[-1])
                    continue
                return Chain(stream, tuple(path))
        return None

    def _tell(self, segment: Segment, error: BadStream, faults: list[str]) -> None:
        """Set a damaged file aside, as one of the `missing`; where that cannot be done, it is a fault."""
        if not self.set_aside(segment):
            faults.append(str(error))

    def _beginning(self, segment: Segment, faults: list[str]) -> Stream | None:
        """The stream that a file begins, or None if it begins none."""
        try:
            stream, first = self._sound(segment)
        except BadStream as error:
            self._tell(segment, error, faults)
            return None
        begins = segment.after == stream.base and segment.previous == stream.genesis
        return stream if begins and log.genuine(stream, first) else None


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

    def hash_at(self, seq: int, files: Files) -> bytes | None:
        """The hash at a place; None if no file has it, or the one that has it is damaged."""
        if seq == self.stream.base:
            return self.stream.genesis
        for segment in self.segments:
            if seq == segment.seq:
                return segment.hash
            if segment.after < seq < segment.seq:
                try:
                    return next(row.hash for row in files.load(segment).rows if row.seq == seq)
                except BadStream:
                    return None
        return None

    def segments_behind(self, after: int, previous: bytes, files: Files) -> Sequence[Segment]:
        """The files with rows behind a place; none if the stream has another hash there."""
        behind = [segment for segment in self.segments if segment.seq > after]
        return behind if self.hash_at(after, files) == previous else []


@contextmanager
def told(share: Path) -> Iterator[None]:
    """One sentence for a folder that went away, is full or is not ours to write."""
    try:
        yield
    except OSError as error:
        raise SlaError(
            f"The share {share} cannot be used: {error.strerror}. Nothing is lost: sync again when it is back."
        ) from error


def _lines(path: Path) -> list[str]:
    try:
        return path.read_text(encoding="utf-8").split("\n")
    except (OSError, ValueError):
        return []


def _damaged(segment: Segment) -> BadStream:
    return BadStream(
        f"The shared file {segment.path} is damaged and was not taken in. "
        "The laptop that wrote it sends it again when it next syncs."
    )
