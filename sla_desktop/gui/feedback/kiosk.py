"""The kiosk: one question per screen, and nothing left of the last person."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractButton, QApplication, QPlainTextEdit, QPushButton, QWidget

from sla_desktop.domain.errors import SlaError
from sla_desktop.domain.feedback import TEXT, Question, questions_of
from sla_desktop.domain.ids import EventId
from sla_desktop.gui.forms.ui_kiosk_window import Ui_KioskWindow
from sla_desktop.gui.shared import icons
from sla_desktop.gui.shared.layouts import empty
from sla_desktop.gui.shared.leaving import LEAVE_KEYS
from sla_desktop.gui.shared.theme import set_look
from sla_desktop.gui.shared.timers import single_shot
from sla_desktop.services import feedback
from sla_desktop.storage.store import Store

IDLE_MS, THANKS_MS = 60_000, 6_000
_AWAKE = {QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.MouseMove, QEvent.Type.TouchBegin}
_PRIVATE = Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText


class KioskWindow(QWidget):
    """Start, questions, thanks; after a minute of stillness it starts again and forgets what was answered.

    Visitors cannot close it: only `leave` does, and `left` tells that it did.
    """

    left = Signal()

    def __init__(self, store: Store, event_id: EventId) -> None:
        super().__init__()
        self.ui = Ui_KioskWindow()
        self.ui.setupUi(self)  # type: ignore[no-untyped-call]
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._store, self._event_id = store, event_id
        self._questions = questions_of(feedback.event_form(store, event_id))
        self._answers: dict[str, str] = {}
        self._at = -1
        self._leaving = False
        self._box: QPlainTextEdit | None = None
        self._idle = single_shot(self, IDLE_MS, self.start_again)
        self._thanks = single_shot(self, THANKS_MS, self.start_again)
        self.ui.back_button.clicked.connect(lambda: self._go(self._at - 1))
        self.ui.skip_button.clicked.connect(self._on_skip_clicked)
        self.ui.next_button.clicked.connect(self._on_next_clicked)
        QShortcut(QKeySequence(LEAVE_KEYS), self, self.leave)
        QApplication.instance().installEventFilter(self)  # type: ignore[union-attr]
        self.start_again()

    @property
    def answers(self) -> dict[str, str]:
        """What this person has answered so far."""
        return dict(self._answers)

    @property
    def question(self) -> Question | None:
        """The question that shows, if one does."""
        return self._questions[self._at] if 0 <= self._at < len(self._questions) else None

    def start_again(self) -> None:
        """Forget everything and wait for the next person."""
        self._thanks.stop()
        self._idle.stop()
        self._answers.clear()
        self._at = -1
        self._say("How was today?", "A few short questions, about two minutes. Nobody can see who you are.")
        self._offer_button("Start", lambda: self._go(0), look="start").setFocus()
        self._show_steps(False)

    def leave(self) -> None:
        """Close the kiosk."""
        self._leaving = True
        self.close()
        self.left.emit()

    def closeEvent(self, event: QCloseEvent) -> None:
        """What the window frame or Alt+F4 asks for is not done: the register is behind this window."""
        event.setAccepted(self._leaving)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the focused button."""
        focused = self.focusWidget()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(focused, QAbstractButton):
            focused.click()
            return
        super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _AWAKE and self._idle.isActive():
            self._idle.start()
        return False

    def _go(self, place: int) -> None:
        self._keep_text()
        if place < 0:
            self.start_again()
            return
        self._at = place
        self._idle.start()
        question = self.question
        if question is None:
            self._finish()
            return
        self._say(question.label, "" if question.kind != TEXT else "Please do not write anybody's name.")
        self._show_steps(True)
        self._offer(question)

    def _offer(self, question: Question) -> None:
        ui = self.ui
        ui.skip_button.setVisible(not question.required)
        ui.next_button.setEnabled(not question.required or question.kind == TEXT or question.name in self._answers)
        ui.progress_label.setText(f"Question {self._at + 1} of {len(self._questions)}")
        ui.progress_bar.setRange(0, len(self._questions))
        ui.progress_bar.setValue(self._at + 1)
        if question.kind == TEXT:
            self._offer_text(question)
            return
        for value, label in question.choices:
            button = self._offer_button(label, partial(self._choose, question, value))
            button.setCheckable(True)
            button.setChecked(self._answers.get(question.name) == value)
        # Never Back, where the focus would go by itself: a second Enter must not undo the first.
        (ui.next_button if ui.next_button.isEnabled() else self).setFocus()

    def _offer_text(self, question: Question) -> None:
        self._box = QPlainTextEdit(self._answers.get(question.name, ""))
        self._box.setInputMethodHints(_PRIVATE)
        self._box.setAccessibleName(question.label)
        self._box.setTabChangesFocus(True)
        self._box.setProperty("look", "kiosk")
        self.ui.answers_layout.addWidget(self._box)
        self._box.setFocus()

    def _offer_button(self, label: str, act: Callable[[], None], look: str = "answer") -> QPushButton:
        button = QPushButton(label)
        button.setProperty("look", look)
        button.clicked.connect(lambda: act())
        place = Qt.AlignmentFlag.AlignLeft if look == "start" else Qt.AlignmentFlag(0)
        self.ui.answers_layout.addWidget(button, 0, place)
        return button

    def _choose(self, question: Question, value: str) -> None:
        self._answers[question.name] = value
        self._go(self._at + 1)

    def _on_next_clicked(self) -> None:
        self._go(self._at + 1)

    def _on_skip_clicked(self) -> None:
        question = self.question
        if question is not None:
            self._answers.pop(question.name, None)
        self._box = None
        self._go(self._at + 1)

    def _keep_text(self) -> None:
        question = self.question
        if self._box is None or question is None:
            return
        text = self._box.toPlainText().strip()
        if text:
            self._answers[question.name] = text
        else:
            self._answers.pop(question.name, None)

    def _finish(self) -> None:
        self._idle.stop()
        try:
            feedback.answer(self._store, self._event_id, self._answers, channel="kiosk")
        except SlaError as error:
            self._say("Nothing was saved", str(error))
        else:
            self._say("Thank you", "Your answers are saved. Nobody can see who gave them.")
        self._answers.clear()
        self._offer_button("Next person", self.start_again, look="start").setFocus()
        self._show_steps(False)
        self._thanks.start()

    def _say(self, words: str, help_words: str) -> None:
        self.ui.question_label.setText(words)
        self.ui.help_label.setText(help_words)
        self.ui.help_label.setVisible(bool(help_words))
        set_look(self.ui.question_label, "look", "display" if self.question else "huge")
        self._box = None
        empty(self.ui.answers_layout)
        icons.dress(self)

    def _show_steps(self, shown: bool) -> None:
        ui = self.ui
        for part in (ui.back_button, ui.next_button, ui.progress_bar, ui.progress_label):
            part.setVisible(shown)
        if not shown:
            ui.skip_button.hide()
