"""The one kind of error that people are meant to read, and telling of bugs without telling of people."""

import traceback


class SlaError(Exception):
    """Something in the world went wrong; the message is one plain sentence saying what, where and what to do.

    A bug is never an SlaError: bugs stay loud.
    """


class Locked(SlaError):
    """Something is protected, and the passphrase is missing or does not fit."""


class NoAddress(SlaError):
    """What was typed as an e-mail address is none."""


class OtherTeam(SlaError):
    """The other side belongs to another team, and nobody said that the two are to be one."""


class Emptied(SlaError):
    """A share that this laptop knows is empty or open now: another stick, perhaps, or none."""


def trace_of(error: BaseException) -> str:
    """Where a bug happened and what kind it is, for standard error.

    The exception's own words stay out: they may quote a name, an address or an answer.
    """
    lines = []
    for one in _chain(error):
        frames = "".join(traceback.format_tb(one.__traceback__))
        lines.append(f"{frames}{type(one).__qualname__} (its words are left out: they may be about people)")
    return "\n".join(reversed(lines)) + "\n"


def _chain(error: BaseException) -> list[BaseException]:
    """The error, and those that it came of."""
    found: list[BaseException] = []
    following: BaseException | None = error
    while following is not None and following not in found:
        found.append(following)
        following = following.__cause__ or following.__context__
    return found
