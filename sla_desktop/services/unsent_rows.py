"""Rows of the log that are on no share yet: how many, since when, what they are about, and who else has them."""

from collections import Counter
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Connection

from sla_desktop.storage import log

_MOST_COUNTED = 20_000


def waiting(connection: Connection, known: Mapping[str, Any]) -> dict[log.Head, int]:
    """How many rows of each stream are not on the share that is known."""
    there = known.get("heads", {})
    return {one: one.seq - sent for one in log.heads(connection).values() if one.seq > (sent := _sent(there, one))}


def _sent(there: Mapping[str, int], head: log.Head) -> int:
    return there.get(key_of(head.name), head.stream.base)


def elsewhere(connection: Connection, own_key: bytes, waiting: Mapping[log.Head, int]) -> tuple[int, tuple[str, ...]]:
    """How many of the rows that wait no other desk is known to have; the names of the desks that have them all."""
    from sla_desktop.sync import peers

    lacking: list[tuple[str, list[int]]] = []
    for one in peers.others(connection, own_key):
        if one.revoked_at is None:
            there = peers.reach(connection, one.public_key, (head.name for head in waiting))
            missing = [max(0, min(head.seq - seq, waiting[head])) for head, seq in zip(waiting, there, strict=True)]
            lacking.append((one.name, missing))
    alone = sum(map(min, zip(waiting.values(), *(rows for _, rows in lacking), strict=True)))
    return alone, tuple(name for name, rows in lacking if waiting and not any(rows))


def made(connection: Connection, waiting: Mapping[log.Head, int]) -> Counter[str]:
    """How many things of each kind the rows that wait began, unless there are too many to look through each time."""
    if sum(waiting.values()) > _MOST_COUNTED:
        return Counter()
    known = [(log.find(connection, head.name), head.seq - rows) for head, rows in waiting.items()]
    begun = sum((log.begun(connection, found[0], after) for found, after in known if found), Counter[str]())
    begun["changed"] = sum(log.changed(connection, found[0], after) for found, after in known if found)
    return begun


def oldest(connection: Connection, waiting: Mapping[log.Head, int]) -> datetime | None:
    """When the first of the rows that wait was written; each stream's first waiting row is its oldest."""
    told = []
    for head, rows in waiting.items():
        known = log.find(connection, head.name)
        told += [row.wall_ms for row in log.read(connection, known[0], head.seq - rows, 1)] if known else []
    return datetime.fromtimestamp(min(told) / 1000, UTC) if told else None


def key_of(name: tuple[UUID, UUID]) -> str:
    """How a stream is called where the last exchange is kept."""
    return f"{name[0]}/{name[1]}"
