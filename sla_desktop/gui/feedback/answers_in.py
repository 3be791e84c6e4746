"""Bringing in answers from another survey system: what is unclear is asked, and nothing comes in unasked."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from sla_desktop.domain.ids import EventId
from sla_desktop.domain.text import counted
from sla_desktop.gui.shared.jobs import Jobs, Report
from sla_desktop.gui.shared.prompts import Prompts
from sla_desktop.services import answers_in
from sla_desktop.services.answers_in import ASKED, BLANK, KNOWN, NEW, REJECTED, AnswerPlan
from sla_desktop.storage.store import Store

_FILES = "Answers (*.csv *.xlsx *.xls *.ods *.tsv);;All files (*)"
_WORDS = {
    NEW: "are new",
    KNOWN: "are here already",
    ASKED: "wait, since something in them is unclear",
    REJECTED: "do not fit the questionnaire",
    BLANK: "are blank",
}


class AnswersIn(QObject):
    """Reads a file, asks what it has to, and brings in what is new after a yes."""

    done = Signal(str)
    failed = Signal(str)

    def __init__(self, window: QWidget, store: Store, event_id: EventId, jobs: Jobs, prompts: Prompts) -> None:
        super().__init__(window)
        self._window, self._store, self._event_id = window, store, event_id
        self._jobs, self._prompts = jobs, prompts

    def start(self) -> None:
        """Choose a file and read it."""
        path = self._prompts.file_to_open(self._window, "Bring in answers", _FILES)
        if path is not None:
            self._read(path, {}, repairs=False, asked=False)

    def _read(self, path: Path, meant: dict[str, dict[str, str]], *, repairs: bool, asked: bool) -> None:
        def work() -> AnswerPlan:
            return answers_in.plan_answers(self._store, self._event_id, path, meant=meant, repairs=repairs)

        self._run(work, self._confirm if asked else self._ask)

    def _ask(self, plan: AnswerPlan) -> None:
        repairs = bool(plan.broken) and self._agrees_to_repair(plan)
        meant: dict[str, dict[str, str]] = {}
        for question in plan.questions:
            told = self._prompts.text(
                self._window, f"{question} What was meant? Type the answer, or - to leave it out."
            )
            if told:
                meant.setdefault(question.question, {})[question.value] = "" if told == "-" else told
        if repairs or meant:
            self._read(plan.path, meant, repairs=repairs, asked=True)
        else:
            self._confirm(plan)

    def _agrees_to_repair(self, plan: AnswerPlan) -> bool:
        text, better = plan.broken[0]
        words = f"{counted(len(plan.broken), 'text')} in the file have broken letters, for example “{text}”."
        return self._prompts.ask(self._window, f"{words} Read it as “{better}”, and the others alike?", "Repair them")

    def _confirm(self, plan: AnswerPlan) -> None:
        counts = ", ".join(f"{count} {_WORDS[fate]}" for fate, count in plan.counts.items() if count)
        words = [f"{plan.columns.system}, {counted(len(plan.rows), 'row')}: {counts}."]
        words += [f"Not read, since it tells who or when: {', '.join(plan.columns.left_out)}."] * bool(
            plan.columns.left_out
        )
        words += [f"No question here: {', '.join(plan.columns.unused)}."] * bool(plan.columns.unused)
        if not plan.records:
            told = self.done if plan.counts[KNOWN] == len(plan.rows) else self.failed
            told.emit(" ".join(words))
        elif self._prompts.ask(self._window, "\n\n".join(words), f"Bring in {len(plan.records)}"):
            self._run(partial(answers_in.apply_answers, self._store, self._event_id, plan), self._tell)

    def _tell(self, saved: int) -> None:
        self.done.emit(f"{counted(saved, 'answer')} came in. Who gave them was not read.")

    def _run(self, work: Callable[[], object], told: Callable[..., None]) -> None:
        def act(_report: Report) -> object:
            return work()

        job = self._jobs.prepare(act)
        job.succeeded.connect(told)
        job.failed.connect(self.failed.emit)
        self._jobs.start(job)
