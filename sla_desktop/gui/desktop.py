"""The program behind the window: it gives the pages their store and jobs, and takes commits to the pages."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QWidget

from sla_desktop import __version__, settings
from sla_desktop.domain.events import Event
from sla_desktop.domain.ids import EventId
from sla_desktop.gui.attendance.wedge import Wedge
from sla_desktop.gui.data_menu import DataMenu
from sla_desktop.gui.event_menu import EventMenu
from sla_desktop.gui.events.page import EventsPage
from sla_desktop.gui.main_window import MainWindow
from sla_desktop.gui.role_menu import RoleMenu
from sla_desktop.gui.safety import Safety
from sla_desktop.gui.shared.changes import ChangeRelay
from sla_desktop.gui.shared.jobs import Jobs
from sla_desktop.gui.shared.page import Page
from sla_desktop.gui.shared.prompts import Prompts
from sla_desktop.services import events, exchange
from sla_desktop.storage.store import Changes, Store
from sla_desktop.storage.watch import Watch

if TYPE_CHECKING:
    from sla_desktop.gui.documents.model import Printers
    from sla_desktop.gui.sync.desks_card import DesksCard

_A_MOMENT_MS = 500
# What phones can answer an event's form with, on an address of this laptop.
PhonesFor = Callable[[Store, EventId], Callable[[str], Any]]


class Desktop(QObject):
    """Owns the store, the jobs and the window, and connects them."""

    def __init__(
        self, store: Store, prompts: Prompts, window: MainWindow, phones_for: PhonesFor | None = None
    ) -> None:
        super().__init__(window)
        self._phones_for = phones_for
        self._settings = settings.load()
        self._desks: DesksCard | None = None
        self._watch: Watch | None = None
        self.store, self.prompts, self.jobs = store, prompts, Jobs(self)
        self.window, self.appearance = window, window.appearance
        self.events_page = EventsPage(store)
        window.furnish(self.events_page, self._builders(), self._sync_page)
        minutes = self._settings.lock_minutes
        self.safety = Safety(window, store, self.jobs, prompts, minutes, self._remember_minutes)
        self.data_menu = DataMenu(window, store, prompts, self.safety.lock, self._release)
        self.event_menu = EventMenu(
            window, store, self.jobs, prompts, self.safety.lock, lambda: self._settings.documents_folder
        )
        self.role_menu = RoleMenu(window, store, self.jobs, prompts)
        self.wedge = Wedge(window, self._is_for_the_door, self._on_scanned, self._is_ticket)
        self._connect()
        self._open_last_event()
        self._on_role_changed()

    def begin(self) -> None:
        """Start what goes on beside the window: the day's backup, looking for what others write, the door."""
        self.safety.begin()
        self._watch = Watch(self.store)
        if self._settings.door_open:
            self._desks_card().open()

    def close(self) -> None:
        """Stop the jobs and let go of the store."""
        self.safety.close()
        self._release()
        if self._desks is not None:
            self._desks.deleteLater()
        self.jobs.close()
        self.store.close()

    def _release(self) -> None:
        """Close the door and stop looking into the data file."""
        if self._desks is not None:
            self._desks.shut()
        watch, self._watch = self._watch, None
        if watch is not None:
            watch.close()

    def _builders(self) -> Mapping[str, Callable[[Event], Page]]:
        return {
            "people": self._people_page,
            "check_in": self._check_in_page,
            "breakouts": self._breakouts_page,
            "feedback": self._feedback_page,
            "documents": self._documents_page,
        }

    def _people_page(self, event: Event) -> Page:
        from sla_desktop.gui.people.page import PeoplePage

        page = PeoplePage(self.store, event, lambda parent: self._open_import(event, parent, page), self.prompts)
        return page

    def _check_in_page(self, event: Event) -> Page:
        from sla_desktop.gui.attendance.page import CheckInPage

        return CheckInPage(self.store, event, self.prompts, self.role_menu.role)

    def _is_for_the_door(self, text: str) -> bool:
        """Whether what came so fast is a code. A seller's has digits; a program that types a name has none."""
        from sla_desktop.services.tickets import is_ticket

        ready = self.window.shown_event is not None and not self.safety.lock.locked
        return ready and (is_ticket(text) or any(sign.isdigit() for sign in text))

    def _is_ticket(self, text: str) -> bool:
        from sla_desktop.services import tickets

        return tickets.is_known(self.store, text)

    def _on_scanned(self, text: str) -> None:
        """A scan is for the door, whatever page is open."""
        from sla_desktop.gui.attendance.page import CheckInPage

        self.window.go("check_in")
        page = self.window.page
        assert isinstance(page, CheckInPage)
        page.take_scan(text)

    def _breakouts_page(self, event: Event) -> Page:
        from sla_desktop.gui.groups.page import BreakoutsPage

        return BreakoutsPage(self.store, event, self.jobs, self._print_tables)

    def _feedback_page(self, event: Event) -> Page:
        from sla_desktop.gui.feedback.page import FeedbackPage

        opens = self._phones_for(self.store, event.id) if self._phones_for else None
        return FeedbackPage(self.store, event, self.jobs, self.prompts, opens)

    def _documents_page(self, event: Event) -> Page:
        from sla_desktop.gui.documents.model import printers_of
        from sla_desktop.gui.documents.page import DocumentsPage

        folder = self._settings.documents_folder
        page = DocumentsPage(self.store, event, self.jobs, self.prompts, folder, self._remember_folder)
        page.printers = printers_of(self._settings.printer, self._settings.shifts)
        page.printers_changed.connect(self._remember_printers)
        return page

    def _sync_page(self) -> Page:
        from sla_desktop.gui.sync.page import SyncPage

        page = SyncPage(self.store, self.window.shown_event, self.jobs, self.prompts, self._desks_card())
        page.exchanged.connect(self._show_status)
        self._desks_card().changed.connect(page.show_state)
        page.events_wanted.connect(self.window.choose_event)
        page.door_wanted.connect(lambda: self.window.go("check_in"))
        return page

    def _desks_card(self) -> "DesksCard":
        """One card for the life of the window, since its door stays open whatever page is shown."""
        from sla_desktop.gui.sync.desks_card import DesksCard

        if self._desks is None:
            self._desks = DesksCard(self.store, self.jobs, self.prompts)
            self._desks.changed.connect(self._show_status)
            self._desks.moved.connect(self._remember_door)
        return self._desks

    def _open_import(self, event: Event, parent: QWidget, page: Page) -> None:
        from sla_desktop.gui.people.import_dialog import ImportDialog

        dialog = ImportDialog(self.store, event.id, self.jobs, self.prompts, parent)
        dialog.imported.connect(page.say)
        dialog.open()

    def _print_tables(self) -> None:
        from sla_desktop.gui.documents.page import DocumentsPage

        self.window.go("documents")
        page = self.window.page
        assert isinstance(page, DocumentsPage)
        page.make_tables()

    def _connect(self) -> None:
        self.relay = ChangeRelay(self)
        # Queued, so that a verdict is on the screen before the pages reload.
        self.relay.changed.connect(self._on_changed, Qt.ConnectionType.QueuedConnection)
        self.store.listen(self._on_commit)
        self.events_page.chosen.connect(self.window.open_event)
        self.events_page.share_wanted.connect(lambda: self.window.go("sync"))
        self.window.event_opened.connect(self._on_event_opened)
        self.window.new_event_wanted.connect(self.events_page.create_event)
        self.window.guide_wanted.connect(self._on_guide_wanted)
        self.window.about_wanted.connect(self._on_about_wanted)
        self.role_menu.changed.connect(self._on_role_changed)
        self.appearance.changed.connect(self._on_appearance_changed)

    def _on_commit(self, changes: Changes) -> None:
        self.relay.take(changes.entities)

    def _on_changed(self, nouns: frozenset[str]) -> None:
        if "event" in nouns:
            self._renew_event()
        self.window.take_changes(nouns)
        self._show_status()

    def _renew_event(self) -> None:
        """Show the event as it is now, once nothing half typed would be lost with its pages."""
        shown = self.window.shown_event
        now = events.get_event(self.store, shown.id) if shown else None
        if now is None or now == shown:
            return
        if self.window.half_typed:
            QTimer.singleShot(_A_MOMENT_MS, self, self._renew_event)
        else:
            self.window.take_event(now)

    def _on_event_opened(self, event: Event) -> None:
        self._remember(last_event=str(event.id))

    def _on_role_changed(self) -> None:
        self.events_page.allow_creating(self.role_menu.role.runs)
        self._show_status()

    def _on_appearance_changed(self) -> None:
        looks = self.appearance.looks
        self._remember(scheme=looks.scheme.value, text_size=looks.size)

    def _on_guide_wanted(self) -> None:
        from sla_desktop.gui.guide_window import GuideWindow

        self.guide = GuideWindow(self.window.stage)
        self.guide.show()

    def _on_about_wanted(self) -> None:
        self.prompts.tell(
            self.window, f"SLA Desktop {__version__}. Your data is on this laptop, encrypted:\n{self.store.path}"
        )

    def _open_last_event(self) -> None:
        known = events.list_events(self.store)
        last = [event for event in known if str(event.id) == self._settings.last_event]
        only = known if len(known) == 1 else []
        for event in (last or only)[:1]:
            self.window.open_event(event)

    def _show_status(self) -> None:
        self.window.show_device(self.store.desk, self.role_menu.role.title)
        status = exchange.status(self.store)
        self.window.show_unsent(status.waiting_words)
        self.window.show_differences(status.differences)

    def _remember_minutes(self, minutes: int) -> None:
        self._remember(lock_minutes=minutes)

    def _remember_door(self, is_open: bool) -> None:
        self._remember(door_open=is_open)

    def _remember_printers(self, printers: "Printers") -> None:
        self._remember(printer=printers.chosen, shifts={name: list(one) for name, one in printers.shifts.items()})

    def _remember_folder(self, folder: Path) -> None:
        self._remember(documents=str(folder))

    def _remember(self, **changed: object) -> None:
        self._settings = replace(self._settings, **changed)  # type: ignore[arg-type]
        settings.save(self._settings)
