"""What the Data menu offers: backups, bundles, what was kept long enough, and who saw and changed what."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtCore import QObject

from sla_desktop.domain.errors import OtherTeam
from sla_desktop.domain.events import DEFAULT_ZONE, clock, local, long_date
from sla_desktop.domain.text import counted
from sla_desktop.gui.lock import WindowLock
from sla_desktop.gui.main_window import MainWindow
from sla_desktop.gui.shared.jobs import Report, Work
from sla_desktop.gui.shared.list_dialog import ListDialog
from sla_desktop.gui.shared.prompts import Prompts
from sla_desktop.gui.shared.rows import Row
from sla_desktop.gui.shared.work_dialog import WorkDialog
from sla_desktop.services import audit, backups, bundles, retention
from sla_desktop.services.audit import Line
from sla_desktop.services.bundles import Read, Written
from sla_desktop.services.clock import now
from sla_desktop.services.retention import Due
from sla_desktop.storage.store import Store

_BUNDLES = "Bundles (*.slab);;All files (*)"


class DataMenu(QObject):
    """Acts on the whole data file. `release` lets go of what else has it open, before another is put in its place."""

    def __init__(
        self, window: MainWindow, store: Store, prompts: Prompts, lock: WindowLock, release: Callable[[], None]
    ) -> None:
        super().__init__(window)
        self._window, self._store, self._prompts, self._lock, self._release = window, store, prompts, lock, release
        ui = window.ui
        ui.backup_action.triggered.connect(self._on_backup_wanted)
        ui.open_backup_action.triggered.connect(self._on_open_backup_wanted)
        ui.copies_action.triggered.connect(lambda: prompts.show_file(store.path.parent))
        ui.write_bundle_action.triggered.connect(self._on_write_wanted)
        ui.read_bundle_action.triggered.connect(self._on_read_wanted)
        ui.due_action.triggered.connect(self.show_due)
        ui.audit_action.triggered.connect(self.show_audit)

    def show_audit(self) -> ListDialog[Line]:
        """List who saw and changed what, newest first; a line of text filters it."""
        hint = "Every laptop's record, without the values. Newest first."
        dialog = ListDialog[Line](
            self._window, "Who saw and changed what", hint, lambda: audit.lines(self._store)[::-1], _audit_row
        )
        dialog.open()
        dialog.load()
        return dialog

    def show_due(self) -> ListDialog[Due]:
        """List what was kept long enough, and let go of it if people say so."""
        kept = " ".join(one.words for one in retention.clocks(self._store))
        dialog = ListDialog[Due](
            self._window, "Kept long enough", kept, lambda: retention.due(self._store, now()), _due_row
        )
        dialog.offer("Let go of all this…", lambda: self._on_let_go_wanted(dialog))
        dialog.open()
        dialog.load()
        return dialog

    def _on_let_go_wanted(self, dialog: ListDialog[Due]) -> None:
        question = "This goes from every laptop and share as they sync, for good. Names and counts stay."
        if self._prompts.ask(dialog, question, "Let go of it"):
            work = WorkDialog(dialog, lambda _report: retention.run(self._store, now()), "Letting go", can_stop=False)
            work.begin(lambda _gone: dialog.load(), lambda sentence: self._prompts.tell(dialog, sentence))

    def _on_backup_wanted(self) -> None:
        start = Path.home() / f"{self._store.path.stem} backup {date.today()}.sla"
        target = self._prompts.file_to_save(self._window, "Where is the backup to be written?", start, "*.sla")
        if target is not None:
            self._run(lambda _report: backups.back_up(self._store, target), "Writing the backup", _backed_up)

    def _on_open_backup_wanted(self) -> None:
        chosen = self._prompts.file_to_open(self._window, "Which backup?", "All files (*)", self._store.path.parent)
        question = (
            "Put this backup in the place of the data? What is there now is kept beside it. The window closes; "
            "open it again, and sync to get what was synced after the backup: people who were erased since then are "
            "back until you do."
        )
        if chosen is None or not self._prompts.ask(self._window, question, "Open the backup"):
            return
        secret = ""
        if self._lock.has_passphrase:
            secret = self._prompts.secret(self._window, "What is the passphrase of the backup?")
            if not secret:
                return
        self._release()
        self._run(lambda _report: self._restore(chosen, secret), "Putting the backup in its place", self._on_restored)

    def _restore(self, backup: Path, secret: str) -> backups.Replaced | None:
        self._store.close()
        return backups.restore(self._store.path, backup, secret=secret or None)

    def _on_restored(self, kept: object) -> str:
        self._window.close()
        told = f" {kept.words}" if isinstance(kept, backups.Replaced) else ""
        return f"The backup is in its place.{told} Open the program again."

    def _on_write_wanted(self) -> None:
        start = Path.home() / f"SLA {date.today()}.slab"
        target = self._prompts.file_to_save(self._window, "Where is the bundle to be written?", start, _BUNDLES)
        if target is not None:
            self._run(lambda _report: bundles.write_bundle(self._store, target), "Writing the bundle", _words)

    def _on_read_wanted(self) -> None:
        chosen = self._prompts.file_to_open(self._window, "Which bundle?", _BUNDLES)
        if chosen is None:
            return
        passphrase = None
        if bundles.wants_passphrase(self._store, chosen):
            passphrase = self._prompts.secret(self._window, "The passphrase of this bundle")
            if not passphrase:
                return
        self._read(chosen, passphrase, join=False)

    def _read(self, chosen: Path, passphrase: str | None, *, join: bool) -> None:
        def work(report: Report) -> Read | OtherTeam:
            try:
                return bundles.read_bundle(self._store, chosen, passphrase=passphrase, progress=report, join=join)
            except OtherTeam as other:
                return other

        def done(read: object) -> None:
            if not isinstance(read, OtherTeam):
                self._prompts.tell(self._window, _words(read))
            elif self._prompts.ask_to_join(self._window):
                self._read(chosen, passphrase, join=True)

        dialog = WorkDialog(self._window, work, "Reading the bundle", can_stop=True)
        dialog.begin(done, lambda sentence: self._prompts.tell(self._window, sentence))

    def _run(self, work: Work, words: str, told: Callable[[object], str]) -> None:
        dialog = WorkDialog(self._window, work, words, can_stop=False)
        tell = self._prompts.tell
        dialog.begin(lambda done: tell(self._window, told(done)), lambda sentence: tell(self._window, sentence))


def _backed_up(target: object) -> str:
    return f"Everything is backed up to {target}. It opens with the same key as the data."


def _words(done: object) -> str:
    assert isinstance(done, Read | Written)
    return done.words


def _audit_row(line: Line) -> Row:
    day = long_date(local(line.at, DEFAULT_ZONE).date())
    return Row(f"{line.laptop} {line.words}", f"{day}, {clock(line.at, DEFAULT_ZONE)}", icon="clock")


def _due_row(due: Due) -> Row:
    kept = f"{counted(due.records, 'record')} kept over {due.kept.months} months"
    return Row(due.kept.kind.words, kept, icon="clock")
