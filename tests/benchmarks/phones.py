"""Two hundred phones send the last page of a form at once: how long each waits for its thanks, and what is kept."""

import http.client
import multiprocessing
import os
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from multiprocessing.connection import Connection
from pathlib import Path
from threading import Barrier

from sla_desktop.domain.feedback import Response
from sla_desktop.domain.ids import EventId
from sla_desktop.services import events
from sla_desktop.storage import query
from sla_desktop.storage.store import open_store
from sla_desktop.venue.phones import Phones
from tests.benchmarks.material import RAW_KEY
from tests.benchmarks.report import quantile, table
from tests.venue.phone import Phone

PHONES, ROUNDS = 200, 3
_STARTS, _ENDS = datetime(2026, 11, 24, 9, tzinfo=UTC), datetime(2026, 11, 24, 16, tzinfo=UTC)


def main() -> None:
    """Measure and print."""
    rows = [("phones at once", "sends", "p50", "p95", "longest", "laptop's CPU per send", "thanked", "kept")]
    with tempfile.TemporaryDirectory() as folder:
        os.environ["XDG_STATE_HOME"] = folder
        path = Path(folder) / "day.sla"
        store = open_store(path, secret=RAW_KEY)
        event = events.add_event(store, title="Day", starts=_STARTS, ends=_ENDS)
        store.close()
        here, there = multiprocessing.get_context("spawn").Pipe()
        laptop = multiprocessing.get_context("spawn").Process(target=_serve, args=(path, event.id, there))
        laptop.start()
        port = here.recv()
        told = [one for _ in range(ROUNDS) for one in _at_once(port)]
        here.send("close")
        seconds, kept = here.recv()
        laptop.join()
    delays = [seconds * 1000 for seconds, _ in told]
    times = [f"{quantile(delays, share):.0f} ms" for share in (0.5, 0.95)]
    spent = f"{1000 * seconds / len(told):.1f} ms"
    thanked = str(sum(fine for _, fine in told) // 2)
    rows.append((str(PHONES), str(len(delays)), *times, f"{max(delays):.0f} ms", spent, thanked, str(kept)))
    table(f"Answers by phone, each sent twice, {os.cpu_count()} processors for phones and laptop together", rows)


def _serve(path: Path, event_id: EventId, pipe: Connection) -> None:
    store = open_store(path, secret=RAW_KEY)
    phones = Phones(store, event_id, host="127.0.0.1", port=0)
    started = time.process_time()
    pipe.send(phones.port)
    pipe.recv()
    phones.close()
    with store.read() as connection:
        pipe.send((time.process_time() - started, query.count(connection, Response)))
    store.close()


def _at_once(port: int) -> list[tuple[float, bool]]:
    """Each phone's two sends of the same form, as seconds until the answer and whether it was thanked."""
    ready = Barrier(PHONES)
    forms = [_last_page(port) for _ in range(PHONES)]

    def send(form: dict[str, str]) -> list[tuple[float, bool]]:
        ready.wait()
        return [_send(port, form) for _ in range(2)]

    with ThreadPoolExecutor(PHONES) as pool:
        return [one for told in pool.map(send, forms) for one in told]


def _last_page(port: int) -> dict[str, str]:
    hidden = Phone("127.0.0.1", port).start().hidden
    return {**hidden, "at": "barrier", "given": '{"connections": "yes"}', "answer": "Time", "go": "next"}


def _send(port: int, form: dict[str, str]) -> tuple[float, bool]:
    started = time.perf_counter()
    try:
        fine = Phone("127.0.0.1", port).send(form).heading == "Thank you"
    except (OSError, http.client.HTTPException):
        fine = False
    return time.perf_counter() - started, fine
