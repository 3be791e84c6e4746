"""Search while typing: every prefix of names, organisations and codes, with a typo in between."""

import random
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from sla_desktop.domain.attendance import AttendanceFact
from sla_desktop.domain.ids import EventId, FactId, MemberId, new_id
from sla_desktop.domain.members import Member
from sla_desktop.domain.registrations import Registration, registration_id, ticket_code
from sla_desktop.services import attendance
from sla_desktop.services.people import Attendee, attendees
from sla_desktop.services.roll import Roll
from sla_desktop.services.search import Index
from tests.benchmarks.material import big_store, some_people
from tests.benchmarks.report import quantile, table

SIZES = (5_000, 50_000)
_INSIDE = 500


def main() -> None:
    """Measure and print."""
    heading = ("people", "searches", "median", "99th percentile", "building the index", "one renamed", "one came")
    rows = [heading, *(_measured(size) for size in SIZES)]
    table("Search while typing, in time of the processor", rows)
    with tempfile.TemporaryDirectory() as folder:
        store, event = big_store(Path(folder) / "day.sla", SIZES[0])
        for one in attendees(store, event.id)[:_INSIDE]:
            attendance.check_in(store, event.id, one.id, desk="Desk 1")
        roll = Roll(store, event.id)
        told = [_ms(_seconds(roll.read))]
        attendance.check_in(store, event.id, attendees(store, event.id)[-1].id, desk="Desk 1")
        told.append(_ms(_seconds(roll.read)))
        store.close()
    rows = [("a desk of 5,000 people with 500 inside", "time"), ("begins", told[0]), ("takes in one more", told[1])]
    table("Reading", rows)


def _measured(size: int) -> tuple[str, ...]:
    people = list(_registered(size))
    indexes: list[Index] = []
    built = _seconds(lambda: indexes.append(Index(people)))
    (index,) = indexes
    times = [_seconds(lambda text=text: index.find(text, 20)) for text in _typed(people)]
    first, *rest = people
    renamed = replace(first, member=replace(first.member, full_name="Zebedee Quill"))
    shown = _seconds(lambda: index.show([renamed, *rest]))
    marked = _seconds(lambda: index.take([replace(first, last=_came(first))]))
    told = (quantile(times, 0.5), quantile(times, 0.99), built, shown, marked)
    return f"{size:,}", f"{len(times):,}", *map(_ms, told)


def _registered(count: int) -> Iterator[Attendee]:
    event = EventId(new_id())
    for one in some_people(count):
        member = Member(MemberId(new_id()), one.name, one.given, one.family, email=one.email)
        key = registration_id(event, member.id)
        place = Registration(key, event, member.id, code=ticket_code(key))
        yield Attendee(place, member, one.organisation, organisations=(one.organisation,))


def _came(person: Attendee) -> AttendanceFact:
    at = datetime(2026, 11, 24, 9, tzinfo=UTC)
    place = person.registration
    return AttendanceFact(
        FactId(new_id()), place.event_id, place.id, place.member_id, "in", at, at, desk="Desk 1", source="scan"
    )


def _typed(people: list) -> list[str]:
    """What volunteers type, key by key: a name, its words turned round, a code, an organisation, a typo."""
    rng = random.Random(1)
    texts: list[str] = []
    for person in rng.sample(people, 150):
        turned = " ".join(reversed(person.name.split()))
        typo = person.name[:2] + person.name[3:]
        for whole in (person.name, turned, person.registration.code, person.organisation[:12], typo):
            texts.extend(whole[:length] for length in range(1, len(whole) + 1))
    return texts


def _seconds(act: Callable[[], object]) -> float:
    started = time.process_time()
    act()
    return time.process_time() - started


def _ms(seconds: float) -> str:
    return f"{1000 * seconds:.2f} ms"
