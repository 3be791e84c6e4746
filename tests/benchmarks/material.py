"""A store with many made-up people."""

import random
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from sla_desktop.demo.people import Person, make_people
from sla_desktop.domain.events import Event
from sla_desktop.domain.ids import MemberId, new_id
from sla_desktop.domain.members import Affiliation, Member, Organisation, affiliation_id, organisation_id
from sla_desktop.domain.registrations import Registration, registration_id, ticket_code
from sla_desktop.services import events
from sla_desktop.storage.store import Store, open_store

RAW_KEY = "5e" * 32
_BATCH = 5_000


def big_store(path: Path, count: int) -> tuple[Store, Event]:
    """A store at `path` with an event of `count` registered people."""
    store = open_store(path, secret=RAW_KEY)
    start, end = datetime(2026, 11, 24, 9, tzinfo=UTC), datetime(2026, 11, 24, 16, tzinfo=UTC)
    event = events.add_event(store, title="Large community day", starts=start, ends=end)
    values: dict[object, object] = {}
    for one in some_people(count):
        member = Member(MemberId(new_id()), one.name, one.given, one.family, email=one.email)
        home, key = organisation_id(one.organisation), registration_id(event.id, member.id)
        values[home] = Organisation(home, one.organisation, one.sector, one.place)
        values[member.id] = member
        hat = Affiliation(affiliation_id(member.id, one.organisation), member.id, home, one.role, main=True)
        values[hat.id] = hat
        values[key] = Registration(key, event.id, member.id, code=ticket_code(key), source="import: bench")
    with store.change() as tx:
        tx.put(*values.values())
    return store, event


def some_people(count: int) -> Iterator[Person]:
    """Made-up people, in batches: the stock of names does not last for a whole city without a repetition."""
    for start in range(0, count, _BATCH):
        yield from make_people(min(_BATCH, count - start), random.Random(1 + start // _BATCH))
