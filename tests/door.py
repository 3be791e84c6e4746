"""What tests ask about a door."""

from sla_desktop.services.presence import Arrival
from sla_desktop.services.roll import Roll


def recent(store, event_id, limit: int = 12) -> list[Arrival]:
    """The latest arrivals, as a desk that has just begun shows them."""
    roll = Roll(store, event_id)
    roll.read()
    return roll.recent(limit)
