"""The questionnaire changed in a window: questions on the left, one of them in the middle, the kiosk on the right."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QMenu, QWidget

from sla_desktop.domain.errors import SlaError
from sla_desktop.domain.ids import EventId
from sla_desktop.domain.text import counted, joined
from sla_desktop.gui.feedback.boxes import AnswerBox
from sla_desktop.gui.forms.ui_form_editor_dialog import Ui_FormEditorDialog
from sla_desktop.gui.shared import icons
from sla_desktop.gui.shared.jobs import Jobs, Report
from sla_desktop.gui.shared.layouts import empty, fit
from sla_desktop.gui.shared.prompts import Prompts
from sla_desktop.gui.shared.timers import single_shot
from sla_desktop.services import forms
from sla_desktop.storage.store import Store
from sla_desktop.survey import checking, editing, model, reading
from sla_desktop.survey.editing import Item
from sla_desktop.survey.model import Sheets
from sla_desktop.survey.sitting import Sitting

KIND_WORDS = {
    model.ONE: "One choice",
    model.MANY: "Several choices",
    model.TEXT: "Words to write",
    model.RANGE: "A scale of numbers",
    model.INTEGER: "A number",
    model.DATE: "A day",
    model.NOTE: "Only to read",
    model.CARD: "The code of a card",
    model.DECIMAL: "A number, perhaps with a fraction",
    model.RANK: "Choices in order",
    model.ACKNOWLEDGE: "A tick",
}
_TYPING_MS = 300
# The picture of the kiosk is narrower than a kiosk.
_IN_A_ROW = 3


def _listed(item: Item, first: Item) -> str:
    """A question in the list; one without words in this language has those of the form's first."""
    return item.label or (f"{first.label} (not translated)" if first.label else "No words yet")


class FormEditorDialog(QDialog):
    """Edits a copy of the event's form; `saved` tells what was made of it. Every change can be taken back."""

    saved = Signal(str)

    def __init__(
        self, store: Store, event_id: EventId, jobs: Jobs, prompts: Prompts, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.ui = Ui_FormEditorDialog()
        self.ui.setupUi(self)  # type: ignore[no-untyped-call]
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._store, self._event_id, self._jobs, self._prompts = store, event_id, jobs, prompts
        self.sheets: Sheets = forms.event_form(store, event_id).sheets
        self._before: list[Sheets] = []
        self._shown = "", ""
        self._typing = single_shot(self, _TYPING_MS, self.flush)
        self._connect()
        self._show_languages(reading.questionnaire(self.sheets).languages)
        icons.dress(self)
        fit(self)
        self._say("")
        self._show_list(0)
        self.ui.question_list.setFocus()

    @property
    def items(self) -> tuple[Item, ...]:
        """The questions in the language that is chosen."""
        return editing.items(self.sheets, self.language)

    @property
    def item(self) -> Item | None:
        """The question that is chosen."""
        place = self.ui.question_list.currentRow()
        return self.items[place] if 0 <= place < len(self.items) else None

    @property
    def language(self) -> str:
        """The language that is edited; "" where the form names none."""
        return str(self.ui.language_combo.currentData() or "")

    def flush(self) -> None:
        """Take in what was typed."""
        self._typing.stop()
        (name, language), ui = self._shown, self.ui
        item = next((one for one in editing.items(self.sheets, language) if one.name == name), None)
        if item is None:
            return
        typed = replace(
            item,
            label=ui.question_edit.toPlainText().strip(),
            hint=ui.hint_edit.text().strip(),
            required=ui.required_check.isChecked(),
            choices=tuple(filter(None, map(str.strip, ui.choices_edit.toPlainText().splitlines()))),
            low=ui.low_edit.text().strip(),
            high=ui.high_edit.text().strip(),
        )
        if typed != item:
            self._try(lambda: editing.change(self.sheets, typed, language), ui.question_list.currentRow())

    def undo(self) -> None:
        """Take the last change back."""
        self.flush()
        if self._before:
            self.sheets = self._before.pop()
            self._show_list(self.ui.question_list.currentRow())

    def _connect(self) -> None:
        ui = self.ui
        menu = QMenu(self)
        for kind in editing.KINDS:
            menu.addAction(KIND_WORDS[kind], partial(self.add, kind))
        ui.add_button.setMenu(menu)
        ui.question_list.currentRowChanged.connect(self._on_moved)
        for edit in (ui.question_edit, ui.choices_edit):
            edit.textChanged.connect(self._typing.start)
        for line in (ui.hint_edit, ui.low_edit, ui.high_edit):
            line.textEdited.connect(self._typing.start)
        ui.required_check.clicked.connect(self.flush)
        ui.remove_button.clicked.connect(self.remove)
        for button, key, by in ((ui.up_button, "Alt+Up", -1), (ui.down_button, "Alt+Down", 1)):
            button.clicked.connect(partial(self.move_by, by))
            QShortcut(QKeySequence(key), self, partial(self.move_by, by))
        ui.undo_button.clicked.connect(self.undo)
        ui.language_combo.currentIndexChanged.connect(self._on_moved)
        ui.language_button.clicked.connect(self._on_language_wanted)
        ui.cancel_button.clicked.connect(self.reject)
        ui.save_button.clicked.connect(self.save)

    def _on_moved(self, _place: int) -> None:
        """Another question, or language, is shown: what was just typed belongs to the one before."""
        self.flush()
        self._show_list(self.ui.question_list.currentRow())

    def reject(self) -> None:
        """Close; what was changed and not saved is asked about."""
        self.flush()
        if not self._before or self._prompts.ask(self, "Close without saving what you changed?", "Close"):
            super().reject()

    def add(self, kind: str) -> None:
        """Add a question after the one that is chosen, and write its words."""
        self.flush()
        after = self.item.name if self.item else ""
        self._try(lambda: editing.add(self.sheets, kind, after)[0], self.ui.question_list.currentRow() + 1)
        self.ui.question_edit.setFocus()

    def remove(self) -> None:
        """Take the chosen question out."""
        if item := self.item:
            self._try(lambda: editing.remove(self.sheets, item.name), self.ui.question_list.currentRow())

    def move_by(self, by: int) -> None:
        """Move the chosen question."""
        self.flush()
        if item := self.item:
            place = self.ui.question_list.currentRow() + by
            self._try(lambda: editing.move(self.sheets, item.name, by), max(0, min(len(self.items) - 1, place)))

    def save(self) -> None:
        """Make it the event's form, or say what is wrong with it."""
        self.flush()
        sheets = self.sheets

        def work(_report: Report) -> str:
            made = forms.save_edited(self._store, self._event_id, sheets)
            return f"The questionnaire is saved as version {made.version}. Answers given before are kept."

        job = self._jobs.prepare(work)
        job.succeeded.connect(self._on_saved)
        job.failed.connect(self._say)
        self._jobs.start(job)

    def _on_saved(self, words: str) -> None:
        self.saved.emit(f"{words}{self._untranslated()}")
        self.accept()

    def _try(self, make: Callable[[], Sheets], place: int) -> None:
        """Take a change in and show the question at a place, or say why it cannot be."""
        try:
            made = make()
        except SlaError as error:
            self._say(str(error))
            return
        if made != self.sheets:
            self._before.append(self.sheets)
            self.sheets = made
        self._say("")
        self._show_list(place)

    def _show_list(self, place: int) -> None:
        ui, items = self.ui, self.items
        first = editing.items(self.sheets, self._first_language)
        told = [f"{nth}. {_listed(one, of)}" for nth, (one, of) in enumerate(zip(items, first, strict=True), start=1)]
        with QSignalBlocker(ui.question_list):
            if [ui.question_list.item(nth).text() for nth in range(ui.question_list.count())] != told:
                ui.question_list.clear()
                ui.question_list.addItems(told)
            ui.question_list.setCurrentRow(max(0, min(len(told) - 1, place)))
        ui.undo_button.setEnabled(bool(self._before))
        self._show_item()

    @property
    def _first_language(self) -> str:
        return reading.questionnaire(self.sheets).languages[0]

    def _untranslated(self) -> str:
        """How many questions have no words in each further language."""
        first, *more = reading.questionnaire(self.sheets).languages
        left = {one: sum(not item.label for item in editing.items(self.sheets, one)) for one in more}
        told = [f"{counted(number, 'question')} not yet in {one}" for one, number in left.items() if number]
        return f" {joined(told).capitalize()}: shown in {first or 'English'}." if told else ""

    def _show_item(self) -> None:
        item, ui = self.item, self.ui
        ui.fields_box.setEnabled(item is not None)
        for button in (ui.remove_button, ui.up_button, ui.down_button):
            button.setEnabled(item is not None)
        if item is not None:
            self._fill(item)
        self._show_preview(item)

    def _fill(self, item: Item) -> None:
        ui = self.ui
        self._shown = item.name, self.language
        shown = next(one for one in editing.items(self.sheets, self._first_language) if one.name == item.name)
        ui.question_edit.setPlaceholderText(shown.label)
        ui.hint_edit.setPlaceholderText(shown.hint)
        ui.kind_label.setText(f"{KIND_WORDS[item.kind]}. To ask in another way, add a question and remove this one.")
        with QSignalBlocker(ui.question_edit), QSignalBlocker(ui.choices_edit):
            for edit, text in ((ui.question_edit, item.label), (ui.choices_edit, "\n".join(item.choices))):
                if edit.toPlainText().strip() != text:
                    edit.setPlainText(text)
        for line, text in ((ui.hint_edit, item.hint), (ui.low_edit, item.low), (ui.high_edit, item.high)):
            if line.text().strip() != text:
                line.setText(text)
        ui.required_check.setChecked(item.required)
        ui.required_check.setVisible(item.kind != model.NOTE)
        ui.choices_box.setVisible(item.has_choices)
        ui.limits_box.setVisible(item.has_limits)
        ui.when_label.setVisible(bool(item.when))
        ui.when_label.setText(f"Asked only if {item.when}")

    def _show_preview(self, item: Item | None) -> None:
        ui = self.ui
        empty(ui.preview_layout)
        ui.preview_question.setText(item.label if item else "")
        ui.preview_hint.setText(item.hint if item else "")
        form = reading.questionnaire(self.sheets)
        if item is None or checking.faults(form):
            return
        box = AnswerBox(Sitting(form), form.by_name[item.name], self.language, lambda _: None, in_a_row=_IN_A_ROW)
        for part in (box, *box.findChildren(QWidget)):
            part.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        ui.preview_layout.addWidget(box)
        ui.preview_layout.addStretch()

    def _show_languages(self, languages: tuple[str, ...]) -> None:
        combo = self.ui.language_combo
        with QSignalBlocker(combo):
            combo.clear()
            for one in languages:
                combo.addItem(one or "English", one)
        combo.setVisible(len(languages) > 1)

    def _on_language_wanted(self) -> None:
        self.flush()
        told = self._prompts.text(self, "Which language? Give its name and its code, such as Cymraeg (cy).")
        if not told:
            return
        self._try(lambda: editing.named_language(self.sheets), self.ui.question_list.currentRow())
        known = reading.questionnaire(self.sheets).languages
        self._show_languages((*known, *([] if told in known else [told])))
        self.ui.language_combo.setCurrentIndex(self.ui.language_combo.findData(told))

    def _say(self, words: str) -> None:
        self.ui.error_label.setText(words)
        self.ui.error_label.setVisible(bool(words))
