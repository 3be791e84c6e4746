"""People's own words that may be shown: none that could name somebody or an organisation of the event."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from sla_desktop.domain.ids import EventId
from sla_desktop.domain.text import fold
from sla_desktop.services.people import Attendee, counted_people
from sla_desktop.storage.store import Store

_SHORTEST = 3


@dataclass(frozen=True)
class Screen:
    """What names somebody: words of people's names, and whole names of organisations, folded."""

    words: frozenset[str]
    organisations: frozenset[str]

    def lets_through(self, text: str) -> bool:
        """Whether a text names nobody that is known."""
        words = _words(text)
        whole = f" {' '.join(words)} "
        return not (self.words.intersection(words) or any(f" {one} " in whole for one in self.organisations))


def screen(store: Store, event_id: EventId) -> Screen:
    """The screen of an event: everybody who was ever on its list, and where they come from."""
    return screen_of(counted_people(store, event_id))


def screen_of(people: Iterable[Attendee]) -> Screen:
    """The screen of these people."""
    known = list(people)
    words = (word for one in known for word in _words(one.name))
    organisations = (" ".join(_words(one.organisation)) for one in known)
    return Screen(
        frozenset(word for word in words if len(word) >= _SHORTEST),
        frozenset(one for one in organisations if len(one) >= _SHORTEST),
    )


def _words(text: str) -> list[str]:
    """The words of a text, folded, without the marks between them."""
    return re.findall(r"\w+", fold(text))
