"""Coding comments: one after the other, with suggestions on the keys 1, 2 and 3; a person decides each."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QListWidgetItem, QPlainTextEdit, QWidget

from sla_desktop.domain.errors import SlaError
from sla_desktop.domain.ids import EventId
from sla_desktop.domain.text import counted
from sla_desktop.domain.themes import Theme
from sla_desktop.gui.forms.ui_themes_dialog import Ui_ThemesDialog
from sla_desktop.gui.shared import icons
from sla_desktop.gui.shared.layouts import fit
from sla_desktop.gui.shared.prompts import Prompts
from sla_desktop.services import coding, coding_out
from sla_desktop.services.coding import Comment
from sla_desktop.storage.store import Store
from sla_desktop.survey import suggesting

_KEY = Qt.ItemDataRole.UserRole
_FILES = "A project (*.qdpx);;A code book (*.qdc);;A table (*.csv)"
_MOST_SIMILAR = 3

_FIGURES = ("1", "2", "3")


class ThemesDialog(QDialog):
    """Keeps each decision at once; `changed` tells that there was one."""

    changed = Signal()

    def __init__(self, store: Store, event_id: EventId, prompts: Prompts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ui = Ui_ThemesDialog()
        self.ui.setupUi(self)  # type: ignore[no-untyped-call]
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._store, self._event_id, self._prompts = store, event_id, prompts
        self._undo: list[Callable[[], None]] = []
        self._comments = coding.comments(store, event_id)
        self._shown: list[Comment] = []
        self._suggested: Sequence[str] = ()
        self.suggestion_buttons = (self.ui.first_button, self.ui.second_button, self.ui.third_button)
        for key, label in dict((one.question, one.label) for one in self._comments).items():
            self.ui.question_combo.addItem(label, key)
        known = coding.coders(store, event_id)
        self.ui.coder_edit.setText(known[0] if known else store.desk)
        self._connect()
        icons.dress(self)
        fit(self)
        for part in (self.ui.comments_list, self.ui.themes_list):
            part.installEventFilter(self)
        self._show_book()
        self.load(0)
        self.ui.comments_list.setFocus()

    @property
    def coder(self) -> str:
        """Who codes now."""
        return self.ui.coder_edit.text().strip()

    @property
    def comment(self) -> Comment | None:
        """The comment that is read."""
        place = self.ui.comments_list.currentRow()
        return self._shown[place] if 0 <= place < len(self._shown) else None

    def load(self, place: int) -> None:
        """Show the comments of the question, and the one at a place."""
        ui, coded = self.ui, coding.codings(self._store, self._event_id, self.coder)
        of_question = [one for one in self._comments if one.question == ui.question_combo.currentData()]
        still = ui.open_check.isChecked()
        self._shown = [one for one in of_question if not still or (one.question, one.text) not in coded]
        with QSignalBlocker(ui.comments_list):
            ui.comments_list.clear()
            for one in self._shown:
                ui.comments_list.addItem(f"{'✓' if (one.question, one.text) in coded else '–'}  {one.text}")
            ui.comments_list.setCurrentRow(max(0, min(len(self._shown) - 1, place)))
        done = sum((one.question, one.text) in coded for one in of_question)
        told = f"{done} of {len(of_question)} comments coded." if of_question else "Fewer than five wrote."
        rest = " Themes are in the report once all are coded." if done < len(of_question) else ""
        ui.progress_label.setText(told + rest)
        ui.undo_button.setEnabled(bool(self._undo))
        self._show_comment()
        self._show_agreement()

    def give(self, themes: Sequence[str]) -> None:
        """Keep the themes of the comment, and go on to the next."""
        comment = self.comment
        if comment is None:
            return
        before = coding.codings(self._store, self._event_id, self.coder).get((comment.question, comment.text))
        try:
            coding.code(self._store, self._event_id, comment, self.coder, themes)
        except SlaError as error:
            self._say(str(error))
            return
        place, coder = self.ui.comments_list.currentRow(), self.coder

        def back() -> None:
            coding.code(self._store, self._event_id, comment, coder, before)
            self.load(place)

        self._undo.append(back)
        self.load(place if self.ui.open_check.isChecked() else place + 1)
        self.changed.emit()

    def keep(self) -> None:
        """Give the themes that are ticked; none is an answer too."""
        items = (self.ui.themes_list.item(nth) for nth in range(self.ui.themes_list.count()))
        self.give([one.data(_KEY) for one in items if one.checkState() == Qt.CheckState.Checked])

    def undo(self) -> None:
        """Take the last decision back."""
        if self._undo:
            self._undo.pop()()
            self.ui.undo_button.setEnabled(bool(self._undo))
            self.changed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The lists, which would look for a word that begins with a figure, leave the figures to the window."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.text() in _FIGURES:
            self.keyPressEvent(event)
            return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """1, 2 and 3 give what is suggested; Enter keeps what is ticked."""
        typing = isinstance(QApplication.focusWidget(), QLineEdit | QPlainTextEdit)
        if not typing and event.text() in _FIGURES and int(event.text()) <= len(self._suggested):
            self.give([self._suggested[int(event.text()) - 1]])
        elif not typing and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.keep()
        elif not (typing and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)):
            super().keyPressEvent(event)

    def add_theme(self) -> None:
        """Put a theme into the code book."""
        self._try(lambda: coding.keep_theme(self._store, self._event_id, *self._typed()))

    def change_theme(self) -> None:
        """Put the chosen theme into other words."""
        if theme := self._theme():
            self._try(lambda: coding.keep_theme(self._store, self._event_id, *self._typed(), theme_id=theme.id))

    def retire_theme(self) -> None:
        """Take the chosen theme out of the code book."""
        if theme := self._theme():
            self._undo.append(lambda: self._try(lambda: coding.retire_theme(self._store, theme, retired=False)))
            self._try(lambda: coding.retire_theme(self._store, theme))

    def _connect(self) -> None:
        ui = self.ui
        ui.comments_list.currentRowChanged.connect(lambda _: self._show_comment())
        for changed in (ui.question_combo.currentIndexChanged, ui.open_check.toggled):
            changed.connect(lambda _: self.load(0))
        ui.coder_edit.editingFinished.connect(lambda: self.load(self.ui.comments_list.currentRow()))
        for nth, button in enumerate(self.suggestion_buttons):
            button.clicked.connect(partial(self._on_suggestion_clicked, nth))
        ui.themes_list.currentRowChanged.connect(lambda _: self._show_theme())
        ui.keep_button.clicked.connect(self.keep)
        ui.add_button.clicked.connect(self.add_theme)
        ui.rename_button.clicked.connect(self.change_theme)
        ui.retire_button.clicked.connect(self.retire_theme)
        ui.undo_button.clicked.connect(self.undo)
        ui.export_button.clicked.connect(self._on_export_wanted)
        ui.close_button.clicked.connect(self.accept)
        for button in (*self.suggestion_buttons, ui.keep_button, ui.close_button, ui.add_button, ui.export_button):
            button.setAutoDefault(False)

    def _on_suggestion_clicked(self, nth: int) -> None:
        if nth < len(self._suggested):
            self.give([self._suggested[nth]])

    def _show_comment(self) -> None:
        comment, ui = self.comment, self.ui
        ui.comment_label.setText(f"“{comment.text}”" if comment else "No comment is left here.")
        self._tick(comment)
        texts = [comment.text] if comment else []
        found = coding.suggest(self._store, self._event_id, self.coder, texts)
        best = found[0] if found else ()
        self._suggested = [one.theme for one in best]
        names = {str(theme.id): theme.name for theme in self._book}
        for nth, button in enumerate(self.suggestion_buttons):
            button.setVisible(nth < len(best))
            button.setText(f"{nth + 1}  {names[best[nth].theme]}".replace("&", "&&") if nth < len(best) else "")
        like = next((one.like for one in best[:1]), "")
        ui.why_label.setText(f"1 because you coded “{like}” so." if like else "")
        ui.why_label.setVisible(bool(like))
        others = [one.text for one in self._shown]
        alike = suggesting.similar(comment.text, others, _MOST_SIMILAR) if comment else ()
        ui.similar_label.setText("\n".join(["Similar comments:", *(f"“{one}”" for one in alike)]) if alike else "")

    def _tick(self, comment: Comment | None) -> None:
        coded = coding.codings(self._store, self._event_id, self.coder)
        given = coded.get((comment.question, comment.text), ()) if comment else ()
        for nth in range(self.ui.themes_list.count()):
            item = self.ui.themes_list.item(nth)
            item.setCheckState(Qt.CheckState.Checked if item.data(_KEY) in given else Qt.CheckState.Unchecked)

    def _show_book(self) -> None:
        ui = self.ui
        self._book: list[Theme] = coding.code_book(self._store, self._event_id)
        with QSignalBlocker(ui.themes_list):
            ui.themes_list.clear()
            for theme in self._book:
                item = QListWidgetItem(theme.name)
                item.setData(_KEY, str(theme.id))
                item.setToolTip(theme.description)
                ui.themes_list.addItem(item)
        nothing = "No theme is in the code book yet. Add the first one."
        ui.all_label.setText("&All themes: tick one or more" if self._book else nothing)
        ui.themes_list.setVisible(bool(self._book))
        self._say("")

    def _show_theme(self) -> None:
        if theme := self._theme():
            self.ui.name_edit.setText(theme.name)
            self.ui.description_edit.setPlainText(theme.description)

    def _theme(self) -> Theme | None:
        place = self.ui.themes_list.currentRow()
        return self._book[place] if 0 <= place < len(self._book) else None

    def _typed(self) -> tuple[str, str]:
        return self.ui.name_edit.text(), self.ui.description_edit.toPlainText()

    def _try(self, act: Callable[[], object]) -> None:
        try:
            act()
        except SlaError as error:
            self._say(str(error))
            return
        self.ui.name_edit.clear()
        self.ui.description_edit.clear()
        self._show_book()
        self.load(self.ui.comments_list.currentRow())
        self.changed.emit()

    def _show_agreement(self) -> None:
        others = [one for one in coding.coders(self._store, self._event_id) if one != self.coder]
        told = []
        for other in others[:1]:
            told.append(f"Agreement with {other} (Cohen’s kappa, 1 is full):")
            for one in coding.agreement(self._store, self._event_id, self.coder, other):
                of = counted(one.comments, "comment")
                kappa = "says nothing yet" if one.kappa is None else f"{one.kappa:.2f}, over {of}"
                told.append(f"{one.theme}: {kappa}")
        self.ui.agreement_label.setText("\n".join(told))

    def _on_export_wanted(self) -> None:
        path = self._prompts.file_to_save(self, "Write the themes", Path.home() / "themes.qdpx", _FILES)
        if path is None:
            return
        try:
            coding_out.write_themes(self._store, self._event_id, path)
        except SlaError as error:
            self._say(str(error))
        else:
            self._prompts.tell(self, f"Wrote {path.name}. Comments that could name somebody are left out.")

    def _say(self, words: str) -> None:
        self.ui.book_error_label.setText(words)
        self.ui.book_error_label.setVisible(bool(words))
