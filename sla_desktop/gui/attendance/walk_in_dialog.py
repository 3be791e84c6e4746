"""The Walk-in dialog: a name and an organisation, Enter, and the person is in."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QLineEdit, QWidget

from sla_desktop.domain.attendance import PERHAPS_LISTED
from sla_desktop.domain.errors import NoAddress, SlaError
from sla_desktop.domain.ids import EventId, RegistrationId, SessionId
from sla_desktop.domain.sorting import TITLES
from sla_desktop.domain.text import fold
from sla_desktop.gui.forms.ui_walk_in_dialog import Ui_WalkInDialog
from sla_desktop.gui.shared import icons
from sla_desktop.gui.shared.layouts import complete, fit
from sla_desktop.gui.shared.theme import set_look
from sla_desktop.gui.shared.timers import single_shot
from sla_desktop.services import walk_ins
from sla_desktop.services.search import Index
from sla_desktop.services.tickets import is_ticket
from sla_desktop.services.walk_ins import NewPerson
from sla_desktop.storage.store import Store

_ANYWAY = "Press Check in again to let them in all the same."
_CHECK_IN, _SOMEBODY_ELSE = "Check in", "No, add somebody else"
# As long as a second Enter may follow the first before anybody has read what the first one brought.
_PAUSE_MS = 700


class WalkInDialog(QDialog):
    """Registers and checks in; `decided` carries the verdict, `found` who was on the list after all."""

    decided, found = Signal(object), Signal(object)

    def __init__(
        self,
        store: Store,
        event_id: EventId,
        desk: str,
        session: SessionId | None,
        known: Index | None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.ui = Ui_WalkInDialog()
        self.ui.setupUi(self)  # type: ignore[no-untyped-call]
        self._store, self._event_id, self._desk, self._session = store, event_id, desk, session
        self._known = known
        self._sure: NewPerson | None = None
        self._listed: RegistrationId | None = None
        self._pause = single_shot(self, _PAUSE_MS, lambda: None)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        complete(self.ui.organisation_edit, walk_ins.organisations(store))
        self.ui.error_label.hide()
        self._offer(None)
        for field in self.findChildren(QLineEdit):
            field.textEdited.connect(self._on_typed)
        self.ui.same_button.clicked.connect(self._on_same_clicked)
        self.ui.check_in_button.clicked.connect(self._on_check_in_clicked)
        self.ui.cancel_button.clicked.connect(self.reject)
        icons.dress(self)
        fit(self)

    def start_with(self, text: str) -> None:
        """Fill in the name from what was already typed."""
        words = text.split()
        first = 2 if len(words) > 2 and fold(words[0]) in TITLES else 1
        self.ui.given_edit.setText(" ".join(words[:first]))
        self.ui.family_edit.setText(" ".join(words[first:]))
        self.ui.given_edit.setFocus()
        self.ui.given_edit.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter of a hand that is faster than the eye answers no question."""
        if not (self._pause.isActive() and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)):
            super().keyPressEvent(event)

    def _on_typed(self) -> None:
        """Whoever is typed now was not asked about."""
        self._sure = None
        self._offer(None)

    def _on_check_in_clicked(self) -> None:
        names = (self.ui.given_edit, self.ui.family_edit)
        if scanned := next((field for field in names if is_ticket(field.text())), None):
            # A scanner types into whatever form is open, and ends with Enter.
            scanned.clear()
            self._refuse("That was a ticket, not a name, so nobody was added. Close this form and scan it again.")
            return
        ui = self.ui
        person = NewPerson(
            given=ui.given_edit.text(),
            family=ui.family_edit.text(),
            organisation=ui.organisation_edit.text(),
            role=ui.role_edit.text(),
            email=ui.email_edit.text(),
        )
        try:
            verdict = walk_ins.walk_in(
                self._store,
                self._event_id,
                person,
                desk=self._desk,
                session=self._session,
                sure=self._sure == person,
                besides=self._listed if self._sure == person else None,
                known=self._known,
            )
        except SlaError as error:
            self._offer(None)
            self._refuse(str(error), self._wrong(error, person))
            return
        if not verdict.recorded:
            self._sure = person
            self._offer(verdict.registration_id)
            self._refuse(verdict.detail if verdict.code == PERHAPS_LISTED else f"{verdict.detail} {_ANYWAY}")
            self._pause.start()
            return
        self.accept()
        self.decided.emit(verdict)

    def _on_same_clicked(self) -> None:
        self.accept()
        self.found.emit(self._listed)

    def _offer(self, listed: RegistrationId | None) -> None:
        """Let Enter check in who is on the list; without anybody, who was typed."""
        self._listed, ui = listed, self.ui
        ui.same_button.setVisible(listed is not None)
        ui.check_in_button.setText(_SOMEBODY_ELSE if listed else _CHECK_IN)
        usual, other = (ui.same_button, ui.check_in_button) if listed else (ui.check_in_button, ui.same_button)
        usual.setDefault(True)
        set_look(usual, "look", "primary")
        set_look(other, "look", "")

    def _wrong(self, error: SlaError, person: NewPerson) -> QLineEdit | None:
        """The field in which something is to be put right."""
        if isinstance(error, NoAddress):
            return self.ui.email_edit
        return None if person.given or person.family else self.ui.given_edit

    def _refuse(self, sentence: str, wrong: QLineEdit | None = None) -> None:
        self.ui.error_label.setText(sentence)
        self.ui.error_label.show()
        for field in self.findChildren(QLineEdit):
            set_look(field, "wrong", "true" if field is wrong else "")
        (wrong or self.ui.given_edit).setFocus()
