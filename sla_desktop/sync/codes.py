"""Codes that people read out and type: no letter or digit that looks like another."""

import secrets

_ALPHABET = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"


def new_code(groups: int) -> str:
    """A random code in groups of four, such as "K7QM-2XRT"; each group is worth almost 20 bits."""
    return "-".join("".join(secrets.choice(_ALPHABET) for _ in range(4)) for _ in range(groups))


def as_typed(text: str) -> str:
    """A code as it counts: case, spaces and dashes do not matter to who types it."""
    return "".join(letter for letter in text.upper() if letter.isalnum())
