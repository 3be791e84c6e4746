"""How long personal data is kept: the team's clocks, and letting go of what was kept long enough."""

import json
from calendar import monthrange
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import UUID

from sqlalchemy import Connection

from sla_desktop.domain.attendance import AttendanceFact
from sla_desktop.domain.errors import SlaError
from sla_desktop.domain.events import Event
from sla_desktop.domain.ids import ExpiryId, new_id
from sla_desktop.domain.registrations import Registration
from sla_desktop.domain.retention import ACCESS, CONTACT, IMPORTED, KINDS, NEEDS, Clock, Expiry, Kind, clock_id
from sla_desktop.domain.text import counted
from sla_desktop.services import erasure, team
from sla_desktop.storage import query
from sla_desktop.storage.batches import batched
from sla_desktop.storage.schema import id_from_hex
from sla_desktop.storage.store import Store

MOST_MONTHS = 1200
_FIELDS = {
    CONTACT: ("member", {"email", "phone"}),
    NEEDS: ("member", {"access_needs", "dietary"}),
    IMPORTED: ("registration", {"imported"}),
    ACCESS: ("access", {"what", "at", "desk", "about", "event_id", "purpose"}),
}
_LONG_AGO = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True)
class Kept:
    """A kind of data and how many months it is kept; `usual` says that nobody chose another number."""

    kind: Kind
    months: int
    usual: bool

    @property
    def words(self) -> str:
        """The clock in a sentence."""
        told = f"kept {counted(self.months, 'month')} {self.kind.since}" if self.months else "kept for ever"
        return f"{self.kind.words}: {told}{' (usual)' if self.usual else ''}."


@dataclass(frozen=True)
class Due:
    """What was kept long enough: of how many people or records, and the changes that say it."""

    kept: Kept
    records: int
    changes: tuple[UUID, ...]

    @property
    def words(self) -> str:
        """How much goes, in a sentence."""
        return f"{self.kept.kind.words}: {counted(self.records, 'record')} kept over {self.kept.months} months."


@dataclass(frozen=True)
class _Said:
    """A change that still has its text: the thing it is about, and when it was made."""

    cid: UUID
    eid: UUID
    made: datetime


def clocks(store: Store) -> list[Kept]:
    """How long each kind is kept."""
    with store.read() as connection:
        chosen = {one.kind: one.months for one in query.find(connection, Clock)}
    return [Kept(kind, chosen.get(kind.name, kind.months), kind.name not in chosen) for kind in KINDS]


def choose(store: Store, kind: str, months: int) -> str:
    """Keep a kind of data that many months (0: for ever), on all laptops. SlaError unless this one leads."""
    names = [one.name for one in KINDS]
    if kind not in names:
        raise SlaError(f"“{kind}” is no kind of data. Choose from {', '.join(names)}.")
    if not 0 <= months <= MOST_MONTHS:
        raise SlaError(f"{months} is no number of months from 0 (for ever) to {MOST_MONTHS}.")
    team.must_lead(store)
    with store.change() as tx:
        tx.put(Clock(clock_id(kind), kind, months))
    return next(one.words for one in clocks(store) if one.kind.name == kind)


def due(store: Store, now: datetime) -> list[Due]:
    """What was kept long enough by now."""
    found = []
    with store.read() as connection:
        for kept in clocks(store):
            gone = list(_gone(connection, kept, now)) if kept.months else []
            if gone:
                found.append(Due(kept, len({one.eid for one in gone}), tuple(one.cid for one in gone)))
    return found


def run(store: Store, now: datetime) -> list[Due]:
    """Let go of what was kept long enough, here and on every laptop; what went. SlaError unless this laptop leads.

    The order names changes, not people: what another laptop was told meanwhile stays until its own time comes.
    """
    team.must_lead(store)
    found = due(store, now)
    with store.change() as tx:
        for one in found:
            for chunk in batched(one.changes):
                named = tuple(cid.hex for cid in chunk)
                tx.put(Expiry(ExpiryId(new_id()), one.kept.kind.name, named, now, store.desk))
    erasure.tidy(store, now.date())
    return found


def _gone(connection: Connection, kept: Kept, now: datetime) -> Iterator[_Said]:
    """The changes whose text goes: all that were ever said of a thing whose time is over."""
    limit = _months_before(now, kept.months)
    said: dict[UUID, list[_Said]] = {}
    for one in _said(connection, kept.kind.name):
        said.setdefault(one.eid, []).append(one)
    last = _LAST[kept.kind.name](connection, now)
    for eid, changes in said.items():
        if max(last.get(eid, _LONG_AGO), *(one.made for one in changes)) < limit:
            yield from changes


def _said(connection: Connection, kind: str) -> Iterator[_Said]:
    entity, fields = _FIELDS[kind]
    sql = "SELECT cid, eid, wall_ms, payload FROM change WHERE entity = ? AND subject IS NOT NULL"
    for cid, eid, wall_ms, payload in connection.exec_driver_sql(f"{sql} AND payload IS NOT NULL", (entity,)):
        if set(json.loads(payload)["s"]) <= fields:
            yield _Said(id_from_hex(cid), id_from_hex(eid), datetime.fromtimestamp(wall_ms / 1000, UTC))


def _last_there(connection: Connection, now: datetime) -> dict[UUID, datetime]:
    """When each person last came to something; somebody who is still expected somewhere comes now."""
    last: dict[UUID, datetime] = {}
    for fact in query.find(connection, AttendanceFact):
        last[fact.member_id] = max(last.get(fact.member_id, _LONG_AGO), fact.happened_at)
    coming = {key: ends for key, ends in _last_event(connection, now).items() if ends >= now}
    return last | coming


def _last_event(connection: Connection, _now: datetime) -> dict[UUID, datetime]:
    """When the last event of each person ends."""
    ends = {event.id: event.ends for event in query.find(connection, Event)}
    last: dict[UUID, datetime] = {}
    for place in query.find(connection, Registration):
        last[place.member_id] = max(last.get(place.member_id, _LONG_AGO), ends.get(place.event_id, _LONG_AGO))
    return last


def _event_of_place(connection: Connection, _now: datetime) -> dict[UUID, datetime]:
    """When the event of each place at one ends."""
    ends = {event.id: event.ends for event in query.find(connection, Event)}
    return {one.id: ends.get(one.event_id, _LONG_AGO) for one in query.find(connection, Registration)}


def _nothing_later(_connection: Connection, _now: datetime) -> Mapping[UUID, datetime]:
    return {}


_LAST = {CONTACT: _last_there, NEEDS: _last_event, IMPORTED: _event_of_place, ACCESS: _nothing_later}


def _months_before(moment: datetime, months: int) -> datetime:
    year, month = divmod(moment.year * 12 + moment.month - 1 - months, 12)
    if year < 1:
        return _LONG_AGO
    return moment.replace(year=year, month=month + 1, day=min(moment.day, monthrange(year, month + 1)[1]))
