"""Words that somebody typed to find a person: how much they say, and whether they name a person."""

from collections.abc import Sequence
from itertools import chain

from sla_desktop.domain.text import tokens
from sla_desktop.services import found_by
from sla_desktop.services.found_by import OTHER
from sla_desktop.services.people import Attendee

STEWARD_LETTERS = 4
_SHORTEST, _SLIP = 3, 76


def is_whole(wanted: Sequence[str], person: Attendee) -> bool:
    """Whether short words are one of somebody's names, whole, and beginnings of others (“jo h”)."""
    member = person.member
    called = tokens(person.name), tokens(member.known_as), tokens(member.given)
    names = {*chain(*called), *found_by.run_together(person.name)}
    begun = all(any(name.startswith(one) for name in names) for one in wanted)
    return begun and not names.isdisjoint(wanted)


def may_be_slips(wanted: Sequence[str]) -> bool:
    """Whether enough is typed to tell a slip from a beginning."""
    return len(wanted) > 1 and all(len(one) >= _SHORTEST for one in wanted)


def is_begun(one: str, wanted: Sequence[str]) -> bool:
    """Whether a short word begins another one, so that a name may have it once for both."""
    return len(one) < _SHORTEST and any(word != one and word.startswith(one) for word in wanted)


def names_somebody(wanted: Sequence[str], person: Attendee) -> bool:
    """Whether some of the words are of the person's name, or a slip for it, and not all of where they work."""
    known = dict(sorted(found_by.words(person), key=lambda told: -told[1]))
    own = [word for word, weight in known.items() if weight != OTHER]
    long = [word for word in wanted if len(word) >= STEWARD_LETTERS]
    begun = any(word.startswith(one) for one in long for word in own)
    return begun or not set(wanted).isdisjoint(own) or any(_is_slip(one, word) for one in long for word in own)


def _is_slip(one: str, word: str) -> bool:
    from rapidfuzz import fuzz

    return fuzz.ratio(one, word) >= _SLIP


def is_short(word: str) -> bool:
    """Whether a word is hardly more than an initial."""
    return len(word) < _SHORTEST and word.isascii()


def is_letter(wanted: Sequence[str]) -> bool:
    """Whether too little is typed to look for: nothing, or one letter of an alphabet."""
    return not wanted or (len(wanted) == 1 and len(wanted[0]) == 1 and wanted[0].isascii())


def begin(wanted: Sequence[str], person: Attendee) -> bool:
    """Whether each of some words begins one of a person's."""
    return _all_begin(wanted, {word for word, _ in found_by.words(person)})


def begin_name(wanted: Sequence[str], person: Attendee) -> bool:
    """Whether each of some words begins one of a person's names."""
    return _all_begin(wanted, {word for word, weight in found_by.words(person) if weight != OTHER})


def _all_begin(wanted: Sequence[str], known: set[str]) -> bool:
    return all(any(word.startswith(one) for word in known) for one in wanted)
