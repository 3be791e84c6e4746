"""The streams of a compound file, in which old workbooks (XLS) lie: [MS-CFB]."""

import struct
from array import array
from collections.abc import Iterator, Sequence

_MINI_BELOW, _MINI, _ENTRY, _LAST = 4096, 64, 128, 0xFFFFFFFA
_DIFAT, _IN_HEADER = 0x4C, 109


def streams(data: bytes, names: Sequence[str]) -> Iterator[bytes]:
    """The contents of every stream of one of these names, in capitals. ValueError for a broken file."""
    try:
        yield from _File(data).named(names)
    except (struct.error, IndexError) as error:
        raise ValueError("broken compound file") from error


class _File:
    """Sectors are found by a table of which follows which; small streams lie in pieces in one of their own."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._size = 1 << min(struct.unpack_from("<H", data, 0x1E)[0], 16)
        directory, _, _, mini, _, difat, _ = struct.unpack_from("<7I", data, 0x30)
        self._table = self._numbers(self._table_sectors(difat))
        self._directory = self._joined(directory)
        self._mini_table = self._numbers(self._chain(mini, self._table))

    def named(self, names: Sequence[str]) -> Iterator[bytes]:
        for place in range(0, len(self._directory), _ENTRY):
            length, start, size = struct.unpack_from("<64xH50xII", self._directory, place)
            name = self._directory[place : place + min(max(length - 2, 0), 64)].decode("utf-16-le", "replace")
            if name.upper() in names:
                yield self._small(start)[:size] if size < _MINI_BELOW else self._joined(start)[:size]

    def _table_sectors(self, following: int) -> list[int]:
        """The sectors that hold the table; the header names the first of them."""
        found = list(struct.unpack_from(f"<{_IN_HEADER}I", self._data, _DIFAT))
        for _ in range(len(self._data) // self._size):
            if following >= _LAST:
                break
            *more, following = self._numbers([following])
            found += more
        return [one for one in found if one < _LAST]

    def _numbers(self, sectors: Sequence[int]) -> Sequence[int]:
        held = b"".join(map(self._sector, sectors))
        return array("I", held[: len(held) // 4 * 4])

    def _sector(self, number: int) -> bytes:
        return self._data[(number + 1) * self._size : (number + 2) * self._size]

    def _joined(self, start: int) -> bytes:
        return b"".join(map(self._sector, self._chain(start, self._table)))

    def _small(self, start: int) -> bytes:
        (root,) = struct.unpack_from("<I", self._directory, 116)
        held = self._joined(root)
        pieces = self._chain(start, self._mini_table)
        return b"".join(held[one * _MINI : (one + 1) * _MINI] for one in pieces)

    def _chain(self, start: int, table: Sequence[int]) -> list[int]:
        """The sectors from one on. ValueError where they go round in a circle."""
        found: list[int] = []
        while start < _LAST:
            if len(found) > len(table):
                raise ValueError("sectors in a circle")
            found.append(start)
            start = table[start]
        return found
