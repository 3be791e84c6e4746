"""A bundle: the records of a team, or of one of its events, in one closed and signed file for a stick or an e-mail.

Inside the age file: a magic line, a header as JSON that tells who wrote what when, lists the parts and has the digest
of the rest, the writing laptop's signature of the header, and then the parts, CONTROL first: batches, each with its
length before it.
"""

import hashlib
import json
import struct
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from itertools import zip_longest
from pathlib import Path
from typing import Any
from uuid import UUID

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from sla_desktop.domain.errors import SlaError
from sla_desktop.domain.files import is_other_kind, write_whole
from sla_desktop.storage.log import Head, Stream, StreamName
from sla_desktop.storage.store import Store
from sla_desktop.sync import age, database
from sla_desktop.sync.carrier import BATCH, BadStream, Batch, News
from sla_desktop.sync.exchange import seal
from sla_desktop.sync.packing import pack
from sla_desktop.sync.unpacking import Unpacker

MAGIC = b"sla bundle 1\n"
_LENGTH = struct.Struct(">I")
_SIGNATURE = 64
_AMISS = (ValueError, KeyError, TypeError, AttributeError, InvalidSignature, struct.error, RecursionError)
_INDEX = struct.Struct(">16s16s32sq32sq32sq32s")
_MOST_FILE = 1 << 30


@dataclass(frozen=True)
class About:
    """What a bundle says of itself: who wrote it and when (UTC), and how many records it holds."""

    public_key: str
    desk: str
    at: datetime
    records: int


@dataclass(frozen=True)
class Part:
    """A batch that is still packed: the place before its first row, the head behind its last one, and its bytes."""

    before: Head
    head: Head
    packed: bytes


@dataclass(frozen=True)
class Opened:
    """A bundle that was opened and is whole. Each part is verified when it is taken in."""

    about: About
    parts: tuple[Part, ...]
    by_passphrase: bool


def write(
    store: Store, path: Path, close: Callable[[bytes], bytes], *, scopes: Collection[UUID] | None = None
) -> About:
    """Write all records, or those of some scopes, to a file in one step; `close` encrypts."""
    heads = seal(store)
    wanted = {name: head for name, head in heads.items() if scopes is None or name[1] in scopes}
    parts = tuple(_parts(store, wanted))
    records = sum(part.head.seq - part.before.seq for part in parts)
    about = About(store.public_key.hex(), store.desk, datetime.now(UTC), records)
    _replace(path, close(_bundled(store, about, parts)))
    return about


def open_file(path: Path, private_key: bytes, passphrase: Callable[[], str | None]) -> Opened:
    """Read a bundle back. SlaError in one sentence when it cannot be opened, is not whole, or is none."""
    closed = _bytes_of(path)
    if not closed.startswith(age.MAGIC):
        raise SlaError(f"{path} is no bundle of this program, or its beginning is missing. Ask for a fresh copy.")
    by_passphrase = age.needs_passphrase(closed)
    plain = _with_passphrase(path, closed, passphrase()) if by_passphrase else _with_key(path, closed, private_key)
    try:
        about, parts = _parsed(plain)
    except _AMISS as error:
        raise SlaError(
            f"{path} was changed after it was written. Nothing was taken in; ask for a fresh copy."
        ) from error
    return Opened(about, parts, by_passphrase)


def closed_with_passphrase(path: Path) -> bool:
    """Whether a passphrase is needed to open a file."""
    return age.needs_passphrase(_bytes_of(path))


class Bundle:
    """The carrier to one bundle. It was read at the beginning; `rewrite` writes it whole at the end."""

    def __init__(self, parts: Sequence[Part], rewrite: Callable[[], object] | None = None) -> None:
        self.faults: list[str] = []
        self._rewrite, self._fresh = rewrite, not parts
        self._unpacker = Unpacker()
        self._parts: dict[StreamName, list[Part]] = {}
        for part in parts:
            self._parts.setdefault(part.head.name, []).append(part)

    def pull(self, have: Mapping[StreamName, Head]) -> News:
        mine = {name: parts[-1].head for name, parts in self._parts.items()}
        differing = {name: head for name, head in mine.items() if have.get(name) != head}
        lacking = {n: Head(h.stream, h.stream.base, h.stream.genesis) for n, h in have.items() if n not in mine}
        batches: list[Batch] = []
        for name in sorted(differing, key=database.order):
            behind = self._behind(name, have.get(name))
            for part, following in zip_longest(behind, behind[1:]):
                if sum(len(batch.rows) for batch in batches) >= BATCH:
                    return News({**differing, **lacking}, batches, more=True)
                batches.append(self._unpacked(part, following))
        return News({**differing, **lacking}, batches)

    def append(self, batches: Sequence[Batch]) -> Collection[StreamName]:
        """Nothing yet: the whole file is written at the end."""
        return ()

    def hash_at(self, name: StreamName, seq: int) -> bytes | None:
        for part in self._parts.get(name, ()):
            for known in (part.before, part.head):
                if seq == known.seq:
                    return known.hash
            if part.before.seq < seq < part.head.seq:
                return self._unpacked(part).rows[seq - part.before.seq - 1].hash
        return None

    def finish(self, *, changed: bool) -> None:
        if self._rewrite and (changed or self._fresh):
            self._rewrite()

    def close(self) -> None:
        self._unpacker.close()

    def _behind(self, name: StreamName, mine: Head | None) -> Sequence[Part]:
        parts = self._parts[name]
        after, previous = database.place(parts[-1].head, mine)
        return [part for part in parts if part.head.seq > after] if self.hash_at(name, after) == previous else []

    def _unpacked(self, part: Part, following: Part | None = None) -> Batch:
        """The batch of a part. BadStream if it is not what the list of parts says."""
        batch = self._unpacker.unpack(part.packed, lambda: following.packed if following else b"")
        if (Head(batch.stream, batch.after, batch.previous), batch.head) != (part.before, part.head):
            raise BadStream("A part of the bundle is not what its list of parts says. Ask for a fresh copy.")
        return batch


def _parts(store: Store, heads: Mapping[StreamName, Head]) -> Iterator[Part]:
    with store.read() as connection:
        for name in sorted(heads, key=database.order):
            stream = heads[name].stream
            before = Head(stream, stream.base, stream.genesis)
            while batch := database.read(connection, stream, before.seq, before.hash):
                yield Part(before, batch.head, pack(batch))
                before = batch.head


def _bundled(store: Store, about: About, parts: Sequence[Part]) -> bytes:
    body = b"".join(_LENGTH.pack(len(part.packed)) + part.packed for part in parts)
    index = b"".join(_listed(part) for part in parts).hex()
    told = {**asdict(about), "at": about.at.isoformat(), "parts": index, "body": hashlib.sha256(body).hexdigest()}
    header = json.dumps(told, ensure_ascii=False).encode()
    signature = store.private_key.sign(MAGIC + header)
    return b"".join([MAGIC, _LENGTH.pack(len(header)), header, signature, body])


def _parsed(plain: bytes) -> tuple[About, tuple[Part, ...]]:
    """What it says of itself, and its parts. One of `_AMISS` if it is not as its writer signed it."""
    (size,) = _LENGTH.unpack_from(plain, len(MAGIC))
    start = len(MAGIC) + _LENGTH.size
    header, rest = plain[start : start + size], start + size
    signature, body = plain[rest : rest + _SIGNATURE], plain[rest + _SIGNATURE :]
    told = json.loads(header)
    Ed25519PublicKey.from_public_bytes(bytes.fromhex(told["public_key"])).verify(signature, MAGIC + header)
    if not plain.startswith(MAGIC) or hashlib.sha256(body).hexdigest() != told.pop("body"):
        raise ValueError("body")
    index = _INDEX.iter_unpack(bytes.fromhex(told.pop("parts")))
    parts = tuple(_part(entry, packed) for entry, packed in zip(index, _split(body), strict=True))
    return About(**{**told, "at": datetime.fromisoformat(told["at"])}), parts


def _listed(part: Part) -> bytes:
    stream, before, head = part.head.stream, part.before, part.head
    ends = (before.seq, before.hash, head.seq, head.hash)
    return _INDEX.pack(stream.writer.bytes, stream.scope.bytes, stream.public_key, stream.base, stream.genesis, *ends)


def _part(entry: tuple[Any, ...], packed: bytes) -> Part:
    writer, scope, key, base, genesis, after, previous, seq, value = entry
    stream = Stream(UUID(bytes=writer), UUID(bytes=scope), key, base, genesis)
    return Part(Head(stream, after, previous), Head(stream, seq, value), packed)


def _split(body: bytes) -> Iterator[bytes]:
    place = 0
    while place < len(body):
        (size,) = _LENGTH.unpack_from(body, place)
        place += _LENGTH.size + size
        if place > len(body):
            raise ValueError("cut off")
        yield body[place - size : place]


def _with_key(path: Path, closed: bytes, private_key: bytes) -> bytes:
    try:
        return age.open_by(closed, private_key)
    except age.CannotOpen as error:
        raise SlaError(
            f"{path} cannot be opened: it was not written for this laptop, or it was changed or cut off. "
            "Ask for a fresh copy, written after this laptop joined."
        ) from error


def _with_passphrase(path: Path, closed: bytes, passphrase: str | None) -> bytes:
    if not passphrase:
        raise SlaError(f"{path} is closed with a passphrase. Give it with --passphrase, or in SLA_SHARE_KEY.")
    try:
        return age.open_with(closed, passphrase)
    except age.CannotOpen as error:
        raise SlaError(
            f"{path} cannot be opened: the passphrase does not fit, or the file was changed or cut off. "
            "Check the passphrase, or ask for a fresh copy."
        ) from error


def _bytes_of(path: Path) -> bytes:
    try:
        if path.exists() and not path.is_file():
            raise SlaError(f"{path} is a folder, a pipe or a device, not a file. Name the bundle's file.")
        if path.stat().st_size > _MOST_FILE:
            raise SlaError(f"{path} is larger than any bundle. Choose another file.")
        return path.read_bytes()
    except OSError as error:
        raise SlaError(
            f"{path} cannot be read: {error.strerror}. Check the name, and that the stick is in."
        ) from error


def _replace(path: Path, data: bytes) -> None:
    """The whole file under a temporary name, on the disk, then under its own."""
    if path.exists() and not path.is_file():
        raise SlaError(f"{path} is a folder, a pipe or a device, not a file. Name a file for the bundle.")
    if is_other_kind(path, data):
        raise SlaError(f"{path} is no bundle, so it was left as it is. Choose another name for the bundle.")
    try:
        write_whole(path, data)
    except OSError as error:
        raise SlaError(f"{path} cannot be written: {error.strerror}. Choose another place, or make room.") from error
