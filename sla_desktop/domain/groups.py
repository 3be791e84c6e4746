"""Breakout plans: revisions with a reason, never changed afterwards, who sits where, and what is asked next."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from sla_desktop.domain.ids import (
    EventId,
    GroupBondId,
    GroupLockId,
    GroupWishId,
    MemberId,
    PlacementId,
    PlanId,
    RegistrationId,
    natural_id,
)


@dataclass(frozen=True)
class BreakoutPlan:
    """One revision of an event's breakout groups. `sentences` explain it; `tables` is the number per round."""

    id: PlanId
    event_id: EventId
    revision: int
    made_at: datetime
    reason: str
    rounds: tuple[str, ...]
    tables: tuple[int, ...]
    seed: int
    mixed_by: tuple[str, ...] = ()
    sentences: tuple[str, ...] = ()
    new_fraction: float = 0.0
    repeats: int = 0


@dataclass(frozen=True)
class Placement:
    """A registration's table (from 1) in a round (from 1) of a plan."""

    id: PlacementId
    plan_id: PlanId
    event_id: EventId
    round: int
    table: int
    registration_id: RegistrationId
    member_id: MemberId


def placement_id(plan_id: PlanId, round_number: int, registration_id: RegistrationId) -> PlacementId:
    """One person has one place per round of a plan."""
    return PlacementId(natural_id("placement", plan_id, round_number, registration_id))


@dataclass(frozen=True)
class GroupWish:
    """What is asked of an event's next groups: rounds, people per table or number of tables, how strongly each
    attribute is mixed, how much that matters beside new meetings, and whether earlier events count."""

    id: GroupWishId
    event_id: EventId
    rounds: int
    size: int | None = None
    tables: int | None = None
    weights: Mapping[str, float] = field(default_factory=dict)
    mixing: float = 1.0
    past: bool = True


@dataclass(frozen=True)
class GroupBond:
    """One of those whom a rule keeps together, or apart, in all rounds, as long as it stands."""

    id: GroupBondId
    event_id: EventId
    rule: UUID
    apart: bool
    registration_id: RegistrationId
    member_id: MemberId
    stands: bool = True


@dataclass(frozen=True)
class GroupLock:
    """What stays as it is while the lock stands: a person's places, a table of a round, or a round (table 0)."""

    id: GroupLockId
    event_id: EventId
    round: int = 0
    table: int = 0
    registration_id: RegistrationId | None = None
    member_id: MemberId | None = None
    stands: bool = True


def wish_id(event_id: EventId) -> GroupWishId:
    """An event has one wish, whichever desk says it."""
    return GroupWishId(natural_id("group wish", event_id))


def bond_id(rule: UUID, registration_id: RegistrationId) -> GroupBondId:
    """A rule names a person once."""
    return GroupBondId(natural_id("group bond", rule, registration_id))


def lock_id(event_id: EventId, round_number: int, table: int, registration_id: RegistrationId | None) -> GroupLockId:
    """The same lock is the same record, whichever desk sets it."""
    return GroupLockId(natural_id("group lock", event_id, round_number, table, registration_id or ""))
