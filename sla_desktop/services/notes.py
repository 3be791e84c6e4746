"""Notes, ideas, enablers, barriers and actions from the tables."""

from datetime import date

from sla_desktop.domain.errors import SlaError
from sla_desktop.domain.ids import EventId, NoteId, new_id
from sla_desktop.domain.notes import KINDS, Note
from sla_desktop.domain.text import clean
from sla_desktop.services.clock import now
from sla_desktop.storage import query
from sla_desktop.storage.store import Store


def add_note(
    store: Store,
    event_id: EventId | None,
    *,
    kind: str,
    text: str,
    round_number: int = 0,
    table: int = 0,
    owner: str = "",
    due: date | None = None,
) -> Note:
    """Keep an output of a table. SlaError for an empty text or an unknown kind."""
    if kind not in KINDS:
        raise SlaError(f"“{kind}” is no kind of note. Choose from {', '.join(KINDS)}.")
    if not clean(text):
        raise SlaError("The note is empty, so nothing was saved.")
    note = Note(NoteId(new_id()), kind, clean(text), now(), event_id, round_number, table, clean(owner), due)
    with store.change() as tx:
        tx.put(note)
    return note


def notes(store: Store, event_id: EventId) -> list[Note]:
    """An event's notes in the order in which they were made."""
    with store.read() as connection:
        return query.find(connection, Note, order="made_at", event_id=event_id)
