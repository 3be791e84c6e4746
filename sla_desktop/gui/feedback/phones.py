"""Answers by phone: start and stop the page on the venue's network, with codes to join and to open it."""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QColor, QImage, QPixmap
from PySide6.QtWidgets import QDialog, QLabel, QWidget

from sla_desktop.domain.errors import SlaError
from sla_desktop.domain.text import counted
from sla_desktop.gui.forms.ui_phones_dialog import Ui_PhonesDialog
from sla_desktop.gui.shared import icons
from sla_desktop.gui.shared.jobs import Jobs, Report
from sla_desktop.gui.shared.layouts import fit
from sla_desktop.services import desks

_CODE_PIXELS, _QUIET, _LOOK_MS = 240, 4, 1_000


class OpenPhones(Protocol):
    """The page while phones can reach it."""

    saved: int
    reached: int

    @property
    def address(self) -> str: ...
    @property
    def check_address(self) -> str: ...
    def close(self) -> None: ...


# Opens the page on an address of this laptop; SlaError where it cannot.
OpenOn = Callable[[str], OpenPhones]


class PhonesDialog(QDialog):
    """Off until Start is pressed; goes on when the dialog is closed, until Stop is pressed or the page goes."""

    def __init__(self, opens: OpenOn, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ui = Ui_PhonesDialog()
        self.ui.setupUi(self)  # type: ignore[no-untyped-call]
        self._opens, self._jobs = opens, jobs
        self.phones: OpenPhones | None = None
        self._busy = False
        ui = self.ui
        ui.address_box.addItems(desks.own_addresses())
        ui.start_button.clicked.connect(self.start)
        ui.stop_button.clicked.connect(self.stop)
        ui.close_button.clicked.connect(self.hide)
        for edit in (ui.name_edit, ui.password_edit):
            edit.textChanged.connect(self._show_join)
        self._look = QTimer(self, interval=_LOOK_MS)
        self._look.timeout.connect(self._show_words)
        icons.dress(self)
        fit(self)
        self._show_state()

    def start(self) -> None:
        """Open the page on the chosen address."""
        address = self.ui.address_box.currentText()

        def work(_report: Report) -> OpenPhones:
            return self._opens(address)

        self._run(work, self._on_opened)

    def stop(self) -> None:
        """Close the page; what was acknowledged is saved."""
        phones, self.phones = self.phones, None
        if phones is not None:

            def work(_report: Report) -> None:
                phones.close()

            self._run(work, lambda _: self._show_state())

    def shut(self) -> None:
        """Close the page at once, before the window goes."""
        phones, self.phones = self.phones, None
        self._look.stop()
        if phones is not None:
            phones.close()

    def _run(self, work: Callable[[Report], object], told: Callable[..., None]) -> None:
        self._busy = True
        self._show_state()
        job = self._jobs.prepare(work)
        job.finished.connect(self._on_finished)
        job.succeeded.connect(told)
        job.failed.connect(self._on_failed)
        self._jobs.start(job)

    def _on_opened(self, phones: OpenPhones) -> None:
        self.phones = phones
        self._look.start()

    def _on_finished(self) -> None:
        self._busy = False
        if self.phones is None and self.ui.words_label.property("trouble"):
            self._show_buttons()
        else:
            self._show_state()

    def _on_failed(self, sentence: str) -> None:
        self.ui.words_label.setProperty("trouble", True)
        self.ui.words_label.setText(sentence)
        self._show_buttons()

    def _show_state(self) -> None:
        self.ui.words_label.setProperty("trouble", False)
        self._show_buttons()
        self._show_join()
        code = self.ui.open_code
        code.setVisible(self.phones is not None)
        # What was read before leaves its room to the addresses, also with large text.
        self.ui.help_label.setVisible(self.phones is None)
        if self.phones is not None:
            _draw(code, self.phones.address, f"Code to open {self.phones.address}")
        else:
            self._look.stop()

    def _show_buttons(self) -> None:
        ui, is_open = self.ui, self.phones is not None
        ui.start_button.setVisible(not is_open)
        ui.start_button.setEnabled(not self._busy and ui.address_box.count() > 0)
        ui.stop_button.setVisible(is_open)
        ui.address_box.setEnabled(not is_open and not self._busy)

    def _show_join(self) -> None:
        name, password = self.ui.name_edit.text().strip(), self.ui.password_edit.text()
        self.ui.join_code.setVisible(bool(name) and self.phones is not None)
        if name:
            try:
                _draw(self.ui.join_code, wifi_text(name, password), f"Code to join the Wi-Fi {name}")
            except SlaError:
                self.ui.join_code.hide()
        self._show_words()

    def _show_words(self) -> None:
        if self.ui.words_label.property("trouble"):
            return
        if self.phones is None:
            here = self.ui.address_box.count() > 0
            closed = "One moment…" if self._busy else "Phones cannot reach this laptop now."
            self.ui.words_label.setText(closed if here else "This laptop is on no network. Join the Wi-Fi first.")
            return
        phones = self.phones
        tried = "A phone reached this laptop." if phones.reached else "No phone has tried it yet."
        both = "First the code on the left joins the Wi-Fi, then the other opens the questions."
        one = "The code opens the questions on phones that are on this Wi-Fi. With its name above, another joins it."
        lines = [
            one if self.ui.join_code.isHidden() else both,
            f"By hand: {phones.address}",
            f"To see whether phones reach this laptop, open {phones.check_address} on one. {tried}",
            f"{counted(phones.saved, 'answer')} saved.",
        ]
        self.ui.words_label.setText("\n\n".join(lines))


def wifi_text(name: str, password: str) -> str:
    """The text of a code that joins a Wi-Fi."""
    marks = str.maketrans({mark: f"\\{mark}" for mark in '\\;,":'})
    kind = "WPA" if password else "nopass"
    return f"WIFI:T:{kind};S:{name.translate(marks)};P:{password.translate(marks)};;"


def _draw(label: QLabel, text: str, words: str) -> None:
    from sla_desktop.printing.codes import qr

    symbol = qr(text)
    image = QImage(symbol.side + 2 * _QUIET, symbol.side + 2 * _QUIET, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    for row, bits in enumerate(symbol.rows):
        for column in range(symbol.side):
            if not bits[column // 8] >> (7 - column % 8) & 1:
                image.setPixelColor(column + _QUIET, row + _QUIET, QColor("black"))
    scaled = image.scaled(_CODE_PIXELS, _CODE_PIXELS, Qt.AspectRatioMode.KeepAspectRatio)
    label.setPixmap(QPixmap.fromImage(scaled))
    label.setAccessibleName(words)
