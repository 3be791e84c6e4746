"""Headings of a table as words: compared without case and signs, made distinct, and told from an address."""

import re
from collections.abc import Sequence
from itertools import count

from sla_desktop.domain.text import clean, fold

_ADDRESS = re.compile(r"[^\s@\"<>()\[\],;:]+@[^\s@\"<>()\[\],;:.]+(\.[^\s@\"<>()\[\],;:.]+)+")


def is_address(text: str) -> bool:
    """Whether a text is an e-mail address by its form: one @, a domain with a dot, no signs that break it."""
    return _ADDRESS.fullmatch(text) is not None


def key(header: str) -> str:
    """A heading without case, accents, spaces and signs: "E-mail address" and "Email Address" are the same."""
    return fold(header).replace("_", "").replace(" ", "")


def distinct_headers(cells: Sequence[str]) -> tuple[str, ...]:
    """Headings as typed, made distinct: a blank one becomes "Column C", a second "Company" "Company (2)"."""
    taken: set[str] = set()
    named = []
    for index, cell in enumerate(cells):
        base = clean(cell) or f"Column {column_letter(index)}"
        variants = (base if n == 1 else f"{base} ({n})" for n in count(1))
        named.append(next(v for v in variants if v not in taken))
        taken.add(named[-1])
    return tuple(named)


def column_letter(index: int) -> str:
    """The spreadsheet's name of a column (0 -> A, 26 -> AA)."""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
