"""Scans as grey pictures: PDFs, photographs and TIFFs, page by page, whatever they hold."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sla_desktop.domain.errors import SlaError

if TYPE_CHECKING:
    import numpy as np

    Picture = np.ndarray[Any, Any]

PICTURES = frozenset({".png", ".jpg", ".jpeg", ".tif", ".tiff", ".bmp", ".webp"})
SUFFIXES = (".pdf", *sorted(PICTURES))
LARGEST_FILE, MOST_PIXELS = 1_000_000_000, 120_000_000
_DPI = 200


@dataclass(frozen=True)
class Scan:
    """A page as it was scanned: its file, its number there from 1, and the picture, or why there is none."""

    file: str
    number: int
    picture: "Picture | None"
    problem: str = ""

    @property
    def name(self) -> str:
        """The page for people."""
        return f"{self.file}, page {self.number}"


def pages(path: Path) -> Iterator[Scan]:
    """The pages of a file in order. A file that cannot be read is one page with a problem."""
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise SlaError("the file is larger than a scan can be")
        yield from _pdf(path) if path.suffix.casefold() == ".pdf" else _pictures(path)
    except OSError as error:
        yield Scan(path.name, 1, None, f"The file cannot be read: {error.strerror}.")
    except SlaError as error:
        yield Scan(path.name, 1, None, f"This page cannot be read: {error}.")


def count(path: Path) -> int:
    """How many pages a file seems to have."""
    if path.suffix.casefold() != ".pdf":
        return 1
    import pypdfium2

    try:
        with pypdfium2.PdfDocument(path) as document:
            return len(document)
    except (pypdfium2.PdfiumError, OSError):
        return 1


def _pdf(path: Path) -> Iterator[Scan]:
    import pypdfium2

    try:
        with pypdfium2.PdfDocument(path) as document:
            for number in range(len(document)):
                yield Scan(path.name, number + 1, _rendered(document[number]))
    except pypdfium2.PdfiumError as error:
        raise SlaError("it is no PDF that can be opened, or it has a password") from error


def _rendered(page: Any) -> "Picture":
    """A page at 200 dots an inch, or fewer where it is far larger than paper."""
    wide, high = page.get_size()
    scale = min(_DPI / 72, (MOST_PIXELS / max(wide * high, 1)) ** 0.5)
    bitmap = page.render(scale=scale, grayscale=True)
    picture: Picture = bitmap.to_numpy().reshape(bitmap.height, bitmap.width).copy()
    return picture


def _pictures(path: Path) -> Iterator[Scan]:
    import cv2
    import numpy as np

    if path.suffix.casefold() not in PICTURES:
        raise SlaError(f"scans end in {', '.join(SUFFIXES)}")
    data = np.frombuffer(path.read_bytes(), np.uint8)
    try:
        if path.suffix.casefold() in (".tif", ".tiff"):
            _, found = cv2.imdecodemulti(data, cv2.IMREAD_GRAYSCALE)
        else:
            found = (cv2.imdecode(data, cv2.IMREAD_GRAYSCALE),)  # type: ignore[assignment]
    except cv2.error as error:
        raise SlaError("it is no picture, or a damaged one") from error
    if not found or any(one is None for one in found):
        raise SlaError("it is no picture, or a damaged one")
    for number, picture in enumerate(found, 1):
        yield Scan(path.name, number, np.asarray(picture, np.uint8))
