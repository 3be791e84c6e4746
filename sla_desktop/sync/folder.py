"""A shared folder (USB stick, share, cloud drive): immutable segment files, and a readable analysis.sqlite."""

import base64
import json
import os
import secrets
import zlib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import UUID

from sla_desktop.domain.errors import SlaError
from sla_desktop.storage.log import Change, Head, genesis, row_values
from sla_desktop.storage.store import Store
from sla_desktop.sync.analysis import write_analysis
from sla_desktop.sync.carrier import BadStream, Batch, StreamName

_FORMAT = "sla segment 1"
_BYTES = ("salt", "digest", "hash")
_IDS = ("cid", "eid", "subject")
_NUMBERS = ("seq", "hlc", "wall_ms", "sv")
_TEXTS = ("kind", "entity", "payload")


@dataclass(frozen=True)
class _Segment:
    """A segment file, as its name tells: rows after..seq between two hashes, and its size in bytes."""

    path: Path
    after: int
    seq: int
    previous: bytes
    hash: bytes


class Folder:
    """The carrier to one shared folder. Files are only ever added, never changed."""

    def __init__(self, path: Path, store: Store) -> None:
        self._root, self._store = path / "segments", store
        self._analysis = path / "analysis.sqlite"
        self.faults: list[str] = []
        self._paths: dict[StreamName, dict[int, _Segment]] = {}
        if not path.is_dir():
            raise SlaError(f"The share {path} cannot be reached. Plug it in or make the folder, then sync again.")

    def heads(self) -> Mapping[StreamName, Head]:
        with _told(self._root):
            found = {name: self._head(name, segments) for name, segments in _listing(self._root).items()}
        return {name: head for name, head in found.items() if head is not None}

    def read(self, head: Head, after: int, previous: bytes) -> Batch | None:
        chain = self._paths.get((head.writer, head.scope), {})
        segment = next((found for found in chain.values() if found.after <= after < found.seq), None)
        with _told(self._root):
            return _load(segment) if segment else None

    def append(self, batches: Sequence[Batch]) -> None:
        for batch in batches:
            with _told(self._root):
                _write(self._root / str(batch.scope) / str(batch.writer), batch)

    def hash_at(self, name: StreamName, seq: int) -> bytes | None:
        for segment in self._paths.get(name, {}).values():
            if segment.after < seq <= segment.seq:
                with _told(self._root):
                    rows = _load(segment).rows
                return next((row.hash for row in rows if row.seq == seq), None)
        return None

    def finish(self, *, changed: bool) -> None:
        if not changed and self._analysis.exists():
            return
        with _told(self._analysis):
            write_analysis(self._store, self._analysis)

    def close(self) -> None:
        """Nothing stays open between two calls."""

    def _head(self, name: StreamName, segments: list[_Segment]) -> Head | None:
        """The end of a stream; a damaged last file is passed over, so that its writer sends it again."""
        while chain := _walk(name, segments):
            last = chain[max(chain)]
            try:
                head = Head(*name, _load(last).public_key, last.seq, last.hash)
            except BadStream as error:
                self.faults.append(str(error))
                segments.remove(last)
                continue
            self._paths[name] = chain
            return head
        return None


def _listing(root: Path) -> dict[StreamName, list[_Segment]]:
    found: dict[StreamName, list[_Segment]] = {}
    for path in root.glob("*/*/*.seg"):
        try:
            name = (UUID(path.parent.name), UUID(path.parent.parent.name))
            first, last, size, previous, value = path.stem.split("-")
            segment = _Segment(path, int(first) - 1, int(last), bytes.fromhex(previous), bytes.fromhex(value))
        except ValueError:
            continue
        # A file of another size was cut off on its way; whoever has its rows will write it again.
        if path.stat().st_size == int(size):
            found.setdefault(name, []).append(segment)
    return found


def _walk(name: StreamName, segments: Sequence[_Segment]) -> dict[int, _Segment]:
    """The chain of segments from the start, by last row; where laptops wrote overlapping ones, the longest."""
    chain: dict[int, _Segment] = {}
    seq, value = 0, genesis(*name)
    while True:
        following = [one for one in segments if one.after == seq and one.previous == value]
        if not following:
            return chain
        best = max(following, key=lambda one: one.seq)
        chain[best.seq] = best
        seq, value = best.seq, best.hash


def _write(folder: Path, batch: Batch) -> None:
    """A whole segment under a temporary name, on the disk, then under its own."""
    folder.mkdir(parents=True, exist_ok=True)
    last, packed = batch.rows[-1], _packed(batch)
    places = f"{batch.after + 1}-{last.seq}-{len(packed)}"
    target = folder / f"{places}-{batch.previous.hex()}-{last.hash.hex()}.seg"
    temporary = folder / f".{secrets.token_hex(8)}.tmp"
    try:
        with temporary.open("xb") as file:
            file.write(packed)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(target)
    finally:
        temporary.unlink(missing_ok=True)


def _packed(batch: Batch) -> bytes:
    head = {
        "format": _FORMAT,
        "writer": str(batch.writer),
        "scope": str(batch.scope),
        "public_key": _text(batch.public_key),
        "after": batch.after,
        "previous": _text(batch.previous),
        "signature": _text(batch.signature),
    }
    lines = [json.dumps(head), *(json.dumps(_plain(row), ensure_ascii=False) for row in batch.rows)]
    return zlib.compress("\n".join(lines).encode(), 6)


def _load(segment: _Segment) -> Batch:
    """Read a segment back. SlaError if the file is damaged or is not what its name promises."""
    try:
        head, *rows = [json.loads(line) for line in zlib.decompress(segment.path.read_bytes()).decode().split("\n")]
        batch = Batch(
            writer=UUID(head["writer"]),
            scope=UUID(head["scope"]),
            public_key=_bytes(head["public_key"]),
            after=int(head["after"]),
            previous=_bytes(head["previous"]),
            rows=tuple(_change(row) for row in rows),
            signature=_bytes(head["signature"]),
        )
    except (zlib.error, ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise _damaged(segment) from error
    folders = (segment.path.parent.parent.name, segment.path.parent.name)
    promised = (*folders, segment.after, segment.seq, segment.previous, segment.hash)
    ends = (batch.rows[-1].seq, batch.previous, batch.rows[-1].hash) if batch.rows else (0, b"", b"")
    if promised != (str(batch.scope), str(batch.writer), batch.after, *ends):
        raise _damaged(segment)
    return batch


def _damaged(segment: _Segment) -> BadStream:
    return BadStream(
        f"The shared file {segment.path} is damaged and was not taken in. "
        "The laptop that wrote it sends it again when it next syncs."
    )


def _plain(row: Change) -> dict[str, Any]:
    values = row_values(row)
    for name in _BYTES:
        values[name] = None if values[name] is None else _text(values[name])
    return {name: str(value) if isinstance(value, UUID) else value for name, value in values.items()}


def _change(values: dict[str, Any]) -> Change:
    """A row from its JSON. ValueError or TypeError when a value is of another kind."""
    for name in _BYTES:
        values[name] = None if values[name] is None else _bytes(values[name])
    for name in _IDS:
        values[name] = None if values[name] is None else UUID(values[name])
    for name in _NUMBERS:
        if type(values[name]) is not int or not 0 <= values[name] < 1 << 63:
            raise ValueError(name)
    if len(values["kind"]) != 1 or not all(isinstance(values[name], str | None) for name in _TEXTS):
        raise ValueError("text")
    return Change(**values)


def _text(raw: bytes) -> str:
    return base64.b64encode(raw).decode()


def _bytes(text: str) -> bytes:
    return base64.b64decode(text, validate=True)


@contextmanager
def _told(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise SlaError(
            f"The share {path.parent} cannot be used: {error.strerror}. Nothing is lost: sync again when it is back."
        ) from error
