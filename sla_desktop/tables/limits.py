"""Refuses files that would fill the memory, before anything unpacks them whole."""

import struct
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from xml.parsers import expat

from sla_desktop.domain.errors import SlaError

MAX_FILE_BYTES = 40_000_000
MAX_TEXT_BYTES = 20_000_000
MAX_UNPACKED_BYTES = 60_000_000
MAX_ROWS = 100_000
MAX_CELLS = 2_000_000
MAX_TAGS = 1_500_000
MAX_RECORDS = 1_000_000
MAX_PARTS = 5_000
MAX_LETTERS = 100_000_000
_CHUNK = 1 << 18
_MANIFEST = "META-INF/manifest.xml"
_XLSB_LAST_CELL_RECORD = 11
_XLSB_ERROR_RECORDS = (3, 11)


class Extent:
    """How far the filled cells of one sheet reach, and how many letters they hold once unpacked."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.rows = self.columns = self.letters = self.faulty = 0

    def fill(self, rows: int, columns: int, letters: int) -> None:
        """Notes a filled cell at this 1-based row and column; raises SlaError beyond the limits."""
        self.rows, self.columns = max(self.rows, rows), max(self.columns, columns)
        self.letters += letters
        check_cells(self.name, self.rows, self.columns)
        if self.letters > MAX_LETTERS:
            raise _too_much(self.name, "its cells hold more text than a list of people does", "Remove other columns")


def check_cells(name: str, rows: int, columns: int) -> None:
    """Raises SlaError when a sheet reaches further than any list of people."""
    if rows > MAX_ROWS or rows * columns > MAX_CELLS:
        raise _too_much(name, f"it reaches to row {rows:,} and column {columns:,}", "Delete what is far out")


def check_size(path: Path, most: int = MAX_FILE_BYTES) -> None:
    """Raises SlaError when the file itself is too large to be a list of people."""
    size = path.stat().st_size
    if size > most:
        raise _too_much(path.name, f"it has {size // 1_000_000} MB", "Remove pictures and other sheets")


@dataclass(frozen=True)
class Contents:
    """What a harmless zipped workbook holds: its parts, and how many cells with an error for a value."""

    parts: frozenset[str]
    faulty_cells: int


def check_archive(path: Path) -> Contents:
    """What a zipped workbook holds, once all its parts are known to be harmless.

    Every part is unpacked here in small pieces; one that lies about its size fails its checksum.
    Raises SlaError for too much data, cells too far out, entity tricks and broken archives.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            parts = archive.infolist()
            if sum(info.file_size for info in parts) > MAX_UNPACKED_BYTES:
                raise _too_much(path.name, "it unpacks to more data than a list of people has", "Remove other sheets")
            if len(parts) > MAX_PARTS:
                raise _too_much(path.name, f"it has {len(parts):,} parts inside", "Remove other sheets")
            _check_tags(archive, parts, path.name)
            if _MANIFEST in archive.namelist() and b"encryption-data" in archive.read(_MANIFEST):
                raise locked(path.name)
            strings = _shared_lengths(archive, path.name)
            faulty = sum(_check_part(archive, info.filename, path.name, strings) for info in parts)
            return Contents(frozenset(archive.namelist()), faulty)
    except (zipfile.BadZipFile, expat.ExpatError, NotImplementedError, EOFError, struct.error) as error:
        raise SlaError(f"“{path.name}” is damaged; open it in its own program and save it again.") from error
    except RuntimeError as error:
        raise locked(path.name) from error


def _check_tags(archive: zipfile.ZipFile, parts: Sequence[zipfile.ZipInfo], name: str) -> None:
    """Raises SlaError for more tags than a list of people has, or one text or tag without an end."""
    tags = 0
    for info in parts:
        for piece in _pieces(archive, info.filename):
            found = piece.count(b"<")
            tags += found
            if not found and len(piece) == _CHUNK and info.filename.endswith(".xml"):
                raise _too_much(name, "a single cell holds more text than a whole list of people", "Delete that cell")
    if tags > MAX_TAGS:
        raise _too_much(name, f"it has {tags:,} entries inside", "Remove other sheets")


def locked(name: str) -> SlaError:
    """The refusal of a file that needs a password."""
    return SlaError(f"“{name}” is protected with a password; save it without one and try again.")


def _too_much(name: str, why: str, remedy: str) -> SlaError:
    return SlaError(f"“{name}” is too large to read: {why}. {remedy} and save it again.")


def _check_part(archive: zipfile.ZipFile, part: str, name: str, strings: list[int]) -> int:
    """Walks through one part, for an XML sheet may have any name; returns how many cells hold an error."""
    extent = Extent(name)
    if part.startswith("xl/") and part.endswith(".xml"):
        _parse(archive, part, name, _SheetXml(extent, strings))
    elif part.startswith("xl/worksheets/sheet") and part.endswith(".bin"):
        _check_binary_sheet(archive.read(part), extent)
    elif part == "content.xml":
        _parse(archive, part, name, _OdsContent(name))
    return extent.faulty


def _pieces(archive: zipfile.ZipFile, part: str) -> Iterator[bytes]:
    with archive.open(part) as stream:
        while piece := stream.read(_CHUNK):
            yield piece


class _Listener:
    """Hears the elements of one XML part; this one cares for none."""

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """An element begins; the tag is without prefix."""

    def end(self, tag: str) -> None:
        """An element ends."""

    def text(self, letters: str) -> None:
        """A run of letters inside an element."""


def _parse(archive: zipfile.ZipFile, part: str, name: str, listener: _Listener) -> None:
    def refuse(*_: object) -> None:
        raise SlaError(f"“{name}” has a definition inside that no spreadsheet program writes; it was not opened.")

    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = refuse
    parser.StartElementHandler = lambda tag, attributes: listener.start(tag.rpartition(":")[2], attributes)
    parser.EndElementHandler = lambda tag: listener.end(tag.rpartition(":")[2])
    parser.CharacterDataHandler = listener.text
    for piece in _pieces(archive, part):
        parser.Parse(piece, False)
    parser.Parse(b"", True)


class _SharedStrings(_Listener):
    def __init__(self) -> None:
        self.lengths: list[int] = []

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        if tag == "si":
            self.lengths.append(0)

    def text(self, letters: str) -> None:
        if self.lengths:
            self.lengths[-1] += len(letters)


def _shared_lengths(archive: zipfile.ZipFile, name: str) -> list[int]:
    listener = _SharedStrings()
    if "xl/sharedStrings.xml" in archive.namelist():
        _parse(archive, "xl/sharedStrings.xml", name, listener)
    return listener.lengths


class _SheetXml(_Listener):
    def __init__(self, extent: Extent, strings: list[int]) -> None:
        self.extent, self.strings = extent, strings
        self.row = self.column = 0
        self.shared = False
        self.value = ""

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        if tag == "row":
            self.row, self.column = int(attributes.get("r", self.row + 1)), 0
        elif tag == "c":
            self.column = _column_number(attributes.get("r", "")) or self.column + 1
            self.shared = attributes.get("t") == "s"
            self.extent.faulty += attributes.get("t") == "e"
        self.value = ""

    def text(self, letters: str) -> None:
        self.value += letters

    def end(self, tag: str) -> None:
        if tag not in ("v", "t", "f") or not self.value:
            return
        letters = len(self.value)
        if self.shared and tag == "v" and self.value.isdigit():
            index = int(self.value)
            letters = self.strings[index] if index < len(self.strings) else 0
        self.extent.fill(self.row, self.column, letters)
        self.value = ""


def _column_number(reference: str) -> int:
    number = 0
    for letter in reference:
        if not "A" <= letter <= "Z":
            break
        number = number * 26 + ord(letter) - 64
    return number


class _OdsContent(_Listener):
    def __init__(self, name: str) -> None:
        self.extent = Extent(name)
        self.name = name
        self.row = self.column = self.rows = self.columns = 0
        self.letters = 0

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        if tag == "table":
            self.extent, self.row, self.rows = Extent(self.name), 0, 0
        elif tag == "table-row":
            self.row += self.rows
            self.rows = int(attributes.get("table:number-rows-repeated", 1))
            self.column = 0
        elif tag in ("table-cell", "covered-table-cell"):
            self.columns = int(attributes.get("table:number-columns-repeated", 1))
            self.letters = 1 if "office:value-type" in attributes else 0

    def text(self, letters: str) -> None:
        self.letters += len(letters)

    def end(self, tag: str) -> None:
        if tag not in ("table-cell", "covered-table-cell"):
            return
        self.column += self.columns
        if self.letters:
            times = self.rows * self.columns
            self.extent.fill(self.row + self.rows, self.column, self.letters * times)


def _check_binary_sheet(data: bytes, extent: Extent) -> None:
    """Row headers (record 0) carry the row, cell records (1 to 11) the column: [MS-XLSB] 2.4."""
    position = row = records = 0
    while position < len(data):
        records += 1
        if records > MAX_RECORDS:
            raise _too_much(extent.name, f"it has more than {MAX_RECORDS:,} entries inside", "Remove other sheets")
        kind, position = _record_number(data, position, 2)
        size, position = _record_number(data, position, 4)
        if kind == 0:
            (row,) = struct.unpack_from("<I", data, position)
        elif kind in _XLSB_ERROR_RECORDS:
            extent.faulty += 1
        elif 2 <= kind <= _XLSB_LAST_CELL_RECORD:
            (column,) = struct.unpack_from("<I", data, position)
            extent.fill(row + 1, column + 1, size)
        position += size


def _record_number(data: bytes, position: int, most: int) -> tuple[int, int]:
    number = 0
    for shift in range(most):
        byte = data[position] if position < len(data) else 0
        number |= (byte & 0x7F) << (7 * shift)
        position += 1
        if byte < 0x80:
            break
    return number, position
