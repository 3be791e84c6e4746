"""Where a desk stands: the whole event, a session, or a room in which the time decides."""

from collections.abc import Iterable

from PySide6.QtWidgets import QComboBox

from sla_desktop.domain.events import Event
from sla_desktop.gui.attendance import model
from sla_desktop.services import events
from sla_desktop.services.presence import Fullness
from sla_desktop.services.tickets import Place
from sla_desktop.storage.store import Store

_WHOLE = "The whole event"
_EDGES = 40


class Where:
    """The chooser at the top of the Check-in page."""

    def __init__(self, combo: QComboBox, store: Store, event: Event) -> None:
        self._combo, self._store, self._event = combo, store, event
        self._offered: dict[str, tuple[str, Place]] = {}
        # The box is narrower than the names of sessions.
        combo.currentTextChanged.connect(combo.setToolTip)

    @property
    def place(self) -> Place:
        """What is chosen."""
        _, place = self._offered.get(self._combo.currentData() or "", (_WHOLE, Place(self._event.id)))
        return place

    def show(self, sessions: Iterable[Fullness]) -> None:
        """Offer sessions with how full they are, and rooms; what was chosen stays chosen."""
        event_id = self._event.id
        offered = {"": (_WHOLE, Place(event_id))}
        for full in sessions:
            if full.session.counts:
                words = model.session_words(full, self._event)
                offered[str(full.session.id)] = (words, Place(event_id, full.session.id))
        for room in sorted(events.rooms(self._store, event_id).values(), key=lambda one: one.name):
            offered[str(room.id)] = (f"Whatever is on in {room.name}", Place(event_id, room=room.name))
        if offered != self._offered:
            self._offer(offered)

    def _offer(self, offered: dict[str, tuple[str, Place]]) -> None:
        kept = self._combo.currentData()
        self._combo.clear()
        for key, (words, _) in offered.items():
            self._combo.addItem(words, key)
        self._offered = offered
        self._combo.setCurrentIndex(max(0, self._combo.findData(kept)))
        # The list is as wide as its words, however narrow the box.
        view = self._combo.view()
        view.setMinimumWidth(view.sizeHintForColumn(0) + _EDGES)
