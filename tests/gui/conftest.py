"""What tests of the window share: its looks, people to check in, jobs, and prompts that answer by themselves."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from sla_desktop.domain.events import Event
from sla_desktop.gui.desktop import Desktop
from sla_desktop.gui.main_window import MainWindow
from sla_desktop.gui.shared.jobs import Jobs
from sla_desktop.gui.shared.prompts import Prompts
from sla_desktop.gui.shared.theme import Appearance, Looks, Scheme
from sla_desktop.services.people import Attendee
from sla_desktop.storage.store import Store

LINES = (
    "Siân,Ní Bhriain,sian@example.org,Oxleas",
    "Folasadé,O'Neill-Adébáyò,fola@example.org,Carers Together",
    "Małgorzata,Żółkowska,gosia@example.org,Lewisham Council",
    "محمد,الأحمد,mo@example.org,Riverside NHS Trust",
    "Jean-Baptiste,Okonkwo,jb@example.org,Riverside NHS Trust",
    "Zoë,D'Souza,zoe@example.org,Oxleas",
    "Hannah,McDonald,hannah@example.org,Carers Together",
    "Owain,Glyn Pryce,owain@example.org,Lewisham Council",
)


@dataclass
class Answers(Prompts):
    """Answers what the next questions are told to be, and remembers what was said and opened."""

    texts: list[str] = field(default_factory=list)
    secrets: list[str] = field(default_factory=list)
    file: Path | None = None
    chosen_folder: Path | None = None
    told: list[str] = field(default_factory=list)
    shown: list[Path] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    agrees: bool = False
    choice: int | None = None

    def tell(self, parent, sentence):
        self.told.append(sentence)

    def ask(self, parent, question, yes):
        self.asked.append(question)
        return self.agrees

    def choose(self, parent, question, *choices):
        return "" if self.choice is None else choices[self.choice]

    def answer(self, parent, question, *choices):
        return self.choose(parent, question, *choices)

    def text(self, parent, question, start=""):
        return self.texts.pop(0) if self.texts else ""

    def code(self, parent, question):
        return self.text(parent, question)

    def secret(self, parent, question):
        return self.secrets.pop(0) if self.secrets else ""

    def file_to_open(self, parent, title, pattern, start=None):
        return self.file

    def files_to_open(self, parent, title, pattern):
        return [self.file] if self.file else []

    def file_to_save(self, parent, title, start, pattern):
        return self.file

    def folder(self, parent, title, start):
        return self.chosen_folder

    def show_file(self, path):
        self.shown.append(path)


@pytest.fixture(scope="session")
def appearance(qapp: QApplication) -> Appearance:
    """Light colours at the usual size, with the bundled fonts."""
    qapp.setCursorFlashTime(0)
    return Appearance(qapp, Looks(Scheme.LIGHT))


@pytest.fixture(autouse=True)
def _nothing_stays_open(appearance: Appearance, qapp: QApplication) -> Iterator[None]:
    """Every test leaves the usual looks and no window behind."""
    yield
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    appearance.choose(Scheme.LIGHT)
    appearance.resize_text(0)
    assert not [window for window in qapp.topLevelWidgets() if window.isVisible()]


@pytest.fixture
def prompts() -> Answers:
    """Prompts that never open a window."""
    return Answers()


@pytest.fixture
def jobs() -> Iterator[Jobs]:
    """A queue of jobs whose thread ends with the test."""
    queue = Jobs()
    yield queue
    queue.close()


@pytest.fixture
def people(store: Store, event: Event, register: Callable[..., list[Attendee]]) -> list[Attendee]:
    """Eight people registered for the event, by name."""
    return register(store, event.id, *LINES)


@pytest.fixture
def desktop(appearance: Appearance, qtbot, store: Store, prompts: Answers) -> Iterator[Desktop]:
    """The whole program on the laptop's store."""
    made = Desktop(store, prompts, MainWindow(appearance))
    qtbot.addWidget(made.window)
    yield made
    made.safety.close()
    made.jobs.close()
    made.window.close()
