"""People's own words that may be shown: none that could name somebody or an organisation of the event."""

import hashlib
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from sqlalchemy import Connection

from sla_desktop.domain.ids import EventId, MemberId
from sla_desktop.domain.members import Organisation
from sla_desktop.domain.registrations import Registration
from sla_desktop.domain.retention import Expiry, names_id
from sla_desktop.domain.text import fold
from sla_desktop.services.people import Attendee, read_attendees
from sla_desktop.storage import past, query
from sla_desktop.storage.store import Store

_SHORTEST = 3
# Words that are names as well. They name nobody where they are written small right after one of `_BEFORE`.
_ORDINARY = frozenset(
    (
        *("art", "baker", "best", "bill", "black", "bright", "brook", "brown", "carol", "case", "chance", "chase"),
        *("church", "cook", "cross", "dawn", "day", "dean", "drew", "faith", "field", "fox", "frank", "gene", "glen"),
        *("good", "grace", "grant", "gray", "green", "guy", "hall", "hill", "hope", "house", "ivy", "jack", "joy"),
        *(
            "king",
            "lane",
            "lee",
            "long",
            "love",
            "mark",
            "may",
            "miles",
            "moss",
            "nick",
            "noble",
            "page",
            "park",
            "pat",
        ),
        *("penny", "poppy", "power", "price", "pride", "ray", "read", "reed", "rich", "rob", "rose", "ruby", "short"),
        *(
            "sky",
            "small",
            "stone",
            "strong",
            "sue",
            "summer",
            "swift",
            "ward",
            "west",
            "white",
            "will",
            "wise",
            "wood",
        ),
        *("young",),
    )
)
_BEFORE = (
    r"[Ii]|[Ww]e|[Tt]hey|[Hh]e|[Ss]he|[Ii]t|[Tt]here|[Aa]n?|[Tt]he|[Nn]o|[Ss]ome|[Aa]ny|[Mm]ore|[Mm]uch|[Ss]o|[Vv]ery"
)
# Kinds of places that some give as their organisation: alone they name none.
_KINDS = frozenset(("charity", "clinic", "council", "gp", "gps", "hospice", "hospital", "nhs", "pharmacy", "school"))
_OWNER = re.compile(r"['’ʼ´`][sS]\b")
# An e-mail address, or a telephone number.
_ADDRESS = re.compile(r"\w@\w|\d(?:[ ()./-]*\d){6}")
_RUN_ON = re.compile(r"(?<=[a-z])(?=[A-Z])")
_LONGEST_SHORT_NAME = 4


@dataclass(frozen=True)
class Screen:
    """What names somebody: words of people's names, and whole names of people and organisations, folded.

    `beside` are all words of names, also those too short to name anybody by themselves; `marks` stand for the words
    of those who were erased.
    """

    words: frozenset[str]
    phrases: frozenset[str]
    beside: frozenset[str]
    marks: frozenset[str] = frozenset()

    def lets_through(self, text: str) -> bool:
        """Whether a text names nobody that is known, and has no address or telephone number.

        An ordinary word counts as a name unless it cannot be one.
        """
        words = _words(text)
        whole = f" {' '.join(words)} "
        if _ADDRESS.search(text) or any(f" {one} " in whole for one in self.phrases) or self._has_marked(words):
            return False
        words = _words(_OWNER.sub("", text)) + _plurals(text)
        words += set(_words(_RUN_ON.sub(" ", text))).difference(words)
        return all(self._is_ordinary(word, text, words.count(word)) for word in words if self._is_of_name(word))

    def _is_of_name(self, word: str) -> bool:
        return word in self.words or (bool(self.marks) and _mark(word) in self.marks)

    def _has_marked(self, words: Sequence[str]) -> bool:
        """Whether some words beside each other are the short name of somebody who was erased."""
        sizes = range(2, _LONGEST_SHORT_NAME + 1) if self.marks else ()
        runs = (" ".join(words[at : at + size]) for size in sizes for at in range(len(words) - size + 1))
        return any(_mark(run) in self.marks for run in runs)

    def _is_ordinary(self, word: str, text: str, times: int) -> bool:
        """Whether a word stands for what it means, however often it comes, and no name follows it."""
        if word not in _ORDINARY:
            return False
        plain = re.compile(rf"(?<![\w'’-])(?:{_BEFORE}) +{word}(?=[.,;:!?)]|$| +([\w'’-]+))")
        following = [_words(found) for found in plain.findall(text)]
        return len(following) == times and not any(map(self._is_name, following))

    def _is_name(self, words: list[str]) -> bool:
        if not words:
            return False
        return words[0] in self.beside or self._is_of_name(words[0]) or (len(words[0]) == 1 and words[0] not in "ai")


def screen(store: Store, event_id: EventId) -> Screen:
    """The screen of an event: everybody who was ever on its list, by every name they had, and where they come from.

    Where somebody was erased, it holds all organisations of the register: nobody knows any more which was theirs.
    """
    with store.read() as connection:
        people = read_attendees(connection, event_id, erased=True)
        members = [one.member_id for one in query.find(connection, Registration, event_id=event_id)]
        gone = query.get_many(connection, Expiry, list(map(names_id, members))).values()
        named = names_of(connection, members)
        if gone:
            named |= {one.name for one in query.find(connection, Organisation)}
        known = query.find(connection, Organisation) if gone else []
    return screen_of(people, named, [one.name for one in known], [mark for one in gone for mark in one.changes])


def screen_of(
    people: Iterable[Attendee],
    names: Iterable[str] = (),
    organisations: Iterable[str] = (),
    marks: Iterable[str] = (),
) -> Screen:
    """The screen of these people, of more names and organisations, and of the marks of who was erased."""
    known = list(people)
    named = [_words(name) for name in {*(one.name for one in known), *names}]
    places = {" ".join(_words(name)) for name in {*(one.organisation for one in known), *organisations}}
    whole = {" ".join(words) for one in named if len(one) > 1 for words in (one, one[::-1])}
    return Screen(
        frozenset(word for words in named for word in _telling(words)),
        frozenset(one for one in (places - _KINDS) | whole if len(one) >= _SHORTEST),
        frozenset(word for words in named for word in words),
        frozenset(marks),
    )


def names_of(connection: Connection, members: Sequence[MemberId]) -> set[str]:
    """Every name that these people have or had in the register."""
    keys = [one.hex for one in members]
    return set().union(*(past.told_of(connection, keys, "member", name) for name in ("full_name", "known_as")))


def marks_of(names: Iterable[str]) -> tuple[str, ...]:
    """What is kept of the names of somebody who is erased: marks by which a screen knows their words.

    A mark is two bytes of a digest, so that of all words many have the same.
    """
    known = [_words(name) for name in names]
    short = {" ".join(words) for words in known if len(words) > 1 and max(map(len, words)) < _SHORTEST}
    return tuple(sorted({_mark(one) for one in short.union(*map(_telling, known))}))


def _mark(word: str) -> str:
    return hashlib.sha256(word.encode()).hexdigest()[:4]


def _telling(words: Sequence[str]) -> Iterator[str]:
    """What of a name names somebody by itself: words that are not short, and words that are written as one."""
    yield from (word for word in words if len(word) >= _SHORTEST)
    runs = {tuple(words), *pairwise(words)}
    yield from ("".join(run) for run in runs if len(run) > 1 and min(map(len, run)) > 1)


def _words(text: str) -> list[str]:
    """The words of a text, folded, without the marks between them."""
    return re.findall(r"[^\W_]+", fold(text))


def _plurals(text: str) -> list[str]:
    """What stands before the s of words with a capital: “Marks” may be “Mark's”."""
    return [
        word[:-1]
        for said in re.findall(r"\w+", text)
        if said[0].isupper()
        for word in _words(said)
        if word[-1] == "s"
    ]
