"""Buttons in as many lines as their text needs: at 200 % nobody scrolls sideways for the last one."""

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

_GAP = 8


class FlowBox(QWidget):
    """Places its visible children one after another, and goes on in the next line where the width ends."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        """The narrower, the higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of all lines at a width in pixels."""
        return max((place.bottom() + 1 for _, place in self._places(width)), default=0)

    def sizeHint(self) -> QSize:
        """All in one line."""
        sizes = [child.sizeHint() for child in self._shown()]
        width = sum(size.width() + _GAP for size in sizes)
        return QSize(width, max((size.height() for size in sizes), default=0))

    def minimumSizeHint(self) -> QSize:
        """The widest alone."""
        return QSize(max((child.sizeHint().width() for child in self._shown()), default=0), self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    def event(self, event: QEvent) -> bool:
        """Place the children anew when one of them has other text or comes and goes."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._lay_out()
            self.updateGeometry()
        return super().event(event)

    def _lay_out(self) -> None:
        for child, place in self._places(self.width()):
            child.setGeometry(place)

    def _places(self, width: int) -> list[tuple[QWidget, QRect]]:
        places: list[tuple[QWidget, QRect]] = []
        left = top = below = 0
        for child in self._shown():
            size = child.sizeHint()
            if left and left + size.width() > width:
                left, top = 0, below + _GAP
            places.append((child, QRect(QPoint(left, top), size)))
            left, below = left + size.width() + _GAP, max(below, top + size.height())
        return places

    def _shown(self) -> list[QWidget]:
        found = self.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
        return [child for child in found if not child.isHidden()]
