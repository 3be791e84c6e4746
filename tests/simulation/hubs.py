"""The shares of a simulated team, each of which can be put back to an earlier day."""

import shutil
from contextlib import contextmanager

from sla_desktop.storage import log
from sla_desktop.sync import database
from sla_desktop.sync.exchange import take_in
from sla_desktop.sync.folder import Folder
from tests.simulation.crashes import Crash


class StoreCarrier:
    """Another laptop's store, or one that serves as a share, as the other side of an exchange."""

    def __init__(self, store):
        self.store, self.faults = store, []

    def pull(self, have):
        with self.store.read() as connection:
            return database.pull(connection, have)

    def append(self, batches):
        for batch in batches:
            take_in(self.store, batch)

    def hash_at(self, name, seq):
        with self.store.read() as connection:
            return database.hash_at(connection, name, seq)

    def finish(self, *, changed):
        pass

    def close(self):
        pass


class Flaky:
    """A carrier whose link may break before a call reaches the other side, or before its answer comes back."""

    def __init__(self, carrier, crashes):
        self._carrier, self._crashes = carrier, crashes
        self.faults = carrier.faults

    def __getattr__(self, name):
        verb = getattr(self._carrier, name)

        def call(*args, **kwargs):
            self._crashes.step()
            answer = verb(*args, **kwargs)
            self._crashes.step()
            return answer

        return call


class StoreHub:
    """A share that is a store of its own, served by the same code as a desk serves other desks."""

    def __init__(self, folder, new_store):
        self._device = new_store(folder / "hub")

    @contextmanager
    def carrier(self, store):
        yield StoreCarrier(self._device.store)

    def cids(self):
        return self._device.cids()

    def payloads(self):
        return self._device.payloads()

    def save(self):
        return self._device.save()

    def restore(self, saved):
        self._device.restore(saved, with_anchors=True)

    def close(self):
        self._device.close()


class FolderHub:
    """A shared folder."""

    def __init__(self, folder, new_store):
        self._path, self._saves = folder / "share", folder / "saves"
        self._path.mkdir()
        self._reader = new_store(folder / "reader")

    @contextmanager
    def carrier(self, store):
        yield Folder(self._path, store)

    def cids(self):
        return {row.cid for row in self._rows()}

    def payloads(self):
        return [row.payload for row in self._rows() if row.payload]

    def save(self):
        target = self._saves / str(len(list(self._saves.glob("*"))))
        shutil.copytree(self._path, target)
        return target

    def restore(self, saved):
        shutil.rmtree(self._path)
        shutil.copytree(saved, self._path)

    def close(self):
        self._reader.close()

    def _rows(self):
        folder = Folder(self._path, self._reader.store)
        rows = []
        for name, head in folder.pull({}).heads.items():
            chain = folder._chains[name]
            for batch in folder._behind(chain, None):
                rows += batch.rows
            assert head == chain.head
        return rows


def heads(store):
    """How far each stream goes in a store."""
    with store.read() as connection:
        return log.heads(connection)


__all__ = ["Crash", "Flaky", "FolderHub", "StoreCarrier", "StoreHub", "heads"]
