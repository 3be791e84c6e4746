"""The guide: the facilitator's pages, in a window that F1 opens."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, Qt, QUrl
from PySide6.QtGui import QImage, QShortcut, QTextDocument
from PySide6.QtWidgets import QTextBrowser, QVBoxLayout, QWidget

from sla_desktop.gui.shared.tokens import DARK, current

_PACKAGE = Path(__file__).resolve().parents[1]
_PLACES = (_PACKAGE / "guide", _PACKAGE.parent / "docs" / "guide")
FIRST_PAGE = "README.md"
PICTURE_WIDTH = 780


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
            self._go_to(url.fragment())
        else:
            super().doSetSource(name, type)

    def _go_to(self, heading: str) -> None:
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
    """The guide beside the work; Esc closes it."""

    def __init__(self) -> None:
        super().__init__()
        self.setWindowTitle("Guide – SLA Desktop")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("look", "window")
        self.browser = GuideBrowser(self)
        self.browser.setAccessibleName("Guide")
        self.browser.setOpenExternalLinks(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.browser)
        QShortcut(Qt.Key.Key_Escape, self, self.close)
        self.resize(880, 680)
        home = next((place for place in _PLACES if place.is_dir()), _PLACES[-1])
        self.browser.setSource(QUrl.fromLocalFile(str(home / FIRST_PAGE)))
