"""What the CONTROL scope orders: who leads, whose later rows are held, and whose personal data goes."""

import json
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import Connection, insert, select, update

from sla_desktop.domain.team import LEAD, device_id
from sla_desktop.storage import cells, schema
from sla_desktop.storage.batches import batched
from sla_desktop.storage.entities import CONTROL

_OF_LEADS = {"revoked_at", "revoked_reason", "limits"}


class _Order(NamedTuple):
    """A change in CONTROL, with the stream it stands in."""

    cid: UUID
    eid: UUID
    entity: str
    payload: str | None
    seq: int
    writer: UUID
    public_key: bytes

    @property
    def sets(self) -> Mapping[str, Any]:
        try:
            found = json.loads(self.payload or "{}")["s"]
            return found if isinstance(found, dict) else {}
        except (ValueError, KeyError, TypeError, RecursionError):
            return {}


def devices(connection: Connection) -> list[UUID]:
    """The ids of all laptops that any change speaks of."""
    return _eids(connection, "device")


def erasures(connection: Connection) -> list[UUID]:
    """The ids of all orders to erase."""
    return _eids(connection, "erasure")


def permitted(connection: Connection) -> frozenset[UUID]:
    """The changes in CONTROL whose author may make them: the same whatever the order in which they arrived.

    A laptop writes its own record; who leads may do all. A laptop leads that says so of itself in its own record (the
    first one of a team does), or of which a lead says so. An order to erase counts only within a laptop's limits.
    """
    orders = _orders(connection)
    leads, limits = _leads(orders), _limits(connection)
    return frozenset(order.cid for order in orders if _may(order, leads, limits))


def hold(connection: Connection) -> set[UUID]:
    """Hold back, or release, rows of revoked laptops as their limits say; the entities concerned."""
    limits, stream, change = _limits(connection), schema.stream, schema.change
    moved: set[UUID] = set()
    for row in connection.execute(select(stream).where(stream.c.scope != CONTROL)).all():
        wanted = _limit(limits, bytes(row.public_key), row.writer, row.scope, row.base)
        if wanted == row.held_after:
            continue
        connection.execute(update(stream).where(stream.c.sid == row.sid).values(held_after=wanted))
        first = min(place for place in (wanted, row.held_after) if place is not None)
        moved.update(
            connection.execute(select(change.c.eid).where(change.c.sid == row.sid, change.c.seq > first)).scalars()
        )
    return moved


def held_after(connection: Connection, public_key: bytes, writer: UUID, scope: UUID, base: int) -> int | None:
    """The place in a stream behind which rows are held, or None."""
    return None if scope == CONTROL else _limit(_limits(connection), public_key, writer, scope, base)


def erase(connection: Connection) -> set[UUID]:
    """Remove payload and salt of all personal changes about people newly ordered to be erased; their entities."""
    order, erased, change = schema.TABLES["erasure"], schema.erased, schema.change
    query = select(order.c.member_id).distinct().where(order.c.member_id.not_in(select(erased.c.subject)))
    subjects = connection.execute(query).scalars().all()
    touched: set[UUID] = set()
    for chunk in batched(subjects):
        connection.execute(insert(erased), [{"subject": subject} for subject in chunk])
        about = change.c.subject.in_(chunk)
        touched.update(connection.execute(select(change.c.eid).where(about)).scalars())
        connection.execute(update(change).where(about).values(payload=None, salt=None))
    return touched


def all_erased(connection: Connection) -> frozenset[UUID]:
    """Everybody who was erased."""
    return frozenset(connection.execute(select(schema.erased.c.subject)).scalars())


def erased_of(connection: Connection, subjects: Iterable[UUID]) -> set[UUID]:
    """Those of some people who were erased."""
    found: set[UUID] = set()
    for chunk in batched(list(subjects)):
        sql = f"SELECT subject FROM erased WHERE subject IN {cells.marks(len(chunk))}"
        rows = connection.exec_driver_sql(sql, tuple(subject.hex for subject in chunk)).scalars()
        found.update(map(schema.id_from_hex, rows))
    return found


def names_of(connection: Connection, eids: Iterable[UUID]) -> set[str]:
    """What kinds of things some ids are."""
    names: set[str] = set()
    for chunk in batched(list(eids)):
        query = select(schema.change.c.entity).distinct().where(schema.change.c.eid.in_(chunk))
        names.update(connection.execute(query).scalars())
    return names


def _eids(connection: Connection, entity: str) -> list[UUID]:
    scope = select(schema.stream.c.sid).where(schema.stream.c.scope == CONTROL)
    query = select(schema.change.c.eid).distinct()
    found = connection.execute(query.where(schema.change.c.sid.in_(scope), schema.change.c.entity == entity))
    return list(found.scalars())


def _orders(connection: Connection) -> list[_Order]:
    change, stream = schema.change, schema.stream
    columns = (change.c.cid, change.c.eid, change.c.entity, change.c.payload, change.c.seq)
    query = select(*columns, stream.c.writer, stream.c.public_key).where(stream.c.scope == CONTROL)
    found = connection.execute(query.join_from(change, stream, change.c.sid == stream.c.sid))
    return [_Order._make([*row[:-1], bytes(row[-1])]) for row in found]


def _leads(orders: list[_Order]) -> set[bytes]:
    said = [order for order in orders if order.entity == "device" and order.sets.get("role") == LEAD]
    keys: dict[UUID, bytes] = {device_id(order.public_key): order.public_key for order in orders}
    leads = {order.public_key for order in said if order.eid == device_id(order.public_key)}
    while True:
        named = {keys[order.eid] for order in said if order.public_key in leads and order.eid in keys}
        if named <= leads:
            return leads
        leads |= named


def _may(order: _Order, leads: set[bytes], limits: Mapping[bytes, Mapping[str, Any]]) -> bool:
    if order.entity == "device":
        own = order.eid == device_id(order.public_key) and not _OF_LEADS & order.sets.keys()
        return own or order.public_key in leads
    limit = _limit(limits, order.public_key, order.writer, CONTROL, 0)
    return order.public_key in leads and (limit is None or order.seq <= limit)


def _limits(connection: Connection) -> dict[bytes, Mapping[str, Any]]:
    """For each revoked key, how many rows of each of its streams count."""
    table = schema.TABLES["device"]
    query = select(table.c.public_key, table.c.limits).where(table.c.revoked_at.is_not(None))
    found = {}
    for key, limits in connection.execute(query):
        try:
            found[bytes.fromhex(key)] = limits or {}
        except ValueError:
            continue
    return found


def _limit(
    limits: Mapping[bytes, Mapping[str, Any]], public_key: bytes, writer: UUID, scope: UUID, base: int
) -> int | None:
    if public_key not in limits:
        return None
    told = limits[public_key].get(f"{writer}/{scope}", base)
    return told if type(told) is int and 0 <= told < 1 << 62 else base
