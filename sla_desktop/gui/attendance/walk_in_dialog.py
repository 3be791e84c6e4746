"""The Walk-in dialog: a name and an organisation, Enter, and the person is in."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QWidget

from sla_desktop.domain.attendance import PERHAPS_LISTED
from sla_desktop.domain.errors import SlaError
from sla_desktop.domain.ids import EventId, RegistrationId, SessionId
from sla_desktop.gui.forms.ui_walk_in_dialog import Ui_WalkInDialog
from sla_desktop.gui.shared import icons
from sla_desktop.gui.shared.layouts import complete, fit
from sla_desktop.gui.shared.theme import set_look
from sla_desktop.services import walk_ins
from sla_desktop.services.search import Index
from sla_desktop.services.walk_ins import NewPerson
from sla_desktop.storage.store import Store

_LISTED = "If so, press F8. If they are somebody else, press Check in again."
_ANYWAY = "Press Check in again to let them in all the same."


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
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        complete(self.ui.organisation_edit, walk_ins.organisations(store))
        self.ui.error_label.hide()
        self.ui.same_button.hide()
        self.ui.same_button.clicked.connect(self._on_same_clicked)
        self.ui.check_in_button.clicked.connect(self._on_check_in_clicked)
        self.ui.cancel_button.clicked.connect(self.reject)
        icons.dress(self)
        fit(self)

    def start_with(self, text: str) -> None:
        """Fill in the name from what was already typed."""
        given, _, family = text.strip().partition(" ")
        self.ui.given_edit.setText(given)
        self.ui.family_edit.setText(family)
        fields = (self.ui.given_edit, self.ui.family_edit, self.ui.organisation_edit)
        next((field for field in fields if not field.text()), self.ui.organisation_edit).setFocus()

    def _on_check_in_clicked(self) -> None:
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
            self._listed = None
            self._refuse(str(error))
            return
        if not verdict.recorded:
            self._sure, self._listed = person, verdict.registration_id
            self._refuse(f"{verdict.detail} {_LISTED if verdict.code == PERHAPS_LISTED else _ANYWAY}")
            return
        self.accept()
        self.decided.emit(verdict)

    def _on_same_clicked(self) -> None:
        self.accept()
        self.found.emit(self._listed)

    def _refuse(self, sentence: str) -> None:
        self.ui.error_label.setText(sentence)
        self.ui.error_label.show()
        self.ui.same_button.setVisible(self._listed is not None)
        set_look(self.ui.given_edit, "wrong", "true")
        self.ui.given_edit.setFocus()
