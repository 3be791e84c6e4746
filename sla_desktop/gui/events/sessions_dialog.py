"""The sessions of an event: which there are, adding one, changing one and taking one out."""

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget

from sla_desktop.domain.errors import SlaError
from sla_desktop.domain.events import Event, Room, Session, clock, lasts_days, local, span
from sla_desktop.domain.ids import RoomId
from sla_desktop.domain.text import clean
from sla_desktop.gui.forms.ui_sessions_dialog import Ui_SessionsDialog
from sla_desktop.gui.shared import icons
from sla_desktop.gui.shared.banner import announce
from sla_desktop.gui.shared.chips import Chip
from sla_desktop.gui.shared.layouts import fit
from sla_desktop.gui.shared.prompts import Prompts
from sla_desktop.gui.shared.rows import Row, RowList, dress_list
from sla_desktop.gui.shared.typed import read_end, read_time, read_time_at
from sla_desktop.services import event_changes, events
from sla_desktop.storage.store import Store

_MOST_DAYS = 60


class SessionsDialog(QDialog):
    """Adds sessions one after the other, or changes the one chosen in the list."""

    def __init__(self, store: Store, event: Event, prompts: Prompts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ui = Ui_SessionsDialog()
        self.ui.setupUi(self)  # type: ignore[no-untyped-call]
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._store, self._event, self._prompts = store, event, prompts
        self._rooms: dict[RoomId, Room] = {}
        self.sessions = RowList[Session](self._row, self)
        dress_list(self.ui.sessions_list, self.sessions)
        self._offer_days()
        self._connect()
        icons.dress(self)
        fit(self)
        self._load()
        self.ui.title_edit.setFocus()

    @property
    def _chosen(self) -> Session | None:
        rows = self.ui.sessions_list.selectedIndexes()
        return self.sessions.records[rows[0].row()] if rows else None

    def _connect(self) -> None:
        ui = self.ui
        ui.add_button.clicked.connect(self._on_save_clicked)
        ui.remove_button.clicked.connect(self._on_remove_clicked)
        ui.another_button.clicked.connect(lambda: self._load())
        ui.close_button.clicked.connect(self.accept)
        ui.room_edit.textChanged.connect(self._show_room)
        ui.sessions_list.selectionModel().selectionChanged.connect(self._on_chosen)

    def _offer_days(self) -> None:
        """A day to choose, where the event has several; one night has each time of day once."""
        day, last = self._event.day, local(self._event.ends, self._event.zone).date()
        more = min((last - day).days, _MOST_DAYS) if lasts_days(self._event) else 0
        days = [day + timedelta(days=number) for number in range(more + 1)]
        for one in days:
            self.ui.day_combo.addItem(f"{one:%a} {one.day} {one:%b}", one)
        for part in (self.ui.day_label, self.ui.day_combo):
            part.setVisible(len(days) > 1)

    def _load(self, made: Session | None = None) -> None:
        """Show the sessions, and the boxes for one that follows the one just made, or the last of them."""
        self._rooms = events.rooms(self._store, self._event.id)
        known = events.sessions(self._store, self._event.id)
        self.sessions.show(known)
        self.ui.sessions_list.clearSelection()
        self.ui.counts_box.setChecked(True)
        self.ui.room_edit.clear()
        self.ui.places_spin.setValue(0)
        self._show_room()
        self._fill("", made.ends if made else known[-1].ends if known else self._event.starts)
        if made in known:
            self.ui.sessions_list.scrollTo(self.sessions.index(known.index(made)))
        self._show_mode()

    def _on_chosen(self) -> None:
        session = self._chosen
        if session is not None:
            room = self._rooms.get(session.room_id) if session.room_id else None
            self._fill(session.title, session.starts, session.ends)
            self.ui.room_edit.setText(room.name if room else "")
            self._show_room()
            self.ui.places_spin.setValue(session.capacity or 0)
            self.ui.counts_box.setChecked(session.counts)
        self._show_mode()

    def _show_room(self) -> None:
        """Show how many the room holds that is typed, where it is known."""
        typed = clean(self.ui.room_edit.text())
        self.ui.room_places_spin.setEnabled(bool(typed))
        known = _named(typed, self._rooms)
        self.ui.room_places_spin.setValue(known.capacity or 0 if known else 0)

    def _fill(self, title: str, starts: datetime, ends: datetime | None = None) -> None:
        ui, begins = self.ui, local(starts, self._event.zone)
        ui.title_edit.setText(title)
        ui.day_combo.setCurrentIndex(max(0, (begins.date() - self._event.day).days))
        ui.starts_edit.setText(clock(starts, self._event.zone))
        ui.ends_edit.setText(clock(ends or self._likely_end(starts), self._event.zone))

    def _likely_end(self, starts: datetime) -> datetime:
        """An hour later, or when the event ends."""
        hour = starts + timedelta(hours=1)
        return min(hour, self._event.ends) if starts < self._event.ends else hour

    def _show_mode(self) -> None:
        ui, changing = self.ui, self._chosen is not None
        ui.error_label.hide()
        ui.add_button.setText("Save session" if changing else "Add session")
        icons.change(ui.add_button, "check" if changing else "plus")
        ui.remove_button.setVisible(changing)
        ui.another_button.setVisible(changing)

    def _on_save_clicked(self) -> None:
        self._do(lambda: self._change(session) if (session := self._chosen) else self._add())

    def _on_remove_clicked(self) -> None:
        session = self._chosen
        question = f"Take “{session.title}” out of the event, on all laptops?" if session else ""
        if session is not None and self._prompts.ask(self, question, "Remove session"):
            self._do(lambda: event_changes.remove_session(self._store, session))

    def _do(self, work: Callable[[], object]) -> None:
        try:
            made = work()
        except SlaError as error:
            self.ui.error_label.setText(str(error))
            self.ui.error_label.show()
            announce(self.ui.error_label, str(error))
        else:
            self._load(made if isinstance(made, Session) else None)
        self.ui.title_edit.setFocus()

    def _add(self) -> Session:
        made = events.add_session(self._store, self._event.id, room=self.ui.room_edit.text(), **self._typed())
        self._keep_room()
        return made

    def _keep_room(self) -> None:
        name, holds = clean(self.ui.room_edit.text()), self.ui.room_places_spin.value() or None
        known = _named(name, events.rooms(self._store, self._event.id))
        if known is not None and known.capacity != holds:
            events.add_room(self._store, self._event.id, name, holds)

    def _change(self, session: Session) -> None:
        event_changes.change_session(self._store, session, self._typed(), room=self.ui.room_edit.text())
        self._keep_room()

    def _typed(self) -> dict[str, Any]:
        ui = self.ui
        starts = self._start(ui.starts_edit.text())
        return {
            "title": ui.title_edit.text(),
            "starts": starts,
            "ends": read_end(ui.ends_edit.text(), starts, self._event.zone),
            "capacity": ui.places_spin.value() or None,
            "counts": ui.counts_box.isChecked(),
        }

    def _start(self, text: str) -> datetime:
        if self.ui.day_combo.count() > 1:
            return read_time(text, self.ui.day_combo.currentData(), self._event.zone)
        return read_time_at(text, self._event)

    def _row(self, session: Session) -> Row:
        told = [span(session, self._event)]
        room = self._rooms.get(session.room_id) if session.room_id else None
        told += [f"{room.name}, which holds {room.capacity}" if room.capacity else room.name] if room else []
        told += [f"{session.capacity} places"] if session.capacity else []
        chip = None if session.counts else Chip("Does not count", icon="clock")
        return Row(session.title, "  ·  ".join(told), chip)


def _named(name: str, rooms: Mapping[RoomId, Room]) -> Room | None:
    return next((room for room in rooms.values() if room.name == name), None)
