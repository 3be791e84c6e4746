"""Walks through the records of an old workbook (XLS): how far its cells reach, how many letters they hold."""

import struct
from collections.abc import Iterator, Sequence

from sla_desktop.tables import compound
from sla_desktop.tables.limits import Budget, Extent, damaged, locked, too_much

MAX_RECORDS = 1_000_000
# All cells that such a sheet can have.
MAX_CLAIMED = 65_536 * 256
_END, _CONTINUED, _PASSWORD, _SHEET, _STRINGS, _SHARED, _EXTENT = 0x0A, 0x3C, 0x2F, 0x85, 0xFC, 0xFD, 0x200
_SEVERAL = 0xBD
_CELLS = {0x06, 0x203, 0x204, 0x205, 0x206, 0x27E, 0x406, 0xD6, _SEVERAL, _SHARED}
_FORMATTED, _PHONETIC, _WIDE = 8, 4, 1

Record = tuple[int, bytes]


def check_old(data: bytes, name: str) -> None:
    """Raises SlaError for a protected or damaged file, cells too far out and too much text: [MS-XLS] 2.4.

    Each sheet is walked through as often as the file lists it, as a reader does.
    """
    budget, records = Budget(name), _Counter(name)
    try:
        for stream in compound.streams(data, ("WORKBOOK", "BOOK")):
            whole = list(records.of(stream, 0))
            if any(kind == _PASSWORD for kind, _ in whole):
                raise locked(name)
            lengths = _lengths(_strings(whole), name)
            for kind, body in whole:
                if kind == _SHEET:
                    (start,) = struct.unpack_from("<I", body)
                    if start >= len(stream):
                        raise damaged(name)
                    _check_sheet(records.of(stream, start), Extent(budget), lengths)
    except (ValueError, struct.error) as error:
        raise damaged(name) from error


class _Counter:
    """Reads records, and refuses to go on where there are too many in all."""

    def __init__(self, name: str) -> None:
        self._name, self._count = name, 0

    def of(self, stream: bytes, position: int) -> Iterator[Record]:
        """The records from a place to the end of the part that begins there."""
        while position + 4 <= len(stream):
            kind, size = struct.unpack_from("<HH", stream, position)
            self._count += 1
            if self._count > MAX_RECORDS:
                raise too_much(self._name, f"it has more than {MAX_RECORDS:,} entries inside", "Remove other sheets")
            yield kind, stream[position + 4 : position + 4 + size]
            if kind == _END:
                return
            position += 4 + size


def _check_sheet(records: Iterator[Record], extent: Extent, lengths: Sequence[int]) -> None:
    letters = 0
    for kind, body in records:
        if kind == _EXTENT:
            _check_claim(extent.budget.name, *_claimed(body))
        elif kind in _CELLS and len(body) >= 6:
            row, column = struct.unpack_from("<HH", body)
            last = struct.unpack_from("<H", body, len(body) - 2)[0] if kind == _SEVERAL else column
            letters += _letters(body, lengths) if kind == _SHARED else len(body)
            if row >= extent.rows or last >= extent.columns:
                extent.fill(row + 1, max(column, last) + 1, letters)
                letters = 0
    extent.budget.spend(0, letters)


def _check_claim(name: str, rows: int, columns: int) -> None:
    """A reader reserves room for whatever is claimed; some programs claim every row, and fill few."""
    if rows * columns > MAX_CLAIMED:
        raise too_much(name, f"it reaches to row {rows:,} and column {columns:,}", "Delete what is far out")


def _claimed(body: bytes) -> tuple[int, int]:
    shape = "<IIHH" if len(body) >= 12 else "<HHHH"
    _, rows, _, columns = struct.unpack_from(shape, body)
    return rows, columns


def _letters(body: bytes, lengths: Sequence[int]) -> int:
    (index,) = struct.unpack_from("<I", body, 6)
    return lengths[index] if index < len(lengths) else 0


def _strings(records: Sequence[Record]) -> list[bytes]:
    """The pieces of the table of shared texts."""
    start = next((place for place, (kind, _) in enumerate(records) if kind == _STRINGS), len(records))
    pieces = [body for _, body in records[start : start + 1]]
    for kind, body in records[start + 1 :]:
        if kind != _CONTINUED:
            break
        pieces.append(body)
    return pieces


def _lengths(pieces: list[bytes], name: str) -> list[int]:
    """The lengths of the shared texts, which may go on from one piece to the next in letters of another width."""
    lengths: list[int] = []
    place = 8
    while pieces:
        if place >= len(pieces[0]):
            place -= len(pieces.pop(0))
            continue
        letters, flags = struct.unpack_from("<HB", pieces[0], place)
        place += 3
        runs = struct.unpack_from("<H", pieces[0], place)[0] if flags & _FORMATTED else 0
        place += 2 * bool(flags & _FORMATTED)
        more = struct.unpack_from("<I", pieces[0], place)[0] if flags & _PHONETIC else 0
        place = _past(pieces, place + 4 * bool(flags & _PHONETIC), letters, flags & _WIDE) + 4 * runs + more
        lengths.append(letters)
        if len(lengths) > MAX_RECORDS:
            raise too_much(name, f"it has more than {MAX_RECORDS:,} texts inside", "Remove other sheets")
    return lengths


def _past(pieces: list[bytes], place: int, letters: int, wide: int) -> int:
    """The place behind so many letters; pieces that are read are dropped."""
    while pieces:
        width = 2 if wide else 1
        here = min(letters, max(0, len(pieces[0]) - place) // width)
        letters -= here
        if not letters:
            return place + here * width
        pieces.pop(0)
        wide, place = (pieces[0][0] & _WIDE if pieces and pieces[0] else 0), 1
    return 0
