"""The card "Desks in this room": the door of this laptop, pairing in both directions, and how each desk stands."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from sla_desktop.domain.errors import OtherTeam
from sla_desktop.gui.forms.ui_desks_card import Ui_DesksCard
from sla_desktop.gui.shared import icons
from sla_desktop.gui.shared.jobs import Job, Jobs, Report
from sla_desktop.gui.shared.layouts import empty, plain_label
from sla_desktop.gui.shared.prompts import Prompts
from sla_desktop.gui.shared.theme import set_look
from sla_desktop.gui.shared.work import rest
from sla_desktop.gui.sync.naming import ask_name
from sla_desktop.services import desks
from sla_desktop.services.desks import DeskState, Paired
from sla_desktop.storage.store import Store

if TYPE_CHECKING:
    from sla_desktop.sync.desk_door import Door

_CLOSED = "The door is closed. Open it, and laptops of the team on this network exchange by themselves."


class DesksCard(QFrame):
    """Give it a store and a queue of jobs; call `shut` before the store is closed.

    `moved` tells that the door was opened or closed, `changed` anything about the desks.
    """

    changed = Signal()
    moved = Signal(bool)
    _told = Signal()

    def __init__(self, store: Store, jobs: Jobs, prompts: Prompts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ui = Ui_DesksCard()
        self.ui.setupUi(self)  # type: ignore[no-untyped-call]
        self._store, self._jobs, self._prompts = store, jobs, prompts
        self._door: Door | None = None
        self._join = False
        # The door speaks on threads of its own.
        self._told.connect(self.refresh, Qt.ConnectionType.QueuedConnection)
        self.ui.door_button.clicked.connect(self._on_door_clicked)
        self.ui.code_button.clicked.connect(self._on_code_clicked)
        self.ui.pair_button.clicked.connect(self._on_pair_clicked)
        self.ui.address_edit.returnPressed.connect(self.ui.typed_edit.setFocus)
        self.ui.typed_edit.returnPressed.connect(self._on_pair_clicked)
        for edit in (self.ui.address_edit, self.ui.typed_edit):
            edit.textEdited.connect(lambda _, edit=edit: set_look(edit, "wrong", "false"))
        self.refresh()

    @property
    def is_open(self) -> bool:
        """Whether other desks can reach this laptop."""
        return self._door is not None

    def refresh(self) -> None:
        """Show how the door and all desks stand now."""
        door = self._door
        self.ui.status_label.setText(_open_words(door) if door else _CLOSED)
        self.ui.door_button.setText("Cl&ose the door" if door else "&Open the door")
        self.ui.code_box.setVisible(door is not None)
        empty(self.ui.desks_layout)
        for state in desks.states(self._store, door):
            self.ui.desks_layout.addWidget(self._row(state))
        self.changed.emit()

    def open(self) -> None:
        """Open the door, as it was when the window was closed; where that cannot be, the card says why."""
        self._move(lambda _: desks.open_door(self._store))

    def shut(self) -> None:
        """Close the door and wait until everybody has gone."""
        door, self._door = self._door, None
        if door is not None:
            door.close()

    def _on_door_clicked(self) -> None:
        self._name_first()
        door, self._door = self._door, None
        self.ui.banner.hide()
        self._move((lambda _: desks.open_door(self._store)) if door is None else (lambda _: door.close()))

    def _move(self, work: Callable[[Report], object]) -> None:
        job = self._job(work)
        job.succeeded.connect(self._on_door_moved)
        rest(self.ui.door_button, job)
        self._jobs.start(job)

    def _on_door_moved(self, door: "Door | None") -> None:
        self._door = door
        self.ui.code_label.clear()
        if door is not None:
            door.listen(self._told.emit)
        self.moved.emit(door is not None)
        self.refresh()

    def _on_code_clicked(self) -> None:
        if self._door is not None:
            self.ui.code_label.setText(self._door.invite())
            self.ui.code_words.setText(
                "Type it on the other laptop within ten minutes, with this one's address. It pairs one laptop."
            )

    def _on_pair_clicked(self) -> None:
        url, code = self.ui.address_edit.text().strip(), self.ui.typed_edit.text().strip()
        for edit, text in ((self.ui.typed_edit, code), (self.ui.address_edit, url)):
            set_look(edit, "wrong", "false" if text else "true")
            if not text:
                edit.setFocus()
        if not url or not code:
            self.ui.banner.say("Both are shown on the other laptop once its door is open: address and code.", "warn")
            return

        self._name_first()

        join, self._join = self._join, False

        def work(report: Report) -> Paired | OtherTeam:
            try:
                return desks.pair(self._store, url, code, progress=report, join=join)
            except OtherTeam as other:
                return other

        job = self._job(work)
        job.succeeded.connect(self._on_paired)
        rest(self.ui.pair_button, job)
        self.ui.banner.hide()
        self.ui.work_box.follow(job, "Pairing the two laptops")
        self._jobs.start(job)

    def _name_first(self) -> None:
        """Others are about to see this laptop: it should have a name, or it takes the first that is free."""
        if not self._store.is_named:
            ask_name(self._store, self._prompts, self)

    def _on_paired(self, paired: Paired | OtherTeam) -> None:
        self.ui.typed_edit.clear()
        if isinstance(paired, OtherTeam):
            self._on_other_team()
            return
        self.ui.banner.say(paired.words, "good")
        self.ui.address_edit.clear()
        self.refresh()

    def _on_other_team(self) -> None:
        self._join = self._prompts.ask_to_join(self)
        if self._join:
            told = "A code is good once: show a fresh one on the other laptop, type it here, and pair."
            self.ui.banner.say(told, "info")
            self.ui.typed_edit.setFocus()
        else:
            self.ui.banner.say("Nothing was exchanged: the other laptop belongs to another team.", "info")

    def _on_row_clicked(self, url: str) -> None:
        self.ui.address_edit.setText(url)
        self.ui.typed_edit.setFocus()

    def _job(self, work: Callable[[Report], object]) -> Job:
        job = self._jobs.prepare(work)
        job.failed.connect(self.ui.banner.fail)
        job.finished.connect(self.refresh)
        return job

    def _row(self, state: DeskState) -> QWidget:
        row = QWidget()
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        name = state.name or f"A laptop at {state.address.removeprefix('desk://')}"
        picture = plain_label("")
        picture.setProperty(icons.NAME, _picture(state))
        picture.setProperty(icons.COLOUR, "good" if state.connected and not state.clock_words else "muted")
        layout.addWidget(picture)
        layout.addWidget(plain_label(name, "strong"), 1)
        layout.addWidget(plain_label(state.words), 3)
        if not state.paired:
            button = QPushButton("Pair")
            button.setAccessibleName(f"Pair with {name}")
            button.clicked.connect(lambda: self._on_row_clicked(state.address))
            layout.addWidget(button)
        icons.dress(row)
        return row


def _picture(state: DeskState) -> str:
    if state.revoked:
        return "ban"
    if state.clock_words:
        return "alert-triangle"
    return "circle-check" if state.connected else "circle-plus" if not state.paired else "clock"


def _open_words(door: "Door") -> str:
    told = f"Open at {' or '.join(door.addresses)}."
    if door.neighbours is None or not door.neighbours.works:
        return f"{told} This network does not let laptops find each other: type that address on the others."
    return f"{told} Type that address on a laptop that does not find this one."
