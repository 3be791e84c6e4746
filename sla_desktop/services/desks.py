"""The other desks in the room: opening this laptop's door to them, pairing, and how each of them stands."""

import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from sla_desktop.domain.team import Device
from sla_desktop.domain.text import counted
from sla_desktop.storage.store import Store

if TYPE_CHECKING:
    from sla_desktop.sync.desk_door import Door
    from sla_desktop.sync.peers import Sighting

CLOCKS_APART = timedelta(minutes=2)
Progress = Callable[[int, int, str], None]

EVERYWHERE = "0.0.0.0"


def own_addresses() -> list[str]:
    """This laptop's addresses on its networks, IPv4, without the loopback."""
    from sla_desktop.sync import desk_discovery

    return desk_discovery.own_addresses()


@dataclass(frozen=True)
class DeskState:
    """How another desk stands: its name (empty for one that is not paired), where it is or was last met, and when."""

    name: str
    address: str
    connected: bool = False
    paired: bool = True
    revoked: bool = False
    last_seen: datetime | None = None
    ahead: timedelta = timedelta()
    trouble: str = ""

    @property
    def words(self) -> str:
        """The state in a sentence or two."""
        return " ".join(filter(None, [self._standing, self.clock_words, "" if self.connected else self.trouble]))

    @property
    def clock_words(self) -> str:
        """A sentence if the two clocks are more than two minutes apart."""
        if abs(self.ahead) <= CLOCKS_APART:
            return ""
        apart = counted(round(abs(self.ahead) / timedelta(minutes=1)), "minute")
        side = "ahead of" if self.ahead > timedelta() else "behind"
        return f"The clock of {self.name} is {apart} {side} this one."

    @property
    def _standing(self) -> str:
        if not self.paired:
            return "Not paired yet: show a code on one laptop and type it on the other."
        if self.revoked:
            return f"{self.name} was taken off, so nothing is exchanged with it."
        if self.connected:
            return "Connected: what is noted on one appears on the other at once."
        return f"Not seen since {_when(self.last_seen)}." if self.last_seen else "Not met on a network yet."


@dataclass(frozen=True)
class Paired:
    """A laptop that this one now knows, and what came from it."""

    name: str
    received: int
    words: str


def open_door(store: Store, *, host: str = EVERYWHERE, port: int | None = None, announce: bool = True) -> "Door":
    """Let the other desks of the team exchange with this laptop until the door is closed.

    SlaError if the address or port is not to be had. Without a port the usual one is taken, or any if that is taken.
    """
    from sla_desktop.sync.desk_door import Door

    return Door(store, host=host, port=port, announce=announce)


def pair(store: Store, url: str, code: str, *, progress: Progress | None = None, join: bool = False) -> Paired:
    """Pair with the laptop at `desk://host:port` that shows that code, and exchange everything.

    SlaError when it cannot be reached, the code does not fit, or it was used or is too old; also when it is of
    another team, unless the two are to `join`: the laptops are then strangers as before.
    """
    from sla_desktop.sync.desk import exchange_with

    device, done = exchange_with(store, url, code=code, progress=progress, join=join)
    name = device.name
    words = f"Paired with {name}. {counted(done.sent, 'record')} sent, {done.received} received."
    return Paired(name, done.received, words)


def states(store: Store, door: "Door | None" = None) -> tuple[DeskState, ...]:
    """How all other desks stand: known ones by name, then those found on the network that are not paired."""
    from sla_desktop.sync import peers

    with store.read() as connection:
        known = [
            _known_state(device, peers.last_seen(connection, device.public_key), door)
            for device in peers.others(connection, store.public_key)
        ]
        keys = [device.public_key for device in peers.others(connection, store.public_key)]
    return (*known, *_strangers(keys, door))


def look_around(store: Store, *, seconds: float) -> tuple[DeskState, ...]:
    """How all other desks stand, after listening on the network for a while, without opening the door."""
    from sla_desktop.sync import peers
    from sla_desktop.sync.desk_discovery import Neighbours, opaque_id

    with closing(Neighbours(opaque_id(store.public_key))) as neighbours:
        time.sleep(seconds if neighbours.works else 0)
        found = {one.opaque: f"desk://{one.host}:{one.port}" for one in neighbours.found}
    with store.read() as connection:
        others = peers.others(connection, store.public_key)
        seen = {device.public_key: peers.last_seen(connection, device.public_key) for device in others}
    known = []
    for device in others:
        state = _known_state(device, seen[device.public_key], None)
        here = found.pop(opaque_id(bytes.fromhex(device.public_key)), "")
        known.append(replace(state, address=here, trouble=f"Its door is open at {here}.") if here else state)
    return (*known, *(DeskState("", url, paired=False) for url in found.values()))


def _known_state(device: Device, seen: "Sighting | None", door: "Door | None") -> DeskState:
    line = next((line for line in door.lines if line.key == device.public_key), None) if door else None
    revoked = device.revoked_at is not None
    if line is not None:
        return DeskState(
            device.name, line.url, connected=True, revoked=revoked, last_seen=line.heard, ahead=line.ahead,
            trouble=line.fault,
        )  # fmt: skip
    if seen is None:
        return DeskState(device.name, "", revoked=revoked)
    url = f"desk://{seen.address}" if seen.address else ""
    return DeskState(device.name, url, revoked=revoked, last_seen=seen.at, ahead=seen.ahead)


def _strangers(keys: list[str], door: "Door | None") -> list[DeskState]:
    from sla_desktop.sync.desk_discovery import opaque_id

    if door is None or door.neighbours is None:
        return []
    known = {opaque_id(bytes.fromhex(key)) for key in keys}
    return [
        DeskState("", f"desk://{one.host}:{one.port}", paired=False)
        for one in door.neighbours.found
        if one.opaque not in known
    ]


def _when(moment: datetime) -> str:
    here, today = moment.astimezone(), datetime.now(UTC).astimezone().date()
    return f"{here:%H:%M}" if here.date() == today else f"{here.day} {here:%B, %H:%M}"
