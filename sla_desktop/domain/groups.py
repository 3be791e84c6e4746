"""Breakout plans: revisions with a reason, never changed afterwards, and who sits where in each round."""

from dataclasses import dataclass
from datetime import datetime

from sla_desktop.domain.ids import EventId, MemberId, PlacementId, PlanId, RegistrationId, natural_id


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
