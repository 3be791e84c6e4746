"""A row of buttons of which one is chosen: rounds of a plan, fates of rows."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from sla_desktop.gui.shared.flow_box import FlowBox

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
    for place, button in enumerate(_buttons(box, choices, chosen, choose)):
        layout.insertWidget(place, button)


def flow_choices(box: FlowBox, choices: Sequence[tuple[V, str]], chosen: V, choose: Callable[[V], None]) -> None:
    """The same in as many lines as they need; buttons that are there already are only checked."""
    words = [words for _, words in choices]
    known = box.findChildren(QPushButton, options=Qt.FindChildOption.FindDirectChildrenOnly)
    known = [button for button in known if not button.isHidden()]
    if [button.text() for button in known] == words:
        for button, (value, _) in zip(known, choices, strict=True):
            button.setChecked(value == chosen)
        return
    for button in known:
        button.hide()
        button.deleteLater()
    for button in _buttons(box, choices, chosen, choose):
        button.show()


def _buttons(
    box: QWidget, choices: Iterable[tuple[V, str]], chosen: V, choose: Callable[[V], None]
) -> Iterator[QPushButton]:
    for value, words in choices:
        button = QPushButton(words, box)
        button.setProperty("look", "choice")
        button.setCheckable(True)
        button.setAutoExclusive(True)
        button.setAutoDefault(False)
        button.setChecked(value == chosen)
        button.clicked.connect(lambda _checked, value=value: choose(value))
        yield button
