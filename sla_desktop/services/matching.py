"""Knowing people again: across imports, walk-ins and events, the way a careful clerk would."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from sla_desktop.domain.ids import MemberId
from sla_desktop.domain.members import Member
from sla_desktop.domain.nicknames import may_be_short_for
from sla_desktop.domain.text import fold, tokens
from sla_desktop.services.people import Attendee

if TYPE_CHECKING:
    from sla_desktop.tables.values import Registrant

_NEARLY_SAME = 88
# So many letters, or words.
_WHOLE_NAME = 2

Seen = dict[tuple[str, ...], "Registrant"]


class Directory:
    """Who is known already: by e-mail and name, by ticket or booking reference, or by name and organisation.

    `rows` are those of the file that is read: a booking of several people is nobody's own.
    """

    def __init__(self, here: Sequence[Attendee], members: Sequence[Member], rows: Iterable["Registrant"]) -> None:
        self.members = members
        self.here = {person.member.id: person for person in here}
        rows = tuple(rows)
        self._booked = Counter(_ref(row.source_ref, row.email) for row in rows)
        self._ticketed = Counter(row.ticket_code for row in rows)
        told = {(_words(row.full_name), row.email.casefold(), fold(row.organisation)) for row in rows}
        self._so_called = Counter(words for words, *_ in told)
        self._names_in_file = {fold(row.full_name) for row in rows}
        self._ordered = Counter((row.source_ref, _words(row.full_name)) for row in rows)
        self._named_here: dict[frozenset[str], list[Attendee]] = defaultdict(list)
        self._by_ref: dict[tuple[str, str], list[Attendee]] = defaultdict(list)
        self._by_ticket: dict[str, list[Attendee]] = defaultdict(list)
        for person in here:
            self._learn_booking(person)
        self._exactly = {(fold(one.name), ""): one.member for one in here if not one.organisation}
        self._by_place = {(_words(person.name), ""): person.member for person in here if not person.organisation}
        self._by_mail = {(one.email.casefold(), _words(one.full_name)): one for one in members if one.email}
        self._mail_here: dict[str, list[Member]] = {}
        for person in here:
            self._mail_here.setdefault(person.member.email.casefold(), []).append(person.member)
            self._named_here[_words(person.name)].append(person)
            self._learn_as_imported(person)

    def _learn_booking(self, person: Attendee) -> None:
        place = person.registration
        for mail in {person.member.email, place.imported.get("email", "")} if place.source_ref else ():
            self._by_ref[_ref(place.source_ref, mail)].append(person)
        if place.external_code:
            self._by_ticket[place.external_code].append(person)

    def _learn_as_imported(self, person: Attendee) -> None:
        """Somebody who was corrected here is still known by what the file says of them."""
        told = person.registration.imported
        mail, words = told.get("email", "").casefold(), _words(told.get("full_name", ""))
        if mail and words and getattr(self._by_mail.get((mail, words)), "id", None) not in self.here:
            self._by_mail[(mail, words)] = person.member
        elif words:
            self._by_place.setdefault((words, fold(told.get("organisation", ""))), person.member)

    def learn_organisations(self, organisations: Mapping[MemberId, Sequence[str]]) -> None:
        """Index the members by name and organisation too."""
        for member in self.members:
            for name in organisations.get(member.id, ()):
                self._by_place.setdefault((_words(member.full_name), fold(name)), member)
                self._exactly.setdefault((fold(member.full_name), fold(name)), member)

    def match(self, row: "Registrant") -> Member | None:
        """The member whom a row means, or None for somebody new."""
        mail, words = row.email.casefold(), _words(row.full_name)
        if mail and (found := self._by_mail.get((mail, words))):
            return found
        if found := self._one_in_order(row):
            return found
        if mail and (found := self._respelt(row)):
            return found
        if found := self._booked_as(row):
            return found
        place = fold(row.organisation)
        found = self._exactly.get((fold(row.full_name), place)) or self._by_place.get((words, place))
        found = found or self._only_one_named(row)
        differs = found is not None and found.email and mail and found.email.casefold() != mail
        return None if differs or (found and self._is_turned(row, found)) else found

    def _is_turned(self, row: "Registrant", member: Member) -> bool:
        """Whether only words in another order tell of somebody who has a row of their own, or is elsewhere."""
        name = fold(member.full_name)
        return name != fold(row.full_name) and (member.id not in self.here or name in self._names_in_file)

    def _only_one_named(self, row: "Registrant") -> Member | None:
        """The only person here and in the file of a whole name, where one of the two says no organisation."""
        words = _words(row.full_name)
        named = self._named_here.get(words, [])
        if len(words) < _WHOLE_NAME or len(named) != 1 or self._so_called[words] != 1:
            return None
        return None if row.organisation and named[0].organisation else named[0].member

    def _booked_as(self, row: "Registrant") -> Member | None:
        """Whoever has the row's ticket, or its booking, under that name or nearly; or alone has the booking.

        A ticket that was cancelled, or has the same e-mail address, is that of whoever holds it, under any name.
        """
        held = self.holder(row)
        meant = held and (row.status == "cancelled" or row.email.casefold() in _mails(held))
        if held and meant and not self._is_another(held.member, row):
            return held.member
        ref = _ref(row.source_ref, row.email)
        booked = self._by_ref.get(ref, []) if row.source_ref else []
        named = self._one_named(row, self._by_ticket.get(row.ticket_code, [])) or self._one_named(row, booked)
        alone = len(booked) == self._booked[ref] == 1 and not self._has_own_row(booked[0].member)
        return named or (booked[0].member if alone else None)

    def _is_another(self, member: Member, row: "Registrant") -> bool:
        """Whether a row is of somebody else than this one, who has a row of their own under another name."""
        return fold(member.full_name) != fold(row.full_name) and self._has_own_row(member)

    def _has_own_row(self, member: Member) -> bool:
        """Whether the file names somebody under their own name: no row under another one means them."""
        return fold(member.full_name) in self._names_in_file

    def _one_in_order(self, row: "Registrant") -> Member | None:
        """The only person of the row's order, here and in the file, of just that name, whatever the address."""
        words = _words(row.full_name)
        named = [one for one in self._named_here.get(words, []) if one.registration.source_ref == row.source_ref]
        alone = row.source_ref and len(named) == self._ordered[(row.source_ref, words)] == 1
        return named[0].member if alone else None

    def namesake(self, row: "Registrant") -> str:
        """A remark on somebody who is here under the name and organisation of a row, but with another address."""
        for one in self._named_here.get(_words(row.full_name), []):
            if (
                fold(one.organisation) == fold(row.organisation)
                and one.member.email.casefold() != row.email.casefold()
            ):
                return f"{one.name} is on the list with the address {one.member.email or '(none)'}; is it one person?"
        return ""

    def holder(self, row: "Registrant") -> Attendee | None:
        """The only person here who holds the ticket that this row alone has."""
        held = self._by_ticket.get(row.ticket_code, []) if self._ticketed[row.ticket_code] == 1 else []
        return held[0] if len(held) == 1 else None

    def _one_named(self, row: "Registrant", people: Sequence[Attendee]) -> Member | None:
        """The one of some people who has the row's name here or in their file, else the only one who may have it."""
        words = _words(row.full_name)
        same = [
            one
            for one in people
            if words in (_words(one.name), _words(one.registration.imported.get("full_name", "")))
        ]
        others = (one for one in people if not self._has_own_row(one.member))
        found = same or [one for one in others if _may_be_called(one.name, row.full_name)]
        return found[0].member if same or len(found) == 1 else None

    def _respelt(self, row: "Registrant") -> Member | None:
        """The only person here with the row's e-mail address, if the name is the same but for a letter or so."""
        same_mail = self._mail_here.get(row.email.casefold(), [])
        alone = len(same_mail) == 1 and not self._has_own_row(same_mail[0])
        return same_mail[0] if alone and is_slip(same_mail[0].full_name, row.full_name) else None


def _words(name: str) -> frozenset[str]:
    return frozenset(tokens(name))


def _mails(person: Attendee) -> set[str]:
    """The e-mail addresses that somebody has here and in their file."""
    told = person.registration.imported.get("email", "")
    return {mail.casefold() for mail in (person.member.email, told) if mail}


def _may_be_called(one: str, other: str) -> bool:
    """Whether two whole names are the same but for a letter or so, or for a short form of the given name."""
    (given, *family), (other_given, *other_family) = fold(one).split() or [""], fold(other).split() or [""]
    return is_slip(one, other) or (bool(family) and family == other_family and may_be_short_for(given, other_given))


def is_slip(one: str, other: str) -> bool:
    """Whether two texts are the same but for a letter or so."""
    from rapidfuzz import fuzz

    return fuzz.ratio(fold(one), fold(other)) >= _NEARLY_SAME


def _ref(booking: str, mail: str) -> tuple[str, str]:
    return booking, mail.casefold()


def twin(row: "Registrant", seen: "Seen") -> "Registrant | None":
    """An earlier row of the file that is the same person."""
    for key in _keys(row):
        earlier = seen.get(key)
        if earlier is None:
            continue
        tickets = {earlier.ticket_code, row.ticket_code} - {""}
        if key[0] != "home" or (_given_alike(earlier, row) and len(tickets) < 2):
            return earlier
    return None


def by_name_alone(row: "Registrant", here: Attendee) -> str:
    """Says so where nothing but the name tells that a row means somebody who is here; else nothing."""
    told = here.registration.imported
    same = (
        row.email.casefold() in _mails(here),
        row.ticket_code and row.ticket_code == here.registration.external_code,
        row.source_ref and row.source_ref == here.registration.source_ref,
        fold(row.organisation) in (fold(here.organisation), fold(told.get("organisation", ""))),
    )
    return "" if any(same) else f"Only the name is that of {here.name} on the list; check that it is one person."


def _given_alike(one: "Registrant", other: "Registrant") -> bool:
    """Whether two given names may be one person's: a family books with one address too."""
    names = fold(one.given), fold(other.given)
    short, long = sorted(names, key=len)
    initial = len(short) < _WHOLE_NAME and long.startswith(short)
    return initial or may_be_short_for(*names) or is_slip(*names)


def _keys(row: "Registrant") -> list[tuple[str, ...]]:
    name, mail, place = " ".join(sorted(tokens(row.full_name))), row.email.casefold(), fold(row.organisation)
    if mail:
        # The same address with the same surname at the same organisation is one person booked twice.
        surname = fold(row.family)
        return [("mail", mail, name)] + ([("home", mail, surname, place)] if surname and place else [])
    # Without an address James Thomas may be somebody else than Thomas James.
    return [("name", fold(row.full_name), place, row.source_ref, row.ticket_code)]


def remember(row: "Registrant", seen: "Seen") -> None:
    """Keep a row in mind for the rows after it."""
    for key in (*_keys(row), _shared(row)):
        seen.setdefault(key, row)


def shared_words(row: "Registrant", seen: "Seen") -> str:
    """A warning when another in the file has the same e-mail address, or without one the name and organisation."""
    other = seen.get(_shared(row))
    if other is None:
        return ""
    same = f"e-mail address as {other.full_name}" if row.email else "name and organisation as somebody"
    return f"Has the same {same} in row {other.row}; check that they are two people."


def _shared(row: "Registrant") -> tuple[str, ...]:
    if row.email:
        return ("any", row.email.casefold())
    return ("called", " ".join(sorted(tokens(row.full_name))), fold(row.organisation))
