"""What time it is: the laptop's own clock, or the one of a day that is played."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, datetime

_PLAYED: ContextVar[datetime | None] = ContextVar("played", default=None)


def now() -> datetime:
    """This moment, in UTC."""
    return _PLAYED.get() or datetime.now(UTC)


@contextmanager
def played(moment: datetime) -> Iterator[None]:
    """Whatever is noted within happens at that moment of a laptop's clock."""
    token = _PLAYED.set(moment)
    try:
        yield
    finally:
        _PLAYED.reset(token)
