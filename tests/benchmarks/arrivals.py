"""Five hundred people in an hour at three desks, typed and scanned into the real window.

Time is compressed: where the window has nothing to do, the clock jumps to the next arrival. Desks run one after
another, as each has a laptop of its own; what they tell each other is measured by `desks`.
"""

import multiprocessing
import os
import random
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from sla_desktop.services.people import Attendee, attendees
from tests.benchmarks.material import big_store
from tests.benchmarks.report import quantile, table

PEOPLE, DESKS, SECONDS = 500, 3, 3600.0
EARLY, WALK_INS, UNKNOWN = 0.7, 0.1, 0.03
_STALL = 0.05
_QUIET, _QUIET_TURNS = 0.002, 5


@dataclass
class Morning:
    """What one desk saw, in seconds.

    How long each person waited for the program, all keys of their name together; how long it took from Enter (or the
    scanner's, or the button of a walk-in) to the verdict; and how long the window was deaf.
    """

    waits: list[float]
    verdicts: list[float]
    stalls: list[float]
    green: int
    recorded: int


def main() -> None:
    """Measure and print."""
    spawn = multiprocessing.get_context("spawn")
    with tempfile.TemporaryDirectory() as folder, spawn.Pool(1, maxtasksperchild=1) as pool:
        os.environ["XDG_STATE_HOME"] = folder
        mornings = pool.starmap(desk, [(Path(folder), number) for number in range(DESKS)], chunksize=1)
    waits = [1000 * wait for morning in mornings for wait in morning.waits]
    stalls = [1000 * stall for morning in mornings for stall in morning.stalls]
    verdicts = [1000 * verdict for morning in mornings for verdict in morning.verdicts]
    heading = ("people", "whole name and verdict p50", "p99", "longest", "Enter to verdict p50", "p99", "longest")
    rows = [(*heading, "stalls over 50 ms", "longest stall", "green", "on disk")]
    times = [f"{value:.0f} ms" for told in (waits, verdicts) for value in _quantiles(told)]
    longest = f"{max(stalls, default=0):.0f} ms"
    counted = [str(sum(getattr(one, name) for one in mornings)) for name in ("green", "recorded")]
    rows.append((str(len(waits)), *times, str(len(stalls)), longest, *counted))
    table(f"Arrivals at {DESKS} desks, {os.cpu_count()} processors", rows)


def _quantiles(values: list[float]) -> tuple[float, float, float]:
    return quantile(values, 0.5), quantile(values, 0.99), max(values)


def desk(folder: Path, number: int) -> Morning:
    """One desk's share of the morning, in a window of its own."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ["XDG_STATE_HOME"] = str(folder / f"state-{number}")
    from PySide6.QtWidgets import QApplication

    from sla_desktop.app import warm_imports
    from sla_desktop.gui.desktop import Desktop
    from sla_desktop.gui.main_window import MainWindow
    from sla_desktop.gui.shared.prompts import Prompts
    from sla_desktop.gui.shared.theme import Appearance, Looks, Scheme

    application = QApplication([])
    store, event = big_store(folder / f"desk-{number}.sla", PEOPLE)
    desktop = Desktop(store, Prompts(), MainWindow(Appearance(application, Looks(Scheme.LIGHT))))
    desktop.begin()
    warm_imports().join()
    desktop.window.show()
    desktop.window.open_event(event)
    desktop.window.go("check_in")
    listed = attendees(store, event.id)[number::DESKS]
    morning = _work(application, desktop.window.page, listed, random.Random(number))
    morning.recorded = sum(one.inside for one in attendees(store, event.id))
    desktop.safety.close()
    desktop.jobs.close()
    desktop.window.close()
    store.close()
    return morning


def _work(application, page, listed: list[Attendee], rng: random.Random) -> Morning:
    morning, free = Morning([], [], [], 0, 0), 0.0
    _settle(application, [])
    for moment, person in zip(sorted(_moment(rng) for _ in listed), listed, strict=True):
        began = time.perf_counter()
        lot = rng.random()
        if lot < UNKNOWN:
            _type(page, "Xyzzy Quuxfrob", morning)
        elif lot < UNKNOWN + WALK_INS:
            _walk_in(application, page, f"Walk{person.member.given} In{person.member.family}", morning)
        else:
            scanned = rng.random() < 0.5
            _type(page, person.registration.code if scanned else person.name, morning, enter=True)
        answered = time.perf_counter()
        turn = max(moment, free)
        morning.waits.append(turn - moment + answered - began)
        morning.green += page.ui.verdict_frame.property("light") == "green" and lot >= UNKNOWN
        page.ui.search_edit.clear()
        _settle(application, morning.stalls)
        free = turn + time.perf_counter() - began
    return morning


def _moment(rng: random.Random) -> float:
    """When somebody comes: most in the first half."""
    half = SECONDS / 2
    return rng.uniform(0, half) if rng.random() < EARLY else rng.uniform(half, SECONDS)


def _settle(application, stalls: list[float]) -> None:
    """Let the window do all that it still wants to."""
    quiet = 0
    while quiet < _QUIET_TURNS:
        started = time.perf_counter()
        _clocked(application.processEvents, stalls)
        quiet = quiet + 1 if time.perf_counter() - started < _QUIET else 0
        time.sleep(_QUIET)


def _type(page, text: str, morning: Morning, *, enter: bool = False) -> None:
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest

    for letter in text:
        # Qt's test keyboard has only ASCII keys; other letters arrive as an input method would bring them.
        press = QTest.keyClicks if letter.isascii() else lambda box, text: box.insert(text)
        _clocked(lambda press=press, letter=letter: press(page.ui.search_edit, letter), morning.stalls)
    if enter:
        morning.verdicts.append(
            _clocked(lambda: QTest.keyClick(page.ui.search_edit, Qt.Key.Key_Return), morning.stalls)
        )


def _walk_in(application, page, name: str, morning: Morning) -> None:
    from sla_desktop.gui.attendance.walk_in_dialog import WalkInDialog

    _type(page, name, morning)
    _clocked(page.open_walk_in, morning.stalls)
    _clocked(application.processEvents, morning.stalls)
    dialog = page.findChild(WalkInDialog)
    dialog.ui.organisation_edit.setText("Carers Together")
    morning.verdicts.append(_clocked(dialog.ui.check_in_button.click, morning.stalls))
    if dialog.isVisible():
        morning.verdicts.append(_clocked(dialog.ui.check_in_button.click, morning.stalls))


def _clocked(act, stalls: list[float]) -> float:
    started = time.perf_counter()
    act()
    spent = time.perf_counter() - started
    if spent > _STALL:
        stalls.append(spent)
    return spent
