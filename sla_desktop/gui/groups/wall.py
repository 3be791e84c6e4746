"""The tables of a round painted across a whole wall, in the largest letters that fit."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product
from math import ceil

from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from sla_desktop.gui.shared import tokens
from sla_desktop.services.groups import Seat

Numbered = tuple[int, tuple[Seat, ...]]
"""A table's number and its people."""

_LINE, _TITLE, _PAD, _GAP = 1.3, 1.7, 0.6, 0.5
_SMALLEST_SHARE = 1 / 42
_MEASURED_AT = 100
_WIDE_NAMES = 0.9
# Two lines of this share of the letters' height are as high as one line.
_SMALLEST_NAME = 0.53
_MOST_WITHIN = 4
_NARROWEST = 6.0
# Names wider than this take two lines, so that they do not make everybody's small.
_WIDEST = 13.0
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True)
class Fit:
    """How tables are laid out: letters so many pixels high, in so many columns and rows, and the names of each table
    in so many columns within."""

    letters: float
    columns: int
    rows: int
    within: int


def best_fit(room: QSizeF, tables: int, names: int, width: float) -> Fit:
    """The layout with the largest letters for so many tables of at most so many names, of which a usual long one is
    `width` times as wide as the letters are high."""
    fits = []
    for columns, within in product(range(1, max(1, tables) + 1), range(1, _MOST_WITHIN + 1)):
        rows = ceil(max(1, tables) / columns)
        high = _TITLE + ceil(names / within) * _LINE + 2 * _PAD + _GAP
        wide = within * (width + _PAD) + _PAD + _GAP
        fits.append(Fit(min(room.height() / rows / high, room.width() / columns / wide), columns, rows, within))
    return max(fits, key=lambda fit: fit.letters)


def two_lines(name: str, metrics: QFontMetricsF, width: float) -> list[str]:
    """A name broken where its first line is as full as it can be; what is still too long ends in dots."""
    words = name.split()
    fits = [at for at in range(1, len(words)) if metrics.horizontalAdvance(" ".join(words[:at])) <= width]
    at = max(fits, default=1)
    lines = filter(None, (" ".join(words[:at]), " ".join(words[at:])))
    return [metrics.elidedText(line, Qt.TextElideMode.ElideRight, width) for line in lines]


class Wall(QWidget):
    """Shows some tables at once."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tables: Sequence[Numbered] = ()
        self._most, self._width = 1, _NARROWEST
        self.fit = Fit(1, 1, 1, 1)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def measure(self, rounds: Sequence[Sequence[Numbered]]) -> int:
        """Make ready for all rounds; how many tables may show at once so that the back of the room can read."""
        seated = [seats for tables in rounds for _, seats in tables]
        metrics = QFontMetricsF(self._font(_MEASURED_AT))
        widths = sorted(metrics.horizontalAdvance(seat.name) / _MEASURED_AT for seats in seated for seat in seats)
        self._most = max(map(len, seated), default=1)
        usual = widths[int(len(widths) * _WIDE_NAMES)] if widths else _NARROWEST
        self._width = min(_WIDEST, max(_NARROWEST, usual))
        tables = max(map(len, rounds), default=1)
        parts = 1
        while parts < tables and self._fit(ceil(tables / parts)).letters < self.height() * _SMALLEST_SHARE:
            parts += 1
        return max(1, ceil(tables / parts))

    def show_tables(self, tables: Sequence[Numbered], places: int) -> None:
        """Show tables as large as so many of them may be."""
        self._tables = tables
        self.fit = self._fit(places)
        told = "; ".join(f"Table {number}: {', '.join(seat.name for seat in seats)}" for number, seats in tables)
        self.setAccessibleName(told)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, fit, colours = QPainter(self), self.fit, tokens.current()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        wide, high = self.width() / fit.columns, self.height() / fit.rows
        gap = fit.letters * _GAP / 2
        for place, (number, seats) in enumerate(self._tables):
            row, column = divmod(place, fit.columns)
            card = QRectF(column * wide, row * high, wide, high).adjusted(gap, gap, -gap, -gap)
            painter.setPen(QColor(colours.border))
            painter.setBrush(QColor(colours.surface))
            painter.drawRoundedRect(card, 12, 12)
            pad = fit.letters * _PAD
            self._paint_table(painter, card.adjusted(pad, pad, -pad, -pad), number, seats)

    def _paint_table(self, painter: QPainter, place: QRectF, number: int, seats: Sequence[Seat]) -> None:
        letters, colours = self.fit.letters, tokens.current()
        painter.setPen(QColor(colours.accent))
        painter.setFont(self._font(letters * 1.15, QFont.Weight.Bold))
        painter.drawText(QRectF(place.left(), place.top(), place.width(), letters * _TITLE), _LEFT, f"Table {number}")
        painter.setPen(QColor(colours.text))
        lines = ceil(self._most / self.fit.within)
        width = place.width() / self.fit.within
        for at, seat in enumerate(seats):
            column, line = divmod(at, lines)
            top = place.top() + letters * (_TITLE + line * _LINE)
            room = QRectF(place.left() + column * width, top, width - letters * _PAD / 2, letters * _LINE)
            self._paint_name(painter, room, seat.name)

    def _fit(self, tables: int) -> Fit:
        return best_fit(QSizeF(self.size()), tables, self._most, self._width)

    def _paint_name(self, painter: QPainter, room: QRectF, name: str) -> None:
        """A name longer than most in smaller letters, then in two lines, then shortened: never too small to read."""
        letters = self.fit.letters
        share = room.width() / max(1.0, QFontMetricsF(self._font(letters)).horizontalAdvance(name))
        painter.setFont(self._font(letters if share >= 1 else max(letters * share - 1, letters * _SMALLEST_NAME)))
        metrics = QFontMetricsF(painter.font())
        lines = [name] if metrics.horizontalAdvance(name) <= room.width() else two_lines(name, metrics, room.width())
        high = room.height() / len(lines)
        for nth, line in enumerate(lines):
            painter.drawText(QRectF(room.left(), room.top() + nth * high, room.width(), high), _LEFT, line)

    def _font(self, letters: float, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(max(1, int(letters)))
        font.setWeight(weight)
        return font
