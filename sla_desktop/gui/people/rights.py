"""The menu of what a person may ask for: consents noted, a copy of everything held, erasure."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMenu, QWidget

from sla_desktop.domain.errors import SlaError
from sla_desktop.domain.members import Member
from sla_desktop.domain.text import fold
from sla_desktop.gui.shared.jobs import Work
from sla_desktop.gui.shared.prompts import Prompts
from sla_desktop.gui.shared.work_dialog import WorkDialog
from sla_desktop.services import consents, erasure, subject, team
from sla_desktop.storage.store import Store


class Rights(QObject):
    """Acts on one person; `done` carries what was done, and whether the person is gone."""

    done = Signal(str, bool)

    def __init__(self, window: QWidget, store: Store, member: Member, prompts: Prompts) -> None:
        super().__init__(window)
        self._window, self._store, self._member, self._prompts = window, store, member, prompts
        self.menu = QMenu(window)
        for kind in consents.USUAL:
            answers = self.menu.addMenu(f"Consent to {kind}")
            answers.addAction("&Yes").triggered.connect(self._noting(kind, given=True))
            answers.addAction("&No").triggered.connect(self._noting(kind, given=False))
        self.menu.addSeparator()
        self.export_action = self.menu.addAction("&Copy everything held about this person…")
        self.export_action.triggered.connect(self._on_export_wanted)
        self.erase_action = self.menu.addAction("&Erase this person's data…")
        self.erase_action.triggered.connect(self._on_erase_wanted)

    def consent_words(self) -> str:
        """The latest answers in a line."""
        said = consents.latest(self._store, self._member.id)
        told = [f"{one.kind} {'yes' if one.given else 'no'} ({one.source}, {one.recorded_at.date()})" for one in said]
        return f"Consents: {', '.join(told)}" if told else ""

    def _noting(self, kind: str, *, given: bool) -> Callable[[], None]:
        def note() -> None:
            consents.record(self._store, self._member.id, kind, given=given)
            answer = "agrees to" if given else "refuses"
            self.done.emit(f"Noted: {self._member.full_name} {answer} {kind}.", False)

        return note

    def _on_export_wanted(self) -> None:
        folder = self._prompts.folder(self._window, "Where is the copy to be saved?", Path.home())
        if folder is None:
            return
        target = folder / f"data of {self._member.id} {date.today()}.zip"
        self._work(
            lambda _report: f"Wrote {subject.export(self._store, self._member.id, target)} records to {target}.",
            "Gathering everything held about this person",
        )

    def _on_erase_wanted(self) -> None:
        try:
            team.must_lead(self._store)
            leaving = erasure.plan(self._store, self._member.id)
        except SlaError as error:
            self._prompts.tell(self._window, str(error))
            return
        name = leaving.member.full_name
        if not self._prompts.ask(self._window, f"{leaving.words}\n\nThis cannot be undone.", "Go on"):
            return
        typed = self._prompts.text(self._window, f"To erase everything personal, type the whole name: {name}")
        if fold(typed) == fold(name):
            self._work(
                lambda _report: erasure.erase(self._store, self._member.id, today=date.today()),
                "Erasing this person's data, also from the daily backups",
                over=True,
            )
        elif typed:
            self._prompts.tell(self._window, "That is not the name, so nothing was erased.")

    def _work(self, work: Work, words: str, *, over: bool = False) -> None:
        dialog = WorkDialog(self._window, work, words, can_stop=False)
        dialog.begin(
            lambda told: self.done.emit(told, over), lambda sentence: self._prompts.tell(self._window, sentence)
        )
