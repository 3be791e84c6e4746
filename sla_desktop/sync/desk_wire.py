"""What two desks say to each other: frames with a length before them, and their bodies, all of them with limits."""

import asyncio
import struct
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import IntEnum
from uuid import UUID

from sla_desktop.storage.log import Head, Stream, StreamName
from sla_desktop.sync.carrier import Batch, News
from sla_desktop.sync.packing import pack, unpack

_FRAME = struct.Struct(">IB")
_SIZE = struct.Struct(">I")
_HEAD = struct.Struct(">16s16s32sq32sq32s")
_PLACE = struct.Struct(">16s16sq")
_NEWS = struct.Struct(">q?")
_CLOCK = struct.Struct(">q")
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
STRANGERS_MOST, MOST = 1 << 13, 96 << 20


class Kind(IntEnum):
    """What a frame is."""

    HELLO, AUTH, PAIR, PAIRED, WELCOME, REFUSED = range(6)
    PULL, NEWS, APPEND, TAKEN, FORK, HASH = range(10, 16)
    LIVE, PUSH, HAVE, GAP, PING, PONG = range(20, 26)


class BadFrame(ValueError):
    """The other side said something that no desk says."""


@dataclass
class Link:
    """A connection to another desk, over which frames go both ways; `key` is the other laptop's public key."""

    reader: asyncio.StreamReader
    writer: asyncio.StreamWriter
    key: bytes = b""

    def send(self, kind: Kind, body: bytes = b"") -> None:
        """Put a frame on its way."""
        self.writer.write(_FRAME.pack(len(body), kind) + body)

    async def receive(self, *, within: float, most: int = MOST) -> tuple[Kind, bytes]:
        """The next frame. BadFrame, EOFError or OSError (which TimeoutError is) when there is none to be had."""
        async with asyncio.timeout(within):
            size, number = _FRAME.unpack(await self.reader.readexactly(_FRAME.size))
            if size > most or number not in _KINDS:
                raise BadFrame("frame")
            return Kind(number), await self.reader.readexactly(size)

    async def ask(self, kind: Kind, body: bytes, *, within: float) -> tuple[Kind, bytes]:
        """Send a frame and wait for its answer."""
        self.send(kind, body)
        await self.writer.drain()
        return await self.receive(within=within)

    async def close(self) -> None:
        """Hang up; what was sent before still goes out."""
        self.writer.close()
        try:
            async with asyncio.timeout(2):
                await self.writer.wait_closed()
        except TimeoutError:
            self.writer.transport.abort()
        except OSError:
            pass  # lost already; before Python 3.11.5 there is then nothing left to abort, not even the method


_KINDS = frozenset(Kind)


def fields(*parts: bytes) -> bytes:
    """Parts as one body, each with its length before it."""
    return b"".join(_SIZE.pack(len(part)) + part for part in parts)


def split(body: bytes) -> list[bytes]:
    """The parts of a body. BadFrame if it is none."""
    parts, place = [], 0
    while place < len(body):
        if place + _SIZE.size > len(body):
            raise BadFrame("cut off")
        (size,) = _SIZE.unpack_from(body, place)
        place += _SIZE.size + size
        if place > len(body):
            raise BadFrame("cut off")
        parts.append(body[place - size : place])
    return parts


def heads_body(heads: Iterable[Head]) -> bytes:
    """How far some streams go."""
    return b"".join(
        _HEAD.pack(h.stream.writer.bytes, h.stream.scope.bytes, h.stream.public_key, h.stream.base, h.stream.genesis,
                   h.seq, h.hash)
        for h in heads
    )  # fmt: skip


def heads_of(body: bytes) -> dict[StreamName, Head]:
    """The same read back. BadFrame if it is something else."""
    if len(body) % _HEAD.size:
        raise BadFrame("heads")
    found = {}
    for writer, scope, key, base, genesis, seq, value in _HEAD.iter_unpack(body):
        head = Head(Stream(UUID(bytes=writer), UUID(bytes=scope), key, base, genesis), seq, value)
        if not 0 <= base <= seq:
            raise BadFrame("heads")
        found[head.name] = head
    return found


def news_body(news: News) -> bytes:
    """News, with the time here."""
    told = _NEWS.pack(_milliseconds(datetime.now(UTC)), news.more)
    return fields(told, heads_body(news.heads.values()), *map(pack, news.batches))


def news_of(body: bytes) -> News:
    """The same read back. BadFrame or BadStream if it is something else."""
    parts = split(body)
    if len(parts) < 2 or len(parts[0]) != _NEWS.size:
        raise BadFrame("news")
    clock, more = _NEWS.unpack(parts[0])
    return News(heads_of(parts[1]), [unpack(part) for part in parts[2:]], more, _moment(clock))


def batches_body(batches: Sequence[Batch]) -> bytes:
    """Batches to append."""
    return fields(*map(pack, batches))


def batches_of(body: bytes) -> list[Batch]:
    """The same read back. BadFrame or BadStream if it is something else."""
    return [unpack(part) for part in split(body)]


def places_body(places: Mapping[StreamName, int]) -> bytes:
    """Places in streams."""
    return b"".join(_PLACE.pack(name[0].bytes, name[1].bytes, seq) for name, seq in places.items())


def places_of(body: bytes) -> dict[StreamName, int]:
    """The same read back. BadFrame if it is something else."""
    if len(body) % _PLACE.size:
        raise BadFrame("places")
    return {(UUID(bytes=w), UUID(bytes=s)): seq for w, s, seq in _PLACE.iter_unpack(body)}


def clock_body() -> bytes:
    """The time here, in milliseconds."""
    return _CLOCK.pack(_milliseconds(datetime.now(UTC)))


def clock_of(body: bytes) -> datetime:
    """A time there. BadFrame if it is none."""
    if len(body) != _CLOCK.size:
        raise BadFrame("clock")
    return _moment(_CLOCK.unpack(body)[0])


def _milliseconds(moment: datetime) -> int:
    return (moment - _EPOCH) // timedelta(milliseconds=1)


def _moment(milliseconds: int) -> datetime:
    try:
        return _EPOCH + timedelta(milliseconds=milliseconds)
    except OverflowError as error:
        raise BadFrame("clock") from error
