"""The other laptops that this one knows: those of the team, and those it was paired with before their record came."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from uuid import UUID

from sqlalchemy import Connection, delete, select

from sla_desktop.domain.team import Device, device_id
from sla_desktop.storage import meta, query, schema
from sla_desktop.storage.log import StreamName

_PAIRED, _SEEN, _HAS = "paired ", "seen ", "has "


@dataclass(frozen=True)
class Sighting:
    """Where a laptop's door is (empty: not known) when (UTC) it was last met, and how far its clock was ahead."""

    address: str
    at: datetime
    ahead: timedelta


def known(connection: Connection, public_key: bytes) -> Device | None:
    """The record of a laptop of the team, revoked or not; or None for a stranger."""
    found = query.get(connection, Device, device_id(public_key))
    if found is not None:
        return found
    told = meta.get(connection, _PAIRED + public_key.hex())
    return None if told is None else from_card(json.loads(told))


def writer_name(connection: Connection, writer: UUID) -> str:
    """What the laptop is called that writes as `writer`; empty if none of its records came here."""
    table = schema.stream
    key = connection.execute(select(table.c.public_key).where(table.c.writer == writer).limit(1)).scalar()
    device = known(connection, bytes(key)) if key else None
    return device.name if device else ""


def others(connection: Connection, own_key: bytes) -> list[Device]:
    """All other laptops, revoked ones too, by name."""
    found = {device.public_key: device for device in query.find(connection, Device)}
    table = schema.meta
    paired = select(table.c.value).where(table.c.key.startswith(_PAIRED))
    for told in connection.execute(paired).scalars():
        device = from_card(json.loads(told))
        found.setdefault(device.public_key, device)
    found.pop(own_key.hex(), None)
    return sorted(found.values(), key=lambda device: (device.name, device.public_key))


def pair(connection: Connection, device: Device) -> None:
    """Know a laptop from now on, until its record comes with those of the team."""
    meta.put(connection, _PAIRED + device.public_key, json.dumps(card(device)))


def part(connection: Connection, device: Device) -> None:
    """Know a laptop no longer that was only paired."""
    connection.execute(delete(schema.meta).where(schema.meta.c.key == _PAIRED + device.public_key))


def card(device: Device) -> dict[str, str]:
    """What a laptop says of itself when it is paired."""
    return {"name": device.name, "public_key": device.public_key, "exchange_key": device.exchange_key}


def from_card(told: Mapping[str, object]) -> Device:
    """A laptop from its card. ValueError, KeyError or TypeError if it is none."""
    name, keys = told["name"], (told["public_key"], told["exchange_key"])
    if not isinstance(name, str) or not 0 < len(name) <= 200:
        raise ValueError("name")
    public_key, exchange_key = (key if isinstance(key, str) else "" for key in keys)
    if len(bytes.fromhex(public_key)) != 32 or len(bytes.fromhex(exchange_key)) != 32:
        raise ValueError("key")
    return Device(device_id(bytes.fromhex(public_key)), name, public_key, exchange_key)


def saw(connection: Connection, public_key: str, sighting: Sighting) -> None:
    """Note a meeting."""
    told = {"address": sighting.address, "at": sighting.at.isoformat(), "ahead": sighting.ahead.total_seconds()}
    meta.put(connection, _SEEN + public_key, json.dumps(told))


def came(connection: Connection, public_key: str) -> None:
    """Note that a laptop knocked here just now; where its own door is stays as it was known."""
    before = last_seen(connection, public_key) or Sighting("", datetime.now(UTC), timedelta())
    saw(connection, public_key, replace(before, at=datetime.now(UTC)))


def last_seen(connection: Connection, public_key: str) -> Sighting | None:
    """The last meeting with a laptop, if there was one."""
    found = meta.get(connection, _SEEN + public_key)
    if found is None:
        return None
    told = json.loads(found)
    return Sighting(told["address"], datetime.fromisoformat(told["at"]), timedelta(seconds=told["ahead"]))


def note_heads(connection: Connection, public_key: str, heads: Mapping[StreamName, int]) -> None:
    """Note how far a laptop has each stream, as far as it said; what it had once it keeps."""
    known = _heads(connection, public_key)
    for name, seq in heads.items():
        known[_key(name)] = max(seq, known.get(_key(name), 0))
    meta.put(connection, _HAS + public_key, json.dumps(known))


def reach(connection: Connection, public_key: str, names: Iterable[StreamName]) -> list[int]:
    """How far a laptop is known to have each of these streams; 0 where it never said."""
    known = _heads(connection, public_key)
    return [known.get(_key(name), 0) for name in names]


def _heads(connection: Connection, public_key: str) -> dict[str, int]:
    told: dict[str, int] = json.loads(meta.get(connection, _HAS + public_key) or "{}")
    return told


def _key(name: StreamName) -> str:
    return f"{name[0].hex}/{name[1].hex}"
