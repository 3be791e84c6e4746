"""Where somebody goes in each round: the back of a badge, and a card of its own; one size of type for a whole run."""

from collections.abc import Sequence
from functools import lru_cache

from sla_desktop.domain.errors import SlaError
from sla_desktop.printing import text
from sla_desktop.printing.badge_face import Badge, Look
from sla_desktop.printing.drawing import Document
from sla_desktop.printing.fonts import REGULAR, SEMIBOLD
from sla_desktop.printing.labels import Stock
from sla_desktop.printing.style import INK, MM, Colour

_ASIDE, _ABOVE = 6 * MM, 4 * MM  # backs lie up to 2 mm beside their fronts
_INSET_CUT = 9 * MM  # plain paper is cut by hand, and printers reach no nearer to its edge
_LARGEST, _SMALLEST = 20.0, 4.5  # points
_STEP = 0.97
_NAME = 1.4  # the name's size beside that of the rounds
_LEADING, _AFTER_NAME, _BETWEEN, _FURTHEST = 1.2, 0.8, 0.4, 1.3  # in sizes of the rounds
_EXCEPTIONS = 0.05


def common_size(badges: Sequence[Badge], stock: Stock) -> float:
    """The largest size at which all but one in twenty have room; who has not is set smaller.

    Raises SlaError where somebody has no room for letters that can be read.
    """
    sizes = sorted(_size(badge.name, badge.lines, stock) for badge in badges)
    return sizes[round(_EXCEPTIONS * (len(sizes) - 1))]


def smaller(badges: Sequence[Badge], stock: Stock) -> list[str]:
    """The names of those who are set smaller than the others, or whose name is."""
    size, (*_, wide, _) = common_size(badges, stock), _room(stock)
    return [
        badge.name
        for badge in badges
        if _size(badge.name, badge.lines, stock) < size or _name(badge.name, wide, size).size < _NAME * size
    ]


def draw_rounds(document: Document, badge: Badge, stock: Stock, x: float, y: float, look: Look) -> None:
    """The name and the rounds on the label whose top left corner is (x, y), at the common size if there is room."""
    size = min(look.rounds, _size(badge.name, badge.lines, stock))
    inset, above, wide, high = _room(stock)
    spare = high - _height(badge.name, badge.lines, wide, size)
    between = min(_BETWEEN * size + spare / max(len(badge.lines), 1), _FURTHEST * size)
    left, top = x + inset, y + above
    with document.tagged("Sect"):
        top = _draw(document, badge.name, _name(badge.name, wide, size), (left, top), look.accent)
        top += _AFTER_NAME * size
        for line in badge.lines:
            top = _draw(document, line, _line(line, wide, size), (left, top), INK) + between


@lru_cache(maxsize=4096)
def _size(name: str, lines: tuple[str, ...], stock: Stock) -> float:
    """The largest size at which a card has room for all that it says."""
    *_, wide, high = _room(stock)
    size = _LARGEST
    while size >= _SMALLEST:
        if _height(name, lines, wide, size) <= high:
            return size
        size *= _STEP
    raise SlaError(f"The rounds of {name} do not fit on {stock.name}: choose a larger label.")


def _room(stock: Stock) -> tuple[float, float, float, float]:
    """How far the text keeps from the sides and the top, and the width and height that remain."""
    aside, above = (_INSET_CUT, _INSET_CUT) if stock.cut else (_ASIDE, _ABOVE)
    return aside, above, stock.width * MM - 2 * aside, stock.height * MM - 2 * above


def _height(name: str, lines: tuple[str, ...], wide: float, size: float) -> float:
    deep = _deep(_name(name, wide, size)) + sum(_deep(_line(line, wide, size)) for line in lines)
    return deep + (_AFTER_NAME + _BETWEEN * max(len(lines) - 1, 0)) * size


def _deep(fitted: text.Fitted) -> float:
    return len(fitted.lines) * fitted.size * _LEADING


def _name(name: str, wide: float, size: float) -> text.Fitted:
    """The name in lines; a word of it is broken only where it would be smaller than the rounds."""
    large = max(text.unbroken_size(name, wide, _NAME * size, SEMIBOLD), size)
    return text.readable(name, wide, (large, large), SEMIBOLD)


def _line(line: str, wide: float, size: float) -> text.Fitted:
    return text.readable(line, wide, (size, size), REGULAR)


def _draw(document: Document, said: str, fitted: text.Fitted, corner: tuple[float, float], colour: Colour) -> float:
    """Draw a text from the top of its place down; gives where it ends."""
    left, top = corner
    name = colour != INK
    with document.tagged("P"):
        document.lines(
            left, top + 0.95 * fitted.size, fitted.lines, said=said, size=fitted.size,
            leading=fitted.size * _LEADING, weight=SEMIBOLD if name else REGULAR, colour=colour, exact=name,
        )  # fmt: skip
    return top + _deep(fitted)
