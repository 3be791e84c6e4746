"""A line at the top of a page: an error beside its cause, or something done with a way back."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from sla_desktop.gui.shared import icons
from sla_desktop.gui.shared.theme import set_look
from sla_desktop.gui.shared.timers import single_shot

_BRIEF_MS = 12_000
_ICONS = {"good": "circle-check", "warn": "alert-triangle", "bad": "alert-circle", "info": "info-circle"}


class Banner(QFrame):
    """Shows one sentence at a time and stays until it is closed or replaced, or for a while if it is brief."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon, self._words = QLabel(self), QLabel(self)
        self._words.setWordWrap(True)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._button, self._close = QPushButton(self), QPushButton(self)
        self._act: Callable[[], None] = self.hide
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 8, 8, 8)
        layout.setSpacing(10)
        layout.addWidget(self._icon)
        layout.addWidget(self._words, 1)
        for button in (self._button, self._close):
            button.setProperty("look", "quiet")
            layout.addWidget(button)
        self._button.clicked.connect(self._on_button_clicked)
        self._close.setAccessibleName("Close this message")
        self._close.setToolTip("Close this message")
        self._close.setProperty(icons.NAME, "x")
        self._close.clicked.connect(self.hide)
        self._leaving = single_shot(self, _BRIEF_MS, self._leave)
        self.hide()

    @property
    def sentence(self) -> str:
        """What it says now, "" when it is hidden."""
        return "" if self.isHidden() else self._words.text()

    def say(
        self,
        sentence: str,
        tone: str = "good",
        button: str = "",
        act: Callable[[], None] | None = None,
        *,
        brief: bool = False,
    ) -> None:
        """Show a sentence in a tone (good, info, warn, bad), with a button that does something.

        One that is `brief` goes by itself, but not while the mouse or the keyboard is at it.
        """
        self._leaving.stop()
        if brief:
            self._leaving.start()
        self._words.setText(sentence)
        self._button.setText(button)
        self._button.setVisible(bool(button))
        self._act = act or self.hide
        self._icon.setProperty(icons.COLOUR, "accent" if tone == "info" else tone)
        self._icon.setProperty(icons.NAME, _ICONS[tone])
        set_look(self, "tone", tone)
        icons.dress(self)
        self.show()
        announce(self, sentence)

    def fail(self, sentence: str) -> None:
        """Say why something could not be done."""
        self.say(sentence, "bad")

    def _leave(self) -> None:
        if self.underMouse() or self.isAncestorOf(self.window().focusWidget() or self.window()):
            self._leaving.start()
        else:
            self.hide()

    def _on_button_clicked(self) -> None:
        self.hide()
        self._act()


def announce(widget: QWidget, sentence: str) -> None:
    """Let a screen reader say a sentence without moving the focus."""
    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, sentence))
