"""The kiosk: one question per screen, and nothing left of the last person."""

import time
from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QPushButton, QWidget

from sla_desktop.domain.errors import SlaError
from sla_desktop.domain.ids import EventId
from sla_desktop.gui.feedback.boxes import AnswerBox
from sla_desktop.gui.forms.ui_kiosk_window import Ui_KioskWindow
from sla_desktop.gui.shared import icons
from sla_desktop.gui.shared.banner import announce
from sla_desktop.gui.shared.jobs import Heard, Jobs, Report
from sla_desktop.gui.shared.layouts import empty
from sla_desktop.gui.shared.leaving import LEAVE_KEYS
from sla_desktop.gui.shared.theme import set_look
from sla_desktop.gui.shared.timers import single_shot
from sla_desktop.services import feedback, forms, locks
from sla_desktop.storage.store import Store
from sla_desktop.survey import answers, model, pace
from sla_desktop.survey.model import Question
from sla_desktop.survey.sitting import Sitting

IDLE_MS, THANKS_MS = 60_000, 6_000
SETTLE_S = 0.4  # a second tap so soon after a question appeared was meant for the one before
_AWAKE = {QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.MouseMove, QEvent.Type.TouchBegin}
_NO_NAMES = "Please do not write anybody's name."


class KioskWindow(QWidget):
    """Start, questions, thanks; after a minute of stillness it starts again and forgets what was answered.

    Visitors cannot close it: only the PIN of the window does, where there is one, and `left` tells that it did.
    """

    left = Signal()

    def __init__(
        self,
        store: Store,
        event_id: EventId,
        jobs: Jobs | None = None,
        *,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__()
        self.ui = Ui_KioskWindow()
        self.ui.setupUi(self)  # type: ignore[no-untyped-call]
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._store, self._event_id, self._jobs = store, event_id, jobs or Jobs(self)
        self._sitting = Sitting(forms.questionnaire(store, event_id))
        self._answers: dict[str, str] = {}
        self._language = ""
        self._question: Question | None = None
        self._box: AnswerBox | None = None
        self._leaving = False
        self._clock, self._appeared = clock, 0.0
        self._idle = single_shot(self, IDLE_MS, self.start_again)
        self._thanks = single_shot(self, THANKS_MS, self.start_again)
        self.ui.back_button.clicked.connect(lambda: self._go(-1))
        self.ui.skip_button.clicked.connect(self._on_skip_clicked)
        self.ui.next_button.clicked.connect(self._on_next_clicked)
        QShortcut(QKeySequence(LEAVE_KEYS), self, self.ask_to_leave)
        QApplication.instance().installEventFilter(self)  # type: ignore[union-attr]
        self.start_again()

    @property
    def answers(self) -> dict[str, str]:
        """What this person has answered so far."""
        return dict(self._answers)

    @property
    def question(self) -> Question | None:
        """The question that shows, if one does."""
        return self._question

    def start_again(self) -> None:
        """Forget everything and wait for the next person."""
        self._thanks.stop()
        self._idle.stop()
        self._forget()
        self._question = None
        form = self._sitting.form
        self._say(
            "How was today?",
            f"A few short questions, {pace.in_words(self._sitting.shown())}. Nobody can see who you are.",
        )
        if len(form.languages) > 1:
            first, *_ = [self._offer_button(one, self._starter(one)) for one in form.languages]
        else:
            first = self._offer_button("Start", self._starter(form.languages[0]))
        first.setFocus()
        self._show_steps(False)

    def ask_to_leave(self) -> None:
        """Ask for the PIN of the window; where there is none, leave at once."""
        if not locks.has_pin(self._store):
            self.leave()
            return
        self.start_again()
        self._say("Leave the kiosk?", "Type the PIN of the window or the passphrase of the data.")
        line = QLineEdit(echoMode=QLineEdit.EchoMode.Password)
        line.setAccessibleName("PIN or passphrase")
        line.returnPressed.connect(lambda: self._try(line.text()))
        self.ui.answers_layout.addWidget(line)
        self._offer_button("Leave", lambda: self._try(line.text()))
        self._offer_button("Stay", self.start_again)
        line.setFocus()
        self._idle.start()

    def leave(self) -> None:
        """Close the kiosk."""
        self._leaving = True
        self.close()
        self.left.emit()

    def closeEvent(self, event: QCloseEvent) -> None:
        """What the window frame or Alt+F4 asks for is not done: the register is behind this window."""
        event.setAccepted(self._leaving)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the focused button, or goes on from a line."""
        focused = self.focusWidget()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if isinstance(focused, QAbstractButton):
                focused.click()
                return
            if isinstance(focused, QLineEdit) and self._box is not None:
                self._on_next_clicked()
                return
        super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _AWAKE and self._idle.isActive():
            self._idle.start()
        return False

    def _starter(self, language: str) -> Callable[[], None]:
        def start() -> None:
            self._language = language
            defaults = ((one.key, self._sitting.default(one)) for one in self._sitting.form.asked)
            self._answers = {key: told for key, told in defaults if told}
            self._sitting.answer(self._answers)
            self._go(+1)

        return start

    def _go(self, by: int) -> None:
        steps = self._sitting.shown()
        place = steps.index(self._question) + by if self._question in steps else 0
        if place < 0:
            self.start_again()
            return
        self._idle.start()
        if place >= len(steps):
            self._finish()
            return
        self._question = steps[place]
        self._appeared = self._clock()
        self._show_question(place, steps)

    def _show_question(self, place: int, steps: Sequence[Question]) -> None:
        question, sitting = self._question, self._sitting
        assert question is not None
        hint = sitting.say(question.hint, self._language)
        words = [hint, _NO_NAMES if question.kind == model.TEXT else ""]
        self._say(sitting.say(question.label, self._language) or question.name, " ".join(filter(None, words)))
        self._show_steps(True)
        ui = self.ui
        required = sitting.is_required(question)
        self._box = AnswerBox(sitting, question, self._language, self._on_taken)
        ui.answers_layout.addWidget(self._box)
        ui.skip_button.setVisible(question.kind in model.ASKED and not required)
        # A touch on an answer goes on: the Next that many tap after it must not pass over the next question.
        ui.next_button.setEnabled(not self._box.goes_on or question.key in self._answers)
        ui.progress_label.setText(f"Question {place + 1}, {pace.in_words(steps[place:])} left")
        ui.progress_bar.setRange(0, len(steps))
        ui.progress_bar.setValue(place + 1)
        icons.dress(self)
        # Never Back, where the focus would go by itself: a second Enter must not undo the first.
        if not self._box.take_focus():
            (ui.next_button if ui.next_button.isEnabled() else self).setFocus()

    def _on_taken(self, value: str) -> None:
        self._keep(value)

    def _on_next_clicked(self) -> None:
        if self._clock() - self._appeared < SETTLE_S:
            return
        self._keep(self._box.value if self._box is not None else "")

    def _keep(self, value: str) -> None:
        """Keep an answer and go on, or say why it cannot be kept."""
        question = self._question
        if question is None or question.kind not in model.ASKED:
            self._go(+1)
            return
        wrong = self._put(question, value)
        if wrong:
            self.ui.help_label.setText(wrong)
            self.ui.help_label.show()
            set_look(self.ui.help_label, "tone", "bad")
            announce(self, wrong)
            return
        self._go(+1)

    def _put(self, question: Question, value: str) -> str:
        """Take an answer in; why it cannot be kept, or nothing."""
        try:
            told = answers.fit(self._sitting.form, question, value)
        except SlaError as error:
            return str(error)
        self._answers = {**self._answers, question.key: told} if told else self._without(question)
        self._sitting.answer(self._answers)
        return answers.problem(self._sitting, question, self._language)

    def _without(self, question: Question) -> dict[str, str]:
        return {key: told for key, told in self._answers.items() if key != question.key}

    def _on_skip_clicked(self) -> None:
        if self._question is not None:
            self._answers = self._without(self._question)
            self._sitting.answer(self._answers)
        self._go(+1)

    def _finish(self) -> None:
        self._idle.stop()
        self._question = None
        try:
            feedback.answer(self._store, self._event_id, self._answers, channel="kiosk")
        except SlaError as error:
            self._say("Nothing was saved", str(error))
        else:
            self._say("Thank you", "Your answers are saved. Nobody can see who gave them.")
        self._forget()
        self._offer_button("Next person", self.start_again).setFocus()
        self._show_steps(False)
        self._thanks.start()

    def _forget(self) -> None:
        self._answers = {}
        self._language = ""
        self._sitting.answer({})
        QApplication.clipboard().clear()

    def _try(self, typed: str) -> None:
        def work(_report: Report) -> bool:
            return locks.opens(self._store, typed)

        job = self._jobs.prepare(work)
        job.succeeded.connect(Heard(self, lambda fits: self.leave() if fits else self._stay()).hear)
        job.failed.connect(Heard(self, lambda _sentence: self._stay()).hear)
        self._jobs.start(job)

    def _stay(self) -> None:
        self.start_again()
        told = "That was neither the PIN nor the passphrase, so the kiosk stays."
        self.ui.help_label.setText(told)
        announce(self, told)

    def _offer_button(self, label: str, act: Callable[[], None]) -> QPushButton:
        button = QPushButton(label)
        button.setProperty("look", "start")
        button.clicked.connect(lambda: act())
        self.ui.answers_layout.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        return button

    def _say(self, words: str, help_words: str) -> None:
        self.ui.question_label.setText(words)
        self.ui.help_label.setText(help_words)
        self.ui.help_label.setVisible(bool(help_words))
        set_look(self.ui.help_label, "tone", "")
        set_look(self.ui.question_label, "look", "display" if self._question else "huge")
        self._box = None
        empty(self.ui.answers_layout)
        icons.dress(self)

    def _show_steps(self, shown: bool) -> None:
        ui = self.ui
        for part in (ui.back_button, ui.next_button, ui.progress_bar, ui.progress_label):
            part.setVisible(shown)
        if not shown:
            ui.skip_button.hide()
