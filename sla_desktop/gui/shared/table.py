"""A table of records: columns as data, sorting by value, filtering by words."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from sla_desktop.domain.text import fold
from sla_desktop.gui.shared.chips import CHIP_ROLE, Chip, ChipDelegate

R = TypeVar("R")
Index = QModelIndex | QPersistentModelIndex
RECORD_ROLE = Qt.ItemDataRole.UserRole
NOWHERE = QModelIndex()
_MEASURED_ROWS = 200
_LEAST_LETTERS = 11


@dataclass(frozen=True)
class Column(Generic[R]):
    """A column: its heading, its text, and if need be what it sorts by and a chip shown instead of plain text.

    It is as wide as its text, up to `most` letters, or stretches.
    """

    title: str
    text: Callable[[R], str]
    sort: Callable[[R], Any] | None = None
    chip: Callable[[R], Chip] | None = None
    stretch: bool = False
    most: int = 36

    def value(self, record: R) -> Any:
        """What a record sorts by."""
        return self.sort(record) if self.sort else fold(self.text(record))


class RecordTable(QAbstractTableModel, Generic[R]):
    """Records as rows, sorted by a column's value and filtered by words. The record itself is in RECORD_ROLE.

    It sorts and filters by itself: a proxy model would ask for each cell of thousands of rows through Qt.
    """

    def __init__(
        self, columns: Sequence[Column[R]], key: Callable[[R], object], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self._key = key
        self.records: list[R] = []
        self._sorted: list[R] = []
        self._rows: list[R] = []
        self._texts: dict[int, str] = {}
        self._words: tuple[str, ...] = ()
        self._keep: Callable[[R], bool] = lambda _record: True
        self._order: tuple[int, bool] | None = None

    def show(self, records: Sequence[R]) -> None:
        """Show these records; when they are the same rows as before, the selection and the scroll place stay."""
        self.records = list(records)
        self._texts.clear()
        self._sort()

    def show_only(self, text: str, keep: Callable[[R], bool] = lambda _record: True) -> None:
        """Keep the rows with all words of the text, whatever case or accents, whose record passes `keep`."""
        self._words, self._keep = tuple(fold(text).split()), keep
        self._arrange()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].title
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        record, column = self._rows[index.row()], self.columns[index.column()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return column.chip(record).word if column.chip else column.text(record)
        if role == RECORD_ROLE:
            return record
        if role == CHIP_ROLE:
            return column.chip(record) if column.chip else None
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column; later records are put in the same order."""
        self._order = (column, order == Qt.SortOrder.DescendingOrder) if column >= 0 else None
        self._sort()

    def _sort(self) -> None:
        self._sorted = list(self.records)
        if self._order is not None:
            column, backwards = self._order
            self._sorted.sort(key=self.columns[column].value, reverse=backwards)
        self._arrange()

    def _arrange(self) -> None:
        """Filter anew; Qt hears of a reset only when other rows show."""
        rows = [record for record in self._sorted if self._keep(record) and self._has_words(record)]
        if [self._key(record) for record in rows] == [self._key(record) for record in self._rows]:
            self._rows = rows
            if rows:
                self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, len(self.columns) - 1))
            return
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def _has_words(self, record: R) -> bool:
        if not self._words:
            return True
        text = self._texts.get(id(record))
        if text is None:
            shown = (column.chip(record).word if column.chip else column.text(record) for column in self.columns)
            text = self._texts[id(record)] = fold(" ".join(shown))
        return all(word in text for word in self._words)


def dress_table(view: QTableView, model: RecordTable[Any]) -> None:
    """Show a model in a table view, sorted by its first column, in the program's way."""
    view.setModel(model)
    view.setSortingEnabled(True)
    view.setShowGrid(False)
    view.setWordWrap(False)
    view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    view.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.setTabKeyNavigation(False)
    view.verticalHeader().hide()
    view.setItemDelegate(ChipDelegate(view))
    header = view.horizontalHeader()
    header.setHighlightSections(False)
    header.setResizeContentsPrecision(_MEASURED_ROWS)
    for section, column in enumerate(model.columns):
        if column.stretch:
            header.setSectionResizeMode(section, QHeaderView.ResizeMode.Stretch)
    view.sortByColumn(0, Qt.SortOrder.AscendingOrder)


def fit_columns(view: QTableView, model: RecordTable[Any]) -> None:
    """Make rows and columns as large as their text asks for; columns that stretch share the rest."""
    letter = view.fontMetrics().averageCharWidth()
    view.verticalHeader().setDefaultSectionSize(round(view.fontMetrics().height() * 2.3))
    view.horizontalHeader().setMinimumSectionSize(letter * _LEAST_LETTERS)
    for section, column in enumerate(model.columns):
        if not column.stretch:
            view.resizeColumnToContents(section)
            view.setColumnWidth(section, min(view.columnWidth(section), letter * column.most))
