"""The certificates of an event with their state; one that should not be valid is revoked, with the reason."""

from collections.abc import Sequence

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from sla_desktop.domain.certificates import ISSUED, TITLES, Certificate, hours_text
from sla_desktop.domain.errors import SlaError
from sla_desktop.domain.ids import EventId
from sla_desktop.gui.shared import icons
from sla_desktop.gui.shared.chips import GOOD, PLAIN, Chip
from sla_desktop.gui.shared.list_dialog import ListDialog
from sla_desktop.gui.shared.prompts import Prompts
from sla_desktop.gui.shared.rows import Row
from sla_desktop.services import certificates
from sla_desktop.storage.store import Store

_HINT = "Whoever checks a certificate that was revoked is told that it is not valid, and why."


class Issued(QObject):
    """Revokes what people choose in the dialog."""

    def __init__(self, window: QWidget, store: Store, event_id: EventId, prompts: Prompts) -> None:
        self.dialog = ListDialog[Certificate](window, "Issued certificates", _HINT, self._known, _row, wrapped=True)
        super().__init__(self.dialog)
        self._store, self._event_id, self._prompts = store, event_id, prompts
        self.dialog.offer("Re&voke…", self._on_wanted)
        icons.change(self.dialog.ui.act_button, "ban")
        self.dialog.chosen_changed.connect(self._on_chosen_changed)

    def open(self) -> None:
        """Show the dialog, and look."""
        self.dialog.open()
        self.dialog.load()

    def _known(self) -> Sequence[Certificate]:
        return certificates.certificates(self._store, self._event_id)

    def _on_chosen_changed(self) -> None:
        one = self.dialog.chosen
        self.dialog.ui.act_button.setEnabled(one is not None and one.status == ISSUED)

    def _on_wanted(self) -> None:
        one = self.dialog.chosen
        reason = one and self._prompts.text(
            self.dialog, f"Why is {one.name}’s certificate {one.shown_number} revoked?"
        )
        if not one or not reason:
            return
        try:
            made = certificates.revoke(self._store, one.shown_number, reason)
        except SlaError as error:
            self.dialog.ui.banner.say(str(error), "bad")
            return
        self.dialog.ui.banner.say(f"Certificate {made.shown_number} of {made.name} is revoked.")
        self.dialog.load()


def _row(one: Certificate) -> Row:
    valid = one.status == ISSUED
    chip = Chip("Valid", GOOD, "check") if valid else Chip("Not valid", PLAIN, "ban")
    told = (one.shown_number, TITLES[one.kind], hours_text(one.minutes), one.reason)
    return Row(one.name, " · ".join(filter(None, told)), chip, icon="certificate")
