"""What goes wrong at a venue: killed programs, full disks, broken lines, records that cannot be, lost laptops."""

import json
import subprocess
import sys
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from typing import Any
from uuid import UUID, uuid4

from sla_desktop.conformance.outcome import Step, scanned
from sla_desktop.conformance.world import Desk, World
from sla_desktop.domain.attendance import Verdict
from sla_desktop.domain.errors import SlaError
from sla_desktop.domain.ids import FactId
from sla_desktop.domain.text import counted
from sla_desktop.services import bundles, handover, team
from sla_desktop.storage.fold import CREATE
from sla_desktop.storage.log import Draft, Head, StreamName
from sla_desktop.sync.carrier import Batch, News
from sla_desktop.sync.exchange import exchange
from sla_desktop.sync.folder import Folder


class CutLine:
    """A folder that is reached over a line which breaks after a number of pages."""

    def __init__(self, folder: Folder, pages: int) -> None:
        self._folder, self._left = folder, pages
        self.faults = folder.faults

    def _turn(self) -> None:
        self._left -= 1
        if self._left < 0:
            raise SlaError("The line broke off.")

    def pull(self, have: Mapping[StreamName, Head]) -> News:
        """One page at a time."""
        self._turn()
        news = self._folder.pull(have)
        return replace(news, batches=news.batches[:1], more=len(news.batches) > 1 or news.more)

    def append(self, batches: Sequence[Batch]) -> Collection[StreamName]:
        """One page at a time; what was written before the break stays."""
        for batch in batches:
            self._turn()
            self._folder.append([batch])
        return ()

    def hash_at(self, name: StreamName, seq: int) -> bytes | None:
        """As the folder."""
        return self._folder.hash_at(name, seq)

    def finish(self, *, changed: bool) -> None:
        """As the folder."""
        self._folder.finish(changed=changed)

    def close(self) -> None:
        """As the folder."""
        self._folder.close()


def broken_sync(world: World, desk: Desk, pages: int) -> str:
    """Sync over a line that breaks after so many pages; what was told."""
    share = world.folder / "share"
    share.mkdir(exist_ok=True)
    try:
        done = exchange(desk.store, CutLine(Folder(share, desk.store), pages))
    except SlaError as error:
        return str(error)
    return f"{counted(done.sent, 'record')} sent, {done.received} received."


def kill(world: World, desk: Desk, step: Step) -> str:
    """Kill the program in the middle of scans, once it has shown the given number of verdicts."""
    texts = [scanned(world, text) for text in step.get("while_scanning", ())]
    shown = _scan_apart(world, desk, texts, after=min(int(step.get("after", len(texts))), len(texts)), full=False)
    return f"Killed after it had shown {counted(shown, 'verdict')}."


def fill_disk(world: World, desk: Desk, step: Step) -> str:
    """Scan while the disk is full; it has room again afterwards."""
    if sys.platform == "win32":
        raise SlaError("A full disk cannot be played on Windows.")
    texts = [scanned(world, text) for text in step.get("while_scanning", ())]
    shown = _scan_apart(world, desk, texts, after=len(texts), full=True)
    return f"{counted(shown, 'verdict')} shown on a full disk."


def _scan_apart(world: World, desk: Desk, texts: Sequence[str], *, after: int, full: bool) -> int:
    """Scan in a process of its own and kill it; how many verdicts it showed. What it showed is kept to be checked."""
    secret, told = desk.secret, _told(world, desk, full)
    desk.close()
    command = [sys.executable, "-m", "sla_desktop.conformance.child", json.dumps(told)]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8")
    assert process.stdin is not None
    assert process.stdout is not None
    try:
        process.stdin.write("".join(f"{line}\n" for line in (secret, *texts)))
        process.stdin.flush()
        lines = [process.stdout.readline() for _ in range(after + 1)]
    finally:
        process.kill()
        rest, _ = process.communicate()
    whole = [line for line in [*lines, *rest.splitlines(keepends=True)] if line.endswith("\n")]
    shown = [_verdict(json.loads(line)) for line in whole[1:]]
    desk.shown += shown
    return len(shown)


def _told(world: World, desk: Desk, full: bool) -> dict[str, Any]:
    at = (world.at + desk.ahead).isoformat()
    event = str(world.event(desk.event).id)
    return {"path": str(desk.path), "event": event, "desk": desk.name, "at": at, "full": full}


def _verdict(told: Mapping[str, str]) -> Verdict:
    if "error" in told:
        return Verdict("error", told["error"])
    fact = FactId(UUID(told["fact"])) if told["fact"] else None
    return Verdict(told["code"], told["words"], told["name"], fact_id=fact)


def spoil_record(world: World, desk: Desk, step: Step) -> str:
    """Put a record that cannot be what it says among what a desk wrote: others must set it aside, and go on."""
    event = world.event(desk.event)
    sets = {"kind": 7, "happened_at": "yesterday", "event_id": str(event.id)}
    with desk.store.change() as tx:
        tx.clock += 1
        cid, eid = uuid4().hex, uuid4().hex
        draft = Draft(CREATE, "attendance", eid, None, sets, {}, tx.clock, tx.clock >> 16, cid)
        tx.drafts.setdefault(event.id, []).append(draft)
    return "One record is spoilt."


def take_off(world: World, desk: Desk, step: Step) -> str:
    """Take a laptop off the team, at the desk of the step."""
    return team.take_off(desk.store, team.find(desk.store, step["what"]), step.get("reason", ""))


def accept(world: World, desk: Desk, step: Step) -> str:
    """Let the later records of a laptop that was taken off count, at the desk of the step."""
    return team.accept(desk.store, team.find(desk.store, step["what"]))


def hand_over(world: World, desk: Desk, step: Step) -> str:
    """A laptop that was taken off gives its records to a desk, closed, and removes its data."""
    file = world.folder / "handed-over.slab"
    words = handover.hand_over(desk.store, file)
    desk.gone = True
    if step.get("to"):
        bundles.read_bundle(world.desk(step["to"]).store, file)
        file.unlink()
    return words
