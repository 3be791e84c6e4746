"""Who looked at what: notes made when personal data is opened or leaves the program."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sla_desktop.domain.ids import AccessId, EventId

OPENED, EXPORTED, REGISTER = "opened", "exported", "register"


@dataclass(frozen=True)
class Access:
    """One look: `what` was done, when, at which desk, `about` whom (or which event), and why, if somebody said so."""

    id: AccessId
    what: str
    at: datetime
    desk: str
    about: UUID
    event_id: EventId | None = None
    purpose: str = ""
