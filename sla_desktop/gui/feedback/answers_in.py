"""Bringing in answers from another survey system: what is unclear is asked, and nothing comes in unasked."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from sla_desktop.domain.errors import SlaError
from sla_desktop.domain.ids import EventId
from sla_desktop.domain.text import counted
from sla_desktop.gui.shared.columns_dialog import ColumnsDialog
from sla_desktop.gui.shared.jobs import Jobs, Report
from sla_desktop.gui.shared.prompts import Prompts
from sla_desktop.services import answers_in
from sla_desktop.services.answers_in import ASKED, BLANK, KNOWN, NEW, REJECTED, AnswerPlan, NoQuestions
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
        self._mapping: dict[str, str] | None = None

    def start(self) -> None:
        """Choose a file and read it."""
        path = self._prompts.file_to_open(self._window, "Bring in answers", _FILES)
        if path is not None:
            self._mapping = None
            self._read(path, {}, repairs=False, asked=False)

    def _read(self, path: Path, meant: dict[str, dict[str, str]], *, repairs: bool, asked: bool) -> None:
        def work() -> AnswerPlan | None:
            try:
                return answers_in.plan_answers(
                    self._store, self._event_id, path, mapping=self._mapping, meant=meant, repairs=repairs
                )
            except NoQuestions:
                return None

        def told(plan: AnswerPlan | None) -> None:
            if plan is None:
                self._ask_columns(path)
            elif asked:
                self._confirm(plan)
            else:
                self._ask(plan)

        self._run(work, told)

    def _ask_columns(self, path: Path) -> None:
        """Let somebody say which column answers which question, and read the file by that."""
        try:
            columns, questions = answers_in.columns_of(self._store, self._event_id, path)
        except SlaError as error:
            self.failed.emit(str(error))
            return
        labels = {key: label.replace("&", "&&") for key, label in questions.items()}
        dialog = ColumnsDialog(columns, columns.mapping, self._window, labels)

        def chosen(mapping: dict[str, str]) -> None:
            self._mapping = {key: heading for key, heading in mapping.items() if heading}
            self._read(path, {}, repairs=False, asked=False)

        dialog.chosen.connect(chosen)
        dialog.open()

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
            return
        if self._is_agreed(plan, "\n\n".join(words)):
            self._run(partial(answers_in.apply_answers, self._store, self._event_id, plan), self._tell)

    def _is_agreed(self, plan: AnswerPlan, words: str) -> bool:
        """Whether the answers are to come in; where columns are left over, they may be looked at first."""
        bring, columns = f"Bring in {len(plan.records)}", "Which column is which"
        if not plan.columns.unused:
            return self._prompts.ask(self._window, words, bring)
        # What Enter does can be taken back.
        answer = self._prompts.choose(self._window, words, columns, bring)
        if answer == columns:
            self._ask_columns(plan.path)
        return answer == bring

    def _tell(self, saved: int) -> None:
        self.done.emit(f"{counted(saved, 'answer')} came in. Who gave them was not read.")

    def _run(self, work: Callable[[], object], told: Callable[..., None]) -> None:
        def act(_report: Report) -> object:
            return work()

        job = self._jobs.prepare(act)
        job.succeeded.connect(told)
        job.failed.connect(self.failed.emit)
        self._jobs.start(job)
