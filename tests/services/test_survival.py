"""Nothing shown green is ever lost: a desk is really killed, again and again, in the middle of 200 check-ins."""

import contextlib
import itertools
import multiprocessing
import random
import subprocess
import sys
import time
from uuid import UUID

import pytest

from sla_desktop.domain.attendance import AttendanceFact
from sla_desktop.domain.ids import FactId
from sla_desktop.services import attendance, presence
from sla_desktop.storage import query
from sla_desktop.storage.store import open_store
from tests.conftest import RAW_KEY

DESK = """
import sys
from pathlib import Path
from uuid import UUID
from sla_desktop.services import attendance
from sla_desktop.storage.store import open_store
store = open_store(Path(sys.argv[1]), secret=sys.argv[2])
print("open", flush=True)
for line in sys.stdin:
    verdict = attendance.check_in(store, UUID(sys.argv[3]), UUID(line.strip()), desk="Desk 1", source="scan")
    print(verdict.registration_id, verdict.light, flush=True)
"""


def start_desk(store, event):
    command = [sys.executable, "-c", DESK, str(store.path), RAW_KEY, str(event.id)]
    desk = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert desk.stdout.readline() == "open\n"
    return desk


def kill_after(desk, waiting, seconds):
    """Feed people to a desk and kill it after a while; whom it had shown."""
    desk.stdin.write("".join(f"{one}\n" for one in waiting))
    desk.stdin.flush()
    time.sleep(seconds)
    desk.kill()
    shown = [line.split() for line in desk.stdout.read().splitlines()]
    desk.wait()
    desk.stdout.close()
    with contextlib.suppress(BrokenPipeError):
        desk.stdin.close()
    return [entry[0] for entry in shown if len(entry) == 2 and entry[1] in ("green", "amber")]


def test_every_verdict_shown_before_a_kill_is_in_the_record(store, event, register):
    people = register(store, event.id, *(f"P{n},Person{n},p{n}@x.org,Oxleas" for n in range(400)))
    rng, shown, kills = random.Random(7), set(), 0
    while len(shown) < 400 and kills < 15:
        waiting = [str(person.id) for person in people if str(person.id) not in shown]
        shown.update(kill_after(start_desk(store, event), waiting, rng.uniform(0.02, 0.2)))
        kills += 1
        kept = {str(person.id) for person in presence.present(store, event.id)}
        assert shown <= kept
    assert kills >= 3


def test_a_killed_desk_opens_again_and_goes_on(store, event, register):
    people = register(store, event.id, *(f"P{n},Person{n},p{n}@x.org,Oxleas" for n in range(20)))
    kill_after(start_desk(store, event), [str(person.id) for person in people], 0.05)
    again = open_store(store.path, secret=RAW_KEY)
    inside = {person.id for person in presence.present(again, event.id)}
    for person in people:
        verdict = attendance.check_in(again, event.id, person.id, desk="Desk 1")
        assert verdict.code == ("already-in" if person.id in inside else "valid")
    assert presence.counts(again, event.id).inside == 20
    again.close()


def work_until_killed(path, event, people, shown):
    """Let people in and out for ever; a fact is shown once its verdict came."""
    desk = open_store(path, secret=RAW_KEY)
    for person in itertools.cycle(people):
        for work in (attendance.check_in, attendance.check_out):
            verdict = work(desk, event, person, desk="Desk 1")
            if verdict.fact_id:
                shown.send_bytes(verdict.fact_id.bytes)


def shown_before_a_kill(server, seconds, *given):
    """Start a desk, kill it some time after its first verdict; the facts that it had shown."""
    reading, writing = server.Pipe(duplex=False)
    desk = server.Process(target=work_until_killed, args=(*given, writing))
    desk.start()
    writing.close()
    found = [reading.recv_bytes()]
    time.sleep(seconds)
    desk.kill()
    desk.join()
    with contextlib.suppress(EOFError):
        while True:
            found.append(reading.recv_bytes())
    reading.close()
    return {FactId(UUID(bytes=one)) for one in found}


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="has no server that forks")
def test_a_thousand_kills_lose_nothing_that_was_shown(store, event, register):
    people = [one.id for one in register(store, event.id, *(f"P{n},Person{n},p{n}@x.org,Oxleas" for n in range(40)))]
    store.close()
    server = multiprocessing.get_context("forkserver")
    server.set_forkserver_preload([__name__])
    rng, shown = random.Random(11), set()
    for _ in range(1000):
        shown |= shown_before_a_kill(server, rng.uniform(0, 0.05), store.path, event.id, people)
    again = open_store(store.path, secret=RAW_KEY)
    with again.read() as connection:
        kept = {fact.id for fact in query.find(connection, AttendanceFact)}
    again.close()
    assert len(shown) > 1000
    assert shown <= kept
