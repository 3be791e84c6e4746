"""The Breakouts page: form table groups, see how good they are, show and print them."""

from collections.abc import Callable

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QCheckBox

from sla_desktop.domain.events import Event
from sla_desktop.domain.groups import BreakoutPlan
from sla_desktop.domain.ids import RegistrationId
from sla_desktop.gui.forms.ui_breakouts_page import Ui_BreakoutsPage
from sla_desktop.gui.groups.changes import ChangesBar
from sla_desktop.gui.groups.projector import ProjectorWindow
from sla_desktop.gui.groups.tables import PAGE, columns_for, show_tables
from sla_desktop.gui.shared.choices import show_choices
from sla_desktop.gui.shared.jobs import Job, Jobs, Report
from sla_desktop.gui.shared.page import Page
from sla_desktop.services import group_changes, groups, presence
from sla_desktop.services.groups import DEFAULT_MIX, MIXABLE, PlanView, Wish
from sla_desktop.storage.store import Store

SECONDS = 3.0
_STEPS = 1000
_SETTINGS_LETTERS = 31
_WORDS = {"organisation": "organisations", "place": "places", "sector": "sectors", "profession": "professions"}
_WORDS |= {"level": "levels", "role": "roles"}


class BreakoutsPage(Page):
    """Groups come from the people who are in the room when Form groups is pressed."""

    watches = frozenset({"breakout_plan", "placement", "attendance", "member"})

    def __init__(self, store: Store, event: Event, jobs: Jobs, print_tables: Callable[[], None]) -> None:
        super().__init__()
        self.ui = Ui_BreakoutsPage()
        self.ui.setupUi(self)  # type: ignore[no-untyped-call]
        self._store, self._event, self._jobs, self._print_tables = store, event, jobs, print_tables
        self._view: PlanView | None = None
        self._projector: ProjectorWindow | None = None
        self._round, self._columns = 0, 0
        self._history: list[BreakoutPlan] = []
        self.changes_bar = ChangesBar()
        self.ui.layout_12.insertWidget(1, self.changes_bar)
        self.changes_bar.move_wished.connect(self._on_move_wished)
        self.changes_bar.update_wished.connect(self._on_update_wished)
        self.changes_bar.restore_wished.connect(self._on_restore_wished)
        self.mix_boxes = {name: self._mix_box(name) for name in MIXABLE}
        self.ui.size_radio.toggled.connect(self.ui.size_spin.setEnabled)
        self.ui.tables_radio.toggled.connect(self.ui.tables_spin.setEnabled)
        self.ui.form_button.clicked.connect(self._on_form_clicked)
        self.ui.projector_button.clicked.connect(self.open_projector)
        self.ui.print_button.clicked.connect(lambda: self._print_tables())

    def refresh(self) -> None:
        """Load the newest plan."""
        self.ui.settings_scroll.setFixedWidth(self.fontMetrics().averageCharWidth() * _SETTINGS_LETTERS)
        inside = presence.counts(self._store, self._event.id).inside
        told = "1 person is" if inside == 1 else f"{inside} people are"
        self.ui.subtitle_label.setText(f"{told} in the room now")
        shown, self._view = self._view, groups.current_plan(self._store, self._event.id)
        self._history = groups.plans(self._store, self._event.id)
        planned = self._view is not None
        self.ui.stack.setCurrentWidget(self.ui.plan_page if planned else self.ui.empty_page)
        self.ui.projector_button.setEnabled(planned)
        self.ui.print_button.setEnabled(planned)
        if self._view is not None:
            if shown is None or shown.plan.id != self._view.plan.id:
                self._show_settings(self._view)
            self._show_plan(self._view)

    def focus_search(self) -> None:
        """Put the focus on the first choice."""
        self.ui.rounds_spin.setFocus()

    def open_projector(self) -> ProjectorWindow | None:
        """Show the round on the whole screen."""
        if self._view is None:
            return None
        self._projector = ProjectorWindow(self._view, self._round)
        self._projector.showFullScreen()
        return self._projector

    def show_round(self, number: int) -> None:
        """Show the tables of a round, from 0."""
        if self._view is None:
            return
        self._round = min(number, len(self._view.rounds) - 1)
        self._columns = self._fitting_columns()
        show_tables(self.ui.tables_grid, self._view.rounds[self._round], self._columns, PAGE)
        self.changes_bar.show_plan(self._view, self._round, self._history)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._fitting_columns() != self._columns:
            self.show_round(self._round)

    def _fitting_columns(self) -> int:
        """How many cards fit beside a scroll bar, whether or not there is one now."""
        area = self.ui.plan_page
        return columns_for(self, area.width() - area.verticalScrollBar().sizeHint().width(), PAGE)

    def _mix_box(self, name: str) -> QCheckBox:
        box = QCheckBox(_WORDS[name], self.ui.mix_box)
        box.setChecked(name in DEFAULT_MIX)
        self.ui.mix_layout.addWidget(box)
        return box

    def _on_form_clicked(self) -> None:
        ui, wish = self.ui, self._wish()

        def work(report: Report) -> PlanView:
            return groups.form_groups(
                self._store,
                self._event.id,
                wish,
                seconds=SECONDS,
                progress=lambda done, words: _tell(report, done, words),
                cancelled=lambda: report.stopped,
            )

        job = self._jobs.prepare(work)
        job.succeeded.connect(self._on_formed)
        ui.work_box.follow(job, "Looking for good groups", stop="Stop and keep the best")
        self._start(job)

    def _start(self, job: Job) -> None:
        job.failed.connect(self._on_failed)
        job.finished.connect(self._on_finished)
        self.ui.form_button.setEnabled(False)
        self.changes_bar.setEnabled(False)
        self.ui.banner.hide()
        self._jobs.start(job)

    def _on_move_wished(self, person: RegistrationId, table: int) -> None:
        number = self._round + 1
        self._change(lambda: group_changes.move_person(self._store, self._event.id, person, number, table))

    def _on_restore_wished(self, revision: int) -> None:
        self._change(lambda: group_changes.restore(self._store, self._event.id, revision))

    def _on_update_wished(self) -> None:
        number = self._round + 1
        job = self._jobs.prepare(
            lambda _: group_changes.update_groups(self._store, self._event.id, from_round=number)
        )
        job.succeeded.connect(lambda update: self.ui.banner.say(update.sentence))
        self._start(job)

    def _change(self, work: Callable[[], PlanView]) -> None:
        job = self._jobs.prepare(lambda _: work())
        job.succeeded.connect(lambda view: self.ui.banner.say(f"{view.plan.reason}. {view.plan.sentences[0]}"))
        self._start(job)

    def _wish(self) -> Wish:
        ui, by_size = self.ui, self.ui.size_radio.isChecked()
        return Wish(
            rounds=ui.rounds_spin.value(),
            size=ui.size_spin.value() if by_size else None,
            tables=None if by_size else ui.tables_spin.value(),
            mix=tuple(name for name, box in self.mix_boxes.items() if box.isChecked()),
        )

    def _on_formed(self, view: PlanView) -> None:
        seated = sum(len(seats) for seats in view.rounds[0]) if view.rounds else 0
        rounds = len(view.rounds)
        self.ui.banner.say(f"{seated} people have a table in {rounds} {'round' if rounds == 1 else 'rounds'}.")

    def _on_failed(self, sentence: str) -> None:
        self.ui.banner.say(sentence, "bad")

    def _on_finished(self) -> None:
        self.ui.form_button.setEnabled(True)
        self.changes_bar.setEnabled(True)

    def _show_settings(self, view: PlanView) -> None:
        """Put into the form what a plan was made with; done once for each plan, so that nothing typed is lost."""
        self.ui.rounds_spin.setValue(len(view.plan.rounds))
        self.ui.tables_spin.setValue(max(view.plan.tables, default=0))
        self.ui.size_spin.setValue(max((len(seats) for tables in view.rounds for seats in tables), default=0))
        for name, box in self.mix_boxes.items():
            box.setChecked(name in view.plan.mixed_by)

    def _show_plan(self, view: PlanView) -> None:
        self.ui.sentences_label.setText("\n".join(view.plan.sentences))
        self.show_round(self._round)
        titles = list(enumerate(view.plan.rounds))
        show_choices(self.ui.rounds_box, titles, self._round, self.show_round)


def _tell(report: Report, done: float, words: str) -> None:
    """Pass progress on; a stop is answered by `cancelled`, so that the best so far is kept."""
    if not report.stopped:
        report(round(done * _STEPS), _STEPS, words)
