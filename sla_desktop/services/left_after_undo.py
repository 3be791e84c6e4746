"""Somebody whose arrival one desk undid while another, which did not know, noted that they left."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection

from sla_desktop.domain import attendance as rules
from sla_desktop.domain.attendance import AttendanceFact, Verdict
from sla_desktop.domain.events import Event, clock
from sla_desktop.domain.ids import FactId, RegistrationId
from sla_desktop.domain.members import Member, name_of
from sla_desktop.services import attendance
from sla_desktop.storage import query
from sla_desktop.storage.store import Store

WERE_THERE = "Seen leaving at another desk after the arrival was undone"


@dataclass(frozen=True)
class LeftAfterUndo:
    """A departure whose arrival was undone elsewhere; times are true ones."""

    name: str
    arrival: AttendanceFact
    words: str
    answer: str = "They were there"


def left_after_undo(connection: Connection, event: Event, facts: Sequence[AttendanceFact]) -> list[LeftAfterUndo]:
    """Everybody who left, as one desk saw, without having come, as another says; by time."""
    undoing = {fact.undoes: fact for fact in facts if fact.kind == rules.UNDO}
    told = []
    for departure, arrival in _orphans(facts, undoing):
        undone = undoing[arrival.id]
        if departure.device_id != undone.device_id:
            name = name_of(query.get(connection, Member, departure.member_id))
            told.append(LeftAfterUndo(name, arrival, _words(name, undone, departure, event)))
    return told


def were_there(store: Store, card: LeftAfterUndo, *, desk: str) -> Verdict:
    """The arrival counts after all, at its own time; the departure then ends it."""
    return attendance.put_back(store, card.arrival, desk=desk, reason=WERE_THERE)


def _orphans(
    facts: Sequence[AttendanceFact], undoing: Mapping[FactId | None, AttendanceFact]
) -> Iterator[tuple[AttendanceFact, AttendanceFact]]:
    """Departures that nothing but an undone arrival came before, also where the person had come and left earlier."""
    undone = [fact for fact in facts if fact.kind == rules.IN and fact.id in undoing]
    last: dict[RegistrationId, AttendanceFact] = {}
    for fact in rules.standing(facts) if undone else ():
        before = last.get(fact.registration_id)
        if fact.kind == rules.OUT and (before is None or before.kind == rules.OUT):
            ended = [
                one for one in undone if one.registration_id == fact.registration_id and _between(before, one, fact)
            ]
            yield from ((fact, one) for one in sorted(ended, key=lambda one: one.happened_at)[-1:])
        last[fact.registration_id] = fact


def _between(before: AttendanceFact | None, arrival: AttendanceFact, departure: AttendanceFact) -> bool:
    after = before is None or before.happened_at < arrival.happened_at
    return after and arrival.happened_at <= departure.happened_at


def _words(name: str, undone: AttendanceFact, departure: AttendanceFact, event: Event) -> str:
    at, left = clock(undone.happened_at, event.zone), clock(departure.happened_at, event.zone)
    return (
        f"The arrival of {name} was undone at {undone.desk} at {at}, but {departure.desk}, which did not know, "
        f"saw them leave at {left}. Both stay in the record; were they there?"
    )
