"""What the Event menu offers about the event that is open: its parts, its papers, and whether this laptop is fit."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from sla_desktop.gui.lock import WindowLock
from sla_desktop.gui.main_window import MainWindow
from sla_desktop.gui.shared.jobs import Jobs, Report
from sla_desktop.gui.shared.prompts import Prompts
from sla_desktop.services import locks
from sla_desktop.storage.store import Store

if TYPE_CHECKING:
    from sla_desktop.gui.attendance.self_check_in import SelfCheckInWindow


class EventMenu(QObject):
    """Opens dialogs; what they need is imported when it is first wanted. `folder` tells where documents go."""

    def __init__(
        self,
        window: MainWindow,
        store: Store,
        jobs: Jobs,
        prompts: Prompts,
        lock: WindowLock,
        folder: Callable[[], Path],
    ) -> None:
        super().__init__(window)
        self._window, self._store, self._jobs, self._prompts = window, store, jobs, prompts
        self._lock, self._folder = lock, folder
        self.kiosk: SelfCheckInWindow | None = None
        ui = window.ui
        ui.desk_action.triggered.connect(self._on_desk_name_wanted)
        ui.edit_event_action.triggered.connect(self._on_details_wanted)
        ui.sessions_action.triggered.connect(self._on_sessions_wanted)
        ui.rules_action.triggered.connect(self._on_rules_wanted)
        ui.check_up_action.triggered.connect(self._on_check_up_wanted)
        ui.paper_action.triggered.connect(self._on_paper_wanted)
        ui.self_check_in_action.triggered.connect(self.start_self_check_in)
        ui.doubles_action.triggered.connect(self._on_doubles_wanted)
        ui.issued_action.triggered.connect(self._on_issued_wanted)
        ui.roll_call_action.triggered.connect(self._on_roll_call_wanted)

    def _on_desk_name_wanted(self) -> None:
        from sla_desktop.gui.sync.naming import ask_name

        ask_name(self._store, self._prompts, self._window)

    def _on_details_wanted(self) -> None:
        from sla_desktop.gui.events.event_dialog import EventDialog

        event = self._window.shown_event
        if event is not None:
            EventDialog(self._store, self._window, event).open()

    def _on_sessions_wanted(self) -> None:
        from sla_desktop.gui.events.sessions_dialog import SessionsDialog

        event = self._window.shown_event
        if event is not None:
            SessionsDialog(self._store, event, self._prompts, self._window).open()

    def _on_rules_wanted(self) -> None:
        from sla_desktop.gui.events.rules_dialog import RulesDialog

        event = self._window.shown_event
        if event is not None:
            RulesDialog(self._store, event, self._window).open()

    def _on_check_up_wanted(self) -> None:
        from sla_desktop.gui.events.check_up_dialog import CheckUpDialog

        event = self._window.shown_event
        dialog = CheckUpDialog(self._store, event.id if event else None, self._jobs, self._window)
        dialog.open()
        dialog.examine()

    def _on_roll_call_wanted(self) -> None:
        """Print at once who is in and show it: there may be a fire."""
        from sla_desktop.gui.documents.model import ROLL_CALL, Options, Watch, make_folder

        event = self._window.shown_event
        if event is None:
            return
        path = ROLL_CALL.path(self._folder(), event)

        def work(report: Report) -> int:
            make_folder(path.parent)
            watch = Watch(lambda done, total: report(done, total))
            return ROLL_CALL.make(self._store, event.id, path, Options("", 1), watch)

        job = self._jobs.prepare(work)
        job.succeeded.connect(lambda _pages: self._prompts.show_file(path))
        job.failed.connect(lambda sentence: self._prompts.tell(self._window, sentence))
        self._jobs.start(job)

    def _on_doubles_wanted(self) -> None:
        from sla_desktop.gui.people.doubles import Doubles

        event = self._window.shown_event
        if event is not None:
            Doubles(self._window, self._store, event.id).open()

    def _on_issued_wanted(self) -> None:
        from sla_desktop.gui.documents.issued import Issued

        event = self._window.shown_event
        if event is not None:
            Issued(self._window, self._store, event.id, self._prompts).open()

    def _on_paper_wanted(self) -> None:
        from sla_desktop.gui.attendance.paper_dialog import PaperDialog

        event = self._window.shown_event
        if event is not None:
            PaperDialog(self._store, event.id, self._jobs, self._prompts, self._window).open()

    def start_self_check_in(self) -> None:
        """Let visitors check themselves in where the desk stands; the window is locked until a PIN ends it."""
        from sla_desktop.gui.attendance.page import CheckInPage
        from sla_desktop.gui.attendance.self_check_in import SelfCheckInWindow
        from sla_desktop.services.tickets import Place

        event, page = self._window.shown_event, self._window.page
        if event is None:
            return
        if not (self._lock.has_passphrase or locks.has_pin(self._store)):
            self._prompts.tell(self._window, "Set a PIN of this window first: without one every visitor could leave.")
            return
        place = page.place if isinstance(page, CheckInPage) else Place(event.id)
        self.kiosk = SelfCheckInWindow(self._store, event, place, self._jobs)
        self.kiosk.left.connect(self._lock.open)
        self._lock.lock()
        self.kiosk.showFullScreen()
