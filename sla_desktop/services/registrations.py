"""Bringing registrations in: every row's fate is known before anything is written; a re-import is a diff."""

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from sqlalchemy import Connection

from sla_desktop.domain.ids import EventId, MemberId, RegistrationId
from sla_desktop.domain.members import Member
from sla_desktop.domain.registrations import Registration
from sla_desktop.domain.text import fold
from sla_desktop.services import hats, mappings, presence, timeline
from sla_desktop.services.import_news import changed_fields, given_on, missing, news_words, source_of
from sla_desktop.services.import_writes import Write, newcomer, put_organisations, records_of
from sla_desktop.services.matching import Directory, Seen, by_name_alone, remember, shared_words, twin
from sla_desktop.services.people import Attendee, hats_of, organisations_of, read_attendees
from sla_desktop.services.spellings import spelt_as_here
from sla_desktop.storage import query
from sla_desktop.storage.store import Store

if TYPE_CHECKING:
    from sla_desktop.tables.values import Columns, ReadResult, Registrant

NEW, CHANGED, UNCHANGED, DUPLICATE = "new", "changed", "unchanged", "duplicate"
CANCELLED_FATE, UNASSIGNED, REJECTED = "cancelled", "unassigned", "rejected"
FATES = (NEW, CHANGED, UNCHANGED, DUPLICATE, CANCELLED_FATE, UNASSIGNED, REJECTED)
_CANCELLED_HERE = "Was cancelled here, and stays cancelled."
_CANCELLED_ELSEWHERE = "Was cancelled by another list, and stays cancelled: this one says nothing about it."

Progress = Callable[[int, int], None]


@dataclass(frozen=True)
class RowFate:
    """What will happen to one row, and why."""

    row: int
    fate: str
    name: str
    email: str = ""
    organisation: str = ""
    reason: str = ""


@dataclass(frozen=True)
class ImportPlan:
    """A file as read, each row's fate, what to write for the good ones, and which columns people chose."""

    read: "ReadResult"
    rows: tuple[RowFate, ...]
    writes: tuple["Write", ...]
    chosen: Mapping[str, str] = field(default_factory=dict)
    turned: bool = False

    @property
    def counts(self) -> dict[str, int]:
        """How many rows have each fate."""
        return {fate: sum(row.fate == fate for row in self.rows) for fate in FATES}


def plan_import(
    store: Store,
    event_id: EventId,
    path: Path,
    *,
    mapping: Mapping[str, str] | None = None,
    turned: bool | None = None,
) -> ImportPlan:
    """Read a registration file and decide each row's fate. Nothing is written. SlaError if it cannot be read.

    `mapping` (our field -> heading, "" for none) says which column is which; without one, what was chosen for a file
    with the same headings counts. `turned` writes names that stand as “Lee, Ann” as “Ann Lee”; None does as with
    the last such file.
    """
    from sla_desktop.tables.naming import turned_round
    from sla_desktop.tables.registrations import read_registrations

    def chosen_before(headers: Sequence[str]) -> dict[str, str]:
        with store.read() as connection:
            return mappings.remembered(connection, headers)

    result = read_registrations(path, mapping=mapping, chosen_before=chosen_before)
    with store.read() as connection:
        turned = mappings.turned_before(connection, result.headers) if turned is None else turned
        result = spelt_as_here(connection, turned_round(result) if turned else result)
        here = read_attendees(connection, event_id)
        warning = presence.registered(connection, event_id).erased_words
        gone, into = presence.erased(connection, event_id), timeline.merged(connection)
        places = query.find_in(connection, Registration, "member_id", list(into))
        doubles = {one.member_id: one for one in places if one.event_id == event_id}
        directory = Directory(here, query.find(connection, Member), result.registrants)
        hats = hats_of(connection, [member.id for member in directory.members])
        known = organisations_of(connection, [hat for group in hats.values() for hat in group])
    named = {
        key: [known[hat.organisation_id].name if hat.organisation_id else "" for hat in group]
        for key, group in hats.items()
    }
    directory.learn_organisations(named)
    meant = _meant(result.registrants, directory, into)
    plan = replace(_plan(event_id, meant, result, directory, gone, doubles), chosen=mapping or {}, turned=turned)
    if warning and plan.counts[NEW]:
        plan = replace(plan, read=replace(plan.read, notes=(*plan.read.notes, warning)))
    return plan


def columns_of(path: Path) -> "Columns":
    """The headings of a file, with examples and what they are taken for. SlaError if it is no table."""
    from sla_desktop.tables.registrations import read_columns

    return read_columns(path)


def apply_import(store: Store, event_id: EventId, plan: ImportPlan, *, progress: Progress | None = None) -> int:
    """Write a plan's good rows in one commit; how many people were written. Check-ins are never touched."""
    with store.change() as tx:
        if plan.chosen:
            mappings.remember(tx.connection, plan.read.headers, plan.chosen)
        mappings.remember_turned(tx.connection, plan.read.headers, turned=plan.turned)
        put_organisations(tx, plan.writes)
        batch: list[object] = []
        places: dict[RegistrationId, Registration] = {}
        earlier = _said_before(tx.connection, plan.writes)
        for done, write in enumerate(plan.writes):
            told = earlier.get(write.member.id, ())
            batch.extend(records_of(event_id, write, source_of(plan.read), places, told))
            if progress and done % 50 == 0:
                progress(done, len(plan.writes))
        tx.put(*batch, *places.values(), *hats.laid_aside(tx, batch))
    return sum(not write.second_hat for write in plan.writes)


def _said_before(connection: Connection, writes: Sequence[Write]) -> Mapping[MemberId, Sequence[Mapping[str, str]]]:
    """What lists of other events said of people who are known from those."""
    keys = [one.member.id for one in writes if one.match is None and not one.is_new]
    told: defaultdict[MemberId, list[Mapping[str, str]]] = defaultdict(list)
    for place in query.find_in(connection, Registration, "member_id", keys):
        told[place.member_id].append(place.imported)
    return told


def _plan(
    event_id: EventId,
    meant: "Sequence[_Meant]",
    result: "ReadResult",
    directory: Directory,
    gone: Collection[MemberId],
    doubles: Mapping[MemberId, Registration],
) -> ImportPlan:
    taken, alike = {member.id for member in directory.members} | set(gone), Counter[tuple[str, ...]]()
    seen: Seen = {}
    live: Seen = {}
    for row in result.registrants:
        if row.status == "registered":
            remember(row, live)
    coming = {one.person.id: one.row for one in meant if one.person and one.row.status == "registered"}
    with_ticket = {key for key, row in coming.items() if row.ticket_code}
    rows: list[RowFate] = []
    writes: list[Write] = []
    met: dict[int, Member] = {}
    for row, match, double in meant:
        here = directory.here.get(match.id) if match else None
        holder = directory.holder(row)
        # Whoever has another ticket in the same list (two were swapped, say) lost none.
        holder = None if holder is here or (holder and holder.member.id in with_ticket) else holder
        row, told = given_on(row, holder) if holder else (row, "")
        other = twin(row, live) or (coming.get(match.id) if match else None)
        if double and match:
            fate, reason, counts = _fate_of_double(row, match, doubles.get(double.id))
            match, here = double, None
        else:
            fate, reason, counts = _fate(row, here, seen, other)
        if fate == NEW:
            told = f"{told} {directory.namesake(row)}".strip()
        if counts:
            met[row.row] = match or newcomer(event_id, row, alike, taken)
            reason = f"{reason} {told}".strip()
            writes.append(Write(row, here, met[row.row], is_new=match is None, holder=holder))
        elif fate == DUPLICATE and (earlier := twin(row, seen)) and _another_hat(row, earlier, here):
            member = met.get(earlier.row) or (here.member if here else None)
            if member is not None:
                writes.append(Write(row, here, member, second_hat=True))
                reason += f" {row.organisation} is kept as another of their organisations."
        rows.append(RowFate(row.row, fate, row.full_name, row.email, row.organisation, reason))
    notes = (
        *result.notes,
        *missing(result, list(directory.here.values()), {one.person.id for one in meant if one.person}),
    )
    return ImportPlan(replace(result, notes=notes), tuple(rows), tuple(writes))


class _Meant(NamedTuple):
    """A row with the person it means and, where that is another record of theirs (of merged ones one counts), it."""

    row: "Registrant"
    person: Member | None
    double: Member | None = None


def _meant(rows: "Sequence[Registrant]", directory: Directory, into: Mapping[MemberId, MemberId]) -> list[_Meant]:
    known = {member.id: member for member in directory.members}
    told: list[_Meant] = []
    tickets: dict[MemberId, str] = {}
    for row in rows:
        record = directory.match(row)
        # A second ticket is that of a second person.
        if record and row.ticket_code and tickets.setdefault(record.id, row.ticket_code) != row.ticket_code:
            record = None
        if record is not None and into.get(record.id) in known:
            told.append(_Meant(row, known[into[record.id]], record))
        else:
            told.append(_Meant(row, record))
    return told


def _another_hat(row: "Registrant", earlier: "Registrant", here: Attendee | None) -> bool:
    known = {fold(earlier.organisation), *(fold(name) for name in (here.organisations if here else ()))}
    return bool(row.organisation) and fold(row.organisation) not in known


def _fate_of_double(row: "Registrant", person: Member, place: Registration | None) -> tuple[str, str, bool]:
    """The same of a row that means a record which counts as another one; its place has its own ticket."""
    if row.status in (REJECTED, UNASSIGNED):
        return row.status, row.reason, False
    told = f"{row.reason} Counts as {person.full_name}.".strip()
    if row.status == "cancelled":
        return CANCELLED_FATE, told, False
    if place is None or (row.ticket_code and place.external_code != row.ticket_code):
        return CHANGED if place else NEW, told, True
    return UNCHANGED, told, False


def _fate(row: "Registrant", here: Attendee | None, seen: Seen, other: "Registrant | None") -> tuple[str, str, bool]:
    """A row's fate, why, and whether it is to be written; `other` is one of the same person that stands."""
    if row.status in (REJECTED, UNASSIGNED):
        return row.status, row.reason, False
    known = ("here", str(here.id if here else ""))
    earlier = twin(row, seen) or seen.get(known)
    if row.status == "cancelled":
        return _fate_of_gone(row, here, other or earlier, seen)
    if earlier is not None:
        return DUPLICATE, f"The same person as row {earlier.row}.", False
    told = " ".join(filter(None, (row.reason, shared_words(row, seen))))
    remember(row, seen)
    if here is None:
        return NEW, told, True
    seen[known] = row
    news = news_words(row, here)
    if here.cancelled and "status" in news:
        return CHANGED, "Was cancelled; is registered again.", True
    if here.cancelled:
        return UNCHANGED, _CANCELLED_HERE if row.standing else _CANCELLED_ELSEWHERE, False
    told = by_name_alone(row, here)
    return (CHANGED, f"New: {', '.join(news)}. {told}".rstrip(), True) if news else (UNCHANGED, told, False)


def _fate_of_gone(
    row: "Registrant", here: Attendee | None, other: "Registrant | None", seen: Seen
) -> tuple[str, str, bool]:
    """Somebody who will not come is kept, so that the door can say why; another row of theirs that stands counts."""
    if other is not None:
        return CANCELLED_FATE, f"{row.reason} Row {other.row} is the same person, and counts.", False
    remember(row, seen)
    if here is None:
        return CANCELLED_FATE, row.reason, bool(row.full_name)
    news = "status" in changed_fields(row, here)
    came = ", though they came" if here.last is not None else ""
    return CANCELLED_FATE, f"{row.reason} The place here will be cancelled{came}." if news else row.reason, news
