"""Keys at the door: arrows in the search box move the highlight, letters typed anywhere land in the box."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLineEdit

_MOVES = {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}


class DoorKeys(QObject):
    """An event filter over the search box and the lists beside it."""

    def __init__(self, box: QLineEdit, results: QAbstractItemView, others: tuple[QAbstractItemView, ...]) -> None:
        super().__init__(box)
        self._box, self._results = box, results
        for watched in (box, results, *others):
            watched.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent):
            return False
        if watched is self._box:
            return self._in_box(event)
        return event.type() == QEvent.Type.KeyPress and self.take(event)

    def take(self, event: QKeyEvent) -> bool:
        """Give a letter or digit that was typed elsewhere to the box; whether it was one."""
        if not (self._box.isVisible() and self._box.isEnabled()):
            return False  # it would hand the key back to who asks here
        typed = event.text().isprintable() and event.text().strip()
        if typed and not event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier:
            self._box.setFocus()
            QApplication.sendEvent(self._box, event)
            return True
        return False

    def _in_box(self, event: QKeyEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and event.matches(QKeySequence.StandardKey.Undo):
            event.ignore()
            return not self._box.text()
        if event.type() == QEvent.Type.KeyPress and event.key() in _MOVES:
            QApplication.sendEvent(self._results, event)
            return True
        if event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Escape:
            self._box.clear()
            return True
        return False
