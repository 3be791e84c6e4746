"""A whole event day played through the services, by the clock of a Tuesday in November."""

import os
import random
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sla_desktop.demo import acts, invariants
from sla_desktop.demo.people import make_people
from sla_desktop.domain.errors import SlaError
from sla_desktop.domain.events import Event
from sla_desktop.services import events
from sla_desktop.storage.store import Store, open_store

DESKS = ("Desk 1", "Desk 2", "Desk 3")
DEMO_KEY = "demo"
_OPENS = datetime(2026, 11, 17, 9, 0, tzinfo=UTC)


@dataclass
class Account:
    """What the day did, line by line, and whether its record is sound."""

    lines: list[str] = field(default_factory=list)
    checks: dict[str, bool] = field(default_factory=dict)
    files: list[Path] = field(default_factory=list)
    seconds: float = 0.0

    @property
    def sound(self) -> bool:
        """Whether every invariant held."""
        return all(self.checks.values())


@dataclass
class Day:
    """The parts of the day that the acts work on."""

    out: Path
    office: Store
    desks: list[Store]
    event: Event
    rng: random.Random
    tell: Callable[[str], None]
    account: Account
    green: set[str] = field(default_factory=set)

    @property
    def share(self) -> str:
        """The shared folder's address."""
        return f"folder://{(self.out / 'share').resolve()}"

    def say(self, line: str) -> None:
        """Add a line to the account."""
        self.account.lines.append(line)
        self.tell(line)

    def wrote(self, path: Path) -> None:
        """Note a file that people can look at."""
        self.account.files.append(path)


def play(out: Path, *, people: int, seed: int, tell: Callable[[str], None]) -> Account:
    """Play the day into a fresh folder `out`. SlaError if the folder holds something else."""
    started = time.monotonic()
    _prepare(out)
    rng = random.Random(seed)
    office, *desks = (_open(out / f"{name}.sla", name) for name in ("Office", *DESKS))
    event = events.add_event(
        office,
        title="System leadership community day",
        starts=_OPENS,
        ends=_OPENS + timedelta(hours=7),
        venue="St George's Hall, Southwark",
        kind="Community event",
        organiser="South East London System Leadership Academy",
        contact="academy@example.org",
    )
    day = Day(out, office, desks, event, rng, tell, Account())
    try:
        for act in acts.ALL:
            act(day, make_people(people, random.Random(seed)))
        invariants.check(day)
    finally:
        for store in (office, *desks):
            store.close()
    day.account.seconds = round(time.monotonic() - started, 1)
    day.say(f"The whole day took {day.account.seconds:.0f} seconds. Files are in {out}.")
    return day.account


def _prepare(out: Path) -> None:
    if out.is_dir() and any(out.iterdir()) and not (out / "Office.sla").exists():
        raise SlaError(f"{out} holds other files. Choose an empty folder for the demonstration.")
    try:
        out.mkdir(parents=True, exist_ok=True)
        for path in sorted(out.rglob("*"), reverse=True):
            path.rmdir() if path.is_dir() else path.unlink()
        (out / "share").mkdir()
    except OSError as error:
        raise SlaError(f"{out} cannot be used: {error.strerror}. Choose another folder.") from error


def _open(path: Path, name: str) -> Store:
    store = open_store(path, secret=os.environ.get("SLA_KEY") or DEMO_KEY)
    store.name_desk(name)
    return store
