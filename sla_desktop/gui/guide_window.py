"""The guide: the facilitator's pages, in a window that F1 opens."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, Qt, QTimer, QUrl
from PySide6.QtGui import QImage, QKeySequence, QShortcut, QTextCursor, QTextDocument
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QTextBrowser, QVBoxLayout, QWidget

from sla_desktop.gui.shared.tokens import DARK, current

_PACKAGE = Path(__file__).resolve().parents[1]
_PLACES = (_PACKAGE / "guide", _PACKAGE.parent / "docs" / "guide")
FIRST_PAGE = "README.md"
PICTURE_WIDTH = 780
# Where the guide tells of each page.
SECTIONS = {
    "people": "before-the-day",
    "check_in": "at-the-door",
    "breakouts": "breakouts",
    "feedback": "feedback",
    "documents": "documents",
    "sync": "sharing-between-laptops",
}


class GuideBrowser(QTextBrowser):
    """Shows Markdown, its pictures no wider than the text and in the colours of the window."""

    def loadResource(self, kind: int, name: QUrl | str) -> Any:
        if kind != QTextDocument.ResourceType.ImageResource.value:
            return super().loadResource(kind, name)
        path = self.source().resolved(QUrl(name)).toLocalFile()
        dark = path.replace("-light.", "-dark.")
        picture = QImage(dark if current() is DARK and Path(dark).exists() else path)
        fits = picture.isNull() or picture.width() <= PICTURE_WIDTH
        return picture if fits else picture.scaledToWidth(PICTURE_WIDTH, Qt.TransformationMode.SmoothTransformation)

    def doSetSource(
        self, name: QUrl | str, /, type: QTextDocument.ResourceType = QTextDocument.ResourceType.UnknownResource
    ) -> None:
        url = QUrl(name)
        if url.hasFragment():
            self.go_to(url.fragment())
        else:
            super().doSetSource(name, type)

    def go_to(self, heading: str) -> None:
        """Scroll to a heading by its name in links; Markdown gives it no anchor of its own."""
        block = self.document().begin()
        while block.isValid():
            if block.blockFormat().headingLevel() and block.text().lower().replace(" ", "-") == heading:
                top = self.document().documentLayout().blockBoundingRect(block).top()
                self.verticalScrollBar().setValue(round(top))
                return
            block = block.next()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and not self.source().isEmpty():
            self.reload()


class GuideWindow(QWidget):
    """The guide beside the work, open where it tells of a stage; Ctrl+F finds words in it, Esc closes it."""

    def __init__(self, stage: str = "") -> None:
        super().__init__()
        self.setWindowTitle("Guide – SLA Desktop")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("look", "window")
        self.browser = GuideBrowser(self)
        self.browser.setAccessibleName("Guide")
        self.browser.setOpenExternalLinks(True)
        self.find_edit, self.found_label = QLineEdit(self), QLabel(self)
        self.find_edit.setPlaceholderText("Find in the guide (Ctrl+F), Enter for the next place")
        self.find_edit.setAccessibleName("Find in the guide")
        self.find_edit.textEdited.connect(self._on_find_edited)
        self.find_edit.returnPressed.connect(self.find_next)
        layout, line = QVBoxLayout(self), QHBoxLayout()
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        line.setContentsMargins(12, 8, 12, 8)
        line.addWidget(self.find_edit, 1)
        line.addWidget(self.found_label)
        layout.addLayout(line)
        layout.addWidget(self.browser)
        QShortcut(QKeySequence.StandardKey.Find, self, self._start_finding)
        QShortcut(Qt.Key.Key_Escape, self, self.close)
        self.resize(880, 680)
        home = next((place for place in _PLACES if place.is_dir()), _PLACES[-1])
        self.browser.setSource(QUrl.fromLocalFile(str(home / FIRST_PAGE)))
        self.browser.setFocus()
        # Before the window has its size nobody knows how far down a heading is.
        QTimer.singleShot(0, self.browser, lambda: self.browser.go_to(SECTIONS.get(stage, "")))

    def find_next(self) -> None:
        """Go to the next place of the words, after the last from the top again; told where there is none."""
        words = self.find_edit.text().strip()
        found = bool(words) and (self.browser.find(words) or self._find_from_top(words))
        self.found_label.setText("" if found or not words else "Not in the guide.")

    def _find_from_top(self, words: str) -> bool:
        self.browser.moveCursor(QTextCursor.MoveOperation.Start)
        return self.browser.find(words)

    def _on_find_edited(self) -> None:
        self.browser.moveCursor(QTextCursor.MoveOperation.Start)
        self.find_next()

    def _start_finding(self) -> None:
        self.find_edit.setFocus()
        self.find_edit.selectAll()
