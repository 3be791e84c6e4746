"""The tables of one round as cards whose people can be moved by hand."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QMenu, QPushButton, QVBoxLayout, QWidget

from sla_desktop.domain.ids import RegistrationId
from sla_desktop.domain.text import counted
from sla_desktop.gui.groups.seats import SEAT, SeatRow, SeatView, person_in
from sla_desktop.gui.shared import icons
from sla_desktop.gui.shared.layouts import plain_label
from sla_desktop.gui.shared.theme import set_look

LETTERS = 22


@dataclass(frozen=True)
class TableRow:
    """A table of the round that shows: who sits there, its mix in words, and whether it stays as it is."""

    number: int
    seats: tuple[SeatRow, ...]
    mix: str
    locked: bool = False

    @property
    def people(self) -> str:
        """How many people, in words."""
        told = counted(len(self.seats), "person", "people") if self.seats else "Nobody sits here"
        return f"{told}, locked" if self.locked else told


class TableCard(QFrame):
    """One table. What is done with its people is told to the board."""

    dropped = Signal(object, object)
    lock_wished = Signal()
    close_wished = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("look", "card")
        self.setAcceptDrops(True)
        self.number = 0
        self.title_label, self.mix_label = plain_label("", "lead-strong"), plain_label("", "small")
        self.people_label, self.view = plain_label("", "small"), SeatView(self)
        self.menu_button = QPushButton("More")
        self.menu_button.setProperty("look", "quiet")
        menu = QMenu(self.menu_button)
        self.lock_action = menu.addAction("Keep this table as it is")
        self.lock_action.setCheckable(True)
        self.close_action = menu.addAction("Close this table from this round on")
        self.lock_action.triggered.connect(lambda: self.lock_wished.emit())
        self.close_action.triggered.connect(lambda: self.close_wished.emit())
        self.menu_button.clicked.connect(lambda: menu.popup(self.menu_button.mapToGlobal(QPoint(0, 0))))
        self.view.carried.connect(self.dropped)
        head = QHBoxLayout()
        head.addWidget(self.title_label, 1)
        head.addWidget(self.menu_button)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(12, 10, 12, 8)
        lines.setSpacing(3)
        lines.addLayout(head)
        for label in (self.people_label, self.mix_label):
            lines.addWidget(label)
        lines.addWidget(self.view)
        lines.addStretch()

    def show_table(self, row: TableRow) -> None:
        """Show a table of the round."""
        self.number = row.number
        self.title_label.setText(f"Table {row.number}")
        self.people_label.setText(row.people)
        self.mix_label.setText(row.mix)
        self.mix_label.setVisible(bool(row.mix))
        self.lock_action.setChecked(row.locked)
        self.close_action.setEnabled(bool(row.seats))
        self.view.setAccessibleName(f"Table {row.number}, {row.people}")
        self.menu_button.setAccessibleName(f"More about table {row.number}")
        self.view.show_rows(row.seats)

    def mark(self, marked: bool) -> None:
        """Show that somebody can be dropped here."""
        set_look(self, "marked", "true" if marked else "false")

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasFormat(SEAT) and event.source() is not self.view:
            self.view.hovered.emit(person_in(event.mimeData()))
            event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self.view.hovered.emit(None)

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.dropped.emit(person_in(event.mimeData()), None)


class Board(QWidget):
    """As many cards side by side as fit. Says what is wished; the page does it."""

    chosen = Signal(object)
    move_wished = Signal(object, int)
    swap_wished = Signal(object, object)
    hovered = Signal(object, int)
    number_wished = Signal()
    lock_person_wished = Signal(object)
    lock_table_wished = Signal(int)
    close_table_wished = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(12)
        self.cards: list[TableCard] = []
        self._columns = 0

    def show_tables(self, tables: Sequence[TableRow]) -> None:
        """Show these tables; cards that are there already are used again."""
        while len(self.cards) < len(tables):
            self.cards.append(self._make_card())
        for card, row in zip(self.cards, tables, strict=False):
            card.show_table(row)
        for place, card in enumerate(self.cards):
            card.setVisible(place < len(tables))
        self._arrange()

    def choose(self, person: RegistrationId, focus: bool = True) -> None:
        """Choose somebody, wherever they sit."""
        card = next((card for card in self._shown() if card.view.choose(person)), None)
        if card is not None and focus:
            card.view.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _shown(self) -> list[TableCard]:
        return [card for card in self.cards if not card.isHidden()]

    def _arrange(self) -> None:
        """Place the cards anew when another number fits side by side."""
        shown = self._shown()
        columns = max(1, self.width() // (self.fontMetrics().averageCharWidth() * LETTERS + 12))
        if columns == self._columns and all(self._grid.indexOf(card) >= 0 for card in shown):
            return
        for column in range(max(columns, self._columns)):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)
        self._columns = columns
        for place, card in enumerate(shown):
            self._grid.addWidget(card, place // columns, place % columns)

    def _make_card(self) -> TableCard:
        card = TableCard(self)
        icons.dress(card)
        view, last = card.view, self.cards[-1].menu_button if self.cards else None
        view.chosen.connect(self.chosen)
        view.entered_row.connect(self.number_wished)
        view.lock_wished.connect(self.lock_person_wished)
        view.stepped.connect(lambda person, step: self.move_wished.emit(person, card.number + step))
        view.hovered.connect(lambda person: self._on_hovered(card, person))
        card.dropped.connect(lambda person, other: self._on_dropped(card, person, other))
        card.lock_wished.connect(lambda: self.lock_table_wished.emit(card.number))
        card.close_wished.connect(lambda: self.close_table_wished.emit(card.number))
        QWidget.setTabOrder(view, card.menu_button)
        if last is not None:
            QWidget.setTabOrder(last, view)
        return card

    def _on_hovered(self, card: TableCard, person: RegistrationId | None) -> None:
        for one in self.cards:
            one.mark(one is card and person is not None)
        self.hovered.emit(person, card.number)

    def _on_dropped(self, card: TableCard, person: RegistrationId, other: RegistrationId | None) -> None:
        self._on_hovered(card, None)
        if other is None:
            self.move_wished.emit(person, card.number)
        else:
            self.swap_wished.emit(person, other)
