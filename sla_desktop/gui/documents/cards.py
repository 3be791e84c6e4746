"""Where the cards of the Documents page stand."""

from collections.abc import Mapping

from PySide6.QtWidgets import QGridLayout, QWidget

# What stands in each row of so many columns; a card that is named again goes on there.
_GRIDS = {
    2: (("certificates", "badges"), ("sign_in", "badges"), ("tables", "pack"), ("spreadsheet", "handouts")),
    3: (("certificates", "badges", "sign_in"), ("tables", "badges", "pack"), ("spreadsheet", "handouts", "handouts")),
}


def place_cards(grid: QGridLayout, cards: Mapping[str, QWidget], columns: int) -> None:
    """Put the cards in one to three columns, all equally wide."""
    rows = _GRIDS.get(columns) or tuple((key,) for key in cards)
    for key, card in cards.items():
        cells = [(row, column) for row, keys in enumerate(rows) for column, one in enumerate(keys) if one == key]
        (top, left), (bottom, right) = cells[0], cells[-1]
        grid.addWidget(card, top, left, bottom - top + 1, right - left + 1)
    for column in range(3):
        grid.setColumnStretch(column, 1 if column < columns else 0)
