"""The Feedback page: start the kiosk, and see what the answers say."""

from PySide6.QtCore import SignalInstance
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QGridLayout, QMenu, QVBoxLayout

from sla_desktop.domain.events import Event
from sla_desktop.gui.feedback.form_menu import FormMenu
from sla_desktop.gui.feedback.kiosk import KioskWindow
from sla_desktop.gui.feedback.paper_menu import PaperMenu
from sla_desktop.gui.feedback.phones import OpenOn, PhonesDialog
from sla_desktop.gui.feedback.table_notes import TableNotesDialog
from sla_desktop.gui.feedback.themes import ThemesDialog
from sla_desktop.gui.forms.ui_feedback_page import Ui_FeedbackPage
from sla_desktop.gui.shared.charts import Bar, Bars, BeforeNowLine, IntervalBar, Spans
from sla_desktop.gui.shared.jobs import Jobs
from sla_desktop.gui.shared.jobs import Report as Progress
from sla_desktop.gui.shared.layouts import empty, plain_label
from sla_desktop.gui.shared.leaving import LEAVE_KEYS
from sla_desktop.gui.shared.page import Page
from sla_desktop.gui.shared.prompts import Prompts
from sla_desktop.services import feedback, linkage, locks
from sla_desktop.services.feedback import Measure, Report, Shift
from sla_desktop.services.findings import Count, Table, number_words
from sla_desktop.storage.store import Store

SCALE = (1.0, 5.0)


class FeedbackPage(Page):
    """Small groups stay hidden: the service decides, the page says so."""

    watches = frozenset({"response", "form", "attendance", "theme", "coding"})

    def __init__(
        self, store: Store, event: Event, jobs: Jobs, prompts: Prompts, open_phones: OpenOn | None = None
    ) -> None:
        super().__init__()
        self.ui = Ui_FeedbackPage()
        self.ui.setupUi(self)  # type: ignore[no-untyped-call]
        self._store, self._event, self._jobs, self._prompts = store, event, jobs, prompts
        self._kiosk: KioskWindow | None = None
        self._covered = False
        for button in (self.ui.kiosk_button, self.ui.empty_kiosk_button):
            button.clicked.connect(self.start_kiosk)
        self.form_menu = FormMenu(self, store, event.id, jobs, prompts)
        self.form_menu.done.connect(lambda words: self.ui.banner.say(words, "good"))
        self.form_menu.failed.connect(self.ui.banner.fail)
        self.ui.form_button.setMenu(self.form_menu.menu)
        self.work_menu = QMenu(self)
        self.notes_action = self.work_menu.addAction("&Notes and actions of the tables…", self.open_notes)
        self.themes_action = self.work_menu.addAction("&Themes of what people wrote…", self.open_themes)
        self.ui.work_button.setMenu(self.work_menu)
        self.phones = PhonesDialog(open_phones, jobs, self) if open_phones else None
        self.ui.phones_button.setVisible(self.phones is not None)
        self.ui.phones_button.clicked.connect(self._on_phones_wanted)
        self.paper_menu = PaperMenu(self, store, event.id, jobs, prompts, self.form_menu.menu)
        self.paper_menu.done.connect(self.form_menu.done)
        self.paper_menu.failed.connect(self.form_menu.failed)

    def refresh(self) -> None:
        """Work the report out away from the window: that its numbers give nobody away is proved anew each time."""

        def work(_report: Progress) -> Report:
            return feedback.report(self._store, self._event.id, look=True)

        job = self._jobs.prepare(work)
        job.succeeded.connect(self._show)
        job.failed.connect(self._tell_failure)
        self._jobs.start(job)

    def _tell_failure(self, sentence: str) -> None:
        self.ui.banner.say(sentence, "bad")

    def _show(self, report: Report) -> None:
        self.ui.empty_page_heading.setText("No answers yet")
        self.ui.stack.setCurrentWidget(self.ui.results_page if report.answered else self.ui.empty_page)
        self.ui.kiosk_button.setVisible(bool(report.answered))
        self._show_responses(report)
        ui = self.ui
        cards = ((ui.first_card, "first"), (ui.second_card, "second"), (ui.both_card, "both"))
        measures = [*report.measures[:2], *([report.both] if report.both else [])]
        for place, (card, name) in enumerate(cards):
            card.setVisible(place < len(measures))
            if place < len(measures):
                self._show_measure(name, measures[place], report.threshold)
        self._show_shifts(report)
        self._show_counts(report)
        self._show_texts(report)

    def showEvent(self, event: QShowEvent) -> None:
        """Answers may have been saved outside this window, so each showing loads them."""
        self._stale = True
        super().showEvent(event)

    def focus_search(self) -> None:
        """Put the focus on the next step."""
        (self.ui.kiosk_button if self.ui.kiosk_button.isVisible() else self.ui.empty_kiosk_button).setFocus()

    def retire(self) -> None:
        """Take the page for phones off the network."""
        if self.phones is not None:
            self.phones.shut()

    def _on_phones_wanted(self) -> None:
        if self.phones is not None:
            self.phones.show()
            self.phones.raise_()

    def open_notes(self) -> TableNotesDialog:
        """Open what the tables made."""
        dialog = TableNotesDialog(self._store, self._event.id, self)
        dialog.open()
        return dialog

    def open_themes(self) -> ThemesDialog:
        """Open the coding of comments."""
        dialog = ThemesDialog(self._store, self._event.id, self._prompts, self)
        self._cover(dialog.finished)
        dialog.open()
        return dialog

    def start_kiosk(self) -> KioskWindow:
        """Open the kiosk on the whole screen."""
        self._kiosk = KioskWindow(self._store, self._event.id, self._jobs)
        self._kiosk.left.connect(self.ui.banner.hide)
        self._cover(self._kiosk.left)
        self._kiosk.showFullScreen()
        pin = (
            " and type the PIN" if locks.has_pin(self._store) else ". Set a PIN in the Event menu to keep others out"
        )
        self.ui.banner.say(f"The kiosk is open. To leave it, press {LEAVE_KEYS}{pin}.", "info")
        return self._kiosk

    def _cover(self, lifted: SignalInstance) -> None:
        """Load nothing until then: numbers that nobody sees would count as shown."""
        self._covered = True
        lifted.connect(self._on_lifted)

    def _on_lifted(self) -> None:
        self._covered = False
        if self._stale and self.isVisible():
            self._reload()

    def _reload(self) -> None:
        if not self._covered:
            super()._reload()

    def _show_responses(self, report: Report) -> None:
        rate = report.response_rate
        self.ui.responses_figure.setText(str(report.answered))
        bar: IntervalBar = self.ui.responses_bar
        bar.setVisible(rate is not None)
        bar.show_share(rate or 0.0, rate or 0.0, rate or 0.0)
        late = f". {report.waiting} came since these numbers were shown and are counted once there are five" * bool(
            report.waiting
        )
        known = f"{rate:.0%} of the {report.attended} who were here" if rate is not None else "Nobody is checked in"
        if rate is None and report.attended:
            known = f"More forms than the {report.attended} who were checked in"
        self.ui.responses_words.setText(f"{known}{late}")

    def _show_measure(self, name: str, measure: Measure, threshold: int) -> None:
        parts = (getattr(self.ui, f"{name}_{part}") for part in ("label", "figure", "bar", "words"))
        label, figure, bar, words = parts
        share = measure.share
        label.setText(measure.label)
        figure.setText("Hidden" if share is None else f"{share.share:.0%}")
        bar.setVisible(share is not None)
        if share is None:
            words.setText(f"Fewer than {threshold} people on one side: not shown, so that nobody can be recognised.")
            return
        bar.show_share(share.share, share.low, share.high)
        told = f"{share.hits} of {share.answered} who answered. The true share is most likely between"
        words.setText(f"{told} {share.low:.0%} and {share.high:.0%}.")

    def _show_shifts(self, report: Report) -> None:
        grid: QGridLayout = self.ui.before_now_grid
        empty(grid)
        self.ui.before_now_card.setVisible(bool(report.shifts))
        self.ui.before_now_words.setText("Means on a scale from 1 to 5. The open dot is before, the full dot is now.")
        for row, shift in enumerate(report.shifts):
            grid.addWidget(plain_label(shift.title), row, 0)
            if shift.before is not None and shift.now is not None:
                line = BeforeNowLine()
                line.show_means(shift.before, shift.now, SCALE)
                grid.addWidget(line, row, 1)
            grid.addWidget(plain_label(_shift_words(shift), "muted"), row, 2)

    def _show_counts(self, report: Report) -> None:
        layout: QVBoxLayout = self.ui.counts_layout
        empty(layout)
        told = report.recommendation
        if told is not None and told.score is not None:
            words = f"Net promoter score {told.score:+d}, from {told.answered} answers"
            layout.addWidget(plain_label(words, "strong"))
        for table in (*report.tables, *report.by_group):
            if any(one.count != 0 for one in table.counts):
                layout.addWidget(plain_label(table.label, "strong"))
                layout.addWidget(Bars(_bars(table)))
                if table.number is not None:
                    layout.addWidget(plain_label(number_words(table.number), "muted"))

        if report.paired is not None:
            layout.addWidget(plain_label("Before and after, person by person", "strong"))
            layout.addWidget(plain_label(linkage.in_words(report.paired), "muted"))
            for one in report.paired.changes:
                layout.addWidget(plain_label(f"{one.label} {linkage.change_words(one.change)}"))

    def _show_texts(self, report: Report) -> None:
        layout: QVBoxLayout = self.ui.texts_layout
        empty(layout)
        written = {label: texts for label, texts in report.texts.items() if texts or report.withheld[label]}
        self.ui.texts_card.setVisible(bool(written))
        for label, texts in written.items():
            layout.addWidget(plain_label(label, "strong"))
            for text in texts:
                layout.addWidget(plain_label(f"“{text}”"))
            if left := report.withheld[label]:
                layout.addWidget(plain_label(f"Not shown: {left} that could name somebody.", "muted"))


def _bars(table: Table) -> list[Bar]:
    """Each bar is a share of all answers, or of those who chose among several; beside hidden ones it is not known."""
    known = all(one.count is not None for one in table.counts)
    shown = sum(one.count or 0 for one in table.counts) if known else 0
    return [Bar(one.label, _count_words(one), _spans(one, shown)) for one in table.counts]


def _spans(one: Count, shown: int) -> Spans | None:
    if one.share is not None:
        return one.share.share, one.share.low, one.share.high
    return ((one.count / shown,) * 3) if one.count and shown else None


def _count_words(one: Count) -> str:
    if one.share is None:
        return "hidden" if one.count is None else str(one.count)
    share = one.share
    return f"{share.share:.0%} ({share.hits} of {share.answered}), {share.low:.0%} to {share.high:.0%}"


def _shift_words(shift: Shift) -> str:
    if shift.before is None or shift.now is None:
        return "Too few answers to show"
    told = f"{shift.before:.1f} before, {shift.now:.1f} now"
    return told if shift.moved_up is None else f"{told}; {shift.moved_up:.0%} moved up"
