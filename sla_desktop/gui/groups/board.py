"""The tables of one round as cards whose people can be moved by hand."""

from collections.abc import Sequence
from dataclasses import dataclass
from time import monotonic

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QDragEnterEvent, QDragLeaveEvent, QDropEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenu, QPushButton, QVBoxLayout, QWidget

from sla_desktop.domain.ids import RegistrationId
from sla_desktop.domain.text import counted
from sla_desktop.gui.groups.seats import SEAT, SeatRow, SeatView, person_in
from sla_desktop.gui.shared import icons
from sla_desktop.gui.shared.layouts import plain_label
from sla_desktop.gui.shared.theme import set_look
from sla_desktop.gui.shared.timers import single_shot

LETTERS = 22
_LONGEST, _GAP = 0.006, 12


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
        self.number, self._row = 0, TableRow(0, (), "")
        self.title_label, self.people_label = QLabel(), plain_label("", "small")
        self.title_label.setProperty("look", "lead-strong")
        self.view = SeatView(self)
        self.menu_button = QPushButton("More")
        self.menu_button.setProperty("look", "quiet")
        self.lock_action = QAction("Keep this table as it is", self)
        self.lock_action.setCheckable(True)
        self.close_action = QAction("Close this table from this round on", self)
        self.lock_action.triggered.connect(lambda: self.lock_wished.emit())
        self.close_action.triggered.connect(lambda: self.close_wished.emit())
        self.menu_button.clicked.connect(self._on_menu_clicked)
        self.view.carried.connect(self.dropped)
        head = QHBoxLayout()
        head.addWidget(self.title_label, 1)
        head.addWidget(self.menu_button)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(12, 10, 12, 8)
        lines.setSpacing(3)
        lines.addLayout(head)
        lines.addWidget(self.people_label)
        lines.addWidget(self.view)
        lines.addStretch()

    def show_table(self, row: TableRow) -> None:
        """Show a table of the round; one that shows already stays as it is."""
        if row == self._row:
            return
        self._row, self.number = row, row.number
        self.title_label.setText(f"Table {row.number}")
        self.people_label.setText(f"{row.people}: {row.mix}" if row.mix else row.people)
        self.lock_action.setChecked(row.locked)
        self.close_action.setEnabled(bool(row.seats))
        self.view.setAccessibleName(f"Table {row.number}, {row.people}")
        self.menu_button.setAccessibleName(f"More about table {row.number}")
        self.view.show_rows(row.seats)

    def mark(self, marked: bool) -> None:
        """Show that somebody can be dropped here."""
        set_look(self, "marked", "true" if marked else "false")

    def _on_menu_clicked(self) -> None:
        menu = QMenu(self.menu_button)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addActions([self.lock_action, self.close_action])
        menu.popup(self.menu_button.mapToGlobal(QPoint(0, self.menu_button.height())))

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
        self.cards: list[TableCard] = []
        self._waiting: list[TableRow] = []
        self._refits: dict[SeatView, None] = {}
        self._soon = single_shot(self, 0, self._show_waiting)
        self._placing = single_shot(self, 0, self._place)

    def show_tables(self, tables: Sequence[TableRow]) -> None:
        """Show these tables, most at once and the rest as soon as the window has time."""
        for card in self.cards[len(tables) :]:
            card.hide()
        self._waiting = list(tables)
        self._show_waiting()

    def _show_waiting(self) -> None:
        started = monotonic()
        while (self._waiting or self._refits) and monotonic() - started < _LONGEST:
            if self._waiting:
                self._show_row(self._waiting.pop(0))
            else:
                view = next(iter(self._refits))
                del self._refits[view]
                view.refit()
        self._placing.start()
        if self._waiting or self._refits:
            self._soon.start()

    def _show_row(self, row: TableRow) -> None:
        if row.number > len(self.cards):
            self.cards.append(self._make_card())
        card = self.cards[row.number - 1]
        card.show_table(row)
        card.show()

    def _refit_soon(self, view: SeatView) -> None:
        """Fit a table to another width with those that wait, not all in one go."""
        self._refits[view] = None
        self._soon.start()

    def choose(self, person: RegistrationId, focus: bool = True) -> None:
        """Choose somebody, wherever they sit."""
        card = next((card for card in self._shown() if card.view.choose(person)), None)
        if card is not None and focus:
            card.view.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._soon.start()

    def event(self, event: QEvent) -> bool:
        """Place the cards anew, once, when some of them have become higher or lower."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._soon.start()
        return super().event(event)

    def _shown(self) -> list[TableCard]:
        return [card for card in self.cards if not card.isHidden()]

    def _place(self) -> None:
        """As many cards side by side as fit. A grid layout would ask all of them for their heights several times."""
        shown, top = self._shown(), 0
        columns = max(1, self.width() // (self.fontMetrics().averageCharWidth() * LETTERS + _GAP))
        width = (self.width() - (columns - 1) * _GAP) // columns
        for first in range(0, len(shown), columns):
            row = shown[first : first + columns]
            high = max(card.heightForWidth(width) for card in row)
            for column, card in enumerate(row):
                card.setGeometry(column * (width + _GAP), top, width, high)
            top += high + _GAP
        self.setFixedHeight(top)

    def _make_card(self) -> TableCard:
        card = TableCard(self)
        icons.dress(card)
        view, last = card.view, self.cards[-1].menu_button if self.cards else None
        view.chosen.connect(self.chosen)
        view.refit_wished.connect(lambda: self._refit_soon(view))
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
