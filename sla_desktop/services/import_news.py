"""What a row of a list says that is new, with respect for what was put right here."""

from collections.abc import Container, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from sla_desktop.domain.ids import MemberId
from sla_desktop.domain.members import Member
from sla_desktop.domain.registrations import Registration
from sla_desktop.domain.text import first_few
from sla_desktop.services.people import Attendee

if TYPE_CHECKING:
    from sla_desktop.tables.values import ReadResult, Registrant

MEMBER_FIELDS = ("full_name", "given", "family", "known_as", "email", "pronouns", "phone", "access_needs", "dietary")
HAT_FIELDS = ("organisation", "role", "sector", "place", "profession", "level")
TICKET_FIELDS = ("ticket_type", "source_ref", "external_code", "status")
_OF_NOW = frozenset({"known_as", "pronouns", "phone", "access_needs", "dietary"})
_CALLED = {
    "attention": "note for the desk",
    "full_name": "name",
    "known_as": "name to be called by",
    "email": "e-mail address",
    "access_needs": "access needs",
    "ticket_type": "type of ticket",
    "source_ref": "order number",
    "external_code": "ticket code",
}
# What somebody was known by is told, so that people see who is meant.
_KNOWN_BY = ("full_name", "email")


def news_words(row: "Registrant", here: Attendee) -> list[str]:
    """The fields in which the file says something else than at its last import, with respect for local edits."""
    changed = changed_fields(row, here)
    parts = {"given", "family"} if "full_name" in changed else set()
    return [_new(name, here) for name in changed if name not in parts]


def _new(name: str, here: Attendee) -> str:
    before = getattr(here.member, name) if name in _KNOWN_BY else ""
    return f"{_CALLED.get(name, name)} (was {before})" if before else _CALLED.get(name, name)


def changed_fields(row: "Registrant", here: Attendee) -> list[str]:
    """The names of those fields."""
    told, before = snapshot(row), here.registration.imported
    now = _current(here)
    # An organisation that came later is one more of theirs, beside the main one.
    added = before.get("organisation") in here.organisations
    changed = []
    for name, value in told.items():
        edited_here = name in before and now.get(name, "") != before[name] and not (added and name == "organisation")
        if value and value != before.get(name, "") and value != now.get(name, "") and not edited_here:
            changed.append(name)
    return changed if desk_note(row, here.registration) == here.registration.attention else [*changed, "attention"]


def said_anew(row: "Registrant", member: Member, before: Sequence[Mapping[str, str]]) -> list[str]:
    """What a list says of somebody known from an earlier event: all that is not known, and what changes with time.

    Their name and address stay as they were put right here, and so does what lists `before` said already.
    """
    told = {name: value for name, value in snapshot(row).items() if name in MEMBER_FIELDS and value}
    known = {name: getattr(member, name) for name in told}
    fresh = {name for name in told if name in _OF_NOW and all(one.get(name) != told[name] for one in before)}
    return [name for name in told if told[name] != known[name] and (name in fresh or not known[name])]


def snapshot(row: "Registrant") -> dict[str, str]:
    """What a row says, by field; it is kept to see what its file changes later."""
    told = {name: getattr(row, name) for name in (*MEMBER_FIELDS, *HAT_FIELDS, "ticket_type", "source_ref")}
    return {**told, "external_code": row.ticket_code, "status": row.standing}


def _current(person: Attendee) -> dict[str, str]:
    known = {name: getattr(person.member, name) for name in MEMBER_FIELDS}
    known.update({name: getattr(person, name) for name in HAT_FIELDS})
    known.update({name: getattr(person.registration, name) for name in TICKET_FIELDS})
    return known


def desk_note(row: "Registrant", place: Registration) -> str:
    """The note for the desk with what the list says now (of guests, say) in place of what it said; the rest stays."""
    before, told = place.imported.get("attention", ""), row.attention
    if not (told or row.of_guests):
        return place.attention
    if told == before or told in place.attention.split("\n"):
        return place.attention
    own = place.attention.replace(before, "").strip() if before else place.attention
    return " ".join(filter(None, (own, told)))


def missing(read: "ReadResult", here: Sequence[Attendee], met: Container[MemberId]) -> list[str]:
    """A remark on those of an earlier such list who are not in this one, where it has most of the others."""
    listed = [one for one in here if one.registration.source == source_of(read) and not one.cancelled]
    gone = [one.name for one in listed if one.member.id not in met]
    if not gone or len(gone) * 2 >= len(listed):
        return []
    stay = "stays" if len(gone) == 1 else "stay"
    return [f"On an earlier list and not on this one: {first_few(gone)}, who {stay} on the list here."]


def source_of(read: "ReadResult") -> str:
    """What a registration says of the list that it came from."""
    return f"import: {read.format}"


def given_on(row: "Registrant", holder: Attendee) -> tuple["Registrant", str]:
    """A row whose ticket somebody else has, and whose it will be: the newer list’s, unless it was used."""
    if holder.last is not None:
        return replace(row, ticket_code=""), f"{holder.name} came with this ticket, and keeps it; look at both."
    return row, f"Has the ticket that was {holder.name}’s, who stays on the list without one; are both coming?"
