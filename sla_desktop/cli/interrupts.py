"""Ctrl+C as a wish to stop in good order, for verbs that can give what they have so far."""

import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Event


@contextmanager
def stop_wished() -> Iterator[Callable[[], bool]]:
    """Tells, when asked, whether Ctrl+C was pressed; a second one ends the verb at once."""
    wished, before = Event(), signal.getsignal(signal.SIGINT)

    def note(*_: object) -> None:
        wished.set()
        signal.signal(signal.SIGINT, before)

    signal.signal(signal.SIGINT, note)
    try:
        yield wished.is_set
    finally:
        signal.signal(signal.SIGINT, before)
