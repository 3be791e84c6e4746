"""The big panel that a queue can read, and the note at the side that is for the desk alone."""

from PySide6.QtWidgets import QApplication, QWidget

from sla_desktop.gui.attendance.model import Face
from sla_desktop.gui.forms.ui_check_in_page import Ui_CheckInPage
from sla_desktop.gui.shared import icons
from sla_desktop.gui.shared.banner import announce
from sla_desktop.gui.shared.theme import set_look


class VerdictPanel:
    """Shows faces; F7 shows and hides the note about the person."""

    def __init__(self, ui: Ui_CheckInPage, page: QWidget) -> None:
        self._ui, self._page = ui, page
        ui.note_card.hide()
        ui.note_button.toggled.connect(self._on_note_toggled)

    def show(self, face: Face, *, overridable: bool = False) -> None:
        """Show a face in place of the one before."""
        ui = self._ui
        for label, words in (
            (ui.word_label, face.word),
            (ui.name_label, face.name),
            (ui.organisation_label, face.organisation),
            (ui.detail_label, face.detail),
        ):
            label.setText(words)
            label.setVisible(bool(words))
        ui.override_button.setVisible(overridable)
        ui.note_label.setText(face.note)
        ui.note_button.setVisible(bool(face.note))
        self.hide_note()
        ui.stack.setCurrentWidget(ui.verdict_page)
        set_look(ui.verdict_frame, "light", face.light)
        icons.change(ui.verdict_icon, face.icon, face.ink)

    def tell(self, face: Face) -> None:
        """Say a face to those who do not look, and beep at what is not green."""
        announce(self._page, face.spoken)
        if face.light in ("amber", "red"):
            QApplication.beep()

    def hide_note(self) -> None:
        """Nobody needs the note any longer."""
        self._ui.note_button.setChecked(False)

    def _on_note_toggled(self, wanted: bool) -> None:
        self._ui.note_card.setVisible(wanted)
        if wanted:
            announce(self._page, self._ui.note_label.text())
