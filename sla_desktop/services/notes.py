"""Notes, ideas, enablers, barriers and actions from the tables."""

from datetime import date

from sla_desktop.domain.errors import SlaError
from sla_desktop.domain.ids import EventId, NoteId, new_id
from sla_desktop.domain.notes import KINDS, Note
from sla_desktop.domain.text import clean, counted
from sla_desktop.services import groups
from sla_desktop.services.clock import now
from sla_desktop.services.groups import PlanView
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
    """Keep an output of a table. SlaError for an empty text, an unknown kind, or a round or table not there."""
    if kind not in KINDS:
        raise SlaError(f"“{kind}” is no kind of note. Choose from {', '.join(KINDS)}.")
    if not clean(text):
        raise SlaError("The note is empty, so nothing was saved.")
    if event_id is not None:
        _check_place(groups.current_plan(store, event_id), round_number, table)
    note = Note(NoteId(new_id()), kind, clean(text), now(), event_id, round_number, table, clean(owner), due)
    with store.change() as tx:
        tx.put(note)
    return note


def notes(store: Store, event_id: EventId) -> list[Note]:
    """An event's notes in the order in which they were made."""
    with store.read() as connection:
        return query.find(connection, Note, order="made_at", event_id=event_id)


def _check_place(view: PlanView | None, round_number: int, table: int) -> None:
    """Round and table are those of the newest plan; 0 stands for none."""
    if not round_number and not table:
        return
    if view is None:
        raise SlaError("No groups were formed, so there are no rounds and tables. Leave round and table out.")
    tables = view.plan.tables
    if round_number > len(tables):
        raise SlaError(f"There is no round {round_number}; the plan has {counted(len(tables), 'round')}.")
    most = tables[round_number - 1] if round_number else max(tables)
    if table > most:
        raise SlaError(f"There is no table {table}; the plan has {counted(most, 'table')}.")
