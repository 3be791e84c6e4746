"""Pictures that somebody gave: logos and signatures, checked before anything is printed."""

import warnings
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from typing import Any

from sla_desktop.domain.errors import SlaError

Picture = Path | bytes

_MOST = 25_000_000  # pixels; more takes minutes to print and nobody sees it
_DOTS = 600 / 72  # an office printer's
_KEPT = 1_200  # pixels of the longer side of a picture that is kept


def check(picture: Picture, what: str) -> None:
    """Raises SlaError naming the file when it is not a picture that can be printed; `what` is "logo" or the like."""
    named = f"The {what} “{picture}”" if isinstance(picture, Path) else f"The {what}"
    try:
        _read(*_key(picture))
    except _TooLarge as error:
        raise SlaError(
            f"{named} has {error.args[0]:.0f} million dots, more than {_MOST // 1_000_000} million: "
            "save it smaller and choose it again."
        ) from None
    except (OSError, ValueError, SyntaxError):
        raise SlaError(f"{named} could not be read: choose a PNG or JPEG picture.") from None


def opened(picture: Picture, longest: float) -> Any:
    """The picture for reportlab, no finer than a printer's dots when its longer side is `longest` points."""
    from reportlab.lib.utils import ImageReader

    check(picture, "logo")
    return ImageReader(_shrunk(_read(*_key(picture)), int(longest * _DOTS)))


def reduced(path: Path, what: str) -> bytes:
    """The picture as a small PNG or JPEG to be kept. SlaError when it is none, or far too large."""
    check(path, what)
    picture = _shrunk(_read(*_key(path)), _KEPT)
    made = BytesIO()
    if picture.mode == "RGB" and not picture.getcolors(4096):
        picture.save(made, "JPEG", quality=88)
    else:
        picture.save(made, "PNG", optimize=True)
    return made.getvalue()


class _TooLarge(Exception):
    """More pixels than are printed: how many millions."""


def _key(picture: Picture) -> tuple[Picture, int]:
    """What tells a picture from others; a file may be written anew under its name."""
    return picture, picture.stat().st_mtime_ns if isinstance(picture, Path) else 0


def _shrunk(picture: Any, side: int) -> Any:
    if max(picture.size) > side:
        picture = picture.copy()
        picture.thumbnail((side, side))
    return picture


@lru_cache(maxsize=8)
def _read(picture: Picture, _changed: int) -> Any:
    from PIL import Image

    source = picture if isinstance(picture, Path) else BytesIO(picture)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            with Image.open(source, formats=("PNG", "JPEG")) as found:
                if (pixels := found.width * found.height) > _MOST:
                    raise _TooLarge(pixels / 1_000_000)
                see_through = found.mode in ("RGBA", "LA", "PA") or "transparency" in found.info
                return found.convert("RGBA" if see_through else "RGB")
    except Image.DecompressionBombError:
        raise _TooLarge(2 * (Image.MAX_IMAGE_PIXELS or 0) / 1_000_000) from None
