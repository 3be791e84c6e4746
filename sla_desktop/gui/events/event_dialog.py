"""The dialog for a new event, or for changing one."""

from datetime import date, datetime, timedelta
from zoneinfo import available_timezones

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QLineEdit, QWidget

from sla_desktop.domain.errors import SlaError
from sla_desktop.domain.events import DEFAULT_ZONE, Event, clock, lasts_days, local
from sla_desktop.domain.text import fold
from sla_desktop.gui.forms.ui_event_dialog import Ui_EventDialog
from sla_desktop.gui.shared import icons
from sla_desktop.gui.shared.banner import announce
from sla_desktop.gui.shared.layouts import complete, fit
from sla_desktop.gui.shared.theme import set_look
from sla_desktop.gui.shared.typed import read_day, read_end, read_time
from sla_desktop.services import event_changes, events
from sla_desktop.storage.store import Store


class EventDialog(QDialog):
    """Asks for name, venue, times and who invites, of a new event or of one that is changed; `saved` carries it."""

    saved = Signal(object)

    def __init__(self, store: Store, parent: QWidget | None = None, event: Event | None = None) -> None:
        super().__init__(parent)
        self.ui = Ui_EventDialog()
        self.ui.setupUi(self)  # type: ignore[no-untyped-call]
        self._store, self._event = store, event
        self._sure: tuple[str, date] | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._fill(event)
        complete(self.ui.zone_edit, sorted(available_timezones()))
        self._forgive()
        self.ui.save_button.clicked.connect(self._on_save_clicked)
        self.ui.cancel_button.clicked.connect(self.reject)
        icons.dress(self)
        fit(self)
        self.ui.title_edit.setFocus()

    def _fill(self, event: Event | None) -> None:
        ui = self.ui
        if event is None:
            ui.date_edit.setText(f"{date.today() + timedelta(days=1):%d/%m/%Y}")
            ui.starts_edit.setText("09:00")
            ui.ends_edit.setText("16:30")
            ui.zone_edit.setText(DEFAULT_ZONE)
            return
        self.setWindowTitle("Name, times and place")
        ui.heading_label.setText("Name, times and place")
        ui.save_button.setText("Save")
        ui.date_edit.setText(f"{event.day:%d/%m/%Y}")
        ui.starts_edit.setText(clock(event.starts, event.zone))
        ui.ends_edit.setText(clock(event.ends, event.zone))
        if lasts_days(event):
            ui.last_day_edit.setText(f"{local(event.ends, event.zone):%d/%m/%Y}")
        for name in ("title", "venue", "organiser", "contact", "zone"):
            getattr(ui, f"{name}_edit").setText(getattr(event, name))
        ui.programme_edit.setText(events.programme_title(self._store, event))

    def _on_save_clicked(self) -> None:
        ui = self.ui
        self._forgive()
        read = ui.zone_edit
        try:
            zone = events.check_zone(read.text().strip())
            read = ui.date_edit
            day = read_day(read.text())
            read = ui.starts_edit
            starts = read_time(read.text(), day, zone)
            read = ui.last_day_edit
            last = read_day(read.text()) if read.text().strip() else None
            read = ui.ends_edit
            # Without a last day the end is the next such time, perhaps after midnight.
            ends = read_time(read.text(), last, zone) if last else read_end(read.text(), starts, zone)
            read = ui.title_edit
            self._ask_about_namesake(starts, zone)
            read = (ui.last_day_edit if last else ui.ends_edit) if ui.title_edit.text().strip() else ui.title_edit
            event = self._save(starts, ends, zone)
        except SlaError as error:
            self._refuse(read, str(error))
            return
        self.accept()
        self.saved.emit(event)

    def _ask_about_namesake(self, starts: datetime, zone: str) -> None:
        """SlaError, once, where there is another such event already."""
        meant = (fold(self.ui.title_edit.text()), local(starts, zone).date())
        known = events.namesake(self._store, self.ui.title_edit.text(), starts, zone)
        same = known is None or (self._event is not None and known.id == self._event.id)
        if known is not None and not same and self._sure != meant:
            self._sure = meant
            again = f"press {self.ui.save_button.text()} again"
            raise SlaError(f"There is “{known.title}” on that day already. For another, {again}.")

    def _save(self, starts: datetime, ends: datetime, zone: str) -> Event:
        ui = self.ui
        told = {name: getattr(ui, f"{name}_edit").text() for name in ("title", "venue", "organiser", "contact")}
        programme = ui.programme_edit.text()
        if self._event is None:
            return events.add_event(self._store, starts=starts, ends=ends, zone=zone, programme=programme, **told)
        changed = event_changes.change_event(
            self._store, self._event.id, {"starts": starts, "ends": ends, "zone": zone, **told}
        )
        return events.set_programme(self._store, changed, programme)

    def _forgive(self) -> None:
        ui = self.ui
        for field in (ui.title_edit, ui.date_edit, ui.starts_edit, ui.ends_edit, ui.last_day_edit, ui.zone_edit):
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
