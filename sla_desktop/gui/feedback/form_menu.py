"""The menu of the event's questionnaire: another in from an XLSForm, or this one out."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMenu, QWidget

from sla_desktop.domain.ids import EventId
from sla_desktop.domain.text import counted
from sla_desktop.gui.feedback.answers_in import AnswersIn
from sla_desktop.gui.feedback.form_editor import FormEditorDialog
from sla_desktop.gui.shared.jobs import Jobs, Report
from sla_desktop.gui.shared.prompts import Prompts
from sla_desktop.services import forms, report_out
from sla_desktop.services.forms import Imported
from sla_desktop.storage.store import Store

_FORMS = "XLSForms (*.xlsx *.xls *.xlsm *.csv);;All files (*)"
_REPORTS = "Spreadsheets (*.xlsx *.csv);;SPSS (*.sav)"
_MOST_WARNINGS = 6
_AGAIN = (
    "Ask the same questions again? The answers so far become those of before: write their report first, if you need "
    "it by itself. Pairs are found by the codes of cards. Start the kiosk and the page "
    "for phones anew, and print new paper forms."
)


class FormMenu(QObject):
    """Reads and writes forms away from the window; `done` carries what was done, `failed` why it was not."""

    done = Signal(str)
    failed = Signal(str)

    def __init__(self, window: QWidget, store: Store, event_id: EventId, jobs: Jobs, prompts: Prompts) -> None:
        super().__init__(window)
        self._window, self._store, self._event_id = window, store, event_id
        self._jobs, self._prompts = jobs, prompts
        self.menu = QMenu(window)
        self.edit_action = self.menu.addAction("&Change the questions…")
        self.edit_action.triggered.connect(self.edit)
        self.import_action = self.menu.addAction("&Bring in a form (XLSForm)…")
        self.import_action.triggered.connect(self._on_import_wanted)
        self.export_action = self.menu.addAction("&Write this form as an XLSForm…")
        self.export_action.triggered.connect(self._on_export_wanted)
        self.again_action = self.menu.addAction("Ask the same &questions again…")
        self.again_action.triggered.connect(self._on_again_wanted)
        self.menu.addSeparator()
        self.answers_in = AnswersIn(window, store, event_id, jobs, prompts)
        self.answers_in.done.connect(self.done)
        self.answers_in.failed.connect(self.failed)
        self.answers_action = self.menu.addAction("Bring in &answers from another survey…")
        self.answers_action.triggered.connect(self.answers_in.start)
        self.report_action = self.menu.addAction("Write the &report as a spreadsheet…")
        self.report_action.triggered.connect(self._on_report_wanted)

    def edit(self) -> FormEditorDialog:
        """Open the window in which the questions are changed."""
        dialog = FormEditorDialog(self._store, self._event_id, self._jobs, self._prompts, self._window)
        dialog.saved.connect(self.done)
        dialog.open()
        return dialog

    def _on_import_wanted(self) -> None:
        path = self._prompts.file_to_open(self._window, "Bring in a form", _FORMS)
        if path is not None:
            self._run(lambda: forms.import_form(self._store, self._event_id, path), self._tell_import)

    def _on_export_wanted(self) -> None:
        start = Path.home() / "questionnaire.xlsx"
        path = self._prompts.file_to_save(self._window, "Write the form", start, "XLSForms (*.xlsx)")
        if path is not None:
            work = lambda: forms.export_form(self._store, self._event_id, path)  # noqa: E731
            self._run(work, lambda _: self.done.emit(f"Wrote {path.name}. ODK, Kobo and this program read it."))

    def _on_again_wanted(self) -> None:
        if self._prompts.ask(self._window, _AGAIN, "Ask again"):
            self._run(
                lambda: forms.ask_again(self._store, self._event_id),
                lambda _: self.done.emit(
                    "The same questions are asked again. What changed shows here, by the cards."
                ),
            )

    def _on_report_wanted(self) -> None:
        start = Path.home() / "feedback.xlsx"
        path = self._prompts.file_to_save(self._window, "Write the report", start, _REPORTS)
        if path is not None:
            work = lambda: report_out.write_report(self._store, self._event_id, path)  # noqa: E731
            self._run(work, lambda _: self.done.emit(f"Wrote {path.name}. It has protected numbers only."))

    def _run(self, work: Callable[[], object], told: Callable[[object], None]) -> None:
        def act(_report: Report) -> object:
            return work()

        job = self._jobs.prepare(act)
        job.succeeded.connect(told)
        job.failed.connect(self.failed.emit)
        self._jobs.start(job)

    def _tell_import(self, made: object) -> None:
        assert isinstance(made, Imported)
        if made.warnings:
            shown = [str(one) for one in made.warnings[:_MOST_WARNINGS]]
            more = [f"And {len(made.warnings) - len(shown)} more."] * (len(made.warnings) > len(shown))
            self._prompts.tell(
                self._window, "\n\n".join(["Not everything in this form is asked here.", *shown, *more])
            )
        asked = len(forms.questionnaire(self._store, self._event_id).asked)
        self.done.emit(f"“{made.form.title}” is the questionnaire now, with {counted(asked, 'question')}.")
