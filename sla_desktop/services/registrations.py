"""Bringing registrations in: every row's fate is known before anything is written; a re-import is a diff."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from sla_desktop.domain.ids import EventId
from sla_desktop.domain.members import (
    Affiliation,
    Member,
    Organisation,
    affiliation_id,
    new_member,
    organisation_id,
)
from sla_desktop.domain.registrations import REGISTERED, Registration, registration_id, ticket_code
from sla_desktop.domain.text import fold
from sla_desktop.services import hats, mappings, presence
from sla_desktop.services.import_news import (
    HAT_FIELDS,
    MEMBER_FIELDS,
    TICKET_FIELDS,
    changed_fields,
    desk_note,
    given_on,
    news_words,
    snapshot,
)
from sla_desktop.services.matching import Directory, Seen, by_name_alone, remember, shared_words, twin
from sla_desktop.services.people import Attendee, hats_of, organisations_of, read_attendees
from sla_desktop.services.spellings import spelt_as_here
from sla_desktop.storage import query
from sla_desktop.storage.store import Store
from sla_desktop.storage.transaction import Transaction

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
    writes: tuple["_Write", ...]
    chosen: Mapping[str, str] = field(default_factory=dict)
    turned: bool = False

    @property
    def counts(self) -> dict[str, int]:
        """How many rows have each fate."""
        return {fate: sum(row.fate == fate for row in self.rows) for fate in FATES}


@dataclass(frozen=True)
class _Write:
    registrant: "Registrant"
    match: Attendee | None
    member: Member
    is_new: bool = False
    second_hat: bool = False
    holder: Attendee | None = None


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
        directory = Directory(here, query.find(connection, Member), result.registrants)
        hats = hats_of(connection, [member.id for member in directory.members])
        known = organisations_of(connection, [hat for group in hats.values() for hat in group])
    named = {
        key: [known[hat.organisation_id].name if hat.organisation_id else "" for hat in group]
        for key, group in hats.items()
    }
    directory.learn_organisations(named)
    plan = replace(_plan(result, directory), chosen=mapping or {}, turned=turned)
    if warning and plan.counts[NEW]:
        plan = replace(plan, read=replace(result, notes=(*result.notes, warning)))
    return plan


def columns_of(path: Path) -> "Columns":
    """The headings of a file, with examples and what they are taken for. SlaError if it is no table."""
    from sla_desktop.tables.registrations import read_columns

    return read_columns(path)


def apply_import(store: Store, event_id: EventId, plan: ImportPlan, *, progress: Progress | None = None) -> int:
    """Write a plan's good rows in one commit; how many people were written. Check-ins are never touched."""
    now = datetime.now(UTC)
    with store.change() as tx:
        if plan.chosen:
            mappings.remember(tx.connection, plan.read.headers, plan.chosen)
        mappings.remember_turned(tx.connection, plan.read.headers, turned=plan.turned)
        _put_organisations(tx, plan.writes)
        batch: list[object] = []
        for done, write in enumerate(plan.writes):
            batch.extend(_values(event_id, write, now, plan.read.format))
            if progress and done % 50 == 0:
                progress(done, len(plan.writes))
        tx.put(*batch, *hats.laid_aside(tx, batch))
    return sum(not write.second_hat for write in plan.writes)


def _plan(result: "ReadResult", directory: Directory) -> ImportPlan:
    seen: Seen = {}
    live: Seen = {}
    for row in result.registrants:
        if row.status == "registered":
            remember(row, live)
    rows: list[RowFate] = []
    writes: list[_Write] = []
    met: dict[int, Member] = {}
    for row in result.registrants:
        match = directory.match(row)
        here = directory.here.get(match.id) if match else None
        holder = directory.holder(row)
        holder = None if holder is here else holder
        row, told = given_on(row, holder) if holder else (row, "")
        fate, reason, counts = _fate(row, here, seen, live)
        if counts:
            met[row.row] = match or new_member(row.full_name)
            reason = f"{reason} {told}".strip()
            writes.append(_Write(row, here, met[row.row], is_new=match is None, holder=holder))
        elif fate == DUPLICATE and (earlier := twin(row, seen)) and _another_hat(row, earlier, here):
            member = met.get(earlier.row) or (here.member if here else None)
            if member is not None:
                writes.append(_Write(row, here, member, second_hat=True))
                reason += f" {row.organisation} is kept as another of their organisations."
        rows.append(RowFate(row.row, fate, row.full_name, row.email, row.organisation, reason))
    return ImportPlan(result, tuple(rows), tuple(writes))


def _another_hat(row: "Registrant", earlier: "Registrant", here: Attendee | None) -> bool:
    known = {fold(earlier.organisation), *(fold(name) for name in (here.organisations if here else ()))}
    return bool(row.organisation) and fold(row.organisation) not in known


def _fate(row: "Registrant", here: Attendee | None, seen: Seen, live: Seen) -> tuple[str, str, bool]:
    """A row's fate, why, and whether it is to be written."""
    if row.status in (REJECTED, UNASSIGNED):
        return row.status, row.reason, False
    known = ("here", str(here.id if here else ""))
    earlier = twin(row, seen) or seen.get(known)
    if row.status == "cancelled":
        return _fate_of_gone(row, here, twin(row, live) or earlier, seen)
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


def _values(event_id: EventId, write: _Write, now: datetime, source: str) -> list[object]:
    """The member, hat and registration that a row becomes."""
    row, here = write.registrant, write.match
    told = snapshot(row)
    if row.status == "cancelled" and here is not None:
        said = {**here.registration.imported, "status": row.standing}
        return [replace(here.registration, status=row.standing, note=row.reason, imported=said)]
    take = set(changed_fields(row, here)) if here else {name for name, value in told.items() if value}
    if write.second_hat:
        hat = _hat(write.member, told, None, set(HAT_FIELDS))
        return [replace(hat, main=False)] if hat else []
    member = write.member
    if here is not None or write.is_new:
        member = replace(member, **{name: told[name] for name in MEMBER_FIELDS if name in take})  # type: ignore[arg-type]
    registration = _registration(event_id, member, write, now, source, told)
    hat = _hat(member, told, here, take)
    without = [replace(write.holder.registration, external_code="")] if write.holder and row.ticket_code else []
    return [member, registration, *without, *([hat] if hat else [])]


def _registration(
    event_id: EventId, member: Member, write: _Write, now: datetime, source: str, told: dict[str, str]
) -> Registration:
    row = write.registrant
    known = {name: value for name, value in told.items() if value}
    if write.match is not None:
        before = write.match.registration
        news = changed_fields(row, write.match)
        ticket = {name: known[name] for name in TICKET_FIELDS if name in news}
        note, said = desk_note(row, before), {**before.imported, **known, "attention": row.attention}
        return replace(before, imported=said, attention=note, **ticket)  # type: ignore[arg-type]
    key = registration_id(event_id, member.id)
    return Registration(
        id=key,
        event_id=event_id,
        member_id=member.id,
        source=f"import: {source}",
        code=ticket_code(key),
        status=row.standing or REGISTERED,
        note=row.reason if row.status == "cancelled" else "",
        ticket_type=row.ticket_type,
        source_ref=row.source_ref,
        external_code=row.ticket_code,
        registered_at=now,
        imported={**known, "attention": row.attention},
        attention=row.attention,
    )


def _hat(member: Member, told: dict[str, str], here: Attendee | None, take: set[str]) -> Affiliation | None:
    if not take & set(HAT_FIELDS):
        return None
    name = told["organisation"] or (here.organisation if here else "")
    return Affiliation(
        id=affiliation_id(member.id, name),
        member_id=member.id,
        organisation_id=organisation_id(name) if name else None,
        role=told["role"] or (here.role if here else ""),
        sector=told["sector"],
        place=told["place"],
        profession=told["profession"],
        level=told["level"],
        main=here is None or name == here.organisation or not here.organisation,
    )


def _put_organisations(tx: Transaction, writes: Sequence[_Write]) -> None:
    """Make the organisations that are not known yet."""
    named: dict[object, Organisation] = {}
    for write in writes:
        row = write.registrant
        if row.organisation:
            key = organisation_id(row.organisation)
            named.setdefault(key, Organisation(key, row.organisation, row.sector, row.place))
    known = query.get_many(tx.connection, Organisation, list(named))  # type: ignore[arg-type]
    tx.put(*(one for key, one in named.items() if key not in known))
