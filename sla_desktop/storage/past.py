"""What the log says of each thing: the changes that the fold reads."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import groupby
from operator import itemgetter
from typing import Any

from sqlalchemy import Connection

from sla_desktop.storage import cells, log
from sla_desktop.storage.batches import batched
from sla_desktop.storage.entities import BY_NAME, ENTITIES
from sla_desktop.storage.log import Change
from sla_desktop.storage.schema import id_from_hex

Said = tuple[str, str, str | None, bool]
"""(kind, entity, payload) of a change, and whether it stands where it does not belong"""

_MISPLACED = "payload IS NOT NULL AND NOT CASE entity {} ELSE true END".format(
    " ".join(f"WHEN '{entity.name}' THEN {entity.belonging}" for entity in ENTITIES)
)


def everything(connection: Connection) -> Iterator[tuple[str, list[Said]]]:
    """The id, in hexadecimal, of every entity in the log, and what its changes that count say."""
    driver: Any = connection.connection.driver_connection
    counting = "(held_after IS NULL OR seq <= held_after)"
    told = "eid, kind, entity, payload, scope"
    sql = f"SELECT {told} FROM change JOIN stream USING (sid) WHERE {counting} ORDER BY eid"
    for eid, rows in groupby(driver.execute(sql), itemgetter(0)):
        yield eid, [(*row[1:4], _is_misplaced(eid, row[2], row[4])) for row in rows]


def _is_misplaced(eid: str, entity: str, scope: str) -> bool:
    return entity in BY_NAME and not BY_NAME[entity].belongs(_scope(scope), eid)


_scope = lru_cache(id_from_hex)


def changes_of(connection: Connection, eids: Sequence[str]) -> dict[str, list[Change]]:
    """All changes of some entities that count, by entity id; rows held back of a revoked laptop do not."""
    found: dict[str, list[Change]] = {eid: [] for eid in eids}
    held = _held(connection)
    for chunk in batched(eids):
        sql = f"SELECT {log.COLUMNS}, sid FROM change WHERE eid IN {cells.marks(len(chunk))}"
        for row in cells.asked(connection, sql, chunk):
            change = Change._make(row[:-1])
            if change.seq <= held.get(row[-1], change.seq):
                found[change.eid].append(change)
    return found


def told_of(connection: Connection, subjects: Sequence[str], entity: str, field: str) -> set[str]:
    """What a field of the records about some people (ids in hexadecimal) says and ever said, unless it was let go."""
    found: set[str] = set()
    said = f"CASE WHEN json_valid(payload) THEN json_extract(payload, '$.s.{field}') END"
    for chunk in batched(subjects):
        sql = f"SELECT {said} FROM change WHERE entity = '{entity}' AND subject IN {cells.marks(len(chunk))}"
        found.update(value for (value,) in cells.asked(connection, sql, chunk) if isinstance(value, str))
    return found


def known_of(connection: Connection, eids: Sequence[str], sid: int, seq: int) -> set[str]:
    """Those of some entities that have changes besides those of a stream from a place on."""
    found: set[str] = set()
    for chunk in batched(eids):
        among = f"eid IN {cells.marks(len(chunk))} AND NOT (sid = ? AND seq >= ?)"
        rows = cells.asked(connection, f"SELECT eid FROM change WHERE {among}", (*chunk, sid, seq))
        found.update(eid for (eid,) in rows)
    return found


def misplaced(connection: Connection, eids: Sequence[str]) -> set[str]:
    """The changes of some entities that stand in a scope where they do not belong."""
    found: set[str] = set()
    for chunk in batched(eids):
        among = f"eid IN {cells.marks(len(chunk))} AND {_MISPLACED}"
        rows = cells.asked(connection, f"SELECT cid FROM change JOIN stream USING (sid) WHERE {among}", chunk)
        found.update(cid for (cid,) in rows)
    return found


def kinds_of(connection: Connection, eids: Sequence[str]) -> list[tuple[str, str]]:
    """What some ids are, whether their changes count or are held."""
    found: list[tuple[str, str]] = []
    for chunk in batched(eids):
        sql = f"SELECT DISTINCT eid, entity FROM change WHERE eid IN {cells.marks(len(chunk))}"
        found += cells.asked(connection, sql, chunk)
    return found


def _held(connection: Connection) -> dict[int, int]:
    return dict(cells.asked(connection, "SELECT sid, held_after FROM stream WHERE held_after IS NOT NULL"))
