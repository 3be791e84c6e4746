"""The roll of an event for a page: what is new is read at once, the whole of a large event away from the window."""

from PySide6.QtCore import QObject, Signal

from sla_desktop.domain.ids import EventId
from sla_desktop.gui.shared.jobs import Jobs
from sla_desktop.services.roll import Roll
from sla_desktop.storage.store import Store


class RollReader(QObject):
    """`done` tells that a whole roll was read, `failed` why it could not be."""

    done = Signal()
    failed = Signal(str)

    def __init__(self, store: Store, event_id: EventId, parent: QObject) -> None:
        super().__init__(parent)
        self._store, self._event_id, self._jobs = store, event_id, Jobs(self)
        self.roll = Roll(store, event_id)
        self.busy = False

    def catch_up(self) -> bool:
        """Whether the roll is up to date; if not, a whole one is being read."""
        if self.busy:
            return False
        if not self.roll.catch_up():
            self._begin()
        return not self.busy

    def close(self) -> None:
        """Wait for what is being read, and read no more."""
        self._jobs.close()

    def _begin(self) -> None:
        self.busy = True
        job = self._jobs.prepare(lambda _report: self._whole())
        job.succeeded.connect(self._on_read)
        job.failed.connect(self._on_failed)
        self._jobs.start(job)

    def _whole(self) -> Roll:
        roll = Roll(self._store, self._event_id)
        roll.read()
        return roll

    def _on_failed(self, sentence: str) -> None:
        self.busy = False
        self.failed.emit(sentence)

    def _on_read(self, roll: Roll) -> None:
        self.roll, self.busy = roll, False
        self.done.emit()
