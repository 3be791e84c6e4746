"""Pictures that somebody gave: logos and signatures, checked before anything is printed."""

from functools import lru_cache
from pathlib import Path
from typing import Any

from sla_desktop.domain.errors import SlaError

_MOST = 25_000_000  # pixels; more takes minutes to print and nobody sees it
_DOTS = 600 / 72  # an office printer's


def check(path: Path, what: str) -> None:
    """Raises SlaError naming the file when it is not a picture that can be printed; `what` is "logo" or the like."""
    try:
        _read(path, path.stat().st_mtime_ns)
    except _TooLarge as error:
        raise SlaError(
            f"The {what} “{path}” has {error.args[0]:.0f} million dots, more than {_MOST // 1_000_000} million: "
            "save it smaller and choose it again."
        ) from None
    except (OSError, ValueError, SyntaxError):
        raise SlaError(f"The {what} “{path}” could not be read: choose a PNG or JPEG picture.") from None


def opened(path: Path, longest: float) -> Any:
    """The picture for reportlab, no finer than a printer's dots when its longer side is `longest` points."""
    from reportlab.lib.utils import ImageReader

    check(path, "picture")
    picture = _read(path, path.stat().st_mtime_ns)
    side = int(longest * _DOTS)
    if max(picture.size) > side:
        picture = picture.copy()
        picture.thumbnail((side, side))
    return ImageReader(picture)


class _TooLarge(Exception):
    """More pixels than are printed: how many millions."""


@lru_cache(maxsize=8)
def _read(path: Path, _changed: int) -> Any:
    from PIL import Image

    with Image.open(path, formats=("PNG", "JPEG")) as picture:
        pixels = picture.width * picture.height
        if pixels > _MOST:
            raise _TooLarge(pixels / 1_000_000)
        see_through = picture.mode in ("RGBA", "LA", "PA") or "transparency" in picture.info
        return picture.convert("RGBA" if see_through else "RGB")
