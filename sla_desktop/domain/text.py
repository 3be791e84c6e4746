"""Text as typed, and the keys that make it findable."""

import unicodedata

_LOOKALIKES = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ß": "ss", "ŋ": "n"}
)
_DROPPED = {"'", "’", "‘", "ʼ", "`", "´", "ʻ", "."}
_SPACE_LIKE = {"\u200b", "\ufeff", "\u00a0"}


def clean(value: str) -> str:
    """The text as typed, in NFC, without what a database cannot hold or nobody can see.

    NUL, lone surrogates and zero-width junk go; runs of white space inside a line become one space;
    case is never touched.
    """
    kept = "".join(
        " " if ch in _SPACE_LIKE else ch for ch in value if ch != "\x00" and not 0xD800 <= ord(ch) <= 0xDFFF
    )
    lines = (" ".join(line.split()) for line in unicodedata.normalize("NFC", kept).splitlines())
    return "\n".join(lines).strip()


def fold(value: str) -> str:
    """A search key: case, accents, apostrophes and hyphens no longer matter ("Ní Bhriain" -> "ni bhriain")."""
    lowered = unicodedata.normalize("NFKD", value).casefold().translate(_LOOKALIKES)
    kept = []
    for ch in lowered:
        if unicodedata.combining(ch) or ch in _DROPPED:
            continue
        kept.append(ch if ch.isalnum() or ch in "@_" else " ")
    return " ".join("".join(kept).split())


def tokens(value: str) -> tuple[str, ...]:
    """The folded words of a text."""
    return tuple(fold(value).split())
