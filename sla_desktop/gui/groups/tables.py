"""Tables of a breakout round as cards, on the page and on the projector."""

from collections.abc import Sequence
from dataclasses import dataclass
from textwrap import wrap

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from sla_desktop.gui.shared.layouts import empty, plain_label
from sla_desktop.services.groups import Seat

Tables = Sequence[Sequence[Seat]]


@dataclass(frozen=True)
class Size:
    """How large cards are: the looks of their words, how many letters of the page's text they are wide, and how
    many times the page's line a title and a name are high."""

    title: str
    name: str
    letters: int
    title_lines: float = 1.15
    name_lines: float = 1.0
    organisations: bool = False


PAGE = Size("lead-strong", "", 21, organisations=True)
GIANT = Size("huge", "huge-plain", 54, 3.4, 3.4)
HUGE = Size("huge", "display-plain", 37, 3.4, 2.3)
LARGE = Size("display", "title-plain", 30, 2.3, 1.85)
READABLE = Size("title", "heading-plain", 25, 1.85, 1.35)
PROJECTED = (GIANT, HUGE, LARGE, READABLE)


def columns_for(widget: QWidget, width: int, size: Size) -> int:
    """How many cards of a size fit side by side in a width."""
    return max(1, width // (widget.fontMetrics().averageCharWidth() * size.letters + 12))


def rows_for(widget: QWidget, height: int, size: Size, tables: Tables) -> int:
    """How many cards of these tables fit one above the other, long names on two lines allowed for."""
    line = widget.fontMetrics().height()
    most = max((sum(_lines(seat.name, size) for seat in seats) for seats in tables), default=0)
    card = 40 + line * (size.title_lines + 1) + most * (line * size.name_lines + 3)
    return max(1, int(height // (card + 20)))


def _lines(name: str, size: Size) -> int:
    """How many lines a name may take on a card, whose letters are as much wider as its lines are higher."""
    return len(wrap(name, int(size.letters / size.name_lines))) or 1


def show_tables(grid: QGridLayout, tables: Tables, columns: int, size: Size, first: int = 1) -> None:
    """Fill a grid with a card for each table; the first of them has the number `first`."""
    empty(grid)
    for column in range(max(grid.columnCount(), columns)):
        grid.setColumnStretch(column, 1 if column < columns else 0)
    for place, seats in enumerate(tables):
        card = _card(place + first, seats, size)
        grid.addWidget(card, place // columns, place % columns, Qt.AlignmentFlag.AlignTop)
        # Shown at once, so that the next layout already knows how tall it is.
        card.show()


def _card(number: int, seats: Sequence[Seat], size: Size) -> QWidget:
    card = QFrame()
    card.setProperty("look", "card")
    card.setAccessibleName(f"Table {number}: {', '.join(seat.name for seat in seats)}")
    # Ignored, so that all columns are equally wide whatever the names in them.
    card.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
    layout = QVBoxLayout(card)
    layout.setContentsMargins(16, 12, 16, 14)
    layout.setSpacing(3)
    layout.addWidget(plain_label(f"Table {number}", size.title))
    layout.addWidget(plain_label("1 person" if len(seats) == 1 else f"{len(seats)} people", "small"))
    layout.addSpacing(6)
    for seat in seats:
        layout.addWidget(plain_label(seat.name, size.name))
        if seat.organisation and size.organisations:
            layout.addWidget(plain_label(seat.organisation, "small"))
            layout.addSpacing(4)
    return card
