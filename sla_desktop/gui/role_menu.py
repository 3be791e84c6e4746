"""Whose this laptop is: the Event menu sets it, and the window shows what that role sees and nothing else."""

from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QActionGroup

from sla_desktop.domain.roles import FACILITATOR, ROLES, SUPERVISOR, Role
from sla_desktop.gui.main_window import STAGES, SYNC, MainWindow
from sla_desktop.gui.shared.jobs import Jobs, Report
from sla_desktop.gui.shared.prompts import Prompts
from sla_desktop.services import locks, roles
from sla_desktop.storage.store import Store

_BACK = (
    f"A PIN that leads back to what you see now, of {locks.LEAST_DIGITS} digits or letters at the least. "
    "Keep it from the desk."
)
_CHECK_IN = "check_in"


def stages_of(role: Role) -> tuple[str, ...]:
    """The pages that a role sees. A supervisor syncs too, since a desk has to while the facilitator is elsewhere."""
    if role.runs:
        return STAGES
    return (_CHECK_IN, SYNC) if role.overrules else (_CHECK_IN,)


class RoleMenu(QObject):
    """Asks for the PIN, takes the role, and tells with `changed` once it is taken."""

    changed = Signal()

    def __init__(self, window: MainWindow, store: Store, jobs: Jobs, prompts: Prompts) -> None:
        super().__init__(window)
        self._window, self._store, self._jobs, self._prompts = window, store, jobs, prompts
        self.role = roles.role_of(store)
        self._choices: dict[Role, QAction] = {}
        group = QActionGroup(window)
        for role in ROLES:
            action = QAction(f"&{role.title}: {role.words}", window, checkable=True)
            action.setActionGroup(group)
            action.triggered.connect(partial(self.take, role))
            window.ui.role_menu.addAction(action)
            self._choices[role] = action
        self._show()

    def take(self, role: Role) -> None:
        """Ask for what the change needs, and change."""
        pin = self._pin_for(role)
        if role == self.role or pin is None:
            self._show()
            return

        def work(_report: Report) -> str:
            return roles.take_role(self._store, role, pin)

        job = self._jobs.prepare(work)
        job.succeeded.connect(self._on_taken)
        job.failed.connect(self._on_refused)
        self._jobs.start(job)

    def _pin_for(self, role: Role) -> str | None:
        """The PIN that a change needs, "" where it needs none; None when people changed their mind."""
        if roles.asks_for_pin(self._store, role):
            return self._prompts.secret(self._window, "The PIN with which this laptop was left to you.") or None
        if self.role == FACILITATOR != role:
            return self._prompts.new_secret(self._window, _BACK)
        return ""

    def _on_taken(self, words: str) -> None:
        self.role = roles.role_of(self._store)
        self._show()
        self.changed.emit()
        self._prompts.tell(self._window, words)

    def _on_refused(self, sentence: str) -> None:
        self._show()
        self._prompts.tell(self._window, sentence)

    def _show(self) -> None:
        """Show what the role sees; what is not shown answers to no key either."""
        ui, role = self._window.ui, self.role
        self._choices[role].setChecked(True)
        running = [ui.new_event_action, ui.edit_event_action, ui.sessions_action, ui.rules_action, ui.desk_action]
        running += [ui.check_up_action, ui.print_action, ui.doubles_action, ui.issued_action]
        running += [ui.lock_after_action, ui.pin_action, ui.key_action]
        for action in (*running, ui.data_menu.menuAction(), *ui.data_menu.actions()):
            action.setVisible(role.runs)
        ui.paper_action.setVisible(role.rank >= SUPERVISOR.rank)
        self._window.allow(stages_of(role))
