"""Filling parts of a page anew."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QApplication,
    QCompleter,
    QDialog,
    QHBoxLayout,
    QLabel,
    QLayout,
    QLineEdit,
    QListView,
    QPushButton,
)

_SMALL_SCREEN = QSize(1240, 680)
MARGINS = 26, 24, 26, 22
"""The room around what is in a dialog."""
# Absolute: a name in Arabic or Hebrew stays in line with the others.
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter


def empty(layout: QLayout) -> None:
    """Take all widgets out of a layout and let them go."""
    while layout.count():
        taken = layout.takeAt(0)
        widget = taken.widget() if taken else None
        if widget is not None:
            widget.hide()
            widget.deleteLater()


def fit(dialog: QDialog) -> None:
    """Make a dialog as much larger than it was drawn as the text is larger than usual, within a small screen."""
    growth = QApplication.font().pointSizeF() / 10
    dialog.resize((dialog.size() * growth).boundedTo(_SMALL_SCREEN))


def wrap(view: QListView) -> None:
    """Let the lines of a list go on below where they are too long for it: nobody scrolls sideways."""
    view.setWordWrap(True)
    view.setSpacing(2)
    view.setResizeMode(QListView.ResizeMode.Adjust)
    view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)


def complete(edit: QLineEdit, words: Sequence[str]) -> None:
    """Offer known words, or any part of them, while somebody types."""
    completer = QCompleter(list(words), edit)
    completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    completer.setFilterMode(Qt.MatchFlag.MatchContains)
    edit.setCompleter(completer)


def buttons_of(dialog: QDialog, verb: str) -> QHBoxLayout:
    """The row below a dialog: Cancel, and at the right the button that does what the dialog is for."""
    cancel, done = QPushButton("Cancel", dialog), QPushButton(verb, dialog)
    cancel.clicked.connect(dialog.reject)
    done.clicked.connect(dialog.accept)
    cancel.setAutoDefault(False)
    done.setDefault(True)
    done.setProperty("look", "primary")
    row = QHBoxLayout()
    row.setSpacing(10)
    row.addStretch()
    row.addWidget(cancel)
    row.addWidget(done)
    return row


def plain_label(words: str, look: str = "") -> QLabel:
    """A label for text from outside: wrapped, and never taken for markup."""
    label = QLabel(words)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setAlignment(_LEFT)
    label.setProperty("look", look)
    return label
