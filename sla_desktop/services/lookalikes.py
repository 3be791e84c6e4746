"""Telling values apart that look the same on a screen: another apostrophe, another dash, two rooms of one name."""

import unicodedata
from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

_MOST_SIGNS = 2


def told_apart(values: Sequence[Any], shown: Sequence[str]) -> list[str]:
    """What is shown of each value, with what is special about it where two of them look the same."""
    looks = [_look(words) for words in shown]
    return [
        f"{words}, {_special(value, [other for other in values if other != value])}"
        if looks.count(look) > 1
        else words
        for value, words, look in zip(values, shown, looks, strict=True)
    ]


def _look(words: str) -> str:
    """What is left of a text without marks that are easily overlooked."""
    return "".join(ch for ch in unicodedata.normalize("NFKC", words) if ch.isalnum() or unicodedata.combining(ch))


def _special(value: Any, others: Sequence[Any]) -> str:
    if isinstance(value, UUID):
        return f"id …{str(value)[-8:]}"
    if isinstance(value, datetime):
        return f"and {value:%S} seconds"
    text = value if isinstance(value, str) else str(value)
    odd = [sign for sign in dict.fromkeys(text) if any(sign not in str(other) for other in others)]
    names = [unicodedata.name(sign, "a sign without a name").lower() for sign in odd[:_MOST_SIGNS]]
    return f"with {' and '.join(names)}" if names else f"{len(text)} signs long"
