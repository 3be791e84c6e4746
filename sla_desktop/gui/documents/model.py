"""The documents that can be made: what each is called, and which service verb makes it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from sla_desktop.domain.errors import SlaError
from sla_desktop.domain.events import Event
from sla_desktop.domain.ids import EventId
from sla_desktop.domain.text import counted, first_few
from sla_desktop.printing.labels import STOCKS
from sla_desktop.services import (
    badges,
    certificate_papers,
    certificates,
    documents,
    earning,
    handouts,
    pack,
    pack_exports,
)
from sla_desktop.services.badges import BadgeSheet
from sla_desktop.services.documents import Progress
from sla_desktop.storage.store import Store

Shift = tuple[float, float, float]  # millimetres to the right, millimetres down, scale
UNMOVED: Shift = (0.0, 0.0, 1.0)
_FORBIDDEN = '<>:"/\\|?*'


@dataclass(frozen=True)
class Printers:
    """What puts each printer right, by its name; `chosen` is the one that badges go to ("" for any other)."""

    chosen: str = ""
    shifts: Mapping[str, Shift] = field(default_factory=dict)

    @property
    def shift(self) -> Shift:
        """That of the printer that was chosen."""
        return self.shift_of(self.chosen)

    def shift_of(self, name: str) -> Shift:
        """That of a printer; none while nobody said anything."""
        return self.shifts.get(name, UNMOVED)


def printers_of(chosen: str, shifts: Mapping[str, Sequence[float]]) -> Printers:
    """Printers as they were remembered; what is damaged is forgotten."""
    whole = {name: tuple(map(float, shift)) for name, shift in shifts.items() if len(shift) == len(UNMOVED)}
    return Printers(chosen, whole)  # type: ignore[arg-type] # three numbers each


@dataclass(frozen=True)
class Options:
    """What somebody chose for the badges, and why they are printed again, if they are."""

    stock: str
    start_at: int
    large: bool = False
    rounds: bool = False
    reason: str = ""
    only_new: bool = False
    shift: Shift = UNMOVED

    @property
    def sheet(self) -> BadgeSheet:
        """The same as the service has it."""
        right, down, scale = self.shift
        return BadgeSheet(
            self.stock,
            self.start_at,
            right=right,
            down=down,
            scale=scale,
            backs="rounds" if self.rounds else "",
            large=self.large,
            only_new=self.only_new,
            reason=self.reason,
        )


class Watch(NamedTuple):
    """Who hears how far a document is, and of its first pages as a PDF, where they are there long before the rest."""

    progress: Progress
    early: Callable[[bytes], None] | None = None


@dataclass(frozen=True)
class Document:
    """One card. `make` writes the file and tells how many pages or rows it has; `left_out` says who is not there, or
    not as they write themselves; `warning` what somebody should know before it is made."""

    key: str
    title: str
    suffix: str
    make: Callable[[Store, EventId, Path, Options, Watch], int]
    counted: str = "page"
    left_out: Callable[[Store, Event], str] = lambda _store, _event: ""
    warning: Callable[[Store, Event], str] | None = None

    def path(self, folder: Path, event: Event) -> Path:
        """Where it is written: the folder, the event's name, the document's name."""
        title = "".join(" " if ch in _FORBIDDEN else ch for ch in event.title)
        return folder / f"{' '.join(title.split())} – {self.title}{self.suffix}"

    def outcome(self, count: int, path: Path) -> str:
        """What was made, in a sentence."""
        return f"{path.name}: {count} {self.counted}{'' if count == 1 else 's'}."


def label_sheets() -> dict[str, int]:
    """The label sheets that badges can be printed on, with the number of labels on each."""
    return {name: stock.a_sheet for name, stock in STOCKS.items()}


def _certificates(store: Store, event: EventId, path: Path, _options: Options, watch: Watch) -> int:
    return certificate_papers.print_certificates(store, event, path, progress=watch.progress, early=watch.early)


def _without_certificate(store: Store, event: Event) -> str:
    """Whether it is early, and who came and gets no certificate, with the reasons; perhaps nothing."""
    names = earning.by_reason(store, event)
    if lost := certificate_papers.left_out(store, event):
        names[certificate_papers.LETTERS] = lost
    told = [
        f"No certificate for {counted(len(found), 'person', 'people')} ({first_few(found)}): {reason}."
        for reason, found in names.items()
    ]
    told.append(documents.one_case_words(row.person for row in earning.earned(store, event)))
    told += certificates.doubtful(store, event)
    return " ".join(filter(None, [earning.early_words(store, event), *told]))


def _whose_hours(store: Store, event: Event) -> str:
    """That people are still in, and who has or loses hours since others were checked in to a session by themselves;
    perhaps nothing."""
    early = [earning.early_words(store, event)] if earning.still_in(store, event) else []
    return "\n\n".join([*early, *earning.list_words(store, event)])


def _badges(store: Store, event: EventId, path: Path, options: Options, watch: Watch) -> int:
    return badges.print_badges(store, event, path, options.sheet, progress=watch.progress, early=watch.early)


def _test_sheet(store: Store, event: EventId, path: Path, options: Options, watch: Watch) -> int:
    return badges.print_test_sheet(store, event, path, options.sheet, progress=watch.progress)


def _signin(store: Store, event: EventId, path: Path, _options: Options, watch: Watch) -> int:
    return documents.print_signin(store, event, path, progress=watch.progress)


def _tables(store: Store, event: EventId, path: Path, _options: Options, watch: Watch) -> int:
    return documents.print_tables(store, event, path, progress=watch.progress)


def _pack(store: Store, event: EventId, path: Path, _options: Options, watch: Watch) -> int:
    return pack.print_pack(store, event, path, progress=watch.progress)


def _register(store: Store, event: EventId, path: Path, _options: Options, _watch: Watch) -> int:
    return documents.write_register(store, event, path)


def _roll_call(store: Store, event: EventId, path: Path, _options: Options, watch: Watch) -> int:
    return documents.print_roll_call(store, event, path, progress=watch.progress)


def make_folder(folder: Path) -> None:
    """Make the folder for documents. SlaError if it cannot be made."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise SlaError(f"The folder {folder} cannot be made: {error.strerror}. Choose another one.") from error


def _handout(make: Callable[..., int]) -> Callable[[Store, EventId, Path, Options, Watch], int]:
    def made(store: Store, event: EventId, path: Path, _options: Options, watch: Watch) -> int:
        return make(store, event, path, progress=watch.progress)

    return made


HANDOUTS = (
    Document("agenda", "Agenda", ".pdf", _handout(handouts.print_agenda)),
    Document("names", "Name list", ".pdf", _handout(handouts.print_names), left_out=documents.spelt_words),
    Document(
        "itineraries", "Itineraries", ".pdf", _handout(handouts.print_itineraries), left_out=handouts.itinerary_words
    ),
    Document("door_signs", "Door signs", ".pdf", _handout(handouts.print_door_signs)),
    Document("table_cards", "Table cards", ".pdf", _handout(handouts.print_table_cards)),
    Document("pack_book", "Summary pack workbook", ".xlsx", _handout(pack_exports.write_pack), "section"),
    Document("pack_page", "Summary pack web page", ".html", _handout(pack_exports.write_pack), "section"),
    Document("pack_slides", "Summary pack slides", ".pptx", _handout(pack_exports.write_pack), "section"),
)
TEST_SHEET = Document("test_sheet", "Test sheet", ".pdf", _test_sheet)
ROLL_CALL = Document("roll_call", "Roll call", ".pdf", _roll_call)
DOCUMENTS = (
    Document(
        "certificates", "Certificates", ".pdf", _certificates, left_out=_without_certificate, warning=_whose_hours
    ),
    Document("badges", "Badges", ".pdf", _badges, left_out=badges.left_out),
    Document("sign_in", "Sign-in sheet", ".pdf", _signin, left_out=documents.spelt_words),
    Document("tables", "Table lists", ".pdf", _tables, left_out=documents.spelt_words),
    Document("pack", "Summary pack", ".pdf", _pack),
    Document("spreadsheet", "Register", ".xlsx", _register, "row"),
)
