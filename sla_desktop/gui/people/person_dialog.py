"""The dialog in which a person's details are put right."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QLineEdit, QPlainTextEdit, QWidget

from sla_desktop.domain import access
from sla_desktop.domain.errors import SlaError
from sla_desktop.domain.ids import EventId, RegistrationId
from sla_desktop.domain.members import Member
from sla_desktop.domain.text import clean, fold
from sla_desktop.gui.forms.ui_person_dialog import Ui_PersonDialog
from sla_desktop.gui.people.place_menu import PlaceMenu
from sla_desktop.gui.people.rights import Rights
from sla_desktop.gui.shared import icons
from sla_desktop.gui.shared.layouts import complete, fit
from sla_desktop.gui.shared.prompts import Prompts
from sla_desktop.gui.shared.theme import set_look
from sla_desktop.services import editing, people, walk_ins
from sla_desktop.services.access import note_access
from sla_desktop.services.hats import HAT
from sla_desktop.services.people import Attendee
from sla_desktop.storage.store import Store

_FIELDS = ("full_name", "known_as", "pronouns", "email", "phone", "access_needs", "dietary")
# Points inside a box's padding, as in a box of one line.
_TEXT_INSET = 2


class PersonDialog(QDialog):
    """Shows one person's details and saves what was changed in them; `saved` carries the outcome in words."""

    saved = Signal(str)

    def __init__(
        self,
        store: Store,
        event_id: EventId,
        person: RegistrationId,
        prompts: Prompts,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.ui = Ui_PersonDialog()
        self.ui.setupUi(self)  # type: ignore[no-untyped-call]
        self._store, self._event_id, self._person = store, event_id, person
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for box in (self.ui.access_needs_edit, self.ui.dietary_edit):
            box.document().setDocumentMargin(_TEXT_INSET)
        attendee = self._attendee()
        member = attendee.member
        note_access(store, access.OPENED, member.id, event_id)
        self._fill(attendee)
        complete(self.ui.organisation_edit, walk_ins.organisations(store))
        self.rights = Rights(self, store, member, prompts)
        self.rights.done.connect(self._on_rights_done)
        self.ui.rights_button.setMenu(self.rights.menu)
        place = PlaceMenu(self, store, attendee.registration, prompts)
        place.done.connect(self.saved)
        self.ui.place_button.setMenu(place.menu)
        self._show_consents()
        # What the boxes say, not what was put into them: a box may show a line break in its own way.
        self._opened = self._typed()
        self.ui.error_label.hide()
        self.ui.save_button.clicked.connect(self._on_save_clicked)
        self.ui.cancel_button.clicked.connect(self.reject)
        icons.dress(self)
        fit(self)

    def _on_rights_done(self, words: str, over: bool) -> None:
        """What the menu did; `over` when there is nobody left to edit."""
        self.saved.emit(words)
        if over:
            self.reject()
        else:
            self._show_consents()

    def _show_consents(self) -> None:
        told = self.rights.consent_words()
        self.ui.consent_label.setText(told)
        self.ui.consent_label.setVisible(bool(told))

    def _on_save_clicked(self) -> None:
        edits = {name: clean(text) for name, text in self._typed().items() if text != self._opened[name]}
        try:
            # Read again: what another laptop said meanwhile about the other fields must stay.
            hat = {name: edits.pop(name) for name in HAT if name in edits}
            kept = editing.save_member(self._store, _corrected(self._member(), edits), hat)
        except SlaError as error:
            self._refuse(str(error))
            return
        self.accept()
        self.saved.emit(f"Saved {kept.full_name}.")

    def _member(self) -> Member:
        return self._attendee().member

    def _attendee(self) -> Attendee:
        with self._store.read() as connection:
            (found,) = people.read_some(connection, self._event_id, [self._person], {})
        return found

    def _boxes(self) -> dict[str, QLineEdit | QPlainTextEdit]:
        return {name: getattr(self.ui, f"{name}_edit") for name in (*_FIELDS, *HAT)}

    def _fill(self, person: Attendee) -> None:
        for name, box in self._boxes().items():
            text = getattr(person if name in HAT else person.member, name)
            if isinstance(box, QLineEdit):
                box.setText(text)
                box.setCursorPosition(0)
            else:
                box.setPlainText(text)

    def _typed(self) -> dict[str, str]:
        boxes = self._boxes().items()
        return {name: box.text() if isinstance(box, QLineEdit) else box.toPlainText() for name, box in boxes}

    def _refuse(self, sentence: str) -> None:
        self.ui.error_label.setText(sentence)
        self.ui.error_label.show()
        set_look(self.ui.full_name_edit, "wrong", "true")
        self.ui.full_name_edit.setFocus()


def _corrected(member: Member, edits: dict[str, str]) -> Member:
    """The member with the edits; a given or family name that is no longer part of the full name goes with it."""
    if "full_name" in edits:
        parts = {"given": member.given, "family": member.family}
        edits = edits | {name: part for name, part in parts.items() if _within(part, edits["full_name"])}
        edits = {"given": "", "family": ""} | edits
    return replace(member, **edits)  # type: ignore[arg-type]


def _within(part: str, name: str) -> bool:
    return f" {fold(part)} " in f" {fold(name)} "
