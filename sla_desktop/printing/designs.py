"""What lies under the words of a certificate, by the name of its design."""

from collections.abc import Callable

from sla_desktop.printing import style
from sla_desktop.printing.drawing import Document
from sla_desktop.printing.ornament import draw_rosette
from sla_desktop.printing.style import MM, Colour

_FRAME = 11 * MM


def _draw_frame(document: Document, accent: Colour) -> None:
    wide, high = document.width - 2 * _FRAME, document.height - 2 * _FRAME
    document.box(_FRAME, _FRAME, wide, high, stroke=accent, thickness=0.9)
    inset = 1.4 * MM
    document.box(
        _FRAME + inset, _FRAME + inset, wide - 2 * inset, high - 2 * inset,
        stroke=style.mix(accent, style.WHITE, 0.55), thickness=0.35,
    )  # fmt: skip


def _draw_rosette_ground(document: Document, accent: Colour) -> None:
    """A frame with a rosette in its corner."""
    with document.clipped(_FRAME, _FRAME, document.width - 2 * _FRAME, document.height - 2 * _FRAME):
        draw_rosette(document, document.width - 42 * MM, 40 * MM, accent)
    _draw_frame(document, accent)


def _draw_band_ground(document: Document, accent: Colour) -> None:
    """A band of the organisation's colour along the left edge, inside what office printers reach."""
    document.box(6 * MM, 6 * MM, 9 * MM, document.height - 12 * MM, fill=accent)
    document.box(16 * MM, 6 * MM, 1.2 * MM, document.height - 12 * MM, fill=style.mix(accent, style.WHITE, 0.6))


GROUNDS: dict[str, Callable[[Document, Colour], None]] = {
    "rosette": _draw_rosette_ground,
    "band": _draw_band_ground,
    "plain": _draw_frame,
}
