"""Organisations that a list spells otherwise than they are known here, or in two ways."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from sqlalchemy import Connection

from sla_desktop.domain.members import Organisation, organisation_id, organisation_key, organisation_root
from sla_desktop.domain.text import joined
from sla_desktop.storage import query

if TYPE_CHECKING:
    from sla_desktop.tables.values import ReadResult

_MOST_TOLD = 4
_SHORTEST_WITH_A_SLIP = 8


def spelt_as_here(connection: Connection, result: "ReadResult") -> "ReadResult":
    """A file with each organisation spelt as it is known here, else as its first row has it: so it will be shown.

    Notes tell what was taken for one organisation, and which may be one but are not taken so.
    """
    here = query.find(connection, Organisation, order="name")
    by_id = {one.id: one.name for one in here}
    by_key = {organisation_key(one.name): one.name for one in reversed(here)}
    meant = {"": ""}
    for name in filter(None, (row.organisation for row in result.registrants)):
        meant[name] = by_id.get(organisation_id(name)) or by_key.setdefault(organisation_key(name), name)
    people = tuple(replace(row, organisation=meant[row.organisation]) for row in result.registrants)
    fresh = [name for name in dict.fromkeys(meant.values()) if name and organisation_id(name) not in by_id]
    alike = [(name, taken) for name, taken in meant.items() if name != taken]
    notes = _taken_words(alike), _perhaps_words(_nearly_alike(fresh, by_id.values()))
    return replace(result, registrants=people, notes=(*result.notes, *filter(None, notes)))


def _nearly_alike(fresh: Sequence[str], here: Iterable[str]) -> list[tuple[str, str]]:
    """New names that lack a word such as “ICB”, or differ by one letter, from a known one or one before them."""
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    names = {organisation_key(name): name for name in here}
    roots = {organisation_root(name): name for name in names.values()}
    found = []
    for name in fresh:
        key, root = organisation_key(name), organisation_root(name)
        slip = process.extractOne(key, names.keys(), scorer=OSA.distance, score_cutoff=1)
        near = roots.get(root) or (names[slip[0]] if slip and _may_be_a_slip(key, slip[0]) else "")
        found += [(name, near)] if near else []
        names[key] = roots[root] = name
    return found


def _may_be_a_slip(one: str, other: str) -> bool:
    """Whether two long names have the same figures: Ward 1 is not Ward 2."""
    figures = [[sign for sign in key if sign.isdigit()] for key in (one, other)]
    return len(one) >= _SHORTEST_WITH_A_SLIP and figures[0] == figures[1]


def _taken_words(pairs: Sequence[tuple[str, str]]) -> str:
    told = _listed([f"“{name}” goes in as “{taken}”" for name, taken in pairs])
    return f"One organisation in two spellings: {told}." if told else ""


def _perhaps_words(pairs: Sequence[tuple[str, str]]) -> str:
    told = _listed([f"“{name}” with “{near}”" for name, near in pairs])
    return f"Perhaps one organisation: {told}. If so, spell them alike in the list and read it again." if told else ""


def _listed(pairs: Sequence[str]) -> str:
    more = [f"{len(pairs) - _MOST_TOLD} more"] if len(pairs) > _MOST_TOLD else []
    return joined([*pairs[:_MOST_TOLD], *more])
