"""What a column called "Name" holds beside one for surnames or given names: in any language the rows tell."""

from collections.abc import Sequence
from dataclasses import replace

from sla_desktop.domain.text import counted, tokens
from sla_desktop.tables.recognise import Layout
from sla_desktop.tables.values import ReadResult, Registrant

_HALVES = ("given", "family")


def with_halves(layout: Layout, rows: Sequence[Sequence[str]]) -> Layout:
    """The layout in which "Name" is the other half where most names lack the half that has its own column.

    Beside both halves it is then left out, as it says less than they do.
    """
    columns = dict(layout.columns)
    halves = [name for name in _HALVES if name in columns]
    name = columns.pop("full_name", None)
    if name is None or not halves:
        return layout
    told = [_is_whole(row, name, [columns[half] for half in halves]) for row in rows[layout.header_index + 1 :]]
    if told.count(False) <= told.count(True):
        return layout
    missing = [half for half in _HALVES if half not in halves]
    return replace(layout, columns=columns | dict.fromkeys(missing, name))


def _is_whole(row: Sequence[str], name: int, halves: Sequence[int]) -> bool | None:
    """Whether the name of a row has its halves in it; None where the row does not tell."""
    whole, *typed = [row[column].strip() if column < len(row) else "" for column in (name, *halves)]
    return all(has_in_it(whole, half) for half in typed) if whole and any(typed) else None


def has_in_it(name: str, half: str) -> bool:
    """Whether all words of a half stand in a name, however they are spelt."""
    return set(tokens(half)) <= set(tokens(name))


def is_family_first(person: Registrant) -> bool:
    """Whether the name stood in one cell as "Surname, Given"."""
    return bool(person.family) and person.full_name == f"{person.family}, {person.given}"


def family_first_words(people: Sequence[Registrant]) -> str:
    """That names stand so, as which they would be shown and printed; nothing where none does."""
    found = [one.full_name for one in people if is_family_first(one)]
    stand = "stands" if len(found) == 1 else "stand"
    return f"{counted(len(found), 'name')} {stand} as “{found[0]}”, and would be printed so." if found else ""


def turned_round(result: ReadResult) -> ReadResult:
    """The same people, those with such a name as "Given Surname"."""
    people = (
        replace(one, full_name=f"{one.given} {one.family}") if is_family_first(one) else one
        for one in result.registrants
    )
    return replace(result, registrants=tuple(people), family_first="")
