"""Self check-in on the whole screen: a ticket, code or name, a big answer, and no trace of the last person."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from sla_desktop.domain.attendance import ALREADY_IN, Verdict
from sla_desktop.domain.errors import SlaError
from sla_desktop.domain.events import Event
from sla_desktop.gui.forms.ui_self_check_in_window import Ui_SelfCheckInWindow
from sla_desktop.gui.shared import icons
from sla_desktop.gui.shared.banner import announce
from sla_desktop.gui.shared.jobs import Jobs, Report
from sla_desktop.gui.shared.leaving import LEAVE_KEYS
from sla_desktop.gui.shared.theme import set_look
from sla_desktop.gui.shared.timers import single_shot
from sla_desktop.services import locks, self_check_in
from sla_desktop.services.tickets import Place
from sla_desktop.storage.store import Store

ANSWER_MS, IDLE_MS = 6_000, 20_000
_PRIVATE = Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText
# By the light: the icon, and the colour that is readable on it.
_PICTURES = {
    "green": ("circle-check", "on_good_fill"),
    "note": ("info-circle", "on_accent"),
    "amber": ("user-question", "on_warn_fill"),
}
_DESK = "Please ask at the desk"


class SelfCheckInWindow(QWidget):
    """Asks, answers, and starts again by itself. Visitors cannot close it; `left` tells that a PIN did."""

    left = Signal()

    def __init__(self, store: Store, event: Event, place: Place, jobs: Jobs) -> None:
        super().__init__()
        self.ui = Ui_SelfCheckInWindow()
        self.ui.setupUi(self)  # type: ignore[no-untyped-call]
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._store, self._place, self._leaving = store, place, False
        self._jobs = jobs
        self._over = single_shot(self, ANSWER_MS, self.start_again)
        self._idle = single_shot(self, IDLE_MS, self.start_again)
        ui = self.ui
        ui.event_label.setText(event.title)
        for box in (ui.text_edit, ui.secret_edit):
            box.setInputMethodHints(_PRIVATE)
            box.textChanged.connect(self._on_typed)
        ui.text_edit.returnPressed.connect(self.check_in)
        ui.check_in_button.clicked.connect(self.check_in)
        ui.next_button.clicked.connect(self.start_again)
        ui.secret_edit.returnPressed.connect(self._on_leave_wanted)
        ui.leave_button.clicked.connect(self._on_leave_wanted)
        ui.stay_button.clicked.connect(self.start_again)
        QShortcut(QKeySequence(LEAVE_KEYS), self, self.ask_to_leave)
        icons.dress(self)
        self.start_again()

    def start_again(self) -> None:
        """Forget everything and wait for the next person."""
        self._over.stop()
        self._idle.stop()
        ui = self.ui
        for box in (ui.text_edit, ui.secret_edit):
            _forget(box)
        for label in (ui.word_label, ui.name_label, ui.detail_label, ui.wrong_label):
            label.clear()
        QApplication.clipboard().clear()
        ui.stack.setCurrentWidget(ui.ask_page)
        ui.text_edit.setFocus()

    def check_in(self) -> None:
        """Let in whoever this is the ticket or the name of, and say so once it is saved."""
        text = self.ui.text_edit.text().strip()
        if not text:
            return
        try:
            verdict = self_check_in.arrive(self._store, self._place, text, desk=self._store.desk)
        except SlaError as error:
            self._answer("amber", _DESK, "", str(error))
            return
        self._show(verdict)

    def ask_to_leave(self) -> None:
        """Ask for the PIN; without an answer the window goes back to the next person."""
        self.start_again()
        self.ui.stack.setCurrentWidget(self.ui.leave_page)
        self.ui.secret_edit.setFocus()
        self._idle.start()

    def closeEvent(self, event: QCloseEvent) -> None:
        """What the window frame or Alt+F4 asks for is not done: the register is behind this window."""
        event.setAccepted(self._leaving)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What is typed or scanned while an answer shows is the next person's. Enter alone is not: the last scan ends
        with one, or two.
        """
        ui = self.ui
        if ui.stack.currentWidget() is ui.answer_page and event.text().isprintable() and event.text().strip():
            self.start_again()
            QApplication.sendEvent(ui.text_edit, event)
            return
        super().keyPressEvent(event)

    def _show(self, verdict: Verdict) -> None:
        if verdict.light == "green":
            self._answer("green", "Welcome", verdict.name, "You are checked in. Please go in.")
        elif verdict.code == ALREADY_IN:
            self._answer("note", "Hello", verdict.name, "You are checked in already.")
        else:
            # Why somebody cannot come in is between them and the desk.
            self._answer("amber", _DESK, "", "They will help you at once.")

    def _answer(self, light: str, word: str, name: str, detail: str) -> None:
        ui = self.ui
        for label, words in ((ui.word_label, word), (ui.name_label, name), (ui.detail_label, detail)):
            label.setText(words)
            label.setVisible(bool(words))
        set_look(ui.answer_frame, "light", light)
        icons.change(ui.answer_icon, *_PICTURES[light])
        _forget(ui.text_edit)
        self._idle.stop()
        ui.stack.setCurrentWidget(ui.answer_page)
        ui.next_button.setFocus()
        announce(self, ". ".join(filter(None, (word, name, detail))))
        self._over.start()

    def _on_typed(self, text: str) -> None:
        if text:
            self._idle.start()

    def _on_leave_wanted(self) -> None:
        typed = self.ui.secret_edit.text()

        def work(_report: Report) -> bool:
            return locks.opens(self._store, typed)

        job = self._jobs.prepare(work)
        job.succeeded.connect(self._on_tried)
        job.failed.connect(self.ui.wrong_label.setText)
        self._jobs.start(job)

    def _on_tried(self, fits: bool) -> None:
        _forget(self.ui.secret_edit)
        if not fits:
            self.ui.wrong_label.setText("That is not it. Try again.")
            return
        self._leaving = True
        self.close()
        self.left.emit()


def _forget(box: QLineEdit) -> None:
    """Empty a box so that Ctrl+Z brings nothing back."""
    box.setText("")
