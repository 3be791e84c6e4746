"""Which column is which: for every detail of a person, or question, the column of the file that holds it."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from sla_desktop.gui.shared.layouts import MARGINS, buttons_of, fit, plain_label, wrap

if TYPE_CHECKING:
    from sla_desktop.tables.values import Columns

PERSON = {
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

    def __init__(
        self,
        columns: "Columns",
        known: Mapping[str, str],
        parent: QWidget | None = None,
        details: Mapping[str, str] = PERSON,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("Which column is which")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(780, 560)
        self.boxes = {name: ColumnBox(columns, known.get(name, "")) for name in details}
        self.headings = Headings(columns)
        form, inside = QFormLayout(), QWidget()
        for name, words in details.items():
            label = QLabel(words)
            label.setMinimumHeight(self.boxes[name].sizeHint().height())
            label.setBuddy(self.boxes[name])
            self.boxes[name].setAccessibleName(words.replace("&", ""))
            form.addRow(label, self.boxes[name])
        inside.setLayout(form)
        area = QScrollArea()
        area.setWidget(inside)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*MARGINS)
        layout.setSpacing(14)
        told = "Choose the column that holds each detail, or drag it there. Files with these headings are read alike."
        sides = QHBoxLayout()
        sides.addWidget(self.headings, 2)
        sides.addWidget(area, 5)
        layout.addWidget(plain_label(self.windowTitle(), "title"))
        layout.addWidget(plain_label(told, "muted"))
        layout.addLayout(sides, 1)
        layout.addLayout(buttons_of(self, "Use these columns"))
        fit(self)

    def accept(self) -> None:
        """Close, and tell what was chosen."""
        self.chosen.emit({name: box.currentData() for name, box in self.boxes.items()})
        super().accept()


class ColumnBox(QComboBox):
    """The columns of a file to choose from; one that is dragged here is chosen."""

    def __init__(self, columns: "Columns", known: str) -> None:
        super().__init__()
        self.addItem(_NONE, "")
        for header, words in _told(columns):
            self.addItem(words, header)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setAcceptDrops(True)
        self.choose(known)

    def choose(self, header: str) -> None:
        """Choose a column by its heading; none where there is no such column."""
        self.setCurrentIndex(max(0, self.findData(header)))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if isinstance(event.source(), Headings):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        self.choose(event.mimeData().text())
        event.acceptProposedAction()


class Headings(QListWidget):
    """The columns of a file, to be dragged to where they belong; the keyboard has the boxes."""

    def __init__(self, columns: "Columns") -> None:
        super().__init__()
        self.setAccessibleName("Columns of the file")
        self.setDragEnabled(True)
        wrap(self)
        for header, words in _told(columns):
            item = QListWidgetItem(words)
            item.setData(Qt.ItemDataRole.UserRole, header)
            self.addItem(item)

    def mimeTypes(self) -> list[str]:
        return ["text/plain"]

    def mimeData(self, items: Sequence[QListWidgetItem]) -> QMimeData:
        """The heading that is dragged."""
        data = QMimeData()
        data.setText("".join(str(item.data(Qt.ItemDataRole.UserRole)) for item in items[:1]))
        return data


def _told(columns: "Columns") -> list[tuple[str, str]]:
    """Each heading as it is in the file, and with an example for people."""
    told = []
    for header, example in zip(columns.headers, columns.examples, strict=True):
        words = " ".join(header.split())
        told.append((header, f"{words}  ({example})" if example else words))
    return told
