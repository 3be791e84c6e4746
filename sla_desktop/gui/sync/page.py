"""The Sync page: where changes are shared, what has not been sent, and what an exchange did."""

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Signal

from sla_desktop.domain.events import DEFAULT_ZONE, Event, clock, local, long_date
from sla_desktop.gui.forms.ui_sync_page import Ui_SyncPage
from sla_desktop.gui.shared.jobs import Jobs, Report
from sla_desktop.gui.shared.layouts import empty, plain_label
from sla_desktop.gui.shared.page import Page
from sla_desktop.gui.shared.prompts import Prompts
from sla_desktop.gui.shared.theme import set_look
from sla_desktop.services import events, exchange
from sla_desktop.services.exchange import SyncResult
from sla_desktop.storage.entities import ENTITIES
from sla_desktop.storage.store import Store


class SyncPage(Page):
    """Everything works without it; it makes other people's facts arrive."""

    exchanged = Signal()
    events_wanted = Signal()
    watches = frozenset(entity.name for entity in ENTITIES)

    def __init__(self, store: Store, event: Event | None, jobs: Jobs, prompts: Prompts) -> None:
        super().__init__()
        self.ui = Ui_SyncPage()
        self.ui.setupUi(self)  # type: ignore[no-untyped-call]
        self._store, self._event, self._jobs, self._prompts = store, event, jobs, prompts
        self._zone = event.zone if event else DEFAULT_ZONE
        self.ui.url_edit.setText(exchange.status(store).share)
        self.ui.url_edit.textChanged.connect(self._on_url_changed)
        self.ui.url_edit.returnPressed.connect(self._on_sync_clicked)
        self.ui.folder_button.clicked.connect(self._on_folder_clicked)
        self.ui.sync_button.clicked.connect(self._on_sync_clicked)

    def refresh(self) -> None:
        """Load what is unsent, the last exchange and the conflicts."""
        status = exchange.status(self._store)
        self.ui.unsent_figure.setText(str(status.unsent))
        self.ui.unsent_words.setText(status.words)
        self.ui.last_figure.setText(_moment_words(status.last_exchange, self._zone))
        self.ui.last_words.setText(status.share)
        self._show_conflicts(status.conflicts)

    def focus_search(self) -> None:
        """Put the focus on the next step."""
        (self.ui.sync_button if self.ui.url_edit.text().strip() else self.ui.url_edit).setFocus()

    def _on_sync_clicked(self) -> None:
        url = self.ui.url_edit.text().strip()
        if not url:
            set_look(self.ui.url_edit, "wrong", "true")
            self.ui.banner.say("Say where to share first: choose a folder, or type the shared address.", "warn")
            self.ui.url_edit.setFocus()
            return

        def work(report: Report) -> SyncResult:
            return exchange.sync(self._store, url, progress=lambda done, total, words: report(done, total, words))

        job = self._jobs.prepare(work)
        job.succeeded.connect(self._on_synced)
        job.failed.connect(self._on_failed)
        job.cancelled.connect(self._on_cancelled)
        job.finished.connect(self._on_finished)
        self.ui.sync_button.setEnabled(False)
        self.ui.banner.hide()
        self.ui.work_box.follow(job, "Comparing this laptop with the share")
        self._jobs.start(job)

    def _on_synced(self, result: SyncResult) -> None:
        tone = "good" if result.complete else "warn"
        if self._event is None and events.list_events(self._store):
            self.ui.banner.say(result.words, tone, "Choose an event", self.events_wanted.emit)
        else:
            self.ui.banner.say(result.words, tone)

    def _on_failed(self, sentence: str) -> None:
        self.ui.banner.say(sentence, "bad")

    def _on_cancelled(self) -> None:
        self.ui.banner.say("Stopped. What was exchanged until then stays; the next sync goes on from there.", "info")

    def _on_finished(self) -> None:
        self.ui.sync_button.setEnabled(True)
        self.refresh()
        self.exchanged.emit()

    def _on_folder_clicked(self) -> None:
        folder = self._prompts.folder(self, "Which folder is shared?", Path.home())
        if folder is not None:
            self.ui.url_edit.setText(str(folder))

    def _on_url_changed(self) -> None:
        set_look(self.ui.url_edit, "wrong", "false")

    def _show_conflicts(self, conflicts: tuple[str, ...]) -> None:
        layout = self.ui.conflicts_layout
        empty(layout)
        self.ui.conflicts_card.setVisible(bool(conflicts))
        for sentence in conflicts:
            layout.addWidget(plain_label(sentence))


def _moment_words(moment: datetime | None, zone: str) -> str:
    if moment is None:
        return "Never"
    day, today = local(moment, zone).date(), local(datetime.now(moment.tzinfo), zone).date()
    when = "Today" if day == today else long_date(day)
    return f"{when}, {clock(moment, zone)}"
