"""The Breakouts page in the real window: when a first plan shows, and how long the window is deaf meanwhile."""

import multiprocessing
import os
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from sla_desktop.services import attendance
from sla_desktop.services.people import attendees
from tests.benchmarks.material import big_store
from tests.benchmarks.report import table

SIZES = (300, 500)
WIDTHS = (1000, 1400, 1180, 1600, 1280)


def main() -> None:
    """Measure and print."""
    spawn = multiprocessing.get_context("spawn")
    heading = ("people", "first plan after", "processor time until then", "plans shown")
    rows = [(*heading, "longest deaf while forming", "longest deaf while resized")]
    with tempfile.TemporaryDirectory() as folder, spawn.Pool(1, maxtasksperchild=1) as pool:
        rows += pool.starmap(page, [(Path(folder), people) for people in SIZES], chunksize=1)
    table("Breakouts in the window; deaf in processor time of its thread", rows)


def page(folder: Path, people: int) -> tuple[str, ...]:
    """Form groups of so many people once, then give the window other widths."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ["XDG_STATE_HOME"] = str(folder / f"state-{people}")
    from PySide6.QtWidgets import QApplication

    from sla_desktop.app import warm_imports
    from sla_desktop.gui.desktop import Desktop
    from sla_desktop.gui.main_window import MainWindow
    from sla_desktop.gui.shared.prompts import Prompts
    from sla_desktop.gui.shared.theme import Appearance, Looks, Scheme

    application = QApplication([])
    store, event = big_store(folder / f"{people}.sla", people)
    for one in attendees(store, event.id):
        attendance.check_in(store, event.id, one.id, desk="A")
    desktop = Desktop(store, Prompts(), MainWindow(Appearance(application, Looks(Scheme.LIGHT))))
    desktop.begin()
    warm_imports().join()
    desktop.window.resize(1280, 720)
    desktop.window.show()
    desktop.window.open_event(event)
    desktop.window.go("breakouts")
    seen = desktop.window.page
    _turn(application, lambda: not desktop.jobs.busy)
    told: list[tuple[float, float]] = []
    seen.bench.judged.connect(lambda _: told.append((time.perf_counter(), time.process_time())))
    started = time.perf_counter(), time.process_time()
    seen.ui.form_button.click()
    deaf = _turn(application, lambda: bool(told) and bool(seen.ui.board.cards))
    first = [now - then for now, then in zip(told[0], started, strict=True)]
    deaf = max(deaf, _turn(application, lambda: not desktop.jobs.busy))
    resized = 0.0
    for width in WIDTHS:
        resized = max(resized, _deaf(lambda width=width: desktop.window.resize(width, 720)))
        resized = max(resized, _turn(application, lambda: not desktop.jobs.busy))
    desktop.safety.close()
    desktop.jobs.close()
    desktop.window.close()
    store.close()
    seconds = [f"{one:.2f} s" for one in first]
    return (str(people), *seconds, str(len(told)), *(f"{1000 * one:.0f} ms" for one in (deaf, resized)))


def _turn(application, over: Callable[[], bool]) -> float:
    """Let the window do what it wants to until something is over and it is quiet; the longest it was deaf."""
    longest, quiet = 0.0, 0
    while quiet < 10:
        spent = _deaf(application.processEvents)
        longest = max(longest, spent)
        quiet = quiet + 1 if over() and spent < 0.002 else 0
        time.sleep(0.003)
    return longest


def _deaf(act: Callable[[], object]) -> float:
    """How long the window's thread computed."""
    started = time.thread_time()
    act()
    return time.thread_time() - started
