"""The sessions of an event: which there are, and adding one."""

from datetime import UTC, datetime, time
from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt, QTime
from PySide6.QtWidgets import QDialog, QWidget

from sla_desktop.domain.errors import SlaError
from sla_desktop.domain.events import Event, Session, clock, local
from sla_desktop.domain.ids import RoomId
from sla_desktop.gui.forms.ui_sessions_dialog import Ui_SessionsDialog
from sla_desktop.gui.shared import icons
from sla_desktop.gui.shared.chips import Chip
from sla_desktop.gui.shared.layouts import fit
from sla_desktop.gui.shared.rows import Row, RowList, dress_list
from sla_desktop.services import events
from sla_desktop.storage.store import Store


class SessionsDialog(QDialog):
    """Adds sessions one after the other; the next one starts where the last one ends."""

    def __init__(self, store: Store, event: Event, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ui = Ui_SessionsDialog()
        self.ui.setupUi(self)  # type: ignore[no-untyped-call]
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._store, self._event = store, event
        self._rooms: dict[RoomId, str] = {}
        self.sessions = RowList[Session](self._row, self)
        dress_list(self.ui.sessions_list, self.sessions)
        self.ui.error_label.hide()
        self.ui.add_button.clicked.connect(self._on_add_clicked)
        self.ui.close_button.clicked.connect(self.accept)
        icons.dress(self)
        fit(self)
        self._load()
        self.ui.title_edit.setFocus()

    def _load(self) -> None:
        self._rooms = {key: room.name for key, room in events.rooms(self._store, self._event.id).items()}
        known = events.sessions(self._store, self._event.id)
        self.sessions.show(known)
        begins = local(known[-1].ends if known else self._event.starts, self._event.zone)
        self.ui.starts_edit.setTime(QTime(begins.hour, begins.minute))
        self.ui.ends_edit.setTime(QTime(begins.hour, begins.minute).addSecs(3600))

    def _on_add_clicked(self) -> None:
        ui = self.ui
        try:
            events.add_session(
                self._store,
                self._event.id,
                title=ui.title_edit.text(),
                starts=self._moment(ui.starts_edit.time()),
                ends=self._moment(ui.ends_edit.time()),
                room=ui.room_edit.text(),
                capacity=ui.places_spin.value() or None,
                counts=ui.counts_box.isChecked(),
            )
        except SlaError as error:
            ui.error_label.setText(str(error))
            ui.error_label.show()
        else:
            ui.error_label.hide()
            ui.title_edit.clear()
            self._load()
        ui.title_edit.setFocus()

    def _moment(self, at: QTime) -> datetime:
        zone = ZoneInfo(self._event.zone)
        return datetime.combine(self._event.day, time(at.hour(), at.minute()), zone).astimezone(UTC)

    def _row(self, session: Session) -> Row:
        zone = self._event.zone
        told = [f"{clock(session.starts, zone)} to {clock(session.ends, zone)}"]
        told += [self._rooms[session.room_id]] if session.room_id else []
        told += [f"{session.capacity} places"] if session.capacity else []
        chip = None if session.counts else Chip("Does not count", icon="clock")
        return Row(session.title, "  ·  ".join(told), chip)
