"""The change log: streams per writer and scope, hash-chained over salted payload digests."""

import hashlib
import json
import secrets
import struct
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import Connection

from sla_desktop.domain.errors import SlaError
from sla_desktop.storage import cells, schema
from sla_desktop.storage.fold import Edit
from sla_desktop.storage.schema import id_from_hex

SCHEMA_VERSION = 1
NOBODY = "0" * 32
_NUMBERS, _SEQ = struct.Struct(">qqcHH"), struct.Struct(">q")


class Change(NamedTuple):
    """One row of a stream, as it is stored, sent and verified. `payload` and `salt` are gone after an erasure.

    Ids are 32 hexadecimal digits, as SQLite holds them: a sync reads hundreds of thousands of them.
    """

    seq: int
    cid: str
    hlc: int
    wall_ms: int
    kind: str
    entity: str
    eid: str
    subject: str | None
    sv: int
    salt: bytes | None
    payload: str | None
    digest: bytes
    hash: bytes

    def edit(self) -> Edit:
        """What the fold reads of this change; an erased payload sets nothing."""
        if self.payload is None:
            return Edit(self.cid, self.hlc, self.kind, {}, {})
        body = json.loads(self.payload)
        replaces = (
            {name: tuple(UUID(cid).hex for cid in cids) for name, cids in body["p"].items()} if body["p"] else {}
        )
        return Edit(self.cid, self.hlc, self.kind, body["s"], replaces)


as_change: Callable[[Sequence[Any]], Change] = partial(tuple.__new__, Change)
"""A change from all its fields, which nobody counts: a sync makes hundreds of thousands."""

StreamName = tuple[UUID, UUID]
"""(writer, scope)"""


@dataclass(frozen=True)
class Stream:
    """Who a stream is: its name, the key that seals it, and the place (`base`, `genesis` hash) before its first row.

    A stream starts at base 0 with `genesis_of`. The branch of a forked copy starts where the copies parted, and is
    named by the hash of its first row (`fork_writer`), so that every laptop that holds the branch names it alike.
    """

    writer: UUID
    scope: UUID
    public_key: bytes
    base: int
    genesis: bytes

    @property
    def name(self) -> StreamName:
        """The stream's name."""
        return (self.writer, self.scope)


@dataclass(frozen=True)
class Head:
    """How far a stream goes: the number and hash of its last row (its base and genesis while it is empty)."""

    stream: Stream
    seq: int
    hash: bytes

    @property
    def name(self) -> StreamName:
        """The stream's name."""
        return self.stream.name


@dataclass(frozen=True)
class Draft:
    """A change before it has its place in a stream."""

    kind: str
    entity: str
    eid: str
    subject: str | None
    sets: Mapping[str, Any]
    replaces: Mapping[str, Sequence[str]]
    hlc: int
    wall_ms: int
    cid: str


def own_stream(writer: UUID, scope: UUID, public_key: bytes) -> Stream:
    """The stream of a writer in a scope; its genesis binds the key, so that nobody else can take the name."""
    return Stream(writer, scope, public_key, 0, genesis_of(writer, scope, public_key))


def genesis_of(writer: UUID, scope: UUID, public_key: bytes) -> bytes:
    """The hash before a stream's first change."""
    return hashlib.sha256(b"sla stream 1" + writer.bytes + scope.bytes + public_key).digest()


def fork_writer(scope: UUID, first: bytes) -> UUID:
    """The writer name of a branch, from the hash of its first row."""
    return UUID(bytes=hashlib.sha256(b"sla fork 1" + scope.bytes + first).digest()[:16])


def genuine(stream: Stream, first: bytes) -> bool:
    """Whether a stream's name fits its key, or, for a branch, the hash of its first row."""
    plain = stream.base == 0 and stream.genesis == genesis_of(*stream.name, stream.public_key)
    return plain or (stream.base >= 0 and stream.writer == fork_writer(stream.scope, first))


# Made once: an import of a large list writes hundreds of thousands of payloads.
_CANONICAL = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)


def payload_text(sets: Mapping[str, Any], replaces: Mapping[str, Sequence[str]]) -> str:
    """The canonical JSON text of a payload; the digest is over exactly these bytes."""
    body = {"s": sets, "p": {name: list(cids) for name, cids in replaces.items() if cids}}
    return _CANONICAL.encode(body)


def digest_of(salt: bytes, payload: bytes) -> bytes:
    """The salted digest of a payload: it proves the text, and without salt and text says nothing."""
    return hashlib.sha256(salt + payload).digest()


def chain(previous: bytes, row: Change) -> bytes:
    """The hash of a row after the hash before it."""
    tail = bytes.fromhex(row.eid + (row.subject or NOBODY)) + row.digest
    return chained(
        previous, row.seq, bytes.fromhex(row.cid), row.hlc, row.wall_ms, row.kind, row.sv, row.entity, tail
    )


def chained(
    previous: bytes, seq: int, cid: bytes, hlc: int, wall_ms: int, kind: str, sv: int, entity: str, tail: bytes
) -> bytes:
    """The same of a row's parts, for readers of thousands of them; `tail` is entity id, subject and digest."""
    name = entity.encode()
    numbers = _NUMBERS.pack(hlc, wall_ms, kind.encode(), sv, len(name))
    return hashlib.sha256(b"".join((previous, _SEQ.pack(seq), cid, numbers, name, tail))).digest()


def link(drafts: Iterable[Draft], head: Head) -> list[Change]:
    """Give drafts their places, salts and hashes behind a stream's head."""
    previous, rows = head.hash, []
    for seq, draft in enumerate(drafts, start=head.seq + 1):
        salt, payload = secrets.token_bytes(16), payload_text(draft.sets, draft.replaces)
        row = Change(
            seq=seq,
            cid=draft.cid,
            hlc=draft.hlc,
            wall_ms=draft.wall_ms,
            kind=draft.kind,
            entity=draft.entity,
            eid=draft.eid,
            subject=draft.subject,
            sv=SCHEMA_VERSION,
            salt=salt,
            payload=payload,
            digest=digest_of(salt, payload.encode()),
            hash=b"",
        )
        previous = chain(previous, row)
        rows.append(row._replace(hash=previous))
    return rows


def verify(rows: Sequence[Change], after: int, previous: bytes) -> bytes:
    """Check contiguity, digests and chain of received rows; the hash of the last one. SlaError if tampered."""
    for seq, row in enumerate(rows, start=after + 1):
        sound = row.seq == seq and (row.payload is None) == (row.salt is None)
        if row.payload is not None and row.salt is not None:
            sound = sound and digest_of(row.salt, row.payload.encode()) == row.digest
        previous = chain(previous, row)
        if not sound or row.hash != previous:
            raise SlaError(
                f"Record {row.seq} from another laptop does not match its seal, so that batch was not taken in. "
                "Ask for a fresh copy of the shared data."
            )
    return previous


def heads(connection: Connection) -> dict[StreamName, Head]:
    """The head of every stream here."""
    found = [_head(row) for row in cells.asked(connection, f"SELECT {_STREAM} FROM stream")]
    return {head.name: head for head in found}


def find(connection: Connection, name: StreamName) -> tuple[int, Head] | None:
    """The local number and the head of a stream, or None if there is none of that name."""
    sql = f"SELECT {_STREAM} FROM stream WHERE writer = ? AND scope = ?"
    found = cells.asked(connection, sql, (name[0].hex, name[1].hex))
    return (found[0][0], _head(found[0])) if found else None


def find_or_start(connection: Connection, stream: Stream) -> tuple[int, Head]:
    """The local number and the head of a stream, started when it is new."""
    known = find(connection, stream.name)
    if known is not None:
        return known
    names = (stream.writer.hex, stream.scope.hex, stream.public_key)
    place = (stream.base, stream.genesis)
    ((sid,),) = cells.asked(connection, _START, (*names, *place, *place))
    return sid, Head(stream, *place)


def append(connection: Connection, sid: int, rows: Sequence[Change]) -> None:
    """Write linked rows at the end of a stream and move its head."""
    if not rows:
        return
    connection.exec_driver_sql(_INSERT, [_cells(sid, row) for row in rows])
    moved = (rows[-1].seq, rows[-1].hash, sid)
    connection.exec_driver_sql("UPDATE stream SET head_seq = ?, head_hash = ? WHERE sid = ?", moved)


def read(connection: Connection, sid: int, after: int, limit: int) -> list[Change]:
    """Rows of a stream behind a sequence number, in order."""
    sql = f"SELECT {COLUMNS} FROM change WHERE sid = ? AND seq > ? ORDER BY seq LIMIT ?"
    return list(map(as_change, cells.asked(connection, sql, (sid, after, limit))))


def begun(connection: Connection, sid: int, after: int) -> Counter[str]:
    """How many things of each entity the rows of a stream behind a sequence number create."""
    sql = "SELECT entity, count(*) FROM change WHERE sid = ? AND seq > ? AND kind = 'C' GROUP BY entity"
    return Counter(dict(cells.asked(connection, sql, (sid, after))))


def changed(connection: Connection, sid: int, after: int) -> int:
    """How many things from before the rows of a stream behind a sequence number change."""
    behind = "SELECT eid FROM change WHERE sid = ? AND seq > ? AND kind {} 'C'"
    sql = f"SELECT count(DISTINCT eid) FROM ({behind.format('<>')}) WHERE eid NOT IN ({behind.format('=')})"
    ((found,),) = cells.asked(connection, sql, (sid, after, sid, after))
    return int(found)


def _head(row: Any) -> Head:
    _, writer, scope, key, base, genesis, seq, value = row
    return Head(Stream(id_from_hex(writer), id_from_hex(scope), key, base, genesis), seq, value)


def _cells(sid: int, row: Change) -> tuple[Any, ...]:
    return (sid, *row)


_STREAM = "sid, writer, scope, public_key, base, genesis, head_seq, head_hash"
COLUMNS = ", ".join(Change._fields)
_INSERT = cells.inserting(schema.change)
_START = f"INSERT INTO stream ({_STREAM.removeprefix('sid, ')}) VALUES {cells.marks(7)} RETURNING sid"
