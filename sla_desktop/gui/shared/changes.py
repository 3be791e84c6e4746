"""From a commit in the store, on whatever thread, to one signal on the UI thread."""

from collections.abc import Iterable

from PySide6.QtCore import QObject, Signal


class ChangeRelay(QObject):
    """Give `take` to the store as its commit callback; `changed` carries the nouns that a commit touched."""

    changed = Signal(frozenset)

    def take(self, nouns: Iterable[str]) -> None:
        """Pass a commit on. A queued connection brings it home when the commit was on a worker thread."""
        self.changed.emit(frozenset(nouns))
