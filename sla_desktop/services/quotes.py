"""People's own words that may be shown: none that could name somebody or an organisation of the event."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from sla_desktop.domain.ids import EventId
from sla_desktop.domain.text import fold
from sla_desktop.services.people import Attendee, counted_people
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


@dataclass(frozen=True)
class Screen:
    """What names somebody: words of people's names, and whole names of organisations, folded.

    `beside` are all words of names, also those too short to name anybody by themselves.
    """

    words: frozenset[str]
    organisations: frozenset[str]
    beside: frozenset[str]

    def lets_through(self, text: str) -> bool:
        """Whether a text names nobody that is known; an ordinary word counts as a name unless it cannot be one."""
        words = _words(text)
        whole = f" {' '.join(words)} "
        if any(f" {one} " in whole for one in self.organisations):
            return False
        words = _words(_OWNER.sub("", text)) + _plurals(text)
        return all(self._is_ordinary(word, text, words.count(word)) for word in self.words.intersection(words))

    def _is_ordinary(self, word: str, text: str, times: int) -> bool:
        """Whether a word stands for what it means, however often it comes, and no name follows it."""
        if word not in _ORDINARY:
            return False
        plain = re.compile(rf"(?<![\w'’-])(?:{_BEFORE}) +{word}(?=[.,;:!?)]|$| +([\w'’-]+))")
        following = [_words(found) for found in plain.findall(text)]
        return len(following) == times and not any(map(self._is_name, following))

    def _is_name(self, words: list[str]) -> bool:
        return bool(words) and (words[0] in self.beside or (len(words[0]) == 1 and words[0] not in "ai"))


def screen(store: Store, event_id: EventId) -> Screen:
    """The screen of an event: everybody who was ever on its list, and where they come from."""
    return screen_of(counted_people(store, event_id))


def screen_of(people: Iterable[Attendee]) -> Screen:
    """The screen of these people."""
    known = list(people)
    words = [word for one in known for word in _words(one.name)]
    organisations = (" ".join(_words(one.organisation)) for one in known)
    return Screen(
        frozenset(word for word in words if len(word) >= _SHORTEST),
        frozenset(one for one in organisations if len(one) >= _SHORTEST and one not in _KINDS),
        frozenset(words),
    )


def _words(text: str) -> list[str]:
    """The words of a text, folded, without the marks between them."""
    return re.findall(r"\w+", fold(text))


def _plurals(text: str) -> list[str]:
    """What stands before the s of words with a capital: “Marks” may be “Mark's”."""
    return [
        word[:-1]
        for said in re.findall(r"\w+", text)
        if said[0].isupper()
        for word in _words(said)
        if word[-1] == "s"
    ]
