"""Start-up: an empty Qt window, our first window, and our window with an event of 5,000 people, side by side."""

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.benchmarks.material import RAW_KEY, big_store
from tests.benchmarks.report import table

RUNS, PEOPLE = 7, 5000
_TELL = """
import os, time
from PySide6.QtCore import QEvent, QObject, QTimer
class Painted(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            QApplication.instance().removeEventFilter(self)
            QTimer.singleShot(0, tell)
        return False
def tell():
    print(time.time() - float(os.environ["BENCH_STARTED"]), flush=True)
    os._exit(0)
"""
_EMPTY = f"""
from PySide6.QtWidgets import QApplication, QMainWindow
{_TELL}
app = QApplication([])
painted = Painted(); app.installEventFilter(painted)
window = QMainWindow(); window.resize(1280, 720); window.show()
app.exec()
"""
_OURS = f"""
import gc
gc.disable()
from sla_desktop import app
from PySide6.QtWidgets import QApplication
{_TELL}
from sla_desktop.gui.main_window import MainWindow
from sla_desktop.gui.shared.prompts import Prompts
qt = QApplication([])
window = MainWindow(app.remembered_appearance(qt))
start = app.Start(window, Prompts())
WHEN
window.resize(1280, 720); window.show()
qt.exec()
"""
_FIRST = _OURS.replace("WHEN", "painted = Painted(); qt.installEventFilter(painted)")
# Ready is when the pages are there, loaded, and everything waiting to be painted was painted.
_READY = _OURS.replace("WHEN", "app.warm_imports = lambda: (qt.processEvents(), tell())")


def main() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        large = _with_people(home)
        variants = {
            "an empty PySide6 window": (_EMPTY, _environment(home, "empty")),
            "our first window": (_FIRST, large),
            "our window ready, no event yet": (_READY, _environment(home, "fresh")),
            f"our window ready on an event of {PEOPLE:,}": (_READY, large),
        }
        for script, environment in variants.values():
            _start(script, environment)
        times = {name: [] for name in variants}
        for _ in range(RUNS):
            for name, (script, environment) in variants.items():
                times[name].append(_start(script, environment))
    floor = statistics.median(times["an empty PySide6 window"])
    rows = [
        (name, f"{1000 * statistics.median(t):.0f} ms", f"{statistics.median(t) / floor:.2f}")
        for name, t in times.items()
    ]
    table(f"Process start to first paint, median of {RUNS}, offscreen", [("window", "time", "ratio"), *rows])


def _start(script: str, environment: dict[str, str]) -> float:
    started = {"BENCH_STARTED": repr(time.time())}
    done = subprocess.run(
        [sys.executable, "-c", script], env={**environment, **started}, capture_output=True, text=True
    )
    return float(done.stdout)


def _environment(home: Path, name: str) -> dict[str, str]:
    ours = {"QT_QPA_PLATFORM": "offscreen", "SLA_KEY": RAW_KEY, "SLA_STORE": str(home / f"{name}.sla")}
    # As on anybody's laptop: the first start keeps the compiled files, later ones find them.
    usual = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    return {**usual, **ours, "XDG_CONFIG_HOME": str(home / name), "HOME": str(home)}


def _with_people(home: Path) -> dict[str, str]:
    environment = _environment(home, "large")
    store, event = big_store(Path(environment["SLA_STORE"]), PEOPLE)
    store.close()
    settings = home / "large" / "sla-desktop" / "settings.json"
    settings.parent.mkdir(parents=True)
    settings.write_text(json.dumps({"last_event": str(event.id)}))
    return environment
