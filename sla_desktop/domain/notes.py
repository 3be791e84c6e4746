"""What tables produce: notes, ideas, enablers, barriers and actions."""

from dataclasses import dataclass
from datetime import date, datetime

from sla_desktop.domain.ids import EventId, NoteId

KINDS = ("note", "idea", "enabler", "barrier", "action")


@dataclass(frozen=True)
class Note:
    """One output of a table (round and table from 1, 0 where there is none). Actions have an owner and a date."""

    id: NoteId
    kind: str
    text: str
    made_at: datetime
    event_id: EventId | None = None
    round: int = 0
    table: int = 0
    owner: str = ""
    due: date | None = None
