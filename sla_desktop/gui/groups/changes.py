"""The bar with which a plan is changed: seat a person elsewhere, fit it to who is here, go back to an earlier one."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QLabel, QPushButton, QSpinBox, QVBoxLayout, QWidget

from sla_desktop.domain.groups import BreakoutPlan
from sla_desktop.domain.ids import RegistrationId
from sla_desktop.services.groups import PlanView, Seat

_LETTERS = 24


class ChangesBar(QFrame):
    """Says what is wished; the page does it."""

    move_wished = Signal(object, int)
    update_wished = Signal()
    restore_wished = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "card")
        self._people: list[RegistrationId] = []
        self.person_box, self.table_spin = _box("Person to move"), QSpinBox()
        self.table_spin.setAccessibleName("Table to move to")
        self.table_spin.setMinimum(1)
        self.move_button = QPushButton("&Move")
        self.history_box = _box("Plans made so far")
        self.restore_button = QPushButton("U&se this plan")
        self.update_button = QPushButton("Fit to &who is here")
        self.update_button.setToolTip("Seats who came late and takes out who left, from the round shown on.")
        self.move_button.clicked.connect(self._on_move)
        self.restore_button.clicked.connect(lambda: self.restore_wished.emit(self.history_box.currentData()))
        self.update_button.clicked.connect(self.update_wished)
        self.history_box.currentIndexChanged.connect(self._on_chosen)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(16, 12, 16, 12)
        lines.addLayout(_row("Seat", self.person_box, "at table", self.table_spin, self.move_button))
        lines.addLayout(_row("Plan", self.history_box, self.restore_button, self.update_button))

    def show_plan(self, view: PlanView, shown_round: int, history: Sequence[BreakoutPlan]) -> None:
        """Offer the people and tables of a round, and all plans, newest first."""
        tables = view.rounds[shown_round]
        chosen = self._chosen()
        seats = sorted((seat for seats in tables for seat in seats), key=lambda seat: seat.name.casefold())
        self.person_box.clear()
        for seat in seats:
            self.person_box.addItem(f"{seat.name} (table {_table_of(tables, seat)})")
        self._people = [seat.registration_id for seat in seats]
        if chosen in self._people:
            self.choose(chosen)
        self.table_spin.setMaximum(max(1, len(tables)))
        with QSignalBlocker(self.history_box):
            self.history_box.clear()
            for plan in reversed(history):
                told = f"{plan.revision}: {plan.reason} ({plan.repeats} repeats)"
                self.history_box.addItem(told, plan.revision)
        self._on_chosen()

    def choose(self, person: RegistrationId) -> None:
        """Choose who is to be moved."""
        self.person_box.setCurrentIndex(self._people.index(person))

    def _chosen(self) -> RegistrationId | None:
        place = self.person_box.currentIndex()
        return self._people[place] if 0 <= place < len(self._people) else None

    def _on_move(self) -> None:
        chosen = self._chosen()
        if chosen is not None:
            self.move_wished.emit(chosen, self.table_spin.value())

    def _on_chosen(self) -> None:
        """The newest plan is in use already."""
        self.restore_button.setEnabled(self.history_box.currentIndex() > 0)


def _box(name: str) -> QComboBox:
    box = QComboBox()
    box.setAccessibleName(name)
    box.setMinimumContentsLength(_LETTERS)
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    return box


def _row(*parts: str | QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    for part in parts:
        row.addWidget(QLabel(part) if isinstance(part, str) else part, 1 if isinstance(part, QComboBox) else 0)
    return row


def _table_of(tables: Sequence[Sequence[Seat]], wanted: Seat) -> int:
    return next(number for number, seats in enumerate(tables, 1) if wanted in seats)
