"""A list whose rows have a title, a quieter line, and a chip: people found, arrivals, events."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from sla_desktop.gui.shared import icons, tokens
from sla_desktop.gui.shared.chips import Chip, chip_width, paint_chip

R = TypeVar("R")
Index = QModelIndex | QPersistentModelIndex
ROW_ROLE = Qt.ItemDataRole.UserRole + 3
NOWHERE = QModelIndex()
_PAD = 12.0


@dataclass(frozen=True)
class Row:
    """How a record looks in a list. `lead` is a short text or icon name before it."""

    title: str
    line: str = ""
    chip: Chip | None = None
    lead: str = ""
    icon: str = ""

    @property
    def spoken(self) -> str:
        """The row in words."""
        return ", ".join(
            part for part in (self.lead, self.title, self.line, self.chip.word if self.chip else "") if part
        )


class RowList(QAbstractListModel, Generic[R]):
    """Records as rows."""

    def __init__(self, row_of: Callable[[R], Row], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._row_of = row_of
        self.records: list[R] = []
        self.has_lines = False

    def show(self, records: Sequence[R]) -> None:
        """Show these records."""
        if list(records) == self.records:
            return
        self.beginResetModel()
        self.records = list(records)
        # All rows are as high as the highest: a list of thousands asks only for the first one's height.
        self.has_lines = any(self._row_of(record).line for record in records)
        self.endResetModel()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.records)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self.records):
            return None
        row = self._row_of(self.records[index.row()])
        if role == ROW_ROLE:
            return row
        return row.spoken if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole) else None


class RowDelegate(QStyledItemDelegate):
    """Draws rows with the title at `scale` times the text size; the quieter line is cut, or `wrapped`."""

    def __init__(self, view: QListView, scale: float = 1.0, *, wrapped: bool = False) -> None:
        super().__init__(view)
        self._view, self._scale, self._wrapped = view, scale, wrapped

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        model, row = index.model(), index.data(ROW_ROLE)
        lines = self._title_metrics(option).height()
        if isinstance(model, RowList) and model.has_lines:
            beside = chip_width(row.chip, QFontMetricsF(option.font)) + _PAD if row.chip else 0
            lines += self._line_height(option, row, self._view.viewport().width() - 2 * _PAD - beside) + 2
        return QSize(120, round(lines + 2 * _PAD * 0.75))

    def _line_height(self, option: QStyleOptionViewItem, row: Row, width: float) -> float:
        metrics = QFontMetricsF(option.font)
        if not self._wrapped:
            return metrics.height()
        return metrics.boundingRect(QRectF(0, 0, width, 10_000), _WRAPPED, row.line).height()

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: Row = index.data(ROW_ROLE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, option)
        place = QRectF(option.rect).adjusted(_PAD, 0, -_PAD, 0)
        self._paint_chip(painter, option, row, place)
        self._paint_lead(painter, option, row, place)
        self._paint_words(painter, option, row, place)
        painter.restore()

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        colours, place = tokens.current(), QRectF(option.rect)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.accent_soft))
            painter.drawRoundedRect(place.adjusted(2, 1, -2, -2), 8, 8)
            painter.setBrush(QColor(colours.accent))
            painter.drawRoundedRect(QRectF(place.left() + 2, place.top() + 8, 4, place.height() - 17), 2, 2)
        painter.setPen(QColor(colours.border))
        painter.drawLine(place.bottomLeft() + QPointF(_PAD, -0.5), place.bottomRight() + QPointF(-_PAD, -0.5))

    def _paint_chip(self, painter: QPainter, option: QStyleOptionViewItem, row: Row, place: QRectF) -> None:
        if row.chip is None:
            return
        painter.setFont(option.font)
        width = chip_width(row.chip, QFontMetricsF(option.font))
        paint_chip(painter, row.chip, QPointF(place.right() - width, place.center().y()))
        place.setRight(place.right() - width - _PAD)

    def _paint_lead(self, painter: QPainter, option: QStyleOptionViewItem, row: Row, place: QRectF) -> None:
        metrics = QFontMetricsF(option.font)
        if row.icon:
            side = metrics.height() * 1.2
            colour = tokens.current().muted
            icons.paint(painter, row.icon, colour, QRectF(place.left(), place.center().y() - side / 2, side, side))
            place.setLeft(place.left() + side + _PAD)
        if row.lead:
            painter.setFont(option.font)
            painter.setPen(QColor(tokens.current().muted))
            width = metrics.horizontalAdvance("00:00")
            painter.drawText(QRectF(place.left(), place.top(), width, place.height()), _MIDDLE_LEFT, row.lead)
            place.setLeft(place.left() + width + _PAD)

    def _paint_words(self, painter: QPainter, option: QStyleOptionViewItem, row: Row, place: QRectF) -> None:
        colours, title, line = tokens.current(), self._title_metrics(option), QFontMetricsF(option.font)
        line_height = self._line_height(option, row, place.width())
        high = title.height() + (line_height + 2 if row.line else 0)
        top = place.center().y() - high / 2
        painter.setPen(QColor(colours.text))
        painter.setFont(_title_font(option.font, self._scale))
        words = title.elidedText(row.title, Qt.TextElideMode.ElideRight, place.width())
        painter.drawText(QRectF(place.left(), top, place.width(), title.height()), _MIDDLE_LEFT, words)
        if row.line:
            painter.setPen(QColor(colours.muted))
            painter.setFont(option.font)
            words = line.elidedText(row.line, Qt.TextElideMode.ElideRight, place.width())
            below = QRectF(place.left(), top + title.height() + 2, place.width(), line_height)
            painter.drawText(below, _WRAPPED if self._wrapped else _MIDDLE_LEFT, row.line if self._wrapped else words)

    def _title_metrics(self, option: QStyleOptionViewItem) -> QFontMetricsF:
        return QFontMetricsF(_title_font(option.font, self._scale))


def dress_list(view: QListView, model: RowList[Any], scale: float = 1.0, *, wrapped: bool = False) -> None:
    """Show rows in a list view in the program's way; short lists may have their lines `wrapped`."""
    view.setModel(model)
    view.setItemDelegate(RowDelegate(view, scale, wrapped=wrapped))
    view.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
    view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
    view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    view.setUniformItemSizes(not wrapped)
    view.setResizeMode(QListView.ResizeMode.Adjust if wrapped else QListView.ResizeMode.Fixed)


_MIDDLE_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_WRAPPED = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap


def _title_font(font: QFont, scale: float) -> QFont:
    result = QFont(font)
    result.setPointSizeF(font.pointSizeF() * scale)
    result.setWeight(QFont.Weight.DemiBold)
    return result
