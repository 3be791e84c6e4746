"""What laptops say differently, one card each; the keyboard goes from card to card and a digit settles one."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from sla_desktop.domain.errors import SlaError
from sla_desktop.gui.shared.layouts import plain_label
from sla_desktop.gui.shared.theme import set_look
from sla_desktop.services.conflicts import Conflict, read_value

# More than these would be a long wall; the next ones move up as these are settled.
MOST_CARDS = 20
Settle = Callable[[Conflict, Any], None]


class DifferenceCard(QFrame):
    """One question with its values: 1, 2 or 3 keeps one, T types another. `settle` may refuse with an SlaError."""

    moved = Signal(int)
    reached = Signal(QWidget)

    def __init__(self, conflict: Conflict, settle: Settle) -> None:
        super().__init__()
        self.conflict, self._settle = conflict, settle
        self.setProperty("look", "question")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(conflict.words)
        self.buttons: list[QPushButton] = []
        self.type_button = QPushButton("Type another…")
        self.edit, self.error_label = QLineEdit(), plain_label("", "strong")
        self._lay_out()
        self.type_button.clicked.connect(self.start_typing)
        self.edit.returnPressed.connect(self._on_typed)

    def start_typing(self) -> None:
        """Open the line for another value."""
        if self.conflict.typed:
            self.edit.show()
            self.edit.setFocus()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.reached.emit(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._take_key(event.key()):
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The keys of the card work on its buttons too, where Qt's own arrow keys would go to the next button."""
        return isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and self._take_key(event.key())

    def _lay_out(self) -> None:
        layout, head, grid = QVBoxLayout(self), QHBoxLayout(), QGridLayout()
        layout.setContentsMargins(16, 12, 16, 12)
        grid.setColumnStretch(1, 1)
        grid.setHorizontalSpacing(12)
        head.addWidget(plain_label(self.conflict.what, "strong"), 1)
        head.addWidget(self.type_button)
        layout.addLayout(head)
        for place, choice in enumerate(self.conflict.choices):
            button = QPushButton(f"Keep {place + 1}")
            button.setAccessibleName(f"Keep {choice.words}")
            button.clicked.connect(lambda _checked, value=choice.value: self._on_chosen(value))
            self.buttons.append(button)
            said = ", ".join(filter(None, (choice.desk, choice.when)))
            grid.addWidget(button, place, 0)
            grid.addWidget(plain_label(choice.shown), place, 1)
            grid.addWidget(_right(said + (" – shows now" if place == 0 else "")), place, 2)
        layout.addLayout(grid)
        self.edit.setAccessibleName(f"{self.conflict.what}: another value")
        self.edit.setPlaceholderText("Another value, then Enter")
        layout.addWidget(self.edit)
        set_look(self.error_label, "tone", "bad")
        layout.addWidget(self.error_label)
        self.edit.hide()
        self.error_label.hide()
        self.type_button.setProperty("look", "quiet")
        self.type_button.setVisible(self.conflict.typed)
        for button in (*self.buttons, self.type_button):
            button.installEventFilter(self)

    def _take_key(self, key: int) -> bool:
        place = key - Qt.Key.Key_1
        if 0 <= place < len(self.buttons):
            self.buttons[place].click()
        elif key == Qt.Key.Key_T and self.conflict.typed:
            self.start_typing()
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.moved.emit(-1 if key == Qt.Key.Key_Up else 1)
        elif key == Qt.Key.Key_Escape and self.edit.isVisible():
            self.edit.hide()
            self.error_label.hide()
            self.setFocus()
        else:
            return False
        return True

    def _on_typed(self) -> None:
        try:
            value = read_value(self.conflict, self.edit.text())
        except SlaError as error:
            self._complain(str(error))
            return
        self._on_chosen(value)

    def _on_chosen(self, value: Any) -> None:
        try:
            self._settle(self.conflict, value)
        except SlaError as error:
            self._complain(str(error))

    def _complain(self, sentence: str) -> None:
        self.error_label.setText(sentence)
        self.error_label.show()


class DifferenceList(QWidget):
    """The cards. Those that are still to settle stay as they are when the list is shown anew."""

    emptied = Signal()
    reached = Signal(QWidget)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cards: list[DifferenceCard] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(10)

    def present(self, found: list[Conflict], settle: Settle) -> None:
        """Show these; the focus goes on to the next card when its own is gone."""
        at = next((place for place, card in enumerate(self.cards) if _has_focus(card)), None)
        shown = found[:MOST_CARDS]
        for card in self.cards:
            if card.conflict not in shown:
                self._layout.removeWidget(card)
                card.hide()
                card.deleteLater()
        lost = at is not None and self.cards[at].conflict not in shown
        self.cards = [self._card_of(conflict) or self._make(conflict, settle) for conflict in shown]
        for place, card in enumerate(self.cards):
            self._layout.insertWidget(place, card)
            # Shown now, not with the next event: what is not shown takes no focus.
            card.show()
        if lost and self.cards:
            self.cards[min(at or 0, len(self.cards) - 1)].setFocus()
        elif lost:
            self.emptied.emit()

    def focus(self, eid: UUID, field: str) -> None:
        """Put the keyboard on the card about a field of something, if it is here."""
        for card in self.cards:
            if (card.conflict.eid, card.conflict.field) == (eid, field):
                card.setFocus()

    def _card_of(self, conflict: Conflict) -> DifferenceCard | None:
        return next((card for card in self.cards if card.conflict == conflict), None)

    def _make(self, conflict: Conflict, settle: Settle) -> DifferenceCard:
        card = DifferenceCard(conflict, settle)
        card.reached.connect(self.reached)
        card.moved.connect(lambda step: self._move(card, step))
        return card

    def _move(self, card: DifferenceCard, step: int) -> None:
        place = self.cards.index(card) + step
        if 0 <= place < len(self.cards):
            self.cards[place].setFocus()


def _has_focus(card: QWidget) -> bool:
    focused = card.window().focusWidget()
    return focused is not None and (focused is card or card.isAncestorOf(focused))


def _right(words: str) -> QLabel:
    label = plain_label(words, "small")
    label.setWordWrap(False)
    return label
