"""A table of records: columns as data, sorting by value, filtering by words."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
)
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from sla_desktop.domain.text import fold
from sla_desktop.gui.shared.chips import CHIP_ROLE, Chip, ChipDelegate

R = TypeVar("R")
Index = QModelIndex | QPersistentModelIndex
RECORD_ROLE = Qt.ItemDataRole.UserRole
SORT_ROLE = Qt.ItemDataRole.UserRole + 1
NOWHERE = QModelIndex()
_MEASURED_ROWS = 60


@dataclass(frozen=True)
class Column(Generic[R]):
    """A column: its heading, its text, and if need be what it sorts by and a chip shown instead of plain text."""

    title: str
    text: Callable[[R], str]
    sort: Callable[[R], Any] | None = None
    chip: Callable[[R], Chip] | None = None
    stretch: bool = False


class RecordTable(QAbstractTableModel, Generic[R]):
    """Records as rows. The record itself is in RECORD_ROLE."""

    def __init__(
        self, columns: Sequence[Column[R]], key: Callable[[R], object], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self._key = key
        self.records: list[R] = []

    def show(self, records: Sequence[R]) -> None:
        """Show these records; when they are the same ones as before, the selection and the scroll place stay."""
        fresh = list(records)
        if [self._key(record) for record in fresh] == [self._key(record) for record in self.records]:
            self.records = fresh
            if fresh:
                self.dataChanged.emit(self.index(0, 0), self.index(len(fresh) - 1, len(self.columns) - 1))
            return
        self.beginResetModel()
        self.records = fresh
        self.endResetModel()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.records)

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
        if not index.isValid() or index.row() >= len(self.records):
            return None
        record, column = self.records[index.row()], self.columns[index.column()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return column.chip(record).word if column.chip else column.text(record)
        if role == RECORD_ROLE:
            return record
        if role == SORT_ROLE:
            return column.sort(record) if column.sort else fold(column.text(record))
        if role == CHIP_ROLE:
            return column.chip(record) if column.chip else None
        return None


class WordFilter(QSortFilterProxyModel):
    """Sorts by SORT_ROLE and keeps rows that hold every typed word, whatever the case or accents."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words: tuple[str, ...] = ()
        self._keep: Callable[[Any], bool] = lambda _record: True
        self.setSortRole(SORT_ROLE)

    def show_only(self, text: str, keep: Callable[[Any], bool] = lambda _record: True) -> None:
        """Keep the rows with all words of the text whose record passes `keep`."""
        self.beginFilterChange()
        self._words, self._keep = tuple(fold(text).split()), keep
        self.endFilterChange()

    def filterAcceptsRow(self, source_row: int, source_parent: Index) -> bool:
        model = self.sourceModel()
        record = model.index(source_row, 0, source_parent).data(RECORD_ROLE)
        if not self._keep(record):
            return False
        if not self._words:
            return True
        cells = (model.index(source_row, column, source_parent).data() for column in range(model.columnCount()))
        text = fold(" ".join(str(cell) for cell in cells))
        return all(word in text for word in self._words)

    def lessThan(self, source_left: Index, source_right: Index) -> bool:
        return bool(source_left.data(SORT_ROLE) < source_right.data(SORT_ROLE))


def dress_table(view: QTableView, model: RecordTable[Any]) -> WordFilter:
    """Show a model in a table view, sorted and filtered, in the program's way; the filter is returned."""
    proxy = WordFilter(view)
    proxy.setSourceModel(model)
    view.setModel(proxy)
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
    return proxy


def fit_columns(view: QTableView, model: RecordTable[Any]) -> None:
    """Make rows and columns as large as their text asks for; columns that stretch share the rest."""
    view.verticalHeader().setDefaultSectionSize(round(view.fontMetrics().height() * 2.3))
    view.horizontalHeader().setMinimumSectionSize(view.fontMetrics().averageCharWidth() * 11)
    for section, column in enumerate(model.columns):
        if not column.stretch:
            view.resizeColumnToContents(section)
