"""Scanning with a camera: frames are read in the background, and each code is told once while it is held up."""

from collections.abc import Callable
from time import monotonic

from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtGui import QImage, QPixmap

from sla_desktop.domain.errors import SlaError
from sla_desktop.gui.attendance.frames import Frame, FrameSource
from sla_desktop.gui.forms.ui_check_in_page import Ui_CheckInPage
from sla_desktop.gui.shared.jobs import Jobs, Report
from sla_desktop.services import scans

# A ticket that is held up stays in view for a while; once it was away for so long it may be shown again.
REPEAT_SECONDS = 3.0
# So many looks a second are enough for a hand that holds a telephone, and leave the window time.
_PAUSE_SECONDS = 0.1
_PREVIEW = QSize(260, 150)
_HINT = "Hold a ticket before the camera."


class CameraScan(QObject):
    """Reads what a source shows. `scanned` carries the text of a code, `seen` each picture, `failed` a sentence."""

    scanned = Signal(str)
    seen = Signal(QImage)
    failed = Signal(str)

    def __init__(self, source: FrameSource, parent: QObject, clock: Callable[[], float] = monotonic) -> None:
        super().__init__(parent)
        self._source, self._clock, self._jobs = source, clock, Jobs(self)
        self._last_seen: dict[str, float] = {}
        self._looked_at = 0.0
        self.running = False

    def start(self) -> None:
        """Begin to look. SlaError when there is nothing to look through."""
        self._source.start(self._take, self._on_failed)
        self.running = True

    def stop(self) -> None:
        """Look no more; what is being read is not told."""
        self.running = False
        self._source.stop()

    def close(self) -> None:
        """Stop for good."""
        self.stop()
        self._jobs.close()

    def _take(self, frame: Frame) -> None:
        """Look at a frame, unless the one before is still being read: an old picture is worth nothing."""
        if not self.running or self._jobs.busy or self._clock() - self._looked_at < _PAUSE_SECONDS:
            return
        self._looked_at = self._clock()
        picture = frame().convertToFormat(QImage.Format.Format_Grayscale8)
        if picture.isNull():
            return
        self.seen.emit(picture)

        def work(_report: Report) -> list[str]:
            size = (picture.width(), picture.height())
            return scans.tickets_in(bytes(picture.constBits()), size, picture.bytesPerLine())

        job = self._jobs.prepare(work)
        job.succeeded.connect(self._on_read)
        self._jobs.start(job)

    def _on_read(self, texts: list[str]) -> None:
        for text in texts:
            before = self._last_seen.get(text)
            self._last_seen[text] = self._clock()
            if self.running and (before is None or self._clock() - before > REPEAT_SECONDS):
                self.scanned.emit(text)

    def _on_failed(self, sentence: str) -> None:
        self.stop()
        self.failed.emit(sentence)


class CameraButton(QObject):
    """The button beside the box, which F4 presses: starts and stops the camera, and shows what it sees."""

    def __init__(
        self, ui: Ui_CheckInPage, page: QObject, source: Callable[[], FrameSource], scanned: Callable[[str], None]
    ) -> None:
        super().__init__(page)
        self._ui, self._make_source, self._scanned = ui, source, scanned
        self.scan: CameraScan | None = None
        ui.camera_card.hide()
        ui.camera_picture.setText(_HINT)
        ui.camera_button.toggled.connect(self._on_toggled)

    def stop(self) -> None:
        """Let go of the camera: nobody looks at this page."""
        self._ui.camera_button.setChecked(False)

    def _on_toggled(self, wanted: bool) -> None:
        self._start() if wanted else self._end()
        self._ui.camera_card.setVisible(self.scan is not None)

    def _start(self) -> None:
        scan = CameraScan(self._make_source(), self)
        try:
            scan.start()
        except SlaError as error:
            scan.close()
            self._on_failed(str(error))
            return
        scan.scanned.connect(self._scanned)
        scan.seen.connect(self._show)
        scan.failed.connect(self._on_failed)
        self.scan = scan

    def _end(self) -> None:
        scan, self.scan = self.scan, None
        if scan is not None:
            scan.close()
            scan.deleteLater()
        self._ui.camera_picture.setText(_HINT)

    def _on_failed(self, sentence: str) -> None:
        self.stop()
        self._ui.banner.say(sentence, "bad")

    def _show(self, picture: QImage) -> None:
        keep = Qt.AspectRatioMode.KeepAspectRatio
        self._ui.camera_picture.setPixmap(QPixmap.fromImage(picture.scaled(_PREVIEW, keep)))
