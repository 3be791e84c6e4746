"""Who seems to be on the list twice, and who was merged: one list, and one button for the row that is chosen."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QWidget

from sla_desktop.domain.errors import SlaError
from sla_desktop.domain.ids import EventId
from sla_desktop.gui.shared import icons
from sla_desktop.gui.shared.list_dialog import ListDialog
from sla_desktop.gui.shared.rows import Row
from sla_desktop.services import merging
from sla_desktop.services.merging import Decided, Proposal
from sla_desktop.storage.store import Store

Pair = Proposal | Decided
_PAUSE_MS = 700
_HINT = "Nothing is merged until you say so. What was noted of either counts then, and it can be taken back here."


class Doubles(QObject):
    """Merges and parts what people choose in the dialog."""

    def __init__(self, window: QWidget, store: Store, event_id: EventId) -> None:
        self.dialog = ListDialog[Pair](window, "People who seem doubled", _HINT, self._pairs, _row, wrapped=True)
        super().__init__(self.dialog)
        self._store, self._event_id = store, event_id
        self.dialog.offer("&Merge them", self._on_wanted)
        # Enter merges only where a pair is chosen: in the line above it would end the search.
        enter = QShortcut(Qt.Key.Key_Return, self.dialog.ui.records_list)
        enter.setContext(Qt.ShortcutContext.WidgetShortcut)
        enter.activated.connect(self.dialog.ui.act_button.click)
        self.dialog.ui.close_button.setDefault(False)
        self.dialog.ui.close_button.setAutoDefault(False)
        icons.change(self.dialog.ui.act_button, "users")
        # While it runs the next pair stands under the button: a second click was meant for the one before.
        self.pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self.dialog.chosen_changed.connect(self._on_chosen_changed)

    def open(self) -> None:
        """Show the dialog, and look."""
        self.dialog.open()
        self.dialog.load()

    def _pairs(self) -> Sequence[Pair]:
        return [*merging.proposals(self._store, self._event_id), *merging.decided(self._store, self._event_id)]

    def _on_chosen_changed(self) -> None:
        pair = self.dialog.chosen
        parts = isinstance(pair, Decided) and pair.one
        self.dialog.ui.act_button.setText("&Two people after all" if parts else "&Merge them")

    def _on_wanted(self) -> None:
        pair = self.dialog.chosen
        if pair is None or self.pause.isActive():
            return
        try:
            words = self._settle(pair)
        except SlaError as error:
            self.dialog.ui.banner.say(str(error), "bad")
            return
        self.dialog.ui.banner.say(words)
        self.dialog.load()
        self.pause.start()

    def _settle(self, pair: Pair) -> str:
        if isinstance(pair, Proposal):
            return merging.merge(self._store, pair.double.member, pair.keep.member, desk=self._store.desk)
        if pair.one:
            return merging.part(self._store, pair.double, pair.keep)
        return merging.merge(self._store, pair.double, pair.keep, desk=self._store.desk)


def _row(pair: Pair) -> Row:
    if isinstance(pair, Decided):
        told = "Merged. It can be taken back." if pair.one else "Somebody said so. They can be merged after all."
        return Row(pair.words, told, icon="users")
    known = f"Known from “{pair.known_from}”: " if pair.known_from else ""
    reason = f"{known}{pair.reason}" if known else pair.reason.capitalize()
    records = f"{merging.told(pair.double)} would count as {merging.told(pair.keep)}"
    return Row(f"{pair.double.name} and {pair.keep.name}", f"{reason}.\n{records}", icon="user-question")
