"""The door of this laptop on the venue's network: off until it is opened, then a thread that serves other desks."""

import asyncio
import ipaddress
import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from datetime import timedelta
from threading import Thread

from sla_desktop.domain.errors import SlaError
from sla_desktop.domain.team import Device
from sla_desktop.storage.store import Store
from sla_desktop.sync import desk_keys, peers
from sla_desktop.sync.desk import PORT, address_of
from sla_desktop.sync.desk_answers import answer
from sla_desktop.sync.desk_discovery import Found, Neighbours, opaque_id, own_addresses
from sla_desktop.sync.desk_hello import PATIENCE, Met, knock, welcome
from sla_desktop.sync.desk_line import Line
from sla_desktop.sync.desk_live import Live
from sla_desktop.sync.desk_pairing import Invitation
from sla_desktop.sync.desk_wire import BadFrame, Kind, Link

EVERYWHERE = "0.0.0.0"
_MOST_GUESTS = 64
_IDLE = 120.0
_LOOK, _LONGEST_WAIT = 1.0, 20.0


class Door:
    """An open door. `lines` are the desks that are connected live; close it to leave the network again."""

    def __init__(
        self, store: Store, *, host: str = EVERYWHERE, port: int | None = None, announce: bool = True
    ) -> None:
        try:
            ipaddress.IPv4Address(host)
        except ValueError as error:
            raise SlaError(f"“{host}” is no address of this laptop. Give one such as 192.168.1.5.") from error
        self._store, self._host = store, host
        self._invitation: Invitation | None = None
        self._listeners: list[Callable[[], None]] = []
        self._wanted: set[str] = set()
        self._next_try: dict[str, tuple[float, float]] = {}
        self._guests = 0
        self._pool = ThreadPoolExecutor(max_workers=4, thread_name_prefix="desk guests")
        self._ready: Future[int] = Future()
        self.troubles: dict[str, str] = {}
        self.neighbours: Neighbours | None = None
        self._thread = Thread(target=self._run, args=(port,), name="desk door", daemon=True)
        self._thread.start()
        self.port = self._ready.result()
        if announce:
            own = opaque_id(store.public_key)
            self.neighbours = Neighbours(own, port=self.port, host=host, told=self._tell)

    @property
    def addresses(self) -> tuple[str, ...]:
        """Where other desks can reach this one, to be typed there."""
        hosts = own_addresses() if self._host == EVERYWHERE else [self._host]
        return tuple(f"desk://{host}:{self.port}" for host in hosts or ["127.0.0.1"])

    @property
    def lines(self) -> tuple[Line, ...]:
        """The desks that are connected now."""
        return tuple(self._live.lines.values())

    def listen(self, listener: Callable[[], None]) -> None:
        """Call `listener`, on a thread of the door, whenever desks come, go or are found."""
        self._listeners.append(listener)

    def invite(self) -> str:
        """A new pairing code, good for ten minutes, five tries and one laptop."""
        self._invitation = Invitation.fresh()
        return self._invitation.code

    def stop_inviting(self) -> None:
        """Show no code any more."""
        self._invitation = None

    def dial(self, url: str) -> None:
        """Keep a line to the desk at that address from now on. SlaError if it is no address."""
        host, port = address_of(url)
        self._wanted.add(f"desk://{host}:{port}")
        self._next_try.pop(f"desk://{host}:{port}", None)

    def close(self) -> None:
        """Close it and let everybody go."""
        if self.neighbours is not None:
            self.neighbours.close()
        with suppress(RuntimeError):
            self._loop.call_soon_threadsafe(self._stop.set)
        self._thread.join()
        self._pool.shutdown(wait=True, cancel_futures=True)

    def _run(self, port: int | None) -> None:
        try:
            asyncio.run(self._serve(port))
        except BaseException as error:
            if self._ready.done():
                raise
            self._ready.set_exception(error)

    async def _serve(self, port: int | None) -> None:
        self._loop, self._stop = asyncio.get_running_loop(), asyncio.Event()
        self._live = Live(self._store, self._tell)
        server = await self._listen(port)
        await self._live.start()
        self._ready.set_result(server.sockets[0].getsockname()[1])
        dialling = asyncio.create_task(self._keep_dialling())
        await self._stop.wait()
        server.close()
        dialling.cancel()
        await self._live.stop()
        while others := asyncio.all_tasks() - {asyncio.current_task()}:
            await asyncio.sleep(0)  # a task that never began would leave its link open
            for task in others:
                task.cancel()
            await asyncio.gather(*others, return_exceptions=True)

    async def _listen(self, port: int | None) -> asyncio.Server:
        context = desk_keys.server_context(self._store.private_key)
        first = PORT if port is None else port
        for number in (first, 0) if port is None else (first,):
            try:
                return await asyncio.start_server(
                    self._on_knock, self._host, number, ssl=context, ssl_handshake_timeout=PATIENCE
                )
            except OSError as error:
                fault = error
        raise SlaError(
            f"The door cannot be opened at {self._host}:{first}: {fault.strerror}. Choose another address or port."
        )

    async def _on_knock(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        link = Link(reader, writer)
        if self._guests >= _MOST_GUESTS:
            writer.transport.abort()
            return
        self._guests += 1
        try:
            device = await welcome(self._store, link, self._invitation, self._pool)
            if device is not None:
                await self._attend(link, device)
        except (OSError, EOFError, BadFrame, SlaError):
            # Whoever it was is cut off; there is nobody to tell.
            pass
        finally:
            self._guests -= 1
            await link.close()

    async def _attend(self, link: Link, device: Device) -> None:
        """Answer a laptop's requests, until it hangs up or becomes a live line."""
        while True:
            kind, body = await link.receive(within=_IDLE)
            if kind is Kind.LIVE:
                await self._go_live(link, device, _door_of(link, body))
                return
            link.send(*await self._loop.run_in_executor(self._pool, answer, self._store, link.key, kind, body))
            await link.writer.drain()

    async def _go_live(self, link: Link, device: Device, url: str) -> None:
        await self._live.run(Line(Met(link, device, timedelta()), url, dialled=False))

    async def _keep_dialling(self) -> None:
        """Try the desks that are not connected, again and again, each less often the longer it is away."""
        under_way: dict[str, asyncio.Task[None]] = {}
        while True:
            for url in await self._loop.run_in_executor(self._pool, self._absent):
                wait, due = self._next_try.get(url, (_LOOK, 0.0))
                if url not in under_way and time.monotonic() >= due:
                    self._next_try[url] = min(wait * 2, _LONGEST_WAIT), time.monotonic() + wait
                    under_way[url] = asyncio.create_task(self._dial(url))
            under_way = {url: task for url, task in under_way.items() if not task.done()}
            await asyncio.sleep(_LOOK)

    def _absent(self) -> set[str]:
        """The addresses to try: typed ones, announced ones, and where known desks were last, if not connected."""
        here = {line.key for line in self.lines}
        connected = {line.url for line in self.lines}
        announced = {one.opaque: f"desk://{one.host}:{one.port}" for one in self._announced()}
        urls = set(self._wanted)
        with self._store.read() as connection:
            for device in peers.others(connection, self._store.public_key):
                opaque = announced.get(opaque_id(bytes.fromhex(device.public_key)))
                seen = peers.last_seen(connection, device.public_key)
                last = f"desk://{seen.address}" if seen and seen.address else None
                places = {place for place in (opaque, last) if place}
                if device.public_key in here or device.revoked_at is not None:
                    connected |= places
                else:
                    urls |= places
        return urls - connected

    def _announced(self) -> tuple[Found, ...]:
        return self.neighbours.found if self.neighbours is not None else ()

    async def _dial(self, url: str) -> None:
        try:
            met = await knock(self._store, address_of(url))
        except SlaError as error:
            if self.troubles.get(url) != str(error):
                self.troubles[url] = str(error)
                self._tell()
            return
        self.troubles.pop(url, None)
        self._next_try.pop(url, None)
        met.link.send(Kind.LIVE, self.port.to_bytes(2))
        await self._live.run(Line(met, url, dialled=True, ahead=met.ahead))

    def _tell(self) -> None:
        for listener in self._listeners:
            listener()


def _door_of(link: Link, body: bytes) -> str:
    """Where the other side's own door is, so that this one can dial when the line is lost."""
    if len(body) != 2:
        raise BadFrame("live")
    host, port = link.writer.get_extra_info("peername")[0], int.from_bytes(body)
    return f"desk://{host}:{port}"
