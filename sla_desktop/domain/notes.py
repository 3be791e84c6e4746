"""What tables produce: notes, ideas, enablers, barriers and actions."""

from dataclasses import dataclass
from datetime import date, datetime

from sla_desktop.domain.ids import EventId, NoteId, PollId

KINDS = ("note", "idea", "enabler", "barrier", "action")


@dataclass(frozen=True)
class Note:
    """One output of a table (round and table from 1, 0 where there is none). Actions have an owner and a date.

    `dots` are the votes that people stuck to it, None where nobody voted; one that is `removed` counts no more.
    """

    id: NoteId
    kind: str
    text: str
    made_at: datetime
    event_id: EventId | None = None
    round: int = 0
    table: int = 0
    owner: str = ""
    due: date | None = None
    dots: int | None = None
    removed: bool = False


@dataclass(frozen=True)
class Poll:
    """A question to the whole room, answered by a show of hands before and after: hands for each choice.

    `before` and `after` are as long as `choices`, or empty where the room was not asked then.
    """

    id: PollId
    event_id: EventId
    question: str
    choices: tuple[str, ...]
    before: tuple[int, ...] = ()
    after: tuple[int, ...] = ()
