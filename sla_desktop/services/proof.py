"""The proof that nobody rewrote the record: chain, digests and seals of every stream are walked again."""

from dataclasses import dataclass

from sqlalchemy import Connection

from sla_desktop.domain.errors import SlaError
from sla_desktop.domain.events import DEFAULT_ZONE, Event
from sla_desktop.domain.team import Device
from sla_desktop.domain.text import counted
from sla_desktop.services.wording import thing_words
from sla_desktop.storage import log, orders, query
from sla_desktop.storage.entities import CONTROL, DIRECTORY
from sla_desktop.storage.log import Head
from sla_desktop.storage.store import Store

_PAGE = 5000


@dataclass(frozen=True)
class Proven:
    """What was walked; `fault` is the first break in a sentence, or nothing."""

    records: int
    streams: int
    fault: str = ""

    @property
    def words(self) -> str:
        """The outcome in a sentence."""
        told = f"{counted(self.records, 'record')} in {self.streams} series"
        return (
            self.fault or f"All {told} are as they were written and signed; nothing was changed, left out or put in."
        )


def verify(store: Store) -> Proven:
    """Walk every stream: each record follows the one before, says what was signed, and lost text only by order."""
    from sla_desktop.sync.exchange import seal

    heads = sorted(seal(store).values(), key=lambda head: head.name)
    records = 0
    with store.read() as connection:
        gone = orders.gone(connection)
        for head in heads:
            broken = _broken(connection, head, gone)
            if broken is not None:
                return Proven(records, len(heads), f"Record {broken} {_where(connection, head)}")
            records += head.seq - head.stream.base
    return Proven(records, len(heads))


def _broken(connection: Connection, head: Head, gone: orders.Gone) -> int | None:
    """The number of the first record that is not as it was written, or None."""
    from sla_desktop.sync.seals import check

    known = log.find(connection, head.name)
    assert known is not None
    sid, stream = known[0], head.stream
    sql = "SELECT seq, signature FROM seal WHERE sid = ?"
    marks = {seq: bytes(mark) for seq, mark in connection.exec_driver_sql(sql, (sid,))}
    after, previous = stream.base, stream.genesis
    while rows := log.read(connection, sid, after, _PAGE):
        if after == stream.base and not log.genuine(stream, rows[0].hash):
            return rows[0].seq
        for row in rows:
            try:
                previous = log.verify([row], after, previous)
                if row.seq in marks:
                    check(stream.scope, row.hash, stream.public_key, marks[row.seq])
            except SlaError:
                return row.seq
            if row.payload is None and not gone.covers(row):
                return row.seq
            after = row.seq
    whole = (after, previous) == (head.seq, head.hash) and (after in marks or after == stream.base)
    return None if whole else after + 1


def _where(connection: Connection, head: Head) -> str:
    laptops = {one.public_key: one.name for one in query.find(connection, Device)}
    laptop = laptops.get(head.stream.public_key.hex()) or "a laptop that is not known here"
    places = {CONTROL: "the team", DIRECTORY: "the register"}
    scope = head.stream.scope
    event = query.get(connection, Event, scope)
    place = places.get(scope) or (thing_words(connection, "event", scope, DEFAULT_ZONE) if event else "an event")
    return (
        f"of what {laptop} wrote about {place} is not as it was signed. Keep this data file as evidence, "
        "restore a backup, and sync for what came after it."
    )
