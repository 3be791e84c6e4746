"""The Check-in page: one box, one big verdict, and who came last."""

from collections.abc import Callable

from PySide6.QtGui import QHideEvent, QKeyEvent

from sla_desktop.domain import attendance as codes
from sla_desktop.domain.attendance import Verdict
from sla_desktop.domain.errors import SlaError
from sla_desktop.domain.events import Event
from sla_desktop.domain.registrations import read_code
from sla_desktop.domain.roles import FACILITATOR, Role
from sla_desktop.gui.attendance import model
from sla_desktop.gui.attendance.camera import CameraButton
from sla_desktop.gui.attendance.desk import Desk
from sla_desktop.gui.attendance.door_card import DoorCard
from sla_desktop.gui.attendance.found import Found
from sla_desktop.gui.attendance.frames import Camera, FrameSource
from sla_desktop.gui.attendance.keys import DoorKeys
from sla_desktop.gui.attendance.own_entries import OwnEntries
from sla_desktop.gui.attendance.panel import VerdictPanel
from sla_desktop.gui.attendance.roll_reader import RollReader
from sla_desktop.gui.attendance.walk_in_dialog import WalkInDialog
from sla_desktop.gui.attendance.where import Where
from sla_desktop.gui.forms.ui_check_in_page import Ui_CheckInPage
from sla_desktop.gui.shared.page import Page
from sla_desktop.gui.shared.prompts import Prompts
from sla_desktop.gui.shared.rows import RowList, dress_list
from sla_desktop.services import attendance, tickets
from sla_desktop.services.clock import now
from sla_desktop.services.presence import Arrival
from sla_desktop.services.tickets import Place
from sla_desktop.storage.store import Store

_OVERRIDABLE = codes.OVERRULED_BY_REASON - {codes.ALREADY_IN, codes.QUESTIONS} | {codes.UNPAID}
_LIMIT = 30
_SIDE_LETTERS, _ROOMY_LINES = 38, 24


class CheckInPage(Page):
    """The door desk. A verdict shows only after its service call came back, that is after the commit."""

    watches = frozenset(
        {"registration", "member", "affiliation", "organisation", "attendance", "session", "room", "merge", "device"}
    )

    def __init__(
        self,
        store: Store,
        event: Event,
        prompts: Prompts,
        role: Role = FACILITATOR,
        camera: Callable[[], FrameSource] = Camera,
    ) -> None:
        super().__init__()
        self.ui = Ui_CheckInPage()
        self.ui.setupUi(self)  # type: ignore[no-untyped-call]
        self._store, self._event, self._desk, self._prompts = store, event, store.desk, prompts
        self._role, self.can_undo = role, True
        self._panel = VerdictPanel(self.ui, self)
        self._reader = RollReader(store, event.id, self)
        self._where = Where(self.ui.session_combo, store, event)
        self._door = Desk(store, event, self._where, prompts, self)
        self._last: Verdict | None = None
        self._own, self._found = OwnEntries(role), Found(self.ui, role, event.zone, self)
        self.results = self._found.rows
        self.arrivals = RowList[Arrival](lambda arrival: model.arrival_row(arrival, event.zone), self)
        dress_list(self.ui.arrivals_list, self.arrivals)
        self._keys = DoorKeys(self.ui.search_edit, self.ui.results_list, (self.ui.arrivals_list,))
        self._card = DoorCard(self.ui, store, self)
        self.ui.arrivals_card.setVisible(role.browses)
        self._ready = model.READY if role.browses else model.READY_STEWARD
        self._panel.show(self._ready)
        self._camera = CameraButton(self.ui, self, camera, self.take_scan)
        self._connect()

    @property
    def place(self) -> Place:
        """Where this desk stands."""
        return self._where.place

    def retire(self) -> None:
        """Let go of the camera, and of whatever is being read."""
        self._camera.stop()
        self._reader.close()

    def hideEvent(self, event: QHideEvent) -> None:
        """A camera looks only while somebody sees that it does."""
        super().hideEvent(event)
        if not event.spontaneous():
            self._camera.stop()

    def refresh(self) -> None:
        """Load the people, the numbers and the latest arrivals."""
        self._desk = self._store.desk
        self.ui.side.setFixedWidth(min(390, self.fontMetrics().averageCharWidth() * _SIDE_LETTERS))
        if not self._reader.catch_up():
            if self._last is None:
                self._panel.show(model.READING)
            return
        self.ui.subtitle_label.setText(f"{self._desk}, {model.event_words(self._event, now())}")
        self.arrivals.show(self._reader.roll.recent(_LIMIT))
        self.ui.undo_button.setEnabled(bool(self.arrivals.records))
        self._on_arrival_changed()
        self._show_filling()
        self._show_card()
        if self.ui.search_edit.text():
            self._on_text_changed(self.ui.search_edit.text())

    def _on_roll_read(self) -> None:
        if self._last is None:
            self._panel.show(self._ready)
        self.refresh()

    def focus_search(self) -> None:
        """Put the cursor in the box."""
        self.ui.search_edit.setFocus()
        self.ui.search_edit.selectAll()

    def take_key(self, event: QKeyEvent) -> bool:
        """What is typed on any button lands in the box."""
        return self._keys.take(event)

    def take_scan(self, text: str) -> None:
        """Let in whoever holds a ticket that was scanned, whatever stands in the box."""
        self._decide_by(lambda: self._door.scan(text))

    def undo(self) -> None:
        """Take back the chosen arrival, else the last thing done here, which is told first where another is shown."""
        told = "" if self.ui.arrivals_list.selectedIndexes() else self._own.words_aside()
        if told:
            self.ui.banner.say(told, "info")
        else:
            self._take_back()

    def open_walk_in(self) -> None:
        """Ask for the few things a walk-in needs; what was typed in the box is the start of the name."""
        try:
            session = self._door.session
        except SlaError as error:
            self.ui.banner.say(str(error), "bad")
            return
        known = None if self._reader.busy else self._reader.roll.index
        dialog = WalkInDialog(self._store, self._event.id, self._desk, session, known, self)
        dialog.start_with(self.ui.search_edit.text())
        dialog.decided.connect(self._show)
        dialog.found.connect(lambda known: self._decide_by(lambda: self._door.check_in(known)))
        dialog.open()

    def _on_settled(self, verdict: Verdict) -> None:
        """What was settled is no entry of this desk: Ctrl+Z asks before it takes one back."""
        self._show(verdict)
        self._own.set_aside()

    def _take_back(self) -> None:
        chosen = self.ui.arrivals_list.selectedIndexes()
        try:
            fact = self.arrivals.records[chosen[0].row()].fact.id if chosen else self._own.last(now())
        except SlaError as error:
            self.ui.banner.say(str(error), "info")
            return
        self.ui.banner.hide()
        self._show(attendance.undo(self._store, self._event.id, fact, desk=self._desk))

    def _connect(self) -> None:
        ui = self.ui
        self._reader.done.connect(self._on_roll_read)
        self._reader.failed.connect(ui.banner.fail)
        ui.search_edit.textChanged.connect(self._on_text_changed)
        ui.search_edit.returnPressed.connect(self._on_return_pressed)
        ui.session_combo.activated.connect(self._on_place_chosen)
        ui.results_list.activated.connect(self._on_check_in_wanted)
        ui.check_in_button.clicked.connect(self._on_check_in_wanted)
        ui.leave_button.clicked.connect(self._on_leave_clicked)
        ui.results_list.selectionModel().currentChanged.connect(self._on_highlight_changed)
        ui.arrivals_list.selectionModel().selectionChanged.connect(self._on_arrival_changed)
        ui.override_button.clicked.connect(self._on_override_clicked)
        ui.undo_button.clicked.connect(self._take_back)
        self._card.settled.connect(self._on_settled)
        self._card.failed.connect(ui.banner.fail)
        ui.walk_in_button.clicked.connect(self.open_walk_in)
        ui.nobody_walk_in_button.clicked.connect(self.open_walk_in)

    def _on_text_changed(self, text: str) -> None:
        self.ui.banner.hide()
        if text:
            self._panel.hide_note()
        if not text.strip() or self._reader.busy:
            self.ui.stack.setCurrentWidget(self.ui.verdict_page)
            return
        self._found.show(self._reader.roll.index, text)
        self._on_highlight_changed()

    def _on_return_pressed(self) -> None:
        text = self.ui.search_edit.text().strip()
        unknown = any(ch.isdigit() for ch in text) and not self._reader.roll.index.find(text, limit=1)
        if tickets.is_ticket(text) or unknown:
            self._decide_by(lambda: self._door.scan(text))
        elif text:
            self._on_check_in_wanted()
        # Whatever is left found nobody: the next name replaces it.
        self.ui.search_edit.selectAll()

    def _on_check_in_wanted(self) -> None:
        person = self._found.highlighted
        if person is None:
            if told := self._found.choice_words:
                self.ui.banner.say(told, "info")
            return
        typed = self.ui.search_edit.text().strip()
        scanned = typed == person.registration.external_code or read_code(typed) == person.registration.code
        self._decide_by(lambda: self._door.check_in(person.id, source="scan" if scanned else "search"))

    def _on_leave_clicked(self) -> None:
        person = self._found.highlighted
        if person is not None:
            self._decide_by(lambda: self._door.check_out(person.id))

    def _on_override_clicked(self) -> None:
        verdict = self._last
        if verdict is None or verdict.registration_id is None:
            return
        reason = self._prompts.text(self, f"Why is {verdict.name} let in?")
        known = verdict.registration_id
        if reason:
            self._decide_by(lambda: self._door.check_in(known, override=reason))

    def _on_highlight_changed(self) -> None:
        person = self._found.highlighted
        self.ui.leave_button.setVisible(person is not None and person.inside)

    def _on_arrival_changed(self) -> None:
        chosen = bool(self.ui.arrivals_list.selectedIndexes())
        self.ui.undo_button.setText("Undo this one" if chosen else "Undo last")

    def _decide_by(self, decide: Callable[[], Verdict]) -> None:
        """Show a verdict; a failure is told, and nothing is green."""
        try:
            verdict = decide()
        except SlaError as error:
            self._last = None
            self._own.take(None, now())
            self.ui.search_edit.clear()
            self._tell(model.not_done(str(error)))
            return
        self._show(verdict)

    def _show_filling(self) -> None:
        """Show how full the place is where this desk stands."""
        fullness = self._reader.roll.fullness()
        self._where.show(fullness)
        full = next((one for one in fullness if one.session.id == self._door.session_now), None)
        inside, of, words = model.filling(self._reader.roll.counts, full)
        self.ui.ring.show_part(inside, of)
        self.ui.present_label.setText(str(inside))
        self.ui.present_words.setText(words)

    def _on_place_chosen(self) -> None:
        # Whoever was let in at another door was not let in here.
        self._last = None
        self._own.set_aside()
        self._panel.show(self._ready)
        if not self._reader.busy:
            self._show_filling()
        self.focus_search()

    def _show_card(self) -> None:
        known = self._reader.roll.cards() if self._role.overrules else []
        # With large text there is room for the card or the words, and the words say what the picture does; desk and
        # event stand at the side and below too.
        roomy = self.height() > _ROOMY_LINES * self.fontMetrics().height()
        self._card.show(known, roomy=roomy)
        self.ui.verdict_icon.setVisible(roomy or not (known or self._last))
        self.ui.subtitle_label.setVisible(roomy)

    def _show(self, verdict: Verdict) -> None:
        self._last = verdict
        self._own.take(verdict, now())
        self.ui.search_edit.clear()
        self.ui.arrivals_list.clearSelection()
        face, overridable = model.face_of(verdict, self._event.zone), verdict.code in _OVERRIDABLE
        if overridable and not self._role.overrules:
            face = model.sent_on(face)
        self._tell(face, overridable=overridable and self._role.overrules)

    def _tell(self, face: model.Face, *, overridable: bool = False) -> None:
        self._panel.show(face, overridable=overridable)
        self.focus_search()
        self._panel.tell(face)
