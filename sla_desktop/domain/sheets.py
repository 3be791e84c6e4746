"""A questionnaire on paper as geometry: where each box, line of text and corner mark is. Printer and reader share it.

Lengths are millimetres from the top left corner of an A4 page, y downwards; type sizes are points.
"""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from functools import cached_property
from hashlib import sha256
from typing import Any

from sla_desktop.domain.ids import EventId, FormId, PrintRunId, ScanRunId

WIDTH, HEIGHT = 210.0, 297.0
MARK, MARK_MARGIN = 9.0, 8.0
# ArUco 4x4_50, numbers 0 to 3: top left, top right, bottom right, bottom left. Rows of bits, white is 1.
MARKS = (
    ("1011", "0101", "0011", "0010"),
    ("0000", "1111", "1001", "1010"),
    ("0011", "0011", "0010", "1101"),
    ("1001", "1001", "0100", "0110"),
)
_FAR_X, _FAR_Y = WIDTH - MARK_MARGIN - MARK, HEIGHT - MARK_MARGIN - MARK
MARK_CORNERS = ((MARK_MARGIN, MARK_MARGIN), (_FAR_X, MARK_MARGIN), (_FAR_X, _FAR_Y), (MARK_MARGIN, _FAR_Y))
CODE_SIDE = 19.0
CODE_X, CODE_Y = _FAR_X - CODE_SIDE - 3, MARK_MARGIN - 1
ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ"  # a serial can be read aloud: no 0 and O, no 1, I, L and U
SERIAL_LENGTH = 8
_MAKER = "SLA1"


@dataclass(frozen=True)
class Box:
    """A box to mark: it says `value` of a question; of a ranking, `item` is what the place `value` is given to."""

    question: str
    value: str
    x: float
    y: float
    item: str = ""


@dataclass(frozen=True)
class Area:
    """Room to write the answer to a question in."""

    question: str
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True)
class Words:
    """A text in lines; (x, y) is where the first base line begins, or its middle where it is centred."""

    lines: tuple[str, ...]
    x: float
    y: float
    size: float
    bold: bool = False
    muted: bool = False
    centred: bool = False
    tag: str = "P"


@dataclass(frozen=True)
class SheetPage:
    """What is on one page, in the order in which it is read."""

    words: tuple[Words, ...] = ()
    boxes: tuple[Box, ...] = ()
    areas: tuple[Area, ...] = ()


@dataclass(frozen=True)
class Sheet:
    """A form as it is printed: its pages, the side of its boxes, and the version of the form."""

    title: str
    version: str
    box: float
    pages: tuple[SheetPage, ...]
    language: str = ""

    @cached_property
    def fingerprint(self) -> str:
        """Eight letters and figures that tell this geometry from any other."""
        told = json.dumps(asdict(self), sort_keys=True, ensure_ascii=False)
        return sha256(told.encode()).hexdigest()[:8].upper()

    @classmethod
    def from_record(cls, record: Mapping[str, Any]) -> "Sheet":
        """The sheet that `dataclasses.asdict` made a record of."""
        return cls(**{**record, "pages": tuple(map(_page, record["pages"]))})


@dataclass(frozen=True)
class SheetCode:
    """What the code on a page says: the geometry, the form's version, the page from 1, and the sheet's serial."""

    fingerprint: str
    version: str
    page: int
    serial: str

    def __str__(self) -> str:
        return ":".join((_MAKER, self.fingerprint, self.version, str(self.page), self.serial))

    @classmethod
    def from_text(cls, text: str) -> "SheetCode | None":
        """The code as it was read; None if it is no code of such a sheet."""
        parts = text.split(":")
        if len(parts) != 5 or parts[0] != _MAKER or not parts[3].isdigit() or not parts[4]:
            return None
        return cls(parts[1], parts[2], int(parts[3]), parts[4])


@dataclass(frozen=True)
class PrintRun:
    """Sheets that were printed: their random serials, none of which is linked to a person, and their geometry."""

    id: PrintRunId
    event_id: EventId
    form_id: FormId
    fingerprint: str
    serials: tuple[str, ...]
    sheet: Mapping[str, Any]


@dataclass(frozen=True)
class ScanRun:
    """The serials whose answers were taken in together, sorted, so that a sheet that comes again is known."""

    id: ScanRunId
    event_id: EventId
    serials: tuple[str, ...]


def _page(record: Mapping[str, Any]) -> SheetPage:
    words = tuple(Words(**{**one, "lines": tuple(one["lines"])}) for one in record["words"])
    boxes = tuple(Box(**one) for one in record["boxes"])
    return SheetPage(words, boxes, tuple(Area(**one) for one in record["areas"]))
