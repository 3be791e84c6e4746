"""Where a desk stands: the whole event, a session, or a room in which the time decides."""

from PySide6.QtWidgets import QComboBox

from sla_desktop.domain.events import Event
from sla_desktop.gui.attendance import model
from sla_desktop.services import events, presence
from sla_desktop.services.tickets import Place
from sla_desktop.storage.store import Store

_WHOLE = "The whole event"


class Where:
    """The chooser at the top of the Check-in page."""

    def __init__(self, combo: QComboBox, store: Store, event: Event) -> None:
        self._combo, self._store, self._event = combo, store, event
        self._places: dict[str, Place] = {}

    @property
    def place(self) -> Place:
        """What is chosen."""
        return self._places.get(self._combo.currentData() or "", Place(self._event.id))

    def refresh(self) -> None:
        """Load sessions with how full they are, and rooms; what was chosen stays chosen."""
        kept, event_id = self._combo.currentData(), self._event.id
        self._combo.clear()
        self._places = {}
        self._add("", _WHOLE, Place(event_id))
        for full in presence.fullness(self._store, event_id):
            if full.session.counts:
                words = model.session_words(full, self._event.zone)
                self._add(str(full.session.id), words, Place(event_id, full.session.id))
        for room in sorted(events.rooms(self._store, event_id).values(), key=lambda one: one.name):
            self._add(str(room.id), f"Whatever is on in {room.name}", Place(event_id, room=room.name))
        self._combo.setCurrentIndex(max(0, self._combo.findData(kept)))

    def _add(self, key: str, words: str, place: Place) -> None:
        self._places[key] = place
        self._combo.addItem(words, key)
