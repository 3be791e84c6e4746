"""The exchange: both sides compare heads, then each sends what the other lacks. Safe to stop and repeat anywhere."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from sla_desktop.storage import anonymous
from sla_desktop.storage.entities import CONTROL
from sla_desktop.storage.log import Head, genesis
from sla_desktop.storage.store import Changes, Store
from sla_desktop.sync import database, seals
from sla_desktop.sync.carrier import BadStream, Carrier, Fork, StreamName

Progress = Callable[[int, int, str], None]


@dataclass(frozen=True)
class Exchanged:
    """What an exchange did: rows sent and received, streams left out and why, and the heads known to be there."""

    sent: int
    received: int
    forked: tuple[StreamName, ...]
    faults: tuple[str, ...]
    there: Mapping[StreamName, Head]


def exchange(store: Store, carrier: Carrier, *, progress: Progress | None = None) -> Exchanged:
    """Bring store and carrier to the same set of changes; a second call in a row moves nothing."""
    anonymous.release(store, at=datetime.now(UTC))
    with store.raw() as connection:
        seals.seal_own(connection, store.private_key, store.public_key)
        here = database.heads(connection)
    there = carrier.heads()
    sound, forked = _sort(store, carrier, here, there)
    total = sum(abs(_seq(here, name) - _seq(there, name)) for name in sound)
    told = _Told(progress, total)
    sent = received = 0
    faults: dict[StreamName, str] = {}
    for name in sound:
        try:
            if _seq(here, name) > _seq(there, name):
                sent += _send(store, carrier, here[name], there.get(name), told)
            elif _seq(there, name) > _seq(here, name):
                received += _receive(store, carrier, there[name], here.get(name), told)
        except (BadStream, Fork) as error:
            # One bad stream must not keep the others from going on.
            faults[name] = str(error)
    carrier.finish(changed=bool(sent or received))
    with store.read() as connection:
        kept = database.heads(connection).items()
    after = {name: head for name, head in kept if name not in forked and name not in faults}
    return Exchanged(sent, received, tuple(forked), tuple(dict.fromkeys([*carrier.faults, *faults.values()])), after)


class _Told:
    """Rows moved so far, told to whoever listens; the listener may stop the exchange by raising."""

    def __init__(self, progress: Progress | None, total: int) -> None:
        self._progress, self._total, self._done = progress, total, 0

    def __call__(self, rows: int, words: str) -> None:
        self._done += rows
        if self._progress:
            self._progress(self._done, max(self._total, self._done), words)


def _send(store: Store, carrier: Carrier, mine: Head, theirs: Head | None, told: _Told) -> int:
    after, previous = _place(mine, theirs)
    sent = 0
    while after < mine.seq:
        with store.read() as connection:
            batch = database.read(connection, mine, after, previous)
        if batch is None:
            break
        carrier.append([batch])
        after, previous = batch.rows[-1].seq, batch.rows[-1].hash
        sent += len(batch.rows)
        told(len(batch.rows), "Sending")
    return sent


def _receive(store: Store, carrier: Carrier, theirs: Head, mine: Head | None, told: _Told) -> int:
    after, previous = _place(theirs, mine)
    received = 0
    while after < theirs.seq:
        batch = carrier.read(theirs, after, previous)
        if (
            batch is None
            or not batch.rows
            or batch.rows[-1].seq <= after
            or batch.name != (theirs.writer, theirs.scope)
        ):
            break
        with store.raw() as connection:
            touched = database.append(connection, batch)
        store.announce(Changes(frozenset(touched), len(batch.rows)))
        after, previous = batch.rows[-1].seq, batch.rows[-1].hash
        received += len(batch.rows)
        told(len(batch.rows), "Receiving")
    return received


def _place(longer: Head, shorter: Head | None) -> tuple[int, bytes]:
    return (shorter.seq, shorter.hash) if shorter else (0, genesis(longer.writer, longer.scope))


def _sort(
    store: Store, carrier: Carrier, here: Mapping[StreamName, Head], there: Mapping[StreamName, Head]
) -> tuple[list[StreamName], list[StreamName]]:
    """All streams, control first, without those whose two copies disagree; and those."""
    names = sorted({*here, *there}, key=lambda name: (name[1] != CONTROL, name))
    forked = [
        name for name in names if name in here and name in there and _differ(store, carrier, here[name], there[name])
    ]
    return [name for name in names if name not in forked], forked


def _differ(store: Store, carrier: Carrier, mine: Head, theirs: Head) -> bool:
    name = (mine.writer, mine.scope)
    if mine.seq == theirs.seq:
        return mine.hash != theirs.hash
    if mine.seq < theirs.seq:
        return carrier.hash_at(name, mine.seq) not in (mine.hash, None)
    with store.read() as connection:
        return database.hash_at(connection, name, theirs.seq) != theirs.hash


def _seq(heads: Mapping[StreamName, Head], name: StreamName) -> int:
    return heads[name].seq if name in heads else 0
