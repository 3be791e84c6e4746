"""Tables of a breakout round as cards, on the page and on the projector."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from sla_desktop.gui.shared.layouts import empty, plain_label
from sla_desktop.services.groups import Seat

Tables = Sequence[Sequence[Seat]]


def show_tables(grid: QGridLayout, tables: Tables, columns: int, *, large: bool = False) -> None:
    """Fill a grid with a card for each table; large cards carry names alone."""
    empty(grid)
    for column in range(max(grid.columnCount(), columns)):
        grid.setColumnStretch(column, 1 if column < columns else 0)
    for place, seats in enumerate(tables):
        card = _card(place + 1, seats, large)
        grid.addWidget(card, place // columns, place % columns, Qt.AlignmentFlag.AlignTop)


def columns_for(widget: QWidget, width: int, *, large: bool = False) -> int:
    """How many cards fit side by side in a width."""
    letters = 30 if large else 21
    return max(1, width // (widget.fontMetrics().averageCharWidth() * letters + 12))


def _card(number: int, seats: Sequence[Seat], large: bool) -> QWidget:
    card = QFrame()
    card.setProperty("look", "card")
    card.setAccessibleName(f"Table {number}: {', '.join(seat.name for seat in seats)}")
    card.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
    layout = QVBoxLayout(card)
    layout.setContentsMargins(16, 12, 16, 14)
    layout.setSpacing(2 if not large else 6)
    layout.addWidget(plain_label(f"Table {number}", "display" if large else "lead-strong"))
    layout.addWidget(plain_label(f"{len(seats)} people", "lead" if large else "small"))
    layout.addSpacing(6)
    for seat in seats:
        layout.addWidget(plain_label(seat.name, "title-plain" if large else ""))
        if seat.organisation and not large:
            layout.addWidget(plain_label(seat.organisation, "small"))
            layout.addSpacing(4)
    return card
