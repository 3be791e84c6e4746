"""The projector window: as many tables at a time as the back of the room can read."""

from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QWidget

from sla_desktop.gui.forms.ui_projector_window import Ui_ProjectorWindow
from sla_desktop.gui.groups.tables import LARGE, PROJECTED, Size, columns_for, rows_for, show_tables
from sla_desktop.gui.shared import icons
from sla_desktop.services.groups import PlanView


@dataclass(frozen=True)
class Screen:
    """What shows at once: a round and some of its tables, the first of them numbered `first`."""

    round: int
    first: int
    last: int


class ProjectorWindow(QWidget):
    """Shows a plan screen by screen; arrow keys turn, Esc closes."""

    def __init__(self, view: PlanView, shown_round: int) -> None:
        super().__init__()
        self.ui = Ui_ProjectorWindow()
        self.ui.setupUi(self)  # type: ignore[no-untyped-call]
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._view, self._size, self._columns = view, LARGE, 1
        self._screens: list[Screen] = []
        self._at, self._round = 0, shown_round
        self.ui.previous_button.clicked.connect(lambda: self.turn(-1))
        self.ui.next_button.clicked.connect(lambda: self.turn(+1))
        self.ui.close_button.clicked.connect(self.close)
        for key, step in ((Qt.Key.Key_Left, -1), (Qt.Key.Key_Right, 1)):
            QShortcut(key, self, lambda change=step: self.turn(change))
        QShortcut(Qt.Key.Key_Escape, self, self.close)
        self.ui.tables_scroll.installEventFilter(self)
        icons.dress(self)
        self._arrange()

    @property
    def screen_shown(self) -> Screen:
        """What shows now."""
        return self._screens[self._at]

    def turn(self, step: int) -> None:
        """Go on or back by a screen; beyond the ends nothing changes."""
        if 0 <= self._at + step < len(self._screens):
            self._at += step
            self._show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._arrange()
        return False

    def _arrange(self) -> None:
        """Divide the rounds into as few screens as stay readable, as large as that allows."""
        shown = self.screen_shown.round if self._screens else self._round
        bar = self.ui.tables_scroll.verticalScrollBar().sizeHint().width()
        room = self.ui.tables_scroll.size() - QSize(bar, 0)
        tables = max((len(tables) for tables in self._view.rounds), default=0)
        self._size = min(PROJECTED, key=lambda size: ceil(tables / self._capacity(room, size)))
        each = self._capacity(room, self._size)
        # As few columns as fit below each other: wider cards, and no empty corner that could be filled.
        self._columns = max(1, ceil(min(tables, each) / self._rows(room, self._size)))
        self._screens = [
            Screen(number, first, min(first + each, len(seated) + 1) - 1)
            for number, seated in enumerate(self._view.rounds)
            for first in range(1, len(seated) + 1, each)
        ]
        self._at = next(place for place, screen in enumerate(self._screens) if screen.round == shown)
        self._show()

    def _capacity(self, room: QSize, size: Size) -> int:
        return columns_for(self, room.width(), size) * self._rows(room, size)

    def _rows(self, room: QSize, size: Size) -> int:
        return rows_for(self, room.height(), size, [seats for tables in self._view.rounds for seats in tables])

    def _show(self) -> None:
        screen = self.screen_shown
        tables = self._view.rounds[screen.round]
        self.ui.round_label.setText(self._view.plan.rounds[screen.round])
        whole = screen.first == 1 and screen.last == len(tables)
        self.ui.part_label.setText("" if whole else f"Tables {screen.first} to {screen.last} of {len(tables)}")
        self.ui.previous_button.setEnabled(self._at > 0)
        self.ui.next_button.setEnabled(self._at + 1 < len(self._screens))
        shown = tables[screen.first - 1 : screen.last]
        show_tables(self.ui.tables_grid, shown, self._columns, self._size, screen.first)
