"""The tables of a round painted across a whole wall, in the largest letters that fit."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product
from math import ceil

from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from sla_desktop.domain.text import in_full
from sla_desktop.gui.shared import tokens

Called = tuple[str, str]
"""A name, and the organisation where somebody else has that name."""
Numbered = tuple[int, tuple[Called, ...]]
"""A table's number and its people."""

_LINE, _TITLE, _PAD, _GAP, _INSET = 1.3, 1.7, 0.6, 0.5, 0.7
_SMALLEST_SHARE = 1 / 42
_MEASURED_AT = 100
_WIDE_NAMES = 0.9
# A name that would need smaller letters than the first share of the others' takes two lines, and is cut at the other.
_ONE_LINE, _SMALLEST_NAME = 0.85, 0.7
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


def best_fit(room: QSizeF, tables: int, lines: int, width: float, *, pairs: bool = False) -> Fit:
    """The layout with the largest letters for so many tables of at most so many lines, of which a usual long one is
    `width` times as wide as the letters are high; with `pairs` two of them may belong together."""
    fits = []
    for columns, within in product(range(1, max(1, tables) + 1), range(1, _MOST_WITHIN + 1)):
        rows = ceil(max(1, tables) / columns)
        high = _TITLE + lines_within(lines, within, pairs) * _LINE + 2 * _PAD + _GAP
        wide = within * (width + _PAD) + _PAD + _GAP
        fits.append(Fit(min(room.height() / rows / high, room.width() / columns / wide), columns, rows, within))
    return max(fits, key=lambda fit: fit.letters)


def lines_within(lines: int, within: int, pairs: bool) -> int:
    """How many lines each of so many columns must hold, since two that belong together stand in one."""
    return ceil(lines / within) + (pairs and within > 1)


def two_lines(name: str, metrics: QFontMetricsF) -> list[str]:
    """A name broken at the space or hyphen that leaves the longer line shortest; one line where it has neither."""
    breaks = [place.end() for place in re.finditer(r"[\s-]+(?=\S)", name)]
    pairs = [[name[:at].rstrip(), name[at:]] for at in breaks]
    return min(pairs, key=lambda lines: max(map(metrics.horizontalAdvance, lines)), default=[name])


class Wall(QWidget):
    """Shows some tables at once."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tables: Sequence[Numbered] = ()
        self._most, self._width = 1, _NARROWEST
        self._long: frozenset[Called] = frozenset()
        self.fit = Fit(1, 1, 1, 1)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def measure(self, rounds: Sequence[Sequence[Numbered]]) -> int:
        """Make ready for all rounds; how many tables may show at once so that the back of the room can read."""
        seated = [seats for tables in rounds for _, seats in tables]
        metrics = QFontMetricsF(self._font(_MEASURED_AT))
        wide = {one: metrics.horizontalAdvance(one[0]) / _MEASURED_AT for seats in seated for one in seats}
        widths = sorted(wide[one] for seats in seated for one in seats)
        usual = widths[int(len(widths) * _WIDE_NAMES)] if widths else _NARROWEST
        self._width = min(_WIDEST, max(_NARROWEST, usual))
        self._long = frozenset(one for one in wide if one[1] or wide[one] * _ONE_LINE > self._width)
        self._most = max((sum(map(self._lines, seats)) for seats in seated), default=1)
        tables = max(map(len, rounds), default=1)
        parts = 1
        while parts < tables and self._fit(ceil(tables / parts)).letters < self.height() * _SMALLEST_SHARE:
            parts += 1
        return max(1, ceil(tables / parts))

    def show_tables(self, tables: Sequence[Numbered], places: int) -> None:
        """Show tables as large as so many of them may be."""
        self._tables = tables
        self.fit = self._fit(places)
        told = "; ".join(f"Table {number}: {', '.join(in_full(*one) for one in seats)}" for number, seats in tables)
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

    def _paint_table(self, painter: QPainter, place: QRectF, number: int, seats: Sequence[Called]) -> None:
        letters, colours = self.fit.letters, tokens.current()
        painter.setPen(QColor(colours.accent))
        painter.setFont(self._font(letters * 1.15, QFont.Weight.Bold))
        painter.drawText(QRectF(place.left(), place.top(), place.width(), letters * _TITLE), _LEFT, f"Table {number}")
        painter.setPen(QColor(colours.text))
        most = lines_within(self._most, self.fit.within, bool(self._long))
        width = place.width() / self.fit.within
        column = line = 0
        for one in seats:
            if line + self._lines(one) > most:
                column, line = column + 1, 0
            top = place.top() + letters * (_TITLE + line * _LINE)
            high = letters * _LINE * self._lines(one)
            self._paint_name(
                painter, QRectF(place.left() + column * width, top, width - letters * _PAD / 2, high), one
            )
            line += self._lines(one)

    def _lines(self, one: Called) -> int:
        return 1 + (one in self._long)

    def _fit(self, tables: int) -> Fit:
        return best_fit(QSizeF(self.size()), tables, self._most, self._width, pairs=bool(self._long))

    def _paint_name(self, painter: QPainter, room: QRectF, one: Called) -> None:
        """A name in one line or two, or with the organisation in smaller letters below it."""
        (name, organisation), metrics = one, QFontMetricsF(self._font(self.fit.letters))
        broken = one in self._long and not organisation
        lines = two_lines(name, metrics) if broken else [name]
        high = room.height() / self._lines(one)
        # What stands further in goes on with the name above it.
        inset = self.fit.letters * _INSET if broken else 0.0
        share = min(1.0, (room.width() - inset) / max(1.0, *map(metrics.horizontalAdvance, lines)))
        beside = min(_ONE_LINE, room.width() / max(1.0, metrics.horizontalAdvance(organisation)))
        sized = [(line, share) for line in lines] + [(organisation, beside)] * bool(organisation)
        for nth, (line, size) in enumerate(sized):
            painter.setFont(self._font(self.fit.letters * max(size, _SMALLEST_NAME) - (size < 1)))
            left = inset * bool(nth)
            told = QFontMetricsF(painter.font()).elidedText(line, Qt.TextElideMode.ElideRight, room.width() - left)
            place = QRectF(room.left() + left, room.top() + nth * high, room.width() - left, high)
            painter.drawText(place, _LEFT, told)

    def _font(self, letters: float, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(max(1, int(letters)))
        font.setWeight(weight)
        return font
