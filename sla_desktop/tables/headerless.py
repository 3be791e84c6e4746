"""Files without headings: columns recognised by what is in them."""

from collections.abc import Mapping, Sequence

from sla_desktop.tables.headings import column_letter
from sla_desktop.tables.recognise import Layout

_INDICO = ("given", "family", "organisation", "role", "phone", "email")
_SAMPLE_ROWS = 200


def find_headerless(rows: Sequence[Sequence[str]]) -> Layout | None:
    """The layout of a file that starts with data: some column holds addresses, the ones before it names."""
    sample = [row for row in rows[:_SAMPLE_ROWS] if any(cell.strip() for cell in row)]
    width = max((len(row) for row in sample), default=0)
    shares = [_address_share(sample, column) for column in range(width)]
    if not shares or max(shares) == 0 or not any("@" in cell for cell in sample[0]):
        return None
    email = shares.index(max(shares))
    if width == len(_INDICO) and email == width - 1:
        return _layout("indico", width, {name: i for i, name in enumerate(_INDICO)})
    return _layout("plain", width, {**_names(sample, email, width), "email": email})


def _layout(name: str, width: int, found: Mapping[str, int]) -> Layout:
    headers = tuple(f"Column {column_letter(i)}" for i in range(width))
    return Layout(name, -1, headers, found)


def _address_share(sample: Sequence[Sequence[str]], column: int) -> float:
    cells = [row[column] for row in sample if column < len(row) and row[column].strip()]
    return sum("@" in cell for cell in cells) / len(cells) if cells else 0.0


def _names(sample: Sequence[Sequence[str]], email: int, width: int) -> dict[str, int]:
    """One column with spaces or commas holds whole names; two columns of single words given and family names."""
    wordy = [i for i in range(width) if i != email and _mostly_letters(sample, i)]
    if not wordy:
        return {}
    first = [row[wordy[0]].strip() for row in sample if wordy[0] < len(row)]
    whole = sum(" " in cell or "," in cell for cell in first) * 2 > len(first)
    if whole or len(wordy) == 1 or wordy[1] != wordy[0] + 1:
        return {"full_name": wordy[0]}
    return {"given": wordy[0], "family": wordy[1]}


def _mostly_letters(sample: Sequence[Sequence[str]], column: int) -> bool:
    cells = [row[column] for row in sample if column < len(row) and row[column].strip()]
    lettered = sum(any(ch.isalpha() for ch in cell) and not any(ch.isdigit() for ch in cell) for cell in cells)
    return bool(cells) and lettered * 2 > len(cells)
