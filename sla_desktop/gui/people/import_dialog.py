"""The import dialog: choose or drop a file, see every row's fate, then import."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QDialog, QWidget

from sla_desktop.domain.ids import EventId
from sla_desktop.gui.forms.ui_import_dialog import Ui_ImportDialog
from sla_desktop.gui.people import import_model as model
from sla_desktop.gui.shared import icons
from sla_desktop.gui.shared.choices import show_choices
from sla_desktop.gui.shared.columns_dialog import ColumnsDialog
from sla_desktop.gui.shared.jobs import Job, Jobs
from sla_desktop.gui.shared.layouts import fit
from sla_desktop.gui.shared.prompts import Prompts
from sla_desktop.gui.shared.table import RecordTable, dress_table, fit_columns
from sla_desktop.services import registrations
from sla_desktop.services.registrations import FATES, ImportPlan, RowFate
from sla_desktop.storage.store import Store

if TYPE_CHECKING:
    from sla_desktop.tables.values import Columns

PATTERN = "Registration lists (*.xlsx *.xls *.ods *.csv *.tsv *.txt);;All files (*)"


class ImportDialog(QDialog):
    """Nothing is written before Import is pressed; `imported` carries the outcome in words."""

    imported = Signal(str)

    def __init__(
        self, store: Store, event_id: EventId, jobs: Jobs, prompts: Prompts, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.ui = Ui_ImportDialog()
        self.ui.setupUi(self)  # type: ignore[no-untyped-call]
        self._store, self._event_id, self._jobs, self._prompts = store, event_id, jobs, prompts
        self._path = Path()
        self._plan: ImportPlan | None = None
        self._job: Job | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAcceptDrops(True)
        self.table = RecordTable[RowFate](model.COLUMNS, key=lambda row: row.row, parent=self)
        dress_table(self.ui.rows_table, self.table)
        self.ui.choose_button.clicked.connect(self._on_choose_clicked)
        self.ui.import_button.clicked.connect(self._on_import_clicked)
        self.ui.columns_button.clicked.connect(self._on_columns_wanted)
        self.ui.columns_button.hide()
        self.ui.cancel_button.clicked.connect(self.reject)
        self.ui.import_button.setEnabled(False)
        icons.dress(self)
        fit(self)

    def read(self, path: Path, mapping: Mapping[str, str] | None = None, *, turned: bool | None = None) -> None:
        """Read a file in the background and show what its rows would do; `mapping` says which column is which.

        `turned` writes names that stand as “Lee, Ann” as “Ann Lee”; None does as with the last such file.
        """
        self._path = path
        self.ui.columns_button.show()
        job = self._jobs.prepare(
            lambda _report: registrations.plan_import(
                self._store, self._event_id, path, mapping=mapping, turned=turned
            )
        )
        job.succeeded.connect(self._on_read)
        self._start(job, f"Reading {path.name}")

    def done(self, result: int) -> None:
        """Close; a job that still runs is asked to stop first."""
        if self._job is not None:
            self._job.cancel()
        super().done(result)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        files = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
        if files:
            event.acceptProposedAction()
            self.read(Path(files[0]))

    def _on_choose_clicked(self) -> None:
        path = self._prompts.file_to_open(self, "Choose the registration list", PATTERN)
        if path is not None:
            self.read(path)

    def _on_columns_wanted(self) -> None:
        job = self._jobs.prepare(lambda _report: registrations.columns_of(self._path))
        job.succeeded.connect(self._choose_columns)
        self._start(job, f"Reading {self._path.name}")

    def _choose_columns(self, columns: "Columns") -> None:
        plan = self._plan
        known, turned = (plan.read.mapping, plan.turned) if plan is not None else (columns.mapping, None)
        dialog = ColumnsDialog(columns, known, self)
        dialog.chosen.connect(lambda mapping: self.read(self._path, mapping, turned=turned))
        dialog.open()

    def _on_read(self, plan: ImportPlan) -> None:
        self._plan = plan
        self.table.show(plan.rows)
        self.ui.summary_label.setText(model.file_words(plan, self._path.name))
        self._build_fates(plan)
        self._show_fate("")
        self.ui.stack.setCurrentWidget(self.ui.preview_page)
        fit_columns(self.ui.rows_table, self.table)
        count = model.to_write(plan)
        self.ui.import_button.setText(f"&Import {count} {'person' if count == 1 else 'people'}")
        self.ui.import_button.setEnabled(bool(count))
        self.ui.hint_label.setText("" if count else "Nothing in this file is new, so there is nothing to import.")
        (self.ui.import_button if count else self.ui.cancel_button).setFocus()
        if plan.read.family_first:
            self.ui.banner.say(plan.read.family_first, "info", "&Turn these names round", self._turn_names)

    def _turn_names(self) -> None:
        self.read(self._path, self._plan.chosen or None if self._plan else None, turned=True)

    def _build_fates(self, plan: ImportPlan) -> None:
        known = [("", f"All {len(plan.rows)}")]
        known += [(fate, f"{model.FATE_CHIPS[fate].word} {plan.counts[fate]}") for fate in FATES if plan.counts[fate]]
        show_choices(self.ui.fates_box, known, "", self._show_fate)

    def _show_fate(self, fate: str) -> None:
        self.table.show_only("", lambda row: not fate or row.fate == fate)

    def _on_import_clicked(self) -> None:
        plan = self._plan
        if plan is None:
            return
        self.ui.import_button.setEnabled(False)
        job = self._jobs.prepare(
            lambda report: registrations.apply_import(
                self._store, self._event_id, plan, progress=lambda done, total: report(done, total)
            )
        )
        job.succeeded.connect(self._on_imported)
        self._start(job, "Saving the registrations")

    def _on_imported(self, _written: int) -> None:
        if self._plan is not None:
            self.imported.emit(model.outcome_words(self._plan))
        self.accept()

    def _start(self, job: Job, words: str) -> None:
        self.ui.banner.hide()
        self._job = job
        job.failed.connect(self._on_failed)
        job.finished.connect(self._on_finished)
        self.ui.work_box.follow(job, words)
        self._jobs.start(job)

    def _on_failed(self, sentence: str) -> None:
        self.ui.banner.say(sentence, "bad")

    def _on_finished(self) -> None:
        self._job = None
