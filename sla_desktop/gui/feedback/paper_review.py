"""Scanned forms: what cannot be read for sure is shown, one key decides, and nothing is kept before that is said."""

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QKeySequence, QPixmap, QResizeEvent, QShortcut
from PySide6.QtWidgets import QDialog, QPushButton, QWidget

from sla_desktop.domain.errors import SlaError
from sla_desktop.domain.ids import EventId
from sla_desktop.domain.text import counted, joined
from sla_desktop.gui.forms.ui_paper_review_dialog import Ui_PaperReviewDialog
from sla_desktop.gui.shared import icons
from sla_desktop.gui.shared.banner import announce
from sla_desktop.gui.shared.jobs import Job, Jobs, Report
from sla_desktop.gui.shared.layouts import fit
from sla_desktop.services import form_scans
from sla_desktop.services.form_scans import AS_IT_IS, KNOWN, LATER, ONE_SHEET, READY, TWO_PEOPLE, Reading
from sla_desktop.storage.store import Store
from sla_desktop.survey import model
from sla_desktop.survey.paper import WRITING, Doubt

_KEYS = "123456789abcdefghijklmnop"
_LETTERS = "abcdefghijklm"
_WORDS = {
    ONE_SHEET: "The same sheet: leave this one out",
    TWO_PEOPLE: "Copies of one print: two people",
    AS_IT_IS: "Keep the sheet without it",
    LATER: "Leave the sheet out, to scan all of it again",
}


class PaperReviewDialog(QDialog):
    """Reads scans away from the UI thread, then asks about each doubt in turn; `kept` tells of how many sheets."""

    kept = Signal(int)

    def __init__(self, parent: QWidget, store: Store, event_id: EventId, jobs: Jobs, paths: Sequence[Path]) -> None:
        super().__init__(parent)
        self.ui = Ui_PaperReviewDialog()
        self.ui.setupUi(self)  # type: ignore[no-untyped-call]
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._store, self._event_id, self._jobs = store, event_id, jobs
        self._reading: Reading | None = None
        self._done: list[tuple[str, str]] = []
        self._chosen: list[str] = []
        self._buttons: dict[str, QPushButton] = {}
        self._nothing, self._last = "0", ""
        self._job: Job | None = None
        self.finished.connect(self._on_finished)
        self._choices = self.ui.choices_box
        self.ui.write_edit.returnPressed.connect(self._on_written)
        self.ui.undo_button.clicked.connect(self.undo)
        self.ui.close_button.clicked.connect(self.reject)
        self.ui.keep_button.clicked.connect(self.keep)
        QShortcut(QKeySequence.StandardKey.Undo, self.ui.choices_box, self.undo)
        room = self.ui.crop_card.sizePolicy()
        room.setRetainSizeWhenHidden(True)  # what stands above it stays at the top when nothing is left to look at
        self.ui.crop_card.setSizePolicy(room)
        icons.dress(self)
        fit(self)
        self._show()
        self._read(paths)

    @property
    def reading(self) -> Reading | None:
        """What was read, with what was decided so far."""
        return self._reading

    @property
    def doubt(self) -> tuple[str, Doubt] | None:
        """What is being asked: the key of the sheet, and the doubt."""
        open_now = self._reading.doubts if self._reading else []
        return open_now[0] if open_now else None

    def decide(self, value: str) -> None:
        """Settle what is being asked."""
        if self._reading is None or self.doubt is None:
            return
        key, doubt = self.doubt
        try:
            self._reading = form_scans.settle(self._reading, key, doubt.question, value)
        except SlaError as error:
            self.ui.banner.say(str(error), "bad")
            return
        self._done.append((key, doubt.question))
        self._last = f"Taken: {self._words(key, doubt, value)}. "
        self._show()

    def _words(self, key: str, doubt: Doubt, value: str) -> str:
        form = self._form(key)
        question = form.by_key.get(doubt.question)
        said = (form.label_of(question, one) if question else _WORDS.get(one, "") for one in value.split())
        return "no answer" if not value else value if doubt.kind == WRITING else joined(list(said)) or value

    def undo(self) -> None:
        """Take the last decision back."""
        if self._reading is not None and self._done:
            self._reading = form_scans.unsettle(self._reading, *self._done.pop())
            self._last = ""
            self._show()

    def keep(self) -> None:
        """Keep the answers of the sheets about which nothing is open."""
        told = self._reading
        if told is None:
            return
        job = self._jobs.prepare(lambda _report: form_scans.keep(self._store, self._event_id, told))
        job.succeeded.connect(self._on_kept)
        job.failed.connect(self.ui.banner.fail)
        self.ui.work_box.follow(job, "Keeping the answers")
        self._jobs.start(job)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """One key decides; where several boxes may be marked, keys choose and Enter decides."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._several:
            self.decide(" ".join(self._chosen))
        elif event.text() == self._nothing and self._buttons:
            self.decide("")
        elif (button := self._buttons.get(event.text().casefold())) is not None:
            button.click()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The picture grows with the window."""
        super().resizeEvent(event)
        self._show_crop()

    @property
    def _several(self) -> bool:
        if self.doubt is None or self.doubt[1].question not in self._form(self.doubt[0]).by_key:
            return False
        return self._form(self.doubt[0]).by_key[self.doubt[1].question].kind == model.MANY

    def _read(self, paths: Sequence[Path]) -> None:
        def work(report: Report) -> Reading:
            def told(done: int, total: int) -> None:
                report(done, total, f"Reading page {done} of {total}")

            return form_scans.read_scans(self._store, self._event_id, paths, progress=told)

        job = self._jobs.prepare(work)
        job.succeeded.connect(self._on_read)
        job.failed.connect(self.ui.banner.fail)
        job.cancelled.connect(self.reject)
        self.ui.work_box.follow(job, "Reading the scans")
        self._job = job
        self._jobs.start(job)

    def _on_finished(self) -> None:
        if self._job is not None:
            self._job.cancel()

    def _on_read(self, told: Reading) -> None:
        self._reading = told
        left = [f"Sheet {one.key}: {one.reason}" for one in told.of(READY) if one.reason]
        if told.unread:
            lines = [f"{one.scan}: {one.reason}" for one in told.unread]
            self.ui.banner.say(" ".join(["Not read, please scan again.", *lines[:4], *left[:4]]), "warn")
        elif left:
            self.ui.banner.say(" ".join(left[:4]), "info")
        self._show()
        announce(self.ui.summary_label, self.ui.summary_label.text())

    def _on_kept(self, count: int) -> None:
        self.kept.emit(count)
        self.accept()

    def _form(self, key: str) -> model.Questionnaire:
        assert self._reading is not None
        return next(one for one in self._reading.sheets if one.key == key).known.form

    def _show(self) -> None:
        """Show the next doubt, or that there is none."""
        told, asked = self._reading, self.doubt
        for part in (self.ui.crop_card, self.ui.question_label, self.ui.reason_label, self.ui.choices_box):
            part.setVisible(asked is not None)
        ready = len(told.of(READY)) if told else 0
        self.ui.keep_button.setEnabled(bool(ready))
        self.ui.keep_button.setText(f"&Keep {counted(ready, 'sheet')}" if ready else "&Keep the answers")
        self.ui.undo_button.setEnabled(bool(self._done))
        left = len(told.doubts) if told else 0
        self.ui.left_label.setText(f"{self._last}{counted(left, 'place')} left to look at" if left else self._last)
        self.ui.summary_label.setText(_summary(told) if told else "")
        self._clear_choices()
        self._buttons, self._chosen = {}, []
        writes = asked is not None and asked[1].kind == WRITING
        self.ui.write_label.setVisible(writes)
        self.ui.write_edit.setVisible(writes)
        if asked is not None:
            self._ask(*asked)
        elif ready:
            self.ui.keep_button.setFocus()

    def _ask(self, key: str, doubt: Doubt) -> None:
        form = self._form(key)
        question = form.by_key.get(doubt.question)
        self.ui.question_label.setText(form.label(question) if question else "Is this sheet to be kept?")
        keys = " Enter takes what is chosen." if self._several else ""
        self.ui.reason_label.setText(f"Sheet {key}. {doubt.reason}{keys}")
        words = [(form.label_of(question, one) if question else "") or _WORDS.get(one, one) for one in doubt.offered]
        self._nothing = "n" if "0" in words else "0"
        for letter, said, value in zip(_keys(words), words, doubt.offered, strict=False):
            self._buttons[letter] = self._button(letter, said, partial(self._on_chosen, value))
            self._buttons[letter].setCheckable(self._several)
        if doubt.offered and question:
            self._button(self._nothing, "No answer", partial(self.decide, ""))
        if self._several:
            for value in doubt.seen:
                self._on_chosen(value)
            self._button("Enter", "Take these", lambda: self.decide(" ".join(self._chosen)))
        self._show_crop()
        if doubt.kind == WRITING:
            self.ui.write_edit.clear()
            self.ui.write_edit.setFocus()
        else:
            self.setFocus()

    def _clear_choices(self) -> None:
        for button in self._choices.findChildren(QPushButton):
            button.setParent(None)
            button.deleteLater()

    def _button(self, letter: str, said: str, act: Callable[..., None]) -> QPushButton:
        button = QPushButton(f"{letter.upper()}   {said}".replace("&", "&&"))
        button.setAutoDefault(False)
        button.setAccessibleName(said)
        button.clicked.connect(act)
        button.setParent(self._choices)
        button.show()
        return button

    def _on_chosen(self, value: str, *_: object) -> None:
        if not self._several:
            self.decide(value)
            return
        self._chosen = [one for one in self._chosen if one != value] + [value] * (value not in self._chosen)
        asked = self.doubt
        for button, one in zip(self._buttons.values(), asked[1].offered if asked else (), strict=False):
            button.setChecked(one in self._chosen)

    def _on_written(self) -> None:
        self.decide(self.ui.write_edit.text().strip())

    def _show_crop(self) -> None:
        crop = self.doubt[1].crop if self.doubt else None
        self.ui.crop_card.setVisible(crop is not None)
        if crop is None:
            return
        high, wide = crop.shape
        image = QImage(crop.tobytes(), wide, high, wide, QImage.Format.Format_Grayscale8)
        shown = QPixmap.fromImage(image)
        # All of it is seen, also beside large text: the label is as high as the picture, up to a third of the window.
        room = QSize(max(200, self.ui.crop_label.contentsRect().width()), max(80, self.height() // 3))
        if self.isVisible() and (wide > room.width() or high > room.height()):
            smooth = Qt.TransformationMode.SmoothTransformation
            shown = shown.scaled(room, Qt.AspectRatioMode.KeepAspectRatio, smooth)
        self.ui.crop_label.setMinimumSize(200, max(80, min(room.height(), shown.height())))
        self.ui.crop_label.setPixmap(shown)


def _keys(words: Sequence[str]) -> Iterable[str]:
    """A key for each answer: a figure is its own, and where one is, all that are none have letters."""
    if not any(len(one) == 1 and one.isdecimal() for one in words):
        return _KEYS
    letters = iter(_LETTERS)
    return [one if len(one) == 1 and one.isdecimal() else next(letters) for one in words]


def _summary(told: Reading) -> str:
    known = len(told.of(KNOWN))
    parts = [f"{counted(told.pages, 'page')} read, {counted(len(told.sheets), 'sheet')}."]
    parts += [f"{known} were taken in before."] * bool(known)
    parts += [f"{counted(len(told.outstanding), 'printed sheet')} did not come back."] * bool(told.outstanding)
    return " ".join(parts)
