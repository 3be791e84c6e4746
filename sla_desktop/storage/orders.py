"""What the CONTROL scope orders: who leads, whose later rows are held, and which personal data goes."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from sqlalchemy import Connection

from sla_desktop.domain.team import LEAD, device_id
from sla_desktop.storage import cells
from sla_desktop.storage.batches import batched
from sla_desktop.storage.entities import CONTROL

if TYPE_CHECKING:
    from sla_desktop.storage.log import Change

_OF_LEADS = {"revoked_at", "revoked_reason", "limits"}


class _Order(NamedTuple):
    """A change in CONTROL, with the stream it stands in."""

    cid: str
    eid: str
    entity: str
    payload: str | None
    public_key: bytes

    @property
    def sets(self) -> Mapping[str, Any]:
        try:
            found = json.loads(self.payload or "{}")["s"]
            return found if isinstance(found, dict) else {}
        except (ValueError, KeyError, TypeError, RecursionError):
            return {}


def devices(connection: Connection) -> list[str]:
    """The ids of all laptops that any change speaks of."""
    return _eids(connection, "device")


def removals(connection: Connection) -> list[str]:
    """The ids of all orders that let personal data go."""
    return _eids(connection, "erasure", "expiry")


def permitted(connection: Connection) -> frozenset[str]:
    """The changes in CONTROL whose author may make them: the same whatever the order in which they arrived.

    A laptop writes its own record; who leads may do all. A laptop leads that says so of itself in its own record (the
    first one of a team does), or of which a lead says so. Taking a laptop off does not unmake its orders: text
    that was erased somewhere cannot be had back, so an order must never cease to count.
    """
    orders = _orders(connection)
    leads = _leads(orders)
    return frozenset(order.cid for order in orders if _may(order, leads))


def hold(connection: Connection) -> set[str]:
    """Hold back, or release, rows of revoked laptops as their limits say; the entities concerned."""
    counting = _counting(connection)
    moved: set[str] = set()
    streams = cells.asked(connection, "SELECT sid, held_after FROM stream WHERE scope <> ?", (CONTROL.hex,))
    for sid, before in streams:
        wanted = counting.get(sid)
        if wanted != before:
            connection.exec_driver_sql("UPDATE stream SET held_after = ? WHERE sid = ?", (wanted, sid))
            first = min(place for place in (wanted, before) if place is not None)
            later = cells.asked(connection, "SELECT eid FROM change WHERE sid = ? AND seq > ?", (sid, first))
            moved.update(eid for (eid,) in later)
    return moved


def is_revoked(connection: Connection, public_key: bytes) -> bool:
    """Whether a laptop was taken off the team."""
    sql = "SELECT 1 FROM device WHERE revoked_at IS NOT NULL AND public_key = ?"
    return bool(cells.asked(connection, sql, (public_key.hex(),)))


def erase(connection: Connection) -> set[str]:
    """Remove payload and salt of all personal changes about people newly ordered to be erased; their entities."""
    new = "SELECT DISTINCT member_id FROM erasure WHERE member_id NOT IN (SELECT subject FROM erased)"
    touched: set[str] = set()
    for subject in connection.exec_driver_sql(new).scalars().all():
        connection.exec_driver_sql("INSERT INTO erased (subject) VALUES (?)", (subject,))
        about = connection.exec_driver_sql("SELECT DISTINCT eid FROM change WHERE subject = ?", (subject,))
        touched.update(about.scalars())
        connection.exec_driver_sql("UPDATE change SET payload = NULL, salt = NULL WHERE subject = ?", (subject,))
    return touched


def expire(connection: Connection) -> set[str]:
    """Remove payload and salt of changes newly ordered to lose them, here or yet to come; their entities."""
    connection.exec_driver_sql(
        "INSERT OR IGNORE INTO expired (cid) SELECT lower(value) FROM expiry, json_each(expiry.changes) "
        "WHERE length(value) = 32"
    )
    due = "payload IS NOT NULL AND subject IS NOT NULL AND cid IN (SELECT cid FROM expired)"
    touched = set(connection.exec_driver_sql(f"SELECT eid FROM change WHERE {due}").scalars())
    if touched:
        connection.exec_driver_sql(f"UPDATE change SET payload = NULL, salt = NULL WHERE {due}")
    return touched


@dataclass(frozen=True)
class Gone:
    """Whose data, and which changes, are to have no text."""

    subjects: frozenset[str] | set[str]
    changes: frozenset[str] | set[str]

    def covers(self, row: "Change") -> bool:
        """Whether this change has to lose its text; what is about nobody keeps it, whatever an order says."""
        return row.subject is not None and (row.subject in self.subjects or row.cid in self.changes)

    def without(self, rows: Sequence["Change"]) -> list["Change"]:
        """The rows without the text that has to go."""
        return [row._replace(payload=None, salt=None) if self.covers(row) else row for row in rows]


def gone(connection: Connection) -> Gone:
    """Everything that was ordered to go."""
    found = connection.exec_driver_sql("SELECT cid FROM expired").scalars()
    return Gone(all_erased(connection), frozenset(found))


def gone_of(connection: Connection, rows: Sequence["Change"]) -> Gone:
    """What of it concerns some changes."""
    subjects = erased_of(connection, {row.subject for row in rows if row.subject})
    if connection.exec_driver_sql("SELECT 1 FROM expired LIMIT 1").first() is None:
        return Gone(subjects, set())
    return Gone(subjects, _among(connection, "expired", "cid", [row.cid for row in rows if row.subject]))


def all_erased(connection: Connection) -> frozenset[str]:
    """Everybody who was erased."""
    return frozenset(connection.exec_driver_sql("SELECT subject FROM erased").scalars())


def erased_of(connection: Connection, subjects: Iterable[str]) -> set[str]:
    """Those of some people who were erased."""
    return _among(connection, "erased", "subject", subjects)


def names_of(connection: Connection, eids: Iterable[str]) -> set[str]:
    """What kinds of things some ids are."""
    names: set[str] = set()
    for chunk in batched(list(eids)):
        sql = f"SELECT DISTINCT entity FROM change WHERE eid IN {cells.marks(len(chunk))}"
        names.update(connection.exec_driver_sql(sql, tuple(chunk)).scalars())
    return names


def _among(connection: Connection, table: str, column: str, keys: Iterable[str]) -> set[str]:
    found: set[str] = set()
    for chunk in batched(list(keys)):
        sql = f"SELECT {column} FROM {table} WHERE {column} IN {cells.marks(len(chunk))}"
        rows = cells.asked(connection, sql, chunk)
        found.update(key for (key,) in rows)
    return found


def _eids(connection: Connection, *entities: str) -> list[str]:
    return list({order.eid for order in _orders(connection) if order.entity in entities})


def _orders(connection: Connection) -> list[_Order]:
    sql = (
        "SELECT cid, eid, entity, payload, public_key FROM change JOIN stream USING (sid) "
        "WHERE scope = ? AND entity IN ('device', 'erasure', 'expiry', 'clock')"
    )
    return [_Order(*row) for row in connection.exec_driver_sql(sql, (CONTROL.hex,))]


def _leads(orders: list[_Order]) -> set[bytes]:
    said = [order for order in orders if order.entity == "device" and order.sets.get("role") == LEAD]
    keys = {device_id(order.public_key).hex: order.public_key for order in orders}
    leads = {order.public_key for order in said if order.eid == device_id(order.public_key).hex}
    while True:
        named = {keys[order.eid] for order in said if order.public_key in leads and order.eid in keys}
        if named <= leads:
            return leads
        leads |= named


def _may(order: _Order, leads: set[bytes]) -> bool:
    own = order.entity == "device" and order.eid == device_id(order.public_key).hex
    return order.public_key in leads or (own and not _OF_LEADS & order.sets.keys())


def _counting(connection: Connection) -> dict[int, int]:
    """For each stream of revoked laptops, the last row that counts.

    A limit is the hash of a row; what comes before it in its chain counts as well, also where a branch took some of
    the rows to a stream of another name: the hash at which a stream begins counts if any of its rows does.
    """
    found: dict[int, int] = {}
    revoked = "SELECT public_key, limits FROM device WHERE revoked_at IS NOT NULL"
    for key, limits in cells.asked(connection, revoked):
        try:
            public_key, accepted = bytes.fromhex(key), {bytes.fromhex(one) for one in json.loads(limits or "{}")}
        except (ValueError, TypeError):
            continue
        found |= _counting_of(connection, public_key, accepted)
    return found


def _counting_of(connection: Connection, public_key: bytes, accepted: set[bytes]) -> dict[int, int]:
    streams = cells.asked(connection, "SELECT sid, base, genesis FROM stream WHERE public_key = ?", (public_key,))
    while True:
        found = {sid: _last(connection, sid, base, accepted) for sid, base, _ in streams}
        beginnings = {genesis for sid, base, genesis in streams if found[sid] > base}
        if beginnings <= accepted:
            return found
        accepted |= beginnings


def _last(connection: Connection, sid: int, base: int, accepted: set[bytes]) -> int:
    last = base
    for chunk in batched(list(accepted)):
        sql = f"SELECT max(seq) FROM change WHERE sid = ? AND hash IN {cells.marks(len(chunk))}"
        ((seq,),) = cells.asked(connection, sql, (sid, *chunk))
        last = max(last, seq or base)
    return last
