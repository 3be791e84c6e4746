"""The bar with which a person is moved by keys, moves are undone or kept, and a plan is fitted to who is here."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QFrame, QLabel, QPushButton, QSpinBox, QVBoxLayout

from sla_desktop.domain.ids import RegistrationId
from sla_desktop.gui.shared.banner import Banner
from sla_desktop.gui.shared.flow_box import FlowBox

_LETTERS = 18
_MOST_LETTERS = 40


class ChangesBar(QFrame):
    """Says what is wished; the page does it."""

    person_chosen = Signal(object)
    considered = Signal(object, int)
    move_wished = Signal(object, int)
    lock_wished = Signal(object)
    undo_wished = Signal()
    keep_wished = Signal()
    update_wished = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "card")
        self._people: list[RegistrationId] = []
        row = FlowBox(self)
        self.person_box, self.table_spin = QComboBox(row), QSpinBox(row)
        self.person_box.setAccessibleName("Person to move")
        self.person_box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.table_spin.setAccessibleName("Table to move to")
        self.table_spin.setPrefix("to table ")
        self.table_spin.setMinimum(1)
        self.move_button, self.lock_check = QPushButton("&Move", row), QCheckBox("Lock", row)
        self.lock_check.setToolTip("Keeps this person's tables when groups are formed again.")
        self.undo_button, self.keep_button = QPushButton("U&ndo", row), QPushButton("&Keep changes", row)
        self.update_button = QPushButton("Fit to &who is here", row)
        self.update_button.setToolTip("Seats who came late and takes out who left, from the round shown on.")
        self.hint_label = QLabel()
        self.hint_label.setWordWrap(True)
        self.hint_label.setProperty("look", "small")
        lines = QVBoxLayout(self)
        lines.setContentsMargins(16, 12, 16, 12)
        lines.addWidget(row)
        lines.addWidget(self.hint_label)
        self.broken_banner = Banner()
        lines.addWidget(self.broken_banner)
        self._connect()
        self.show_unkept(0)

    def show_people(self, people: Sequence[tuple[RegistrationId, str]], tables: int) -> None:
        """Offer the people of a round, each with their name and table in words, and so many tables."""
        chosen = self.person
        with QSignalBlocker(self.person_box), QSignalBlocker(self.table_spin):
            self.person_box.clear()
            self.person_box.addItems([words for _, words in people])
            longest = max((len(words) for _, words in people), default=_LETTERS)
            self.person_box.setMinimumContentsLength(max(_LETTERS, min(longest, _MOST_LETTERS)))
            self._people = [person for person, _ in people]
            self.table_spin.setMaximum(max(1, tables))
        if chosen in self._people:
            self.choose(chosen)

    def show_unkept(self, moves: int) -> None:
        """Offer to undo and to keep where something was moved."""
        self.undo_button.setVisible(moves > 0)
        self.keep_button.setVisible(moves > 0)

    def show_broken(self, rules: Sequence[str]) -> None:
        """Say which rules the plan breaks, as long as it does."""
        told = " ".join(rules)
        if not told:
            self.broken_banner.hide()
        elif told != self.broken_banner.sentence:
            self.broken_banner.say(told, "warn")

    def choose(self, person: RegistrationId, locked: bool = False) -> None:
        """Choose who is to be moved."""
        with QSignalBlocker(self.person_box):
            self.person_box.setCurrentIndex(self._people.index(person) if person in self._people else -1)
        self.lock_check.setChecked(locked)
        self._consider()

    def focus_table(self) -> None:
        """Let a table's number be typed."""
        self.table_spin.setFocus()
        self.table_spin.selectAll()

    @property
    def person(self) -> RegistrationId | None:
        """Who is chosen."""
        place = self.person_box.currentIndex()
        return self._people[place] if 0 <= place < len(self._people) else None

    def _connect(self) -> None:
        self.person_box.currentIndexChanged.connect(lambda _: self.person_chosen.emit(self.person))
        self.table_spin.valueChanged.connect(lambda _: self._consider())
        self.table_spin.lineEdit().returnPressed.connect(self._on_move)
        self.move_button.clicked.connect(self._on_move)
        self.lock_check.clicked.connect(lambda: self.lock_wished.emit(self.person))
        self.undo_button.clicked.connect(self.undo_wished)
        self.keep_button.clicked.connect(self.keep_wished)
        self.update_button.clicked.connect(self.update_wished)

    def _consider(self) -> None:
        if self.person is not None:
            self.considered.emit(self.person, self.table_spin.value())

    def _on_move(self) -> None:
        self.table_spin.interpretText()
        if self.person is not None:
            self.move_wished.emit(self.person, self.table_spin.value())
