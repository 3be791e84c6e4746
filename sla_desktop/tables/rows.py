"""One row of a table becomes one or more places at the event, each with its state and the reason for it."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sla_desktop.domain.errors import SlaError
from sla_desktop.domain.lengths import called, longest
from sla_desktop.domain.registrations import GONE, REGISTERED, UNPAID
from sla_desktop.domain.text import clean_line, fold, joined
from sla_desktop.tables.columns import PERSON_FIELDS, listed
from sla_desktop.tables.formats import OUTLOOK
from sla_desktop.tables.headings import column_letter, is_address
from sla_desktop.tables.naming import has_in_it, is_name, split_name
from sla_desktop.tables.party import may_be_two, without_guests
from sla_desktop.tables.recognise import Layout
from sla_desktop.tables.statuses import Standing, standing
from sla_desktop.tables.values import Registrant

_BLANK = frozenset({"-", "--", "—", "n/a"})
_NAMES = frozenset({"full_name", "given", "family"})
_ADDRESSED = re.compile(r"(?P<name>[^<>]+?)\s*<(?P<email>[^<>\s]+)>")
# “Apologies: Fay Poe”, “Key: red = cancelled”
_REMARK = re.compile(r"\w:\s|\s=\s")
_SHORTENED = re.compile(r"\d(?:[.,]\d+)?E\+\d+", re.IGNORECASE)
_LONGEST_CELL = 32_767
_NO_NAME = _BLANK | {"anonymous"}
_NO_EMAIL = _BLANK | {"na", "none", "no email", "anonymous"}
_NOT_YET_NAMED = frozenset(
    listed("tbc, tba, to be confirmed, to be advised, vacant, reserved, guest, plus one, info requested")
)
_AS_ONE = "Perhaps two people; they go in as one. Add the other as a walk-in."
_TWO = "Perhaps two people. Add the other as a walk-in."
_WELL_KNOWN_DOMAINS = (
    "gmail.com",
    "hotmail.com",
    "outlook.com",
    "yahoo.com",
    "icloud.com",
    "hotmail.co.uk",
    "nhs.net",
)


@dataclass(frozen=True)
class Row:
    """A non-blank row of data: its number as a spreadsheet shows it, and its cells cleaned."""

    number: int
    cells: tuple[str, ...]


def registrants(rows: Sequence[Row], layout: Layout) -> Iterator[Registrant]:
    """The places of all rows, in order; a row that stands for several places yields the named one first.

    Raises SlaError where the rows book more places without a name than any list has.
    """
    people = [_person(row, layout) for row in rows]
    live = Counter(p.source_ref for p in people if p.source_ref and p.status == "registered")
    named = {(p.source_ref, fold(p.full_name)) for p in people if p.status == "registered"}
    distinct = Counter(ref for ref, _ in named)
    left = max(_MOST_UNNAMED, len(rows))
    of_guests = {"quantity", "guests"} & {*layout.columns} or any(_guests_in_name(row, layout) for row in rows)
    for row, person in zip(rows, people, strict=True):
        if person.status != "registered":
            yield person
        else:
            wanted, guests = _number(row, layout, "quantity"), _number(row, layout, "guests")
            one_row_each = wanted == live[person.source_ref] == distinct[person.source_ref]
            places = 0 if one_row_each else max(0, wanted - 1)
            guests = max(guests, _guests_in_name(row, layout) - places)
            left -= places + guests
            if left < 0:
                raise _too_many_places(row, layout)
            yield replace(_with(places + guests, person), of_guests=bool(of_guests))
            yield from _unnamed(person, places, "place")
            yield from _unnamed(person, guests, "guest")


def remarks(person: Registrant, layout: Layout) -> Iterator[str]:
    """What is probably a slip in a row that is good enough: a mistyped address, half a name, broken letters."""
    half = ("given", "family")
    if all(name in layout.columns for name in half) and not (person.given and person.family):
        missing = "given name" if not person.given else "family name"
        yield f"Row {person.row}: {person.full_name} has no {missing}."
    if person.family and not has_in_it(person.full_name, person.family):
        yield f"Row {person.row}: the surname “{person.family}” is not in “{person.full_name}”; which is right?"
    if _is_couple(person):
        yield f"Row {person.row}: “{person.full_name}” may be two people."
    meant = repaired(person.full_name)
    if meant:
        yield f"Row {person.row}: “{person.full_name}” was saved with broken letters; was “{meant}” meant?"
    guess = _likelier_domain(person.email.rpartition("@")[2].lower())
    if guess:
        yield f"Row {person.row}: the e-mail address {person.email} may be mistyped; did they mean {guess}?"


def repaired(text: str) -> str:
    """A text whose accents were once read in the wrong encoding, put right ("SiÃ¢n" -> "Siân"), or ""."""
    try:
        meant = text.encode("cp1252").decode("utf-8")
    except UnicodeError:
        return ""
    return meant if meant != text else ""


def _likelier_domain(domain: str) -> str:
    from rapidfuzz.distance import OSA

    repaired = domain.removesuffix("con") + "com" if domain.endswith(".con") else domain
    if repaired in _WELL_KNOWN_DOMAINS:
        return repaired if repaired != domain else ""
    near = (known for known in _WELL_KNOWN_DOMAINS if OSA.distance(repaired, known, score_cutoff=1) == 1)
    return next(near, repaired if repaired != domain else "")


def _person(row: Row, layout: Layout) -> Registrant:
    values: dict[str, Any] = {name: _value(row, layout, name) for name in PERSON_FIELDS}
    values |= {name: without_guests(values[name])[0] for name in _NAMES}
    asked_in_parts = "full_name" not in layout.columns and (values["given"] or values["family"])
    if not values["full_name"] or asked_in_parts:
        values["full_name"] = " ".join(part for part in (values["given"], values["family"]) if part)
    addressed = _ADDRESSED.fullmatch(values["full_name"])
    if addressed and is_address(addressed["email"]):
        values |= {"full_name": addressed["name"], "email": values["email"] or addressed["email"]}
    if values["full_name"] and not (values["given"] or values["family"]):
        values["given"], values["family"] = split_name(values["full_name"])
    person = replace(Registrant(row.number, extra=_extra(row, layout)), **values)
    return _judged(person, row, layout)


def _judged(person: Registrant, row: Row, layout: Layout) -> Registrant:
    """The person with the state that the row gives them."""
    oversized = _why_oversized(person, row)
    if oversized:
        return replace(person, status="rejected", reason=oversized)
    person = _shortened(person)
    place = _standing(row, layout)
    if place is not None:
        person = replace(person, standing=place.status, reason=" ".join(filter(None, (place.reason, person.reason))))
    if place is not None and place.status in GONE:
        return replace(_with_good_address(person), status="cancelled")
    ticket = person.ticket_code or (person.ticket_type and person.source_ref)
    if not person.full_name and not person.email and ticket:
        return replace(person, status="unassigned", reason=f"The ticket {ticket} has no name yet.")
    if _is_placeholder(person):
        return replace(person, status="unassigned", reason=f"“{person.full_name}” stands where a name is to come.")
    why = _why_nobody(person, row, layout)
    if why:
        return replace(person, status="rejected", reason=why)
    if _is_couple(person):
        person = replace(_told(person, _AS_ONE), attention=_TWO)
    if _SHORTENED.fullmatch(person.ticket_code):
        told = f"A spreadsheet shortened the ticket code {person.ticket_code}, which was left out."
        person = replace(_told(person, told), ticket_code="")
    return _with_good_address(person)


def _why_nobody(person: Registrant, row: Row, layout: Layout) -> str:
    """Why a row is nobody who can come, or ""."""
    if not person.full_name:
        return "There is no name in this row."
    if layout.format == OUTLOOK.name and any(cell.casefold().startswith("resource") for cell in row.cells):
        return "This is a room or a piece of equipment, no person."
    if _REMARK.search(person.full_name):
        return f"“{person.full_name}” looks like a remark, no name. Add whoever is meant as a walk-in."
    if not is_name(person.full_name):
        return f"“{person.full_name}” has no letters, so it is no name."
    if any("\n" in cell and "@" in cell for cell in (_cell(row, layout.columns.get(name)) for name in _NAMES)):
        return "The name runs over several lines with an e-mail address in it; a quote mark may be missing."
    return ""


def _is_couple(person: Registrant) -> bool:
    return may_be_two(person.full_name) and fold(person.full_name) != fold(person.organisation)


def _told(person: Registrant, sentence: str) -> Registrant:
    return replace(person, reason=" ".join(filter(None, (person.reason, sentence))))


def _with_good_address(person: Registrant) -> Registrant:
    """The person without an address that is none, which is told: a slip in it is no reason to lose the person."""
    if not person.email or is_address(person.email):
        return person
    told = f"The e-mail address “{person.email}” is not an address and was left out."
    return _told(replace(person, email=""), told)


def _why_oversized(person: Registrant, row: Row) -> str:
    for field, text in (("full_name", person.full_name), ("email", person.email)):
        if len(text) > longest(field):
            return (
                f"The {called(field)} in this row has {len(text):,} characters; "
                f"the longest allowed has {longest(field)}."
            )
    widest = max(map(len, row.cells), default=0)
    if widest > _LONGEST_CELL:
        return f"A cell in this row has {widest:,} characters; the longest allowed has {_LONGEST_CELL:,}."
    return ""


def _shortened(person: Registrant) -> Registrant:
    """The person with long texts cut, which is told: what nobody can print is no reason to lose the person."""
    long = {name: text for name in PERSON_FIELDS if len(text := getattr(person, name)) > longest(name)}
    if not long:
        return person
    told = " ".join(
        f"The {called(name)} has {len(text):,} letters; the first {longest(name):,} were kept."
        for name, text in long.items()
    )
    return replace(person, reason=told, **{name: text[: longest(name)].rstrip() for name, text in long.items()})


def _is_placeholder(person: Registrant) -> bool:
    """Words such as "TBC", once or as both given and family name."""
    return any(part.casefold() in _NOT_YET_NAMED for part in (person.full_name, person.given)) and (
        person.family.casefold() in _NOT_YET_NAMED | {""}
    )


def _value(row: Row, layout: Layout, name: str) -> str:
    """The cell of a field, or of its built-in twin when that is blank; a dash is blank (but "Na" is a surname)."""
    blank = {"email": _NO_EMAIL, "full_name": _NO_NAME}.get(name, _BLANK)
    for column in (layout.columns.get(name), layout.fallback.get(name)):
        cell = _cell(row, column)
        value = clean_line(cell) if name in _NAMES else cell
        if value and value.casefold() not in blank:
            return value
    return ""


def _cell(row: Row, column: int | None) -> str:
    return row.cells[column] if column is not None and column < len(row.cells) else ""


def _extra(row: Row, layout: Layout) -> tuple[tuple[str, str], ...]:
    used = {column for name, column in layout.columns.items() if name in PERSON_FIELDS}
    return tuple(
        (layout.headers[i] if i < len(layout.headers) else f"Column {column_letter(i)}", cell)
        for i, cell in enumerate(row.cells)
        if cell and i not in used
    )


def _standing(row: Row, layout: Layout) -> Standing | None:
    """What the row says of its place, or None where the file says nothing of that."""
    told = {name: _cell(row, layout.columns[name]) for name in ("status", "void", "paid") if name in layout.columns}
    if not told:
        return None
    found = standing(**{"status": "", **told}, of=layout.format)
    # An order that was cancelled, or is not paid, decides for its tickets, whatever they say.
    states = [found, *(standing(_cell(row, column), of=layout.format) for column in layout.states)]
    weighty = [one for kind in (GONE, {UNPAID}) for one in states if one.status in kind]
    return weighty[0] if weighty and found.status in (*GONE, REGISTERED) else found


def _guests_in_name(row: Row, layout: Layout) -> int:
    return max(without_guests(_value(row, layout, name))[1] for name in _NAMES)


def _number(row: Row, layout: Layout, name: str) -> int:
    """The whole number in a cell, at most 100: more is a mistake or a whole hall booked at once."""
    text = _cell(row, layout.columns.get(name)).lstrip("+")
    return min(int(text[:9]), _MOST_PLACES) if text.isascii() and text.isdigit() else 0


_MOST_PLACES = 100
_MOST_UNNAMED = 2_000


def _too_many_places(row: Row, layout: Layout) -> SlaError:
    numbers = [layout.headers[layout.columns[name]] for name in ("quantity", "guests") if name in layout.columns]
    return SlaError(
        f"Up to row {row.number} the column “{joined(numbers)}” books thousands of places without a name. "
        "Correct the numbers, or say that the column is not used."
    )


def _with(guests: int, person: Registrant) -> Registrant:
    """The person with a word to the desk on those without a name who come with them."""
    if not guests:
        return person
    who = "One guest without a name comes" if guests == 1 else f"{guests} guests without a name come"
    told = f"{who} with them. Add who is here as a walk-in."
    return replace(person, attention=" ".join(filter(None, (person.attention, told))))


def _unnamed(person: Registrant, places: int, kind: str) -> Iterator[Registrant]:
    for n in range(1, places + 1):
        reason = f"Unnamed {kind} {n} of {places} booked by {person.full_name}; give it a name or leave it."
        yield Registrant(
            row=person.row,
            ticket_type=person.ticket_type,
            source_ref=person.source_ref,
            status="unassigned",
            reason=reason,
        )
