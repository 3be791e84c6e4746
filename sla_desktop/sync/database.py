"""A store's streams: what others lack, what they bring, and where two copies of one laptop parted."""

import time
from collections.abc import Mapping, Sequence

from sqlalchemy import Connection, delete, insert, select, update

from sla_desktop.domain.errors import SlaError
from sla_desktop.storage import cells, log, meta, orders, projection, schema
from sla_desktop.storage.entities import CONTROL
from sla_desktop.storage.log import Change, Head, Stream, StreamName
from sla_desktop.storage.projection import Plain
from sla_desktop.sync import seals
from sla_desktop.sync.carrier import BATCH, BadStream, Batch, Fork, News

_LAST_SEAL = "SELECT seq, signature FROM seal WHERE sid = ? AND seq > ? AND seq <= ? ORDER BY seq DESC LIMIT 1"
# A clock further ahead than this is not believed: one laptop in the year 2030 must not take the others there.
_MOST_AHEAD = 15 * 60 * 1000 << 16


def pull(connection: Connection, have: Mapping[StreamName, Head], limit: int = BATCH) -> News:
    """What this store has beyond some heads: the heads that differ, and about `limit` rows, CONTROL first."""
    mine = log.heads(connection)
    differing = {name: head for name, head in mine.items() if have.get(name) != head}
    lacking = {
        n: Head(told.stream, told.stream.base, told.stream.genesis) for n, told in have.items() if n not in mine
    }
    batches: list[Batch] = []
    taken = 0
    for name in sorted(differing, key=order):
        after, previous = place(differing[name], have.get(name))
        if hash_at(connection, name, after) != previous:
            continue
        while taken < limit and (batch := read(connection, differing[name].stream, after, previous)):
            batches.append(batch)
            taken += len(batch.rows)
            after, previous = batch.head.seq, batch.head.hash
    return News({**differing, **lacking}, batches, more=taken >= limit)


def order(name: StreamName) -> tuple[bool, StreamName]:
    """The order in which streams travel: CONTROL before all others, so that no order to erase is outrun."""
    return (name[1] != CONTROL, name)


def place(longer: Head, shorter: Head | None) -> tuple[int, bytes]:
    """Where the rows that one side lacks begin: a sequence number, and the hash there."""
    return (shorter.seq, shorter.hash) if shorter else (longer.stream.base, longer.stream.genesis)


def read(connection: Connection, stream: Stream, after: int, previous: bytes) -> Batch | None:
    """The next rows behind `after`, up to the last sealed row within a batch."""
    known = log.find(connection, stream.name)
    if known is None:
        return None
    within = (known[0], after, after + BATCH)
    found = cells.asked(connection, _LAST_SEAL, within)
    if not found:
        return None
    seq, signature = found[0]
    rows = log.read(connection, known[0], after, seq - after)
    return Batch(stream, after, previous, tuple(rows), signature)


def append(connection: Connection, batch: Batch) -> set[str]:
    """Verify a batch and append what is new of it, projected into the tables; the entities touched.

    Raises Fork when the stream here has other rows at that place, BadStream when the batch is not genuine.
    """
    _verify(batch)
    known = log.find(connection, batch.name)
    if known is None and (batch.after != batch.stream.base or not log.genuine(batch.stream, batch.rows[0].hash)):
        raise Fork(batch.name)
    sid, head = known or log.find_or_start(connection, batch.stream)
    rows = [row for row in batch.rows if row.seq > head.seq]
    if head.stream != batch.stream or not _follows(batch, head):
        raise Fork(batch.name)
    if not rows:
        return set()
    rows = _redacted(connection, rows)
    log.append(connection, sid, rows)
    seals.put(connection, sid, rows[-1].seq, batch.signature)
    _absorb_clock(connection, max(row.hlc for row in rows))
    ready = batch.ready if tuple(rows) == batch.rows else None
    return _project(connection, sid, batch.stream, rows, ready)


def hash_at(connection: Connection, name: StreamName, seq: int) -> bytes | None:
    """The hash at a place of a stream in these tables."""
    known = log.find(connection, name)
    if known is None:
        return None
    if seq == known[1].stream.base:
        return known[1].stream.genesis
    sql = "SELECT hash FROM change WHERE sid = ? AND seq = ?"
    found = cells.asked(connection, sql, (known[0], seq))
    return found[0][0] if found else None


def branch_off(connection: Connection, name: StreamName, last_shared: int) -> None:
    """Move the rows of a stream behind a place, unchanged, to a stream named by the first of them.

    Rows, hashes and seals stay valid, and every laptop that holds the branch names it alike. Where that name has
    other rows further on (a copy of a copy), the rest branches off again.
    """
    known = log.find(connection, name)
    if known is None:
        return
    sid, head = known
    rows = log.read(connection, sid, last_shared, head.seq - last_shared)
    marks = select(schema.seal.c.seq, schema.seal.c.signature).where(
        schema.seal.c.sid == sid, schema.seal.c.seq > last_shared
    )
    signatures = {seq: bytes(signature) for seq, signature in connection.execute(marks)}
    shared = hash_at(connection, name, last_shared)
    assert shared is not None
    for table in (schema.change, schema.seal):
        connection.execute(delete(table).where(table.c.sid == sid, table.c.seq > last_shared))
    if last_shared == head.stream.base:
        connection.execute(delete(schema.stream).where(schema.stream.c.sid == sid))
    else:
        shorter = {"head_seq": last_shared, "head_hash": shared}
        connection.execute(update(schema.stream).where(schema.stream.c.sid == sid).values(shorter))
    _graft(connection, head.stream, last_shared, shared, rows, signatures)
    projection.refold(connection, orders.hold(connection))


def _graft(
    connection: Connection,
    parent: Stream,
    base: int,
    genesis: bytes,
    rows: Sequence[Change],
    signatures: Mapping[int, bytes],
) -> None:
    """Put rows into the branch that their first hash names, as far as it has no others; the rest into its own."""
    while rows:
        writer = log.fork_writer(parent.scope, rows[0].hash)
        sid, head = log.find_or_start(connection, Stream(writer, parent.scope, parent.public_key, base, genesis))
        there = {row.seq: row.hash for row in log.read(connection, sid, base, len(rows))}
        shared = 0
        while shared < len(rows) and there.get(rows[shared].seq) == rows[shared].hash:
            shared += 1
        if shared == len(rows):
            return
        if rows[shared].seq > head.seq:
            log.append(connection, sid, rows[shared:])
            marks = [{"sid": sid, "seq": s, "signature": v} for s, v in signatures.items() if s > head.seq]
            if marks:
                connection.execute(insert(schema.seal), marks)
            return
        base, genesis, rows = rows[shared - 1].seq, rows[shared - 1].hash, rows[shared:]


def _verify(batch: Batch) -> None:
    if not batch.rows or batch.after < batch.stream.base:
        raise BadStream("A batch of shared records is empty or starts before its stream. Ask for a fresh copy.")
    if not batch.computed:
        try:
            log.verify(batch.rows, batch.after, batch.previous)
        except SlaError as error:
            raise BadStream(str(error)) from error
    seals.check(batch.stream.scope, batch.head.hash, batch.stream.public_key, batch.signature)


def _follows(batch: Batch, head: Head) -> bool:
    """Whether the batch has the head's row, or the place right before its first row is the head."""
    if batch.after == head.seq:
        return batch.previous == head.hash
    return any(row.seq == head.seq and row.hash == head.hash for row in batch.rows) or _behind(batch, head)


def _behind(batch: Batch, head: Head) -> bool:
    # All of the batch is known here already; whether its rows are the same ones is for who compares heads.
    return batch.rows[-1].seq < head.seq


def _redacted(connection: Connection, rows: Sequence[Change]) -> list[Change]:
    """The rows without the text that has to go. BadStream while the order to let it go is still to come."""
    gone = orders.gone_of(connection, rows)
    if any(row.payload is None and not gone.covers(row) for row in rows):
        raise BadStream(
            "Records whose text was erased came before the order to do so, so they wait. They come in once the "
            "laptop that gave the order has synced there too."
        )
    return gone.without(rows)


def _absorb_clock(connection: Connection, hlc: int) -> None:
    """Later edits here come after what was received, unless its clock is too far ahead to be believed."""
    mine = int(meta.known(connection, "hlc"))
    if mine < hlc <= (time.time_ns() // 1_000_000 << 16) + _MOST_AHEAD:
        meta.put(connection, "hlc", str(hlc))


def _project(
    connection: Connection, sid: int, stream: Stream, rows: Sequence[Change], ready: Plain | None
) -> set[str]:
    if orders.is_revoked(connection, stream.public_key):
        moved = orders.hold(connection)
        projection.refold(connection, {row.eid for row in rows} | moved)
        touched = orders.names_of(connection, moved) | {row.entity for row in rows}
    else:
        touched = projection.project(connection, sid, stream.scope, rows, ready)
    return touched | projection.settle(connection) if stream.scope == CONTROL else touched
