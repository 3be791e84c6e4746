"""Live exchange between open doors: own records go to all connected desks as soon as they are committed.

Others' records are passed on a moment later, and only to desks that have not said by then that they have them. What
does not fit (something was missed, or a copy of a laptop is about) is put right by a full exchange.
"""

import asyncio
import itertools
import threading
from collections.abc import Callable, Coroutine, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import Any, TypeVar

from sqlalchemy import Connection

from sla_desktop.domain.errors import SlaError
from sla_desktop.storage import log
from sla_desktop.storage.log import Head, StreamName
from sla_desktop.storage.store import Changes, Store
from sla_desktop.sync import database, desk_wire, peers, seals
from sla_desktop.sync.carrier import BATCH, BadStream, Batch, Fork
from sla_desktop.sync.desk import exchange_with
from sla_desktop.sync.desk_line import Line, note
from sla_desktop.sync.desk_wire import BadFrame, Kind
from sla_desktop.sync.exchange import seal, take_in
from sla_desktop.sync.team import take_name

Result = TypeVar("Result")

BEAT, SILENCE = 4.0, 12.0
_PASS_ON, _TELL, _NOTE_EVERY, _STANDING = 0.5, 0.05, 8, 2.0
_MOST_WAITING = 64 << 20


class Live:
    """All lines of one open door. Everything here runs on the door's loop, and the store on one thread beside it."""

    def __init__(self, store: Store, told: Callable[[], None]) -> None:
        self._store, self._told = store, told
        self.lines: dict[str, Line] = {}
        self._worker = ThreadPoolExecutor(max_workers=1, thread_name_prefix="desk records")
        self._exchanges = ThreadPoolExecutor(max_workers=2, thread_name_prefix="desk exchange")
        self._sent: dict[StreamName, Head] = {}
        self._wake = asyncio.Event()
        self._news: dict[StreamName, int] = {}
        self._loop = asyncio.get_running_loop()
        self._tasks: set[asyncio.Task[None]] = set()
        self._worker_id = 0
        self._open, self._telling = True, False

    async def start(self) -> None:
        """Begin to send what is committed from now on."""
        self._worker_id = await self._work(threading.get_ident)
        self._sent = dict(await self._work(self._begin))
        self._store.listen(self._on_committed)
        self._go(self._send_on())

    async def stop(self) -> None:
        """Hang up."""
        self._open = False
        for task in self._tasks:
            task.cancel()
        lines = list(self.lines.values())
        await asyncio.gather(*(line.link.close() for line in lines))
        await asyncio.gather(*(line.ended.wait() for line in lines))
        await asyncio.gather(*self._tasks, return_exceptions=True)
        await asyncio.to_thread(self._exchanges.shutdown, wait=True, cancel_futures=True)
        await asyncio.to_thread(self._worker.shutdown, wait=True, cancel_futures=True)

    async def run(self, line: Line) -> None:
        """Serve a line until it ends, unless there is a better one to that desk already."""
        there = self.lines.get(line.key)
        if there and self._preferred(there) and not self._preferred(line):
            await line.link.close()
            return
        self.lines[line.key] = line
        if there:
            await there.link.close()
        helpers = [asyncio.create_task(self._beat(line)), asyncio.create_task(self._catch_up(line))]
        line.behind.set()
        self._told()
        try:
            while True:
                await self._hear(line, *await line.link.receive(within=SILENCE))
        except (OSError, EOFError, BadFrame, SlaError):
            # It went away, it is no desk, or the disk is full; a desk is dialled again.
            pass
        finally:
            for helper in helpers:
                helper.cancel()
            await self._work(note, self._store, line)
            if self.lines.get(line.key) is line:
                del self.lines[line.key]
            line.ended.set()
            await line.link.close()
            self._told()

    def _preferred(self, line: Line) -> bool:
        """Of two lines to one desk both sides keep the one that the laptop with the smaller key made."""
        return line.dialled == (self._store.public_key.hex() < line.key)

    async def _hear(self, line: Line, kind: Kind, body: bytes) -> None:
        line.heard = datetime.now(UTC)
        if kind is Kind.PUSH:
            await self._take(line, body)
        elif kind is Kind.HAVE:
            line.known.update(desk_wire.places_of(body))
            self._tell_soon()
        elif kind is Kind.GAP:
            line.behind.set()
        elif kind is Kind.PING:
            line.link.send(Kind.PONG, body + desk_wire.clock_body())
        elif kind is Kind.PONG:
            sent, there = desk_wire.clock_of(body[:8]), desk_wire.clock_of(body[8:])
            before, line.ahead = line.ahead, there - (sent + (datetime.now(UTC) - sent) / 2)
            if abs(line.ahead - before) > timedelta(seconds=20):
                self._told()
        else:
            raise BadFrame("live")

    async def _take(self, line: Line, body: bytes) -> None:
        taken, fits = await self._work(self._take_in, line, body)
        line.known.update(taken)
        if taken:
            self._news.update(taken)
            self._loop.call_later(_TELL, self._tell_news)
        if not fits:
            line.link.send(Kind.GAP)
            line.behind.set()

    def _take_in(self, line: Line, body: bytes) -> tuple[dict[StreamName, int], bool]:
        """On the worker: append pushed batches; how far their streams go now, and whether all of them fitted."""
        taken: dict[StreamName, int] = {}
        for batch in desk_wire.batches_of(body):
            if self._sent.get(batch.name) != batch.head:
                try:
                    take_in(self._store, batch)
                except Fork:
                    return taken, False
                except BadStream as error:
                    line.fault = str(error)
                    continue
            taken[batch.name] = batch.head.seq
        return taken, True

    def _tell_soon(self) -> None:
        """Tell the listeners what the desks have by now, not once for each record."""
        if not self._telling:
            self._telling = True
            self._loop.call_later(_STANDING, lambda: self._go(self._tell_standing()))

    async def _tell_standing(self) -> None:
        self._telling = False
        await self._work(note, self._store, *self.lines.values())
        self._told()

    def _tell_news(self) -> None:
        """Tell all desks what came in, so that they do not pass it on to this one."""
        news, self._news = self._news, {}
        if news:
            for line in self.lines.values():
                line.link.send(Kind.HAVE, desk_wire.places_body(news))

    def _on_committed(self, changes: Changes) -> None:
        """On the committing thread."""
        if not self._open:
            return
        # What the worker took in is others' news: it is passed on when they have had time to tell who has it.
        wait = _PASS_ON if threading.get_ident() == self._worker_id else 0
        try:
            self._loop.call_soon_threadsafe(self._loop.call_later, wait, self._wake.set)
            if "device" in changes.entities:
                self._loop.call_soon_threadsafe(lambda: self._go(self._drop_revoked()))
        except RuntimeError:
            # The door was closed meanwhile.
            self._open = False

    async def _send_on(self) -> None:
        while True:
            await self._wake.wait()
            self._wake.clear()
            try:
                await self._work(self._send_fresh, self._reached())
            except SlaError:
                # The disk is full, say: what is committed is still to be sent when there is room again.
                self._loop.call_later(BEAT, self._wake.set)

    def _deliver(self, batches: Sequence[Batch]) -> None:
        key = self._store.public_key
        self._send([batch for batch in batches if batch.stream.public_key == key])
        if others := [batch for batch in batches if batch.stream.public_key != key]:
            # Who wrote them sends them too; whoever has them by then has said so.
            self._loop.call_later(_PASS_ON, self._send, others)
        if sum(len(batch.rows) for batch in batches) >= BATCH:
            self._wake.set()

    def _reached(self) -> dict[StreamName, int]:
        """How far all connected desks have each stream, as far as they said."""
        known = [line.known for line in self.lines.values()]
        shared = set.intersection(*map(set, known)) if known else set()
        return {name: min(one[name] for one in known) for name in shared}

    def _send(self, batches: Sequence[Batch]) -> None:
        packed: dict[tuple[StreamName, ...], bytes] = {}
        for line in list(self.lines.values()):
            lacking = [batch for batch in batches if line.known.get(batch.name, -1) < batch.head.seq]
            names = tuple(batch.name for batch in lacking)
            if not lacking:
                continue
            if names not in packed:
                packed[names] = desk_wire.batches_body(lacking)
            if line.link.writer.transport.get_write_buffer_size() > _MOST_WAITING:
                # It takes nothing in: it will ask for all of it when it comes back.
                line.link.writer.transport.abort()
                continue
            line.link.send(Kind.PUSH, packed[names])
            line.known.update({batch.name: batch.head.seq for batch in lacking})
            self._tell_soon()

    async def _drop_revoked(self) -> None:
        for line in list(self.lines.values()):
            if await self._work(self._revoked, line.link.key):
                await line.link.close()

    def _revoked(self, key: bytes) -> bool:
        with self._store.read() as connection:
            device = peers.known(connection, key)
        return device is None or device.revoked_at is not None

    def _begin(self) -> dict[StreamName, Head]:
        take_name(self._store)
        return dict(seal(self._store))

    def _send_fresh(self, reached: Mapping[StreamName, int]) -> None:
        """On the worker: seal, and send about one batch of the rows that came since the last time."""
        with self._store.raw() as connection:
            seals.seal_own(connection, self._store.private_key, self._store.public_key)
            found = self._fresh(connection, reached)
            # The rows are on the disk already; only the seals are not yet, and those are the same when made again.
            self._loop.call_soon_threadsafe(self._deliver, found)

    def _fresh(self, connection: Connection, reached: Mapping[StreamName, int]) -> list[Batch]:
        found: list[Batch] = []
        heads = log.heads(connection)
        for name in sorted(heads, key=database.order):
            head, before = heads[name], self._behind(heads[name], reached)
            while before.seq < head.seq and sum(len(batch.rows) for batch in found) < BATCH:
                batch = database.read(connection, head.stream, before.seq, before.hash)
                if batch is None:
                    break
                found.append(batch)
                before = batch.head
            self._sent[name] = before
        return found

    def _behind(self, head: Head, reached: Mapping[StreamName, int]) -> Head:
        """How far a stream was sent; all of it if everybody has it."""
        before = self._sent.get(head.name)
        if reached.get(head.name, -1) >= head.seq:
            return head
        if before is None or before.stream != head.stream:
            return Head(head.stream, head.stream.base, head.stream.genesis)
        return min(before, head, key=lambda one: one.seq)

    async def _beat(self, line: Line) -> None:
        for beat in itertools.count(1):
            line.link.send(Kind.PING, desk_wire.clock_body())
            await asyncio.sleep(BEAT)
            if beat % _NOTE_EVERY == 0:
                await self._work(note, self._store, line)

    async def _catch_up(self, line: Line) -> None:
        """A full exchange at the start and whenever something did not fit."""
        while True:
            await line.behind.wait()
            line.behind.clear()
            if not line.dialled:
                continue
            try:
                work = partial(exchange_with, self._store, line.url, progress=self._stop_if_closed)
                await self._loop.run_in_executor(self._exchanges, work)
                line.fault = ""
            except SlaError as error:
                line.fault = str(error)
            self._told()
            await asyncio.sleep(_PASS_ON)

    def _stop_if_closed(self, done: int, total: int, words: str) -> None:
        if not self._open:
            raise SlaError("The door was closed.")

    async def _work(self, work: Callable[..., Result], *arguments: object) -> Result:
        return await self._loop.run_in_executor(self._worker, work, *arguments)

    def _go(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
