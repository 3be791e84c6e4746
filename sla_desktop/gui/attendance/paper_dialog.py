"""Typing in a paper sign-in sheet: what is clear goes into the record, what is not stays to be put right."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget

from sla_desktop.domain.ids import EventId
from sla_desktop.domain.text import counted
from sla_desktop.gui.forms.ui_paper_dialog import Ui_PaperDialog
from sla_desktop.gui.shared import icons
from sla_desktop.gui.shared.jobs import Jobs, Report
from sla_desktop.gui.shared.layouts import fit
from sla_desktop.gui.shared.prompts import Prompts
from sla_desktop.gui.shared.work import rest
from sla_desktop.services import paper
from sla_desktop.services.events import get_event
from sla_desktop.services.paper import PaperFate
from sla_desktop.storage.store import Store

_LEFT = (paper.UNCLEAR, paper.REFUSED)


class PaperDialog(QDialog):
    """Enters the lines in the background; those that were not clear remain in the box, with the reasons below it."""

    def __init__(
        self, store: Store, event_id: EventId, jobs: Jobs, prompts: Prompts, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.ui = Ui_PaperDialog()
        self.ui.setupUi(self)  # type: ignore[no-untyped-call]
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._store, self._event_id, self._jobs, self._prompts = store, event_id, jobs, prompts
        self.ui.hint_label.setText(
            f"{self.ui.hint_label.text()} {paper.day_words(get_event(store, event_id))}".strip()
        )
        self.ui.enter_button.clicked.connect(self.enter)
        self.ui.close_button.clicked.connect(self.reject)
        self._tell([])
        self.ui.sheet_edit.setFocus()
        icons.dress(self)
        fit(self)

    def reject(self) -> None:
        """Close; lines that are still in the box are asked about."""
        waiting = len(paper.lines_of(self.ui.sheet_edit.toPlainText()))
        verb = "is" if waiting == 1 else "are"
        told = f"{counted(waiting, 'line')} here {verb} not in the record. Close all the same?"
        if not waiting or self._prompts.ask(self, told, "Close"):
            super().reject()

    def enter(self) -> None:
        """Put the lines into the record."""
        lines = paper.lines_of(self.ui.sheet_edit.toPlainText())
        adding = self.ui.add_check.isChecked()

        def work(report: Report) -> list[PaperFate]:
            return paper.enter(
                self._store, self._event_id, lines, desk=self._store.desk, add_unknown=adding, progress=report
            )

        job = self._jobs.prepare(work)
        job.succeeded.connect(self._on_entered)
        job.failed.connect(self.ui.banner.fail)
        self.ui.banner.hide()
        rest(self.ui.enter_button, job)
        self.ui.work_box.follow(job, "Typing in")
        self._jobs.start(job)

    def _on_entered(self, fates: list[PaperFate]) -> None:
        left = [one for one in fates if one.fate in _LEFT]
        self.ui.sheet_edit.setPlainText("\n".join(_line(one) for one in left))
        told = f"{len(fates) - len(left)} of {counted(len(fates), 'line')} now in the record."
        odd = [one.odd for one in fates if one.odd]
        more = [*(one.words for one in left), *odd]
        self.ui.banner.say(told, "info" if more else "good")
        self._tell(more)
        self.ui.sheet_edit.setFocus()

    def _tell(self, sentences: list[str]) -> None:
        self.ui.told_view.setPlainText("\n".join(sentences))
        for shown in (self.ui.told_label, self.ui.told_view):
            shown.setVisible(bool(sentences))


def _line(fate: PaperFate) -> str:
    line = fate.line
    times = f"{line.came}-{line.left}" if line.left else line.came
    return f"{times} {line.who}{', ' + line.organisation if line.organisation else ''}".strip()
