"""Paper in the form's menu: sheets printed to be handed out, and read again when they come back."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMenu, QWidget

from sla_desktop.domain.ids import EventId
from sla_desktop.domain.text import counted
from sla_desktop.gui.feedback.paper_review import PaperReviewDialog
from sla_desktop.gui.shared.jobs import Jobs, Report
from sla_desktop.gui.shared.prompts import Prompts
from sla_desktop.services import code_cards, form_sheets
from sla_desktop.storage.store import Store

_SCANS = "Scans (*.pdf *.png *.jpg *.jpeg *.tif *.tiff *.bmp *.webp);;All files (*)"


class PaperMenu(QObject):
    """Adds its actions to a menu; `done` carries what was done, `failed` why it was not."""

    done = Signal(str)
    failed = Signal(str)

    def __init__(
        self, window: QWidget, store: Store, event_id: EventId, jobs: Jobs, prompts: Prompts, menu: QMenu
    ) -> None:
        super().__init__(window)
        self._window, self._store, self._event_id = window, store, event_id
        self._jobs, self._prompts = jobs, prompts
        menu.addSeparator()
        self.print_action = menu.addAction("&Print paper forms…")
        self.print_action.triggered.connect(lambda: self._on_print_wanted(large=False))
        self.large_action = menu.addAction("Print paper forms in &large type…")
        self.large_action.triggered.connect(lambda: self._on_print_wanted(large=True))
        self.cards_action = menu.addAction("Print car&ds with codes…")
        self.cards_action.triggered.connect(self._on_cards_wanted)
        self.read_action = menu.addAction("&Read scanned forms…")
        self.read_action.triggered.connect(self._on_read_wanted)

    def _on_print_wanted(self, *, large: bool) -> None:
        def write(path: Path, copies: int, report: Report) -> object:
            return form_sheets.print_event(
                self._store, self._event_id, path, copies=copies, large=large, progress=report
            )

        named = "paper forms, large print.pdf" if large else "paper forms.pdf"
        self._print("paper form", "5" if large else "50", named, write)

    def _on_cards_wanted(self) -> None:
        def write(path: Path, copies: int, report: Report) -> object:
            return code_cards.print_codes(self._store, self._event_id, path, count=copies, progress=report)

        self._print("card", "50", "cards with codes.pdf", write)

    def _print(self, what: str, usual: str, named: str, write: Callable[[Path, int, Report], object]) -> None:
        """Ask how many and where to, then write them away from the window."""
        typed = self._prompts.text(self._window, f"How many {what}s are needed?", usual)
        if not typed:
            return
        if not typed.isdecimal() or not int(typed):
            self.failed.emit(f"“{typed}” is no number of {what}s. Type a number such as 50.")
            return
        path = self._prompts.file_to_save(self._window, f"Print {what}s", Path.home() / named, "PDF (*.pdf)")
        if path is None:
            return

        def work(report: Report) -> object:
            return write(path, int(typed), report)

        def told(_made: object) -> None:
            self.done.emit(f"Wrote {counted(int(typed), what)} to {path.name}. Print them at 100 %.")
            self._prompts.show_file(path)

        job = self._jobs.prepare(work)
        job.succeeded.connect(told)
        job.failed.connect(self.failed.emit)
        self._jobs.start(job)

    def _on_read_wanted(self) -> None:
        paths = self._prompts.files_to_open(self._window, "Read scanned forms", _SCANS)
        if paths:
            self.review(paths).open()

    def review(self, paths: list[Path]) -> PaperReviewDialog:
        """The window in which scans are read and looked at."""
        dialog = PaperReviewDialog(self._window, self._store, self._event_id, self._jobs, paths)
        dialog.kept.connect(lambda count: self.done.emit(f"Kept answers of {counted(count, 'sheet')}."))
        return dialog
