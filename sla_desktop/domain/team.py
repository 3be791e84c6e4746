"""The laptops of a team, what each may do, and orders to erase a person."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import lru_cache

from sla_desktop.domain.ids import DeviceId, ErasureId, MemberId, ReadingId, natural_id

LEAD, DESK = "lead", "desk"


@dataclass(frozen=True)
class Device:
    """A laptop of the team. Keys are hexadecimal; `public_key` (Ed25519) seals, `exchange_key` (X25519) opens.

    `limits` names, for a revoked laptop, the last rows that count: their hashes (hexadecimal), with their numbers. A
    row counts that one of them has before it in its chain, whatever the stream is called; others are held until a
    lead accepts them.
    """

    id: DeviceId
    name: str
    public_key: str
    exchange_key: str = ""
    role: str = DESK
    joined_at: datetime | None = None
    revoked_at: datetime | None = None
    revoked_reason: str = ""
    limits: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True)
class Erasure:
    """An order of a lead: everything personal about a member goes, on every laptop and share. Counts stay."""

    id: ErasureId
    member_id: MemberId
    ordered_at: datetime
    desk: str = ""
    reason: str = ""


@dataclass(frozen=True)
class ClockReading:
    """How many seconds the team's clock was ahead of a laptop's own, measured when its own showed `measured_at`."""

    id: ReadingId
    device_id: DeviceId
    measured_at: datetime
    ahead: float


@lru_cache
def device_id(public_key: bytes) -> DeviceId:
    """A laptop is named by its key."""
    return DeviceId(natural_id("device", public_key.hex()))


def erasure_id(member_id: MemberId) -> ErasureId:
    """A person is erased once, whoever orders it."""
    return ErasureId(natural_id("erasure", member_id))
