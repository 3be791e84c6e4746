"""The Documents page: a card for everything that can be printed or sent."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout

from sla_desktop.domain.events import Event
from sla_desktop.domain.text import counted
from sla_desktop.gui.documents.cards import place_cards
from sla_desktop.gui.documents.checking import check_certificate
from sla_desktop.gui.documents.model import (
    DOCUMENTS,
    HANDOUTS,
    TEST_SHEET,
    Document,
    Options,
    Printers,
    Watch,
    label_sheets,
    make_folder,
)
from sla_desktop.gui.forms.ui_documents_page import Ui_DocumentsPage
from sla_desktop.gui.shared import icons
from sla_desktop.gui.shared.jobs import Job, Jobs, Report
from sla_desktop.gui.shared.page import Page
from sla_desktop.gui.shared.prompts import Prompts
from sla_desktop.services import badges, groups, presence
from sla_desktop.services.badges import DEFAULT_STOCK
from sla_desktop.storage.store import Store

if TYPE_CHECKING:
    from sla_desktop.gui.documents.award_dialog import AwardDialog
    from sla_desktop.gui.documents.preview import PreviewDialog
    from sla_desktop.gui.documents.printer_dialog import PrinterDialog
    from sla_desktop.gui.documents.system_dialog import SystemDialog

_ONLY_NEW = "&Only those that are new"


class DocumentsPage(Page):
    """Documents are written into one folder; the last one made can be opened at once."""

    watches = frozenset({"attendance", "registration", "breakout_plan", "response"})
    all_made = Signal()
    printers_changed = Signal(object)

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
        self._made, self._early = Path(), b""
        self.printers = Printers()
        self.buttons = {document.key: getattr(self.ui, f"{document.key}_button") for document in DOCUMENTS}
        for document in DOCUMENTS:
            self.buttons[document.key].clicked.connect(lambda _checked, chosen=document: self.make(chosen))
        self.buttons["handouts"] = self.ui.handouts_button
        for document in HANDOUTS:
            self.ui.handouts_combo.addItem(document.title)
        self.ui.handouts_button.clicked.connect(lambda: self.make(HANDOUTS[self.ui.handouts_combo.currentIndex()]))
        for name, labels in label_sheets().items():
            self.ui.stock_combo.addItem(name, labels)
        self.ui.stock_combo.currentIndexChanged.connect(self._on_stock_changed)
        self.ui.stock_combo.setCurrentText(DEFAULT_STOCK)
        self.ui.folder_button.clicked.connect(self._on_folder_clicked)
        self.ui.open_button.clicked.connect(lambda: self._prompts.show_file(self._made))
        self.ui.look_button.clicked.connect(self._on_look_clicked)
        self.ui.award_button.clicked.connect(lambda: self.award_dialog().exec())
        self.ui.check_button.clicked.connect(self._on_check_clicked)
        self.ui.test_sheet_button.clicked.connect(lambda: self.make(TEST_SHEET))
        self.ui.printer_button.clicked.connect(self._on_printer_clicked)
        self.ui.system_button.clicked.connect(lambda: self.system_dialog().exec())
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
            "Who sits where in each round, and everybody by name."
            if planned
            else "First form groups on the Breakouts page."
        )

    def focus_search(self) -> None:
        """Put the focus on the first document that can be made."""
        if ready := [button for button in self.buttons.values() if button.isEnabled()]:
            ready[0].setFocus()

    def make_tables(self) -> None:
        """Make the table lists; the Breakouts page prints through this."""
        self.make(next(document for document in DOCUMENTS if document.key == "tables"))

    def award_dialog(self) -> "AwardDialog":
        """The dialog for what the event certifies."""
        from sla_desktop.gui.documents.award_dialog import AwardDialog

        return AwardDialog(self, self._store, self._event, self._prompts)

    def preview(self) -> "PreviewDialog":
        """The window with the pages of what was made last, or with the first ones of what is being made."""
        from sla_desktop.gui.documents.preview import PreviewDialog

        dialog = PreviewDialog(self, self._made, self._jobs, self._prompts, early=self._early)
        self.all_made.connect(dialog.show_all)
        return dialog

    def make(self, document: Document) -> None:
        """Make a document in the background; one that is there already is replaced only if somebody says so."""
        path = document.path(self._folder, self._event)
        options = self._options(document)
        if options is None or not self._may_replace(path):
            return

        warning, self._waiting, self._told = document.warning, (document, path, options), list[str]()
        if warning is None:
            self._write(*self._waiting)
            return
        job = self._jobs.prepare(lambda _report: warning(self._store, self._event))
        job.succeeded.connect(self._told.append)
        self._follow(job, document)
        job.finished.connect(self._on_warned)
        self._jobs.start(job)

    def _on_warned(self) -> None:
        """Go on, if there was nothing to tell before or somebody wants the document all the same."""
        told, words = self._told, f"Make the {self._waiting[0].title.lower()}"
        if told and (not told[0] or self._prompts.ask(self, told[0], words)):
            self._write(*self._waiting)
        else:
            self._on_finished()

    def _write(self, document: Document, path: Path, options: Options) -> None:
        def work(report: Report) -> tuple[str, str]:
            make_folder(self._folder)
            watch = Watch(lambda done, total: report(done, total), report.show)
            count = document.make(self._store, self._event.id, path, options, watch)
            return document.outcome(count, path), document.left_out(self._store, self._event)

        job = self._jobs.prepare(work)
        self._made, self._early = path, b""
        job.shown.connect(self._on_first_pages_made)
        job.succeeded.connect(self._on_made)
        job.finished.connect(self._on_finished)
        self._follow(job, document)
        self._jobs.start(job)

    def _follow(self, job: Job, document: Document) -> None:
        job.failed.connect(self._on_failed)
        job.cancelled.connect(self._on_cancelled)
        self._allow(False)
        self.ui.banner.hide()
        self.ui.done_card.hide()
        self.ui.work_box.follow(job, f"Making {document.title.lower()}")

    def _options(self, document: Document) -> Options | None:
        """What was chosen for badges; None when nobody says why badges that were printed are printed again."""
        options = Options(
            self.ui.stock_combo.currentText(),
            self.ui.start_spin.value(),
            self.ui.large_check.isChecked(),
            self.ui.rounds_check.isChecked(),
            shift=self.printers.shift,
        )
        if document.key != "badges":
            return options
        again = len(badges.printed_before(self._store, self._event.id))
        if not again:
            return options
        question = f"{counted(again, 'badge')} of this event went out before. Which are to be printed?"
        chosen = self._prompts.choose(self, question, _ONLY_NEW, "All &again…")
        if chosen == _ONLY_NEW:
            return replace(options, only_new=True)
        why = "Why are all badges printed again? For example: the printer jammed."
        reason = self._prompts.text(self, why) if chosen else ""
        return replace(options, reason=reason) if reason else None

    def _may_replace(self, path: Path) -> bool:
        if not path.exists():
            return True
        return self._prompts.ask(self, f"“{path.name}” is in the folder already. Replace it?", "Replace it")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    def showEvent(self, event: QShowEvent) -> None:
        """Before its first showing the page does not know how wide its texts are."""
        super().showEvent(event)
        self._lay_out()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and self.isVisible():
            self._lay_out()

    def _lay_out(self) -> None:
        """Put the cards in as many columns as their texts leave room for."""
        cards = {key: getattr(self.ui, f"{key}_card") for key in self.buttons}
        gap = self.ui.cards_grid.horizontalSpacing()
        widest = max(card.minimumSizeHint().width() for card in cards.values())
        columns = max(1, min(3, (self.ui.cards_scroll.viewport().width() - 8 + gap) // (widest + gap)))
        if columns == self._columns:
            return
        self._columns = columns
        down = QBoxLayout.Direction.TopToBottom if columns == 1 else QBoxLayout.Direction.LeftToRight
        self.ui.done_layout.setDirection(down)
        place_cards(self.ui.cards_grid, cards, columns)

    def _on_first_pages_made(self, data: bytes) -> None:
        self._early = data
        self._offer("The first page can be looked at while the others are made.", finished=False)

    def _on_made(self, made: tuple[str, str]) -> None:
        self._early = b""
        self._offer(" ".join(made).rstrip(), finished=True, whole=not made[1])
        self.ui.open_button.setFocus(Qt.FocusReason.OtherFocusReason)
        self.all_made.emit()

    def _offer(self, told: str, *, finished: bool, whole: bool = True) -> None:
        icons.change(self.ui.done_icon, *(("circle-check", "good") if whole else ("alert-triangle", "warn")))
        self.ui.done_label.setText(told)
        self.ui.done_card.show()
        self.ui.look_button.setVisible(self._made.suffix.lower() == ".pdf")
        for button in (self.ui.open_button, self.ui.show_button):
            button.setVisible(finished)

    def _on_failed(self, sentence: str) -> None:
        self.ui.done_card.hide()
        self.ui.banner.say(sentence, "bad")

    def _on_cancelled(self) -> None:
        self.ui.done_card.hide()
        self.ui.banner.say("Stopped. Nothing was written.", "info")

    def _on_finished(self) -> None:
        self._allow(True)
        self.refresh()

    def _on_look_clicked(self) -> None:
        if self._made.suffix.lower() == ".pdf":
            self.preview().exec()

    def _on_check_clicked(self) -> None:
        check_certificate(self, self._store, self._prompts)

    def _on_printer_clicked(self) -> None:
        dialog = self.printer_dialog()
        if dialog.exec():
            self.printers = dialog.printers
            self.printers_changed.emit(self.printers)

    def system_dialog(self) -> "SystemDialog":
        """The dialog for the make-up of the whole system."""
        from sla_desktop.gui.documents.system_dialog import SystemDialog

        return SystemDialog(self, self._store, self._prompts)

    def printer_dialog(self) -> "PrinterDialog":
        """The dialog that puts a printer right."""
        from sla_desktop.gui.documents.printer_dialog import PrinterDialog

        return PrinterDialog(self, self.printers)

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
