"""What two desks saw differently at the door: one plain sentence each, settled with one key."""

from sla_desktop.domain.attendance import Verdict
from sla_desktop.domain.ids import EventId
from sla_desktop.services.double_entries import DoubleEntry, double_entries, undo_second
from sla_desktop.services.seen_after_undo import SeenAfterUndo, let_in, seen_after_undo
from sla_desktop.storage.store import Store

Card = DoubleEntry | SeenAfterUndo


def cards(store: Store, event_id: EventId) -> list[Card]:
    """All that nobody has settled. SlaError if there is no such event."""
    return [*double_entries(store, event_id), *seen_after_undo(store, event_id)]


def settle(store: Store, card: Card, *, desk: str) -> Verdict:
    """Do what the card proposes (its `answer`); what both desks noted stays in the record."""
    if isinstance(card, DoubleEntry):
        return undo_second(store, card, desk=desk)
    return let_in(store, card, desk=desk)
