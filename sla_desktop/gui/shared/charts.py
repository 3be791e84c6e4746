"""Small drawings: a ring that fills, a share with its interval, and a before-and-now line."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from sla_desktop.gui.shared import tokens

# A share and its interval, each from 0 to 1.
Spans = tuple[float, float, float]

_TEXT = 0.3
_WRAPPED = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap


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
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        _draw_share(painter, QRectF(self.rect()), (self._share, self._low, self._high))


@dataclass(frozen=True)
class Bar:
    """An answer, what is said of it, and its share with the interval, all from 0 to 1; None for no bar."""

    label: str
    words: str
    spans: Spans | None


class Bars(QWidget):
    """Answers below one another, each as a bar between its label and its words; a long one takes several lines.

    One widget for all of them: a report has hundreds of answers.
    """

    def __init__(self, bars: Sequence[Bar], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bars = bars
        self._measured: tuple[int, QFont, list[float]] = (0, QFont(), [])
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(". ".join(f"{bar.label}: {bar.words}" for bar in bars))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return round(sum(self._heights(width)) + self.fontMetrics().height() * 0.7)

    def sizeHint(self) -> QSize:
        return QSize(480, self.heightForWidth(480))

    def minimumSizeHint(self) -> QSize:
        return QSize(240, self.heightForWidth(max(self.width(), 240)))

    def paintEvent(self, event: QPaintEvent) -> None:
        colours, line = tokens.current(), self.fontMetrics().height()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        text, bar, gap = self.width() * _TEXT, self.width() * (1 - 2 * _TEXT), line * 0.8
        top = 0.0
        for one, height in zip(self._bars, self._heights(self.width()), strict=True):
            painter.setPen(QColor(colours.text))
            painter.drawText(QRectF(0, top, text - gap, height), _WRAPPED, one.label)
            painter.setPen(QColor(colours.muted))
            painter.drawText(QRectF(text + bar + gap, top, text - gap, height), _WRAPPED, one.words)
            if one.spans is not None:
                _draw_share(painter, QRectF(text, top + (height - line) / 2, bar, line), one.spans)
            top += height

    def _heights(self, width: int) -> list[float]:
        # Asked several times in each layout, of a page with many of these.
        if self._measured[:2] != (width, self.font()):
            metrics = self.fontMetrics()
            room = QRect(0, 0, max(1, round(width * _TEXT - metrics.height() * 0.8)), 10_000)
            texts = (
                [metrics.boundingRect(room, _WRAPPED, one) for one in (bar.label, bar.words)] for bar in self._bars
            )
            heights = [max(one.height() for one in two) + metrics.height() * 0.4 for two in texts]
            self._measured = (width, self.font(), heights)
        return self._measured[2]


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


def _draw_share(painter: QPainter, place: QRectF, spans: Spans) -> None:
    """A bar on its track, and a bracket over it where the interval has a length."""
    colours = tokens.current()
    share, low, high = spans
    middle, thick, left, wide = place.center().y(), place.height() * 0.5, place.left() + 1, place.width() - 2
    painter.setPen(Qt.PenStyle.NoPen)
    for ground, part in ((colours.sunken, 1.0), (colours.accent, share)):
        painter.setBrush(QColor(ground))
        track = QRectF(left, middle - thick / 2, max(wide * part, thick), thick)
        painter.drawRoundedRect(track, thick / 2, thick / 2)
    if low == high:
        return
    ends = (left + wide * low, left + wide * high)
    # An edge in the colour of the card keeps the bracket apart from the bar that it crosses.
    for ink, width in ((colours.surface, 6), (colours.text, 2)):
        painter.setPen(QPen(QColor(ink), width))
        painter.drawLine(QPointF(ends[0], middle), QPointF(ends[1], middle))
        for end in ends:
            painter.drawLine(QPointF(end, middle - thick * 0.75), QPointF(end, middle + thick * 0.75))


def _round_pen(colour: str, width: float) -> QPen:
    return QPen(QColor(colour), width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)


def _bold(font: QFont, factor: float) -> QFont:
    result = QFont(font)
    result.setPointSizeF(font.pointSizeF() * factor)
    result.setWeight(QFont.Weight.DemiBold)
    return result
