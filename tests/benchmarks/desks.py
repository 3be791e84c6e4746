"""Eight desks in processes of their own, paired and connected: from a commit at one to its row at each other."""

import multiprocessing
import os
import random
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path

from sla_desktop.domain.attendance import AttendanceFact
from sla_desktop.domain.ids import new_id
from sla_desktop.domain.registrations import Registration
from sla_desktop.services import desks
from sla_desktop.storage import query
from sla_desktop.storage.store import open_store
from tests.benchmarks.material import RAW_KEY, big_store
from tests.benchmarks.report import quantile, table

DESKS, ROUNDS, PEOPLE, EVERY = 8, 15, 500, 3.0


def main() -> None:
    """Measure and print."""
    rows = [("desks", "commits", "p50", "p95", "p99", "longest", "not come")]
    with tempfile.TemporaryDirectory() as folder:
        os.environ["XDG_STATE_HOME"] = folder
        sent, seen = _day(Path(folder))
    delays = [(there[fact] - at) * 1000 for there in seen for fact, at in sent.items() if fact in there]
    missing = sum(fact not in there for there in seen for fact in sent) - len(sent)
    times = [f"{quantile(delays, share):.1f} ms" for share in (0.5, 0.95, 0.99)]
    rows.append((str(DESKS), str(len(sent)), *times, f"{max(delays):.1f} ms", str(missing)))
    table(f"Commit at one desk to visible at another, TLS 1.3, {os.cpu_count()} processors", rows)


def _day(home: Path) -> tuple[dict[bytes, float], list[dict[bytes, float]]]:
    """When each fact was committed, and when each desk had it (not its own), by the system's monotonic clock."""
    big_store(home / "desk-0.sla", PEOPLE)[0].close()
    spawn = multiprocessing.get_context("spawn")
    pipes = [spawn.Pipe() for _ in range(DESKS)]
    processes = [
        spawn.Process(target=_desk, args=(home / f"desk-{n}.sla", n, pipes[n][1]), daemon=True) for n in range(DESKS)
    ]
    ours = [pipe[0] for pipe in pipes]
    for process in processes:
        process.start()
    addresses = [pipe.recv() for pipe in ours]
    for pipe in ours[1:]:
        ours[0].send("invite")
        pipe.send((addresses[0], ours[0].recv()))
        pipe.recv()
    for pipe in ours:
        pipe.send(addresses)
    for pipe in ours:
        pipe.recv()
    for pipe in ours:
        pipe.send("go")
    for pipe in ours:
        pipe.recv()
    time.sleep(5)
    for pipe in ours:
        pipe.send("stop")
    results = [pipe.recv() for pipe in ours]
    for process in processes:
        process.join(30)
    return {fact: at for sent, _ in results for fact, at in sent.items()}, [seen for _, seen in results]


def _desk(path: Path, number: int, pipe) -> None:
    store = open_store(path, secret=RAW_KEY)
    store.name_desk(f"Desk {number + 1}")
    door = desks.open_door(store, host="127.0.0.1", port=0, announce=False)
    pipe.send(door.addresses[0])
    _meet(store, door, pipe)
    sent, seen = _work(store, number, pipe)
    door.close()
    pipe.send((sent, seen))
    store.close()


def _meet(store, door, pipe) -> None:
    """Pair with the first desk, then connect to all."""
    while isinstance(told := pipe.recv(), str | tuple):
        if told == "invite":
            pipe.send(door.invite())
        else:
            desks.pair(store, *told)
            pipe.send("paired")
    for address in told:
        if address not in door.addresses:
            door.dial(address)
    # Who was paired later is known once the first desk has passed it on.
    for _ in range(600):
        if len(door.lines) == DESKS - 1:
            break
        time.sleep(0.1)
    pipe.send(len(door.lines))


def _work(store, number: int, pipe) -> tuple[dict[bytes, float], dict[bytes, float]]:
    with store.read() as connection:
        registrations = query.find(connection, Registration)[number::DESKS]
    sent: dict[bytes, float] = {}
    seen: dict[bytes, float] = {}
    last = [0]

    def look(changes) -> None:
        if "attendance" not in changes.entities:
            return
        with store.read() as connection:
            rows = "SELECT rowid, id FROM attendance WHERE rowid > ?"
            for row, key in connection.exec_driver_sql(rows, (last[0],)):
                last[0] = row
                seen.setdefault(key, time.monotonic())

    store.listen(look)
    pipe.recv()
    for one in registrations[:ROUNDS]:
        time.sleep(EVERY * random.uniform(0.5, 1.5))
        now = datetime.now(UTC)
        fact = AttendanceFact(
            new_id(), one.event_id, one.id, one.member_id, "in", now, now, desk=f"Desk {number + 1}", source="scan"
        )
        with store.change() as tx:
            tx.put(fact)
        sent[fact.id.hex] = time.monotonic()
    pipe.send("done")
    pipe.recv()
    return sent, {key: at for key, at in seen.items() if key not in sent}


if __name__ == "__main__":
    main()
