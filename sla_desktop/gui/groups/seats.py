"""The people of one table as a list: chosen, dragged or moved by keys to another table, and locked."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from uuid import UUID

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QMimeData,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFocusEvent,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QResizeEvent,
)
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from sla_desktop.domain.ids import RegistrationId
from sla_desktop.gui.shared import icons, tokens

SEAT = "application/x-sla-seat"
ROW_ROLE = Qt.ItemDataRole.UserRole + 4
Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
_PAD = 6
_WRAPPED = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute


@dataclass(frozen=True)
class SeatRow:
    """Somebody at a table: whom of the others there they meet again, and whether they stay where they are."""

    id: RegistrationId
    name: str
    organisation: str
    again: int = 0
    locked: bool = False

    @property
    def remark(self) -> str:
        """What is to be said beside the name."""
        return f"meets {self.again} again" if self.again else ""

    @property
    def spoken(self) -> str:
        """The row in words."""
        parts = (self.name, self.organisation, self.remark, "locked" if self.locked else "")
        return ", ".join(part for part in parts if part)


class SeatModel(QAbstractListModel):
    """The people of one table."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: tuple[SeatRow, ...] = ()

    def show(self, rows: Sequence[SeatRow]) -> None:
        """Show these people."""
        if tuple(rows) != self.rows:
            self.beginResetModel()
            self.rows = tuple(rows)
            self.endResetModel()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> SeatRow | str | None:
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role == ROW_ROLE:
            return row
        return row.spoken if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole) else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        usual = super().flags(index)
        locked = index.isValid() and self.rows[index.row()].locked
        return usual if locked else usual | Qt.ItemFlag.ItemIsDragEnabled

    def mimeTypes(self) -> list[str]:
        return [SEAT]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        carried = QMimeData()
        carried.setData(SEAT, self.rows[indexes[0].row()].id.bytes)
        return carried


class SeatDelegate(QStyledItemDelegate):
    """Draws a name, under it the organisation and a remark, all of it wrapped so that nothing is cut."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        view = self.parent()
        assert isinstance(view, SeatView)
        return QSize(60, view.heights[index.row()])

    def heights(self, view: QListView, rows: Sequence[SeatRow]) -> list[int]:
        """How high each row is, in pixels."""
        width = view.viewport().width() - 2 * _PAD
        return [sum(box.height() for _, box, _ in self._lines(view, row, width)) + _PAD for row in rows]

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        view, row, colours = self.parent(), index.data(ROW_ROLE), tokens.current()
        assert isinstance(view, QListView)
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QColor(colours.accent if view.hasFocus() else colours.control))
            painter.setBrush(QColor(colours.accent_soft))
            painter.drawRoundedRect(option.rect.adjusted(1, 1, -1, -1), 6, 6)
        top = option.rect.top() + _PAD // 2
        for words, box, colour in self._lines(view, row, option.rect.width() - 2 * _PAD):
            painter.setPen(QColor(colour))
            painter.drawText(box.translated(option.rect.left() + _PAD, top), _WRAPPED, words)
            top += box.height()
        if row.locked:
            side = view.fontMetrics().height()
            place = QRect(option.rect.right() - side - 2, option.rect.top() + _PAD // 2, side, side)
            icons.paint(painter, "lock", colours.muted, place.toRectF())
        painter.restore()

    def _lines(self, view: QWidget, row: SeatRow, width: int) -> list[tuple[str, QRect, str]]:
        """Words, their box from 0, and their colour."""
        colours, metrics = tokens.current(), view.fontMetrics()
        less = metrics.height() if row.locked else 0
        told = [(row.name, colours.text, less), (row.organisation, colours.muted, 0), (row.remark, colours.warn, 0)]
        font = view.font().toString()
        return [(words, _box(font, words, width - cut), colour) for words, colour, cut in told if words]


class SeatView(QListView):
    """A table's people, as high as they need. Other tables' people can be dropped on it."""

    chosen = Signal(object)
    carried = Signal(object, object)
    hovered = Signal(object)
    stepped = Signal(object, int)
    entered_row = Signal()
    lock_wished = Signal(object)
    refit_wished = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.seats = SeatModel()
        self.heights: list[int] = []
        self.setModel(self.seats)
        self.setItemDelegate(SeatDelegate(self))
        self.setProperty("look", "seats")
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setDragDropMode(QListView.DragDropMode.DragDrop)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.selectionModel().currentChanged.connect(self._on_current_changed)

    @property
    def person(self) -> RegistrationId | None:
        """Who is chosen."""
        row = self.currentIndex().row()
        return self.seats.rows[row].id if 0 <= row < len(self.seats.rows) else None

    def show_rows(self, rows: Sequence[SeatRow]) -> None:
        """Show these people, and take the height that they need; who is chosen stays so."""
        chosen = self.person
        self._measure(rows)
        self.seats.show(rows)
        if chosen is not None:
            self.choose(chosen)
        self.setFixedHeight(sum(self.heights) + self.fontMetrics().height())

    def refit(self) -> None:
        """Take the height that the same people need in another width or letter."""
        self._measure(self.seats.rows)
        self.scheduleDelayedItemsLayout()
        self.setFixedHeight(sum(self.heights) + self.fontMetrics().height())

    def choose(self, person: RegistrationId) -> bool:
        """Choose somebody who sits here; says whether they do."""
        place = next((i for i, row in enumerate(self.seats.rows) if row.id == person), None)
        if place is not None:
            self.setCurrentIndex(self.seats.index(place))
        return place is not None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        key, person = Qt.Key(event.key()), self.person
        if key in steps and event.modifiers() & Qt.KeyboardModifier.AltModifier and person is not None:
            self.stepped.emit(person, steps[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and person is not None:
            self.entered_row.emit()
        elif key == Qt.Key.Key_Space and person is not None:
            self.lock_wished.emit(person)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self.person is None and self.seats.rows:
            self.setCurrentIndex(self.seats.index(0))
        elif self.person is not None:
            self.chosen.emit(self.person)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasFormat(SEAT) and event.source() is not self:
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        if event.mimeData().hasFormat(SEAT) and event.source() is not self:
            self.hovered.emit(person_in(event.mimeData()))
            event.acceptProposedAction()
        else:
            event.ignore()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self.hovered.emit(None)

    def dropEvent(self, event: QDropEvent) -> None:
        """Somebody dropped on a person changes places with them; beside the names they join the table."""
        place = self.indexAt(event.position().toPoint())
        other = self.seats.rows[place.row()].id if place.isValid() else None
        event.acceptProposedAction()
        self.carried.emit(person_in(event.mimeData()), other)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.refit_wished.emit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.refit_wished.emit()

    def _measure(self, rows: Sequence[SeatRow]) -> None:
        delegate = self.itemDelegate()
        assert isinstance(delegate, SeatDelegate)
        self.heights = delegate.heights(self, rows)

    def _on_current_changed(self, now: Index) -> None:
        if now.isValid() and self.hasFocus():
            self.chosen.emit(self.seats.rows[now.row()].id)


def person_in(carried: QMimeData) -> RegistrationId:
    """Who is being dragged."""
    return RegistrationId(UUID(bytes=bytes(carried.data(SEAT).data())))


@lru_cache(10_000)
def _box(font: str, words: str, width: int) -> QRect:
    """The room that words take; remembered, since hundreds of names show at once."""
    known = QFont()
    known.fromString(font)
    return QFontMetrics(known).boundingRect(QRect(0, 0, max(width, 40), 10_000), _WRAPPED, words)
