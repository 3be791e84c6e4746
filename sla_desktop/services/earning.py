"""Who earned an event's certificate by being there, and who came and did not."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from sla_desktop.domain import attendance as rules
from sla_desktop.domain import hours
from sla_desktop.domain.certificates import REVOKED, Certificate
from sla_desktop.domain.events import Event, Session
from sla_desktop.domain.ids import MemberId, RegistrationId
from sla_desktop.domain.text import fold
from sla_desktop.services import awards, timeline
from sla_desktop.services.awards import Earned
from sla_desktop.services.clock import now
from sla_desktop.services.people import Attendee, attendees
from sla_desktop.services.removed_sessions import removed
from sla_desktop.storage import query
from sla_desktop.storage.store import Store

# Whoever looked in for less has not attended a session.
SHORTEST = timedelta(minutes=5)


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
    return f"The {what} is not over yet, so hours may change: print them again afterwards."


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
            found.append(Uncertified(row.person, late.get(row.person.id, "was in no session for five minutes")))
        elif reason := awards.lacking(award, row, whole):
            found.append(Uncertified(row.person, reason))
        elif row.person.member.id in revoked:
            found.append(Uncertified(row.person, f"the certificate was revoked ({revoked[row.person.member.id]})"))
    return found


def attended(store: Store, event: Event, people: Sequence[Attendee] | None = None) -> list[Earned]:
    """Everybody (else these people) who was in, with the time attended. Without sessions the event itself counts.

    While the event runs, nobody has attended more than what is over by now.
    """
    with store.read() as connection:
        facts = timeline.facts(connection, event.id)
        sessions = [*query.find(connection, Session, event_id=event.id), *removed(connection, event.id)]
        sessions.sort(key=lambda one: (one.starts, one.id))
    at = now()
    end = at if event.starts <= at < event.ends else event.ends
    there = hours.attended(facts, sessions or [_whole(event)], end)
    found = []
    for person in attendees(store, event.id) if people is None else people:
        if known := there.get(person.id):
            in_each = known.sessions
            titles = tuple(one.title for one in sessions if in_each.get(one.id, timedelta()) >= SHORTEST)
            found.append(Earned(person, _minutes(known.time), titles))
    return found


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


def _late(store: Store, event: Event) -> dict[RegistrationId, str]:
    """Those who came when all was over, and that in words."""
    with store.read() as connection:
        sessions = [one for one in query.find(connection, Session, event_id=event.id) if one.counts]
        arrivals = rules.first_arrivals(timeline.facts(connection, event.id))
    last = max((one.ends for one in sessions), default=event.ends)
    words = f"came after the {'last session' if sessions else 'event'} had ended"
    return {key: words for key, fact in arrivals.items() if fact.happened_at >= last}


def _whole(event: Event) -> Session:
    return Session(event.id, event.id, event.title, event.starts, event.ends)  # type: ignore[arg-type]


def _minutes(time: timedelta) -> int:
    """Whole minutes, in steps of five, never more than was attended."""
    minutes = int(time.total_seconds() // 60)
    return minutes - minutes % 5
