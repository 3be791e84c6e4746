"""Which row holds the headings, which system wrote the file, and which column is which."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import count, zip_longest

from rapidfuzz import fuzz, process

from sla_desktop.domain.errors import SlaError
from sla_desktop.domain.text import fold
from sla_desktop.tables import columns
from sla_desktop.tables.columns import NAMING_FIELDS, SYNONYMS
from sla_desktop.tables.formats import FORMATS, PLAIN, Format
from sla_desktop.tables.headings import distinct_headers, is_address, key

_SEARCHED_ROWS = 60
_LONGEST_QUESTION = 160
_SLIP = 3
_LONGEST_HALF = 30
_NAMES = frozenset({"full_name", "given", "family"})
_TYPO_LENGTH = 7
_TYPO_LIKENESS = 90


@dataclass(frozen=True)
class Layout:
    """How a table is to be read: its format, header row index (-1 = none), headings and columns by field.

    `states` are further columns that tell of the booking's state, such as the order's beside the ticket's.
    """

    format: str
    header_index: int
    headers: tuple[str, ...]
    columns: Mapping[str, int]
    fallback: Mapping[str, int] = field(default_factory=dict)
    stacked: bool = False
    states: tuple[int, ...] = ()


def find_layout(rows: Sequence[Sequence[str]]) -> Layout | None:
    """The best header row among the first rows, or None when no row names a person or an e-mail column."""
    best: Layout | None = None
    for index, cells in enumerate(rows[:_SEARCHED_ROWS]):
        layout = _layout_of(cells, index)
        layout = layout and _credible(layout, rows)
        if layout and (best is None or _weight(layout) > _weight(best)):
            best = layout
    if best is None or _NAMES.isdisjoint(best.columns) or _named_below(best, rows):
        halves = map(_layout_of_halves, rows[:_SEARCHED_ROWS], rows[1 : _SEARCHED_ROWS + 1], count())
        best = next((layout for layout in halves if layout), best)
    return best


def _named_below(layout: Layout, rows: Sequence[Sequence[str]]) -> bool:
    """Whether the row below the headings has such words for the names too: "name" below "First"."""
    below = rows[layout.header_index + 1] if layout.header_index + 1 < len(rows) else ()
    named = [below[column] for name, column in layout.columns.items() if name in _NAMES and column < len(below)]
    return bool(named) and all(map(is_heading, named))


def _layout_of_halves(upper: Sequence[str], lower: Sequence[str], index: int) -> Layout | None:
    """The layout of headings that run over two rows ("First" above "name"), where nothing is far-fetched."""
    if any("@" in cell or len(cell) > _LONGEST_HALF for cell in (*upper, *lower)):
        return None
    pairs = zip_longest(upper, lower, fillvalue="")
    cells = [f"{a.strip()} {b.strip()}".replace("- ", "").strip() for a, b in pairs]
    layout = _layout_of(cells, index + 1)
    sure = layout and sum(any(far < _SLIP - 1 for far, *_ in _meanings(cell)) for cell in cells)
    return layout if layout and sure and sure > 1 and not _NAMES.isdisjoint(layout.columns) else None


def _layout_of(cells: Sequence[str], index: int) -> Layout | None:
    """The layout if these cells are headings; data never are (they hold an address, or no name column)."""
    if any(is_address(cell.strip()) for cell in cells):
        return None
    keys = [key(cell) for cell in cells]
    known = _known_format(keys)
    found = _with_a_name(_fill_by_words(cells, keys, known))
    twins = {name: keys.index(k) for name, k in known.fallback.items() if k in keys}
    asked = {"given", "family"} & set(found)
    named = {**{name: column for name, column in twins.items() if not (asked and name == "full_name")}, **found}
    if NAMING_FIELDS.isdisjoint(named) or (known is PLAIN and len(named) == 1 and not _surely_heading(cells, named)):
        return None
    states = tuple(i for i, cell in enumerate(cells) if i not in named.values() and _is_state(cell))
    return Layout(known.name, index, distinct_headers(cells), named, twins, known.stacked, states)


def _is_state(header: str) -> bool:
    state = columns.FIELDS.index("status")
    return any(number == state for _, number, _ in _exact(header))


def _with_a_name(found: dict[str, int]) -> dict[str, int]:
    """A chosen name is the whole name where a list has no other, and the given name beside a surname alone."""
    if "known_as" in found and {"full_name", "given"}.isdisjoint(found):
        found["given" if "family" in found else "full_name"] = found.pop("known_as")
    return found


def with_mapping(layout: Layout, mapping: Mapping[str, str]) -> Layout:
    """The layout with the columns a person chose; "" as a heading means that no column is to be used.

    Raises SlaError when a field or a heading does not exist, or one heading is chosen twice.
    """
    twice = [header for header in mapping.values() if header and list(mapping.values()).count(header) > 1]
    if twice:
        raise SlaError(f"The column “{twice[0]}” is chosen for two fields; choose it for one of them.")
    chosen = {f: c for f, c in layout.columns.items() if f not in mapping}
    for name, header in mapping.items():
        if name not in columns.FIELDS:
            raise SlaError(f"There is no field called “{name}”. Fields are: {', '.join(columns.FIELDS)}.")
        if header and header not in layout.headers:
            raise SlaError(f"The file has no column “{header}” for {name}. It has: {', '.join(layout.headers)}.")
        if header:
            chosen = {f: c for f, c in chosen.items() if c != layout.headers.index(header)}
            chosen[name] = layout.headers.index(header)
    fallback = {f: c for f, c in layout.fallback.items() if f not in mapping}
    states = () if "status" in mapping else tuple(i for i in layout.states if i not in chosen.values())
    return replace(layout, columns=chosen, fallback=fallback, states=states)


def continues_headings(cells: Sequence[str], layout: Layout) -> bool:
    """Whether the row below the headings is their second half: nothing but words for columns, and no name."""
    filled = [cell for cell in cells if cell]
    naming = (layout.columns.get(name) for name in NAMING_FIELDS)
    named = any(cells[column] for column in naming if column is not None and column < len(cells))
    return bool(filled) and layout.header_index >= 0 and not named and all(map(_exact, filled))


def rivals(cells: Sequence[str], layout: Layout) -> list[tuple[str, int]]:
    """Columns left over although their headings, as typed in `cells`, plainly name a naming field that has another.

    A known export has its own reasons for several; there only the same heading once more counts.
    """
    spare = set(range(len(cells))) - set(layout.columns.values()) - set(layout.fallback.values())
    meant = [(columns.FIELDS[number], column) for column in sorted(spare) for _, number, _ in _exact(cells[column])]
    doubled = [(name, column) for name, column in meant if name in NAMING_FIELDS and name in layout.columns]
    return [
        (name, column)
        for name, column in doubled
        if layout.format == PLAIN.name or key(cells[column]) == key(cells[layout.columns[name]])
    ]


def _credible(layout: Layout, rows: Sequence[Sequence[str]]) -> Layout | None:
    """The layout with the e-mail column that holds addresses, or without one that is none but by its heading."""
    column = layout.columns.get("email")
    if column is None:
        return layout
    cells = _below(layout, rows, column)
    if any(map(is_address, cells)):
        return layout
    better = next((c for c in _other_mail_columns(layout) if any(map(is_address, _below(layout, rows, c)))), None)
    if better is not None:
        others = {name: c for name, c in layout.columns.items() if c != better}
        return replace(layout, columns={**others, "email": better})
    others = {name: c for name, c in layout.columns.items() if name != "email"}
    plainly = key(layout.headers[column]) in _EMAIL_WORDS
    if plainly or (not any(cells) and not NAMING_FIELDS.isdisjoint(others)):
        return layout
    return None if NAMING_FIELDS.isdisjoint(others) else replace(layout, columns=others)


def _below(layout: Layout, rows: Sequence[Sequence[str]], column: int) -> list[str]:
    return [row[column].strip() for row in rows[layout.header_index + 1 :] if column < len(row)]


def _other_mail_columns(layout: Layout) -> list[int]:
    """Further columns whose headings speak of the person's e-mail, left to right."""
    email = columns.FIELDS.index("email")
    taken = layout.columns["email"]
    # A second "Email" was made distinct as "Email (2)".
    names = [re.sub(r" \(\d+\)$", "", header) for header in layout.headers]
    return [i for i, name in enumerate(names) if i != taken and any(m[1] == email for m in _meanings(name))]


def _surely_heading(cells: Sequence[str], named: Mapping[str, int]) -> bool:
    """A single column needs a heading without a slip: a title such as "Delegates" is none."""
    ((name, column),) = named.items()
    meant = {name, "known_as"} if name == "full_name" else {name}
    return any(far < _SLIP and columns.FIELDS[number] in meant for far, number, _ in _meanings(cells[column]))


def _weight(layout: Layout) -> tuple[int, int]:
    return (layout.format != "plain", len(layout.columns))


def _known_format(keys: Sequence[str]) -> Format:
    present = set(keys)
    matches = (f for f in FORMATS if f.needs <= present and (not f.first or keys[0] == f.first))
    return next(matches, PLAIN)


def _known_columns(known: Format, keys: Sequence[str]) -> dict[str, int]:
    found = {}
    for name, wanted in known.columns.items():
        hit = next((keys.index(w) for w in wanted if w in keys), None)
        if hit is not None:
            found[name] = hit
    return found


def _fill_by_words(cells: Sequence[str], keys: Sequence[str], known: Format) -> dict[str, int]:
    """The columns of a known export, then of the other fields the surest meaning of a heading, the best word for it.

    Built-in twins are left for last; a field that the export bars stays without a column.
    """
    filled = _known_columns(known, keys)
    barred = {name for name, words in known.columns.items() if not words}
    spare = set(known.fallback.values())
    free = {i for i, k in enumerate(keys) if k and k not in spare} - set(filled.values())
    candidates = sorted((*meaning, i) for i in free for meaning in _meanings(cells[i]))
    for _, field_number, _, column in candidates:
        name = columns.FIELDS[field_number]
        if name not in filled and name not in barred and column in free:
            filled[name] = column
            free.remove(column)
    return filled


Meaning = tuple[int, int, int]
"""How far-fetched (0 exact, 1 without fillers, 2 a question, 3 a slip), number of the field, rank of the word."""


@lru_cache(maxsize=20_000)
def _meanings(header: str) -> tuple[Meaning, ...]:
    """All that a heading may stand for."""
    words = fold(header).replace("e mail", "email").replace("_", " ").split()
    exact = _exact(header)
    if exact or not words or len(header) > _LONGEST_QUESTION or columns.ABOUT_OTHERS & set(words):
        return tuple(exact)
    core = "".join(word for word in words if word not in columns.FILLERS)
    plain = [(1, *meant) for meant in _WORDS.get(core, ())]
    return tuple(plain or _asked(words) or ([] if columns.MOMENTS & set(words) else _slips(core)))


def is_heading(cell: str) -> bool:
    """Whether a text is a word for a column, without a slip."""
    return bool(_exact(cell))


def _exact(header: str) -> list[Meaning]:
    return [(0, *meant) for meant in _WORDS.get(key(header), ())]


def _asked(words: Sequence[str]) -> list[Meaning]:
    """Fields with a keyword in a question; "Are you ..." asks for yes or no, which is no organisation."""
    padded = f" {' '.join(words)} "
    closed = words[0] in columns.YES_NO_STARTS
    # Whoever booked is the next best, where nothing else tells who comes.
    rank = 1 if columns.BOOKER & set(words) else 0
    return [
        (2, columns.FIELDS.index(name), rank)
        for name, phrases in columns.KEYWORDS.items()
        if any(f" {phrase} " in padded for phrase in phrases) and (not closed or name in columns.OPEN_TO_YES_NO)
    ]


def _slips(word: str) -> list[Meaning]:
    """Fields whose long words differ from this one by a slip of typing."""
    if len(word) < _TYPO_LENGTH:
        return []
    nearest = process.extractOne(word, _LONG_WORDS, scorer=fuzz.ratio, score_cutoff=_TYPO_LIKENESS)
    return [(_SLIP, *meant) for meant in _WORDS[nearest[0]]] if nearest else []


def _words() -> dict[str, list[tuple[int, int]]]:
    """Every synonym as a key, with the number of its field and its rank there."""
    meant: dict[str, list[tuple[int, int]]] = {}
    for name, synonyms in SYNONYMS.items():
        for rank, synonym in enumerate(synonyms):
            meant.setdefault(key(synonym), []).append((columns.FIELDS.index(name), rank))
    return meant


_WORDS = _words()
_LONG_WORDS = [word for word in _WORDS if len(word) >= _TYPO_LENGTH]
_EMAIL_WORDS = {key(word) for word in SYNONYMS["email"]}
