"""What a column called "Name" holds beside one for surnames or given names: in any language the rows tell."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import replace

from sla_desktop.domain.lengths import longest
from sla_desktop.domain.text import counted, fold, tokens
from sla_desktop.tables.columns import listed
from sla_desktop.tables.recognise import Layout
from sla_desktop.tables.values import ReadResult, Registrant

_HALVES = ("given", "family")
_SUFFIXES = frozenset(
    listed(
        "ba, bsc, cbe, dbe, dr, esq, frcgp, frcp, frcs, ii, iii, iv, jp, jr, kbe, kc, ma, mbe, md, mrcgp, "
        "mrcp, msc, obe, phd, qc, rgn, rmn, rn, sr"
    )
)
_TITLES = frozenset(
    listed("dr, prof, professor, mr, mrs, ms, miss, mx, sir, dame, rev, revd, cllr, councillor, canon")
)
_BORN = re.compile(r"(?P<name>.*?)(?P<born> \([^()]+\))?")


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


def is_name(text: str) -> bool:
    """Whether a text has letters, or a picture (a name may be one), and not only what could not be read."""
    return any(ch.isalpha() or (unicodedata.category(ch) == "So" and ch != "\ufffd") for ch in text)


def split_name(full_name: str) -> tuple[str, str]:
    """(given, family) of "Surname, Given" where nothing else can be meant, else ("", "")."""
    if len(full_name) > longest("full_name"):
        return "", ""
    family, comma, given = (part.strip() for part in full_name.partition(","))
    odd = any(ch.isdigit() or ch in ",()/&;" for ch in family + given)
    if not (family and comma and given) or odd or not _has_name(given.split()):
        return "", ""
    return given, family


def _has_name(words: Sequence[str]) -> bool:
    """Whether something is left beside a title ("Dr Chidi"), and it is no suffix ("BSc Hons", "Dr")."""
    names = [word for word in map(fold, words) if word not in _TITLES]
    return bool(names) and names[0] not in _SUFFIXES


def turned(full_name: str) -> str:
    """A name that stands as "Smith, John Jr." as "John Smith Jr."; nothing where something else may be meant."""
    found = _BORN.fullmatch(full_name)
    given, family = split_name(found["name"]) if found else ("", "")
    if not found or not given:
        return ""
    words = given.split()
    after = next((place for place, word in enumerate(words) if place and fold(word) in _SUFFIXES), len(words))
    return " ".join([*words[:after], family, *words[after:]]) + (found["born"] or "")


def family_first_words(people: Sequence[Registrant]) -> str:
    """That names stand so, as which they would be shown and printed; nothing where none does."""
    found = [one.full_name for one in people if turned(one.full_name)]
    stand = "stands" if len(found) == 1 else "stand"
    return f"{counted(len(found), 'name')} {stand} as “{found[0]}”, and would be printed so." if found else ""


def turned_round(result: ReadResult) -> ReadResult:
    """The same people, those with such a name as "Given Surname"; names with a comma that stay so are told."""
    people = tuple(replace(one, full_name=turned(one.full_name) or one.full_name) for one in result.registrants)
    left = [
        f"Row {one.row}: “{one.full_name}” was not turned round: which is the surname?"
        for one in people
        if "," in one.full_name
    ]
    return replace(result, registrants=people, family_first="", notes=(*result.notes, *left))
