"""PDF operators as text: numbers, colours, and glyphs in their places."""

from collections.abc import Callable, Iterator
from functools import lru_cache

from sla_desktop.printing.shaping import Glyph, Run
from sla_desktop.printing.style import Colour

Code = Callable[[Glyph], str]


def letters(run: Run, code: Code, size: float) -> str:
    """Text operators that put every letter where the shaper wants it (PDF 32000-1, 9.4.3)."""
    parts: list[str] = []
    array: list[str] = []
    pen = target = rise = 0.0
    for glyph in run.glyphs:
        _, source, advance, dx, dy, width = glyph
        if not source and not advance:
            continue
        if dy != rise:
            parts += [*_shown(array), f"{number(dy * size / 1000)} Ts"]
            array, rise = [], dy
        if back := round(pen - target - dx):
            array.append(str(back))
        array.append(f"<{code(glyph)}>")
        pen = target + dx + width
        target += advance
    return " ".join([*parts, *_shown([*array, *_shift(pen - target)]), *(["0 Ts"] if rise else [])])


def marks(run: Run, code: Code, size: float, x: float, y: float) -> list[str]:
    """Text operators for the marks of a run that starts at (x, y) from the bottom left.

    They come after all letters of a line: readers take what is raised or set back for the start of a new one.
    """
    found = []
    pen = 0.0
    for glyph in run.glyphs:
        if glyph.is_mark:
            place = f"{number(x + (pen + glyph.dx) * size / 1000)} {number(y + glyph.dy * size / 1000)}"
            found.append(f"1 0 0 1 {place} Tm <{code(glyph)}> Tj")
        pen += glyph.advance
    return found


def _shift(back: float) -> list[str]:
    """What moves the pen back in an array, by thousandths of an em."""
    return [str(round(back))] if round(back) else []


def _shown(array: list[str]) -> Iterator[str]:
    if array:
        yield f"[{''.join(array).replace('><', '')}] TJ"


@lru_cache(maxsize=65536)
def number(value: float) -> str:
    """A number as PDF writes it: two decimals are a 7,200th of an inch."""
    return f"{value:.2f}".rstrip("0").rstrip(".") if value else "0"


def text_string(said: str) -> str:
    """A text as PDF writes it outside of pages: plain where it can be, else UTF-16."""
    if said.isascii() and said.isprintable():
        escaped = said.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
        return f"({escaped})"
    return f"<FEFF{said.encode('utf-16-be').hex().upper()}>"


def rgb(colour: Colour) -> str:
    """The three parts of a colour."""
    return " ".join(number(part) for part in colour)


def painted(outline: str, fill: Colour | None, stroke: Colour | None, thickness: float) -> str:
    """An outline filled, stroked, or both."""
    setting = [f"{rgb(fill)} rg"] if fill else []
    setting += [f"{rgb(stroke)} RG {number(thickness)} w [] 0 d"] if stroke else []
    ending = ("B" if stroke else "f") if fill else ("S" if stroke else "n")
    return " ".join([*setting, outline, ending])
