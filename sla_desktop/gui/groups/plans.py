"""All plans with their reasons, and two of them side by side."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QListView, QPushButton, QVBoxLayout, QWidget

from sla_desktop.domain.events import clock
from sla_desktop.domain.groups import BreakoutPlan
from sla_desktop.domain.text import counted, joined
from sla_desktop.gui.groups.pictures import ContactMapView
from sla_desktop.gui.shared.chips import INFO, Chip
from sla_desktop.gui.shared.flow_box import FlowBox
from sla_desktop.gui.shared.layouts import empty, plain_label
from sla_desktop.gui.shared.rows import Row, RowList, dress_list
from sla_desktop.services.group_comparison import Comparison

_ROWS_SHOWN, _NAMES_TOLD = 6, 30


class PlansView(QWidget):
    """Says what is wished with a plan; the page does it."""

    restore_wished = Signal(int)
    compare_wished = Signal(int)

    def __init__(self, zone: str) -> None:
        super().__init__()
        self._zone, self._newest = zone, 0
        self.plans: RowList[BreakoutPlan] = RowList(self._row)
        self.list_view = QListView()
        self.list_view.setAccessibleName("Plans made so far, newest first")
        dress_list(self.list_view, self.plans)
        buttons = FlowBox()
        self.restore_button = QPushButton("U&se this plan", buttons)
        self.compare_button = QPushButton("&Compare with the plan in use", buttons)
        self.restore_button.clicked.connect(lambda: self.restore_wished.emit(self.chosen))
        self.compare_button.clicked.connect(lambda: self.compare_wished.emit(self.chosen))
        self.list_view.selectionModel().currentChanged.connect(lambda *_: self._on_chosen())
        self._compared, self._measures = QFrame(), QGridLayout()
        self._compared.setProperty("look", "card")
        self.elsewhere_label = plain_label("")
        self.maps = (ContactMapView(), ContactMapView())
        inside = QVBoxLayout(self._compared)
        inside.setContentsMargins(16, 14, 16, 14)
        inside.addLayout(self._measures)
        inside.addWidget(self.elsewhere_label)
        pictures = FlowBox()
        for picture in self.maps:
            picture.setParent(pictures)
        inside.addWidget(pictures)
        self._compared.hide()
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 14)
        lines.setSpacing(14)
        for part in (self.list_view, buttons, self._compared):
            lines.addWidget(part)
        lines.addStretch()

    @property
    def chosen(self) -> int:
        """The revision that is chosen, 0 for none."""
        place = self.list_view.currentIndex()
        return self.plans.records[place.row()].revision if place.isValid() else 0

    def show_plans(self, plans: Sequence[BreakoutPlan]) -> None:
        """Show all plans, given oldest first."""
        self._newest = plans[-1].revision if plans else 0
        self.plans.show(list(reversed(plans)))
        if plans:
            high = self.list_view.sizeHintForRow(0)
            self.list_view.setFixedHeight(high * min(_ROWS_SHOWN, len(plans)) + 4)
        self._on_chosen()

    def show_comparison(self, compared: Comparison) -> None:
        """Show two plans side by side."""
        empty(self._measures)
        titles = [f"Plan {revision}" for revision in compared.revisions]
        rows = [("", *titles), *((one.name, one.first, one.second) for one in compared.measures)]
        for row, words in enumerate(rows):
            for column, word in enumerate(words):
                self._measures.addWidget(plain_label(word, "strong" if row == 0 else ""), row, column)
        self.elsewhere_label.setText(_elsewhere(compared.elsewhere))
        for picture, contacts, title in zip(self.maps, compared.maps, titles, strict=True):
            picture.show_map(contacts)
            picture.setAccessibleName(f"Who meets whom in {title}")
        self._compared.show()

    def _row(self, plan: BreakoutPlan) -> Row:
        rounds = counted(len(plan.rounds), "round")
        told = f"{clock(plan.made_at, self._zone)}, {rounds}, {counted(plan.repeats, 'repeat')}"
        chip = Chip("in use", INFO, "check") if plan.revision == self._newest else None
        return Row(f"Plan {plan.revision}: {plan.reason}", told, chip)

    def _on_chosen(self) -> None:
        """The newest plan is in use already."""
        older = self.chosen not in (0, self._newest)
        self.restore_button.setEnabled(older)
        self.compare_button.setEnabled(older)


def _elsewhere(names: Sequence[str]) -> str:
    """Who sits elsewhere, in words."""
    if not names:
        return "Everybody sits at the same tables."
    more = [f"{len(names) - _NAMES_TOLD} more"] if len(names) > _NAMES_TOLD else []
    told = joined([*names[:_NAMES_TOLD], *more])
    return f"{counted(len(names), 'person has', 'people have')} another table in some round: {told}."
