"""Scanners that type: fast keys ending in Enter, wherever the cursor stands in the window, are a scan."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QMetaProperty, QObject, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QWindow
from PySide6.QtWidgets import QApplication, QDialog, QToolTip, QWidget

from sla_desktop.gui.shared.banner import announce
from sla_desktop.gui.shared.prompts import TAKES_CODES

# No hand types four signs, one of them a digit, and Enter with less than 60 ms between any two; slow wireless
# scanners send one in 10 to 50.
LONGEST_GAP_MS, FEWEST_SIGNS = 60, 4
_A_CODE = "That was a code. Close this form first, then scan it again."
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_HELD = (Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_AltGr, Qt.Key.Key_Meta, Qt.Key.Key_CapsLock)


@dataclass
class _Burst:
    """Signs that came fast, and what the widget they went to had in it before the first of them."""

    text: str
    at: int
    widget: QWidget | None
    before: object

    def undo(self) -> None:
        """Put back what the widget had: the signs were none of its business."""
        if self.widget is not None:
            _content(self.widget).write(self.widget, self.before)


class Wedge(QObject):
    """A filter over the events of a window. `wanted` says whether a text can be for the door, `scanned` takes it,
    `ticket` knows tickets for sure.

    Windows beside it (the kiosk, say) get what is typed there, and so does a form that is open, but for tickets: the
    Enter after one would save what nobody meant.
    """

    def __init__(
        self,
        window: QWidget,
        wanted: Callable[[str], bool],
        scanned: Callable[[str], None],
        ticket: Callable[[str], bool],
    ) -> None:
        super().__init__(window)
        self._window, self._wanted, self._scanned, self._ticket = window, wanted, scanned, ticket
        self._burst: _Burst | None = None
        application = QGuiApplication.instance()
        application.focusWindowChanged.connect(self._on_focus_window_changed)  # type: ignore[union-attr]
        self._on_focus_window_changed(QGuiApplication.focusWindow())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter after a burst is swallowed with it; everything else goes its way."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent) or event.key() in _HELD:
            return False
        burst = self._continued(event)
        if event.key() in _ENTER:
            self._burst = None
            taken = self._is_taken if watched is self._window.windowHandle() else self._is_refused
            return burst is not None and taken(burst)
        self._burst = None if event.isAutoRepeat() else self._with(burst, event)
        return False

    def _continued(self, event: QKeyEvent) -> _Burst | None:
        burst = self._burst
        return burst if burst is not None and event.timestamp() - burst.at <= LONGEST_GAP_MS else None

    def _with(self, burst: _Burst | None, event: QKeyEvent) -> _Burst | None:
        sign = event.text() if event.text().isprintable() else ""
        if burst is not None:
            burst.text += sign
            burst.at = event.timestamp()
            return burst
        widget = QApplication.focusWidget()
        if widget is None or not _content(widget).isValid():
            return _Burst(sign, event.timestamp(), None, None)
        return _Burst(sign, event.timestamp(), widget, _content(widget).read(widget))

    def _is_taken(self, burst: _Burst) -> bool:
        if len(burst.text) < FEWEST_SIGNS or not self._wanted(burst.text):
            return False
        burst.undo()
        self._scanned(burst.text)
        return True

    def _is_refused(self, burst: _Burst) -> bool:
        """Whether a burst into a form was a ticket, which is told and leaves no trace there."""
        place = burst.widget or QApplication.focusWidget()
        if place is None or place.property(TAKES_CODES):
            return False
        if len(burst.text) < FEWEST_SIGNS or not self._ticket(burst.text):
            return False
        burst.undo()
        QApplication.beep()
        announce(place, _A_CODE)
        QToolTip.showText(place.mapToGlobal(place.rect().bottomLeft()), _A_CODE, place)
        return True

    def _on_focus_window_changed(self, focused: QWindow | None) -> None:
        windows = [self._window, *(one for one in QApplication.topLevelWidgets() if isinstance(one, QDialog))]
        if focused is not None and any(focused is one.windowHandle() for one in windows):
            focused.installEventFilter(self)


def _content(widget: QWidget) -> QMetaProperty:
    """What people change in a widget: the text of a line, the number of a spin box, the choice of a box."""
    return widget.metaObject().userProperty()
