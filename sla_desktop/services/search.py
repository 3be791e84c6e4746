"""Finding people while a queue waits: by any part of name, organisation, e-mail or ticket code."""

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from heapq import merge, nsmallest

from sla_desktop.domain.attendance import AttendanceFact
from sla_desktop.domain.ids import RegistrationId
from sla_desktop.domain.registrations import read_code
from sla_desktop.domain.text import fold, tokens
from sla_desktop.services.people import Attendee

_NAME, _CHOSEN, _OTHER = 0, 1, 2
_TYPO_SCORE = 76
_STEWARD_LETTERS, _STEWARD_SEES = 4, 5
_Entry = tuple[str, int, int]
"""A folded word, how well it speaks for a person (less is better), and the person's place in the index."""


class Index:
    """An in-memory index of an event's people: word prefixes in any order, and typos as a last resort.

    People keep their place in it until they are gone; `show` takes in what changed since the last reading.
    """

    def __init__(self, people: Iterable[Attendee] = ()) -> None:
        self._people: list[Attendee] = []
        self._names: list[str] = []
        self._places: dict[RegistrationId, int] = {}
        self._codes: dict[str, int] = {}
        self._entries: list[_Entry] = []
        self._words: list[str] = []
        self._spellings: list[str] = []
        self.show(people)

    def show(self, people: Iterable[Attendee]) -> None:
        """Find these people from now on. Only those of whom a word changed are indexed anew."""
        known = {person.id: person for person in people}
        gone = [place for key, place in self._places.items() if key not in known]
        if gone:
            self._forget()
        fresh = []
        for key, person in known.items():
            place = self._places.get(key)
            before = None if place is None else self._people[place]
            if place is None:
                place = self._places[key] = len(self._people)
                self._people.append(person)
                self._names.append("")
            self._people[place] = person
            if before is None or _spelt(before) != _spelt(person):
                fresh.append(place)
        if fresh:
            self._learn(fresh)

    def mark(self, facts: Mapping[RegistrationId, AttendanceFact]) -> None:
        """Take in who came and left: the last fact of everybody who has one."""
        for key, place in self._places.items():
            person = self._people[place]
            if person.last != facts.get(key):
                self._people[place] = replace(person, last=facts.get(key))

    def _forget(self) -> None:
        self._people, self._names, self._entries, self._words, self._spellings = [], [], [], [], []
        self._places, self._codes = {}, {}

    def _learn(self, places: Sequence[int]) -> None:
        """Put the words of some people into the order in which prefixes are looked up."""
        changed = set(places)
        if len(changed) < len(self._people):
            self._entries = [entry for entry in self._entries if entry[2] not in changed]
        else:
            self._entries = []
        fresh = sorted({(word, weight, place) for place in places for word, weight in _words(self._people[place])})
        self._entries = list(merge(self._entries, fresh)) if self._entries else fresh
        for place in places:
            self._names[place] = fold(self._people[place].name)
            self._codes[self._people[place].registration.code] = place
        self._words = [entry[0] for entry in self._entries]
        self._spellings = sorted({word for word, weight, _ in self._entries if weight != _OTHER and len(word) > 2})

    def find(self, text: str, limit: int = 20) -> list[Attendee]:
        """People who fit every word of the text, best first; those not yet in come before those who are."""
        code = read_code(text)
        if code is not None and code in self._codes:
            return [self._people[self._codes[code]]]
        wanted = tokens(text)
        if not wanted or (len(wanted) == 1 and len(wanted[0]) == 1 and wanted[0].isascii()):
            return []
        ranks = self._fitting(wanted) or self._fitting([self._closest(word) for word in wanted])
        order = nsmallest(limit, ranks, key=lambda place: self._rank(place, ranks[place], wanted))
        return [self._people[place] for place in order]

    def find_for_steward(self, text: str) -> list[Attendee]:
        """The same for somebody who may look people up one at a time and has no list to browse.

        Fewer than four letters find whole names only, and never more than five people are shown.
        """
        found = self.find(text, limit=_STEWARD_SEES)
        wanted = tokens(text)
        if any(len(word) >= _STEWARD_LETTERS for word in wanted):
            return found
        return [one for one in found if set(wanted) <= set(tokens(one.name))]

    def _fitting(self, wanted: Sequence[str]) -> dict[int, int]:
        """For each person who has all the words, the sum of the words' weights (less is better)."""
        totals: dict[int, int] | None = None
        for word in wanted:
            found = self._starting(word)
            if totals is None:
                totals = found
            else:
                totals = {place: totals[place] + weight for place, weight in found.items() if place in totals}
        return totals or {}

    def _starting(self, prefix: str) -> dict[int, int]:
        best: dict[int, int] = {}
        if not prefix:
            return best
        start = bisect_left(self._words, prefix)
        end = bisect_left(self._words, prefix + "\U0010ffff")
        for _, weight, place in self._entries[start:end]:
            if weight < best.get(place, 9):
                best[place] = weight
        return best

    def _closest(self, word: str) -> str:
        """The known name nearest to a mistyped word, or nothing."""
        from rapidfuzz import fuzz, process

        if self._starting(word):
            return word
        found = process.extractOne(word, self._spellings, scorer=fuzz.ratio, score_cutoff=_TYPO_SCORE)
        return found[0] if found else ""

    def _rank(self, place: int, weight: int, wanted: Sequence[str]) -> tuple[bool, bool, int, bool, str]:
        person, name = self._people[place], self._names[place]
        whole = set(wanted) <= set(name.split())
        return (person.inside, person.cancelled, weight, not whole, name)


def _spelt(person: Attendee) -> tuple[object, ...]:
    """All that the words of a person are made of."""
    member, place = person.member, person.registration
    return (
        *(member.full_name, member.known_as, member.given, member.email),
        *(place.code, place.external_code, place.source_ref),
        *(person.organisation, person.organisations),
    )


def _words(person: Attendee) -> Iterable[tuple[str, int]]:
    """The words under which somebody is found, with how well a hit on them speaks for the person."""
    for text, weight in (
        (person.name, _NAME),
        (person.member.known_as, _CHOSEN),
        (person.member.given, _CHOSEN),
        (" ".join(person.organisations) or person.organisation, _OTHER),
        (person.registration.code, _OTHER),
        (person.registration.external_code, _OTHER),
        (person.registration.source_ref, _OTHER),
    ):
        for word in tokens(text):
            yield word, weight
    squeezed = fold(person.name).replace(" ", "")
    yield squeezed, _CHOSEN
    if any(ord(ch) > 0x2E7F for ch in squeezed):
        yield from ((squeezed[start:], _CHOSEN) for start in range(1, len(squeezed)))
    email = person.member.email.casefold()
    if email:
        yield fold(email), _OTHER
        for word in tokens(email.replace(".", " ").replace("@", " ")):
            yield word, _OTHER
