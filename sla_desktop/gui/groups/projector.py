"""The projector window: one round at a time, readable from the back of the room."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QWidget

from sla_desktop.gui.forms.ui_projector_window import Ui_ProjectorWindow
from sla_desktop.gui.groups.tables import PROJECTOR, Tables, columns_for, show_tables
from sla_desktop.gui.shared import icons
from sla_desktop.services.groups import PlanView


class ProjectorWindow(QWidget):
    """Shows a plan's rounds; arrow keys change the round, Esc closes."""

    def __init__(self, view: PlanView, shown_round: int) -> None:
        super().__init__()
        self.ui = Ui_ProjectorWindow()
        self.ui.setupUi(self)  # type: ignore[no-untyped-call]
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._view, self._round = view, shown_round
        self.ui.previous_button.clicked.connect(lambda: self.show_round(self._round - 1))
        self.ui.next_button.clicked.connect(lambda: self.show_round(self._round + 1))
        self.ui.close_button.clicked.connect(self.close)
        for key, step in ((Qt.Key.Key_Left, -1), (Qt.Key.Key_Right, 1)):
            QShortcut(key, self, lambda change=step: self.show_round(self._round + change))
        QShortcut(Qt.Key.Key_Escape, self, self.close)
        self.ui.tables_scroll.installEventFilter(self)
        icons.dress(self)
        self.show_round(shown_round)

    @property
    def shown_round(self) -> int:
        """The round that shows, from 0."""
        return self._round

    def show_round(self, number: int) -> None:
        """Show a round, from 0; beyond the ends nothing changes."""
        rounds = self._view.rounds
        if not 0 <= number < len(rounds):
            return
        self._round = number
        self.ui.round_label.setText(self._view.plan.rounds[number])
        self.ui.previous_button.setEnabled(number > 0)
        self.ui.next_button.setEnabled(number + 1 < len(rounds))
        self._show_tables(rounds[number])

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self.show_round(self._round)
        return False

    def _show_tables(self, tables: Tables) -> None:
        """Show the tables in the largest size in which all are seen at once, else in the smallest."""
        bar = self.ui.tables_scroll.verticalScrollBar().sizeHint().width()
        room = self.ui.tables_scroll.size() - QSize(bar, 0)
        for size in PROJECTOR:
            show_tables(self.ui.tables_grid, tables, columns_for(self, room.width(), size), size)
            if self.ui.tables_grid.totalHeightForWidth(room.width()) <= room.height():
                return
