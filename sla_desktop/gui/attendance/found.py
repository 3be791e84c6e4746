"""The list of people whom the search box finds."""

from PySide6.QtCore import QModelIndex, QObject

from sla_desktop.domain.roles import Role
from sla_desktop.domain.text import fold
from sla_desktop.gui.attendance import model
from sla_desktop.gui.forms.ui_check_in_page import Ui_CheckInPage
from sla_desktop.gui.shared.rows import RowList, dress_list
from sla_desktop.services.people import Attendee
from sla_desktop.services.search import Index

_LIMIT = 30
_HINT = "Enter checks in the highlighted person."
_CHOOSE = "Choose one with the arrow keys; Enter then checks them in."


class Found:
    """Shows who is found. The first is highlighted; where others are called the same, somebody has to choose."""

    def __init__(self, ui: Ui_CheckInPage, role: Role, zone: str, parent: QObject) -> None:
        self._ui, self._role, self._text = ui, role, ""
        self.rows = RowList[Attendee](lambda person: model.found_row(person, zone, ui.search_edit.text()), parent)
        dress_list(ui.results_list, self.rows, scale=1.25)

    @property
    def highlighted(self) -> Attendee | None:
        """Who is checked in by Enter."""
        at = self._ui.results_list.currentIndex()
        return self.rows.records[at.row()] if self._shown and at.isValid() else None

    @property
    def choice_words(self) -> str:
        """Why Enter checks in nobody of those who are shown."""
        if not self._shown:
            return ""
        return f"{self._namesakes} people are called {self.rows.records[0].name}. Choose one with the arrow keys."

    def show(self, index: Index, text: str) -> None:
        """Find people by a text; whoever was highlighted for the same text stays so."""
        kept = self.highlighted if text == self._text else None
        self._text = text
        found = index.find(text, limit=_LIMIT) if self._role.browses else index.find_for_steward(text)
        self.rows.show(found)
        self._ui.stack.setCurrentWidget(self._ui.results_page if found else self._ui.nobody_page)
        heading, advice = model.nobody_words(text, self._role)
        self._ui.nobody_page_heading.setText(heading)
        self._ui.nobody_page_text.setText(advice)
        # A steward's few letters find nobody of those who may well be on the list.
        self._ui.nobody_walk_in_button.setHidden(not found and bool(index.find(text, limit=1)))
        self._highlight(kept)

    @property
    def _shown(self) -> bool:
        return self._ui.stack.currentWidget() is self._ui.results_page

    @property
    def _namesakes(self) -> int:
        return len([one for one in self.rows.records if fold(one.name) == fold(self.rows.records[0].name)])

    def _highlight(self, kept: Attendee | None) -> None:
        places = [at for at, one in enumerate(self.rows.records) if kept and one.id == kept.id]
        if not places and self.rows.records and self._namesakes == 1:
            places = [0]
        self._ui.results_list.setCurrentIndex(self.rows.index(places[0], 0) if places else QModelIndex())
        self._ui.results_hint.setText(_HINT if places else _CHOOSE)
