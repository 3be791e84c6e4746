"""The one ornament of the documents: rings around a ring, pale enough for text to lie over it."""

from math import cos, pi, sin

from sla_desktop.printing.drawing import Document
from sla_desktop.printing.style import MM, WHITE, Colour, mix

_RINGS = ((21 * MM, 34 * MM), (12 * MM, 20 * MM))  # how far from the middle, and how large
_PETALS = 28


def draw_rosette(document: Document, x: float, y: float, accent: Colour) -> None:
    """A rosette around (x, y), 55 mm from the middle to the edge."""
    tint = mix(accent, WHITE, 0.80)
    for reach, radius in _RINGS:
        for petal in range(_PETALS):
            angle = 2 * pi * petal / _PETALS
            document.disc(x + reach * cos(angle), y + reach * sin(angle), radius, stroke=tint, thickness=0.35)
