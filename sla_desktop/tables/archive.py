"""Looks through zipped workbooks before anything unpacks them whole: what would fill the memory is refused."""

import lzma
import struct
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from xml.parsers import expat

from sla_desktop.domain.errors import SlaError
from sla_desktop.tables import sheet_binary
from sla_desktop.tables.limits import Budget, Extent, damaged, locked, too_much
from sla_desktop.tables.sheet_xml import Listener, OdsContent, SharedStrings, XlsxPart

MAX_UNPACKED_BYTES = 60_000_000
MAX_TAGS = 1_500_000
MAX_PARTS = 5_000
_CHUNK = 1 << 18
_MANIFEST = "META-INF/manifest.xml"


@dataclass(frozen=True)
class Contents:
    """What a harmless zipped workbook holds: its parts, and how many cells with an error for a value."""

    parts: frozenset[str]
    faulty_cells: int


# What reading a part ends in whose bytes were changed or cut off, one for each way of packing it.
_BROKEN = (
    *(zipfile.BadZipFile, zlib.error, lzma.LZMAError, OSError, EOFError),
    *(expat.ExpatError, NotImplementedError, struct.error, ValueError),
)


def check_archive(path: Path) -> Contents:
    """What a zipped workbook holds, once all its parts are known to be harmless.

    Every part is unpacked here in small pieces; one that lies about its size fails its checksum.
    Raises SlaError for too much data, cells too far out, entity tricks and broken archives.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            parts = archive.infolist()
            if sum(info.file_size for info in parts) > MAX_UNPACKED_BYTES:
                raise too_much(path.name, "it unpacks to more data than a list of people has", "Remove other sheets")
            if len(parts) > MAX_PARTS:
                raise too_much(path.name, f"it has {len(parts):,} parts inside", "Remove other sheets")
            _check_tags(archive, parts, path.name)
            if _MANIFEST in archive.namelist() and b"encryption-data" in archive.read(_MANIFEST):
                raise locked(path.name)
            budget = Budget(path.name)
            _check_cells(archive, budget)
            return Contents(frozenset(archive.namelist()), budget.faulty)
    except _BROKEN as error:
        raise damaged(path.name) from error
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
                raise too_much(name, "a single cell holds more text than a whole list of people", "Delete that cell")
    if tags > MAX_TAGS:
        raise too_much(name, f"it has {tags:,} entries inside", "Remove other sheets")


def _check_cells(archive: zipfile.ZipFile, budget: Budget) -> None:
    """Walks through every part that may hold cells, for a sheet may have any name."""
    shared = SharedStrings()
    for part, kind in _parts(archive):
        if kind == "xl/sharedstrings.xml":
            _parse(archive, part, budget.name, shared)
        elif kind == "xl/sharedstrings.bin":
            shared.lengths += sheet_binary.shared_lengths(archive.read(part), budget.name)
    for part, kind in _parts(archive):
        if kind.startswith("xl/") and kind.endswith((".xml", ".rels")):
            _parse(archive, part, budget.name, XlsxPart(budget, shared.lengths))
        elif kind.startswith("xl/worksheets/") and kind.endswith(".bin"):
            sheet_binary.check_sheet(archive.read(part), Extent(budget), shared.lengths)
        elif kind == "content.xml":
            _parse(archive, part, budget.name, OdsContent(budget))


def _parts(archive: zipfile.ZipFile) -> Iterator[tuple[str, str]]:
    """The names of the parts, and the same in lower case: readers of workbooks take either."""
    return ((part, part.lower()) for part in archive.namelist())


def _pieces(archive: zipfile.ZipFile, part: str) -> Iterator[bytes]:
    with archive.open(part) as stream:
        while piece := stream.read(_CHUNK):
            yield piece


def _parse(archive: zipfile.ZipFile, part: str, name: str, listener: Listener) -> None:
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
