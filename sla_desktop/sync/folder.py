"""A shared folder (USB stick, share, cloud drive): immutable segment files, and a readable analysis.sqlite."""

from collections.abc import Collection, Mapping, Sequence
from itertools import zip_longest
from pathlib import Path
from uuid import UUID

from sla_desktop.domain.errors import SlaError
from sla_desktop.domain.text import counted
from sla_desktop.storage.log import Head, StreamName
from sla_desktop.storage.store import Store
from sla_desktop.sync import database, peers
from sla_desktop.sync.analysis import write_analysis
from sla_desktop.sync.carrier import BATCH, BadStream, Batch, News
from sla_desktop.sync.folder_keys import FolderKeys
from sla_desktop.sync.segment_names import Segment
from sla_desktop.sync.segments import Chain, Files, told


class Folder:
    """The carrier to one shared folder. Files are only ever added; only an order to erase rewrites one."""

    def __init__(self, path: Path, store: Store, passphrase: str | None = None) -> None:
        self._path, self._store = path, store
        self.faults: list[str] = []
        self._chains: dict[StreamName, Chain] = {}
        if not path.is_dir():
            raise SlaError(f"The share {path} cannot be reached. Plug it in or make the folder, then sync again.")
        with told(path):
            self._files = Files(path / "segments", FolderKeys.of(path, passphrase))

    @property
    def protected(self) -> bool:
        """Whether what lies there opens only with the team's passphrase."""
        return self._files.keys.passphrase is not None

    def pull(self, have: Mapping[StreamName, Head]) -> News:
        with told(self._path):
            self._chains = self._find(have)
        mine = {name: chain.head for name, chain in self._chains.items()}
        differing = {name: head for name, head in mine.items() if have.get(name) != head}
        lacking = {n: Head(h.stream, h.stream.base, h.stream.genesis) for n, h in have.items() if n not in mine}
        batches: list[Batch] = []
        for name in sorted(differing, key=database.order):
            if sum(len(batch.rows) for batch in batches) >= BATCH:
                return News({**differing, **lacking}, batches, more=True)
            batches += self._behind(self._chains[name], have.get(name))
        return News({**differing, **lacking}, batches)

    def append(self, batches: Sequence[Batch]) -> Collection[StreamName]:
        for batch in batches:
            with told(self._path):
                self._files.write(batch)
        return ()

    def hash_at(self, name: StreamName, seq: int) -> bytes | None:
        chain = self._chains.get(name)
        if chain is None:
            return None
        with told(self._path):
            return chain.hash_at(seq, self._files)

    def finish(self, *, changed: bool) -> None:
        target = self._path / "analysis.sqlite"
        with told(self._path):
            self._files.close_open_ones()
            self._files.redact(self._store)
            self.faults += map(self._lost_words, self._files.missing())
            if changed or not target.exists():
                write_analysis(self._store, target, self._files.keys.passphrase)

    def close(self) -> None:
        self._files.unpacker.close()

    def _find(self, have: Mapping[StreamName, Head]) -> dict[StreamName, Chain]:
        """The streams there; a file that is damaged is passed over, so that who has its rows sends it again."""
        found, faults = self._files.chains(have)
        self.faults = list(dict.fromkeys([*self.faults, *faults]))
        return found

    def _lost_words(self, segment: Segment) -> str:
        """A sentence on a damaged file, with the laptop that can send its rows again."""
        with self._store.read() as connection:
            name = peers.writer_name(connection, UUID(segment.path.parent.name))
        who = f"{name}, or another laptop that has them," if name else "a laptop that has them"
        return (
            f"The shared file {segment.path} is damaged, so {counted(segment.seq - segment.after, 'record')} cannot "
            f"be had from there. It is mended when {who} syncs with this share."
        )

    def _behind(self, chain: Chain, mine: Head | None) -> list[Batch]:
        """The next batches of a stream behind a head, about one read's worth."""
        after, previous = database.place(chain.head, mine)
        batches: list[Batch] = []
        with told(self._path):
            behind = chain.segments_behind(after, previous, self._files)
            for segment, following in zip_longest(behind, behind[1:]):
                try:
                    batches.append(self._files.load(segment, following))
                except BadStream as error:
                    if not self._files.set_aside(segment):
                        self.faults.append(str(error))
                    break
                if sum(len(batch.rows) for batch in batches) >= BATCH:
                    break
        return batches
