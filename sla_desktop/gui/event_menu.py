"""What the Event menu offers about the event that is open: its parts, its papers, and whether this laptop is fit."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject

from sla_desktop.gui.main_window import MainWindow
from sla_desktop.gui.shared.jobs import Jobs, Report
from sla_desktop.gui.shared.prompts import Prompts
from sla_desktop.storage.store import Store


class EventMenu(QObject):
    """Opens dialogs; what they need is imported when it is first wanted. `folder` tells where documents go."""

    def __init__(
        self, window: MainWindow, store: Store, jobs: Jobs, prompts: Prompts, folder: Callable[[], Path]
    ) -> None:
        super().__init__(window)
        self._window, self._store, self._jobs, self._prompts, self._folder = window, store, jobs, prompts, folder
        ui = window.ui
        ui.desk_action.triggered.connect(self._on_desk_name_wanted)
        ui.sessions_action.triggered.connect(self._on_sessions_wanted)
        ui.check_up_action.triggered.connect(self._on_check_up_wanted)
        ui.paper_action.triggered.connect(self._on_paper_wanted)
        ui.roll_call_action.triggered.connect(self._on_roll_call_wanted)

    def _on_desk_name_wanted(self) -> None:
        from sla_desktop.gui.sync.naming import ask_name

        ask_name(self._store, self._prompts, self._window)

    def _on_sessions_wanted(self) -> None:
        from sla_desktop.gui.events.sessions_dialog import SessionsDialog

        event = self._window.shown_event
        if event is not None:
            SessionsDialog(self._store, event, self._window).open()

    def _on_check_up_wanted(self) -> None:
        from sla_desktop.gui.events.check_up_dialog import CheckUpDialog

        event = self._window.shown_event
        dialog = CheckUpDialog(self._store, event.id if event else None, self._jobs, self._window)
        dialog.open()
        dialog.examine()

    def _on_roll_call_wanted(self) -> None:
        """Print at once who is in and show it: there may be a fire."""
        from sla_desktop.gui.documents.model import ROLL_CALL, Options, make_folder

        event = self._window.shown_event
        if event is None:
            return
        path = ROLL_CALL.path(self._folder(), event)

        def work(report: Report) -> int:
            make_folder(path.parent)
            return ROLL_CALL.make(
                self._store, event.id, path, Options("", 1), lambda done, total: report(done, total)
            )

        job = self._jobs.prepare(work)
        job.succeeded.connect(lambda _pages: self._prompts.show_file(path))
        job.failed.connect(lambda sentence: self._prompts.tell(self._window, sentence))
        self._jobs.start(job)

    def _on_paper_wanted(self) -> None:
        from sla_desktop.gui.attendance.paper_dialog import PaperDialog

        event = self._window.shown_event
        if event is not None:
            PaperDialog(self._store, event.id, self._jobs, self._window).open()
