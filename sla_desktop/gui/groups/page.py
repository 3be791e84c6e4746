"""The Breakouts page: form table groups, see how good they are, rearrange, compare, show and print them."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QScrollArea, QWidget

from sla_desktop.domain.events import Event
from sla_desktop.domain.groups import BreakoutPlan
from sla_desktop.domain.text import counted
from sla_desktop.gui.forms.ui_breakouts_page import Ui_BreakoutsPage
from sla_desktop.gui.groups.asking import Asking
from sla_desktop.gui.groups.bench import Bench
from sla_desktop.gui.groups.bonds_dialog import APART, TOGETHER, BondsDialog
from sla_desktop.gui.groups.loading import Loaded, load, looked_at
from sla_desktop.gui.groups.plans import PlansView
from sla_desktop.gui.groups.projector import ProjectorWindow
from sla_desktop.gui.groups.quality import QualityView
from sla_desktop.gui.groups.settings import Settings
from sla_desktop.gui.shared.choices import flow_choices
from sla_desktop.gui.shared.jobs import Heard, Job, Jobs, Report
from sla_desktop.gui.shared.page import Page
from sla_desktop.services import group_changes, group_drafts, groups, presence
from sla_desktop.services.group_comparison import compare_plans
from sla_desktop.services.group_drafts import Draft, Group
from sla_desktop.services.group_quality import Quality, quality_of
from sla_desktop.services.groups import PlanView
from sla_desktop.services.people import Attendee
from sla_desktop.storage.store import Store

SECONDS = 3.0
_STEPS = 1000
_NARROW_LETTERS = 100
_ANY_WIDTH = 16_777_215
ASK, TABLES, QUALITY, PLANS = "What to ask for", "Tables", "Who meets whom", "Plans"


class BreakoutsPage(Page):
    """Groups come from the people who are in the room when Form groups is pressed."""

    watches = frozenset(
        {"breakout_plan", "placement", "attendance", "member", "group_wish", "group_bond", "group_lock"}
    )
    can_undo = True

    def __init__(self, store: Store, event: Event, jobs: Jobs, print_tables: Callable[[], None]) -> None:
        super().__init__()
        self.ui = Ui_BreakoutsPage()
        self.ui.setupUi(self)  # type: ignore[no-untyped-call]
        self._store, self._event, self._jobs, self._print_tables = store, event, jobs, print_tables
        self._projector: ProjectorWindow | None = None
        self._history: list[BreakoutPlan] = []
        self._replaced = 0
        self._view_shown = TABLES
        self._loading, self._again = False, False
        self.settings = Settings(self.ui)
        self.bench = Bench(self.ui)
        self.asking = Asking(self, store, event.id, jobs, self.settings, self.bench)
        self.quality_view, self.plans_view = QualityView(), PlansView(event.zone)
        self._pages = {
            TABLES: self.ui.plan_page,
            QUALITY: self._add(self.quality_view),
            PLANS: self._add(self.plans_view),
        }
        self.bench.changed.connect(self._judge)
        self.bench.judged.connect(self.quality_view.show_quality)
        self.plans_view.restore_wished.connect(self._on_restore_wished)
        self.plans_view.compare_wished.connect(self._on_compare_wished)
        self.bench.close_wished.connect(self._on_close_wished)
        self.bench.bar.update_wished.connect(self._on_update_wished)
        self.bench.bar.keep_wished.connect(self.keep)
        self.bench.told.connect(lambda sentence: self.ui.banner.say(sentence, "bad"))
        self.ui.bonds_button.clicked.connect(self._on_bonds_clicked)
        self.ui.form_button.clicked.connect(self._on_form_clicked)
        self.ui.projector_button.clicked.connect(lambda: self._with_kept(self.open_projector))
        self.ui.print_button.clicked.connect(lambda: self._with_kept(self._print_tables))
        self.show_view(TABLES)

    def refresh(self) -> None:
        """Load who is in and the newest plan, unless it is being rearranged; the window goes on meanwhile."""
        if self._loading:
            self._again = True
            return
        self._loading, self._again = True, False
        unkept = self.bench.unkept
        job = self._jobs.prepare(lambda _: load(self._store, self._event.id, unkept))
        job.succeeded.connect(self._on_loaded)
        job.finished.connect(self._on_load_finished)
        self._jobs.start(job)

    def focus_search(self) -> None:
        """Put the focus on the first choice."""
        self.ui.rounds_spin.setFocus()

    def undo(self) -> None:
        """Take back the last move that is not kept yet, else the groups that were formed over others."""
        if self._replaced and not self.bench.unkept and self._history[-1].revision == self._replaced + 1:
            self._on_restore_wished(self._replaced)
        else:
            self.bench.undo()

    def open_projector(self) -> ProjectorWindow | None:
        """Show the round on the whole screen."""
        if self.bench.draft is None:
            return None
        self._projector = ProjectorWindow(self.bench.draft.view, self.bench.round)
        self._projector.showFullScreen()
        return self._projector

    def show_view(self, name: str) -> None:
        """Show the settings (where they have no place beside the rest), the tables, the pictures or all plans."""
        self._view_shown = name
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _add(self, view: QWidget) -> QScrollArea:
        """A page of the stack that scrolls down a view."""
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        view.setProperty("look", "clear")
        area.setWidget(view)
        self.ui.stack.addWidget(area)
        return area

    def _arrange(self) -> None:
        letter, ui = self.fontMetrics().averageCharWidth(), self.ui
        narrow = self.width() < letter * _NARROW_LETTERS
        views = [ASK] * narrow + list(self._pages)
        shown = ASK if narrow and not self._history else self._view_shown if self._view_shown in views else TABLES
        page = self._pages.get(shown, ui.plan_page)
        ui.stack.setCurrentWidget(page if self._history else ui.empty_page)
        bar = ui.settings_scroll.verticalScrollBar().sizeHint().width()
        width = ui.settings_scroll_body.minimumSizeHint().width() + bar
        ui.settings_panel.setMinimumWidth(0 if narrow else width)
        ui.settings_panel.setMaximumWidth(_ANY_WIDTH if narrow else width)
        ui.settings_panel.setVisible(not narrow or shown == ASK)
        ui.stack.setVisible(shown != ASK)
        flow_choices(ui.views_box, [(view, view) for view in views], shown, self.show_view)

    def _on_loaded(self, loaded: Loaded) -> None:
        told = "1 person is" if loaded.inside == 1 else f"{loaded.inside} people are"
        self.ui.subtitle_label.setText(f"{told} in the room now")
        self.ui.empty_page_heading.setText("No groups yet")
        self._history = loaded.history
        planned = bool(loaded.history)
        self.plans_view.show_plans(loaded.history)
        self._arrange()
        self.ui.projector_button.setEnabled(planned)
        self.ui.print_button.setEnabled(planned)
        if loaded.draft is not None and loaded.quality is not None and not self.bench.unkept:
            if loaded.wish is None and self.bench.draft is None:
                self.settings.show_plan(loaded.draft.view)
            self.bench.take(loaded.draft, loaded.quality)
        self.asking.take(loaded.wish)
        self.settings.show_rules()
        self.settings.show_known(loaded.known)

    def _on_load_finished(self) -> None:
        self._loading = False
        if self._again:
            self.refresh()

    def _judge(self, draft: Draft) -> None:
        """Score a draft away from the window."""
        job = self._jobs.prepare(lambda _: quality_of(draft))
        job.succeeded.connect(Heard(self, lambda quality: self.bench.take_quality(draft, quality)).hear)
        self._jobs.start(job)

    def keep(self) -> None:
        """Keep what was moved as a new plan."""
        self._with_kept(self.refresh)

    def _with_kept(self, then: Callable[[], object]) -> None:
        """Do something with the plan as it shows: moves are kept first."""
        draft = self.bench.draft
        if draft is None or not self.bench.unkept:
            then()
            return
        job = self._jobs.prepare(lambda _: group_drafts.keep_draft(self._store, draft))
        job.succeeded.connect(Heard(self, lambda view: self._on_kept(view, then)).hear)
        self._start(job)

    def _on_kept(self, view: PlanView, then: Callable[[], object]) -> None:
        self.bench.forget()
        self._say_plan(view)
        then()

    def _say_plan(self, view: PlanView) -> None:
        self.ui.banner.say(f"{view.plan.reason}. {view.plan.sentences[0]}", brief=True)

    def _on_bonds_clicked(self) -> None:
        job = self._jobs.prepare(lambda _: presence.present(self._store, self._event.id))
        job.succeeded.connect(self.open_bonds)
        self._jobs.start(job)

    def open_bonds(self, people: Sequence[Attendee]) -> BondsDialog:
        """Ask who of those in the room is kept together or apart."""
        dialog = BondsDialog(self, people, self.settings.together, self.settings.apart)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: self._take_rules(dialog.of(TOGETHER), dialog.of(APART)))
        dialog.open()
        return dialog

    def _take_rules(self, together: Sequence[Group], apart: Sequence[Group]) -> None:
        self.settings.take_rules(together, apart)
        self.bench.take_rules(together, apart)

    def _on_form_clicked(self) -> None:
        self._with_kept(self._form)

    def _form(self) -> None:
        self.asking.keep()
        wish = self.settings.wish(self.bench.locks)

        def work(report: Report) -> PlanView:
            return groups.form_groups(
                self._store,
                self._event.id,
                wish,
                seconds=SECONDS,
                progress=lambda done, words: _tell(report, done, words),
                cancelled=lambda: report.stopped,
                show=lambda *parts: report.show(looked_at(Draft(*parts))),
            )

        job = self._jobs.prepare(work)
        job.shown.connect(self._on_shown)
        job.succeeded.connect(self._on_formed)
        self.ui.work_box.follow(job, "Looking for good groups", stop="Stop and keep the best")
        self._start(job)

    def _start(self, job: Job) -> None:
        job.failed.connect(self._on_failed)
        job.finished.connect(self._on_finished)
        self.ui.form_button.setEnabled(False)
        self.ui.stack.setEnabled(False)
        self.ui.banner.hide()
        self._jobs.start(job)

    def _on_update_wished(self) -> None:
        self._with_kept(self._update)

    def _on_close_wished(self, table: int) -> None:
        self._with_kept(lambda: self._update(table))

    def _update(self, *closed: int) -> None:
        """Fit the plan to who is here, from the round that shows on."""
        number = self.bench.round + 1
        job = self._jobs.prepare(
            lambda _: group_changes.update_groups(self._store, self._event.id, from_round=number, closed=closed)
        )
        job.succeeded.connect(Heard(self, lambda update: self.ui.banner.say(update.sentence, brief=True)).hear)
        self._start(job)

    def _on_restore_wished(self, revision: int) -> None:
        job = self._jobs.prepare(lambda _: group_changes.restore(self._store, self._event.id, revision))
        job.succeeded.connect(self._say_plan)
        self._start(job)

    def _on_compare_wished(self, revision: int) -> None:
        newest = self._history[-1].revision
        job = self._jobs.prepare(lambda _: compare_plans(self._store, self._event.id, revision, newest))
        job.succeeded.connect(self.plans_view.show_comparison)
        self._start(job)

    def _on_shown(self, found: tuple[Draft, Quality]) -> None:
        """Show a plan while better ones are looked for."""
        self._history = self._history or [found[0].plan]
        self.bench.take(*found)
        self._arrange()

    def _on_formed(self, view: PlanView) -> None:
        told = f"{sum(map(len, view.rounds[0]))} people have a table in {counted(len(view.rounds), 'round')}."
        self._replaced = before = view.plan.revision - 1
        if before:
            told += f" They replace plan {before}, by which people may sit already."
        tone, button = ("warn", f"Use plan {before} again") if before else ("good", "")
        self.ui.banner.say(told, tone, button, partial(self._on_restore_wished, before), brief=True)
        self.show_view(TABLES)

    def _on_failed(self, sentence: str) -> None:
        self.ui.banner.say(sentence, "bad")
        self.refresh()

    def _on_finished(self) -> None:
        self.ui.form_button.setEnabled(True)
        self.ui.stack.setEnabled(True)


def _tell(report: Report, done: float, words: str) -> None:
    """Pass progress on; a stop is answered by `cancelled`, so that the best so far is kept."""
    if not report.stopped:
        report(round(done * _STEPS), _STEPS, words)
