"""The words by which somebody is found, and how well a hit on each speaks for them."""

from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache

from sla_desktop.domain.registrations import Registration
from sla_desktop.domain.spoken import heard_as
from sla_desktop.domain.text import fold, tokens
from sla_desktop.services.people import Attendee

NAME, CHOSEN, OTHER = 0, 1, 2

# Hundreds of people share an organisation.
_organisation_words = lru_cache(maxsize=4096)(tokens)


def keys(person: Attendee) -> set[tuple[str, int]]:
    """The words of a person, and those that somebody types who only heard the name."""
    names = (*tokens(person.name), *tokens(person.member.known_as))
    return {*words(person), *((heard, OTHER) for name in names for heard in heard_as(name))}


def words(person: Attendee) -> Iterable[tuple[str, int]]:
    """The words under which somebody is found, with how well a hit on them speaks for the person."""
    for text, weight in (
        (person.name, NAME),
        (person.member.known_as, CHOSEN),
        (person.member.given, CHOSEN),
        (person.registration.code, OTHER),
        (person.registration.external_code, OTHER),
        (person.registration.source_ref, OTHER),
        (_listed_as(person), OTHER),
    ):
        for word in tokens(text):
            yield word, weight
    for name in person.organisations or (person.organisation,):
        for word in _organisation_words(name):
            yield word, OTHER
    yield from ((word, CHOSEN) for word in run_together(person.name))
    email = person.member.email.casefold()
    if email:
        yield fold(email), OTHER
        for word in tokens(email.replace(".", " ").replace("@", " ")):
            yield word, OTHER


def spelt(person: Attendee) -> tuple[object, ...]:
    """All that the words of a person are made of."""
    member, place = person.member, person.registration
    return (
        *(member.full_name, member.known_as, member.given, member.email),
        *(place.code, place.external_code, place.source_ref, _listed_as(person)),
        *(person.organisation, person.organisations),
    )


def run_together(name: str) -> Iterable[str]:
    """A name without its spaces from each word on; one in Chinese signs from each of them, and family first."""
    parts = tokens(name)
    whole = "".join(parts)
    if any(ord(ch) > 0x2E7F for ch in whole):
        return ["".join((*parts[-1:], *parts[:-1])), *(whole[start:] for start in range(len(whole)))]
    return [whole, *("".join(parts[start:]) for start in range(1, len(parts) - 1))]


def found_as(person: Attendee, text: str) -> str:
    """The name on the list by which a search found somebody who is called something else now, or nothing."""
    before = _listed_as(person)
    if not before:
        return ""
    now = {word for word, _ in words(replace(person, registration=_blank(person)))}
    missed = [word for word in tokens(text) if not any(known.startswith(word) for known in now)]
    meant = bool(missed) and all(any(old.startswith(word) for old in tokens(before)) for word in missed)
    return before if meant else ""


def _listed_as(person: Attendee) -> str:
    """The name as the list had it, where it was corrected since."""
    before = person.registration.imported.get("full_name", "")
    return "" if fold(before) == fold(person.name) else before


def _blank(person: Attendee) -> Registration:
    return replace(person.registration, imported={})
