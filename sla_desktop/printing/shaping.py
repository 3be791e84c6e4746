"""Text into placed glyphs: font fallback, joining, kerning and direction, for one line at a time."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import chain, groupby, pairwise
from typing import Any, NamedTuple

from sla_desktop.printing import bidi, fonts
from sla_desktop.printing.fonts import Face

# Decorative and contextual forms would change what a person wrote: an arrow for "->", × for the x of "2x4".
_INTER_FEATURES = {"kern": True, "liga": True, "dlig": False, "calt": False}
_SCRIPT_FEATURES = {"dlig": False}
_TABULAR = {"tnum": True}
# Inter kerns a space with nothing but a comma or a full stop before it, so words can be shaped one by one.
_WORDS = re.compile(" +|[^ ]*[,.] +|[^ ]+")


class Glyph(NamedTuple):
    """One glyph; advance, offsets and its own width in thousandths of an em.

    `text` is the piece of the source it stands for; a mark has none, as its letter stands for both.
    """

    number: int
    text: str
    advance: float
    dx: float
    dy: float
    width: float

    @property
    def is_mark(self) -> bool:
        """Whether it is drawn over a letter that stands for it."""
        return not self.text and not self.advance


@dataclass(frozen=True, slots=True)
class Run:
    """Glyphs of one face, from left to right on paper."""

    face: Face
    glyphs: tuple[Glyph, ...]

    @property
    def width(self) -> float:
        """The width in thousandths of an em."""
        return sum(glyph.advance for glyph in self.glyphs)


@dataclass(frozen=True, slots=True)
class Line:
    """A shaped line: the text as drawn, its runs from left to right, its width in thousandths of an em.

    It is plain when its glyphs, one after the other, say the text as it was given.
    """

    text: str
    runs: tuple[Run, ...]
    width: float
    is_plain: bool

    def wide(self, size: float) -> float:
        """The width at a type size, in the unit of the size."""
        return self.width * size / 1000


@lru_cache(maxsize=16384)
def shape(text: str, weight: str = fonts.REGULAR, tabular: bool = False) -> Line:
    """One line of text, ready to be drawn or measured; raises SlaError for a character that no face has."""
    drawn = fonts.visible(text)
    fonts.check_names([(drawn, drawn)])
    pieces = _pieces(drawn, weight)
    shaped = [Run(face, _glyphs(piece, face, level, tabular)) for piece, face, level in pieces]
    order = bidi.visual_order([level for _, _, level in pieces])
    runs = tuple(shaped[at] for at in order)
    glyphs = [glyph for run in runs for glyph in run.glyphs]
    is_plain = all(glyph.text for glyph in glyphs) and "".join(glyph.text for glyph in glyphs) == drawn
    return Line(drawn, runs, sum(run.width for run in runs), is_plain)


@lru_cache(maxsize=16384)
def width(text: str, weight: str = fonts.REGULAR, tabular: bool = False) -> float:
    """The width of a line in thousandths of an em, as `shape` gives it; words of our Latin face are measured once."""
    drawn, usual = fonts.visible(text), fonts.face(fonts.stack(weight)[0])
    if fonts.is_simple(drawn) and usual.covered.issuperset(map(ord, drawn)):
        return sum(_wide(word, usual, tabular) for word in _WORDS.findall(drawn))
    return shape(text, weight, tabular).width


@lru_cache(maxsize=16384)
def _wide(word: str, face: Face, tabular: bool) -> float:
    return sum(glyph.advance for glyph in _shaped(word, face, 0, tabular))


def _pieces(text: str, weight: str) -> list[tuple[str, Face, int]]:
    """The text cut where the face or the direction changes, in reading order."""
    usual = fonts.face(fonts.stack(weight)[0])
    if fonts.is_simple(text) and usual.covered.issuperset(map(ord, text)):
        return [(text, usual, 0)] if text else []
    levels = bidi.levels(text)
    marked: list[tuple[str, Face, int]] = []
    at = 0
    previous: Face | None = None
    for cluster in fonts.clusters(text):
        level = levels[at]
        if level % 2 and previous and not cluster[0].isalpha() and previous.draws(cluster):
            chosen = previous
        else:
            chosen = _face(cluster, weight)
        marked.append((cluster, chosen, level))
        previous = chosen
        at += len(cluster)
    joined = groupby(marked, key=lambda item: item[1:])
    return [("".join(part for part, _, _ in group), face, level) for (face, level), group in joined]


def _face(cluster: str, weight: str) -> Face:
    found = fonts.face_for(cluster, weight)
    if found is None:  # the text was checked in the regular weight, and all weights have the same letters
        raise LookupError(f"no {weight} face has {cluster!r}")
    return found


def _glyphs(text: str, face: Face, level: int, tabular: bool) -> tuple[Glyph, ...]:
    """A piece's glyphs from left to right; words that come again are shaped once."""
    if not face.name.startswith("Inter"):
        return _shaped(text, face, level, tabular)
    words = (_shaped(word, face, level, tabular) for word in _WORDS.findall(text))
    return tuple(chain.from_iterable(words))


@lru_cache(maxsize=16384)
def _shaped(text: str, face: Face, level: int, tabular: bool) -> tuple[Glyph, ...]:
    import uharfbuzz

    buffer = uharfbuzz.Buffer()
    buffer.cluster_level = uharfbuzz.BufferClusterLevel.MONOTONE_CHARACTERS
    buffer.add_str(text)
    buffer.guess_segment_properties()
    buffer.direction = "rtl" if level % 2 else "ltr"
    features = _INTER_FEATURES if face.name.startswith("Inter") else _SCRIPT_FEATURES
    uharfbuzz.shape(face.font, buffer, {**features, **_TABULAR} if tabular else features)
    infos, places = buffer.glyph_infos, buffer.glyph_positions
    sources = _sources(text, [info.cluster for info in infos])
    scale = 1000 / face.font.face.upem
    glyphs = [_glyph(face, *each, scale) for each in zip(infos, places, sources, strict=True)]
    if all(glyph.advance for glyph in glyphs):
        return tuple(glyphs)
    return tuple(_with_marks(glyphs, backwards=level % 2 == 1))


def _with_marks(glyphs: list[Glyph], *, backwards: bool) -> list[Glyph]:
    """The same glyphs from left to right; the text of each mark goes to the letter that it belongs to."""
    step = -1 if backwards else 1
    found: list[Glyph] = []
    letter: int | None = None
    for glyph in glyphs[::step]:
        if letter is not None and not glyph.advance:
            found[letter] = found[letter]._replace(text=found[letter].text + glyph.text)
            found.append(glyph._replace(text=""))
        else:
            letter = len(found)
            found.append(glyph)
    return found[::step]


def _glyph(face: Face, info: Any, place: Any, source: str, scale: float) -> Glyph:
    width = _width(face, info.codepoint) * scale
    return Glyph(
        info.codepoint, source, place.x_advance * scale, place.x_offset * scale, place.y_offset * scale, width
    )


@cache
def _width(face: Face, glyph: int) -> int:
    """A glyph's own width in the face's units."""
    return int(face.font.get_glyph_h_advance(glyph))


def _sources(text: str, starts: list[int]) -> list[str]:
    """For every glyph, the characters it stands for: each cluster's characters are dealt out in reading order.

    `starts` are the glyphs' clusters from left to right; they fall for text written right to left.
    """
    if starts == list(range(len(text))):
        return list(text)
    backwards = len(starts) > 1 and starts[0] > starts[-1]
    order = list(range(len(starts)))
    if backwards:
        order.reverse()
    found = [""] * len(starts)
    edges = [*sorted(set(starts)), len(text)]
    end_of = dict(pairwise(edges))
    for start, group in groupby(order, key=lambda at: starts[at]):
        glyphs = list(group)
        chars = text[start : end_of[start]]
        for nth, glyph in enumerate(glyphs):
            found[glyph] = chars[nth:] if nth == len(glyphs) - 1 else chars[nth : nth + 1]
    return found
