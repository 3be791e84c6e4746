"""Paper read back: misreads, what goes to a person, and pages a second, at each quality of scan."""

import tempfile
from pathlib import Path

from tests.benchmarks.report import table
from tests.survey import pens
from tests.survey.paper import simulate

SEED, PAGES = 20261128, 840  # twelve questions a page


def main() -> None:
    """Measure and print."""
    rows = [("scans", "questions", "silent misreads", "to review", "pages not read", "pages a second and core")]
    for level in pens.LEVELS:
        with tempfile.TemporaryDirectory() as folder:
            told = simulate(level, PAGES, SEED, Path(folder))
        speed = f"{told.pages / told.seconds:.1f}"
        counts = (f"{told.questions:,}", str(len(told.silent)), f"{told.share:.1%}", str(len(told.unread)), speed)
        rows.append((level, *counts))
    table(f"Forms on paper (seed {SEED})", rows)
