"""Codes on cards that nobody is linked to: six letters and one that tells a mistyped code at once.

The letters are seventeen that are not confused in print, by hand or by ear, and that make no words. Seventeen is a
prime, so that the last letter tells every single wrong letter and any two that changed places.
"""

import re
import secrets

LETTERS = "CDFGHJKMNPQRTVWXY"
_LENGTH = 6
_CODE = re.compile(rf"[{LETTERS}]{{{_LENGTH + 1}}}")


def make(count: int) -> list[str]:
    """So many different random codes."""
    made: dict[str, None] = {}
    while len(made) < count:
        letters = "".join(secrets.choice(LETTERS) for _ in range(_LENGTH))
        made[letters + _check(letters)] = None
    return list(made)


def read(text: str) -> str | None:
    """A code as it is kept, however it was typed; None for what is on no card."""
    told = re.sub(r"[\s\-–.]", "", text).upper()
    return told if _CODE.fullmatch(told) and told[-1] == _check(told[:-1]) else None


def shown(code: str) -> str:
    """A code as it is printed: "CDF-GHJK"."""
    return f"{code[:3]}-{code[3:]}"


def _check(letters: str) -> str:
    total = sum(weight * LETTERS.index(letter) for weight, letter in enumerate(letters, start=1))
    return LETTERS[total % len(LETTERS)]
