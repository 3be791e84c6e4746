"""Pictures of who meets whom: everybody against everybody, and values of one attribute against each other."""

from PySide6.QtCore import QAbstractTableModel, QEvent, QModelIndex, QPersistentModelIndex, QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QHelpEvent, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QHeaderView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QToolTip,
    QWidget,
)

from sla_desktop.gui.shared import tokens
from sla_desktop.gui.shared.banner import announce
from sla_desktop.services.group_quality import Between, ContactMap

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
_STATES = ("do not meet", "meet for the first time", "meet again", "met before and do not meet")
_AGAIN = 2
_SIDE = 360
_SMALLEST_RING = 9.0
_STEPS = {Qt.Key.Key_Left: (0, -1), Qt.Key.Key_Right: (0, 1), Qt.Key.Key_Up: (-1, 0), Qt.Key.Key_Down: (1, 0)}


class ContactMapView(QWidget):
    """A square with a cell for each pair. Arrow keys go from pair to pair, and what they say is spoken."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._map = ContactMap((), b"")
        self._at = (0, 0)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName("Who meets whom, person by person")

    def show_map(self, contacts: ContactMap) -> None:
        """Show these pairs."""
        self._map, self._at = contacts, (0, 0)
        counts = [contacts.cells.count(state) // 2 for state in range(len(_STATES))]
        told = ", ".join(f"{count:,} pairs {words}" for count, words in zip(counts[1:], _STATES[1:], strict=True))
        self.setAccessibleDescription(told)
        self.updateGeometry()
        self.update()

    @property
    def pair(self) -> str:
        """The pair that the cursor is on, in words."""
        return self._told(*self._at)

    def sizeHint(self) -> QSize:
        side = max(_SIDE, len(self._map.names)) + 2
        return QSize(side, side)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        if step is None or not self._map.names:
            super().keyPressEvent(event)
            return
        last = len(self._map.names) - 1
        row, column = (min(last, max(0, at + change)) for at, change in zip(self._at, step, strict=True))
        self._go(row, column)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._go(*self._cell(event.position().toPoint()))

    def event(self, event: QEvent) -> bool:
        """Say the pair under the pointer."""
        if isinstance(event, QHelpEvent) and self._map.names:
            QToolTip.showText(event.globalPos(), self._told(*self._cell(event.pos())), self)
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        count, colours = len(self._map.names), tokens.current()
        if not count:
            return
        painter, place = QPainter(self), QRectF(1, 1, self.width() - 2, self.height() - 2)
        painter.drawImage(place, self._image())
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(colours.text), 1.2))
        ring = max(place.width() / count, _SMALLEST_RING) / 2
        for at in (at for at, state in enumerate(self._map.cells) if state == _AGAIN):
            painter.drawEllipse(self._box(*divmod(at, count)).center(), ring, ring)
        painter.setPen(QPen(QColor(colours.accent if self.hasFocus() else colours.control), 1))
        painter.drawRect(place)
        if self.hasFocus():
            painter.setPen(QPen(QColor(colours.text), 2))
            painter.drawRect(self._box(*self._at).adjusted(-1, -1, 1, 1))

    def _image(self) -> QImage:
        count, colours = len(self._map.names), tokens.current()
        image = QImage(self._map.cells, count, count, count, QImage.Format.Format_Indexed8)
        shades = (colours.surface, colours.accent, colours.bad_fill, colours.border)
        image.setColorTable([QColor(shade).rgb() for shade in shades])
        return image.copy()

    def _box(self, row: int, column: int) -> QRectF:
        side = (self.width() - 2) / len(self._map.names)
        return QRectF(1 + column * side, 1 + row * side, side, side)

    def _cell(self, at: QPoint) -> tuple[int, int]:
        count = len(self._map.names)
        row, column = (min(count - 1, max(0, value * count // self.width())) for value in (at.y(), at.x()))
        return row, column

    def _go(self, row: int, column: int) -> None:
        if self._map.names:
            self._at = (row, column)
            self.update()
            announce(self, self.pair)

    def _told(self, row: int, column: int) -> str:
        names = self._map.names
        if not names:
            return ""
        if row == column:
            return names[row]
        return f"{names[row]} and {names[column]} {_STATES[self._map.cells[row * len(names) + column]]}"


class BetweenModel(QAbstractTableModel):
    """How many pairs of two values meet, of how many."""

    def __init__(self) -> None:
        super().__init__()
        self._shown = Between((), (), ())

    def show(self, between: Between) -> None:
        """Show these."""
        self.beginResetModel()
        self._shown = between
        self.endResetModel()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._shown.values)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return self.rowCount(parent)

    def height(self, index: Index) -> float:
        """The share of pairs that meet beside the largest of all shares, 0 to 1."""
        places = range(len(self._shown.values))
        return self.share(index) / (max(self.share(self.index(i, j)) for i in places for j in places) or 1.0)

    def share(self, index: Index) -> float:
        """The share of pairs that meet, 0 to 1."""
        possible = self._shown.possible[index.row()][index.column()]
        return self._shown.met[index.row()][index.column()] / possible if possible else 0.0

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        if not index.isValid():
            return None
        row, column = index.row(), index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{self.share(index):.0%}" if self._shown.possible[row][column] else "–"
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            one, other = self._shown.values[row], self._shown.values[column]
            met, possible = self._shown.met[row][column], self._shown.possible[row][column]
            return f"{one} with {other}: {met:,} of {possible:,} pairs meet"
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | None:
        if role == Qt.ItemDataRole.DisplayRole:
            down = orientation == Qt.Orientation.Vertical
            return f"{section + 1}  {self._shown.values[section]}" if down else str(section + 1)
        spoken = role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole)
        return self._shown.values[section] if spoken else None


class ShadeDelegate(QStyledItemDelegate):
    """Draws a share as a bar that fills its cell from below, and as a number."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model, colours, place = index.model(), tokens.current(), QRectF(option.rect)
        assert isinstance(model, BetweenModel)
        painter.save()
        painter.fillRect(place, QColor(colours.surface))
        high = place.height() * model.height(index)
        painter.fillRect(
            QRectF(place.left(), place.bottom() - high, place.width(), high), QColor(colours.accent_soft)
        )
        painter.setPen(QColor(colours.text))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, index.data())
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(colours.accent), 2))
            painter.drawRect(place.adjusted(1, 1, -2, -2))
        painter.restore()


class BetweenView(QTableView):
    """Who meets whom by one attribute, as a table of shares."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.meetings = BetweenModel()
        self.setModel(self.meetings)
        self.setItemDelegate(ShadeDelegate(self))
        self.setAccessibleName("Who meets whom, by what they have in common")
        self.setEditTriggers(QTableView.EditTrigger.NoEditTriggers)
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setTextElideMode(Qt.TextElideMode.ElideRight)

    def show_between(self, between: Between) -> None:
        """Show this attribute, with all rows to be seen at once."""
        self.meetings.show(between)
        line, letter = self.fontMetrics().height(), self.fontMetrics().averageCharWidth()
        self.horizontalHeader().setDefaultSectionSize(letter * 7)
        self.verticalHeader().setDefaultSectionSize(round(line * 1.8))
        self.verticalHeader().setMaximumWidth(letter * 34)
        high = sum(self.rowHeight(row) for row in range(self.meetings.rowCount()))
        bar = self.horizontalScrollBar().sizeHint().height()
        self.setFixedHeight(high + self.horizontalHeader().sizeHint().height() + bar + 4)
