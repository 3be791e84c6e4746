"""A live connection between two open doors."""

import asyncio
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from sla_desktop.domain.errors import SlaError
from sla_desktop.storage.log import StreamName
from sla_desktop.storage.store import Store
from sla_desktop.sync import peers
from sla_desktop.sync.desk_hello import Met
from sla_desktop.sync.desk_wire import Link
from sla_desktop.sync.peers import Sighting


@dataclass
class Line:
    """A live connection to a desk: `url` is where its door is, `known` how far it has streams, as far as it said."""

    met: Met
    url: str
    dialled: bool
    since: datetime = field(default_factory=lambda: datetime.now(UTC))
    heard: datetime = field(default_factory=lambda: datetime.now(UTC))
    ahead: timedelta = timedelta()
    known: dict[StreamName, int] = field(default_factory=dict)
    fault: str = ""
    behind: asyncio.Event = field(default_factory=asyncio.Event)
    ended: asyncio.Event = field(default_factory=asyncio.Event)

    @property
    def link(self) -> Link:
        """The connection itself."""
        return self.met.link

    @property
    def key(self) -> str:
        """The other laptop's public key."""
        return self.met.device.public_key


def note(store: Store, *lines: Line) -> None:
    """Remember where and when the desks of these lines were last heard of, and what they have."""
    with suppress(SlaError), store.raw() as connection:
        for line in lines:
            peers.saw(connection, line.key, Sighting(line.url.removeprefix("desk://"), line.heard, line.ahead))
            peers.note_heads(connection, line.key, dict(line.known))
