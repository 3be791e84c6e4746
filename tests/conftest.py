"""What all tests share: a window without a screen, folders of their own, and real databases."""

import os
import shutil
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ.pop("SLA_STORE", None)
os.environ.pop("SLA_KEY", None)

import hypothesis
import pytest

from sla_desktop.domain.events import Event
from sla_desktop.domain.ids import EventId
from sla_desktop.services import events, registrations
from sla_desktop.services.people import Attendee, attendees
from sla_desktop.storage.store import Store, open_store
from tests.cluster import cluster, fresh_database, is_installed

# The machine may be busy; how long an example takes says nothing about whether it is right.
hypothesis.settings.register_profile("steady", deadline=None)
hypothesis.settings.load_profile("steady")

SHARED = Path(__file__).resolve().parents[2] / "shared"
RAW_KEY = "5e" * 32
STARTS = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
ENDS = datetime(2026, 11, 24, 16, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing of the person who runs the tests is read or written."""
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"):
        monkeypatch.setenv(name, str(tmp_path / name.lower()))
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.null.Keyring")


@pytest.fixture
def open_laptop(tmp_path: Path) -> Iterator[Callable[[str], Store]]:
    """Opens a laptop's store by name; the same name is the same file."""
    opened: list[Store] = []

    def open_it(name: str) -> Store:
        store = open_store(tmp_path / f"{name}.sla", secret=RAW_KEY)
        opened.append(store)
        return store

    yield open_it
    for store in opened:
        store.close()


@pytest.fixture(scope="session")
def blank(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data file in which nothing was ever written; making one takes ten times as long as copying it."""
    folder = tmp_path_factory.mktemp("blank")
    open_store(folder / "blank.sla", secret=RAW_KEY, anchors=folder).close()
    return folder / "blank.sla"


@pytest.fixture
def store(open_laptop: Callable[[str], Store], blank: Path, tmp_path: Path) -> Store:
    """One laptop."""
    shutil.copy(blank, tmp_path / "laptop.sla")
    return open_laptop("laptop")


@pytest.fixture
def event(store: Store) -> Event:
    """An event on that laptop."""
    return events.add_event(store, title="Community day", starts=STARTS, ends=ENDS, venue="St George's Hall")


@pytest.fixture
def register(tmp_path: Path) -> Callable[..., list[Attendee]]:
    """Registers people from lines such as "Siân,Ní Bhriain,sian@example.org,Oxleas"; the event's people."""

    def register_them(store: Store, event_id: EventId, *lines: str) -> list[Attendee]:
        path = tmp_path / "people.csv"
        path.write_text("\n".join(["First name,Surname,Email,Organisation", *lines]) + "\n", encoding="utf-8")
        registrations.apply_import(store, event_id, registrations.plan_import(store, event_id, path))
        return attendees(store, event_id)

    return register_them


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """The address of an empty PostgreSQL cluster on loopback, made for this run."""
    if not is_installed():
        pytest.skip("PostgreSQL is not installed")
    # Tests say nothing about power cuts, and are quicker without waiting for the disk.
    with cluster(fsync=False) as address:
        yield address


@pytest.fixture
def share(postgres: str) -> str:
    """The address of a fresh database on that cluster."""
    return fresh_database(postgres)
