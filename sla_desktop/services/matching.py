"""Knowing people again: across imports, walk-ins and events, the way a careful clerk would."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from sla_desktop.domain.ids import MemberId
from sla_desktop.domain.members import Member
from sla_desktop.domain.text import fold, tokens
from sla_desktop.services.people import Attendee

if TYPE_CHECKING:
    from sla_desktop.tables.values import Registrant

_NEARLY_SAME = 88

Seen = dict[tuple[str, ...], "Registrant"]


class Directory:
    """Who is known already: by e-mail and name, by booking reference, or by name and organisation."""

    def __init__(self, here: Sequence[Attendee], members: Sequence[Member]) -> None:
        self.members = members
        self.here = {person.member.id: person for person in here}
        self._by_ref = {_ref(person): person.member for person in here if person.registration.source_ref}
        self._by_place = {(_words(person.name), ""): person.member for person in here if not person.organisation}
        self._by_mail = {(one.email.casefold(), _words(one.full_name)): one for one in members if one.email}
        self._mail_here: dict[str, list[Member]] = {}
        for person in here:
            self._mail_here.setdefault(person.member.email.casefold(), []).append(person.member)
            self._learn_as_imported(person)

    def _learn_as_imported(self, person: Attendee) -> None:
        """Somebody who was corrected here is still known by what the file says of them."""
        told = person.registration.imported
        mail, words = told.get("email", "").casefold(), _words(told.get("full_name", ""))
        if mail and words:
            self._by_mail.setdefault((mail, words), person.member)
        elif words:
            self._by_place.setdefault((words, fold(told.get("organisation", ""))), person.member)

    def learn_organisations(self, organisations: Mapping[MemberId, Sequence[str]]) -> None:
        """Index the members by name and organisation too."""
        for member in self.members:
            for name in organisations.get(member.id, ()):
                self._by_place.setdefault((_words(member.full_name), fold(name)), member)

    def match(self, row: "Registrant") -> Member | None:
        """The member whom a row means, or None for somebody new."""
        mail, words = row.email.casefold(), _words(row.full_name)
        if mail and (found := self._by_mail.get((mail, words)) or self._respelt(row)):
            return found
        if row.source_ref and (found := self._by_ref.get((row.source_ref, mail))):
            return found
        found = self._by_place.get((words, fold(row.organisation)))
        differs = found is not None and found.email and mail and found.email.casefold() != mail
        return None if differs else found

    def _respelt(self, row: "Registrant") -> Member | None:
        """The only person here with the row's e-mail address, if the name is the same but for a letter or so."""
        from rapidfuzz import fuzz

        same_mail = self._mail_here.get(row.email.casefold(), [])
        if len(same_mail) != 1:
            return None
        close = fuzz.ratio(fold(same_mail[0].full_name), fold(row.full_name)) >= _NEARLY_SAME
        return same_mail[0] if close else None


def _words(name: str) -> frozenset[str]:
    return frozenset(tokens(name))


def _ref(person: Attendee) -> tuple[str, str]:
    return (person.registration.source_ref, person.member.email.casefold())


def twin(row: "Registrant", seen: "Seen") -> "Registrant | None":
    """An earlier row of the file that is the same person."""
    for key in _keys(row):
        if key in seen:
            return seen[key]
    return None


def _keys(row: "Registrant") -> list[tuple[str, ...]]:
    name, mail, place = " ".join(sorted(tokens(row.full_name))), row.email.casefold(), fold(row.organisation)
    if mail:
        # The same address with the same surname at the same organisation is one person booked twice.
        surname = fold(row.family)
        return [("mail", mail, name)] + ([("home", mail, surname, place)] if surname and place else [])
    return [("name", name, place, row.source_ref)]


def remember(row: "Registrant", seen: "Seen") -> None:
    """Keep a row in mind for the rows after it."""
    for key in _keys(row):
        seen.setdefault(key, row)
    if row.email:
        seen.setdefault(("any", row.email.casefold()), row)


def shared_mail(row: "Registrant", seen: "Seen") -> str:
    """A warning when another name in the file has the same e-mail address."""
    other = seen.get(("any", row.email.casefold())) if row.email else None
    if other is None:
        return ""
    return f"Has the same e-mail address as {other.full_name} in row {other.row}; check that they are two people."
