"""Pre-flight: proves at the office what will work at the venue with no internet."""

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from sla_desktop import assets
from sla_desktop.domain.errors import SlaError
from sla_desktop.domain.events import DEFAULT_ZONE, local, long_date
from sla_desktop.domain.ids import EventId
from sla_desktop.domain.registrations import read_code
from sla_desktop.domain.text import counted
from sla_desktop.services import documents, event_changes, exchange, exchange_words
from sla_desktop.services.events import get_event
from sla_desktop.services.people import attendees
from sla_desktop.services.search import Index
from sla_desktop.storage import cells, meta
from sla_desktop.storage.store import Store

_NEEDED_MB = 500
_ODD, _LONG = timedelta(minutes=10), timedelta(days=400)
_NEWEST = "SELECT max(change.wall_ms) FROM change JOIN stream ON change.sid = stream.sid WHERE stream.public_key = ?"


@dataclass(frozen=True)
class Finding:
    """One check: whether it is well, and what was found or what to do."""

    title: str
    well: bool
    words: str


def examine(store: Store, event_id: EventId | None = None) -> list[Finding]:
    """Run every check; with an event also those on its people and papers."""
    checks: list[tuple[str, Callable[[], str]]] = [
        ("Data file", lambda: _data_file(store)),
        ("Saving", lambda: _saving(store)),
        ("Disk", lambda: _disk(store.path)),
        ("Clock", lambda: _clock(store)),
        ("Fonts and forms", _resources),
        ("Times", lambda: _times(store)),
        ("Sharing", lambda: _sharing(store)),
    ]
    if event_id is not None:
        checks.append(("People", lambda: _people(store, event_id)))
        checks.append(("Printing", lambda: _printing(store, event_id)))
    return [_run(title, check) for title, check in checks]


def _run(title: str, check: Callable[[], str]) -> Finding:
    try:
        return Finding(title, True, check())
    except SlaError as error:
        return Finding(title, False, str(error))


def _data_file(store: Store) -> str:
    with store.read() as connection:
        problems = connection.exec_driver_sql("PRAGMA cipher_integrity_check").fetchall()
    if problems:
        raise SlaError(f"{store.path} is damaged. Restore the newest backup before the event.")
    return f"{store.path} opens with its key and is whole."


def _saving(store: Store) -> str:
    with store.raw() as connection:
        meta.put(connection, "last check", datetime.now(UTC).isoformat())
    with store.read() as connection:
        mode = connection.exec_driver_sql("PRAGMA journal_mode").scalar_one()
        level = connection.exec_driver_sql("PRAGMA synchronous").scalar_one()
    if mode != "wal" or level != 2:
        raise SlaError("Saved records would not survive a power cut here. Move the data file to a local disk.")
    return "Everything shown as saved survives a power cut."


def _disk(path: Path) -> str:
    free = shutil.disk_usage(path.parent).free // 1_000_000
    if free < _NEEDED_MB:
        raise SlaError(f"Only {free} MB are free on the disk; make room for at least {_NEEDED_MB} MB.")
    return f"{free // 1000} GB are free."


def _clock(store: Store) -> str:
    """Nobody can know the time here; but not before what this laptop noted, and hardly more than a year after."""
    today = datetime.now(UTC)
    with store.read() as connection:
        ((newest,),) = cells.asked(connection, _NEWEST, (store.public_key,))
    noted = datetime.fromtimestamp(newest / 1000, UTC) if newest else today
    told = f"This laptop's clock says {_moment(today)}"
    if not -_ODD < today - noted < _LONG:
        raise SlaError(f"{told}, but it noted something on {_moment(noted)}. Set the clock right if it is wrong.")
    return f"{told}. Look whether that is right."


def _moment(at: datetime) -> str:
    there = local(at, DEFAULT_ZONE)
    return f"{there:%A} {long_date(there.date())}, {there:%H:%M}"


def _resources() -> str:
    for name in ("fonts/Inter-Regular.ttf", "templates/feedback_form.json", "templates/framework.json"):
        try:
            assets.path(name)
        except FileNotFoundError as error:
            raise SlaError(f"The program's file {name} is missing. Install the program again.") from error
    return "All fonts and forms are on this laptop."


def _times(store: Store) -> str:
    if told := event_changes.twisted(store) + event_changes.adrift(store):
        raise SlaError(" ".join(told))
    return "Every event and session ends after it starts, and each session lies in its event."


def _sharing(store: Store) -> str:
    status = exchange.status(store)
    if told := exchange_words.of_the_clock(status.ahead):
        raise SlaError(told[0])
    return status.words


def _people(store: Store, event_id: EventId) -> str:
    people = attendees(store, event_id)
    if not people:
        raise SlaError("Nobody is registered for this event yet. Import the registrations.")
    index = Index(people)
    lost = [person for person in people if person not in index.find(person.registration.code, limit=1)]
    bad = [person for person in people if read_code(person.registration.code) is None]
    if lost or bad:
        raise SlaError(f"{len(lost) + len(bad)} people cannot be found by their ticket code. Import them again.")
    told = "1 person is" if len(people) == 1 else f"{len(people)} people are"
    return f"{told} on this laptop and can be found with no internet."


def _printing(store: Store, event_id: EventId) -> str:
    with TemporaryDirectory() as folder:
        pages = documents.draw_signin(store, event_id, Path(folder) / "sign-in.pdf")
    told = documents.spelt_words(store, get_event(store, event_id))
    if told:
        raise SlaError(f"{told} Badges and certificates wait until those names are written in other letters.")
    return f"The sign-in sheet prints: {counted(pages, 'page')}. Print it now, for when the laptops are off."
