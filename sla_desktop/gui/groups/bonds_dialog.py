"""The window in which people are kept together at a table, or apart."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from sla_desktop.domain.ids import RegistrationId
from sla_desktop.domain.text import fold, joined
from sla_desktop.gui.shared.banner import announce
from sla_desktop.gui.shared.flow_box import FlowBox
from sla_desktop.gui.shared.layouts import MARGINS, buttons_of, fit, plain_label, wrap
from sla_desktop.services.group_drafts import Group
from sla_desktop.services.group_wishes import clash_words, contradiction
from sla_desktop.services.people import Attendee

_KEY = Qt.ItemDataRole.UserRole
TOGETHER, APART = "Together", "Apart"


class BondsDialog(QDialog):
    """Two people or more are ticked, and kept together or apart; rules can be taken away again."""

    def __init__(
        self, parent: QWidget | None, people: Sequence[Attendee], together: Sequence[Group], apart: Sequence[Group]
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("Together or apart")
        self._names = {person.id: person.name for person in people}
        self.rules = [(TOGETHER, group) for group in together] + [(APART, group) for group in apart]
        self.find_edit, self.people_list, self.rules_list = QLineEdit(), QListWidget(), QListWidget()
        self.find_edit.setPlaceholderText("Find a name")
        self.find_edit.setAccessibleName("Find a name")
        self.find_edit.textChanged.connect(self._on_find)
        wrap(self.people_list)
        wrap(self.rules_list)
        self.people_list.setAccessibleName("People in the room, to be ticked")
        self.people_list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        for person in people:
            item = QListWidgetItem(f"{person.name}, {person.organisation}" if person.organisation else person.name)
            item.setData(_KEY, person.id)
            item.setCheckState(Qt.CheckState.Unchecked)
            self.people_list.addItem(item)
        self.people_list.itemChanged.connect(lambda _: self._show_buttons())
        self.rules_list.setAccessibleName("Rules")
        self.rules_list.currentRowChanged.connect(lambda _: self._show_buttons())
        buttons = FlowBox()
        self.together_button = QPushButton("Keep &together", buttons)
        self.apart_button = QPushButton("Keep &apart", buttons)
        self.remove_button = QPushButton("&Remove rule", buttons)
        self.together_button.clicked.connect(lambda: self._add(TOGETHER))
        self.apart_button.clicked.connect(lambda: self._add(APART))
        self.remove_button.clicked.connect(self._on_remove)
        self.error_label = plain_label("")
        self.error_label.setProperty("tone", "bad")
        self.error_label.hide()
        lines = QVBoxLayout(self)
        lines.setContentsMargins(*MARGINS)
        lines.addWidget(plain_label("Together or apart", "title"))
        lines.addWidget(plain_label("Tick two people or more, then keep them together or apart in all rounds."))
        for part in (self.find_edit, self.people_list, buttons, self.error_label, self.rules_list):
            lines.addWidget(part)
        lines.addLayout(buttons_of(self, "Keep these rules"))
        self.resize(520, 560)
        fit(self)
        self._show_rules()

    def of(self, kind: str) -> tuple[Group, ...]:
        """The groups of people of one kind of rule."""
        return tuple(group for known, group in self.rules if known == kind)

    def _ticked(self) -> list[QListWidgetItem]:
        items = [self.people_list.item(row) for row in range(self.people_list.count())]
        return [item for item in items if item.checkState() == Qt.CheckState.Checked]

    def _add(self, kind: str) -> None:
        ticked = self._ticked()
        self.rules.append((kind, tuple(item.data(_KEY) for item in ticked)))
        if clash := contradiction(self.of(TOGETHER), self.of(APART)):
            self.rules.pop()
            self._say(clash_words([self._name(one) for one in clash]))
            return
        self._say("")
        for item in ticked:
            item.setCheckState(Qt.CheckState.Unchecked)
        self.find_edit.clear()
        self._show_rules()

    def _on_remove(self) -> None:
        del self.rules[self.rules_list.currentRow()]
        self._say("")
        self._show_rules()

    def _on_find(self, words: str) -> None:
        wanted = fold(words)
        for row in range(self.people_list.count()):
            item = self.people_list.item(row)
            item.setHidden(wanted not in fold(item.text()))

    def _name(self, one: RegistrationId) -> str:
        return self._names.get(one, "somebody not here")

    def _say(self, words: str) -> None:
        self.error_label.setText(words)
        self.error_label.setVisible(bool(words))
        announce(self, words)

    def _show_rules(self) -> None:
        self.rules_list.clear()
        for kind, group in self.rules:
            self.rules_list.addItem(f"{kind}: {joined([self._name(one) for one in group])}")
        self._show_buttons()

    def _show_buttons(self) -> None:
        enough = len(self._ticked()) > 1
        self.together_button.setEnabled(enough)
        self.apart_button.setEnabled(enough)
        self.remove_button.setEnabled(self.rules_list.currentRow() >= 0)
