"""Who earned an event's certificate by being there, and who came and did not."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import partial
from typing import NamedTuple

from sla_desktop.domain import attendance as rules
from sla_desktop.domain import hours
from sla_desktop.domain.attendance import AttendanceFact, Closing
from sla_desktop.domain.certificates import REVOKED, Certificate
from sla_desktop.domain.events import Event, Room, Session, day_over, lasts_days, latest_exit, places
from sla_desktop.domain.ids import MemberId, RegistrationId, SessionId
from sla_desktop.domain.text import counted, first_few, fold, joined
from sla_desktop.services import awards, presence, timeline
from sla_desktop.services.awards import Earned
from sla_desktop.services.clock import now
from sla_desktop.services.people import Attendee, attendees
from sla_desktop.services.removed_sessions import removed
from sla_desktop.storage import query
from sla_desktop.storage.store import Store

# Whoever looked in for less has not attended a session.
SHORTEST = timedelta(minutes=5)
_LOST = (
    "The time of {titles} does not count for {who}: they were checked in to the event and not there, as others were. "
    "Whoever was there all the same: check them in there, with the time."
)
_GIVEN = (
    "The time of {titles} counts also for {who}: they were at the event, and fewer than half were checked in there. "
    "If it was for those few alone: say under Event, Sessions how many places it has."
)
_OPEN = (
    "The time of “{title}” counts for everybody who was at the event, and no certificate names it: it has fewer "
    "places than people who came, but nobody was checked in to it. Check in those who were there, with the time."
)


@dataclass(frozen=True)
class Uncertified:
    """Somebody who came and gets no certificate, and why."""

    person: Attendee
    reason: str


def earned(store: Store, event: Event) -> list[Earned]:
    """Everybody who was in for long enough, and wherever the event's award asks for."""
    award = awards.award_of(store, event.id)
    whole = awards.minutes_of(store, event)
    return [row for row in _candidates(store, event) if row.minutes and not awards.lacking(award, row, whole)]


def early_words(store: Store, event: Event) -> str:
    """A sentence if there is more to come: who prints now certifies hours that may change."""
    parts = awards.parts(store, event)
    if now() >= max(one.ends for one in parts):
        return ""
    what = "event" if len(parts) == 1 else "programme"
    inside = still_in(store, event)
    still = f" and {counted(inside, 'person is', 'people are')} still in" if inside else ""
    return f"The {what} is not over yet{still}, so hours may change: print them again afterwards."


def still_in(store: Store, event: Event) -> int:
    """How many people are in an event that is not over: nobody knows yet how long they will have been there."""
    going_on = [part for part in awards.parts(store, event) if now() < part.ends]
    return sum(len(presence.present(store, part.id)) for part in going_on)


def list_words(store: Store, event: Event) -> list[str]:
    """Sentences on sessions that some were checked in to by themselves: who has their time or loses it for that."""
    return [words for part in awards.parts(store, event) for words in _list_words(store, part)]


def uncertified(store: Store, event: Event) -> list[Uncertified]:
    """Everybody who came and gets no certificate, with the reason."""
    award = awards.award_of(store, event.id)
    whole = awards.minutes_of(store, event)
    with store.read() as connection:
        known = query.find(connection, Certificate, event_id=event.id, status=REVOKED)
    revoked = {one.member_id: one.reason for one in known if one.kind == award.kind and not one.replaced_by}
    late = _late(store, event)
    found = []
    for row in _candidates(store, event):
        if not row.minutes:
            found.append(Uncertified(row.person, late.get(row.person.id, _nowhere(row))))
        elif reason := awards.lacking(award, row, whole):
            found.append(Uncertified(row.person, reason))
        elif row.person.member.id in revoked:
            found.append(Uncertified(row.person, f"the certificate was revoked ({revoked[row.person.member.id]})"))
    return found


def by_reason(store: Store, event: Event) -> dict[str, list[str]]:
    """The names of everybody who came and gets no certificate, by the reason."""
    names: dict[str, list[str]] = {}
    for one in uncertified(store, event):
        names.setdefault(one.reason, []).append(one.person.name)
    return names


def attended(store: Store, event: Event, people: Sequence[Attendee] | None = None) -> list[Earned]:
    """Everybody (else these people) who was in, with the time attended. Without sessions the event itself counts.

    While the event runs, nobody has attended more than what is over by now.
    """
    return _attended(_day(store, event), event, attendees(store, event.id) if people is None else people)


def _attended(day: "_Day", event: Event, people: Sequence[Attendee]) -> list[Earned]:
    there = hours.attended(day.facts, day.sessions or [_whole(event)], day.end, day.closes)
    found = []
    for person in people:
        if known := there.get(person.id):
            in_each = {key for key, time in known.sessions.items() if time >= SHORTEST}
            titles = (_titles(day.sessions, keys) for keys in (in_each, known.given, known.missed))
            found.append(Earned(person, _minutes(known.time), *titles))
    return found


class _Day(NamedTuple):
    facts: list[AttendanceFact]
    sessions: list[Session]
    end: datetime
    closes: Closing


def _day(store: Store, event: Event) -> _Day:
    """What happened at an event's doors, its sessions by time (those removed since, too), and its end or now."""
    with store.read() as connection:
        facts = timeline.facts(connection, event.id)
        sessions = [*query.find(connection, Session, event_id=event.id), *removed(connection, event.id)]
        rooms = {room.id: room for room in query.find(connection, Room, event_id=event.id)}
    at = now()
    end = at if event.starts <= at < event.ends else event.ends
    placed = [replace(one, capacity=places(one, rooms.get(one.room_id) if one.room_id else None)) for one in sessions]
    ordered = sorted(placed, key=lambda one: (one.starts, one.id))
    return _Day(facts, ordered, end, partial(_counted_until, event, ordered))


def _counted_until(event: Event, sessions: Sequence[Session], came: datetime) -> datetime:
    """When whoever was not seen leaving had left; who came when the day was over has no time that anybody knows."""
    late = lasts_days(event) and came >= day_over(event, came, sessions)
    return came if late else latest_exit(event, came, sessions)


def _list_words(store: Store, event: Event) -> list[str]:
    """Sessions with the same people are told in one sentence."""
    day = _day(store, event)
    rows = _attended(day, event, attendees(store, event.id))
    lost: dict[tuple[str, ...], list[str]] = {}
    given: dict[tuple[str, ...], list[str]] = {}
    for title in dict.fromkeys(title for row in rows for title in (*row.missed, *row.given)):
        for found, names in (
            (lost, tuple(row.person.name for row in rows if title in row.missed)),
            (given, tuple(row.person.name for row in rows if title in row.given)),
        ):
            found.setdefault(names, []).append(f"“{title}”")
    both = ((_LOST, lost), (_GIVEN, given))
    told = [(words, names, titles) for words, found in both for names, titles in found.items() if names]
    said = [words.format(titles=joined(titles), who=_who(names)) for words, names, titles in told]
    return [*said, *(_OPEN.format(title=one.title) for one in hours.open_to_all(*day))]


def _who(names: Sequence[str]) -> str:
    return f"{counted(len(names), 'person', 'people')} ({first_few(names)})"


def _candidates(store: Store, event: Event) -> list[Earned]:
    """Everybody who came to what the award counts; for a programme with the time in all its events."""
    parts = awards.parts(store, event)
    if len(parts) == 1:
        return attended(store, event)
    rows: dict[MemberId, Earned] = {}
    for part in parts:
        for row in attended(store, part):
            before = rows.get(row.person.member.id, Earned(row.person, 0, ()))
            person = row.person if part.id == event.id else before.person
            titles = (part.title,) if row.minutes else ()
            rows[person.member.id] = Earned(person, before.minutes + row.minutes, (*before.sessions, *titles))
    return sorted(rows.values(), key=lambda row: fold(row.person.name))


def _nowhere(row: Earned) -> str:
    if row.missed:
        titles = joined([f"“{title}”" for title in row.missed])
        return f"was checked in to the event and not to {titles}, as others were"
    return "was in no session for five minutes"


def _late(store: Store, event: Event) -> dict[RegistrationId, str]:
    """Those who came when all was over, and that in words."""
    with store.read() as connection:
        sessions = [one for one in query.find(connection, Session, event_id=event.id) if one.counts]
        arrivals = rules.first_arrivals(timeline.facts(connection, event.id))
    last = max((one.ends for one in sessions), default=event.ends)
    words = f"came after the {'last session' if sessions else 'event'} had ended"
    return {key: words for key, fact in arrivals.items() if fact.happened_at >= last}


def _titles(sessions: Sequence[Session], keys: Collection[SessionId]) -> tuple[str, ...]:
    return tuple(one.title for one in sessions if one.id in keys)


def _whole(event: Event) -> Session:
    return Session(event.id, event.id, event.title, event.starts, event.ends)  # type: ignore[arg-type]


def _minutes(time: timedelta) -> int:
    """Whole minutes, in steps of five, never more than was attended."""
    minutes = int(time.total_seconds() // 60)
    return minutes - minutes % 5
