"""The rules of an event's door and of its sessions' doors: who is let in, when, how often, and how many."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget

from sla_desktop.domain.doors import EVERY_SCAN, ONCE, RE_ENTRY, Door
from sla_desktop.domain.errors import SlaError
from sla_desktop.domain.events import Event, Room, day_and_clock, local
from sla_desktop.domain.ids import SessionId
from sla_desktop.domain.text import clean_line, counted, joined
from sla_desktop.domain.times import on_24_hours
from sla_desktop.gui.forms.ui_rules_dialog import Ui_RulesDialog
from sla_desktop.gui.shared import icons
from sla_desktop.gui.shared.banner import announce
from sla_desktop.gui.shared.layouts import fit
from sla_desktop.gui.shared.typed import read_time
from sla_desktop.services import doors, events, presence
from sla_desktop.storage.store import Store

_AGAIN = {
    RE_ENTRY: "Again after leaving",
    ONCE: "Once only",
    EVERY_SCAN: "As often as they are scanned",
}
_TIMES = ("not_before", "not_after")
_SEPARATOR = ";"
_MOST = 100_000


class RulesDialog(QDialog):
    """One door after the other; limits and questions that it has no box for stay as they are."""

    def __init__(self, store: Store, event: Event, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ui = Ui_RulesDialog()
        self.ui.setupUi(self)  # type: ignore[no-untyped-call]
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._store, self._event = store, event
        self._rooms: dict[SessionId, Room] = {}
        for value, words in _AGAIN.items():
            self.ui.entries_combo.addItem(words, value)
        self._offer_doors()
        self.ui.door_combo.currentIndexChanged.connect(self._load)
        self.ui.save_button.clicked.connect(self._on_save_clicked)
        self.ui.close_button.clicked.connect(self.reject)
        icons.dress(self)
        fit(self)
        self._load()

    @property
    def _session(self) -> SessionId | None:
        return self.ui.door_combo.currentData()  # type: ignore[no-any-return]

    def _offer_doors(self) -> None:
        rooms = events.rooms(self._store, self._event.id)
        self.ui.door_combo.addItem("The whole event", None)
        for session in events.sessions(self._store, self._event.id):
            self.ui.door_combo.addItem(f"{day_and_clock(session.starts, self._event)}  {session.title}", session.id)
            if session.room_id:
                self._rooms[session.id] = rooms[session.room_id]
        types = [one.ticket_type for one in presence.by_ticket_type(self._store, self._event.id) if one.ticket_type]
        self.ui.admits_edit.setPlaceholderText(f"All: {f'{_SEPARATOR} '.join(types)}" if types else "All")

    def _load(self) -> None:
        ui, door = self.ui, doors.rules_of(self._store, self._event.id, self._session)
        ui.admits_edit.setText(f"{_SEPARATOR} ".join(door.admits))
        known = _in_boxes(door.limits)
        for name in _TIMES:
            getattr(ui, f"{name}_edit").setText(known.get(name, ""))
        ui.most_entries_spin.setValue(known.get("most_entries", 0))
        ui.entries_combo.setCurrentIndex(ui.entries_combo.findData(door.entries))
        ui.unpaid_box.setChecked(door.unpaid)
        room = self._rooms.get(self._session) if self._session else None
        for part in (ui.room_label, ui.room_spin):
            part.setVisible(room is not None)
        ui.room_label.setText(f"&Places in {room.name}" if room else "")
        ui.room_spin.setValue(room.capacity or 0 if room else 0)
        ui.more_label.setText(_others(door))
        ui.more_label.setVisible(bool(ui.more_label.text()))
        ui.error_label.hide()

    def _on_save_clicked(self) -> None:
        try:
            doors.set_rules(self._store, self._event.id, self._typed(), self._session)
            self._save_room()
        except SlaError as error:
            self.ui.error_label.setText(str(error))
            self.ui.error_label.show()
            announce(self.ui.error_label, str(error))
            return
        self.accept()

    def _save_room(self) -> None:
        room, places = self._rooms.get(self._session) if self._session else None, self.ui.room_spin.value() or None
        if room is not None and room.capacity != places:
            events.add_room(self._store, self._event.id, room.name, places)

    def _typed(self) -> dict[str, Any]:
        ui, limits = self.ui, doors.rules_of(self._store, self._event.id, self._session).limits
        told: dict[str, Any] = {name: self._time(getattr(ui, f"{name}_edit").text()) for name in _TIMES}
        told["most_entries"] = ui.most_entries_spin.value()
        others = {name: value for name, value in limits.items() if name not in _in_boxes(limits)}
        limits = others | {name: value for name, value in told.items() if value}
        return {
            "admits": [name for part in ui.admits_edit.text().split(_SEPARATOR) if (name := clean_line(part))],
            "entries": ui.entries_combo.currentData(),
            "unpaid": ui.unpaid_box.isChecked(),
            "limits": limits,
        }

    def _time(self, text: str) -> str:
        """A time of every day, or of one: as a limit is kept. SlaError if it is none."""
        text, zone = clean_line(text), self._event.zone
        if not text:
            return ""
        if on_24_hours(text) or not text[:4].isdecimal():
            return f"{local(read_time(text, self._event.day, zone), zone):%H:%M}"
        return f"{local(events.moment(text, zone), zone):%Y-%m-%d %H:%M}"


def _in_boxes(limits: Mapping[str, Any]) -> dict[str, Any]:
    """The limits that the boxes can show as they are."""
    found = {name: limits[name] for name in _TIMES if isinstance(limits.get(name), str)}
    most = limits.get("most_entries")
    return found | ({"most_entries": most} if type(most) is int and 0 <= most <= _MOST else {})


def _others(door: Door) -> str:
    """What the door has beside the boxes, in words."""
    more = len(set(door.limits) - set(_in_boxes(door.limits)))
    told = [counted(more, "further limit")] * bool(more)
    told += [counted(len(door.questions), "question")] * bool(door.questions)
    return f"The door also has {joined(told)}; they stay as they are." if told else ""
