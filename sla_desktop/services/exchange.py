"""Syncing with a share, and what this laptop has not sent yet."""

import json
import os
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection

from sla_desktop.domain.errors import Emptied, SlaError
from sla_desktop.domain.text import counted
from sla_desktop.services import conflicts, exchange_words, unsent_rows
from sla_desktop.services.addresses import folder_path, is_postgres, without_password
from sla_desktop.services.timeline import note_reading
from sla_desktop.storage import anonymous, meta
from sla_desktop.storage.store import Store

if TYPE_CHECKING:
    from sla_desktop.sync.carrier import Carrier
    from sla_desktop.sync.exchange import Exchanged

_OF_PEOPLE = ("member", "registration", "affiliation", "organisation", "attendance")
_REMEMBERED, _PASSPHRASE = "last exchange", "team passphrase"
# The data files that this process is exchanging: what waits is known again once it is done.
_UNDER_WAY: set[Path] = set()

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
    """What is not on the share, as of the last exchange, since when, and how many differences are to settle.

    Of the `unsent` records `alone` are on no other desk either; `holders` are the desks that have all of them. They
    make so many `people`, `check_ins` and `others`; none are counted where there are very many records.
    `protected` tells whether a passphrase closes the share; None where it is no folder. `faults` are sentences on
    what the last exchange found damaged there. While one is `under_way` all of these are of before.
    """

    unsent: int
    share: str
    last_exchange: datetime | None
    differences: int = 0
    held: int = 0
    since: datetime | None = None
    ahead: timedelta | None = None
    alone: int = 0
    holders: tuple[str, ...] = ()
    protected: bool | None = None
    faults: tuple[str, ...] = ()
    under_way: bool = False
    people: int = 0
    check_ins: int = 0
    others: int = 0

    @property
    def words(self) -> str:
        """The status in a sentence or two."""
        held = (
            f"{counted(self.held, 'anonymous form')} {'waits' if self.held == 1 else 'wait'}: they travel in fives."
        )
        return " ".join([f"{self.waiting_words}.", *[held] * bool(self.held), *self.faults])

    @property
    def waiting_words(self) -> str:
        """What is not on the share, and whether it is anywhere but here, without a full stop."""
        return exchange_words.of_what_waits(self)


def sync(store: Store, url: str, *, progress: Progress | None = None, join: bool = False) -> SyncResult:
    """Push and pull with a share: `folder:///path` (or a plain path) or `postgresql://...`.

    SlaError when it cannot be reached or is another team's (unless the two are to `join`), Locked when its passphrase
    is missing; whatever was exchanged until then stays, and a repeat goes on from there.
    """
    _UNDER_WAY.add(store.path)
    try:
        return _sync(store, url, progress, join)
    finally:
        _UNDER_WAY.discard(store.path)


def _sync(store: Store, url: str, progress: Progress | None, join: bool) -> SyncResult:
    from sla_desktop.services.desk_names import namesakes
    from sla_desktop.services.erasure import doubles_left, tidy
    from sla_desktop.services.event_changes import twisted
    from sla_desktop.services.removed_sessions import left_without
    from sla_desktop.sync.desk import exchange_with
    from sla_desktop.sync.exchange import exchange

    words: list[str] = []
    if url.startswith("desk:"):
        # Another desk is no share: what it has is remembered with what else is known of it.
        done = exchange_with(store, url, progress=progress, join=join)[1]
    else:
        with closing(_carrier(store, url)) as carrier:
            done = exchange(store, carrier, progress=progress, join=join)
            # The clock of a shared database is the team's; how wrong this one is goes there with what it noted.
            if is_postgres(url) and done.ahead is not None and _noted(store, done.ahead):
                exchange(store, carrier)
        _remember(store, url, done, carrier)
        words = exchange_words.of_the_folder(carrier)
    words = [
        f"{counted(done.sent, 'record')} sent, {done.received} received.",
        *done.faults,
        *exchange_words.of_the_clock(done.ahead),
        *words,
        *tidy(store, date.today()),
        *doubles_left(store),
        *twisted(store),
        *left_without(store),
        namesakes(store),
    ]
    return SyncResult(done.sent, done.received, " ".join(filter(None, words)), complete=not done.faults)


def _noted(store: Store, ahead: timedelta) -> bool:
    """Whether it was news how wrong the clock is; a laptop that was taken off notes nothing, and still syncs."""
    try:
        return note_reading(store, ahead)
    except SlaError:
        return False


def start_anew(store: Store, url: str) -> None:
    """Make an emptied folder a share again, protected by the team's passphrase where one is known here."""
    share_init(url, passphrase=passphrase_of(store))


def share_init(url: str, *, passphrase: str | None = None) -> None:
    """Make what a share needs: schemas and roles in PostgreSQL, or the folder, protected by a passphrase if given."""
    if is_postgres(url):
        from sla_desktop.sync.postgres_admin import init

        init(url)
        return
    path = folder_path(url)
    try:
        (path / "segments").mkdir(parents=True, exist_ok=True)
        if passphrase and not list((path / "keys").glob("*.key")):
            from sla_desktop.sync.folder_keys import protect

            protect(path, passphrase)
    except OSError as error:
        raise SlaError(f"The folder {path} cannot be made: {error.strerror}. Choose another place.") from error


def status(store: Store) -> SyncStatus:
    """What is unsent as far as this laptop knows. No network is used."""
    with store.read() as connection:
        known = _remembered(connection)
        differences, held = conflicts.open_count(connection), anonymous.waiting(connection)
        waiting = unsent_rows.waiting(connection, known)
        since = unsent_rows.oldest(connection, waiting)
        alone, holders = unsent_rows.elsewhere(connection, store.public_key, waiting)
        made = unsent_rows.made(connection, waiting)
    when = datetime.fromisoformat(known["at"]) if known else None
    ahead = timedelta(seconds=known["ahead"]) if known.get("ahead") is not None else None
    unsent, share, protected = sum(waiting.values()), known.get("share", ""), known.get("protected")
    faults = tuple(known.get("faults", ()))
    told = (unsent, share, when, differences, held, since, ahead, alone, holders, protected, faults)
    others = sum(made.values()) - sum(made[one] for one in _OF_PEOPLE)
    return SyncStatus(*told, store.path in _UNDER_WAY, made["member"], made["attendance"], others)


def unsent(connection: Connection) -> int:
    """How many records are on no share, as far as this laptop knows."""
    return sum(unsent_rows.waiting(connection, _remembered(connection)).values())


def _carrier(store: Store, url: str) -> "Carrier":
    if is_postgres(url):
        from sla_desktop.sync.postgres import Postgres

        return Postgres(url)
    if url.startswith("bundle:"):
        from sla_desktop.services.bundles import bundle_carrier

        return bundle_carrier(store, url)
    from sla_desktop.sync.folder import Folder

    path = folder_path(url)
    if path.is_dir():
        _expect_known(store, path)
    return Folder(path, store, passphrase_of(store))


def _expect_known(store: Store, path: Path) -> None:
    """Emptied if the share of the last exchange is not what it was: all people would go onto a stranger's stick."""
    with store.read() as connection:
        known = _remembered(connection)
    if known.get("protected") is None or folder_path(known["share"]) != path:
        return
    protected = any((path / "keys").glob("*.key"))
    if not protected and not (path / "segments").is_dir():
        raise Emptied(
            f"The share {path} is empty, though this laptop synced with it before, so nothing was sent. Is the right "
            f"stick in? If it is to start anew: `sla share init {path}`."
        )
    if known["protected"] and not protected and not any((path / "segments").glob("*/*/*.seg")):
        raise Emptied(
            f"The share {path} was protected with the team's passphrase and is empty and open now, so nothing was "
            f"sent. Is it the right stick? If it is, protect it again: `sla share protect {path}`."
        )


def passphrase_of(store: Store) -> str | None:
    """The team's passphrase: SLA_SHARE_KEY, or what was typed on this laptop."""
    with store.read() as connection:
        return os.environ.get("SLA_SHARE_KEY") or meta.get(connection, _PASSPHRASE)


def remember_passphrase(store: Store, passphrase: str) -> None:
    """Keep the team's passphrase, in the encrypted data file, for protected folders and bundles."""
    with store.raw() as connection:
        meta.put(connection, _PASSPHRASE, passphrase)


def note_protected(store: Store) -> None:
    """Remember that the folder of the last exchange is protected now."""
    with store.raw() as connection:
        known = _remembered(connection)
        if known:
            meta.put(connection, _REMEMBERED, json.dumps({**known, "protected": True}))


def _remember(store: Store, url: str, done: "Exchanged", carrier: "Carrier") -> None:
    """Keep when and how far, for the status line only: what is sent is always asked of the other side."""
    heads = {unsent_rows.key_of(name): head.seq for name, head in done.there.items()}
    shown, ahead = without_password(url), done.ahead.total_seconds() if done.ahead else None
    with store.raw() as connection:
        known = {"at": datetime.now(UTC).isoformat(), "share": shown, "heads": heads, "ahead": ahead}
        more = {"protected": getattr(carrier, "protected", None), "faults": done.faults}
        meta.put(connection, _REMEMBERED, json.dumps({**known, **more}))


def _remembered(connection: Connection) -> dict[str, Any]:
    """What is kept of the last exchange; empty before the first."""
    return json.loads(meta.get(connection, _REMEMBERED) or "{}")  # type: ignore[no-any-return]
