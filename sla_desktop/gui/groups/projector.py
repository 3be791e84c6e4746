"""The projector window: as many tables at a time as the back of the room can read, and a countdown."""

from dataclasses import dataclass
from math import ceil
from time import monotonic

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QWidget

from sla_desktop.gui.forms.ui_projector_window import Ui_ProjectorWindow
from sla_desktop.gui.shared import icons
from sla_desktop.services.groups import PlanView

_TICK = 200


@dataclass(frozen=True)
class Screen:
    """What shows at once: a round and the numbers of its tables that show."""

    round: int
    tables: tuple[int, ...]


class ProjectorWindow(QWidget):
    """Shows a plan screen by screen; arrow keys turn, the space bar starts and stops the countdown, Esc closes."""

    def __init__(self, view: PlanView, shown_round: int) -> None:
        super().__init__()
        self.ui = Ui_ProjectorWindow()
        self.ui.setupUi(self)  # type: ignore[no-untyped-call]
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._view = view
        called = view.called()
        self._used = [
            [(n, tuple(called[seat.registration_id] for seat in seats)) for n, seats in enumerate(tables, 1) if seats]
            for tables in view.rounds
        ]
        self._screens: list[Screen] = []
        self._at, self._round, self._places = 0, shown_round, 1
        self._ends: float | None = None
        self._clock = QTimer(self)
        self._clock.setInterval(_TICK)
        self._clock.timeout.connect(self._show_clock)
        self.ui.previous_button.clicked.connect(lambda: self.turn(-1))
        self.ui.next_button.clicked.connect(lambda: self.turn(+1))
        self.ui.close_button.clicked.connect(self.close)
        self.ui.countdown_button.clicked.connect(self.count_down)
        for key, step in ((Qt.Key.Key_Left, -1), (Qt.Key.Key_Right, 1)):
            QShortcut(key, self, lambda change=step: self.turn(change))
        QShortcut(Qt.Key.Key_Escape, self, self.close)
        QShortcut(Qt.Key.Key_Space, self, self.count_down)
        self.ui.wall.installEventFilter(self)
        icons.dress(self)
        self.ui.wall.setFocus()
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

    def count_down(self) -> None:
        """Start the countdown with the minutes that are set, or stop it."""
        running = self._ends is not None
        self._ends = None if running else monotonic() + 60 * self.ui.minutes_spin.value()
        self.ui.countdown_button.setText("Start countdown" if running else "Stop countdown")
        self.ui.minutes_spin.setVisible(running)
        self._show_clock()
        if running:
            self._clock.stop()
        else:
            self._clock.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._arrange()
        return False

    def _arrange(self) -> None:
        """Divide the rounds into as few screens as stay readable."""
        shown = self.screen_shown.round if self._screens else self._round
        self._places = self.ui.wall.measure(self._used)
        self._screens = [
            Screen(number, tuple(table for table, _ in tables[first : first + self._places]))
            for number, tables in enumerate(self._used)
            for first in range(0, max(1, len(tables)), self._places)
        ]
        self._at = next(place for place, screen in enumerate(self._screens) if screen.round == shown)
        self._show()

    def _show(self) -> None:
        screen = self.screen_shown
        tables = self._used[screen.round]
        self.ui.round_label.setText(self._view.plan.rounds[screen.round])
        whole = len(screen.tables) == len(tables)
        part = "" if whole else f"Tables {screen.tables[0]} to {screen.tables[-1]} of {tables[-1][0]}"
        self.ui.part_label.setText(part)
        self.ui.previous_button.setEnabled(self._at > 0)
        self.ui.next_button.setEnabled(self._at + 1 < len(self._screens))
        self.ui.wall.show_tables([one for one in tables if one[0] in screen.tables], self._places)

    def _show_clock(self) -> None:
        """The time that is left, in minutes and seconds."""
        if self._ends is None:
            self.ui.clock_label.setText("")
            return
        left = ceil(self._ends - monotonic())
        self.ui.clock_label.setText(f"{left // 60}:{left % 60:02}" if left > 0 else "Time is up")
