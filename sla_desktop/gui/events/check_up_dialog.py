"""The check-up: proves before the day that this laptop will do its work at the venue."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget

from sla_desktop.domain.ids import EventId
from sla_desktop.gui.forms.ui_check_up_dialog import Ui_CheckUpDialog
from sla_desktop.gui.shared import icons
from sla_desktop.gui.shared.chips import GOOD, WARN, Chip
from sla_desktop.gui.shared.jobs import Jobs
from sla_desktop.gui.shared.layouts import fit
from sla_desktop.gui.shared.rows import Row, RowList, dress_list
from sla_desktop.services import doctor
from sla_desktop.services.doctor import Finding
from sla_desktop.storage.store import Store


class CheckUpDialog(QDialog):
    """Runs the checks in the background and lists what was found, in words."""

    def __init__(self, store: Store, event_id: EventId | None, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ui = Ui_CheckUpDialog()
        self.ui.setupUi(self)  # type: ignore[no-untyped-call]
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._store, self._event_id, self._jobs = store, event_id, jobs
        self.findings = RowList[Finding](_row, self)
        dress_list(self.ui.findings_list, self.findings, wrapped=True)
        self.ui.again_button.clicked.connect(self.examine)
        self.ui.close_button.clicked.connect(self.accept)
        icons.dress(self)
        fit(self)

    def examine(self) -> None:
        """Run the checks."""
        job = self._jobs.prepare(lambda _report: doctor.examine(self._store, self._event_id))
        job.succeeded.connect(self.findings.show)
        job.failed.connect(self.ui.banner.fail)
        job.finished.connect(self._on_finished)
        self.ui.again_button.setEnabled(False)
        self.ui.work_box.follow(job, "Checking")
        self._jobs.start(job)

    def _on_finished(self) -> None:
        self.ui.again_button.setEnabled(True)


def _row(finding: Finding) -> Row:
    chip = Chip("Well", GOOD, "check") if finding.well else Chip("Needs you", WARN, "alert-triangle")
    return Row(finding.title, finding.words, chip)
