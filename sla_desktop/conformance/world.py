"""The laptops of a scenario: real data files in a folder of their own, each with its clock, room and role."""

import secrets
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sla_desktop.domain.attendance import Verdict
from sla_desktop.domain.errors import SlaError
from sla_desktop.domain.events import Event, day_at
from sla_desktop.domain.text import fold
from sla_desktop.services import clock, desks, events, exchange, people, timeline
from sla_desktop.services.people import Attendee
from sla_desktop.services.tickets import Place
from sla_desktop.storage import log
from sla_desktop.storage.store import Store, open_store

if TYPE_CHECKING:
    from sla_desktop.sync.desk_door import Door

_STEP = timedelta(minutes=1)
_LONGEST_WAIT = 20.0


@dataclass
class Desk:
    """A laptop at a door. `ahead` is how far its own clock is ahead of true time."""

    name: str
    folder: Path
    secret: str
    ahead: timedelta = timedelta()
    room: str = ""
    session: str = ""
    gate: str = ""
    role: str = ""
    event: str = ""
    prints_badges: bool = False
    shown: list[Verdict] = field(default_factory=list)
    door: "Door | None" = None
    gone: bool = False
    _store: Store | None = None

    @property
    def path(self) -> Path:
        """The data file."""
        return self.folder / "laptop.sla"

    @property
    def store(self) -> Store:
        """The laptop's data, opened when it is first needed."""
        if self._store is None:
            self._store = open_store(self.path, secret=self.secret, anchors=self.folder / "anchors")
        return self._store

    def close(self) -> None:
        """End the program on this laptop."""
        if self.door is not None:
            self.door.close()
            self.door = None
        if self._store is not None:
            self._store.close()
            self._store = None


@dataclass
class World:
    """Everything that a scenario plays with. `at` is true time."""

    folder: Path
    at: datetime = datetime(2026, 11, 24, 9, tzinfo=UTC)
    desks: dict[str, Desk] = field(default_factory=dict)
    events: dict[str, Event] = field(default_factory=dict)
    known: dict[str, Attendee] = field(default_factory=dict)
    verdicts: list[Verdict] = field(default_factory=list)
    started: bool = False
    seconds: float = 0.0

    def add_desk(self, told: Mapping[str, Any]) -> Desk:
        """A laptop as the scenario describes it."""
        name = told["name"]
        if name in self.desks:
            raise SlaError(f"There are two desks called “{name}”.")
        folder = self.folder / f"desk-{len(self.desks) + 1}"
        folder.mkdir()
        ahead = timedelta(minutes=told.get("clock_ahead_minutes", 0))
        texts = {key: told.get(key, "") for key in ("room", "session", "gate", "role", "event")}
        desk = Desk(
            name, folder, secrets.token_hex(32), ahead, prints_badges=told.get("prints_badges", False), **texts
        )
        self.desks[name] = desk
        desk.store.name_desk(name)
        return desk

    def desk(self, name: str = "") -> Desk:
        """The desk of that name, else the first one. SlaError if there is none."""
        if not name:
            return next(iter(self.desks.values()))
        if name not in self.desks:
            raise SlaError(f"There is no desk “{name}”. Desks: {', '.join(self.desks)}.")
        return self.desks[name]

    def event(self, title: str = "") -> Event:
        """The event of that title, else the first one."""
        if not title:
            return next(iter(self.events.values()))
        found = [one for one in self.events.values() if fold(one.title) == fold(title)]
        if not found:
            raise SlaError(f"There is no event “{title}”. Events: {', '.join(self.events)}.")
        return found[0]

    def moment(self, text: str, event: Event | None = None) -> datetime:
        """A time as scenarios write it: "09:01", "09:01:30" on the event's day, or a whole date and time."""
        event = event or self.event()
        seconds = len(text) <= 8 and text.count(":") == 2
        whole = f"{day_at(text.zfill(8), event):%Y-%m-%d} {text.zfill(8)}" if seconds else text
        return events.moment_at(whole, event)[0]

    def pass_time(self, text: str | None) -> None:
        """Go on to a moment; without one, a minute later than the step before."""
        if text is None:
            self.at += _STEP if self.started else timedelta()
        else:
            self.at = self.moment(text)
        self.started = True

    @contextmanager
    def clock_of(self, desk: Desk) -> Iterator[None]:
        """What is done within happens at the desk's own time."""
        with clock.played(self.at + desk.ahead):
            yield

    def place(self, desk: Desk, step: Mapping[str, Any]) -> list[Place]:
        """Where a scan is made: the step's own word, else the desk's."""
        titles = step.get("events") or [step.get("event") or desk.event]
        return [self._place(desk, self.event(title), step) for title in titles]

    def _place(self, desk: Desk, event: Event, step: Mapping[str, Any]) -> Place:
        session = step.get("session", desk.session)
        if session:
            return Place(event.id, events.find_session(desk.store, event.id, session).id)
        return Place(event.id, room=step.get("room", desk.room))

    def person(self, desk: Desk, name: str, event: Event | None = None) -> Attendee:
        """The person of that name (or seller's code) on a desk's list. SlaError if there are none or two."""
        event = event or self.event()
        wanted = fold(name)
        everybody = people.attendees(desk.store, event.id)
        found = [one for one in everybody if fold(one.name) == wanted]
        found = found or [one for one in everybody if name and name in (one.registration.external_code, str(one.id))]
        if len(found) == 1:
            return found[0]
        told = "is not" if not found else f"is {len(found)} times"
        raise SlaError(f"“{name}” {told} on the list of “{event.title}” at {desk.name}.")

    def remember(self, desk: Desk, event: Event) -> None:
        """Keep in mind who is on a list, so that their tickets can be scanned where they are not on it."""
        for one in people.attendees(desk.store, event.id):
            self.known.setdefault(fold(one.name), one)

    def sync(self, desk: Desk) -> exchange.SyncResult:
        """Exchange with the team's share, which has the right time, as a shared database does."""
        with self.clock_of(desk):
            timeline.note_reading(desk.store, -desk.ahead)
        share = self.folder / "share"
        share.mkdir(exist_ok=True)
        return exchange.sync(desk.store, f"folder://{share}")

    def connect(self, names: list[str]) -> None:
        """Put desks on one network: doors open, paired, and everything exchanged."""
        first, *others = [self.desk(name) for name in names]
        hub = self._open(first)
        for desk in others:
            desks.pair(desk.store, hub.addresses[0], hub.invite())
            self._open(desk)
        for desk in (first, *others):
            self.note_clock(desk, first)
        self.settle()

    def note_clock(self, desk: Desk, lead: Desk) -> None:
        """A desk learns how wrong its clock is from the first desk that it is on a network with."""
        with self.clock_of(desk), suppress(SlaError):
            timeline.note_reading(desk.store, lead.ahead - desk.ahead)

    def _open(self, desk: Desk) -> "Door":
        if desk.door is None:
            desk.door = desks.open_door(desk.store, host="127.0.0.1", port=0, announce=False)
        return desk.door

    def disconnect(self, names: list[str]) -> None:
        """Take desks off the network."""
        for name in names:
            desk = self.desk(name)
            if desk.door is not None:
                desk.door.close()
                desk.door = None

    def settle(self) -> None:
        """Wait until desks that are connected have told each other everything; how long it took is kept."""
        online = [desk for desk in self.desks.values() if desk.door is not None]
        started = time.monotonic()
        while len({_state(desk.store) for desk in online}) > 1:
            if time.monotonic() - started > _LONGEST_WAIT:
                raise SlaError(f"{', '.join(desk.name for desk in online)} did not agree within 20 seconds.")
            time.sleep(0.02)
        self.seconds = time.monotonic() - started

    def close(self) -> None:
        """End everything."""
        for desk in self.desks.values():
            desk.close()


def _state(store: Store) -> frozenset[object]:
    with store.read() as connection:
        return frozenset((name, head.seq, head.hash) for name, head in log.heads(connection).items())
