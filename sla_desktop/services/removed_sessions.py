"""A session that one laptop took out of the event while another, which did not know, let people into it."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection

from sla_desktop.domain import attendance as rules
from sla_desktop.domain.attendance import AttendanceFact, Verdict
from sla_desktop.domain.events import Event, Session
from sla_desktop.domain.ids import EventId, RegistrationId, SessionId
from sla_desktop.services import timeline
from sla_desktop.storage import cells, projection, query
from sla_desktop.storage.schema import id_from_hex
from sla_desktop.storage.store import Store

_NOT_THERE = """
SELECT DISTINCT session_id FROM attendance
WHERE event_id = ? AND kind = 'in' AND session_id IS NOT NULL AND session_id NOT IN (SELECT id FROM session)
"""


@dataclass(frozen=True)
class RemovedSession:
    """A session that is in no programme although people were let into it; `name` is its title."""

    name: str
    session: Session
    words: str
    answer: str = "Bring the session back"


def removed_sessions(connection: Connection, event: Event, _facts: Sequence[AttendanceFact]) -> list[RemovedSession]:
    """Every session of an event that was taken out while people were let into it, by time."""
    return [
        RemovedSession(session.title, session, _words(session, count))
        for session, count in sorted(removed(connection, event.id).items(), key=lambda one: one[0].starts)
    ]


def left_without(store: Store) -> list[str]:
    """A sentence for each of them, of all events."""
    with store.read() as connection:
        return [card.words for one in query.find(connection, Event) for card in removed_sessions(connection, one, ())]


def removed(connection: Connection, event_id: EventId) -> dict[Session, int]:
    """Those sessions as they were last, each with how many people were let into it: they count as what they were."""
    keys = [id_from_hex(key) for (key,) in cells.asked(connection, _NOT_THERE, (event_id.hex,))]
    if not keys:
        return {}
    came: dict[SessionId | None, set[RegistrationId]] = defaultdict(set)
    for fact in rules.standing(timeline.facts(connection, event_id)):
        if fact.kind == rules.IN:
            came[fact.session_id].add(fact.registration_id)
    known = [projection.removed(connection, Session, key, event_id) for key in keys if key in came]
    return {session: len(came[session.id]) for session in known if session is not None}


def bring_back(store: Store, card: RemovedSession) -> Verdict:
    """The session is a part of the event again, on every laptop, as whoever changed it last left it."""
    with store.change() as tx:
        tx.restore(card.session)
    return Verdict(rules.UNDONE, "Brought back", card.name, detail="The session is in the programme again.")


def _words(session: Session, count: int) -> str:
    who = "1 person was" if count == 1 else f"{count} people were"
    return (
        f"{who} let into “{session.title}”, which a laptop that did not know took out of the event. "
        "Their time there counts. Bring the session back?"
    )
