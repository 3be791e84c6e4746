"""What was made in the boxes of a page: nothing, a mark, a box filled in or circled, or something to look at."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from sla_desktop.domain.sheets import Box, SheetPage
from sla_desktop.survey.registration import SCALE, Straight, Unreadable

if TYPE_CHECKING:
    import numpy as np

    Offsets = np.ndarray[Any, np.dtype[np.float64]]

EMPTY, MARKED, HALF, FILLED, CIRCLED, UNSURE = "empty", "marked", "half", "filled", "circled", "unsure"

_INSET = 0.75  # millimetres from the frame's middle inwards, so that the frame itself is no ink
_SLACK = 1.1  # how far a box is looked for around where it should be
_NEAR, _FAR = 0.6, 2.2  # the ring around a box in which a mark goes on, and what is no mark passes through
_AROUND, _FAINTLY, _ON_ALL = 0.22, 0.10, 0.03  # ink beside a box; of a faint circle, on average and on each side
_LEAST_FRAME = 0.25  # the likeness of a box that was found to one that was printed
_ENOUGH_FRAMES = 10  # boxes of which most must be where they were printed
_FAINT, _CLEAR = 0.011, 0.030  # ink, as a share of a black box: below nothing, above a mark
_PARTLY, _WHOLLY = 0.66, 0.88  # how much of a box is covered
_THIRDS_PARTLY, _THIRDS_WHOLLY = 0.35, 0.6  # and of the barest but one of its nine parts: a cross leaves some bare


@dataclass(frozen=True)
class Seen:
    """What is in a box: its kind, how much ink (0 to 1), how much is covered, and the box on the page, in pixels."""

    kind: str
    ink: float
    covered: float
    left: int
    top: int


def look(page: SheetPage, side: float, straight: Straight) -> list[Seen]:
    """What is in each box of a page, in order. Raises Unreadable where the boxes are not where they were printed."""
    import numpy as np

    if not page.boxes:
        return []
    offsets = _offsets(page.boxes, side, straight)
    cuts = [
        _Cut(straight.dark, box.x * SCALE + dx, box.y * SCALE + dy, side)
        for box, (dx, dy) in zip(page.boxes, offsets, strict=True)
    ]
    inks = np.array([cut.ink for cut in cuts])
    # Half of the boxes of a page hold nothing, so the lower ones tell what nothing looks like on it.
    quiet = np.sort(inks)[: max(1, len(inks) // 2)]
    nothing, spread = float(np.median(quiet)), float(quiet.max() - quiet.min())
    floor = min(nothing, _CLEAR)
    beside = float(np.median([cut.ring for cut in cuts]))
    return [cut.seen(floor, min(spread, _FAINT), beside) for cut in cuts]


def ink_in(straight: Straight, place: tuple[float, float, float, float]) -> float:
    """How much ink is in a rectangle of the page (x, y, width, height in millimetres), as a share of black."""
    x, y, wide, high = (round(one * SCALE) for one in place)
    cut = straight.dark[y : y + high, x : x + wide]
    return float((cut > 50).mean()) if cut.size else 0.0


class _Cut:
    """A box and what is around it."""

    def __init__(self, dark: Any, left: float, top: float, side: float) -> None:
        self.left, self.top, self._side = round(left), round(top), side * SCALE
        inset, far = round(_INSET * SCALE), round(_FAR * SCALE)
        long = round(self._side)
        self._inner = dark[self.top + inset : self.top + long - inset, self.left + inset : self.left + long - inset]
        self._around = dark[
            max(0, self.top - far) : self.top + long + far, max(0, self.left - far) : self.left + long + far
        ]
        self.ink = float(self._inner.mean()) / 255

    def seen(self, nothing: float, spread: float, beside: float) -> Seen:
        """What is in the box, on a page that has this much ink in empty boxes and beside boxes."""
        ink = max(0.0, self.ink - nothing)
        covered, barest = self._covered() if ink > _FAINT else (0.0, 0.0)
        return Seen(self._kind(ink, covered, barest, spread, beside), ink, covered, self.left, self.top)

    def _kind(self, ink: float, covered: float, barest: float, spread: float, beside: float) -> str:
        if ink <= _FAINT:
            return (
                CIRCLED
                if self._is_faintly_circled(beside)
                else (EMPTY, EMPTY, UNSURE, CIRCLED, CIRCLED)[self._sides()]
            )
        if ink < _CLEAR + spread or self._passes_through(covered) or self._is_aside(covered):
            return CIRCLED if self._sides() >= 3 and ink < _CLEAR + spread else UNSURE
        if covered >= _WHOLLY and barest >= _THIRDS_WHOLLY:
            return FILLED
        return HALF if covered >= _PARTLY and barest >= _THIRDS_PARTLY else MARKED

    def _covered(self) -> tuple[float, float]:
        """The share of the box that ink covers, at least half as dark as its darkest strokes; and of a bare part."""
        import cv2
        import numpy as np

        darkest = float(np.percentile(self._inner, 95))
        ink = (self._inner > max(25.0, darkest * 0.5)).astype(np.float32)
        parts = np.sort(cv2.resize(ink, (3, 3), interpolation=cv2.INTER_AREA).ravel())
        return float(ink.mean()), float(parts[1])

    @cached_property
    def ring(self) -> list[float]:
        """The ink above, right, below and left of the box, away from its frame."""
        gap = round((_FAR - _NEAR) * SCALE)
        around = self._around
        sides = (around[:gap], around[:, -gap:], around[-gap:], around[:, :gap])
        return [float(side.max(axis=0 if nth % 2 == 0 else 1).mean()) / 255 for nth, side in enumerate(sides)]

    def _sides(self) -> int:
        """On how many sides there is ink outside the box: a circle around it is on all of them."""
        return sum(ink > _AROUND for ink in self.ring)

    def _is_faintly_circled(self, beside: float) -> bool:
        """Whether there is more than paper on all sides, as of a circle in light pencil."""
        return min(self.ring) > beside + _ON_ALL and sum(self.ring) / len(self.ring) > beside + _FAINTLY

    def _is_aside(self, covered: float) -> bool:
        """Whether the little that is in the box keeps to its sides, as the end of a stroke that strayed does."""
        if covered > 0.3:
            return False
        high, wide = self._inner.shape
        middle = self._inner[high // 6 : high - high // 6, wide // 6 : wide - wide // 6]
        return float((middle > max(25.0, 0.4 * float(self._inner.max()))).mean()) < 0.03

    def _passes_through(self, covered: float) -> bool:
        """Whether a stroke enters far from the box on one side and leaves it far on the other."""
        if covered > 0.5:
            return False
        gap = max(1, round((_FAR - _NEAR) * SCALE / 3))
        around, clear = self._around, max(32.0, 0.4 * float(self._inner.max()))
        edges = (around[:gap], around[-gap:], around[:, :gap], around[:, -gap:])
        above, below, left, right = (int((edge > clear).sum()) >= 3 for edge in edges)
        return (above and below) or (left and right)


def _offsets(boxes: Sequence[Box], side: float, straight: Straight) -> "Offsets":
    """How far each box lies from where it was printed, in pixels: paper is never quite flat.

    What single boxes seem to say is smoothed over the page, since marks hide frames.
    """
    import cv2
    import numpy as np

    frame = _frame(side)
    slack = round(_SLACK * SCALE)
    found = np.zeros((len(boxes), 3))
    for nth, box in enumerate(boxes):
        left, top = round(box.x * SCALE) - slack - 2, round(box.y * SCALE) - slack - 2
        cut = straight.dark[top : top + frame.shape[0] + 2 * slack, left : left + frame.shape[1] + 2 * slack]
        _, score, _, place = cv2.minMaxLoc(cv2.matchTemplate(cut, frame, cv2.TM_CCOEFF_NORMED))
        found[nth] = (left + place[0] + 2 - box.x * SCALE, top + place[1] + 2 - box.y * SCALE, score)
    found[found[:, 2] < _LEAST_FRAME, :2] = 0  # a mark hides the frame: better where it was printed
    if len(boxes) >= _ENOUGH_FRAMES and np.median(found[:, 2]) < _LEAST_FRAME:
        raise Unreadable("The boxes are not where they were printed. Lay the sheet flat and scan it again.")
    places = np.array([(box.x, box.y) for box in boxes])
    return _smooth(places, found[:, :2], found[:, 2])


def bending(places: "Offsets") -> "Offsets":
    """What gently curved paper is described by at each place (x, y in millimetres): six numbers."""
    import numpy as np

    x, y = (places / (105, 148.5) - 1).T
    return np.stack([np.ones_like(x), x, y, x * y, x * x, y * y], axis=1)


def _smooth(places: Any, seen: Any, scores: Any) -> "Offsets":
    """A gently curved sheet through what was seen, without what lies far off it."""
    import numpy as np

    terms = bending(places)
    calm = np.diag([0.01, 0.5, 0.5, 1.0, 1.0, 1.0])
    middle = np.median(seen, axis=0)
    weights = np.clip(scores, 0.05, 1.0)
    weights[np.abs(seen - middle).max(axis=1) > 4] *= 0.1
    fitted = np.broadcast_to(middle, seen.shape)
    for _ in range(2):
        weighted = terms * weights[:, None]
        rest = np.linalg.solve(weighted.T @ terms + calm, weighted.T @ (seen - middle))
        fitted = middle + terms @ rest
        weights = np.clip(scores, 0.05, 1.0) / (1 + (np.abs(seen - fitted).max(axis=1) / 1.5) ** 2)
    return np.asarray(fitted, np.float64)


def _frame(side: float) -> Any:
    """A box as it is printed, two pixels of paper around it."""
    import cv2
    import numpy as np

    long = round(side * SCALE)
    frame = np.zeros((long + 5, long + 5), np.uint8)
    cv2.rectangle(frame, (2, 2), (long + 2, long + 2), 255, 1)
    return cv2.GaussianBlur(frame, (3, 3), 0)
