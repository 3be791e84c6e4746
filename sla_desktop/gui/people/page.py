"""The People page: everybody registered for the event."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from sla_desktop.domain.events import Event
from sla_desktop.gui.forms.ui_people_page import Ui_PeoplePage
from sla_desktop.gui.people import model
from sla_desktop.gui.people.person_dialog import PersonDialog
from sla_desktop.gui.shared.page import Page
from sla_desktop.gui.shared.prompts import Prompts
from sla_desktop.gui.shared.table import RECORD_ROLE, RecordTable, dress_table, fit_columns
from sla_desktop.services import people, presence
from sla_desktop.services.people import Listed
from sla_desktop.services.presence import Counts
from sla_desktop.storage.store import Store

OpenImport = Callable[[QWidget], None]


class PeoplePage(Page):
    """A table with a filter, the way in for registrations, and the place where details are put right."""

    watches = frozenset({"registration", "member", "affiliation", "organisation", "attendance", "merge"})

    def __init__(self, store: Store, event: Event, open_import: OpenImport, prompts: Prompts) -> None:
        super().__init__()
        self.ui = Ui_PeoplePage()
        self.ui.setupUi(self)  # type: ignore[no-untyped-call]
        self._store, self._event, self._open_import, self._prompts = store, event, open_import, prompts
        self._group, self._counts = model.EVERYONE, Counts(0, 0, 0, 0)
        self.table = RecordTable[Listed](model.columns(event.zone), key=lambda person: person.id, parent=self)
        dress_table(self.ui.people_table, self.table)
        self.ui.find_edit.textChanged.connect(self._on_filter_changed)
        self.ui.find_edit.returnPressed.connect(self._go_to_first)
        for group in (model.EVERYONE, model.HERE, model.EXPECTED, model.CANCELLED):
            button = getattr(self.ui, f"{group}_button")
            button.clicked.connect(lambda _checked, chosen=group: self._choose(chosen))
        for button in (self.ui.import_button, self.ui.empty_import_button):
            button.clicked.connect(lambda: self._open_import(self))
        self._connect_editing()

    def refresh(self) -> None:
        """Load the people."""
        selected = self._selected()
        everybody = people.listed(self._store, self._event.id)
        self.table.show(everybody)
        self._counts = presence.counts(self._store, self._event.id)
        self.ui.stack.setCurrentWidget(self.ui.list_page if everybody else self.ui.empty_page)
        for button in (self.ui.import_button, self.ui.edit_button):
            button.setVisible(bool(everybody))
        fit_columns(self.ui.people_table, self.table)
        self._on_filter_changed()
        self._select(selected)

    def focus_search(self) -> None:
        """Put the cursor in the filter."""
        self.ui.find_edit.setFocus()
        self.ui.find_edit.selectAll()

    def say(self, sentence: str) -> None:
        """Show the outcome of an import or a correction."""
        self.ui.banner.say(sentence)

    def edit(self) -> None:
        """Open the selected person's details."""
        selected = self._selected()
        if selected is not None:
            dialog = PersonDialog(self._store, self._event.id, selected.id, self._prompts, self)
            dialog.saved.connect(self.say)
            dialog.open()

    def hideEvent(self, event: QHideEvent) -> None:
        """What an import did was told; whoever comes back has read it."""
        super().hideEvent(event)
        if not event.spontaneous():
            self.ui.banner.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter on a row opens it; Enter or Down in the box goes to the rows."""
        if event.key() == Qt.Key.Key_Down and self.focusWidget() is self.ui.find_edit:
            self._go_to_first()
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.focusWidget() is self.ui.people_table:
            self.edit()
            return
        super().keyPressEvent(event)

    def _go_to_first(self) -> None:
        """Select the first person found, in the table."""
        if self.table.rowCount():
            self.ui.people_table.setFocus()
            self.ui.people_table.setCurrentIndex(self.table.index(0, 0))

    def _connect_editing(self) -> None:
        table = self.ui.people_table
        table.doubleClicked.connect(self.edit)
        table.selectionModel().selectionChanged.connect(self._on_selection_changed)
        # A reset lets the selection go without a word.
        self.table.modelReset.connect(self._on_selection_changed)
        self.ui.edit_button.clicked.connect(self.edit)

    def _on_selection_changed(self) -> None:
        self.ui.edit_button.setEnabled(self._selected() is not None)

    def _selected(self) -> Listed | None:
        rows = self.ui.people_table.selectionModel().selectedRows()
        return rows[0].data(RECORD_ROLE) if rows else None

    def _select(self, person: Listed | None) -> None:
        """Select the row of a person who was selected before other rows came."""
        if person is None:
            return
        rows = (self.table.index(row, 0) for row in range(self.table.rowCount()))
        found = next((index for index in rows if index.data(RECORD_ROLE).id == person.id), None)
        if found is not None:
            self.ui.people_table.setCurrentIndex(found)

    def _choose(self, group: str) -> None:
        self._group = group
        self._on_filter_changed()

    def _on_filter_changed(self) -> None:
        group = self._group
        self.table.show_only(self.ui.find_edit.text(), lambda person: model.belongs(person, group))
        self.ui.subtitle_label.setText(_summary(self._counts, len(self.table.records), self.table.rowCount()))


def _summary(counts: Counts, listed: int, shown: int) -> str:
    if not counts.registered and not listed:
        return "Nobody is registered yet"
    nameless = f" ({counts.erased} without a name: erased)" if counts.erased else ""
    told = f"{counts.registered} registered{nameless}, {counts.inside} here now"
    return told if shown == listed else f"{told}; {shown} shown below"
