"""The big panel that a queue can read, and the note at the side that is for the desk alone."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget

from sla_desktop.gui.attendance.model import Face
from sla_desktop.gui.forms.ui_check_in_page import Ui_CheckInPage
from sla_desktop.gui.shared import icons
from sla_desktop.gui.shared.banner import announce
from sla_desktop.gui.shared.theme import set_look
from sla_desktop.gui.shared.timers import single_shot

# Looks of the word and the name, and how much more there is: the detail, the organisation too, and the icon.
_SIZES = (("huge", "display", 3), ("title", "display", 2), ("heading", "heading", 2), ("heading", "heading", 1))


class VerdictPanel(QObject):
    """Shows faces; F7 shows and hides the note about the person."""

    def __init__(self, ui: Ui_CheckInPage, page: QWidget) -> None:
        super().__init__(page)
        self._ui, self._page = ui, page
        self._face = Face("idle", "")
        self._soon = single_shot(self, 0, self._fit)
        ui.verdict_frame.installEventFilter(self)
        ui.note_card.hide()
        ui.note_button.toggled.connect(self._on_note_toggled)

    def show(self, face: Face, *, overridable: bool = False) -> None:
        """Show a face in place of the one before."""
        ui = self._ui
        self._face = face
        ui.override_button.setVisible(overridable)
        ui.note_label.setText(face.note)
        ui.note_button.setVisible(bool(face.note))
        self.hide_note()
        ui.stack.setCurrentWidget(ui.verdict_page)
        set_look(ui.verdict_frame, "light", face.light)
        icons.change(ui.verdict_icon, face.icon, face.ink)
        self._fit()

    def tell(self, face: Face) -> None:
        """Say a face to those who do not look, and beep at what is not green."""
        announce(self._page, face.spoken)
        if face.light in ("amber", "red"):
            QApplication.beep()

    def hide_note(self) -> None:
        """Nobody needs the note any longer."""
        self._ui.note_button.setChecked(False)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.StyleChange):
            self._soon.start()
        return False

    def _fit(self) -> None:
        """Smaller where there is little room, then without what the desk needs least; the name is always whole.

        The window need not be higher than for the smallest, whatever is shown when the text becomes larger.
        """
        frame = self._ui.verdict_frame
        frame.setMinimumHeight(self._arrange(*_SIZES[-1]))
        for size in _SIZES:
            if self._arrange(*size) <= frame.height():
                break
        # To be measured, a layout forgets that it still has to place what it holds.
        self._ui.layout_4.invalidate()
        self._ui.layout_4.activate()

    def _arrange(self, word: str, name: str, extras: int) -> int:
        """Lay the face out in these looks; how high it is then."""
        ui, face = self._ui, self._face
        for label, words, look in (
            (ui.word_label, face.word, word),
            (ui.name_label, face.name, name),
            (ui.organisation_label, face.organisation if extras > 1 else "", "heading-plain"),
            (ui.detail_label, face.detail, "heading-plain"),
        ):
            label.setText(words)
            label.setVisible(bool(words))
            set_look(label, "look", look)
        ui.verdict_icon.setVisible(extras > 2)
        ui.layout_4.invalidate()
        return ui.layout_4.totalHeightForWidth(ui.verdict_frame.width())

    def _on_note_toggled(self, wanted: bool) -> None:
        self._ui.note_card.setVisible(wanted)
        if wanted:
            announce(self._page, self._ui.note_label.text())
