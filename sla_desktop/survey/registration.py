"""A scanned page put straight: its corner marks and code found, and the page as it was printed, evenly lit."""

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from sla_desktop.domain import sheets
from sla_desktop.domain.errors import SlaError
from sla_desktop.domain.sheets import SheetCode

if TYPE_CHECKING:
    import numpy as np

    from sla_desktop.survey.scans import Picture

    Matrix = np.ndarray[Any, np.dtype[np.float64]]

SCALE = 6.0  # pixels a millimetre of a page put straight: 152 dots an inch
_LOOK = 1300  # the longer side of the picture in which corner marks are looked for first
_MOST_OFF = 1.5  # millimetres that the corners may lie from where they were printed
_PAPER_STEP = 8


class Unreadable(SlaError):
    """A page that cannot be read, with what to do in a sentence."""


@dataclass(frozen=True)
class Straight:
    """A page put straight: its code, how dark it is (0 paper, 255 black) and as it looks, both at `SCALE`."""

    code: SheetCode
    dark: "Picture"
    looks: "Picture"


def straighten(picture: "Picture") -> Straight:
    """Put a scanned page straight, whichever way up it lies. Raises Unreadable."""
    import cv2

    matrix = _matrix(picture)
    code = _code(picture, matrix)
    size = (round(sheets.WIDTH * SCALE), round(sheets.HEIGHT * SCALE))
    looks = cv2.warpPerspective(picture, matrix, size, flags=cv2.INTER_LINEAR, borderValue=255)
    return Straight(code, _darkness(looks), looks)


def _matrix(picture: "Picture") -> "Matrix":
    """What turns places in the picture into places on the page, in pixels at `SCALE`."""
    import cv2
    import numpy as np

    scale = min(1.0, _LOOK / max(picture.shape))
    small = cv2.resize(picture, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA) if scale < 1 else picture
    found = _marks(small)
    if len(found) < 4 and scale < 1:
        found, scale = max((found, scale), (_marks(picture), 1.0), key=lambda one: len(one[0]))
    if len(found) < 3:
        raise Unreadable(f"{len(found)} of the 4 corner marks were found. Scan the whole page, edges and all.")
    seen = np.concatenate([corners for corners in found.values()]) / scale
    meant = np.concatenate([_printed(number) for number in found]) * SCALE
    matrix, _ = cv2.findHomography(seen, meant)
    if matrix is None:
        raise Unreadable("The corner marks do not lie like those of a page. Scan it again.")
    off = cv2.perspectiveTransform(seen[None].astype(np.float64), matrix)[0] - meant
    if np.abs(off).max() > _MOST_OFF * SCALE:
        raise Unreadable("The page is bent or folded. Lay it flat and scan it again.")
    return np.asarray(matrix, np.float64)


def _marks(picture: "Picture") -> "dict[int, Any]":
    corners, numbers, _ = _detector().detectMarkers(picture)
    if numbers is None:
        return {}
    found = {int(number): one[0] for one, number in zip(corners, numbers.ravel(), strict=True) if number < 4}
    return found if len(found) == sum(number < 4 for number in numbers.ravel()) else {}


@cache
def _detector() -> Any:
    import cv2

    settings = cv2.aruco.DetectorParameters()
    settings.cornerRefinementMethod = cv2.aruco.CORNER_REFINE_SUBPIX
    settings.adaptiveThreshWinSizeMin, settings.adaptiveThreshWinSizeMax = 13, 33
    settings.adaptiveThreshWinSizeStep = 20
    settings.minMarkerPerimeterRate = 0.04
    return cv2.aruco.ArucoDetector(cv2.aruco.getPredefinedDictionary(cv2.aruco.DICT_4X4_50), settings)


def _printed(number: int) -> Any:
    import numpy as np

    x, y = sheets.MARK_CORNERS[number]
    side = sheets.MARK
    return np.array([(x, y), (x + side, y), (x + side, y + side), (x, y + side)], np.float64)


def _code(picture: "Picture", matrix: "Matrix") -> SheetCode:
    """What the page's code says; looked for where it was printed, then anywhere."""
    import cv2
    import numpy as np

    zoom, margin = 12.0 / SCALE, 3.0
    shift = np.array(
        [
            [zoom, 0, -(sheets.CODE_X - margin) * SCALE * zoom],
            [0, zoom, -(sheets.CODE_Y - margin) * SCALE * zoom],
            [0, 0, 1],
        ]
    )
    side = round((sheets.CODE_SIDE + 2 * margin) * SCALE * zoom)
    cut = cv2.warpPerspective(picture, shift @ matrix, (side, side), flags=cv2.INTER_LINEAR, borderValue=255)
    for way in (lambda: cut, lambda: _sharpened(cut), lambda: cv2.GaussianBlur(cut, (0, 0), 1.6), lambda: picture):
        if code := _read(way()):
            return code
    raise Unreadable("The code at the top right cannot be read. Scan the page again.")


def _sharpened(cut: Any) -> Any:
    import cv2

    return cv2.addWeighted(cut, 2.5, cv2.GaussianBlur(cut, (0, 0), 4.0), -1.5, 0)


def _read(picture: Any) -> SheetCode | None:
    import zxingcpp

    found = zxingcpp.read_barcodes(picture, formats=zxingcpp.BarcodeFormat.QRCode)  # type: ignore[arg-type]
    return next(filter(None, (SheetCode.from_text(one.text) for one in found)), None)


def _darkness(looks: Any) -> "Picture":
    """How much darker than the paper around it each place is: shadows and folds even out, ink stays."""
    import cv2
    import numpy as np

    high, wide = looks.shape
    small = cv2.resize(looks, (wide // _PAPER_STEP, high // _PAPER_STEP), interpolation=cv2.INTER_AREA)
    paper = cv2.dilate(cv2.medianBlur(small, 3), np.ones((5, 5), np.uint8))
    paper = cv2.resize(cv2.GaussianBlur(paper, (0, 0), 2.0), (wide, high), interpolation=cv2.INTER_LINEAR)
    light = cv2.divide(looks, paper, scale=255)
    return 255 - cv2.medianBlur(light, 3)
