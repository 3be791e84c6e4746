"""The New event dialog."""

from datetime import date, datetime, timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QLineEdit, QWidget

from sla_desktop.domain.errors import SlaError
from sla_desktop.domain.events import DEFAULT_ZONE, Event
from sla_desktop.domain.text import fold
from sla_desktop.gui.events.typed import read_day, read_time
from sla_desktop.gui.forms.ui_event_dialog import Ui_EventDialog
from sla_desktop.gui.shared import icons
from sla_desktop.gui.shared.banner import announce
from sla_desktop.gui.shared.layouts import fit
from sla_desktop.gui.shared.theme import set_look
from sla_desktop.services import events
from sla_desktop.storage.store import Store


class EventDialog(QDialog):
    """Asks for name, venue, times and who invites; `made` carries the new event."""

    made = Signal(object)

    def __init__(self, store: Store, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ui = Ui_EventDialog()
        self.ui.setupUi(self)  # type: ignore[no-untyped-call]
        self._store = store
        self._sure: tuple[str, date] | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.ui.date_edit.setText(f"{date.today() + timedelta(days=1):%d/%m/%Y}")
        self.ui.starts_edit.setText("09:00")
        self.ui.ends_edit.setText("16:30")
        self._forgive()
        self.ui.save_button.clicked.connect(self._on_save_clicked)
        self.ui.cancel_button.clicked.connect(self.reject)
        icons.dress(self)
        fit(self)
        self.ui.title_edit.setFocus()

    def _on_save_clicked(self) -> None:
        ui = self.ui
        self._forgive()
        read = ui.date_edit
        try:
            day = read_day(read.text())
            read = ui.starts_edit
            starts = read_time(read.text(), day, DEFAULT_ZONE)
            read = ui.ends_edit
            ends = read_time(read.text(), day, DEFAULT_ZONE)
            read = ui.title_edit
            self._ask_about_namesake(starts, day)
            read = ui.ends_edit if ui.title_edit.text().strip() else ui.title_edit
            event = self._add(starts, ends)
        except SlaError as error:
            self._refuse(read, str(error))
            return
        self.accept()
        self.made.emit(event)

    def _ask_about_namesake(self, starts: datetime, day: date) -> None:
        """SlaError, once, where there is such an event already."""
        meant = (fold(self.ui.title_edit.text()), day)
        known = events.namesake(self._store, self.ui.title_edit.text(), starts)
        if known is not None and self._sure != meant:
            self._sure = meant
            raise SlaError(f"There is “{known.title}” on that day already. For another, press Create event again.")

    def _add(self, starts: datetime, ends: datetime) -> Event:
        ui = self.ui
        return events.add_event(
            self._store,
            title=ui.title_edit.text(),
            venue=ui.venue_edit.text(),
            starts=starts,
            ends=ends,
            organiser=ui.organiser_edit.text(),
            contact=ui.contact_edit.text(),
            programme=ui.programme_edit.text(),
        )

    def _forgive(self) -> None:
        ui = self.ui
        for field in (ui.title_edit, ui.date_edit, ui.starts_edit, ui.ends_edit):
            set_look(field, "wrong", "false")
        ui.error_label.hide()
        ui.when_error_label.hide()

    def _refuse(self, field: QLineEdit, sentence: str) -> None:
        label = self.ui.error_label if field is self.ui.title_edit else self.ui.when_error_label
        label.setText(sentence)
        label.show()
        announce(label, sentence)
        set_look(field, "wrong", "true")
        field.setFocus()
        field.selectAll()
