"""A row of buttons of which one is chosen: rounds of a plan, fates of rows."""

from collections.abc import Callable, Iterable
from typing import TypeVar

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

V = TypeVar("V")


def show_choices(box: QWidget, choices: Iterable[tuple[V, str]], chosen: V, choose: Callable[[V], None]) -> None:
    """Replace the buttons in a box whose layout is a row with a spacer at its end."""
    layout = box.layout()
    assert isinstance(layout, QHBoxLayout)
    while layout.count() > 1:
        taken = layout.takeAt(0)
        widget = taken.widget() if taken else None
        if widget is not None:
            widget.deleteLater()
    for place, (value, words) in enumerate(choices):
        button = QPushButton(words, box)
        button.setProperty("look", "choice")
        button.setCheckable(True)
        button.setAutoExclusive(True)
        button.setAutoDefault(False)
        button.setChecked(value == chosen)
        button.clicked.connect(lambda _checked, value=value: choose(value))
        layout.insertWidget(place, button)
