"""The line at the top of Check-in about what two desks saw differently, and the keys that answer it."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QBoxLayout, QPushButton

from sla_desktop.domain.attendance import Verdict
from sla_desktop.domain.errors import SlaError
from sla_desktop.gui.forms.ui_check_in_page import Ui_CheckInPage
from sla_desktop.services import cards
from sla_desktop.services.cards import Card
from sla_desktop.storage.store import Store


class DoorCard(QObject):
    """Shows the first card. `settled` carries the verdict on an answer, `failed` why there is none."""

    settled = Signal(object)
    failed = Signal(str)

    def __init__(self, ui: Ui_CheckInPage, store: Store, parent: QObject) -> None:
        super().__init__(parent)
        self._ui, self._store = ui, store
        self._card: Card | None = None
        ui.card_frame.hide()
        ui.settle_button.clicked.connect(lambda: self._settle(cards.settle))
        ui.other_button.clicked.connect(lambda: self._settle(cards.settle_otherwise))

    def show(self, known: list[Card], *, roomy: bool) -> None:
        """Show the first of these, and how many more there are; the answers below the question where it is narrow."""
        beside, below = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._ui.card_layout.setDirection(beside if roomy else below)
        self._card = known[0] if known else None
        self._ui.card_frame.setVisible(bool(known))
        if self._card is None:
            return
        more = f" ({len(known) - 1} more)" if len(known) > 1 else ""
        self._ui.card_label.setText(f"{self._card.words}{more}")
        _word(self._ui.settle_button, self._card.answer)
        _word(self._ui.other_button, cards.other_answer(self._card))
        self._ui.other_button.setVisible(bool(cards.other_answer(self._card)))

    def _settle(self, how: Callable[..., Verdict]) -> None:
        if self._card is None:
            return
        try:
            verdict = how(self._store, self._card, desk=self._store.desk)
        except SlaError as error:
            self.failed.emit(str(error))
            return
        self.settled.emit(replace(verdict, words="Settled"))


def _word(button: QPushButton, words: str) -> None:
    """Name a button anew, with its key, which would go with the words before."""
    key = button.shortcut()
    button.setText(f"{words} ({key.toString(QKeySequence.SequenceFormat.NativeText)})")
    button.setShortcut(key)
