"""A laptop's own record among the laptops of the team, and a name for it that no other has."""

from dataclasses import replace
from datetime import UTC, datetime
from itertools import count

from sqlalchemy import Connection

from sla_desktop.domain.team import DESK, LEAD, Device, device_id
from sla_desktop.domain.text import fold
from sla_desktop.storage import meta, query
from sla_desktop.storage.store import Store
from sla_desktop.sync import peers


def introduce(store: Store) -> None:
    """Write this laptop's record: it leads when it knows of no other laptop.

    One that has a record is called as that says: two copies of a laptop never rename each other in turns.
    """
    key = device_id(store.public_key)
    with store.read() as connection:
        known = query.get(connection, Device, key)
    if known is not None:
        if known.name and known.name != store.desk:
            store.name_desk(known.name)
        return
    take_name(store)
    with store.change() as tx:
        role = DESK if query.count(tx.connection, Device) else LEAD
        exchange_key = meta.known(tx.connection, "exchange_key")
        tx.put(Device(key, store.desk, store.public_key.hex(), exchange_key, role, datetime.now(UTC)))


def rename(store: Store, name: str) -> None:
    """Call this laptop something else, also in its record where it has one."""
    store.name_desk(name)
    with store.read() as connection:
        known = query.get(connection, Device, device_id(store.public_key))
    if known is not None and known.revoked_at is None:
        with store.change() as tx:
            tx.put(replace(known, name=name))


def take_name(store: Store) -> None:
    """Give a laptop that nobody named a name that is free, before others meet it."""
    if not store.is_named:
        with store.read() as connection:
            free = free_name(connection, store.public_key)
        store.name_desk(free)


def free_name(connection: Connection, own_key: bytes) -> str:
    """The first of "Desk 1", "Desk 2" and so on that no other laptop has that is known here."""
    taken = {fold(one.name) for one in peers.others(connection, own_key)}
    return next(name for name in (f"Desk {number}" for number in count(1)) if fold(name) not in taken)
