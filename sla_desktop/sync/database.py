"""Streams in SQL tables: the same reading and appending for the laptop's store and for PostgreSQL."""

from collections.abc import Mapping
from uuid import UUID

from sqlalchemy import Connection, insert, select

from sla_desktop.domain.errors import SlaError
from sla_desktop.storage import log, projection, schema
from sla_desktop.storage.log import Head
from sla_desktop.sync import seals
from sla_desktop.sync.carrier import BATCH, BadStream, Batch, Fork, StreamName


def heads(connection: Connection) -> Mapping[StreamName, Head]:
    """How far each stream goes in these tables."""
    return log.heads(connection)


def read(connection: Connection, head: Head, after: int, previous: bytes) -> Batch | None:
    """The next rows behind `after`, up to the last sealed row within a batch."""
    sid = _sid(connection, (head.writer, head.scope))
    if sid is None:
        return None
    seal = schema.seal
    query = select(seal).where(seal.c.sid == sid, seal.c.seq > after, seal.c.seq <= after + BATCH)
    last = connection.execute(query.order_by(seal.c.seq.desc()).limit(1)).one_or_none()
    if last is None:
        return None
    rows = log.read(connection, sid, after, last.seq - after)
    return Batch(head.writer, head.scope, head.public_key, after, previous, tuple(rows), bytes(last.signature))


def append(connection: Connection, batch: Batch) -> set[str]:
    """Verify a batch and append what is new of it, projected into the tables; the entities touched.

    Raises Fork when the stream here has other rows at that place, BadStream when the batch is not genuine.
    """
    try:
        last = log.verify(batch.rows, batch.after, batch.previous)
    except SlaError as error:
        raise BadStream(str(error)) from error
    seals.check(batch.scope, last, batch.public_key, batch.signature)
    sid = log.stream_id(connection, batch.writer, batch.scope, batch.public_key)
    seq, value = log.head_of(connection, sid)
    rows = [row for row in batch.rows if row.seq > seq]
    if not rows:
        return set()
    before = batch.previous if batch.after == seq else next((r.hash for r in batch.rows if r.seq == seq), None)
    if before != value:
        raise Fork
    log.append(connection, sid, rows)
    connection.execute(insert(schema.seal).values(sid=sid, seq=rows[-1].seq, signature=batch.signature))
    return projection.project(connection, rows)


def hash_at(connection: Connection, name: StreamName, seq: int) -> bytes | None:
    """The hash at a place of a stream in these tables."""
    sid = _sid(connection, name)
    if sid is None:
        return None
    if seq == 0:
        return log.genesis(*name)
    query = select(schema.change.c.hash).where(schema.change.c.sid == sid, schema.change.c.seq == seq)
    found = connection.execute(query).scalar_one_or_none()
    return None if found is None else bytes(found)


def _sid(connection: Connection, name: tuple[UUID, UUID]) -> int | None:
    table = schema.stream
    query = select(table.c.sid).where(table.c.writer == name[0], table.c.scope == name[1])
    return connection.execute(query).scalar_one_or_none()
