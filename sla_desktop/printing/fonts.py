"""The faces in resources/fonts: which one has a character, and the refusal when none has."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from sla_desktop import assets
from sla_desktop.domain.errors import SlaError
from sla_desktop.domain.text import clean, counted

REGULAR, SEMIBOLD, BOLD, DISPLAY = "Regular", "SemiBold", "Bold", "Display"

_INTER = {DISPLAY: "InterDisplay-SemiBold"}
# Noto Sans comes last: it has some Devanagari of its own, and the script's own face is the better one.
_SCRIPTS = (
    *("Arabic", "Hebrew", "Devanagari", "Bengali", "Tamil", "Gujarati", "Gurmukhi", "Thai", "Ethiopic"),
    "",
)
_JOINERS = {"\u200c", "\u200d"}
_SIMPLE = re.compile("[\0-\u02ff\u1e00-\u1eff]*")
_IDEOGRAPHS = re.compile("[\u3005\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]+")
_NAMED_AT_MOST = 5
_WAY_OUT = (
    "On the People page, open the person and write the name in letters that print, or put a TrueType font that has "
    "them (.ttf) into the folder {folder} and start the program again."
)


@dataclass(frozen=True, eq=False)
class Face:
    """One font file, opened for shaping once (`face`); `covered` holds the code points it can draw."""

    name: str
    data: bytes = field(repr=False)
    font: Any = field(repr=False)
    covered: frozenset[int] = field(repr=False)

    def draws(self, cluster: str) -> bool:
        """Whether every visible character of a cluster is in this face."""
        return all(ord(ch) in self.covered or is_joiner(ch) for ch in cluster)


@cache
def face(name: str) -> Face:
    """The face in the file fonts/`name`.ttf, ours or one that was added."""
    import uharfbuzz

    added = _added().get(name)
    data = (added or assets.path(f"fonts/{name}.ttf")).read_bytes()
    opened = uharfbuzz.Face(data)
    return Face(name, data, uharfbuzz.Font(opened), frozenset(opened.unicodes))


@cache
def stack(weight: str) -> tuple[str, ...]:
    """The names of the faces to try for a weight, best first."""
    noto = REGULAR if weight == REGULAR else SEMIBOLD
    ours = (_INTER.get(weight, f"Inter-{weight}"), *(f"NotoSans{script}-{noto}" for script in _SCRIPTS))
    return (*ours, *_added())


def folder() -> Path:
    """Where somebody may put faces of their own."""
    from platformdirs import user_data_path

    return user_data_path("sla-desktop", appauthor=False) / "fonts"


@cache
def _added() -> dict[str, Path]:
    """Faces that somebody put beside the data, such as those of Chinese, by name; only those that can be embedded."""
    import uharfbuzz

    found = {}
    for path in sorted(folder().glob("*.ttf")):
        try:
            tags = uharfbuzz.Face(path.read_bytes()).table_tags
        except OSError:
            continue
        if {"glyf", "cmap", "hmtx"} <= set(tags) and path.stem.isascii():
            found[path.stem.replace(" ", "-")] = path
    return found


@cache
def face_for(cluster: str, weight: str) -> Face | None:
    """The first face that has every character of a cluster, or None."""
    return next((found for name in stack(weight) if (found := face(name)).draws(cluster)), None)


def clusters(text: str) -> list[str]:
    """The text cut into letters with the marks and joiners that belong to them."""
    if is_simple(text):
        return list(text)
    found: list[str] = []
    for ch in text:
        if found and (unicodedata.category(ch).startswith("M") or is_joiner(ch)):
            found[-1] += ch
        else:
            found.append(ch)
    return found


def is_simple(text: str) -> bool:
    """Whether every character is a letter by itself, written from left to right, as in most European names."""
    return _SIMPLE.fullmatch(text) is not None


def is_joiner(ch: str) -> bool:
    """Whether a character only tells its neighbours how to join, and has no picture of its own."""
    return ch in _JOINERS or "\ufe00" <= ch <= "\ufe0f"


@lru_cache(maxsize=16384)
def visible(text: str) -> str:
    """The text as it is drawn: cleaned, in one line, without direction marks and other controls."""
    line = clean(text).replace("\n", " ")
    if line.isprintable():  # no controls among it
        return line
    return "".join(ch for ch in line if is_joiner(ch) or unicodedata.category(ch) not in ("Cc", "Cf"))


@lru_cache(maxsize=16384)
def missing(text: str) -> tuple[str, ...]:
    """The characters of a text that no face can draw (or not together with their marks), each once, in order."""
    text = visible(text)
    if face(stack(REGULAR)[0]).covered.issuperset(map(ord, text)):
        return ()
    bad = (part for part in clusters(text) if face_for(part, REGULAR) is None)
    return tuple(dict.fromkeys(said for part in bad for said in _alone_missing(part) or [part]))


def check_names(names: Iterable[tuple[str, str]]) -> None:
    """Refuse what cannot be printed: pairs of a person's label and a text, most often the name itself.

    Raises SlaError naming up to five people with the characters that no face has, and the way out.
    """
    bad: dict[str, list[str]] = {}
    for label, text in names:
        for ch in missing(text):
            bad.setdefault(label, []).append(ch)
    if not bad:
        return
    told = [f"{label} ({', '.join(dict.fromkeys(map(_shown, chars)))})" for label, chars in bad.items()]
    rest = len(told) - _NAMED_AT_MOST
    listed = "; ".join(told[:_NAMED_AT_MOST]) + (f"; and {rest} more" if rest > 0 else "")
    way_out = _WAY_OUT.format(folder=folder())
    raise SlaError(f"Nothing was printed, because some letters are in none of the fonts: {listed}. {way_out}")


def spelt_out(text: str) -> str:
    """The text with every character that no face has replaced by its name in brackets; ideographs by how many."""
    text = visible(text)
    if missing(text):
        text = _IDEOGRAPHS.sub(lambda run: f"[{counted(len(run[0]), 'Chinese character')}]", text)
    while bad := missing(text):
        names = " with ".join(unicodedata.name(ch, _code(ch)).lower() for ch in bad[0])
        text = text.replace(bad[0], f"[{names}]")
    return text


def _alone_missing(cluster: str) -> list[str]:
    return [ch for ch in cluster if face_for(ch, REGULAR) is None]


def _shown(bad: str) -> str:
    """A letter as itself; a mark sits on the circle that stands for any letter."""
    if not bad.isprintable():
        return "a sign that cannot be shown"
    return f"\u25cc{bad}" if unicodedata.category(bad[0]).startswith("M") else bad


def _code(ch: str) -> str:
    return f"U+{ord(ch):04X}"
