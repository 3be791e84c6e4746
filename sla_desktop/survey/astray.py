"""Marks beside boxes: ink that is not printed, as large as a mark, and part of no mark in a box."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sla_desktop.domain.sheets import HEIGHT, WIDTH, Box
from sla_desktop.survey.marks import EMPTY, Seen, bending
from sla_desktop.survey.registration import SCALE, Straight

if TYPE_CHECKING:
    import numpy as np

    from sla_desktop.survey.scans import Picture

    Places = np.ndarray[Any, np.dtype[np.float64]]

_FINE = 3.0  # pixels a millimetre: marks are far larger, and it is quick
_INK = 32  # how dark ink is at least (of 255)
_GRID = 18  # pixels between the places at which the bend of the paper is worked out
_PRINT = 3  # pixels across: what lies so near to print may be print
_LEAST, _MOST = 0.5, 2.6  # the longer side of a mark, in sides of a box: more is a stroke that strayed
_THIN = 0.12  # the least ink of a mark, in boxes
_REACH = 0.9  # millimetres from a marked box at which ink may still be part of that mark
_STRAIGHT = 0.6  # how broad the end of a stroke is to its length: a tick's runs out of its box, a cross does not
_FAR = 0.55  # and how far out of a marked box such a mark goes at least, in sides
_BESIDE, _ABOVE = 1.3, 1.25  # how far from the middle of a box a mark beside it may lie, in sides


@dataclass(frozen=True)
class _Piece:
    """Ink that hangs together, in pixels, and how broad it is to its length (0 to 1)."""

    left: float
    top: float
    right: float
    bottom: float
    breadth: float

    @property
    def middle(self) -> tuple[float, float]:
        return (self.left + self.right) / 2, (self.top + self.bottom) / 2

    @property
    def length(self) -> float:
        return max(self.right - self.left, self.bottom - self.top)

    def is_mark(self, side: float, marked: Sequence[tuple[float, float]]) -> bool:
        """Whether it is as large as a mark and no part of one in a marked box."""
        fits = _LEAST * side <= self.length <= _MOST * side
        return fits and all(self._is_apart(*one, side) for one in marked)

    def _is_apart(self, x: float, y: float, side: float) -> bool:
        """Whether it is no part of the mark in a box: away from it, or broad and far out on one side."""
        if self.gap(x, y, side) > _REACH * _FINE:
            return True
        across, down = self.middle
        out = max(x - self.left, self.right - x - side, y - self.top, self.bottom - y - side)
        around = x < across < x + side and y < down < y + side
        return self.breadth > _STRAIGHT and out > _FAR * side and not around

    def gap(self, x: float, y: float, side: float) -> float:
        return max(self.left - x - side, x - self.right, self.top - y - side, y - self.bottom)


def print_of(blank: "Picture") -> "Picture":
    """Where a page is printed (1) or nearly so, from a grey picture of the page with nothing on it."""
    import cv2
    import numpy as np

    size = (round(WIDTH * _FINE), round(HEIGHT * _FINE))
    _, dark = cv2.threshold(cv2.resize(blank, size, interpolation=cv2.INTER_AREA), 235, 1, cv2.THRESH_BINARY_INV)
    return cv2.dilate(dark, np.ones((_PRINT, _PRINT), np.uint8))


def beside(
    boxes: Sequence[Box], side: float, straight: Straight, found: Sequence[Seen], blank: "Picture"
) -> set[Box]:
    """The boxes nearest to marks that lie in none, in each row they may be meant for. `blank` is the page's print."""
    import cv2
    import numpy as np

    if not boxes:
        return set()
    dark = cv2.resize(straight.dark, blank.shape[::-1], interpolation=cv2.INTER_AREA)
    _, ink = cv2.threshold(dark, _INK, 1, cv2.THRESH_BINARY)
    places = np.array([(one.left, one.top) for one in found]) * _FINE / SCALE
    marked = [(float(x), float(y)) for (x, y), one in zip(places, found, strict=True) if one.kind != EMPTY]
    for x, y in marked:
        ink[round(y) - 1 : round(y + side * _FINE) + 2, round(x) - 1 : round(x + side * _FINE) + 2] = 0
    _, pieces = cv2.connectedComponents(ink, connectivity=8, ltype=cv2.CV_32S)
    added = cv2.findNonZero(ink & ~_bent(blank, boxes, places))
    long = side * _FINE
    doubtful: set[Box] = set()
    for piece in _pieces(pieces, added, _THIN * long * long):
        if piece.is_mark(long, marked):
            doubtful.update(_meant(piece, boxes, places, long))
    return doubtful


def _bent(blank: "Picture", boxes: Sequence[Box], places: "Places") -> "Picture":
    """The print of a page as the paper lies, told by where its boxes are."""
    import cv2
    import numpy as np

    high, wide = blank.shape
    printed = np.array([(box.x, box.y) for box in boxes])
    bend, *_ = np.linalg.lstsq(bending(printed), places - printed * _FINE, rcond=None)
    y, x = np.mgrid[0.5 : high // _GRID + 1, 0.5 : wide // _GRID + 1] * _GRID - 0.5
    middles = np.stack([x.ravel(), y.ravel()], axis=1)
    grid = (middles - bending(middles / _FINE) @ bend).reshape(*x.shape, 2).astype(np.float32)
    size = (grid.shape[1] * _GRID, grid.shape[0] * _GRID)
    where = cv2.resize(grid, size, interpolation=cv2.INTER_LINEAR)[:high, :wide]
    moved: Picture = cv2.remap(blank, where, None, cv2.INTER_NEAREST)  # type: ignore[call-overload]
    return moved


def _pieces(pieces: Any, added: Any, least: float) -> Iterator[_Piece]:
    """The pieces of ink of which more than so many pixels are not printed."""
    import numpy as np

    if added is None:
        return
    places = added.reshape(-1, 2)
    of_piece = pieces[places[:, 1], places[:, 0]]
    order = np.argsort(of_piece, kind="stable")
    starts = np.flatnonzero(np.diff(of_piece[order])) + 1
    for one in np.split(places[order], starts):
        if len(one) > least:
            short, long = np.linalg.eigvalsh(np.cov(one.T))
            (left, top), (right, bottom) = one.min(axis=0).tolist(), one.max(axis=0).tolist()
            yield _Piece(left, top, right, bottom, float(max(short, 0.0) / long) ** 0.5)


def _meant(piece: _Piece, boxes: Sequence[Box], places: "Places", side: float) -> Iterator[Box]:
    """The nearest box of each row that a mark stands in, between boxes or just outside the first or last of them."""
    x, y = (one - side / 2 for one in piece.middle)
    rows: dict[tuple[str, str], list[tuple[float, Box]]] = {}
    for box, (left, top) in zip(boxes, places.tolist(), strict=True):
        if abs(top - y) <= _ABOVE * side:
            rows.setdefault((box.question, box.item), []).append((left - x, box))
    for row in rows.values():
        off, box = min(row, key=lambda one: abs(one[0]))
        if abs(off) <= _BESIDE * side or min(off for off, _ in row) < 0 < max(off for off, _ in row):
            yield box
