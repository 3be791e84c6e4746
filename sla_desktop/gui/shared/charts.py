"""Small drawings: a ring that fills, a share with its interval, and a before-and-now line."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from sla_desktop.gui.shared import tokens


class Ring(QWidget):
    """A part of a whole as a ring; the words beside it say the same."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._part, self._whole = 0, 0

    def show_part(self, part: int, whole: int) -> None:
        """Fill part / whole of the ring."""
        self._part, self._whole = part, whole
        self.setAccessibleName(f"{part} of {whole}")
        self.update()

    def sizeHint(self) -> QSize:
        side = self.fontMetrics().height() * 5
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = tokens.current()
        side = min(self.width(), self.height())
        thick = side / 8
        place = QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)
        place.adjust(thick, thick, -thick, -thick)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(colours.sunken), thick))
        painter.drawEllipse(place)
        share = min(1.0, self._part / self._whole) if self._whole else 0.0
        painter.setPen(_round_pen(colours.accent, thick))
        if share:
            painter.drawArc(place, 90 * 16, round(-360 * 16 * share))
        painter.setPen(QColor(colours.text))
        painter.setFont(_bold(self.font(), 1.15))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, f"{share:.0%}")


class IntervalBar(QWidget):
    """A share from 0 to 1 as a bar, its interval as a bracket over it; the words beside it say the same."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._share, self._low, self._high = 0.0, 0.0, 0.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_share(self, share: float, low: float, high: float) -> None:
        """Draw a share with the interval low..high; all between 0 and 1."""
        self._share, self._low, self._high = share, low, high
        self.setAccessibleName(f"{share:.0%}, between {low:.0%} and {high:.0%}")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(200, round(self.fontMetrics().height() * 1.6))

    def minimumSizeHint(self) -> QSize:
        return QSize(80, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = tokens.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle, high, wide = self.height() / 2, self.height() * 0.5, self.width() - 2.0
        painter.setPen(Qt.PenStyle.NoPen)
        for ground, share in ((colours.sunken, 1.0), (colours.accent, self._share)):
            painter.setBrush(QColor(ground))
            painter.drawRoundedRect(QRectF(1, middle - high / 2, max(wide * share, high), high), high / 2, high / 2)
        if self._low == self._high:
            return
        left, right = 1 + wide * self._low, 1 + wide * self._high
        # An edge in the colour of the card keeps the bracket apart from the bar that it crosses.
        for ink, thick in ((colours.surface, 6), (colours.text, 2)):
            painter.setPen(QPen(QColor(ink), thick))
            painter.drawLine(QPointF(left, middle), QPointF(right, middle))
            for end in (left, right):
                painter.drawLine(QPointF(end, middle - high * 0.75), QPointF(end, middle + high * 0.75))


class BeforeNowLine(QWidget):
    """Two means on a scale: an open dot for before, a full dot for now, and the way between them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._before, self._now, self._low, self._high = 0.0, 0.0, 1.0, 5.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_means(self, before: float, now: float, scale: tuple[float, float]) -> None:
        """Draw two means on a scale from its lowest to its highest value."""
        self._before, self._now, (self._low, self._high) = before, now, scale
        self.setAccessibleName(f"Before {before:.1f}, now {now:.1f}")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(200, round(self.fontMetrics().height() * 1.6))

    def minimumSizeHint(self) -> QSize:
        return QSize(80, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = tokens.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle, dot = self.height() / 2, self.height() * 0.24
        start, end = QPointF(dot + 1, middle), QPointF(self.width() - dot - 1, middle)
        painter.setPen(_round_pen(colours.border, 3))
        painter.drawLine(start, end)
        before, now = (self._place(value, start, end) for value in (self._before, self._now))
        painter.setPen(QPen(QColor(colours.accent), 4))
        painter.drawLine(before, now)
        painter.setPen(QPen(QColor(colours.accent), 2))
        for point, fill in ((before, colours.surface), (now, colours.accent)):
            painter.setBrush(QColor(fill))
            painter.drawEllipse(point, dot, dot)

    def _place(self, value: float, start: QPointF, end: QPointF) -> QPointF:
        share = (value - self._low) / (self._high - self._low)
        return QPointF(start.x() + (end.x() - start.x()) * share, start.y())


def _round_pen(colour: str, width: float) -> QPen:
    return QPen(QColor(colour), width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)


def _bold(font: QFont, factor: float) -> QFont:
    result = QFont(font)
    result.setPointSizeF(font.pointSizeF() * factor)
    result.setWeight(QFont.Weight.DemiBold)
    return result
