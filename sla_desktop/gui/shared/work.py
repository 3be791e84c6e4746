"""What a page shows while a job runs: words, a bar, and a way to stop."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from sla_desktop.gui.shared.jobs import Heard, Job


class WorkBox(QFrame):
    """Follows one job at a time and hides when it has finished."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "card")
        self.words, self.bar, self.stop_button = QLabel(self), QProgressBar(self), QPushButton("Stop", self)
        self.words.setWordWrap(True)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName("Progress")
        left = QVBoxLayout()
        left.setSpacing(8)
        left.addWidget(self.words)
        left.addWidget(self.bar)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setSpacing(16)
        layout.addLayout(left, 1)
        layout.addWidget(self.stop_button)
        self.hide()

    def follow(self, job: Job, words: str, stop: str = "Stop") -> None:
        """Show a job from now until it has finished; its own words replace the first ones."""
        self.words.setText(words)
        self.bar.setRange(0, 0)
        self.stop_button.setText(stop)
        self.stop_button.setEnabled(True)
        self.stop_button.clicked.connect(job.cancel)
        self.stop_button.clicked.connect(self._on_stop_clicked)
        job.progressed.connect(self._on_progressed)
        job.finished.connect(self._on_finished)
        self.show()

    def _on_progressed(self, done: int, total: int, what: str) -> None:
        self.bar.setRange(0, max(0, total))
        self.bar.setValue(done)
        if what:
            self.words.setText(what)

    def _on_stop_clicked(self) -> None:
        self.stop_button.setEnabled(False)
        self.words.setText("Stopping")

    def _on_finished(self) -> None:
        self.stop_button.clicked.disconnect()
        self.hide()


def rest(button: QPushButton, job: Job) -> None:
    """Disable a button until a job has finished; if the keyboard was on it, it is there again."""
    focused = button.window().focusWidget() is button
    button.setEnabled(False)

    def wake() -> None:
        button.setEnabled(True)
        if focused:
            button.setFocus()

    job.finished.connect(Heard(button, wake).hear)
