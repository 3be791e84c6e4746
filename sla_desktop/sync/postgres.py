"""The carrier to a shared PostgreSQL 15 or newer: one round trip to look, one to send."""

import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime
from typing import Any
from uuid import UUID

import psycopg

from sla_desktop.storage.entities import CONTROL
from sla_desktop.storage.log import Change, Head, Stream, StreamName
from sla_desktop.sync.carrier import BATCH, Batch, Fork, News
from sla_desktop.sync.postgres_connection import connect, told

_PULL = "SELECT * FROM sync.pull(%s::uuid[], %s::uuid[], %s::bigint[], %s::bytea[], %s)"
_REFUSED = {
    "gap": "The share was put back to an earlier state meanwhile. Nothing is lost; sync again.",
    "damaged": "The share did not take in some records: they do not match their seal. Ask for a fresh copy.",
    "denied": "The share did not take in the records of an event that this laptop's name there may not write to. "
    "Ask whoever runs it.",
    "control": "The share takes changes to the team, and orders to erase, from laptops that lead. "
    "They go there when one of those syncs.",
    "withheld": "Records of somebody who was erased came before the order to do so. They go once a laptop that leads "
    "has synced.",
    "unfit": "Some records hold characters that a database cannot keep, so they stay on this laptop.",
}


class Postgres:
    """The carrier to one shared database, over one connection."""

    def __init__(self, url: str) -> None:
        self.faults: list[str] = []
        self._connection, self._place = connect(url)
        self._listening: set[UUID] = set()
        self._scopes: set[UUID] = {CONTROL}

    def pull(self, have: Mapping[StreamName, Head]) -> News:
        """What is there beyond what this laptop has, about 5,000 rows at a time."""
        names = [list(column) for column in zip(*have, strict=True)] or [[], []]
        places = [[head.seq for head in have.values()], [head.hash for head in have.values()]]
        with self._told():
            rows = self._execute(_PULL, (*names, *places, BATCH)).fetchall()
        news = _news(rows, have)
        self._scopes |= {scope for _, scope in (*have, *news.heads)}
        return news

    def append(self, batches: Sequence[Batch]) -> Collection[StreamName]:
        """Store batches, those that the share takes; what it refuses is among the `faults`. Raises Fork."""
        fit = [batch for batch in batches if _is_fit(batch)]
        with self._told():
            sent = [[_text(_plain(batch)) for batch in fit], [_text(list(map(_plain_row, b.rows))) for b in fit]]
            found = self._execute("SELECT * FROM sync.push(%b::text[], %b::text[])", sent).fetchall() if fit else []
        answers = [answer for (answer,) in found] + ["unfit"] * (len(fit) < len(batches))
        for batch, answer in zip(fit, answers, strict=False):
            if answer == "fork":
                # What comes after it does not fit either; anything else is refused again when the rest is sent.
                raise Fork(batch.name)
        self.faults += [_REFUSED[answer] for answer in dict.fromkeys(answers) if answer in _REFUSED]
        refused = {batch.name for batch, answer in zip(fit, answers, strict=False) if answer in _REFUSED}
        return refused | {batch.name for batch in batches if not _is_fit(batch)}

    def hash_at(self, name: StreamName, seq: int) -> bytes | None:
        """The hash of the row at a place of a stream, or None."""
        with self._told():
            found = self._execute("SELECT sync.hash_at(%s, %s, %s)", (*name, seq)).fetchone()
        return found[0] if found else None

    def wait(self, seconds: float) -> bool:
        """Wait until somebody else sends something in the scopes looked at so far; False if nobody did."""
        with self._told():
            for scope in self._scopes - self._listening:
                self._connection.execute(f'LISTEN "sla {scope}"')
                self._listening.add(scope)
            own = self._connection.info.backend_pid
            news = self._connection.notifies(timeout=seconds, stop_after=1)
            return any(one.pid != own for one in news)

    def finish(self, *, changed: bool) -> None:
        """Nothing is left to write: the tables were brought up to date with each append."""

    def close(self) -> None:
        """Let go of the connection."""
        self._connection.close()

    def _execute(self, statement: str, values: Sequence[Any]) -> psycopg.Cursor[Any]:
        return self._connection.cursor(binary=True).execute(statement, values)

    @contextmanager
    def _told(self) -> Iterator[None]:
        with told(self._place):
            yield


def _news(rows: Sequence[tuple[Any, ...]], have: Mapping[StreamName, Head]) -> News:
    """Sort the rows of an answer: heads, each followed by the rows of its batch; at the end the time."""
    heads: dict[StreamName, Head] = {}
    batches: list[Batch] = []
    start = 0
    *found, (last, *_) = rows
    while start < len(found):
        line = found[start][0]
        start += 1
        name = (UUID(line["writer"]), UUID(line["scope"]))
        if "seq" not in line:
            stream = have[name].stream
            heads[name] = Head(stream, stream.base, stream.genesis)
            continue
        stream = Stream(*name, _bytes(line["public_key"]), line["base"], _bytes(line["genesis"]))
        heads[name] = Head(stream, line["seq"], _bytes(line["hash"]))
        if line["signature"]:
            end = next((at for at in range(start, len(found)) if found[at][0] is not None), len(found))
            taken = tuple(_change(row[1:]) for row in found[start:end])
            batches.append(Batch(stream, line["after"], _bytes(line["previous"]), taken, _bytes(line["signature"])))
            start = end
    return News(heads, batches, last["more"], datetime.fromisoformat(last["clock"]))


def _change(row: Sequence[Any]) -> Change:
    seq, cid, hlc, wall_ms, kind, entity, eid, subject, *more = row
    return Change._make((seq, cid.hex, hlc, wall_ms, kind, entity, eid.hex, subject and subject.hex, *more))


def _is_fit(batch: Batch) -> bool:
    """Whether PostgreSQL can keep the text of all rows: it knows no NUL."""
    return not any("\0" in (row.payload or "") or "\0" in row.entity + row.kind for row in batch.rows)


def _plain(batch: Batch) -> dict[str, Any]:
    stream = batch.stream
    return {
        "writer": str(stream.writer),
        "scope": str(stream.scope),
        "public_key": _hex(stream.public_key),
        "base": stream.base,
        "genesis": _hex(stream.genesis),
        "after": batch.after,
        "previous": _hex(batch.previous),
        "signature": _hex(batch.signature),
    }


def _plain_row(row: Change) -> dict[str, Any]:
    return {
        "seq": row.seq,
        "cid": row.cid,
        "hlc": row.hlc,
        "wall_ms": row.wall_ms,
        "kind": row.kind,
        "entity": row.entity,
        "eid": row.eid,
        "subject": row.subject,
        "sv": row.sv,
        "salt": _hex(row.salt) if row.salt is not None else None,
        "payload": row.payload,
        "digest": _hex(row.digest),
        "hash": _hex(row.hash),
    }


def _text(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _hex(value: bytes) -> str:
    return f"\\x{value.hex()}"


def _bytes(text: str) -> bytes:
    return bytes.fromhex(text[2:])
