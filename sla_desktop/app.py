"""The window's start: the empty window shows first, then the data is opened and everything is put together."""

import builtins
import gc
import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path
from threading import Thread
from types import TracebackType
from typing import TYPE_CHECKING

PLAIN_IMPORT = builtins.__import__  # before Qt puts its own in its place

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from sla_desktop import settings
from sla_desktop.domain.errors import SlaError, trace_of
from sla_desktop.gui.main_window import MainWindow
from sla_desktop.gui.shared.prompts import Prompts
from sla_desktop.gui.shared.theme import Appearance, Looks, scheme_named

if TYPE_CHECKING:
    from sla_desktop.domain.ids import EventId
    from sla_desktop.gui.desktop import Desktop
    from sla_desktop.storage.store import Store
    from sla_desktop.venue.phones import Phones

# Imported after the window shows, in a thread: the first slip of the hand, document or import then costs no more.
WARMED = (
    "rapidfuzz.process",
    "rapidfuzz.fuzz",
    "numpy",
    "reportlab.pdfgen.canvas",
    "pandas",
    "openpyxl",
    "sla_desktop.grouping.solve",
)
MAX_TRIES = 3


class Start(QObject):
    """Opens the data once the window has painted; the database's own imports cost more than the window itself."""

    def __init__(self, window: MainWindow, prompts: Prompts) -> None:
        super().__init__(window)
        self.desktop: Desktop | None = None
        self._window, self._prompts = window, prompts
        window.painted.connect(self._on_window_painted)

    def _on_window_painted(self) -> None:
        import_database()
        store = unlock(settings.store_path(), self._prompts)
        if store is None:
            QApplication.exit(1)
            return
        from sla_desktop.gui.desktop import Desktop

        self.desktop = Desktop(store, self._prompts, self._window, phones_for)
        self.desktop.begin()
        warm_imports()


def main(argv: Sequence[str] | None = None) -> int:
    """Open the window; 0 when it was closed, 1 when the data could not be opened."""
    gc.disable()  # until all is loaded: what is made at the start stays, so looking for rubbish only costs time
    app = QApplication(list(sys.argv if argv is None else argv))
    app.setApplicationName("SLA Desktop")
    app.setDesktopFileName("sla-desktop")
    prompts = Prompts()
    tell_of_bugs(prompts)
    window = MainWindow(remembered_appearance(app))
    start = Start(window, prompts)
    window.show()
    try:
        return app.exec()
    finally:
        if start.desktop is not None:
            start.desktop.close()


def remembered_appearance(app: QApplication) -> Appearance:
    """The colours and text size that were chosen last time."""
    kept = settings.load()
    return Appearance(app, Looks(scheme_named(kept.scheme), kept.text_size))


def unlock(path: Path, prompts: Prompts) -> "Store | None":
    """Open the store, asking for its passphrase when this laptop's key ring has no key; None when people give up."""
    from sla_desktop.storage import full_disk
    from sla_desktop.storage.store import open_store

    for _ in range(MAX_TRIES):
        asked: list[str] = []

        def ask(question: str, asked: list[str] = asked) -> str | None:
            asked.append(question)
            return prompts.secret(None, question) or None

        try:
            store = open_store(path, ask=ask)
            if store.full:
                prompts.tell(None, full_disk.WORDS)
            return store
        except SlaError as error:
            prompts.tell(None, str(error))
            if not asked:
                return None
    return None


def tell_of_bugs(prompts: Prompts) -> None:
    """Tell people of the first fault inside the program; where each one happened goes to standard error."""
    told: list[type[BaseException]] = []

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        sys.stderr.write(trace_of(error.with_traceback(trace)))
        if issubclass(kind, Exception) and not told:
            told.append(kind)
            prompts.tell(
                None,
                f"Something went wrong inside the program ({kind.__name__}). What was shown as saved is safe. "
                "Close the window and open it again; if it comes back, tell whoever looks after the program.",
            )

    sys.excepthook = hook


def phones_for(store: "Store", event_id: "EventId") -> Callable[[str], "Phones"]:
    """Opens an event's form to phones on an address of this laptop."""

    def open_on(address: str) -> "Phones":
        from sla_desktop.venue.phones import Phones

        return Phones(store, event_id, host=address)

    return open_on


def import_database() -> None:
    """Import the database with Python's own import; Qt's, which looks for its feature switches, takes longer."""
    with_features = builtins.__import__
    builtins.__import__ = PLAIN_IMPORT
    try:
        import_module("sla_desktop.storage.store")
    finally:
        builtins.__import__ = with_features


def warm_imports() -> Thread:
    """Import what searches, documents and imports need, without keeping anybody waiting."""
    thread = Thread(target=_warm, name="warm", daemon=True)
    thread.start()
    return thread


def _warm() -> None:
    try:
        for name in WARMED:
            import_module(name)
    finally:
        # What was loaded stays: whoever looks for rubbish at a busy door need not look through it.
        gc.freeze()
        gc.enable()


if __name__ == "__main__":
    raise SystemExit(main())
