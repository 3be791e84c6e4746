"""What a good row of a list becomes: a member, their hat and their place at the event."""

import re
from collections import Counter
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sla_desktop.domain.ids import EventId, MemberId, RegistrationId, natural_id
from sla_desktop.domain.members import (
    Affiliation,
    Member,
    Organisation,
    affiliation_id,
    new_member,
    organisation_id,
    organisation_key,
)
from sla_desktop.domain.registrations import HAD_COME, REGISTERED, Registration, registration_id, ticket_code
from sla_desktop.domain.text import fold, tokens
from sla_desktop.services.import_news import (
    HAT_FIELDS,
    MEMBER_FIELDS,
    TICKET_FIELDS,
    changed_fields,
    desk_note,
    said_anew,
    snapshot,
)
from sla_desktop.services.matching import is_slip
from sla_desktop.services.people import Attendee
from sla_desktop.storage import query
from sla_desktop.storage.transaction import Transaction

if TYPE_CHECKING:
    from sla_desktop.tables.values import Registrant


_GIVEN_ON = re.compile(r" ?Their ticket was given to .+? by a newer list; ask who comes\.")


@dataclass(frozen=True)
class Write:
    """What to write for a good row: whom it means, and who had its ticket before."""

    registrant: "Registrant"
    match: Attendee | None
    member: Member
    is_new: bool = False
    second_hat: bool = False
    holder: Attendee | None = None


def newcomer(
    event_id: EventId, row: "Registrant", alike: Counter[tuple[str, ...]], taken: Container[MemberId]
) -> Member:
    """Somebody nobody has met before: the same row makes the same person on every laptop that reads the list.

    `alike` counts the rows that say the same; `taken` are people who are known, or were erased.
    """
    told = _told_of(row)
    while (key := MemberId(natural_id("imported", event_id, *told, alike[told]))) in taken:
        alike[told] += 1
    alike[told] += 1
    return replace(new_member(row.full_name), id=key)


def _told_of(row: "Registrant") -> tuple[str, ...]:
    """What tells one person of a list from another, and what a newer list hardly changes."""
    if row.email:
        return "mail", row.email.casefold(), " ".join(sorted(tokens(row.full_name)))
    booking = row.source_ref or row.ticket_code
    return ("name", fold(row.full_name), booking or organisation_key(row.organisation))


def records_of(
    event_id: EventId,
    write: Write,
    source: str,
    places: dict[RegistrationId, Registration],
    before: Sequence[Mapping[str, str]],
) -> list[object]:
    """The member and hat that a row becomes; the place goes into `places`, with what rows before said of it.

    `before` is what lists of other events said of the person.
    """
    row, here = write.registrant, write.match
    told = snapshot(row)
    if row.status == "cancelled" and here is not None:
        now = places.get(here.id, here.registration)
        said = {**now.imported, "status": row.standing}
        note = f"{row.reason} {HAD_COME}" if here.last is not None else row.reason
        places[here.id] = replace(now, status=row.standing, note=note, imported=said)
        return []
    take = set(changed_fields(row, here)) if here else {name for name, value in told.items() if value}
    worn = take
    if write.second_hat:
        hat = _hat(write.member, told, None, set(HAT_FIELDS))
        return [replace(hat, main=False)] if hat else []
    member = write.member
    if here is None and not write.is_new:
        take = take & set(said_anew(row, member, before))
    member = replace(member, **{name: told[name] for name in MEMBER_FIELDS if name in take})  # type: ignore[arg-type]
    place = _registration(event_id, member, write, source, told, places)
    places[place.id] = place
    if write.holder and row.ticket_code:
        places[write.holder.id] = _without_ticket(places.get(write.holder.id, write.holder.registration), row)
    hat = _hat(member, told, here, worn)
    return [member, *([hat] if hat else [])]


def _without_ticket(place: Registration, row: "Registrant") -> Registration:
    told = f"Their ticket was given to {row.full_name} by a newer list; ask who comes."
    said = {name: value for name, value in place.imported.items() if name != "external_code"}
    attention = " ".join(filter(None, (place.attention, told)))
    return replace(place, external_code="", imported=said, attention=attention)


def _registration(
    event_id: EventId,
    member: Member,
    write: Write,
    source: str,
    told: dict[str, str],
    places: Mapping[RegistrationId, Registration],
) -> Registration:
    row = write.registrant
    known = {name: value for name, value in told.items() if value}
    if write.match is not None:
        before = places.get(write.match.id, write.match.registration)
        news = changed_fields(row, write.match)
        ticket = {name: known[name] for name in TICKET_FIELDS if name in news}
        before = (
            replace(before, attention=_GIVEN_ON.sub("", before.attention)) if "external_code" in ticket else before
        )
        note, said = desk_note(row, before), {**before.imported, **known}
        if row.attention or row.of_guests:
            said["attention"] = row.attention
        return replace(before, imported=said, attention=note, **ticket)  # type: ignore[arg-type]
    key = registration_id(event_id, member.id)
    return Registration(
        id=key,
        event_id=event_id,
        member_id=member.id,
        source=source,
        code=ticket_code(key),
        status=row.standing or REGISTERED,
        note=row.reason if row.status == "cancelled" else "",
        ticket_type=row.ticket_type,
        source_ref=row.source_ref,
        external_code=row.ticket_code,
        imported={**known, "attention": row.attention},
        attention=row.attention,
    )


def _hat(member: Member, told: dict[str, str], here: Attendee | None, take: set[str]) -> Affiliation | None:
    if not take & set(HAT_FIELDS):
        return None
    name = told["organisation"] or (here.organisation if here else "")
    main = here is None or here.organisation in ("", name, here.registration.imported.get("organisation"))
    return Affiliation(
        id=affiliation_id(
            member.id, here.organisation if here and main and is_slip(here.organisation, name) else name
        ),
        member_id=member.id,
        organisation_id=organisation_id(name) if name else None,
        role=told["role"] or (here.role if here else ""),
        sector=told["sector"],
        place=told["place"],
        profession=told["profession"],
        level=told["level"],
        main=main,
    )


def put_organisations(tx: Transaction, writes: Sequence[Write]) -> None:
    """Make the organisations that are not known yet."""
    named: dict[object, Organisation] = {}
    for write in writes:
        row = write.registrant
        if row.organisation:
            key = organisation_id(row.organisation)
            named.setdefault(key, Organisation(key, row.organisation, row.sector, row.place))
    known = query.get_many(tx.connection, Organisation, list(named))  # type: ignore[arg-type]
    tx.put(*(one for key, one in named.items() if key not in known))
