"""The page on which an event is chosen or created; the first thing a new laptop shows."""

from PySide6.QtCore import Signal

from sla_desktop.domain.events import Event, days
from sla_desktop.gui.events.event_dialog import EventDialog
from sla_desktop.gui.forms.ui_events_page import Ui_EventsPage
from sla_desktop.gui.shared import icons
from sla_desktop.gui.shared.page import Page
from sla_desktop.gui.shared.rows import Row, RowList, dress_list
from sla_desktop.gui.shared.theme import set_look
from sla_desktop.services import events
from sla_desktop.storage.store import Store

_MOST_ROWS = 6


class EventsPage(Page):
    """Lists the events; `chosen` carries the one to open."""

    chosen = Signal(object)
    share_wanted = Signal()
    watches = frozenset({"event"})

    def __init__(self, store: Store) -> None:
        super().__init__()
        self.ui = Ui_EventsPage()
        self.ui.setupUi(self)  # type: ignore[no-untyped-call]
        self._store = store
        self.events = RowList[Event](_row, self)
        dress_list(self.ui.events_list, self.events, scale=1.1)
        self.ui.create_button.clicked.connect(self.create_event)
        self.ui.share_button.clicked.connect(self.share_wanted)
        self.ui.open_button.clicked.connect(self._on_open_wanted)
        self.ui.events_list.activated.connect(self._on_open_wanted)

    def refresh(self) -> None:
        """Load the events."""
        self.events.show(events.list_events(self._store))
        known = bool(self.events.records)
        self.ui.events_card.setVisible(known)
        self.ui.open_button.setVisible(known)
        self.ui.share_button.setVisible(not known)
        self.ui.steps_card.setVisible(not known)
        self.ui.title_label.setText("Which event is it?" if known else "Welcome")
        self.ui.subtitle_label.setVisible(not known)
        set_look(self.ui.open_button, "look", "primary" if known else "")
        set_look(self.ui.create_button, "look", "" if known else "primary")
        icons.dress(self)
        if known:
            rows = min(len(self.events.records), _MOST_ROWS)
            self.ui.events_list.setFixedHeight(rows * self.ui.events_list.sizeHintForRow(0) + 8)
            self.ui.events_list.setCurrentIndex(self.events.index(0, 0))
        self.focus_search()

    def focus_search(self) -> None:
        """Put the focus where the next step is."""
        (self.ui.events_list if self.events.records else self.ui.create_button).setFocus()

    def allow_creating(self, allowed: bool) -> None:
        """Offer a new event only to those who run events."""
        self.ui.create_button.setVisible(allowed)

    def create_event(self) -> None:
        """Ask for a new event and open it."""
        dialog = EventDialog(self._store, self)
        dialog.saved.connect(self.chosen)
        dialog.open()

    def _on_open_wanted(self) -> None:
        index = self.ui.events_list.currentIndex()
        if index.isValid():
            self.chosen.emit(self.events.records[index.row()])


def _row(event: Event) -> Row:
    told = [days(event), event.venue]
    return Row(event.title, "  ·  ".join(part for part in told if part), icon="calendar-event")
