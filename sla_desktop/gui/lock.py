"""Covering the window: by Ctrl+L, after a while without input, and while nobody may touch the data."""

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QKeyEvent, QMouseEvent, QWindow
from PySide6.QtWidgets import QApplication, QDialog, QFrame, QWidget
from shiboken6 import isValid

from sla_desktop.gui.forms.ui_cover import Ui_Cover
from sla_desktop.gui.main_window import MainWindow
from sla_desktop.gui.shared import icons
from sla_desktop.gui.shared.jobs import Jobs, Report
from sla_desktop.services import locks
from sla_desktop.storage.store import Store

_INPUT = {
    QEvent.Type.KeyPress,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseMove,
    QEvent.Type.Wheel,
    QEvent.Type.TouchBegin,
}
_MINUTE_MS = 60_000


class Cover(QFrame):
    """Lies over everything in the window, menus too. `opened` is called by any key when no secret is asked for."""

    def __init__(self, lock: "WindowLock", window: MainWindow) -> None:
        super().__init__(window)
        self.ui = Ui_Cover()
        self.ui.setupUi(self)  # type: ignore[no-untyped-call]
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._lock, self._window = lock, window
        self.ui.secret_edit.returnPressed.connect(lambda: lock.unlock(self.ui.secret_edit.text()))
        self.ui.unlock_button.clicked.connect(lambda: lock.unlock(self.ui.secret_edit.text()))
        window.installEventFilter(self)
        self.hide()

    def lay(self, title: str, words: str, *, asks: bool) -> None:
        """Cover the window, with a line for the secret if one is asked for."""
        self.ui.title_label.setText(title)
        self.ui.words_label.setText(words)
        self.ui.secret_edit.clear()
        for part in (self.ui.secret_edit, self.ui.unlock_button):
            part.setVisible(asks)
        self.ui.error_label.clear()
        self.setAccessibleName(f"{title}. {words}")
        icons.dress(self)
        self.setGeometry(self._window.rect())
        self.show()
        self.raise_()
        (self.ui.secret_edit if asks else self).setFocus()

    def complain(self, sentence: str) -> None:
        """Say why it stays, and take another try."""
        self.ui.error_label.setText(sentence)
        self.ui.secret_edit.setEnabled(True)
        self.ui.secret_edit.selectAll()
        self.ui.secret_edit.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self.setGeometry(self._window.rect())
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() not in (Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_Meta):
            self._lock.reveal(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._lock.reveal(None)


class WindowLock(QObject):
    """Locks the window and opens it again. `has_passphrase` says whether the data's passphrase opens it too.

    Windows made for others to look at (the kiosk, the projector) are left alone.
    """

    def __init__(self, window: MainWindow, store: Store, minutes: int) -> None:
        super().__init__(window)
        # Until the key ring was asked, which may take a while, a passphrase is asked for.
        self.has_passphrase = True
        self._window, self._store, self._jobs = window, store, Jobs(self)
        self.cover = Cover(self, window)
        self._open_to_any_key = False
        self._hidden: list[QDialog] = []
        self._focused: QWidget | None = None
        self._idle = QTimer(self, singleShot=True)
        self._idle.timeout.connect(self.lock)
        self.wait(minutes)
        application = QGuiApplication.instance()
        application.focusWindowChanged.connect(self._on_focus_window_changed)  # type: ignore[union-attr]
        self._on_focus_window_changed(QGuiApplication.focusWindow())

    @property
    def locked(self) -> bool:
        """Whether the window is covered."""
        return not self.cover.isHidden()

    def wait(self, minutes: int) -> None:
        """Lock after so many minutes without input; 0 means never."""
        self._idle.setInterval(minutes * _MINUTE_MS)
        self._idle.start() if minutes else self._idle.stop()

    def lock(self) -> None:
        """Cover the window, and hide its dialogs as they are, until somebody opens it again."""
        if self.locked:
            return
        has_pin = locks.has_pin(self._store)
        secrets = ["the PIN of this window"] * has_pin + ["the passphrase of the data"] * self.has_passphrase
        asks = bool(secrets)
        self._open_to_any_key = not asks
        if asks:
            words = f"Type {' or '.join(secrets)}. Nothing was lost."
        else:
            words = "Any key shows it again: this window has no PIN. Set one in the Event menu to keep others out."
        self._lay("Locked" if asks else "Covered", words, asks=asks)

    def cover_while(self, words: str) -> None:
        """Cover the window until `open` is called, and take no keys."""
        self._open_to_any_key = False
        self._lay("One moment", words, asks=False)

    def reveal(self, key: QKeyEvent | None) -> None:
        """Open at any key if nothing is asked for; the key goes on to the page, so that a scanned ticket is whole."""
        if not self._open_to_any_key:
            return
        self.open()
        focused = self._window.focusWidget()
        if key is not None and key.text() and focused is not None:
            copy = QKeyEvent(key.type(), key.key(), key.modifiers(), key.text(), key.isAutoRepeat(), key.count())
            QCoreApplication.postEvent(focused, copy)

    def unlock(self, typed: str) -> None:
        """Open if this is the PIN or the passphrase; that takes a moment, away from the window."""

        def work(_report: Report) -> bool:
            return locks.opens(self._store, typed)

        job = self._jobs.prepare(work)
        job.succeeded.connect(self._on_tried)
        job.failed.connect(self.cover.complain)
        self.cover.ui.secret_edit.setEnabled(False)
        self.cover.ui.error_label.setText("One moment")
        self._jobs.start(job)

    def open(self) -> None:
        """Take the cover away; dialogs and the cursor are where they were."""
        self.cover.hide()
        self.cover.ui.secret_edit.clear()
        self.cover.ui.secret_edit.setEnabled(True)
        self._let(True)
        for dialog in filter(isValid, self._hidden):
            dialog.show()
        self._hidden.clear()
        if self._focused is not None:
            self._focused.setFocus()
        if self._idle.interval():
            self._idle.start()

    def close(self) -> None:
        """Let the last try end."""
        self._jobs.close()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Only the windows' own events are looked at, not those of everything in them."""
        if event.type() in _INPUT and self._idle.isActive():
            self._idle.start()
        if _is_lock_key(event) and isinstance(QApplication.activeWindow(), QDialog):
            # The menu's own key is heard in the main window only.
            self.lock()
            return True
        return False

    def _lay(self, title: str, words: str, *, asks: bool) -> None:
        shown = [one for one in QApplication.topLevelWidgets() if isinstance(one, QDialog) and one.isVisible()]
        self._hidden = [*self._hidden, *shown]
        for dialog in shown:
            dialog.hide()
        self._focused = self._window.focusWidget()
        self._let(False)
        self.cover.lay(title, words, asks=asks)

    def _let(self, allowed: bool) -> None:
        self._window.ui.menu_bar.setEnabled(allowed)
        self._window.ui.central_widget.setEnabled(allowed)

    def _on_tried(self, fits: bool) -> None:
        if fits:
            self.open()
        else:
            self.cover.complain("That is not it. Try again.")

    def _on_focus_window_changed(self, window: QWindow | None) -> None:
        if window is not None:
            window.installEventFilter(self)


def _is_lock_key(event: QEvent) -> bool:
    if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
        return False
    return event.key() == Qt.Key.Key_L and event.modifiers() == Qt.KeyboardModifier.ControlModifier
