"""Syncing with a share, and what this laptop has not sent yet."""

import json
from collections.abc import Callable, Mapping
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from sqlalchemy import Connection, func, select

from sla_desktop.domain.errors import SlaError
from sla_desktop.domain.text import counted
from sla_desktop.storage import anonymous, log, schema
from sla_desktop.storage.store import Store, get_meta, set_meta

if TYPE_CHECKING:
    from sla_desktop.sync.carrier import Carrier
    from sla_desktop.sync.exchange import Exchanged

_REMEMBERED = "last exchange"
APART = (
    "Some records stay on this laptop: a copy of its data file was used too, and the two went different ways. "
    "Keep both files and ask for help."
)

Progress = Callable[[int, int, str], None]


@dataclass(frozen=True)
class SyncResult:
    """What a sync did, in numbers and words."""

    sent: int
    received: int
    words: str
    complete: bool


@dataclass(frozen=True)
class SyncStatus:
    """What has not left this laptop, as of the last exchange, since when, and how many differences are to settle."""

    unsent: int
    share: str
    last_exchange: datetime | None
    differences: int = 0
    apart: bool = False
    held: int = 0
    since: datetime | None = None

    @property
    def words(self) -> str:
        """The status in one sentence."""
        waiting = "1 record is" if self.unsent == 1 else f"{self.unsent} records are"
        if self.apart:
            return f"{waiting} waiting. {APART}"
        if self.last_exchange is None:
            return f"{waiting} on this laptop only. Nothing was synced yet."
        if self.held:
            return f"{waiting} waiting to be sent, and {counted(self.held, 'anonymous form')}: they travel in fives."
        return f"{waiting} waiting to be sent." if self.unsent else "Everything here is on the share."


def sync(store: Store, url: str, *, progress: Progress | None = None) -> SyncResult:
    """Push and pull with a share: `folder:///path` (or a plain path) or `postgresql://...`.

    SlaError when it cannot be reached; whatever was exchanged until then stays, and a repeat goes on from there.
    """
    from sla_desktop.sync.exchange import exchange

    with closing(_carrier(store, url)) as carrier:
        done = exchange(store, carrier, progress=progress)
    _remember(store, url, done)
    words = [f"{counted(done.sent, 'record')} sent, {done.received} received.", *done.faults]
    if done.forked:
        words.append(APART)
    return SyncResult(done.sent, done.received, " ".join(words), complete=not done.forked and not done.faults)


def share_init(url: str) -> None:
    """Make what a share needs: schemas and tables in PostgreSQL, or the folder."""
    if _is_postgres(url):
        from sla_desktop.sync.postgres import init

        init(url)
        return
    path = _folder_path(url)
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise SlaError(f"The folder {path} cannot be made: {error.strerror}. Choose another place.") from error


def status(store: Store) -> SyncStatus:
    """What is unsent as far as this laptop knows. No network is used."""
    with store.read() as connection:
        known = json.loads(get_meta(connection, _REMEMBERED) or "{}")
        there = known.get("heads", {})
        heads = log.heads(connection).values()
        differences = connection.execute(select(func.count()).select_from(schema.conflict)).scalar_one()
        held = anonymous.waiting(connection)
        ahead = {head: head.seq - sent for head in heads if head.seq > (sent := there.get(_name(head), 0))}
        since = _oldest(connection, ahead)
    when = datetime.fromisoformat(known["at"]) if known else None
    share, apart = known.get("share", ""), bool(known.get("apart"))
    return SyncStatus(sum(ahead.values()), share, when, differences, apart, held, since)


def _name(head: log.Head) -> str:
    return f"{head.writer}/{head.scope}"


def _oldest(connection: Connection, ahead: Mapping[log.Head, int]) -> datetime | None:
    """When the first of the rows that wait was written; each stream's first waiting row is its oldest."""
    change, stream = schema.change, schema.stream
    told = []
    for head, waiting in ahead.items():
        mine = (stream.c.writer == head.writer, stream.c.scope == head.scope)
        sid = select(stream.c.sid).where(*mine).scalar_subquery()
        first = select(change.c.wall_ms).where(change.c.sid == sid, change.c.seq == head.seq - waiting + 1)
        told.append(connection.execute(first).scalar_one_or_none())
    known = [wall_ms for wall_ms in told if wall_ms is not None]
    return datetime.fromtimestamp(min(known) / 1000, UTC) if known else None


def _carrier(store: Store, url: str) -> "Carrier":
    if _is_postgres(url):
        from sla_desktop.sync.postgres import Postgres

        return Postgres(url)
    from sla_desktop.sync.folder import Folder

    return Folder(_folder_path(url), store)


def _is_postgres(url: str) -> bool:
    return url.startswith(("postgresql:", "postgres:"))


def _folder_path(url: str) -> Path:
    if not url.strip() or url.rstrip("/") in ("folder:", "folder"):
        raise SlaError("Name the share: a folder, or an address such as postgresql://user@host/database.")
    if url.startswith("folder:"):
        parts = urlsplit(url)
        return Path(unquote(parts.netloc + parts.path))
    if "://" in url:
        scheme = url.partition("://")[0]
        raise SlaError(
            f"“{scheme}” is no kind of share. Give a folder, or an address postgresql://user@host/database."
        )
    return Path(url).expanduser()


def _remember(store: Store, url: str, done: "Exchanged") -> None:
    """Keep when and how far, for the status line only: what is sent is always asked of the other side."""
    heads = {f"{writer}/{scope}": head.seq for (writer, scope), head in done.there.items()}
    shown = _without_password(url)
    with store.raw() as connection:
        known = {"at": datetime.now(UTC).isoformat(), "share": shown, "heads": heads, "apart": bool(done.forked)}
        set_meta(connection, _REMEMBERED, json.dumps(known))


def _without_password(url: str) -> str:
    if not _is_postgres(url):
        return url
    parts = urlsplit(url)
    host = parts.hostname or ""
    user = f"{parts.username}@" if parts.username else ""
    port = f":{parts.port}" if parts.port else ""
    return f"{parts.scheme}://{user}{host}{port}{parts.path}"
