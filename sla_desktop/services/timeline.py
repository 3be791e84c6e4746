"""What happened at the doors of an event, in the order of true time: wrong clocks put right, merged people as one."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import NamedTuple

from sqlalchemy import Connection

from sla_desktop.domain import attendance as rules
from sla_desktop.domain.attendance import AttendanceFact, Refusal, occupancy
from sla_desktop.domain.events import Event, has_left_by, latest_exit
from sla_desktop.domain.ids import DeviceId, EventId, FactId, MemberId, ReadingId, RegistrationId, SessionId, new_id
from sla_desktop.domain.members import Merge
from sla_desktop.domain.registrations import Registration, registration_id
from sla_desktop.domain.team import ClockReading, device_id
from sla_desktop.services.clock import now
from sla_desktop.storage import cells, query
from sla_desktop.storage.store import Store

Readings = Mapping[DeviceId, Sequence[ClockReading]]


class Mending(NamedTuple):
    """What puts facts right: errors of laptops' clocks, and for each merged record of a person the one in force."""

    readings: Readings
    into: Mapping[MemberId, MemberId]


# What two clocks may differ by without anybody being told apart by it.
EXACT = timedelta(seconds=5)
_DAY_OVER = "the day was over"

# In the order of `domain.attendance.standing`.
_INSIDE = """
SELECT count(*) FROM (
    SELECT kind, session_id,
        row_number() OVER (PARTITION BY registration_id ORDER BY happened_at DESC, recorded_at DESC, id DESC) AS place
    FROM attendance
    WHERE event_id = ? AND kind <> 'undo' AND id NOT IN (
        SELECT undoes FROM attendance WHERE event_id = ? AND kind = 'undo' AND undoes IS NOT NULL
    )
) WHERE place = 1 AND kind = 'in' AND session_id IN {}
"""


def facts(connection: Connection, event_id: EventId) -> list[AttendanceFact]:
    """All facts of an event."""
    return _true(connection, event_id, query.find(connection, AttendanceFact, event_id=event_id), mending(connection))


def latest(
    event: Event, facts: Iterable[AttendanceFact], *, at: datetime | None = None
) -> dict[RegistrationId, AttendanceFact]:
    """For each registration its last standing fact up to a moment (else now); who forgot to leave on an earlier day
    of the event has left with that day."""
    moment = at or now()
    return {key: _left(event, fact, moment) for key, fact in rules.latest(facts, at=at).items()}


def present(
    event: Event, facts: Iterable[AttendanceFact], *, at: datetime | None = None
) -> dict[RegistrationId, AttendanceFact]:
    """Who is in at a moment (else now), with the fact that let them in."""
    return {key: fact for key, fact in latest(event, facts, at=at).items() if fact.kind == rules.IN}


def _left(event: Event, fact: AttendanceFact, at: datetime) -> AttendanceFact:
    if fact.kind != rules.IN or not has_left_by(event, fact.happened_at, at):
        return fact
    return replace(fact, kind=rules.OUT, happened_at=latest_exit(event, fact.happened_at), source=_DAY_OVER)


def was_open(fact: AttendanceFact) -> bool:
    """Whether a departure is none that anybody saw: the day of the event was over."""
    return fact.source == _DAY_OVER


def some_facts(connection: Connection, event_id: EventId, keys: Sequence[FactId]) -> list[AttendanceFact]:
    """Those of these facts that are an event's."""
    found = query.find_in(connection, AttendanceFact, "id", keys)
    return _true(connection, event_id, [fact for fact in found if fact.event_id == event_id], mending(connection))


def inside(connection: Connection, event_id: EventId, sessions: Collection[SessionId]) -> int:
    """How many people's last standing fact let them into one of some sessions: a scan waits for it."""
    if _readings(connection) or merged(connection):
        counts = occupancy(facts(connection, event_id))
        return sum(counts.get(key, 0) for key in sessions)
    sql = _INSIDE.format(cells.marks(len(sessions)))
    ((found,),) = cells.asked(connection, sql, (event_id.hex, event_id.hex, *(key.hex for key in sessions)))
    return int(found)


def mending(connection: Connection) -> Mending:
    """What puts facts right, as far as it is known here: a scan reads it once."""
    return Mending(_readings(connection), merged(connection))


def facts_of(connection: Connection, registration: Registration, known: Mending) -> list[AttendanceFact]:
    """All facts about the person of a registration."""
    event_id = registration.event_id
    parts = [one for one, into in known.into.items() if into == registration.member_id]
    keys = [registration.id, *(registration_id(event_id, one) for one in parts)]
    return _true(connection, event_id, query.find_in(connection, AttendanceFact, "registration_id", keys), known)


def true_scans(connection: Connection, scans: Sequence[Refusal]) -> list[Refusal]:
    """Refused scans of known people at the time of the team's clock, each of the record that counts."""
    readings, into = (_readings(connection), merged(connection)) if scans else ({}, {})
    return [
        replace(
            scan,
            happened_at=scan.happened_at + _shift(readings, scan.device_id, scan.happened_at),
            member_id=into.get(scan.member_id, scan.member_id),
        )
        for scan in scans
        if scan.member_id
    ]


def merged(connection: Connection) -> dict[MemberId, MemberId]:
    """For each merged record of a person the one that counts, however long the chain."""
    into = {one.member_id: one.into_id for one in query.find(connection, Merge, order="decided_at") if one.stands}
    return {one: _end(one, into) for one in into}


def same_person(connection: Connection, member: MemberId) -> list[MemberId]:
    """All records of a person: those merged into theirs, and the one theirs was merged into; theirs first."""
    into = merged(connection)
    end = into.get(member, member)
    return list(dict.fromkeys([member, end, *(one for one, root in into.items() if root == end)]))


def same_people(connection: Connection, members: Collection[MemberId]) -> set[MemberId]:
    """Those whose records count as that of one of these people, or as whose theirs count."""
    into = merged(connection)
    ends = {into.get(one, one) for one in members}
    return ends | {one for one, end in into.items() if end in ends}


def counting(connection: Connection, registration: Registration, into: Mapping[MemberId, MemberId]) -> Registration:
    """The registration that counts for a merged person at an event, or this one."""
    member = into.get(registration.member_id)
    if member is None:
        return registration
    other = query.get(connection, Registration, registration_id(registration.event_id, member))
    return other or replace(registration, member_id=member)


def shift(readings: Readings, public_key: bytes, at: datetime) -> timedelta:
    """How far the team's clock is ahead of this laptop's, as far as it was measured."""
    return _shift(readings, device_id(public_key), at)


def true_now(connection: Connection, public_key: bytes) -> datetime:
    """This moment by the team's clock, as far as this laptop's was measured."""
    return now() + shift(_readings(connection), public_key, now())


def corrected(connection: Connection) -> dict[DeviceId, timedelta]:
    """The laptops whose clock was found wrong, and by how much at the last measuring."""
    found = {device: timedelta(seconds=told[-1].ahead) for device, told in _readings(connection).items()}
    return {device: ahead for device, ahead in found.items() if abs(ahead) > EXACT}


def note_reading(store: Store, ahead: timedelta) -> bool:
    """Note how far the team's clock is ahead of this laptop's, where that is news; whether it was."""
    at, own = now(), device_id(store.public_key)
    with store.change() as tx:
        known = _shift(_readings(tx.connection), own, at)
        if abs(known - ahead) <= EXACT:
            return False
        tx.put(ClockReading(ReadingId(new_id()), own, at, ahead.total_seconds()))
    return True


def _readings(connection: Connection) -> Readings:
    found: dict[DeviceId, list[ClockReading]] = {}
    for one in query.find(connection, ClockReading, order="measured_at"):
        found.setdefault(one.device_id, []).append(one)
    return found


def _shift(readings: Readings, device: DeviceId | None, at: datetime) -> timedelta:
    """A laptop's error at a moment of its own clock: as measured nearest to it."""
    known = readings.get(device, ()) if device else ()
    if not known:
        return timedelta()
    return timedelta(seconds=min(known, key=lambda one: abs(one.measured_at - at)).ahead)


def _true(
    connection: Connection, event_id: EventId, found: list[AttendanceFact], known: Mending
) -> list[AttendanceFact]:
    readings, into = known
    if not readings and not into:
        return found
    registered = _registered(connection, event_id, into.values())
    return [_of_one(_timed(fact, readings), into, registered) for fact in found]


def _timed(fact: AttendanceFact, readings: Readings) -> AttendanceFact:
    ahead = timedelta() if fact.typed_time else _shift(readings, fact.device_id, fact.recorded_at)
    return replace(fact, happened_at=fact.happened_at + ahead) if ahead else fact


def _of_one(
    fact: AttendanceFact, into: Mapping[MemberId, MemberId], registered: set[RegistrationId]
) -> AttendanceFact:
    member = into.get(fact.member_id)
    if member is None:
        return fact
    key = registration_id(fact.event_id, member)
    return replace(fact, member_id=member, registration_id=key if key in registered else fact.registration_id)


def _registered(connection: Connection, event_id: EventId, members: Iterable[MemberId]) -> set[RegistrationId]:
    keys = [registration_id(event_id, one) for one in members]
    return set(query.get_many(connection, Registration, keys))


def _end(member: MemberId, into: Mapping[MemberId, MemberId]) -> MemberId:
    seen = {member}
    while member in into and into[member] not in seen:
        member = into[member]
        seen.add(member)
    return member
