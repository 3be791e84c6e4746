"""Which column is which: for every detail of a person, the column of the file that holds it."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from sla_desktop.gui.shared.layouts import fit, plain_label

if TYPE_CHECKING:
    from sla_desktop.tables.values import Columns

_DETAILS = {
    "full_name": "Whole &name",
    "given": "&Given name",
    "family": "&Family name",
    "known_as": "Likes to be called",
    "email": "&E-mail address",
    "organisation": "&Organisation",
    "role": "&Job title",
    "sector": "Sector",
    "place": "Place or borough",
    "profession": "Profession",
    "level": "Level or band",
    "pronouns": "Pronouns",
    "phone": "Telephone",
    "ticket_type": "Ticket type",
    "ticket_code": "Ticket code",
    "source_ref": "Booking reference",
    "access_needs": "Access needs",
    "dietary": "Dietary needs",
    "status": "State of the booking",
}
_NONE = "No column"


class ColumnsDialog(QDialog):
    """`chosen` carries our field -> heading for every detail, "" where no column holds it."""

    chosen = Signal(object)

    def __init__(self, columns: "Columns", known: Mapping[str, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Which column is which")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(620, 560)
        self.boxes = {name: _box(columns, known.get(name, "")) for name in _DETAILS}
        form, inside = QFormLayout(), QWidget()
        for name, words in _DETAILS.items():
            label = QLabel(words)
            label.setBuddy(self.boxes[name])
            self.boxes[name].setAccessibleName(words.replace("&", ""))
            form.addRow(label, self.boxes[name])
        inside.setLayout(form)
        area = QScrollArea()
        area.setWidget(inside)
        area.setWidgetResizable(True)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        told = "Choose the column that holds each detail. It is remembered for files with the same headings."
        for widget in (plain_label(told, "muted"), area, buttons):
            layout.addWidget(widget)
        fit(self)

    def accept(self) -> None:
        """Close, and tell what was chosen."""
        self.chosen.emit({name: box.currentData() for name, box in self.boxes.items()})
        super().accept()


def _box(columns: "Columns", known: str) -> QComboBox:
    box = QComboBox()
    box.addItem(_NONE, "")
    for header, example in zip(columns.headers, columns.examples, strict=True):
        box.addItem(f"{' '.join(header.split())}  ({example})" if example else " ".join(header.split()), header)
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setCurrentIndex(max(0, box.findData(known)))
    return box
