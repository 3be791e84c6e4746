"""The exchange: each side sends what the other lacks. Safe to stop and repeat anywhere, with any carrier."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from sla_desktop.domain.errors import OtherTeam, SlaError
from sla_desktop.storage import anonymous, log
from sla_desktop.storage.entities import CONTROL
from sla_desktop.storage.log import Head, StreamName
from sla_desktop.storage.store import Changes, Store
from sla_desktop.sync import database, seals
from sla_desktop.sync.carrier import BATCH, BadStream, Batch, Carrier, Fork, News
from sla_desktop.sync.team import introduce

Progress = Callable[[int, int, str], None]
_MOST_ROUNDS, _MOST_TRIES = 1000, 20


@dataclass(frozen=True)
class Exchanged:
    """What an exchange did: rows sent and received, what was damaged, and the heads known to be there.

    `healed` counts streams of copied laptops that were given names of their own; `ahead` is how far the other
    side's clock is ahead of this one, if it has a clock.
    """

    sent: int
    received: int
    healed: int
    faults: tuple[str, ...]
    there: Mapping[StreamName, Head]
    ahead: timedelta | None = None


def exchange(store: Store, carrier: Carrier, *, progress: Progress | None = None, join: bool = False) -> Exchanged:
    """Bring store and carrier to the same set of changes; a second call in a row moves nothing.

    OtherTeam, with nothing exchanged, where both sides have a team and the teams are strangers, unless they are to
    `join`: who leads one would lead both.
    """
    anonymous.release(store, at=datetime.now(UTC))
    work = _Exchange(store, carrier, progress, join)
    for _ in range(_MOST_TRIES):
        news = work.receive()
        introduce(store)
        try:
            work.send(news)
            break
        except Fork:
            # Somebody else wrote there meanwhile, or a copy of a laptop did: look again.
            continue
    else:
        raise SlaError("The share keeps changing while this laptop sends. Nothing is lost; sync again in a minute.")
    carrier.finish(changed=bool(work.sent or work.received))
    return work.outcome()


def seal(store: Store) -> Mapping[StreamName, Head]:
    """Seal this laptop's rows, so that they can leave; the heads of all streams here."""
    with store.raw() as connection:
        seals.seal_own(connection, store.private_key, store.public_key)
        return log.heads(connection)


def take_in(store: Store, batch: Batch) -> int:
    """Append a batch to the store in one transaction and tell who listens; how many of its rows are new here."""
    with store.raw() as connection:
        known = log.find(connection, batch.name)
        touched = database.append(connection, batch)
    new = sum(known is None or row.seq > known[1].seq for row in batch.rows)
    store.announce(Changes(frozenset(touched), new))
    return new


@dataclass
class _Exchange:
    """One exchange under way."""

    store: Store
    carrier: Carrier
    progress: Progress | None
    join: bool
    sent: int = 0
    received: int = 0
    healed: int = 0
    total: int = 0
    ahead: timedelta | None = None
    faults: dict[StreamName, str] = field(default_factory=dict)
    there: dict[StreamName, Head] = field(default_factory=dict)

    def receive(self) -> News:
        """Take in everything that is new there, giving branches of copied laptops names of their own on the way."""
        passed: dict[StreamName, Head] = {}
        for _ in range(_MOST_ROUNDS):
            here = seal(self.store)
            started = datetime.now(UTC)
            news = self.carrier.pull({**here, **passed})
            if news.clock:
                self.ahead = news.clock - (started + (datetime.now(UTC) - started) / 2)
            self._expect(here, news)
            if not self.join and _are_strangers(here, news.heads):
                raise OtherTeam(
                    "The records there belong to another team, so nothing was exchanged: whoever leads there would "
                    "lead here too. If the two teams are to become one, say so with --join."
                )
            # Orders before all else: where copies of a laptop parted in CONTROL, one may be on the other branch.
            coming = {batch.name for batch in news.batches}
            parted = {name: head for name, head in news.heads.items() if name[1] == CONTROL and name not in coming}
            if self._heal(here, parted):
                continue
            bad = len(self.faults)
            taken = sum(self._take(batch) for batch in news.batches if batch.name not in self.faults)
            healed = 0 if taken else self._heal(here, news.heads)
            passed.update({name: news.heads[name] for name in self.faults if name in news.heads})
            if not taken and not healed and len(self.faults) == bad:
                break
        told = {**here, **news.heads}
        self.there = {name: head for name, head in told.items() if name not in self.faults}
        return news

    def send(self, news: News) -> None:
        """Send what the other side lacks, CONTROL first, many streams at a time."""
        here = seal(self.store)
        waiting: list[Batch] = []
        for name in sorted(here, key=database.order):
            if name in self.faults:
                continue
            for batch in self._ahead(here[name], self.there.get(name)):
                waiting.append(batch)
                if sum(len(one.rows) for one in waiting) >= BATCH:
                    self._append(waiting)
                    waiting = []
        if waiting:
            self._append(waiting)

    def outcome(self) -> Exchanged:
        """What was done."""
        faults = tuple(dict.fromkeys([*self.carrier.faults, *self.faults.values()]))
        return Exchanged(self.sent, self.received, self.healed, faults, self.there, self.ahead)

    def _take(self, batch: Batch) -> int:
        try:
            rows = take_in(self.store, batch)
        except BadStream as error:
            # One bad stream must not keep the others from going on.
            self.faults[batch.name] = str(error)
            return 0
        except Fork:
            return 0
        self.received += rows
        self._tell("Receiving")
        return rows

    def _heal(self, here: Mapping[StreamName, Head], there: Mapping[StreamName, Head]) -> int:
        """Branch off this store's rows wherever the other side has other ones at the same place."""
        healed = 0
        for name, theirs in there.items():
            if name not in here or name in self.faults:
                continue
            last_shared = _parting(self.store, self.carrier, here[name], theirs)
            if last_shared is not None:
                with self.store.raw() as connection:
                    database.branch_off(connection, name, last_shared)
                    if self.store.writes_as(connection, name[0]):
                        self.store.start_afresh(connection)
                healed += 1
        self.healed += healed
        return healed

    def _ahead(self, mine: Head, theirs: Head | None) -> Iterator[Batch]:
        after, previous = database.place(mine, theirs)
        while after < mine.seq:
            with self.store.read() as connection:
                batch = database.read(connection, mine.stream, after, previous)
            if batch is None:
                return
            yield batch
            after, previous = batch.head.seq, batch.head.hash

    def _append(self, batches: list[Batch]) -> None:
        refused = self.carrier.append(batches)
        taken = [batch for batch in batches if batch.name not in refused]
        for batch in taken:
            self.there[batch.name] = batch.head
        self.sent += sum(len(batch.rows) for batch in taken)
        self._tell("Sending")

    def _expect(self, here: Mapping[StreamName, Head], news: News) -> None:
        expected = sum(
            abs(head.seq - here[name].seq) if name in here else head.seq for name, head in news.heads.items()
        )
        self.total = max(self.total, self.sent + self.received + expected)

    def _tell(self, words: str) -> None:
        done = self.sent + self.received
        if self.progress:
            self.progress(done, max(self.total, done), words)


def _are_strangers(here: Mapping[StreamName, Head], there: Mapping[StreamName, Head]) -> bool:
    """Whether both sides have a team, and no laptop of one is of the other; heads that agree are not told again."""
    mine = {head.stream.public_key for name, head in here.items() if name[1] == CONTROL}
    told = {**here, **there}.items()
    theirs = {head.stream.public_key for name, head in told if name[1] == CONTROL and head.seq > head.stream.base}
    return bool(mine and theirs) and mine.isdisjoint(theirs)


def _parting(store: Store, carrier: Carrier, mine: Head, theirs: Head) -> int | None:
    """The last place that both copies of a stream share, or None if one only goes further than the other."""
    if mine.stream != theirs.stream:
        return mine.stream.base
    low, high = mine.stream.base, min(mine.seq, theirs.seq)
    if _agree(store, carrier, mine, theirs, high):
        return None
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if _agree(store, carrier, mine, theirs, middle) else (low, middle)
    return low


def _agree(store: Store, carrier: Carrier, mine: Head, theirs: Head, seq: int) -> bool:
    """Whether both sides have the same row at a place; what a side has lost does not count against it."""
    with store.read() as connection:
        here = mine.hash if seq == mine.seq else database.hash_at(connection, mine.name, seq)
    there = theirs.hash if seq == theirs.seq else carrier.hash_at(theirs.name, seq)
    return there is None or here == there
