"""What is asked of groups: rounds, tables, what to mix and how strongly, what to avoid."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import QObject, QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel

from sla_desktop.domain.text import counted
from sla_desktop.gui.forms.ui_breakouts_page import Ui_BreakoutsPage
from sla_desktop.gui.shared.layouts import plain_label
from sla_desktop.services.group_cases import MIXABLE
from sla_desktop.services.group_drafts import Group
from sla_desktop.services.group_locks import Locks
from sla_desktop.services.groups import DEFAULT_MIX, PlanView, Wish

WORDS = {"organisation": "organisations", "place": "places", "sector": "sectors", "profession": "professions"}
WORDS |= {"level": "levels", "role": "roles"}
_STRENGTHS = (("not", 0.0), ("a little", 0.5), ("usual", 1.0), ("a lot", 2.0))
_USUAL = 2
_BALANCES = (("meeting new people", 0.3), ("both alike", 1.0), ("well mixed tables", 3.0))


class Settings(QObject):
    """The settings card of the page: fills it once, reads a wish from it, and shows one that is known."""

    changed = Signal()

    def __init__(self, ui: Ui_BreakoutsPage) -> None:
        super().__init__()
        self._ui = ui
        self.together: tuple[Group, ...] = ()
        self.apart: tuple[Group, ...] = ()
        ui.size_radio.toggled.connect(ui.size_spin.setEnabled)
        ui.tables_radio.toggled.connect(ui.tables_spin.setEnabled)
        grid = QGridLayout()
        grid.setColumnStretch(0, 1)
        grid.setVerticalSpacing(6)
        ui.mix_layout.addLayout(grid)
        self.mix_boxes: dict[str, QComboBox] = {}
        self._unknown: dict[str, QLabel] = {}
        for row, name in enumerate(MIXABLE):
            box = QComboBox(ui.mix_box)
            box.addItems([words for words, _ in _STRENGTHS])
            box.setCurrentIndex(_USUAL if name in DEFAULT_MIX else 0)
            box.setAccessibleName(f"How strongly {WORDS[name]} are mixed")
            label = QLabel(WORDS[name], ui.mix_box)
            label.setBuddy(box)
            grid.addWidget(label, row, 0)
            grid.addWidget(box, row, 1)
            self.mix_boxes[name], self._unknown[name] = box, plain_label("not known", "small")
            grid.addWidget(self._unknown[name], row, 1)
        ui.mixing_combo.addItems([words for words, _ in _BALANCES])
        ui.mixing_combo.setCurrentIndex(1)
        for box in (*self.mix_boxes.values(), ui.mixing_combo):
            box.currentIndexChanged.connect(self.changed)
        for number in (ui.rounds_spin, ui.size_spin, ui.tables_spin):
            number.valueChanged.connect(self.changed)
        for choice in (ui.size_radio, ui.past_check):
            choice.toggled.connect(self.changed)

    def wish(self, locks: Locks) -> Wish:
        """What is asked."""
        ui, by_size = self._ui, self._ui.size_radio.isChecked()
        strengths = {name: _STRENGTHS[box.currentIndex()][1] for name, box in self.mix_boxes.items()}
        return Wish(
            rounds=ui.rounds_spin.value(),
            size=ui.size_spin.value() if by_size else None,
            tables=None if by_size else ui.tables_spin.value(),
            mix=tuple(name for name, strength in strengths.items() if strength),
            mixing=_BALANCES[ui.mixing_combo.currentIndex()][1],
            weights={name: strength for name, strength in strengths.items() if strength},
            together=self.together,
            apart=self.apart,
            past=ui.past_check.isChecked(),
            locks=locks,
        )

    def show_wish(self, wish: Wish) -> None:
        """Put in what was asked before, here or on another laptop."""
        ui = self._ui
        with QSignalBlocker(self):
            ui.rounds_spin.setValue(wish.rounds)
            ui.size_spin.setValue(wish.size or ui.size_spin.value())
            ui.tables_spin.setValue(wish.tables or ui.tables_spin.value())
            (ui.tables_radio if wish.tables else ui.size_radio).setChecked(True)
            for name, box in self.mix_boxes.items():
                box.setCurrentIndex(_nearest(_STRENGTHS, wish.weights.get(name, 0.0)))
            ui.mixing_combo.setCurrentIndex(_nearest(_BALANCES, wish.mixing))
            ui.past_check.setChecked(wish.past)
            self.take_rules(wish.together, wish.apart)

    def show_plan(self, view: PlanView) -> None:
        """Put in what a plan was made with, where it is not known what was asked."""
        with QSignalBlocker(self):
            self._ui.rounds_spin.setValue(len(view.plan.rounds))
            self._ui.tables_spin.setValue(max((sum(map(bool, tables)) for tables in view.rounds), default=0))
            self._ui.size_spin.setValue(max((len(seats) for tables in view.rounds for seats in tables), default=0))
            for name, box in self.mix_boxes.items():
                if (box.currentIndex() > 0) != (name in view.plan.mixed_by):
                    box.setCurrentIndex(_USUAL if name in view.plan.mixed_by else 0)

    def take_rules(self, together: Sequence[Group], apart: Sequence[Group]) -> None:
        """Keep these people together and those apart from now on."""
        self.together, self.apart = tuple(together), tuple(apart)
        self.show_rules()
        self.changed.emit()

    def show_known(self, known: Collection[str]) -> None:
        """Offer to mix by what is known of somebody; of the rest say that it is not."""
        for name, box in self.mix_boxes.items():
            box.setVisible(name in known)
            self._unknown[name].setHidden(name in known)

    def show_rules(self) -> None:
        """Say how many rules about people there are, now that it is known."""
        told = [
            f"{counted(len(rules), 'group')} {word}"
            for rules, word in ((self.together, "together"), (self.apart, "apart"))
            if rules
        ]
        self._ui.bonds_label.setText(", ".join(told) or "No rules about people")


def _nearest(choices: Sequence[tuple[str, float]], value: float) -> int:
    return min(range(len(choices)), key=lambda place: abs(choices[place][1] - value))
