"""One person let in twice because two desks did not know of each other: told in a sentence, settled with one key."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy import Connection

from sla_desktop.domain import attendance as rules
from sla_desktop.domain.attendance import AttendanceFact, Verdict
from sla_desktop.domain.doors import EVERY_SCAN, ONCE, Door
from sla_desktop.domain.events import Event, clock, has_left_by, local
from sla_desktop.domain.ids import DeviceId, SessionId
from sla_desktop.domain.members import Member, name_of
from sla_desktop.domain.text import counted
from sla_desktop.services import attendance, timeline
from sla_desktop.storage import query
from sla_desktop.storage.store import Store

ONE_PERSON = "The same person, let in at two desks"


@dataclass(frozen=True)
class DoubleEntry:
    """Two arrivals of one person with no departure between; `first` is the earlier by true time."""

    name: str
    first: AttendanceFact
    second: AttendanceFact
    words: str
    answer: str = "It was one person"


def double_entries(connection: Connection, event: Event, facts: Sequence[AttendanceFact]) -> list[DoubleEntry]:
    """Every double entry among an event's facts that nobody has settled, by time."""
    doors = {door.session_id: door.entries for door in query.find(connection, Door, event_id=event.id)}
    seen = _pairs([fact for fact in rules.standing(facts) if _counts(fact, doors)], event)
    pairs = [pair for pair in seen if _of_one_record(connection, *pair)]
    if not pairs:
        return []
    wrong = timeline.corrected(connection)
    members = query.get_many(connection, Member, [first.member_id for first, _ in pairs])
    told = []
    for first, second in pairs:
        name = name_of(members.get(first.member_id))
        told.append(DoubleEntry(name, first, second, _words(name, first, second, event, wrong)))
    return told


def undo_second(store: Store, double: DoubleEntry, *, desk: str) -> Verdict:
    """It was one person: the later arrival is undone, and both stay in the record."""
    return attendance.undo(store, double.second.event_id, double.second.id, desk=desk, reason=ONE_PERSON)


def _counts(fact: AttendanceFact, doors: Mapping[SessionId | None, str]) -> bool:
    """Whether a fact tells two arrivals apart: none does where each scan lets in, no departure where one does."""
    entries = doors.get(fact.session_id)
    if fact.source == attendance.PAPER:
        return False
    return entries != EVERY_SCAN and not (entries == ONCE and fact.kind == rules.OUT)


def _pairs(facts: list[AttendanceFact], event: Event) -> Iterator[tuple[AttendanceFact, AttendanceFact]]:
    """Arrivals that follow one at the same door with nothing between; who was let in again knowingly is none."""
    last: dict[object, AttendanceFact] = {}
    for fact in facts:
        before = last.get(fact.registration_id)
        again = before is not None and before.kind == fact.kind == rules.IN and before.session_id == fact.session_id
        # Who was not seen leaving on an earlier day had left with it.
        came_back = before is not None and has_left_by(event, before.happened_at, fact.happened_at)
        if before is not None and again and not (fact.override or came_back or _own(before, fact, event)):
            yield before, fact
            continue
        last[fact.registration_id] = fact


def _of_one_record(connection: Connection, first: AttendanceFact, second: AttendanceFact) -> bool:
    """Whether both were noted of one record: that two records are one person was somebody's decision."""
    noted = query.get_many(connection, AttendanceFact, [first.id, second.id])
    return len({fact.registration_id for fact in noted.values()}) == 1


def _own(before: AttendanceFact, fact: AttendanceFact, event: Event) -> bool:
    """Whether one desk noted both, knowing what it did: somebody came back on another day. Else it was copied."""
    came, again = (local(one.happened_at, event.zone).date() for one in (before, fact))
    return before.device_id == fact.device_id and before.device_id is not None and came != again


def _words(
    name: str, first: AttendanceFact, second: AttendanceFact, event: Event, wrong: Mapping[DeviceId, timedelta]
) -> str:
    told = f"{name} was let in twice: {_place(first, event)}, and {_place(second, event)}."
    apart = [clock_words(fact, wrong) for fact in (first, second)]
    return " ".join(filter(None, [told, *apart, "Both stay in the record; is it one person?"]))


def _place(fact: AttendanceFact, event: Event) -> str:
    return f"{fact.desk} at {clock(fact.happened_at, event.zone)}"


def clock_words(fact: AttendanceFact, wrong: Mapping[DeviceId, timedelta]) -> str:
    """That the clock of the desk which noted a fact was wrong, where it was by a minute or more."""
    ahead = wrong.get(fact.device_id) if fact.device_id and not fact.typed_time else None
    if ahead is None or abs(ahead) < timedelta(minutes=1):
        return ""
    side = "slow" if ahead > timedelta() else "fast"
    apart = counted(round(abs(ahead) / timedelta(minutes=1)), "minute")
    return f"The clock of {fact.desk} was {apart} {side}; the times are corrected."
