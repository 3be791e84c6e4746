"""The demonstration of 300 people, end to end."""

import tempfile
from pathlib import Path

from sla_desktop.demo.day import play
from tests.benchmarks.report import table


def main() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as folder:
        account = play(Path(folder), people=300, seed=1, tell=lambda line: None)
    table("The demonstration day, 300 people", [("time", "sound"), (f"{account.seconds:.0f} s", str(account.sound))])
