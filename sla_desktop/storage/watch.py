"""Noticing what another program, such as the command line, wrote into the same data file."""

from collections.abc import Mapping
from threading import Event, Lock, Thread

from sqlalchemy import Connection

from sla_desktop.domain.errors import SlaError
from sla_desktop.storage import cells
from sla_desktop.storage.entities import ENTITIES
from sla_desktop.storage.store import Changes, Store

EVERY = 2.0
_REMEMBERED = ("desk", "last exchange")


class Watch:
    """Looks every few seconds, on a thread of its own, and tells the store's listeners what was not written here."""

    def __init__(self, store: Store, *, every: float = EVERY) -> None:
        self._store, self._every = store, every
        self._lock, self._over = Lock(), Event()
        self._own = self._foreign = 0
        with store.read() as connection:
            self._heads, self._kept = _heads(connection), _kept(connection)
        self._first = sum(self._heads.values())
        store.listen(self._on_commit)
        self._thread = Thread(target=self._run, name="watch", daemon=True)
        self._thread.start()

    def close(self) -> None:
        """Stop looking."""
        self._over.set()
        self._thread.join()

    def _run(self) -> None:
        while not self._over.wait(self._every):
            try:
                found = self._look()
            except SlaError:
                # The file is being encrypted anew, or is in use: the next look finds what this one missed.
                continue
            self._store.announce(Changes(found, 0))

    def _on_commit(self, changes: Changes) -> None:
        with self._lock:
            self._own += changes.records

    def _look(self) -> frozenset[str]:
        """The entities that somebody else touched since the last look."""
        with self._lock:
            own = self._own
        with self._store.read() as connection:
            heads, kept = _heads(connection), _kept(connection)
            foreign = sum(heads.values()) - self._first - own
            found = _touched(connection, self._heads, heads) if foreign > self._foreign else set()
        found |= {name for name, value in kept.items() if value != self._kept[name]}
        self._heads, self._kept, self._foreign = heads, kept, foreign
        return frozenset(found)


def _heads(connection: Connection) -> dict[int, int]:
    return dict(cells.asked(connection, "SELECT sid, head_seq - base FROM stream"))


def _kept(connection: Connection) -> dict[str, object]:
    """What changes without a change record: anonymous answers, and what this laptop remembers of itself."""
    names = [entity.name for entity in ENTITIES if entity.anonymous]
    told: dict[str, object] = {
        name: cells.asked(connection, f'SELECT count(*) FROM "{name}"')[0][0] for name in names
    }
    marks = ", ".join("?" * len(_REMEMBERED))
    told["device"] = cells.asked(
        connection, f"SELECT value FROM meta WHERE key IN ({marks}) ORDER BY key", _REMEMBERED
    )
    return told


def _touched(connection: Connection, before: Mapping[int, int], now: Mapping[int, int]) -> set[str]:
    sql = (
        "SELECT DISTINCT entity FROM change JOIN stream ON change.sid = stream.sid "
        "WHERE change.sid = ? AND change.seq > stream.base + ?"
    )
    moved = [(sid, before.get(sid, 0)) for sid, rows in now.items() if rows != before.get(sid, 0)]
    return {name for place in moved for (name,) in cells.asked(connection, sql, place)}
