"""Paper read back: misreads, what goes to a person, and pages a second, at each quality of scan."""

import tempfile
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from multiprocessing import get_context
from pathlib import Path

import cv2

from tests.benchmarks.report import table
from tests.survey import pens
from tests.survey.paper import Tally, simulate

SEED, PAGES, AT_ONCE = 20261128, 840, 20  # twelve questions a page


def part(level: str, first: int) -> Tally:
    """Some pages, on one core."""
    cv2.setNumThreads(1)
    with tempfile.TemporaryDirectory() as folder:
        return simulate(level, AT_ONCE, SEED, Path(folder), first=first)


def main() -> None:
    """Measure on all cores and print."""
    rows = [("scans", "questions", "silent misreads", "to review", "pages not read", "pages a second and core")]
    with ProcessPoolExecutor(mp_context=get_context("spawn")) as pool:
        for level in pens.LEVELS:
            told = sum(pool.map(partial(part, level), range(0, PAGES, AT_ONCE)), Tally())
            speed = f"{told.pages / told.seconds:.1f}"
            counts = (f"{told.questions:,}", str(len(told.silent)), f"{told.share:.1%}", str(len(told.unread)), speed)
            rows.append((level, *counts))
    table(f"Forms on paper (seed {SEED})", rows)
