"""Somebody whose arrival one desk undid or ended while another, which did not know, saw them come again."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy import Connection

from sla_desktop.domain import attendance as rules
from sla_desktop.domain.attendance import AttendanceFact, Refusal, Verdict
from sla_desktop.domain.events import Event, clock
from sla_desktop.domain.ids import RegistrationId
from sla_desktop.domain.members import Member, name_of
from sla_desktop.services import attendance, timeline
from sla_desktop.storage import query
from sla_desktop.storage.store import Store

STILL_THERE = "Seen at another desk after the arrival was undone"
CAME_BACK = "Seen at another desk after they had left"


@dataclass(frozen=True)
class SeenAfterUndo:
    """A scan answered with “already in” after the arrival was undone, or ended, elsewhere; times are true ones."""

    name: str
    registration_id: RegistrationId
    seen: Refusal
    words: str
    reason: str = STILL_THERE
    answer: str = "They are in"
    other: str = "They left again"


def seen_after_undo(connection: Connection, event: Event, facts: Sequence[AttendanceFact]) -> list[SeenAfterUndo]:
    """Everybody who seems to be in although the record says not, by time."""
    ended = _last_end(facts)
    if not ended:
        return []
    scans = query.find(connection, Refusal, order="happened_at", event_id=event.id, verdict=rules.ALREADY_IN)
    seen = timeline.true_scans(connection, [one for one in scans if one.member_id in ended])
    members = query.get_many(connection, Member, [one.member_id for one in seen if one.member_id])
    last = rules.latest(facts)
    found: dict[RegistrationId, SeenAfterUndo] = {}
    for scan in seen:
        fact = ended[scan.member_id]
        after = last.get(fact.registration_id)
        knew = scan.device_id is not None and scan.device_id == fact.device_id
        inside = after is not None and (after.kind == rules.IN or after.happened_at > fact.happened_at)
        if knew or inside or scan.happened_at <= fact.happened_at:
            continue
        name = name_of(members.get(scan.member_id))
        reason = STILL_THERE if fact.kind == rules.UNDO else CAME_BACK
        words = _words(name, fact, scan, event)
        found[fact.registration_id] = SeenAfterUndo(name, fact.registration_id, scan, words, reason)
    return list(found.values())


def let_in(store: Store, card: SeenAfterUndo, *, desk: str) -> Verdict:
    """They are in, since the other desk saw them."""
    return attendance.check_in(
        store,
        card.seen.event_id,
        card.registration_id,
        desk=desk,
        session=card.seen.session_id,
        at=card.seen.happened_at,
        source="card",
        override=card.reason,
    )


def left_again(store: Store, card: SeenAfterUndo, *, desk: str) -> Verdict:
    """They were only passing by: they came, and left just then."""
    came = let_in(store, card, desk=desk)
    if not came.recorded:
        return came
    at = card.seen.happened_at + timedelta(seconds=1)
    return attendance.check_out(
        store, card.seen.event_id, card.registration_id, desk=desk, at=at, source="card", reason=card.reason
    )


def _last_end(facts: Sequence[AttendanceFact]) -> Mapping[object, AttendanceFact]:
    """For each person the last undoing of an arrival, or departure."""
    arrivals = {fact.id for fact in facts if fact.kind == rules.IN}
    undone = [fact for fact in facts if fact.kind == rules.UNDO and fact.undoes in arrivals]
    left = [fact for fact in rules.standing(facts) if fact.kind == rules.OUT]
    return {fact.member_id: fact for fact in sorted((*undone, *left), key=lambda fact: fact.happened_at)}


def _words(name: str, fact: AttendanceFact, seen: Refusal, event: Event) -> str:
    at, scanned = clock(fact.happened_at, event.zone), clock(seen.happened_at, event.zone)
    undone = f"The arrival of {name} was undone at {fact.desk} at {at}"
    return (
        f"{undone if fact.kind == rules.UNDO else f'{name} left at {fact.desk} at {at}'}, "
        f"but {seen.desk}, which did not know, "
        f"saw them at {scanned}. Both stay in the record; are they in?"
    )
