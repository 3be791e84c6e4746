"""Where pictures of tickets come from: a camera, or files that stand for one."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, Protocol

from PySide6.QtCore import QTimer
from PySide6.QtGui import QImage

from sla_desktop.domain.errors import SlaError

Frame = Callable[[], QImage]
_MISSING = (
    "The camera cannot be used: this computer lacks a part for it (libpulse0 on Linux). Use a scanner, or type."
)
_NONE = "No camera was found. Plug one in and try again, use a scanner, or type."


class FrameSource(Protocol):
    """Gives frames until it is stopped. A frame is asked for its picture only when there is time to look at it."""

    def start(self, take: Callable[[Frame], None], fail: Callable[[str], None]) -> None:
        """Give frames to `take`, and a sentence to `fail` if it breaks on the way. SlaError when it cannot begin."""

    def stop(self) -> None:
        """Give no more."""


class Camera:
    """The computer's usual camera. What it needs is imported when it is first started."""

    def __init__(self) -> None:
        self._parts: list[Any] = []

    def start(self, take: Callable[[Frame], None], fail: Callable[[str], None]) -> None:
        """Open the camera."""
        try:
            from PySide6.QtMultimedia import QCamera, QMediaCaptureSession, QMediaDevices, QVideoSink
        except ImportError as error:
            raise SlaError(_MISSING) from error
        device = QMediaDevices.defaultVideoInput()
        if device.isNull():
            raise SlaError(_NONE)
        camera, session, sink = QCamera(device), QMediaCaptureSession(), QVideoSink()
        session.setCamera(camera)
        session.setVideoSink(sink)
        sink.videoFrameChanged.connect(lambda frame: take(frame.toImage))
        camera.errorOccurred.connect(lambda _error, words: fail(f"The camera stopped: {words}"))
        self._parts = [camera, session, sink]
        camera.start()

    def stop(self) -> None:
        """Let go of the camera, so that its light goes out."""
        if self._parts:
            self._parts[0].stop()
        self._parts = []


class Stills:
    """Pictures from files, one after the other, `milliseconds` apart."""

    def __init__(self, paths: Sequence[Path], milliseconds: int = 40) -> None:
        self._waiting = list(paths)
        self._take: Callable[[Frame], None] = lambda _frame: None
        self._timer = QTimer()
        self._timer.setInterval(milliseconds)
        self._timer.timeout.connect(self._on_time)

    def start(self, take: Callable[[Frame], None], fail: Callable[[str], None]) -> None:
        """Begin with the first that was not shown."""
        if not self._waiting:
            raise SlaError(_NONE)
        self._take = take
        self._timer.start()

    def stop(self) -> None:
        """Keep the others for the next start."""
        self._timer.stop()

    def _on_time(self) -> None:
        if not self._waiting:
            self._timer.stop()
            return
        picture = QImage(str(self._waiting.pop(0)))
        self._take(lambda: picture)
