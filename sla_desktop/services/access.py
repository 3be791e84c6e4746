"""Noting who looked at personal data: opening somebody's details, and letting data out of the program."""

from uuid import UUID

from sla_desktop.domain.access import Access
from sla_desktop.domain.ids import AccessId, EventId, new_id
from sla_desktop.services.clock import now
from sla_desktop.storage.store import Store


def note_access(store: Store, what: str, about: UUID, event_id: EventId | None = None, *, purpose: str = "") -> None:
    """Keep that this laptop did `what` (of `domain.access`) with the data of a person or an event."""
    with store.change() as tx:
        tx.put(Access(AccessId(new_id()), what, now(), store.desk, about, event_id, purpose))
