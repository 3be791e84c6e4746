"""What is asked of groups, as it is kept with the event: shown when it comes, kept when it changes here."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from sla_desktop.domain.ids import EventId
from sla_desktop.gui.groups.bench import Bench
from sla_desktop.gui.groups.settings import Settings
from sla_desktop.gui.shared.jobs import Jobs
from sla_desktop.gui.shared.timers import single_shot
from sla_desktop.services import group_wishes
from sla_desktop.services.groups import Wish
from sla_desktop.storage.store import Store

_CALM_MILLISECONDS = 400


class Asking(QObject):
    """Keeps strengths, rules and locks soon after they change, so that they are there after a restart."""

    def __init__(
        self, page: QWidget, store: Store, event_id: EventId, jobs: Jobs, settings: Settings, bench: Bench
    ) -> None:
        super().__init__(page)
        self._store, self._event_id, self._jobs = store, event_id, jobs
        self._settings, self._bench = settings, bench
        self._known: Wish | None = None
        self._soon = single_shot(self, _CALM_MILLISECONDS, self.keep)
        settings.changed.connect(self._soon.start)
        bench.locks_changed.connect(self.keep)

    def take(self, wish: Wish | None) -> None:
        """Show what is known now, unless something is being chosen here."""
        if wish is not None and wish != self._known and not self._soon.isActive():
            self._known = wish
            self._settings.show_wish(wish)
            self._bench.show_wish(wish)

    def keep(self) -> None:
        """Keep what is asked with the event."""
        self._soon.stop()
        wish, before = self._settings.wish(self._bench.locks), self._known
        if wish != before:
            self._known = wish
            event_id = self._event_id
            job = self._jobs.prepare(lambda _: group_wishes.keep_wish(self._store, event_id, wish, instead_of=before))
            self._jobs.start(job)
