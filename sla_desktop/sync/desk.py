"""The carrier to another desk on the same network, `desk://host:port`."""

import asyncio
import contextlib
from collections.abc import Collection, Coroutine, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any, TypeVar
from urllib.parse import urlsplit

from sla_desktop.domain.errors import OtherTeam, SlaError
from sla_desktop.domain.team import Device
from sla_desktop.storage.log import Head, StreamName
from sla_desktop.storage.store import Store
from sla_desktop.sync import desk_wire, peers
from sla_desktop.sync.carrier import Batch, Fork, News
from sla_desktop.sync.desk_hello import Address, Refused, knock
from sla_desktop.sync.desk_wire import BadFrame, Kind
from sla_desktop.sync.exchange import Exchanged, Progress, exchange
from sla_desktop.sync.peers import Sighting

PORT = 7520
_PATIENCE = 60.0

Result = TypeVar("Result")


class Desk:
    """One connection to another desk's door, from start to end of an exchange."""

    def __init__(self, url: str, store: Store, *, code: str = "") -> None:
        self.faults: list[str] = []
        address = address_of(url)
        self._words = f"{address[0]}:{address[1]}"
        self._runner = asyncio.Runner()
        try:
            met = self._runner.run(knock(store, address, code))
        except BaseException:
            self._runner.close()
            raise
        self._link, self.device = met.link, met.device
        with store.raw() as connection:
            peers.saw(connection, met.device.public_key, Sighting(self._words, datetime.now(UTC), met.ahead))

    def pull(self, have: Mapping[StreamName, Head]) -> News:
        return desk_wire.news_of(self._ask(Kind.PULL, desk_wire.heads_body(have.values()), Kind.NEWS))

    def append(self, batches: Sequence[Batch]) -> Collection[StreamName]:
        answer = self._ask(Kind.APPEND, desk_wire.batches_body(batches), Kind.TAKEN)
        refused, *faults = desk_wire.split(answer)
        self.faults += [part.decode(errors="replace") for part in faults]
        return desk_wire.places_of(refused).keys()

    def hash_at(self, name: StreamName, seq: int) -> bytes | None:
        return self._ask(Kind.HASH, desk_wire.places_body({name: seq}), Kind.HASH) or None

    def finish(self, *, changed: bool) -> None:
        """Nothing: the other desk shows what came by itself."""

    def close(self) -> None:
        with contextlib.suppress(OSError, RuntimeError):
            self._runner.run(self._link.close())
        self._runner.close()

    def _ask(self, kind: Kind, body: bytes, wanted: Kind) -> bytes:
        try:
            found, answer = self._run(self._link.ask(kind, body, within=_PATIENCE))
            if found is Kind.FORK:
                raise Fork(next(iter(desk_wire.places_of(answer))))
        except (OSError, EOFError) as error:
            raise SlaError(
                f"The connection to {self.device.name} was lost. Nothing is lost: it goes on from there next time."
            ) from error
        except (BadFrame, StopIteration) as error:
            raise SlaError(f"{self.device.name} answered something that this program does not understand.") from error
        if found is Kind.REFUSED:
            raise Refused(answer[:500].decode(errors="replace"))
        if found is not wanted:
            raise SlaError(f"{self.device.name} answered something that this program does not understand.")
        return answer

    def _run(self, work: Coroutine[Any, Any, Result]) -> Result:
        return self._runner.run(work)


def exchange_with(
    store: Store, url: str, *, code: str = "", progress: Progress | None = None, join: bool = False
) -> tuple[Device, Exchanged]:
    """Exchange everything with the desk at that address, and note what it has; its record, and the outcome.

    OtherTeam where it is a stranger, unless the teams are to `join`; who was just paired is one again then.
    """
    with contextlib.closing(Desk(url, store, code=code)) as desk:
        try:
            done = exchange(store, desk, progress=progress, join=join)
        except OtherTeam:
            if code:
                with store.raw() as connection:
                    peers.part(connection, desk.device)
            raise
    with store.raw() as connection:
        peers.note_heads(connection, desk.device.public_key, {name: head.seq for name, head in done.there.items()})
    return desk.device, done


def address_of(url: str) -> Address:
    """Host and port of `desk://host:port`, `host:port` or `host`. SlaError if it is neither."""
    try:
        parts = urlsplit(url if "://" in url else f"desk://{url}")
        host, port = parts.hostname, parts.port or PORT
    except ValueError:
        host, port = None, PORT
    if not host or parts.scheme != "desk" or len(host) > 253 or not host.isascii():
        raise SlaError(
            f"“{url}” is no desk's address. It is shown on the other laptop, as desk://192.168.1.5:{PORT}."
        )
    return host, port
