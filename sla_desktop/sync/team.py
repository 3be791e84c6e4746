"""A laptop's own record among the laptops of the team."""

from dataclasses import replace
from datetime import UTC, datetime

from sla_desktop.domain.team import DESK, LEAD, Device, device_id
from sla_desktop.storage import meta, query
from sla_desktop.storage.store import Store


def introduce(store: Store) -> None:
    """Write this laptop's record, or its new name: it leads when it knows of no other laptop."""
    key = device_id(store.public_key)
    with store.read() as connection:
        known = query.get(connection, Device, key)
        role = DESK if query.count(connection, Device) else LEAD
        exchange_key = meta.known(connection, "exchange_key")
    if known is not None and (known.name == store.desk or known.revoked_at is not None):
        return
    fresh = Device(key, store.desk, store.public_key.hex(), exchange_key, role, datetime.now(UTC))
    with store.change() as tx:
        tx.put(replace(known, name=store.desk) if known else fresh)
