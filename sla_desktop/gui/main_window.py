"""The main window: the rail, the menus and which page shows; nothing else."""

from collections.abc import Callable, Mapping, Sequence
from typing import cast

from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtGui import QActionGroup, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QMainWindow, QPushButton

from sla_desktop.domain.events import Event, clock, days
from sla_desktop.domain.text import counted
from sla_desktop.gui.forms.ui_main_window import Ui_MainWindow
from sla_desktop.gui.shared import icons
from sla_desktop.gui.shared.page import Page
from sla_desktop.gui.shared.theme import Appearance, Scheme

STAGES = ("people", "check_in", "breakouts", "feedback", "documents", "sync")
SYNC = "sync"
# The widest borders and the highest title bar that window managers draw around a window.
FRAME = QSize(16, 40)
BuildPage = Callable[[Event], Page]


class MainWindow(QMainWindow):
    """Shows one event's pages, built when they are first visited, or the page on which an event is chosen."""

    painted = Signal()
    event_opened = Signal(object)
    new_event_wanted = Signal()
    guide_wanted = Signal()
    about_wanted = Signal()

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self.ui = Ui_MainWindow()
        self.ui.setupUi(self)  # type: ignore[no-untyped-call]
        self.resize(self.size().boundedTo(self.screen().availableSize() - FRAME))
        self.appearance = appearance
        self._build: Mapping[str, BuildPage] = {}
        self._build_sync: Callable[[], Page] = Page
        self._events_page = Page()
        self._was_painted = False
        self._pages: dict[str, Page] = {}
        self._allowed: Sequence[str] = STAGES
        self._event: Event | None = None
        self._text_size = appearance.looks.size
        self.ui.pages.addWidget(self._events_page)
        self._connect_stages()
        self._connect_menus()
        appearance.changed.connect(self._on_appearance_changed)
        self._on_appearance_changed()
        self.choose_event()

    @property
    def page(self) -> Page:
        """The page that shows."""
        return cast(Page, self.ui.pages.currentWidget())

    @property
    def stage(self) -> str:
        """The stage that shows, or nothing where an event is chosen."""
        return next((stage for stage, page in self._pages.items() if page is self.page), "")

    @property
    def half_typed(self) -> bool:
        """Whether somebody is typing, or has a dialog open: a page that is made anew would lose it."""
        focused = self.focusWidget()
        typing = isinstance(focused, QLineEdit) and self.page.isAncestorOf(focused) and bool(focused.text())
        return typing or QApplication.activeModalWidget() is not None

    @property
    def shown_event(self) -> Event | None:
        """The event that is open, if one is."""
        return self._event

    def furnish(self, events_page: Page, build: Mapping[str, BuildPage], build_sync: Callable[[], Page]) -> None:
        """Give the window its pages, once there is data to show: the first one, and how to build each stage's.

        Sync needs no event: a new laptop gets its events there.
        """
        self.ui.pages.removeWidget(self._events_page)
        self._events_page.deleteLater()
        self._drop_pages()
        self._events_page, self._build, self._build_sync = events_page, build, build_sync
        self.ui.pages.addWidget(events_page)
        icons.dress(events_page)
        self.choose_event()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The first painting is told, after it is on the screen."""
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            QTimer.singleShot(0, self.painted.emit)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A key that no button wanted is the page's."""
        if not self.page.take_key(event):
            super().keyPressEvent(event)

    def open_event(self, event: Event, stage: str = "people") -> None:
        """Show an event, starting with one of its stages, or with the first that may be seen."""
        self._drop_pages()
        self._name_event(event)
        self._allow_stages(True)
        self.go(stage if stage in self._allowed else self._allowed[0])
        self.event_opened.emit(event)

    def take_event(self, event: Event) -> None:
        """Show the open event as it is now. Only Sync is not made anew: it may be busy with what brought this."""
        shown = self.stage
        sync = self._pages.pop(SYNC, None)
        self._drop_pages()
        self._name_event(event)
        if sync is not None:
            self._pages[SYNC] = sync
        if shown:
            self.go(shown)

    def allow(self, stages: Sequence[str]) -> None:
        """Show these stages and no others; what was open is made anew."""
        self._allowed = stages
        for stage in STAGES:
            self._button(stage).setVisible(stage in stages)
            getattr(self.ui, f"{stage}_action").setVisible(stage in stages)
        if self._event is not None:
            self.open_event(self._event, "check_in")

    def choose_event(self) -> None:
        """Show the page on which an event is chosen or created."""
        if self._event is None:
            self._allow_stages(False)
            self.ui.event_title_label.setText("No event open")
            self.ui.event_when_label.setText("Choose or create one")
        for stage in STAGES:
            self._button(stage).setAutoExclusive(False)
            self._button(stage).setChecked(False)
            self._button(stage).setAutoExclusive(True)
        self._show(self._events_page)

    def go(self, stage: str) -> None:
        """Show a stage of the event, or Sync, with or without an event."""
        if stage not in self._allowed:
            return
        if stage not in self._pages:
            page = self._make_page(stage)
            if page is None:
                return
            self._pages[stage] = page
            self.ui.pages.addWidget(page)
            icons.dress(page)
        self._button(stage).setChecked(True)
        self._show(self._pages[stage])

    def take_changes(self, nouns: frozenset[str]) -> None:
        """Something was committed: every page whose noun was touched reloads."""
        for page in (self._events_page, *self._pages.values()):
            page.take_changes(nouns)

    def show_device(self, name: str, role: str) -> None:
        """Say at the bottom which desk this is, and whose."""
        self.ui.device_label.setText(name)
        self.ui.role_label.setText(role)

    def show_unsent(self, sentence: str) -> None:
        """Say at the bottom what has not been sent yet."""
        self.ui.unsent_label.setText(sentence)

    def show_differences(self, count: int) -> None:
        """Say at the bottom how much is to settle; the words lead to the Sync page."""
        self.ui.differences_button.setText(f"{counted(count, 'difference')} to settle")
        self.ui.differences_button.setVisible(count > 0 and SYNC in self._allowed)

    def _name_event(self, event: Event) -> None:
        self._event = event
        start, end = clock(event.starts, event.zone), clock(event.ends, event.zone)
        self.ui.event_title_label.setText(event.title)
        self.ui.event_when_label.setText(f"{days(event)}\n{start} to {end}")
        self.setWindowTitle(f"{event.title} – SLA Desktop")

    def _make_page(self, stage: str) -> Page | None:
        if stage == SYNC:
            return self._build_sync()
        return self._build[stage](self._event) if self._event else None

    def _connect_stages(self) -> None:
        for stage in STAGES:
            self._button(stage).clicked.connect(lambda _checked, name=stage: self.go(name))
            getattr(self.ui, f"{stage}_action").triggered.connect(lambda _checked, name=stage: self.go(name))
        self.ui.switch_event_button.clicked.connect(self.choose_event)
        self.ui.differences_button.clicked.connect(lambda: self.go(SYNC))
        self.ui.colours_button.clicked.connect(self._on_colours_clicked)

    def _connect_menus(self) -> None:
        ui, looks = self.ui, self.appearance
        ui.new_event_action.triggered.connect(self.new_event_wanted)
        ui.switch_event_action.triggered.connect(self.choose_event)
        ui.print_action.triggered.connect(lambda: self.go("documents"))
        ui.quit_action.triggered.connect(self.close)
        ui.undo_action.triggered.connect(lambda: self.page.undo())
        ui.find_action.triggered.connect(lambda: self.page.focus_search())
        ui.guide_action.triggered.connect(self.guide_wanted)
        ui.about_action.triggered.connect(self.about_wanted)
        ui.larger_text_action.triggered.connect(lambda: looks.resize_text(+1))
        ui.smaller_text_action.triggered.connect(lambda: looks.resize_text(-1))
        ui.usual_text_action.triggered.connect(lambda: looks.resize_text(0))
        group = QActionGroup(self)
        for scheme in Scheme:
            action = getattr(ui, f"{scheme.value}_colours_action")
            action.setActionGroup(group)
            action.triggered.connect(lambda _checked, chosen=scheme: looks.choose(chosen))

    def _on_colours_clicked(self) -> None:
        self.appearance.choose(Scheme.LIGHT if self.appearance.is_dark else Scheme.DARK)

    def _on_appearance_changed(self) -> None:
        dark = self.appearance.is_dark
        self.ui.colours_button.setText("Light colours" if dark else "Dark colours")
        icons.change(self.ui.colours_button, "sun" if dark else "moon")
        getattr(self.ui, f"{self.appearance.looks.scheme.value}_colours_action").setChecked(True)
        self.ui.rail.setFixedWidth(min(280, self.fontMetrics().height() * 13))
        icons.dress(self)
        if self._text_size != self.appearance.looks.size:
            self._text_size = self.appearance.looks.size
            self.take_changes(frozenset().union(*(page.watches for page in self._pages.values())))

    def _show(self, page: Page) -> None:
        self.ui.pages.setCurrentWidget(page)
        self.ui.undo_action.setEnabled(page.can_undo)
        self.ui.switch_event_button.setVisible(self._event is not None or page is not self._events_page)
        page.focus_search()

    def _allow_stages(self, allowed: bool) -> None:
        for stage in STAGES:
            if stage == SYNC:
                continue
            self._button(stage).setEnabled(allowed)
            getattr(self.ui, f"{stage}_action").setEnabled(allowed)
        self.ui.print_action.setEnabled(allowed)
        self.ui.edit_event_action.setEnabled(allowed)
        self.ui.sessions_action.setEnabled(allowed)
        self.ui.rules_action.setEnabled(allowed)
        self.ui.roll_call_action.setEnabled(allowed)
        self.ui.paper_action.setEnabled(allowed)
        self.ui.self_check_in_action.setEnabled(allowed)
        self.ui.doubles_action.setEnabled(allowed)
        self.ui.issued_action.setEnabled(allowed)

    def _drop_pages(self) -> None:
        for page in self._pages.values():
            page.retire()
            self.ui.pages.removeWidget(page)
            page.deleteLater()
        self._pages.clear()

    def _button(self, stage: str) -> QPushButton:
        return cast(QPushButton, getattr(self.ui, f"{stage}_button"))
