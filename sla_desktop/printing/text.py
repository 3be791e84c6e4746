"""Measuring, wrapping and fitting text; nothing here ever drops a letter."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from sla_desktop.printing import fonts, shaping

_STEP = 0.96  # how much smaller the next try is
_LEADING = 1.15
_KEEPS_WHOLE = 0.8
_HYPHENS = re.compile(r"(?<=[-/@])")


@dataclass(frozen=True, slots=True)
class Fitted:
    """Lines of one size that fit their place; size in points."""

    lines: tuple[str, ...]
    size: float


def width(text: str, size: float, weight: str = fonts.REGULAR, tabular: bool = False) -> float:
    """The width of a line in points."""
    return shaping.width(text, weight, tabular) * size / 1000


def wrap(text: str, room: float, size: float, weight: str = fonts.REGULAR) -> tuple[str, ...]:
    """The text in lines no wider than `room` points; a word that is too long alone is broken, never cut."""
    whole = fonts.visible(text)
    if whole and width(whole, size, weight) <= room:
        return (whole,)
    lines: list[str] = []
    line = ""
    for word in whole.split():
        for piece in _breakable(word, room, size, weight):
            longer = f"{line} {piece}" if line else piece
            if line and width(longer, size, weight) > room:
                lines.append(line)
                line = piece
            else:
                line = longer
    return (*lines, line) if line else tuple(lines)


def size_for(text: str, room: float, largest: float, weight: str = fonts.REGULAR) -> float:
    """The size, `largest` or less, at which the text is one line in `room` points."""
    return min(largest, largest * room / max(width(text, largest, weight), 0.001))


@lru_cache(maxsize=4096)
def readable(text: str, room: float, sizes: tuple[float, float], weight: str) -> Fitted:
    """One line at the larger size, or else as many as it takes at the smaller: no less, however long the text is."""
    large, small = sizes
    if width(text, large, weight) <= room:
        return Fitted(wrap(text, room, large, weight), large)
    return Fitted(balanced(text, room, small, weight), small)


@lru_cache(maxsize=4096)
def fit_line(text: str, room: float, sizes: tuple[float, float], weight: str) -> Fitted:
    """One line at the largest size up to sizes[0] that fits; below sizes[1] two lines, or more if it must be."""
    largest, smallest = sizes
    size = size_for(text, room, largest, weight)
    if size >= smallest:
        return Fitted((fonts.visible(text),), size)
    words = fonts.visible(text).split()
    halves = [(" ".join(words[:at]), " ".join(words[at:])) for at in range(1, len(words))]
    if halves:
        best = min(halves, key=lambda both: max(width(half, 1, weight) for half in both))
        size = min(size_for(half, room, largest, weight) for half in best)
        if size >= 0.75 * smallest:
            return Fitted(best, size)
    return fit_lines(text, (room, 2 * largest * _LEADING), (largest, 0.6 * smallest), weight)


def unbroken_size(text: str, room: float, size: float, weight: str) -> float:
    """The size, `size` or less, at which no word has to be broken but after its hyphens."""
    units = (unit for word in fonts.visible(text).split() for unit in _HYPHENS.split(word))
    return min((size_for(unit, room, size, weight) for unit in units), default=size)


def balanced(text: str, room: float, size: float, weight: str = fonts.REGULAR) -> tuple[str, ...]:
    """The text in no more lines than it needs, but lines of about the same length; for titles."""
    lines = wrap(text, room, size, weight)
    narrow, wide = room / max(len(lines), 1), room
    while len(lines) > 1 and wide - narrow > room / 24:
        middle = (narrow + wide) / 2
        again = wrap(text, middle, size, weight)
        if len(again) == len(lines) and " ".join(again) == " ".join(lines):
            lines, wide = again, middle
        else:
            narrow = middle
    return lines


def depth(text: str, size: float, weight: str = fonts.REGULAR) -> float:
    """How far a line reaches below its base line, in points."""
    return _depth(text, weight) * size


@lru_cache(maxsize=4096)
def _depth(text: str, weight: str) -> float:
    """The same in ems."""
    found = 0.0
    for run in shaping.shape(text, weight).runs:
        for glyph in run.glyphs:
            found = max(found, _glyph_depth(run.face, glyph.number) - glyph.dy / 1000)
    return found


@cache
def _glyph_depth(face: fonts.Face, glyph: int) -> float:
    extents = face.font.get_glyph_extents(glyph)
    return -(extents.y_bearing + extents.height) / face.font.face.upem if extents else 0.0


@lru_cache(maxsize=4096)
def fit_lines(text: str, box: tuple[float, float], sizes: tuple[float, float], weight: str) -> Fitted:
    """The text wrapped in a box (width, height in points) at the largest size that fits.

    Where even the smallest size does not fit, the size goes on shrinking: whole before pretty. A word that a little
    less would keep whole is kept whole.
    """
    room, height = box
    size = sizes[0]
    smallest = max(_KEEPS_WHOLE * sizes[1], unbroken_size(text, room, sizes[1], weight))
    while True:
        lines = wrap(text, room, size, weight)
        inside = len(lines) * size * _LEADING <= height and all(width(line, size, weight) <= room for line in lines)
        if inside and (size <= smallest or _unbroken(text, lines)):
            return Fitted(balanced(text, room, size, weight), size)
        size *= _STEP


def _unbroken(text: str, lines: tuple[str, ...]) -> bool:
    return " ".join(lines) == " ".join(fonts.visible(text).split())


def _breakable(word: str, room: float, size: float, weight: str) -> list[str]:
    """The word, or its parts where it alone is wider than the room: after hyphens if that helps, else anywhere."""
    if width(word, size, weight) <= room:
        return [word]
    units: list[str] = []
    for part in _HYPHENS.split(word):
        units += [part] if width(part, size, weight) <= room else fonts.clusters(part)
    parts = [units[0]]
    for unit in units[1:]:
        if width(parts[-1] + unit, size, weight) <= room:
            parts[-1] += unit
        else:
            parts.append(unit)
    return parts
