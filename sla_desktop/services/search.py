"""Finding people while a queue waits: by any part of name, organisation, e-mail or ticket code."""

from collections.abc import Callable, Iterable, Sequence
from functools import cache
from heapq import nsmallest
from itertools import product
from typing import Any

from sla_desktop.domain.ids import RegistrationId
from sla_desktop.domain.nicknames import forms_of
from sla_desktop.domain.registrations import read_code
from sla_desktop.domain.sorting import TITLES
from sla_desktop.domain.text import fold, tokens
from sla_desktop.services import found_by, typed
from sla_desktop.services.found_by import CHOSEN, NAME, OTHER
from sla_desktop.services.people import Attendee
from sla_desktop.services.vocabulary import Vocabulary

_STEWARD_SEES = 5
_MOST_WORDS = 12


class Index:
    """An in-memory index of an event's people: word prefixes in any order, and typos as a last resort.

    People keep their place in it until they are gone; what is found is told by sets of places, so that a letter costs
    little among tens of thousands.
    """

    def __init__(self, people: Iterable[Attendee] = ()) -> None:
        self._people: list[Attendee] = []
        self._names: list[str] = []
        self._places: dict[RegistrationId, int] = {}
        self._codes: dict[str, int] = {}
        self._words = (Vocabulary(), Vocabulary(), Vocabulary())
        self._standings: tuple[set[int], ...] = (set(), set(), set(), set())
        self._slips: dict[str, str] = {}
        self._near: dict[str, set[str]] = {}
        self.take(people)

    def get(self, key: RegistrationId) -> Attendee | None:
        """The person of a registration, as last taken in."""
        place = self._places.get(key)
        return None if place is None else self._people[place]

    def show(self, people: Iterable[Attendee]) -> None:
        """Find these people from now on, and nobody else."""
        known = {person.id: person for person in people}
        self.drop([key for key in self._places if key not in known])
        self.take(known.values())

    def take(self, people: Iterable[Attendee]) -> None:
        """Find these people as well, or as they are now. Only those of whom a word changed are indexed anew."""
        fresh = []
        for person in people:
            place = self._places.get(person.id)
            if place is None:
                place = self._places[person.id] = len(self._people)
                self._people.append(person)
                self._names.append("")
                fresh.append(place)
            elif found_by.spelt(self._people[place]) != found_by.spelt(person):
                self._unlearn(place)
                fresh.append(place)
            self._people[place] = person
            self._stand(place, _standing(person))
        self._learn(fresh)

    def drop(self, keys: Iterable[RegistrationId]) -> None:
        """Find these people no longer."""
        for key in keys:
            place = self._places.pop(key, None)
            if place is not None:
                self._unlearn(place)
                self._stand(place, None)

    def find(self, text: str, limit: int = 20) -> list[Attendee]:
        """People who fit every word of the text, best first; those not yet in come before those who are."""
        wanted = tokens(text)[:_MOST_WORDS]
        found = self._fitting(text, wanted, limit)
        if not found and not typed.is_letter(wanted):
            named = [self._closest(word) for word in wanted if word not in TITLES]
            found = self._fitting(" ".join(named), named, limit)
        if (
            typed.may_be_slips(wanted)
            and len(found) < limit
            and not any(self._is_named(one, wanted) for one in found)
        ):
            found += [place for place in self._nearly(wanted) if place not in found][: limit - len(found)]
        return [self._people[place] for place in found]

    def called(self, name: str) -> list[Attendee]:
        """Everybody whose whole name has just these words, in any order."""
        return [self._people[place] for place in self._called(tokens(name))]

    def meant(self, text: str, limit: int = 20, *, beginnings: bool = True) -> list[Attendee]:
        """Those whom a text names as they are written, for acts that nobody looks at before: "Mario" is never Maria.

        Its words may be beginnings of theirs, unless all are as short as initials, or none may be.
        """
        wanted = tokens(text)[:_MOST_WORDS]
        found = [self._people[place] for place in self._fitting(text, wanted, limit)]
        if read_code(text) in self._codes:
            return found
        found = [one for one in found if typed.begin(wanted, one)]
        if not beginnings or all(map(typed.is_short, wanted)):
            found = [one for one in found if set(wanted) <= {word for word, _ in found_by.words(one)}]
        if found and typed.may_be_slips(wanted) and not any(typed.begin_name(wanted, one) for one in found):
            # Mark of Browne Ltd fits “mark browne”, but Marc Browne may be meant.
            found += [one for place in self._nearly(wanted) if (one := self._people[place]) not in found]
        return found

    def find_for_steward(self, text: str) -> list[Attendee]:
        """The same for somebody who may look people up one at a time and has no list to browse.

        Fewer than four letters find whole names only, and never more than five people are shown.
        """
        found = self.find(text, limit=_STEWARD_SEES)
        wanted = tokens(text)
        if read_code(text) in self._codes:
            return found
        if any(len(word) >= typed.STEWARD_LETTERS for word in wanted):
            # An organisation, or the end of an address, would be a list to browse.
            return [one for one in found if typed.names_somebody(wanted, one)]
        return [one for one in found if typed.is_whole(wanted, one)]

    def _fitting(self, text: str, wanted: Sequence[str], limit: int) -> list[int]:
        """The places of those who have all the words, or whose code it is."""
        code = read_code(text)
        if code is not None and code in self._codes:
            return [self._codes[code]]
        # Whoever is called just so is meant, also where they came already and others who fit have not.
        called, known = fold(text), self._people
        exact = sorted(
            self._called(wanted), key=lambda place: (self._names[place] != called, _standing(known[place]), place)
        )
        more = [] if typed.is_letter(wanted) else self._best(wanted, limit)
        return [*exact, *(place for place in more if place not in exact)][:limit]

    def _called(self, words: Sequence[str]) -> list[int]:
        """Those whose whole name has just these words, in any order."""
        places = self._whole(words) if words else ()
        return [place for place in places if sorted(self._names[place].split()) == sorted(words)]

    def _whole(self, wanted: Sequence[str]) -> set[int]:
        """Those of whose name these are whole words."""
        return set.intersection(*(set(self._words[NAME].having(word)) for word in wanted))

    def _best(self, wanted: Sequence[str], limit: int) -> list[int]:
        """The best places: whose name it is, then who is expected, by weight, whole names before beginnings, by name.

        Somebody expected whose organisation fits must not stand where Enter lets in, before who is called so.
        """
        hits, whole, levels = _Hits(self._words, wanted), self._whole(wanted), dict[int, set[int]]()
        found: list[int] = []
        order: Callable[[int], Any] = self._names.__getitem__
        if any(typed.is_begun(one, wanted) for one in wanted):
            order = lambda place: (not self._apart(place, wanted), self._names[place])  # noqa: E731
        by_name, by_more = range(OTHER), range(OTHER, OTHER * len(wanted) + 1)
        for totals, standing in product((by_name, by_more), self._standings):
            for total in totals:
                if total not in levels:
                    levels[total] = hits.adding_up_to(total).difference(*levels.values())
                those = levels[total] & standing
                for group in (those & whole, those - whole):
                    found += nsmallest(limit - len(found), group, key=order)
                if len(found) >= limit:
                    return found
        return found

    def _is_named(self, place: int, wanted: Sequence[str]) -> bool:
        """Whether each of some words is one of a name."""
        return set(wanted) <= set(self._names[place].split())

    def _apart(self, place: int, wanted: Sequence[str]) -> bool:
        """Whether an initial among some words begins a word of the name that no longer one begins: “s smith”."""
        words = self._names[place].split()
        for one in sorted(wanted, key=len, reverse=True):
            first = next((word for word in words if word.startswith(one)), None)
            if first is None:
                return False
            words.remove(first)
        return True

    def _nearly(self, wanted: Sequence[str]) -> list[int]:
        """Those of whom every word is nearly a name, or a form of it, though somebody else has it: “anne lee”."""
        fitting = (self._alike(word) for word in wanted if word not in TITLES)
        found = set.intersection(*fitting)
        return sorted(
            found, key=lambda place: (_standing(self._people[place]), -self._likeness(place, wanted), place)
        )

    def _likeness(self, place: int, wanted: Sequence[str]) -> float:
        from rapidfuzz import fuzz

        return fuzz.token_sort_ratio(self._names[place], " ".join(wanted))

    def _alike(self, word: str) -> set[int]:
        if word not in self._near:
            words = [one for weight in (NAME, CHOSEN) for one in self._words[weight].near(word)]
            self._near[word] = {*words, *forms_of(word)}
        found = {place for weight in (NAME, CHOSEN) for place in self._words[weight].starting(word)}
        return found.union(
            *(self._words[weight].having(one) for weight in (NAME, CHOSEN) for one in self._near[word])
        )

    def _closest(self, word: str) -> str:
        """The known name nearest to a mistyped word, or nothing."""
        if any(words.knows(word) for words in self._words):
            return word
        if word not in self._slips:
            near = [self._words[weight].closest(word) for weight in (NAME, CHOSEN)]
            self._slips[word] = max(near, key=lambda told: told[0])[1]
        return self._slips[word]

    def _learn(self, places: Sequence[int]) -> None:
        told: tuple[list[tuple[str, int]], ...] = ([], [], [])
        for place in places:
            for word, weight in found_by.keys(self._people[place]):
                told[weight].append((word, place))
            self._names[place] = fold(self._people[place].name)
            self._codes[self._people[place].registration.code] = place
        if places:
            self._forget_slips()
            for words, pairs in zip(self._words, told, strict=True):
                words.add(pairs)

    def _unlearn(self, place: int) -> None:
        person = self._people[place]
        for word, weight in found_by.keys(person):
            self._words[weight].remove([(word, place)])
        self._codes.pop(person.registration.code, None)
        self._forget_slips()

    def _forget_slips(self) -> None:
        self._slips.clear()
        self._near.clear()

    def _stand(self, place: int, standing: int | None) -> None:
        for number, places in enumerate(self._standings):
            if number == standing:
                places.add(place)
            else:
                places.discard(place)


class _Hits:
    """Who has all the words of a search, from the best sum of weights on: few searches need more than the first."""

    def __init__(self, words: Sequence[Vocabulary], wanted: Sequence[str]) -> None:
        self._words, self._wanted = words, wanted
        self._starting = cache(self._read)
        self._met = cache(self._meet)

    def adding_up_to(self, total: int) -> set[int]:
        """Those who have the words with hits whose weights come to that."""
        return self._met(len(self._wanted) - 1, total)

    def _read(self, number: int, weight: int) -> set[int]:
        word = self._wanted[number]
        return self._words[weight].starting(word) if word else set()

    def _meet(self, number: int, total: int) -> set[int]:
        """Those who have the words up to that one with hits that come to the total."""
        if number == 0:
            return self._starting(0, total) if total <= OTHER else set()
        found: set[int] = set()
        for weight in range(min(total, OTHER) + 1):
            before = self._met(number - 1, total - weight)
            if before:
                found |= before & self._starting(number, weight)
        return found


def _standing(person: Attendee) -> int:
    """The order in which people are shown: who is expected first."""
    return 2 * person.inside + person.cancelled
