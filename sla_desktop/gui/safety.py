"""What the Event menu offers to keep the data safe: the lock, its PIN, the key, and the daily backup."""

from collections.abc import Callable
from datetime import date
from typing import Any

from PySide6.QtCore import QObject

from sla_desktop.domain.errors import SlaError
from sla_desktop.gui.lock import WindowLock
from sla_desktop.gui.main_window import MainWindow
from sla_desktop.gui.shared.jobs import Jobs, Report
from sla_desktop.gui.shared.prompts import Prompts
from sla_desktop.services import backups, erasure, locks
from sla_desktop.storage import keys
from sla_desktop.storage.store import Store

MOST_MINUTES = 24 * 60
_PIN = f"A PIN or passphrase for this window, {locks.LEAST_DIGITS} signs or more. It is asked for when it was locked."
_NEW = f"The new passphrase, {keys.LEAST_LETTERS} letters or more. Keep it safe: without it nobody can open the data."


class Safety(QObject):
    """Connects the menu to the lock and the key. `remember` keeps the number of minutes."""

    def __init__(
        self,
        window: MainWindow,
        store: Store,
        jobs: Jobs,
        prompts: Prompts,
        minutes: int,
        remember: Callable[[int], None],
    ) -> None:
        super().__init__(window)
        self._window, self._store, self._jobs, self._prompts = window, store, jobs, prompts
        self._minutes, self._remember = minutes, remember
        self.lock = WindowLock(window, store, minutes)
        window.ui.lock_action.triggered.connect(self.lock.lock)
        window.ui.lock_after_action.triggered.connect(self._on_lock_after_wanted)
        window.ui.pin_action.triggered.connect(self._on_pin_wanted)
        window.ui.key_action.triggered.connect(self._on_key_wanted)

    def begin(self) -> None:
        """Ask the key ring and make the day's backup, away from the window."""
        self._run(lambda _report: locks.needs_passphrase(self._store), self._on_known)
        self._run(self._keep_copies, lambda _made: None)

    def close(self) -> None:
        """Stop what the lock does."""
        self.lock.close()

    def _keep_copies(self, _report: Report) -> None:
        erasure.tidy(self._store, date.today())
        backups.back_up_today(self._store, date.today())

    def _on_known(self, has_passphrase: bool) -> None:
        self.lock.has_passphrase = has_passphrase

    def _on_lock_after_wanted(self) -> None:
        now = f"{self._minutes} now" if self._minutes else "never now"
        question = f"After how many minutes without a touch is the window locked? 0 means never. It is {now}."
        typed = self._prompts.text(self._window, question)
        if not typed:
            return
        if not typed.isdecimal() or int(typed) > MOST_MINUTES:
            self._prompts.tell(self._window, f"“{typed}” is no number of minutes from 0 to {MOST_MINUTES}.")
            return
        self._minutes = int(typed)
        self.lock.wait(self._minutes)
        self._remember(self._minutes)

    def _on_pin_wanted(self) -> None:
        pin = self._prompts.new_secret(self._window, _PIN)
        if pin is None:
            return
        try:
            locks.set_pin(self._store, pin)
        except SlaError as error:
            self._prompts.tell(self._window, str(error))

    def _on_key_wanted(self) -> None:
        if not self.lock.has_passphrase:
            question = "This laptop's key ring opens the data. Encrypt the data with a new key of the key ring?"
            if self._prompts.ask(self._window, question, "Make a new key"):
                self._change(lambda _report: locks.change_key(self._store, date.today()))
            return
        old = self._prompts.secret(self._window, "What is the passphrase of the data now?")
        new = self._prompts.new_secret(self._window, _NEW) if old else None
        if old and new:
            self._change(lambda _report: locks.change_passphrase(self._store, old, new, date.today()))

    def _change(self, work: Callable[[Report], str]) -> None:
        self.lock.cover_while("The data is being encrypted anew. Please leave the laptop on.")
        self._run(work, self._on_changed, self._on_not_changed)

    def _on_changed(self, words: str) -> None:
        self.lock.open()
        self._prompts.tell(self._window, words)

    def _on_not_changed(self, sentence: str) -> None:
        self.lock.open()
        self._prompts.tell(self._window, sentence)

    def _run(
        self, work: Callable[[Report], Any], done: Callable[[Any], None], failed: Callable[[str], None] | None = None
    ) -> None:
        job = self._jobs.prepare(work)
        job.succeeded.connect(done)
        job.failed.connect(failed or self._window.page.say)
        self._jobs.start(job)
