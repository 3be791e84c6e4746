"""The menu of a person's place at the event: its status, its ticket, and the note for the desk."""

from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from sla_desktop.domain.errors import SlaError
from sla_desktop.domain.registrations import STATUSES, Registration
from sla_desktop.gui.shared.prompts import Prompts
from sla_desktop.services import places
from sla_desktop.storage.store import Store

_NOTE = "What is the desk to know when they come? It sees that there is a note, and reads it with F7."


class PlaceMenu(QObject):
    """Changes one place at once; `done` carries what was done, in words."""

    done = Signal(str)

    def __init__(self, window: QWidget, store: Store, place: Registration, prompts: Prompts) -> None:
        super().__init__(window)
        self._window, self._store, self._place, self._prompts = window, store, place, prompts
        self.menu = QMenu(window)
        self.note_action = self.menu.addAction("&Note for the desk…")
        self.note_action.triggered.connect(self._on_note_wanted)
        self.no_note_action = self.menu.addAction("&Remove the note")
        self.no_note_action.triggered.connect(lambda: self._change("attention", ""))
        self.ticket_action = self.menu.addAction("&Ticket type…")
        self.ticket_action.triggered.connect(self._on_ticket_wanted)
        self.status_menu = self.menu.addMenu("&Status")
        group = QActionGroup(self)
        for status in STATUSES:
            action = self.status_menu.addAction(_words(status))
            action.setCheckable(True)
            action.setActionGroup(group)
            action.setChecked(status == place.status)
            action.triggered.connect(partial(self._change, "status", status))
        self.no_note_action.setEnabled(bool(place.attention))

    def _on_note_wanted(self) -> None:
        note = self._prompts.text(self._window, _NOTE, self._place.attention)
        if note:
            self._change("attention", note)

    def _on_ticket_wanted(self) -> None:
        ticket = self._prompts.text(self._window, "Which type of ticket do they have?", self._place.ticket_type)
        if ticket:
            self._change("ticket_type", ticket)

    def _change(self, field: str, value: Any) -> None:
        try:
            self._place = places.change_place(self._store, self._place.id, {field: value})
        except SlaError as error:
            self._prompts.tell(self._window, str(error))
            return
        self.no_note_action.setEnabled(bool(self._place.attention))
        note = ", with a note" * bool(self._place.attention)
        self.done.emit(f"Saved their place at once: {_words(self._place.status).lower()}{note}.")


def _words(status: str) -> str:
    return status.replace("-", " ").capitalize()
