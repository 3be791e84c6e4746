"""A finished document's pages in the window, and the way to the printer."""

from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget

from sla_desktop.domain.errors import SlaError
from sla_desktop.domain.text import counted
from sla_desktop.gui.forms.ui_preview_dialog import Ui_PreviewDialog
from sla_desktop.gui.shared import icons
from sla_desktop.gui.shared.jobs import Heard, Jobs, Report
from sla_desktop.gui.shared.layouts import fit
from sla_desktop.gui.shared.prompts import Prompts
from sla_desktop.printing import spooler

_DOTS = 300  # an inch, where pages go to the printer as pictures


class PreviewDialog(QDialog):
    """The pages of a PDF, one below the other; pages are drawn as they come into view.

    `early` are the first pages of a document that is still being made; `show_all` is for when it is there.
    """

    def __init__(
        self, parent: QWidget | None, path: Path, jobs: Jobs, prompts: Prompts, *, early: bytes = b""
    ) -> None:
        super().__init__(parent)
        self.ui = Ui_PreviewDialog()
        self.ui.setupUi(self)  # type: ignore[no-untyped-call]
        self._path, self._jobs, self._prompts = path, jobs, prompts
        self.document = QPdfDocument(self)
        self._early = QBuffer(self)
        self.view = QPdfView(self)
        self.view.setDocument(self.document)
        self.view.setPageMode(QPdfView.PageMode.MultiPage)
        self.view.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        self.view.setAccessibleName("Pages of the document")
        self.ui.pages_layout.addWidget(self.view)
        self.ui.print_button.clicked.connect(self._on_print_clicked)
        self.ui.close_button.clicked.connect(self.accept)
        icons.dress(self)
        fit(self)
        self._show_early(early) if early else self.show_all()

    def show_all(self) -> None:
        """Show the finished file, and let it be printed."""
        self.document.load(str(self._path))
        self.ui.pages_label.setText(f"{self._path.name}: {counted(self.document.pageCount(), 'page')}")
        self.ui.print_button.setEnabled(True)

    def _show_early(self, early: bytes) -> None:
        self._early.setData(QByteArray(early))
        self._early.open(QIODevice.OpenModeFlag.ReadOnly)
        self.document.load(self._early)
        self.ui.pages_label.setText("The first page; the others are being made.")
        self.ui.print_button.setEnabled(False)

    def _on_print_clicked(self) -> None:
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        dialog = QPrintDialog(printer, self)
        if dialog.exec():
            self.send(printer)

    def send(self, printer: QPrinter) -> None:
        """Print on a printer that was chosen, in the background."""
        job = self._jobs.prepare(lambda report: print_on(printer, self._path, report))
        # Who has closed this window meanwhile is told all the same.
        owner, prompts, sent = self.parentWidget() or self, self._prompts, f"{self._path.name} went to the printer."
        job.failed.connect(Heard(owner, lambda sentence: prompts.tell(owner, sentence)).hear)
        job.succeeded.connect(Heard(self, lambda _told: self.ui.pages_label.setText(sent)).hear)
        self._jobs.start(job)


def print_on(printer: QPrinter, path: Path, report: Report) -> None:
    """Hand the file to the system where it takes PDFs, else paint its pages. SlaError when the printer is gone."""
    if spooler.is_there() and not printer.outputFileName():
        spooler.spool(path, printer.printerName(), printer.copyCount())
        return
    document = QPdfDocument()
    document.load(str(path))
    printer.setResolution(_DOTS)
    printer.setFullPage(True)
    painter = QPainter()
    if not painter.begin(printer):
        raise SlaError(f"The printer “{printer.printerName()}” is gone: check that it is on, or choose another.")
    try:
        for page in range(document.pageCount()):
            report(page, document.pageCount())
            if page:
                printer.newPage()
            _paint(painter, printer, document, page)
    finally:
        painter.end()
        document.close()


def _paint(painter: QPainter, printer: QPrinter, document: QPdfDocument, page: int) -> None:
    size = document.pagePointSize(page) * (_DOTS / 72)
    painter.drawImage(QRectF(0, 0, size.width(), size.height()), document.render(page, QSize(size.toSize())))
