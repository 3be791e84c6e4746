"""What tables made: notes and actions in a list, dots on them, and shows of hands."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QModelIndex, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QLabel, QWidget

from sla_desktop.domain.errors import SlaError
from sla_desktop.domain.events import long_date
from sla_desktop.domain.ids import EventId
from sla_desktop.domain.notes import KINDS, Note, Poll
from sla_desktop.domain.text import counted
from sla_desktop.gui.forms.ui_table_notes_dialog import Ui_TableNotesDialog
from sla_desktop.gui.shared import icons
from sla_desktop.gui.shared.layouts import complete, fit
from sla_desktop.gui.shared.rows import Row, RowList, dress_list
from sla_desktop.gui.shared.typed import read_day
from sla_desktop.services import notes
from sla_desktop.services.people import attendees
from sla_desktop.storage.store import Store

_WORDS = {
    "note": "Note",
    "idea": "Idea",
    "enabler": "What helps",
    "barrier": "What is in the way",
    "action": "Action",
}
_EVERYTHING = "Everything"


class TableNotesDialog(QDialog):
    """Each note is kept as soon as it is written; `changed` tells that something was."""

    changed = Signal()

    def __init__(self, store: Store, event_id: EventId, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ui = Ui_TableNotesDialog()
        self.ui.setupUi(self)  # type: ignore[no-untyped-call]
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._store, self._event_id = store, event_id
        self._undo: list[Note] = []
        self._chosen: Note | None = None
        self._left = ""
        self.notes = RowList[Note](_note_row, self)
        self.polls = RowList[Poll](_poll_row, self)
        self._connect()
        for kind in KINDS:
            self.ui.kind_combo.addItem(_WORDS[kind], kind)
        for word, kind in ((_EVERYTHING, ""), *((_WORDS[kind], kind) for kind in KINDS)):
            self.ui.show_combo.addItem(word, kind)
        complete(self.ui.owner_edit, [one.name for one in attendees(store, event_id)])
        icons.dress(self)
        fit(self)
        self.write_new()
        self._say(self.ui.poll_error_label, "")

    def reject(self) -> None:
        """Close; words that are not kept are told first."""
        words = self.ui.text_edit.toPlainText().strip()
        if self._is_unkept and words != self._left:
            self._left = words
            told = "This note is not kept yet. Keep it (Ctrl+Enter), or close once more to leave it out."
            self._say(self.ui.note_error_label, told)
            return
        super().reject()

    @property
    def _is_unkept(self) -> bool:
        words = self.ui.text_edit.toPlainText().strip()
        return bool(words) and words != (self._chosen.text if self._chosen else "")

    def load(self) -> None:
        """Show what is kept."""
        wanted = self.ui.show_combo.currentData()
        known = notes.by_dots(notes.notes(self._store, self._event_id))
        self.notes.show([note for note in known if wanted in ("", note.kind)])
        self.polls.show(notes.polls(self._store, self._event_id))
        self.ui.undo_button.setEnabled(bool(self._undo))
        for part in (self.ui.dots_spin, self.ui.remove_button):
            part.setEnabled(self._chosen is not None)

    def write_new(self) -> None:
        """Make room for another note; kind, round and table stay, since a table's notes are typed together."""
        self._chosen = None
        self.ui.notes_list.clearSelection()
        self.ui.text_edit.clear()
        self.ui.owner_edit.clear()
        self.ui.due_edit.clear()
        self._say(self.ui.note_error_label, "")
        self.load()
        self.ui.text_edit.setFocus()

    def keep(self) -> None:
        """Keep what is written: a new note, or the chosen one in other words."""
        ui = self.ui
        told = {
            "kind": ui.kind_combo.currentData(),
            "text": ui.text_edit.toPlainText(),
            "table": ui.table_spin.value(),
            "owner": ui.owner_edit.text(),
        }

        def act() -> None:
            due = read_day(ui.due_edit.text()) if ui.due_edit.text().strip() else None
            if self._chosen is None:
                made = notes.add_note(
                    self._store, self._event_id, round_number=ui.round_spin.value(), due=due, **told
                )
                self._undo.append(replace(made, removed=True))
            else:
                dots = ui.dots_spin.value() or self._chosen.dots
                self._change(replace(self._chosen, round=ui.round_spin.value(), due=due, dots=dots, **told))

        self._try(act)

    def remove(self) -> None:
        """Take the chosen note out; Undo brings it back."""
        if self._chosen is not None:
            gone = replace(self._chosen, removed=True)
            self._try(lambda: self._change(gone))

    def undo(self) -> None:
        """Take the last change back."""
        if self._undo:
            notes.change_note(self._store, self._undo.pop())
            self.write_new()
            self.changed.emit()

    def keep_poll(self) -> None:
        """Keep the hands of a poll."""
        ui = self.ui
        try:
            notes.keep_poll(
                self._store,
                self._event_id,
                ui.poll_question_edit.text(),
                ui.poll_choices_edit.toPlainText().splitlines(),
                before=_hands(ui.poll_before_edit.text()),
                after=_hands(ui.poll_after_edit.text()),
            )
        except SlaError as error:
            self._say(ui.poll_error_label, str(error))
            return
        self._say(ui.poll_error_label, "")
        self.load()
        self.changed.emit()

    def _connect(self) -> None:
        ui = self.ui
        dress_list(ui.notes_list, self.notes)
        dress_list(ui.polls_list, self.polls)
        ui.notes_list.selectionModel().currentChanged.connect(self._on_note_chosen)
        ui.polls_list.selectionModel().currentChanged.connect(self._on_poll_chosen)
        ui.show_combo.currentIndexChanged.connect(lambda _: self.load())
        ui.keep_button.clicked.connect(self.keep)
        QShortcut(QKeySequence("Ctrl+Return"), self, self.keep)
        ui.new_button.clicked.connect(self.write_new)
        ui.remove_button.clicked.connect(self.remove)
        ui.dots_spin.editingFinished.connect(self._on_dots_typed)
        ui.undo_button.clicked.connect(self.undo)
        ui.poll_keep_button.clicked.connect(self.keep_poll)
        ui.close_button.clicked.connect(self.reject)

    def _on_note_chosen(self, index: QModelIndex) -> None:
        if not index.isValid():
            return
        note, ui = self.notes.records[index.row()], self.ui
        if self._is_unkept:
            # What was begun is kept before another is shown; where it cannot be, it stays with the reason.
            self.keep()
            if not self._is_unkept and note in self.notes.records:
                ui.notes_list.setCurrentIndex(self.notes.index(self.notes.records.index(note)))
            return
        self._chosen = note
        ui.kind_combo.setCurrentIndex(ui.kind_combo.findData(note.kind))
        ui.text_edit.setPlainText(note.text)
        ui.round_spin.setValue(note.round)
        ui.table_spin.setValue(note.table)
        ui.owner_edit.setText(note.owner)
        ui.due_edit.setText(f"{note.due:%d/%m/%Y}" if note.due else "")
        with QSignalBlocker(ui.dots_spin):
            ui.dots_spin.setValue(note.dots or 0)
        for part in (ui.dots_spin, ui.remove_button):
            part.setEnabled(True)

    def _on_poll_chosen(self, index: QModelIndex) -> None:
        if not index.isValid():
            return
        poll, ui = self.polls.records[index.row()], self.ui
        ui.poll_question_edit.setText(poll.question)
        ui.poll_choices_edit.setPlainText("\n".join(poll.choices))
        ui.poll_before_edit.setText(", ".join(map(str, poll.before)))
        ui.poll_after_edit.setText(", ".join(map(str, poll.after)))

    def _on_dots_typed(self) -> None:
        note, dots = self._chosen, self.ui.dots_spin.value()
        if note is not None and dots != (note.dots or 0):
            self.keep()

    def _change(self, changed: Note) -> None:
        assert self._chosen is not None
        before = self._chosen
        notes.change_note(self._store, changed)
        self._undo.append(before)

    def _try(self, act: Callable[[], None]) -> None:
        try:
            act()
        except SlaError as error:
            self._say(self.ui.note_error_label, str(error))
            return
        self.write_new()
        self.changed.emit()

    @staticmethod
    def _say(label: QLabel, words: str) -> None:
        label.setText(words)
        label.setVisible(bool(words))


def _note_row(note: Note) -> Row:
    told = [_WORDS[note.kind]]
    told += [f"round {note.round}"] * bool(note.round) + [f"table {note.table}"] * bool(note.table)
    told += [note.owner or "nobody yet"] * (note.kind == "action" or bool(note.owner))
    told += [f"by {long_date(note.due)}"] if note.due else []
    told += [counted(note.dots or 0, "dot")] * bool(note.dots)
    return Row(note.text, "  ·  ".join(told))


def _poll_row(poll: Poll) -> Row:
    moments = (("before", poll.before), ("after", poll.after))
    told = [f"{name}: {' / '.join(map(str, hands))}" for name, hands in moments if hands]
    return Row(poll.question, "  ·  ".join([" / ".join(poll.choices), *told]))


def _hands(told: str) -> list[int]:
    parts = told.replace(",", " ").split()
    if not all(part.isdigit() for part in parts):
        raise SlaError(f"“{told}” are no hands. Type a number for each choice, such as 12, 30.")
    return list(map(int, parts))
