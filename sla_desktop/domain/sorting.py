"""Where a name stands in a list: by the family name, then the given one, as people look for it."""

from itertools import combinations

from sla_desktop.domain.text import fold

TITLES = set(
    fold(
        "Dr Mr Mrs Ms Miss Mx Prof Professor Rev Revd Reverend Cllr Councillor Sir Dame Lord Lady Baroness Baron "
        "Canon Father Fr Sister Hon Rabbi Imam"
    ).split()
)
_AFTER = set(fold("Jr Jnr Junior Sr Snr Senior II III IV OBE MBE CBE DBE KBE PhD MD BA BSc MA MSc JP").split())
_PARTICLES = set(
    fold(
        "van von der den de del della di da dos das do du la le ten ter zu al el bin ibn bint Ní Nic Mac Ó ap"
    ).split()
)
_EAST_ASIAN = ((0x3040, 0x30FF), (0x3400, 0x9FFF), (0xAC00, 0xD7AF))

Order = tuple[str, str]
"""What a name is sorted by: the family name, then the rest."""


def order_of(full_name: str, family: str = "") -> Order:
    """Titles and letters after a name do not count; “van der” and all of “Davies-Price” belong to the family name.

    `family` counts where it is known and stands in the name. A name in Chinese, Japanese or Korean letters begins
    with the family's, and so does one with a comma.
    """
    before, comma, after = full_name.partition(",")
    if comma and not set(fold(after).split()) <= _AFTER:
        return fold(before), fold(after)
    # What a hyphen joins stays one word, in which a space is left of it.
    words = _bare(list(filter(None, map(fold, full_name.split()))))
    start, end = _found(words, fold(family)) or (_family_start(words, full_name), len(words))
    return " ".join(words[start:end]), " ".join((*words[:start], *words[end:]))


def _bare(words: list[str]) -> list[str]:
    """A name without titles before it and letters after it; one word stays."""
    while len(words) > 1 and words[0] in TITLES:
        words = words[1:]
    while len(words) > 1 and words[-1] in _AFTER:
        words = words[:-1]
    return words


def _found(words: list[str], known: str) -> tuple[int, int] | None:
    """From where to where the words of a family name stand among the others, with or without its hyphens."""
    spans = combinations(range(len(words) + 1), 2) if known else ()
    return next(((start, end) for start, end in spans if " ".join(words[start:end]) == known), None)


def _family_start(words: list[str], full_name: str) -> int:
    """Where the family name begins in a name of which nothing more is known."""
    if any(low <= ord(letter) <= high for letter in full_name for low, high in _EAST_ASIAN):
        return 0
    start = max(0, len(words) - 1)
    while start > 1 and _PARTICLES.issuperset(words[start - 1].split()):
        start -= 1
    return start
