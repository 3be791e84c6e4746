"""The Documents page: a card for everything that can be printed or sent."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent

from sla_desktop.domain.events import Event
from sla_desktop.gui.documents.model import DOCUMENTS, Document, Options, label_sheets, make_folder
from sla_desktop.gui.forms.ui_documents_page import Ui_DocumentsPage
from sla_desktop.gui.shared.jobs import Jobs, Report
from sla_desktop.gui.shared.page import Page
from sla_desktop.gui.shared.prompts import Prompts
from sla_desktop.services import groups, presence
from sla_desktop.services.documents import DEFAULT_STOCK
from sla_desktop.storage.store import Store

_CARD_LETTERS = 40


class DocumentsPage(Page):
    """Documents are written into one folder; the last one made can be opened at once."""

    watches = frozenset({"attendance", "registration", "breakout_plan", "response"})

    def __init__(
        self,
        store: Store,
        event: Event,
        jobs: Jobs,
        prompts: Prompts,
        folder: Path,
        remember_folder: Callable[[Path], None],
    ) -> None:
        super().__init__()
        self.ui = Ui_DocumentsPage()
        self.ui.setupUi(self)  # type: ignore[no-untyped-call]
        self._store, self._event, self._jobs, self._prompts = store, event, jobs, prompts
        self._folder, self._remember_folder = folder, remember_folder
        self._made = Path()
        self.buttons = {document.key: getattr(self.ui, f"{document.key}_button") for document in DOCUMENTS}
        for document in DOCUMENTS:
            self.buttons[document.key].clicked.connect(lambda _checked, chosen=document: self.make(chosen))
        for name, labels in label_sheets().items():
            self.ui.stock_combo.addItem(name, labels)
        self.ui.stock_combo.currentIndexChanged.connect(self._on_stock_changed)
        self.ui.stock_combo.setCurrentText(DEFAULT_STOCK)
        self.ui.folder_button.clicked.connect(self._on_folder_clicked)
        self.ui.open_button.clicked.connect(lambda: self._prompts.show_file(self._made))
        self.ui.show_button.clicked.connect(lambda: self._prompts.show_file(self._made.parent))
        self.ui.done_card.hide()
        self._columns = 0
        self._on_stock_changed()

    def refresh(self) -> None:
        """Say what there is to print."""
        counts = presence.counts(self._store, self._event.id)
        told = f"{counts.registered} registered, {counts.arrived} came"
        self.ui.subtitle_label.setText(told)
        self.ui.folder_label.setText(f"Written to “{self._folder.name}”")
        self.ui.folder_label.setToolTip(str(self._folder))
        self.buttons["certificates"].setEnabled(bool(counts.arrived))
        planned = bool(groups.plans(self._store, self._event.id))
        self.buttons["tables"].setEnabled(planned)
        self.ui.tables_text.setText(
            "Who sits where in each round, six tables a page."
            if planned
            else "First form groups on the Breakouts page."
        )

    def focus_search(self) -> None:
        """Put the focus on the first document that can be made."""
        next(button for button in self.buttons.values() if button.isEnabled()).setFocus()

    def make_tables(self) -> None:
        """Make the table lists; the Breakouts page prints through this."""
        self.make(next(document for document in DOCUMENTS if document.key == "tables"))

    def make(self, document: Document) -> None:
        """Make a document in the background."""
        path = document.path(self._folder, self._event)
        options = Options(self.ui.stock_combo.currentText(), self.ui.start_spin.value())

        def work(report: Report) -> str:
            make_folder(self._folder)
            count = document.make(self._store, self._event.id, path, options, lambda done, total: report(done, total))
            return f"{document.outcome(count, path)} {document.left_out(self._store, self._event)}".rstrip()

        job = self._jobs.prepare(work)
        self._made = path
        job.succeeded.connect(self._on_made)
        job.failed.connect(self._on_failed)
        job.cancelled.connect(self._on_cancelled)
        job.finished.connect(self._on_finished)
        self._allow(False)
        self.ui.banner.hide()
        self.ui.done_card.hide()
        self.ui.work_box.follow(job, f"Making {document.title.lower()}")
        self._jobs.start(job)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        columns = max(1, min(3, self.width() // (self.fontMetrics().averageCharWidth() * _CARD_LETTERS)))
        if columns == self._columns:
            return
        self._columns = columns
        for place, document in enumerate(DOCUMENTS):
            card = getattr(self.ui, f"{document.key}_card")
            self.ui.cards_grid.addWidget(card, place // columns, place % columns)
        for column in range(3):
            self.ui.cards_grid.setColumnStretch(column, 1 if column < columns else 0)

    def _on_made(self, told: str) -> None:
        self.ui.done_label.setText(told)
        self.ui.done_card.show()
        self.ui.open_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_failed(self, sentence: str) -> None:
        self.ui.banner.say(sentence, "bad")

    def _on_cancelled(self) -> None:
        self.ui.banner.say("Stopped. Nothing was written.", "info")

    def _on_finished(self) -> None:
        self._allow(True)
        self.refresh()

    def _on_folder_clicked(self) -> None:
        folder = self._prompts.folder(self, "Where should documents be written?", self._folder)
        if folder is not None:
            self._folder = folder
            self._remember_folder(folder)
            self.refresh()

    def _on_stock_changed(self) -> None:
        self.ui.start_spin.setMaximum(int(self.ui.stock_combo.currentData() or 1))

    def _allow(self, allowed: bool) -> None:
        for button in self.buttons.values():
            button.setEnabled(allowed)
