"""How every printed document looks: paper, margins, type sizes, colours, and the organisation's identity."""

from dataclasses import dataclass
from pathlib import Path

from sla_desktop.domain.errors import SlaError

Colour = tuple[float, float, float]

MM = 72 / 25.4
A4 = (210 * MM, 297 * MM)
A4_LANDSCAPE = (297 * MM, 210 * MM)
MARGIN = 20 * MM

# Type sizes in points, smallest to largest.
TINY, SMALL, BODY, LEAD, HEADING, TITLE, DISPLAY = 6.5, 8.0, 9.5, 11.0, 15.0, 22.0, 34.0
LEADING = 1.42

INK: Colour = (0.09, 0.11, 0.14)
MUTED: Colour = (0.36, 0.39, 0.43)
FAINT: Colour = (0.62, 0.65, 0.69)
RULE: Colour = (0.84, 0.86, 0.88)
WASH: Colour = (0.955, 0.962, 0.968)
WHITE: Colour = (1.0, 1.0, 1.0)

_READABLE = 4.5  # WCAG 2.2, contrast of body text (1.4.3)


@dataclass(frozen=True, slots=True)
class Identity:
    """Whose document it is: the organisation's name, its colour as "#rrggbb", perhaps a logo (PNG or JPEG)."""

    organisation: str
    colour: str = "#0b5563"
    logo: Path | bytes | None = None


def accent(identity: Identity) -> Colour:
    """The organisation's colour, darkened just enough to be read as text on white paper."""
    colour = _from_hex(identity.colour)
    while contrast(colour, WHITE) < _READABLE:
        colour = mix(colour, (0.0, 0.0, 0.0), 0.06)
    return colour


def mix(colour: Colour, other: Colour, share: float) -> Colour:
    """A colour moved towards another by a share from 0 to 1."""
    red, green, blue = (a + (b - a) * share for a, b in zip(colour, other, strict=True))
    return red, green, blue


def contrast(one: Colour, other: Colour) -> float:
    """The contrast ratio of two colours, 1 to 21 (WCAG 2.2)."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: Colour) -> float:
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _from_hex(text: str) -> Colour:
    digits = text.strip().removeprefix("#")
    try:
        red, green, blue = bytes.fromhex(digits)
    except ValueError:
        raise SlaError(f"“{text}” is not a colour: write it as # and six digits, such as #0b5563.") from None
    return red / 255, green / 255, blue / 255
