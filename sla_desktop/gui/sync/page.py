"""The Sync page: where changes are shared, what has not been sent, and what an exchange did."""

from datetime import datetime
from pathlib import Path
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from sla_desktop.domain.errors import Emptied, Locked, OtherTeam, SlaError
from sla_desktop.domain.events import DEFAULT_ZONE, Event, clock, local, long_date
from sla_desktop.domain.text import counted
from sla_desktop.gui.forms.ui_sync_page import Ui_SyncPage
from sla_desktop.gui.shared import icons
from sla_desktop.gui.shared.jobs import Jobs, Report
from sla_desktop.gui.shared.page import Page
from sla_desktop.gui.shared.prompts import Prompts
from sla_desktop.gui.shared.theme import set_look
from sla_desktop.gui.shared.work import rest
from sla_desktop.gui.sync.differences import MOST_CARDS
from sla_desktop.gui.sync.naming import ask_name
from sla_desktop.gui.sync.team_card import TeamCard
from sla_desktop.services import cards, conflicts, events, exchange, exchange_words
from sla_desktop.services.cards import Card
from sla_desktop.services.conflicts import Conflict, Settled
from sla_desktop.services.exchange import SyncResult, SyncStatus
from sla_desktop.storage.entities import ENTITIES
from sla_desktop.storage.store import Store


class SyncPage(Page):
    """Everything works without it; it makes other people's facts arrive."""

    exchanged = Signal()
    events_wanted = Signal()
    door_wanted = Signal()
    watches = frozenset(entity.name for entity in ENTITIES)
    can_undo = True

    def __init__(self, store: Store, event: Event | None, jobs: Jobs, prompts: Prompts, desks: QWidget) -> None:
        """`desks` is the card of the desks in the room; its door stays open when the page is gone."""
        super().__init__()
        self.ui = Ui_SyncPage()
        self.ui.setupUi(self)  # type: ignore[no-untyped-call]
        self._store, self._event, self._jobs, self._prompts = store, event, jobs, prompts
        self._zone = event.zone if event else DEFAULT_ZONE
        self._settled: Settled | None = None
        self._desks = desks
        self.ui.desks_layout.addWidget(desks)
        desks.show()
        self._asking: SlaError | None = None
        self._nameless = False
        self.ui.difference_list.emptied.connect(self.ui.sync_button.setFocus)
        self.ui.difference_list.reached.connect(lambda card: self.ui.scroll.ensureWidgetVisible(card))
        self.ui.url_edit.setText(exchange.status(store).share)
        self.ui.url_edit.textChanged.connect(self._on_url_changed)
        self.ui.url_edit.returnPressed.connect(self._on_sync_clicked)
        self.ui.folder_button.clicked.connect(self._on_folder_clicked)
        self.ui.sync_button.clicked.connect(self._on_sync_clicked)
        self.ui.door_button.clicked.connect(self.door_wanted)
        self.team_card = TeamCard(store, self._zone, jobs, prompts, self._address)
        self.team_card.told.connect(self.ui.banner.say)
        self.ui.laptops_layout.addWidget(self.team_card)

    def refresh(self) -> None:
        """Load what is unsent, the last exchange, the differences and the laptops."""
        status = self.show_state()
        self._show_differences(conflicts.conflicts(self._store, self._zone) if status.differences else [])
        self._show_door(self._cards())
        self.team_card.refresh()

    def _cards(self) -> list[Card]:
        try:
            return cards.cards(self._store, self._event.id) if self._event else []
        except SlaError:
            return []  # the event is not on this laptop any more

    def show_state(self) -> SyncStatus:
        """Say what is unsent, where else it is, and when the last exchange was."""
        status = exchange.status(self._store)
        well = status.last_exchange is not None and not (status.unsent or status.faults or status.under_way)
        icons.change(self.ui.state_icon, "circle-check" if well else "clock", "good" if well else "warn")
        self.ui.state_label.setText(_state_words(status, self._zone))
        detail = " ".join([*exchange_words.of_the_clock(status.ahead), *_held_words(status.held), *status.faults])
        self.ui.state_detail.setText(detail)
        self.ui.state_detail.setVisible(bool(detail))
        self.ui.last_label.setText(_last_words(status, self._zone))
        icons.dress(self.ui.state_card)
        return status

    def retire(self) -> None:
        """Let go of the card of the desks, whose door may be open."""
        self._desks.setParent(None)

    def say(self, sentence: str) -> None:
        """Show the outcome of something that was started in the menu."""
        self.ui.banner.say(sentence, "info")

    def undo(self) -> None:
        """Take back the last difference that was settled here."""
        settled, self._settled = self._settled, None
        if settled is None:
            self.ui.banner.say("There is nothing to take back on this page.", "info")
            return
        try:
            self.ui.banner.say(conflicts.take_back(self._store, settled), "info")
        except SlaError as error:
            self.ui.banner.say(str(error), "warn")
            return
        self.refresh()
        self.ui.difference_list.focus(settled.conflict.eid, settled.conflict.field)

    def focus_search(self) -> None:
        """Put the focus on the next step: the first difference, whose keys then work, or else the exchange."""
        if self.ui.difference_list.cards:
            self.ui.difference_list.cards[0].setFocus()
            return
        (self.ui.sync_button if self.ui.url_edit.text().strip() else self.ui.url_edit).setFocus()

    def _on_sync_clicked(self) -> None:
        self._sync(join=False)

    def _sync(self, *, join: bool) -> None:
        url = self.ui.url_edit.text().strip()
        if not url:
            set_look(self.ui.url_edit, "wrong", "true")
            self.ui.banner.say("Say where to share first: choose a folder, or type the shared address.", "warn")
            self.ui.url_edit.setFocus()
            return

        def work(report: Report) -> SyncResult | SlaError:
            try:
                return exchange.sync(self._store, url, progress=report, join=join)
            except (Emptied, Locked, OtherTeam) as asking:
                return asking

        self._nameless = not self._store.is_named
        job = self._jobs.prepare(work)
        job.succeeded.connect(self._on_synced)
        job.failed.connect(self._on_failed)
        job.cancelled.connect(self._on_cancelled)
        # Connected first, so that it has let go when this page goes on with a passphrase.
        self.ui.work_box.follow(job, "Comparing this laptop with the share")
        rest(self.ui.sync_button, job)
        job.finished.connect(self._on_finished)
        self.ui.banner.hide()
        self._jobs.start(job)

    def _on_synced(self, result: SyncResult | SlaError) -> None:
        if isinstance(result, SlaError):
            self._asking = result
            return
        tone = "good" if result.complete else "warn"
        if self._nameless:
            # In the banner: a dialog would take the keys that somebody is typing elsewhere.
            self.ui.banner.say(result.words, tone, "Name this laptop", self._on_name_wanted)
        else:
            self._tell(result.words, tone)

    def _tell(self, words: str, tone: str) -> None:
        """Say what was done; where no event is open, with the way to one."""
        if self._event is None and events.list_events(self._store):
            self.ui.banner.say(words, tone, "Choose an event", self.events_wanted.emit)
        else:
            self.ui.banner.say(words, tone)

    def _on_name_wanted(self) -> None:
        if named := ask_name(self._store, self._prompts, self):
            self._tell(named, "good")
            self.team_card.refresh()

    def _unlock(self, sentence: str) -> None:
        """Ask for the passphrase of a protected folder, keep it, and go on."""
        typed = self._prompts.secret(self, f"{sentence} It is kept in this laptop's encrypted data.")
        if not typed:
            self.ui.banner.say(sentence, "warn")
            return
        exchange.remember_passphrase(self._store, typed)
        self._on_sync_clicked()

    def _start_anew(self, asking: Emptied) -> None:
        """A share that was emptied is filled again only if people say that it is the right one."""
        if not self._prompts.ask(self, str(asking), "Fill it anew"):
            self.ui.banner.say("Nothing was exchanged. Put in the right stick, or choose another folder.", "info")
            return
        try:
            exchange.start_anew(self._store, self._address())
        except SlaError as error:
            self.ui.banner.say(str(error), "bad")
            return
        self._sync(join=False)

    def _address(self) -> str:
        return self.ui.url_edit.text().strip()

    def _on_failed(self, sentence: str) -> None:
        self.ui.banner.say(sentence, "bad")

    def _on_cancelled(self) -> None:
        self.ui.banner.say("Stopped. What was exchanged until then stays; the next sync goes on from there.", "info")

    def _on_finished(self) -> None:
        self.refresh()
        self.exchanged.emit()
        if self.ui.difference_list.cards:
            self.ui.difference_list.cards[0].setFocus()
        asking, self._asking = self._asking, None
        if isinstance(asking, Locked):
            self._unlock(str(asking))
        elif isinstance(asking, Emptied):
            self._start_anew(asking)
        elif asking is not None and self._prompts.ask_to_join(self):
            self._sync(join=True)
        elif asking is not None:
            self.ui.banner.say("Nothing was exchanged: the records there belong to another team.", "info")

    def _on_folder_clicked(self) -> None:
        folder = self._prompts.folder(self, "Which folder is shared?", Path.home())
        if folder is not None:
            self.ui.url_edit.setText(str(folder))

    def _on_url_changed(self) -> None:
        set_look(self.ui.url_edit, "wrong", "false")

    def _show_differences(self, found: list[Conflict]) -> None:
        told = f"{counted(len(found), 'difference')} to settle"
        more = len(found) - MOST_CARDS
        self.ui.differences_label.setText(f"{told}; the first {MOST_CARDS} are here" if more > 0 else told)
        # A box that is hidden with the keyboard in it loses it to whatever comes next in the window.
        if found:
            self.ui.differences_box.show()
        self.ui.difference_list.present(found, self._settle)
        self.ui.differences_box.setVisible(bool(found))

    def _show_door(self, known: list[Card]) -> None:
        """What two desks saw differently at the door, which is answered there."""
        more = f" There {'are' if len(known) > 2 else 'is'} {len(known) - 1} more." if len(known) > 1 else ""
        self.ui.door_label.setText(f"{known[0].words}{more}" if known else "")
        self.ui.door_card.setVisible(bool(known))

    def _settle(self, conflict: Conflict, value: Any) -> None:
        self._settled = conflicts.resolve(self._store, conflict, value)
        self.ui.banner.say(self._settled.words, "good", "Undo", self.undo)
        self.refresh()


def _state_words(status: SyncStatus, zone: str) -> str:
    since = f" since {_moment_words(status.since, zone)}" if status.since and not status.under_way else ""
    return f"{status.waiting_words}{since}"


def _held_words(held: int) -> list[str]:
    wait = "waits" if held == 1 else "wait"
    return [f"{counted(held, 'anonymous form')} {wait} as well: they travel in fives."] if held else []


def _last_words(status: SyncStatus, zone: str) -> str:
    if status.last_exchange is None:
        return "Not synced with a share yet. Nothing is lost: everything is saved on this laptop."
    told = f"Last exchange {_moment_words(status.last_exchange, zone)} with {status.share}"
    if status.protected is None:
        return told
    return f"{told}{', protected with the team passphrase' if status.protected else ', which is not protected'}"


def _moment_words(moment: datetime, zone: str) -> str:
    """The time at the event, with the day when it is not today."""
    day, today = local(moment, zone).date(), local(datetime.now(moment.tzinfo), zone).date()
    return clock(moment, zone) if day == today else f"{long_date(day)}, {clock(moment, zone)}"
