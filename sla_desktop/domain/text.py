"""Text as typed, and the keys that make it findable."""

import unicodedata
from collections.abc import Sequence

_LOOKALIKES = {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ß": "ss", "ŋ": "n"}
_FEW = 3
_DROPPED = set("'’‘ʼ`´ʻ.")
_INITIALS = 3
# Joiners (U+200C, U+200D) stay: Persian, Hindi and emoji are spelt with them.
_JOINERS = {"\u200c", "\u200d"}
_KEPT_CONTROLS = {"\n", "\r", "\t", "\v", "\f", "\x85"}


def clean(value: str) -> str:
    """The text as typed, in NFC, without what a database cannot hold or nobody can see.

    Control characters, lone surrogates, code points that are no character (U+FFFF), marks that turn the writing
    direction and zero-width junk go; runs of white space inside a line become one space; case is never touched.
    """
    kept = unicodedata.normalize("NFC", value.translate(_SEEN))
    lines = (" ".join(line.split()) for line in kept.splitlines())
    return "\n".join(lines).strip()


def clean_line(value: str) -> str:
    """The same on one line, for names."""
    return " ".join(clean(value).split())


class _Seen(dict[int, int | None]):
    """What is kept of each character as typed, worked out when it is first met."""

    def __missing__(self, point: int) -> int | None:
        character = chr(point)
        kept = character in _KEPT_CONTROLS | _JOINERS or unicodedata.category(character) not in ("Cc", "Cf", "Cs")
        self[point] = point if kept and not _is_no_character(point) else None
        return self[point]


def _is_no_character(point: int) -> bool:
    """Whether Unicode keeps a code point out of texts for ever; XML cannot hold some of them."""
    return point & 0xFFFE == 0xFFFE or 0xFDD0 <= point <= 0xFDEF


_SEEN = _Seen()


class _Folding(dict[int, str]):
    """What becomes of each character in a search key, worked out when it is first met."""

    def __missing__(self, point: int) -> str:
        character = chr(point)
        if unicodedata.combining(character) or character in _DROPPED:
            told = ""
        else:
            told = _LOOKALIKES.get(character, character if character.isalnum() or character in "@_" else " ")
        self[point] = told
        return told


_FOLDING = _Folding()


def fold(value: str) -> str:
    """A search key: case, accents, apostrophes and hyphens no longer matter ("Ní Bhriain" -> "ni bhriain").

    Pictures are dropped too, but where there is nothing else: a name may be an emoji.
    """
    folded = " ".join(unicodedata.normalize("NFKD", value).casefold().translate(_FOLDING).split())
    return folded or "".join(ch for ch in value if unicodedata.category(ch) == "So")


def tokens(value: str) -> tuple[str, ...]:
    """The folded words of a text."""
    return tuple(fold(value).split())


def has_one_case(name: str) -> bool:
    """Whether a name of more than initials, in letters that have both, is in capitals only or small letters only."""
    letters = [sign for sign in name if sign.isalpha()]
    both = len(letters) > _INITIALS and all(sign.lower() != sign.upper() for sign in letters)
    return both and (name.isupper() or name.islower())


def counted(number: int, noun: str, many: str = "") -> str:
    """A number with its noun, "1 record" or "2 records"; `many` where the plural has no simple s."""
    return f"{number} {noun}" if number == 1 else f"{number} {many or noun + 's'}"


def joined(parts: Sequence[str]) -> str:
    """A list in words, "a", "a and b" or "a, b and c"."""
    return " and ".join(filter(None, (", ".join(parts[:-1]), *parts[-1:])))


def in_full(name: str, organisation: str) -> str:
    """A name with the organisation that tells it from another one, where there is one."""
    return f"{name} ({organisation})" if organisation else name


def first_few(names: Sequence[str]) -> str:
    """A list in words that stays short, "a, b, c and 94 more"."""
    left = len(names) - _FEW
    return joined(names if left <= 1 else [*names[:_FEW], f"{left} more"])
