"""Scans that let nobody in: noted with what was scanned and why, so that nothing at a door goes unseen."""

from collections.abc import Sequence

from sla_desktop.domain import attendance as rules
from sla_desktop.domain.attendance import Refusal
from sla_desktop.domain.errors import SlaError
from sla_desktop.domain.ids import EventId, MemberId, RefusalId, SessionId, new_id
from sla_desktop.domain.lengths import LONGEST_LINE
from sla_desktop.domain.members import Member
from sla_desktop.domain.team import device_id
from sla_desktop.domain.text import clean_line
from sla_desktop.services.clock import now
from sla_desktop.services.scenes import Scene
from sla_desktop.storage import query
from sla_desktop.storage.store import Store

_LONGEST = 500


def refusal(scene: Scene, verdict: str, desk: str, text: str = "") -> Refusal:
    """A refusal of somebody known, to be written."""
    session = scene.session.id if scene.session else None
    about = scene.registration.member_id
    where = clean_line(desk)[:LONGEST_LINE]
    return Refusal(RefusalId(new_id()), scene.event.id, verdict, now(), where, text, about, session, scene.device_id)


def note(
    store: Store, event_id: EventId, text: str, verdict: str, *, desk: str, session: SessionId | None = None
) -> None:
    """Note a scan of something that is nobody's ticket. SlaError without its text, or with an unknown verdict."""
    told = clean_line(text)[:_LONGEST]
    if not told:
        raise SlaError("A refused scan needs what was scanned.")
    if verdict not in rules.CODES:
        raise SlaError(f"“{verdict}” is no verdict. Use one of: {', '.join(sorted(rules.CODES))}.")
    with store.change() as tx:
        tx.put(
            Refusal(
                RefusalId(new_id()), event_id, verdict, now(), desk, told, None, session, device_id(store.public_key)
            )
        )


def names(store: Store, found: Sequence[Refusal]) -> dict[MemberId, str]:
    """The names of those whom some refusals are about, as far as they are known here."""
    with store.read() as connection:
        known = query.get_many(connection, Member, [one.member_id for one in found if one.member_id])
    return {key: member.full_name for key, member in known.items()}


def refusals(store: Store, event_id: EventId) -> list[Refusal]:
    """All refused scans of an event, by time."""
    with store.read() as connection:
        return query.find(connection, Refusal, order="happened_at", event_id=event_id)
