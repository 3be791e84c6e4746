"""Walks through the records of a binary workbook (XLSB): how far its cells reach, how many letters they hold."""

import struct
from collections.abc import Iterator, Sequence

from sla_desktop.tables.limits import Extent, too_much

MAX_RECORDS = 1_000_000
_ROW, _SHARED, _LAST_CELL, _TEXT = 0, 7, 11, 19
_ERRORS = (3, 11)


def check_sheet(data: bytes, extent: Extent, strings: Sequence[int]) -> None:
    """Row headers (record 0) carry the row, cell records (1 to 11) the column: [MS-XLSB] 2.4.

    `strings` are the lengths of the shared texts. Raises SlaError for cells too far out or too much text.
    """
    row = 0
    for kind, position, size in _records(data, extent.budget.name):
        if kind == _ROW:
            (row,) = struct.unpack_from("<I", data, position)
        elif kind in _ERRORS:
            extent.budget.faulty += 1
        elif 2 <= kind <= _LAST_CELL:
            (column,) = struct.unpack_from("<I", data, position)
            extent.fill(row + 1, column + 1, _letters(data, position, strings) if kind == _SHARED else size)


def shared_lengths(data: bytes, name: str) -> list[int]:
    """The lengths of the shared texts, two bytes a letter."""
    return [size // 2 for kind, _, size in _records(data, name) if kind == _TEXT]


def _letters(data: bytes, position: int, strings: Sequence[int]) -> int:
    (index,) = struct.unpack_from("<I", data, position + 8)
    return strings[index] if index < len(strings) else 0


def _records(data: bytes, name: str) -> Iterator[tuple[int, int, int]]:
    """Each record's kind, where its contents begin and how many bytes they have."""
    position = records = 0
    while position < len(data):
        records += 1
        if records > MAX_RECORDS:
            raise too_much(name, f"it has more than {MAX_RECORDS:,} entries inside", "Remove other sheets")
        kind, position = _number(data, position, 2)
        size, position = _number(data, position, 4)
        yield kind, position, size
        position += size


def _number(data: bytes, position: int, most: int) -> tuple[int, int]:
    number = 0
    for shift in range(most):
        byte = data[position] if position < len(data) else 0
        number |= (byte & 0x7F) << (7 * shift)
        position += 1
        if byte < 0x80:
            break
    return number, position
