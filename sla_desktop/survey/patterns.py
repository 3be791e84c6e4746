"""Regular expressions of forms."""

import re

# A group with a repetition in it that is itself repeated without a limit.
_ENDLESS = re.compile(r"\((?:[^()\\]|\\.)*(?:[+*]|\{\d+,\})(?:[^()\\]|\\.)*\)(?:[+*]|\{\d+,\})")


def pattern(java: str) -> str:
    """A regular expression of Java as Python reads it: a hyphen after a class of characters stands for itself.

    ValueError for one that repeats what repeats, as (a+)+ does: some answers would keep it busy for ever.
    """
    if _ENDLESS.search(java):
        raise ValueError("repeats what repeats")
    return re.sub(r"(\\[wdsWDS])-(?=[^\]])", r"\1\\-", java)
