"""Chips: a word on a tinted pill with an icon, so that colour never speaks alone."""

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter
from PySide6.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from sla_desktop.gui.shared import icons, tokens

CHIP_ROLE = Qt.ItemDataRole.UserRole + 2
PLAIN, GOOD, WARN, BAD, INFO = "plain", "good", "warn", "bad", "info"


@dataclass(frozen=True)
class Chip:
    """A word, its tone and its icon."""

    word: str
    tone: str = PLAIN
    icon: str = ""


def chip_width(chip: Chip, metrics: QFontMetricsF) -> float:
    """How wide a chip is drawn."""
    return metrics.horizontalAdvance(chip.word) + metrics.height() * (2.1 if chip.icon else 1.1)


def paint_chip(painter: QPainter, chip: Chip, left_middle: QPointF) -> float:
    """Draw a chip from its left middle; the width drawn is returned."""
    metrics = QFontMetricsF(painter.font())
    high, width = metrics.height() * 1.45, chip_width(chip, metrics)
    place = QRectF(left_middle.x(), left_middle.y() - high / 2, width, high)
    ink, ground = _colours(chip.tone)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(ground))
    painter.drawRoundedRect(place, high / 2, high / 2)
    start = place.left() + metrics.height() * 0.5
    if chip.icon:
        side = metrics.height() * 0.85
        icons.paint(painter, chip.icon, ink, QRectF(start, place.center().y() - side / 2, side, side))
        start += metrics.height() * 1.05
    painter.setPen(QColor(ink))
    painter.drawText(
        QRectF(start, place.top(), place.right() - start, high), Qt.AlignmentFlag.AlignVCenter, chip.word
    )
    return width


class ChipDelegate(QStyledItemDelegate):
    """Draws cells that have a chip as that chip, all others as usual."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        chip = index.data(CHIP_ROLE)
        if chip is None or not chip.word:
            super().paint(painter, option, index)
            return
        self.initStyleOption(option, index)
        option.text = ""
        style = option.widget.style() if option.widget else QApplication.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, option.widget)
        painter.save()
        painter.setFont(option.font)
        paint_chip(painter, chip, QPointF(option.rect.left() + 10, option.rect.center().y() + 0.5))
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        chip = index.data(CHIP_ROLE)
        usual = super().sizeHint(option, index)
        if chip is None:
            return QSize(usual.width() + 8, usual.height())
        return QSize(round(chip_width(chip, QFontMetricsF(option.font))) + 24, usual.height())


def _colours(tone: str) -> tuple[str, str]:
    colours = tokens.current()
    return {
        PLAIN: (colours.muted, colours.hover),
        GOOD: (colours.good, colours.good_soft),
        WARN: (colours.warn, colours.warn_soft),
        BAD: (colours.bad, colours.bad_soft),
        INFO: (colours.accent, colours.accent_soft),
    }[tone]
