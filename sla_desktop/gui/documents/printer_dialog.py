"""What puts a printer right, so that badges meet their labels."""

from dataclasses import replace

from PySide6.QtPrintSupport import QPrinterInfo
from PySide6.QtWidgets import QDialog, QWidget

from sla_desktop.gui.documents.model import Printers
from sla_desktop.gui.forms.ui_printer_dialog import Ui_PrinterDialog
from sla_desktop.gui.shared import icons
from sla_desktop.gui.shared.layouts import fit

_ANY = "Any other printer"


class PrinterDialog(QDialog):
    """A printer of this laptop, and how far its pages are to be moved; `printers` is what was chosen."""

    def __init__(self, parent: QWidget | None, printers: Printers) -> None:
        super().__init__(parent)
        self.ui = Ui_PrinterDialog()
        self.ui.setupUi(self)  # type: ignore[no-untyped-call]
        self.printers = printers
        self.ui.printer_combo.addItem(_ANY, "")
        # One that is not there today keeps what is known of it.
        for name in sorted({*QPrinterInfo.availablePrinterNames(), *printers.shifts} - {""}):
            self.ui.printer_combo.addItem(name, name)
        self.ui.printer_combo.setCurrentIndex(max(0, self.ui.printer_combo.findData(printers.chosen)))
        self.ui.printer_combo.currentIndexChanged.connect(self._show)
        self.ui.save_button.clicked.connect(self._on_save_clicked)
        self.ui.cancel_button.clicked.connect(self.reject)
        self._show()
        icons.dress(self)
        fit(self)

    def _show(self) -> None:
        right, down, scale = self.printers.shift_of(self.ui.printer_combo.currentData())
        self.ui.right_spin.setValue(right)
        self.ui.down_spin.setValue(down)
        self.ui.scale_spin.setValue(100 * scale)

    def _on_save_clicked(self) -> None:
        name = self.ui.printer_combo.currentData()
        shift = self.ui.right_spin.value(), self.ui.down_spin.value(), round(self.ui.scale_spin.value() / 100, 6)
        self.printers = replace(self.printers, chosen=name, shifts={**self.printers.shifts, name: shift})
        self.accept()
