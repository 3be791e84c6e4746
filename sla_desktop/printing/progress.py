"""What all prints share: how far they have come (the callback may raise to stop them), and what is refused."""

import gc
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TypeVar

from sla_desktop.domain.errors import SlaError

Progress = Callable[[int, int], None]
Early = Callable[[bytes], None]  # takes the first pages as a PDF of their own, while the rest is made
Item = TypeVar("Item")


def counted(items: Sequence[Item], progress: Progress | None) -> Iterator[Item]:
    """The items one by one; after each, `progress` hears how many are done and how many there are."""
    for done, item in enumerate(items, start=1):
        yield item
        if progress:
            progress(done, len(items))


@contextmanager
def uncollected() -> Iterator[None]:
    """What is drawn inside stays until the file is written, so looking for rubbish among it would only cost time."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def require_some(items: Sequence[object], what: str) -> None:
    """Refuse an empty print: raises SlaError."""
    if not items:
        raise SlaError(f"There are no {what} to print: choose at least one person.")
