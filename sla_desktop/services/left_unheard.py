"""Somebody whom a desk saw leaving that had not heard of their arrival at another one."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy import Connection

from sla_desktop.domain import attendance as rules
from sla_desktop.domain.attendance import AttendanceFact, Refusal, Verdict
from sla_desktop.domain.events import Event, clock, has_left_by
from sla_desktop.domain.ids import MemberId, RegistrationId
from sla_desktop.domain.members import Member, name_of
from sla_desktop.services import attendance, timeline
from sla_desktop.storage import query
from sla_desktop.storage.store import Store

LEFT_THERE = "Seen leaving at a desk that did not know of the arrival"
STAYED = "Still in, though a desk saw them leaving"


@dataclass(frozen=True)
class LeftUnheard:
    """A departure that was answered with “was not in” while the arrival stood elsewhere; times are true ones."""

    name: str
    registration_id: RegistrationId
    seen: Refusal
    words: str
    answer: str = "They have left"
    other: str = "They are still in"


def left_unheard(connection: Connection, event: Event) -> list[LeftUnheard]:
    """Everybody who is in although a desk saw them leave, by time."""
    scans = query.find(connection, Refusal, order="happened_at", event_id=event.id, verdict=rules.NOT_IN)
    seen = {one.member_id: one for one in timeline.true_scans(connection, scans) if one.member_id}
    last = _let_in_last(connection, event, seen) if seen else {}
    members = query.get_many(connection, Member, list(last))
    found = []
    for member, scan in seen.items():
        fact = last.get(member)
        if fact is not None and _is_open(fact, scan, event):
            name = name_of(members.get(member))
            found.append(LeftUnheard(name, fact.registration_id, scan, _words(name, fact, scan, event)))
    return found


def leave(store: Store, card: LeftUnheard, *, desk: str) -> Verdict:
    """They left when the other desk saw them."""
    seen = card.seen
    return attendance.check_out(
        store, seen.event_id, card.registration_id, desk=desk, at=seen.happened_at, source="card", reason=LEFT_THERE
    )


def stay(store: Store, card: LeftUnheard, *, desk: str) -> Verdict:
    """They did not leave, or came back: they are in, since just then."""
    at = card.seen.happened_at + timedelta(seconds=1)
    return attendance.check_in(
        store, card.seen.event_id, card.registration_id, desk=desk, at=at, source="card", override=STAYED
    )


def _let_in_last(
    connection: Connection, event: Event, members: Collection[MemberId]
) -> dict[MemberId, AttendanceFact]:
    """The last standing fact of those of some people whom it let in."""
    parts = [one for one, into in timeline.merged(connection).items() if into in members]
    noted = query.find_in(connection, AttendanceFact, "member_id", [*members, *parts])
    facts = timeline.some_facts(connection, event.id, [fact.id for fact in noted])
    return {fact.member_id: fact for fact in rules.latest(facts).values() if fact.kind == rules.IN}


def _is_open(fact: AttendanceFact, scan: Refusal, event: Event) -> bool:
    """Whether somebody let in by one desk was then seen leaving by another, on the same day."""
    known = scan.device_id is not None and scan.device_id == fact.device_id
    later = fact.happened_at < scan.happened_at
    return later and not known and not has_left_by(event, fact.happened_at, scan.happened_at)


def _words(name: str, fact: AttendanceFact, seen: Refusal, event: Event) -> str:
    at, left = clock(fact.happened_at, event.zone), clock(seen.happened_at, event.zone)
    return (
        f"{name} was let in at {fact.desk} at {at}, but {seen.desk}, which did not know, saw them leave at {left}. "
        "Have they left?"
    )
