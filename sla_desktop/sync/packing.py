"""Batches as bytes, for files and for the wire: fixed-width columns first, then the payloads, all compressed.

Digests and hashes are left out where they follow from the rest: whoever reads a batch computes them, and the seal
under the last hash proves them all.
"""

import struct
import sys
import zlib
from array import array
from collections.abc import Sequence
from uuid import UUID

from sla_desktop.storage import log
from sla_desktop.storage.log import Change, Stream
from sla_desktop.sync.carrier import BadStream, Batch

_MAGIC = b"SLA1"
_HEAD = struct.Struct(">16s16s32sq32sq32s64sII")
_LARGEST = 64 << 20
_NONE = 0xFFFFFFFF
_NOBODY = bytes.fromhex(log.NOBODY)


def pack(batch: Batch) -> bytes:
    """A batch as bytes."""
    rows, stream = batch.rows, batch.stream
    names = sorted({row.entity for row in rows})
    table = "\n".join(names).encode()
    numbers = {name: place for place, name in enumerate(names)}
    payloads = [None if row.payload is None else row.payload.encode() for row in rows]
    head = _HEAD.pack(
        *(stream.writer.bytes, stream.scope.bytes, stream.public_key, stream.base, stream.genesis),
        *(batch.after, batch.previous, batch.signature, len(rows), len(table)),
    )
    columns = (
        bytes.fromhex("".join(row.cid for row in rows)),
        bytes.fromhex("".join(row.eid for row in rows)),
        bytes.fromhex("".join(row.subject or log.NOBODY for row in rows)),
        b"".join(row.salt or bytes(16) for row in rows),
        _numbers("q", [row.hlc for row in rows]),
        _numbers("q", [row.wall_ms for row in rows]),
        _numbers("I", [_NONE if text is None else len(text) for text in payloads]),
        _numbers("H", [numbers[row.entity] for row in rows]),
        _numbers("H", [row.sv for row in rows]),
        "".join(row.kind for row in rows).encode(),
        b"".join(row.digest for row in rows if row.payload is None),
    )
    return _MAGIC + zlib.compress(b"".join([head, table, *columns, *filter(None, payloads)]), 3)


def unpack(data: bytes) -> Batch:
    """The batch in some bytes, its digests and hashes computed, its seal not checked. BadStream if it is none."""
    try:
        return _batch(_inflated(data))
    except (zlib.error, struct.error, ValueError, IndexError, OverflowError) as error:
        raise BadStream("These bytes are no records of this program, or they were cut off.") from error


def peek(data: bytes) -> tuple[Stream, int, int] | None:
    """Stream, place before, and number of rows of a batch that came through unharmed by its checksum, or None."""
    try:
        writer, scope, key, base, genesis, after, _, _, count, _ = _HEAD.unpack_from(_inflated(data))
    except (zlib.error, struct.error, ValueError):
        return None
    return Stream(UUID(bytes=writer), UUID(bytes=scope), key, base, genesis), after, count


def _inflated(data: bytes) -> bytes:
    if data[:4] != _MAGIC:
        raise ValueError("magic")
    opened = zlib.decompressobj()
    raw = opened.decompress(data[4:], _LARGEST)
    if not opened.eof or opened.unused_data:
        raise ValueError("length")
    return raw


def _batch(raw: bytes) -> Batch:
    writer, scope, key, base, genesis, after, previous, signature, count, table_size = _HEAD.unpack_from(raw)
    stream = Stream(UUID(bytes=writer), UUID(bytes=scope), key, base, genesis)
    reader = _Reader(raw, _HEAD.size)
    names = reader.take(table_size).decode().split("\n")
    cids, eids, subjects, salts = (reader.pieces(count, 16) for _ in range(4))
    hlcs, walls, sizes = reader.array("q", count), reader.array("q", count), reader.array("I", count)
    entities, versions = reader.array("H", count), reader.array("H", count)
    kinds = reader.take(count).decode("ascii")
    digests = iter(reader.pieces(sum(size == _NONE for size in sizes), 32))
    rows, value, seq = [], previous, after
    columns = zip(cids, eids, subjects, salts, hlcs, walls, sizes, entities, versions, kinds, strict=True)
    for cid, eid, subject, salt, hlc, wall, size, number, version, kind in columns:
        if size == _NONE:
            kept, text, digest = None, None, next(digests)
        else:
            payload = reader.take(size)
            kept, text, digest = salt, payload.decode(), log.digest_of(salt, payload)
        told = (hlc, wall, kind, names[number])
        about, seq = None if subject == _NOBODY else subject.hex(), seq + 1
        value = log.chained(value, seq, cid, hlc, wall, kind, version, names[number], eid + subject + digest)
        rows.append(Change(seq, cid.hex(), *told, eid.hex(), about, version, kept, text, digest, value))
    reader.end()
    if not rows or after < base:
        raise ValueError("empty")
    return Batch(stream, after, previous, tuple(rows), signature, computed=True)


class _Reader:
    """Takes pieces off the front of some bytes. ValueError when they end too early or too late."""

    def __init__(self, raw: bytes, place: int) -> None:
        self._raw, self._place = raw, place

    def take(self, size: int) -> bytes:
        piece = self._raw[self._place : self._place + size]
        if len(piece) != size:
            raise ValueError("cut off")
        self._place += size
        return piece

    def pieces(self, count: int, size: int) -> Sequence[bytes]:
        raw = self.take(count * size)
        return [raw[start : start + size] for start in range(0, len(raw), size)]

    def array(self, code: str, count: int) -> "array[int]":
        found = array(code)
        found.frombytes(self.take(count * found.itemsize))
        return _big_endian(found)

    def end(self) -> None:
        if self._place != len(self._raw):
            raise ValueError("too long")


def _numbers(code: str, numbers: Sequence[int]) -> bytes:
    return _big_endian(array(code, numbers)).tobytes()


def _big_endian(found: "array[int]") -> "array[int]":
    if sys.byteorder == "little":
        found.byteswap()
    return found
