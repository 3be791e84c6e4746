"""Words of progress over a window while one piece of work runs away from the UI thread."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from sla_desktop.gui.shared.jobs import Jobs, Work
from sla_desktop.gui.shared.work import WorkBox


class WorkDialog(QDialog):
    """Goes by itself when the work has ended; Esc asks the work to stop where that is allowed."""

    def __init__(self, parent: QWidget, work: Work, words: str, *, can_stop: bool = True) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(words)
        self.setMinimumWidth(420)
        self._jobs, self._can_stop = Jobs(self), can_stop
        self.job = self._jobs.prepare(work)
        self._box = WorkBox(self)
        QVBoxLayout(self).addWidget(self._box)
        self._box.follow(self.job, words)
        self._box.stop_button.setVisible(can_stop)
        self.job.finished.connect(self._on_finished)

    def begin(self, done: Callable[[object], None], failed: Callable[[str], None]) -> None:
        """Show it and start; one of the two is called, or neither where the work was stopped."""
        self.job.succeeded.connect(done)
        self.job.failed.connect(failed)
        self.open()
        self._jobs.start(self.job)

    def reject(self) -> None:
        """Esc, or the window's cross: the work ends first."""
        if self._can_stop:
            self._box.stop_button.click()

    def _on_finished(self) -> None:
        self._jobs.close()
        self.accept()
        # Also where the lock has hidden it, so that closing it closes nothing.
        self.deleteLater()
