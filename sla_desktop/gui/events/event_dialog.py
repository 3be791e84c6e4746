"""The New event dialog."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from PySide6.QtCore import QDate, Qt, QTime, Signal
from PySide6.QtWidgets import QDialog, QWidget

from sla_desktop.domain.errors import SlaError
from sla_desktop.domain.events import DEFAULT_ZONE
from sla_desktop.gui.forms.ui_event_dialog import Ui_EventDialog
from sla_desktop.gui.shared import icons
from sla_desktop.gui.shared.layouts import fit
from sla_desktop.gui.shared.theme import set_look
from sla_desktop.services import events
from sla_desktop.storage.store import Store


class EventDialog(QDialog):
    """Asks for name, venue and times; `made` carries the new event."""

    made = Signal(object)

    def __init__(self, store: Store, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ui = Ui_EventDialog()
        self.ui.setupUi(self)  # type: ignore[no-untyped-call]
        self._store = store
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        tomorrow = date.today() + timedelta(days=1)
        self.ui.date_edit.setDate(QDate(tomorrow.year, tomorrow.month, tomorrow.day))
        self.ui.starts_edit.setTime(QTime(9, 0))
        self.ui.ends_edit.setTime(QTime(16, 30))
        self.ui.error_label.hide()
        self.ui.save_button.clicked.connect(self._on_save_clicked)
        self.ui.cancel_button.clicked.connect(self.reject)
        icons.dress(self)
        fit(self)

    def _on_save_clicked(self) -> None:
        try:
            event = events.add_event(
                self._store,
                title=self.ui.title_edit.text(),
                venue=self.ui.venue_edit.text(),
                starts=self._moment(self.ui.starts_edit.time()),
                ends=self._moment(self.ui.ends_edit.time()),
            )
        except SlaError as error:
            self.ui.error_label.setText(str(error))
            self.ui.error_label.show()
            set_look(self.ui.title_edit, "wrong", "false" if self.ui.title_edit.text().strip() else "true")
            self.ui.title_edit.setFocus()
            return
        self.accept()
        self.made.emit(event)

    def _moment(self, clock: QTime) -> datetime:
        day = self.ui.date_edit.date()
        at = datetime.combine(
            date(day.year(), day.month(), day.day()), time(clock.hour(), clock.minute()), ZoneInfo(DEFAULT_ZONE)
        )
        return at.astimezone(UTC)
