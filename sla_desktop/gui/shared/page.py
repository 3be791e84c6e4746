"""What every page has in common: which nouns it watches, and reloading when one of them changes."""

from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QAbstractButton, QWidget


class Page(QWidget):
    """A page reloads at once when it is visible, and before it next shows when it is not."""

    watches: ClassVar[frozenset[str]] = frozenset()
    can_undo = False

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stale = True

    def refresh(self) -> None:
        """Load everything the page shows; a page that shows nothing has nothing to load."""

    def retire(self) -> None:
        """Hand back what outlives the page, before it is thrown away."""

    def focus_search(self) -> None:
        """Put the cursor where typing finds something; pages with a search box override it."""
        self.setFocus()

    def say(self, sentence: str) -> None:
        """Show the outcome of something that was started here; pages with a banner override it."""

    def take_key(self, event: QKeyEvent) -> bool:
        """Use a key that nothing in the window wanted; pages with a box for all typing override it."""
        return False

    def undo(self) -> None:
        """Take back the last thing done here; pages with `can_undo` override it."""

    def take_changes(self, nouns: frozenset[str]) -> None:
        """Some nouns changed in the store."""
        if not nouns & self.watches:
            return
        self._stale = True
        if self.isVisible():
            self._reload()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the focused button, as in a dialog: a tired hand does not look for the space bar."""
        focused = self.focusWidget()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(focused, QAbstractButton):
            focused.click()
            return
        if self.take_key(event):
            return
        super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._reload()

    def _reload(self) -> None:
        self._stale = False
        self.refresh()
