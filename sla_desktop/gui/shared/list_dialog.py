"""A window with a list that takes a while to load, a line that filters it, and perhaps something to do about it."""

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QWidget

from sla_desktop.domain.text import fold
from sla_desktop.gui.forms.ui_list_dialog import Ui_ListDialog
from sla_desktop.gui.shared import icons
from sla_desktop.gui.shared.jobs import Jobs
from sla_desktop.gui.shared.layouts import fit
from sla_desktop.gui.shared.rows import Row, RowList, dress_list

T = TypeVar("T")


class ListDialog(QDialog, Generic[T]):
    """`load` runs away from the UI thread. `chosen_changed` tells that another record, or none, is chosen."""

    chosen_changed = Signal()

    def __init__(
        self,
        parent: QWidget,
        title: str,
        hint: str,
        load: Callable[[], Sequence[T]],
        row: Callable[[T], Row],
        *,
        wrapped: bool = False,
    ) -> None:
        super().__init__(parent)
        self.ui = Ui_ListDialog()
        self.ui.setupUi(self)  # type: ignore[no-untyped-call]
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.ui.heading_label.setText(title)
        self.ui.hint_label.setText(hint)
        self._load, self._row, self._found = load, row, tuple[T, ...]()
        self._spoken: list[str] = []
        self._jobs = Jobs(self)
        self.rows = RowList[T](row, self)
        dress_list(self.ui.records_list, self.rows, wrapped=wrapped)
        self.ui.records_list.setAccessibleName(title)
        self.ui.records_list.selectionModel().currentChanged.connect(lambda *_: self.chosen_changed.emit())
        self.ui.find_edit.textChanged.connect(self._show)
        self.ui.close_button.clicked.connect(self.accept)
        self.ui.act_button.hide()
        self.finished.connect(self._jobs.close)
        icons.dress(self)
        fit(self)

    @property
    def chosen(self) -> T | None:
        """The record that is chosen in the list."""
        index = self.ui.records_list.currentIndex()
        return self.rows.records[index.row()] if index.isValid() else None

    def offer(self, words: str, act: Callable[[], None]) -> None:
        """Show a button that does something about what is listed; it can be pressed once there is something."""
        self.ui.act_button.setText(words)
        self.ui.act_button.clicked.connect(act)
        self.ui.act_button.setEnabled(False)
        self.ui.act_button.show()

    def load(self) -> None:
        """Look, and show what was found."""
        job = self._jobs.prepare(lambda _report: self._load())
        job.succeeded.connect(self._on_loaded)
        job.failed.connect(self.ui.banner.fail)
        self.ui.work_box.follow(job, "Looking")
        self.ui.work_box.stop_button.hide()
        self._jobs.start(job)

    def _on_loaded(self, found: Sequence[T]) -> None:
        self._found = tuple(found)
        self._spoken = [fold(self._row(one).spoken) for one in self._found]
        self.ui.act_button.setEnabled(bool(found))
        self._show()

    def _show(self) -> None:
        wanted = fold(self.ui.find_edit.text())
        fitting = [one for one, spoken in zip(self._found, self._spoken, strict=True) if wanted in spoken]
        self.rows.show(fitting)
        if fitting and self.chosen is None:
            self.ui.records_list.setCurrentIndex(self.rows.index(0))
        self.chosen_changed.emit()
        told = f"{len(fitting)} of {len(self._found)}" if wanted else f"{len(self._found)} in all"
        self.ui.count_label.setText(told if self._found else "Nothing here.")
