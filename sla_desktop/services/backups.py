"""Encrypted copies of the data file: made by hand or once a day beside it, and put back with care."""

import glob
import os
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from sqlalchemy.exc import SQLAlchemyError

from sla_desktop.domain.errors import SlaError
from sla_desktop.domain.files import put_in_place
from sla_desktop.domain.text import counted
from sla_desktop.services import exchange
from sla_desktop.storage.database import answers, end_log, engine_for
from sla_desktop.storage.keys import AskPassphrase, key_for
from sla_desktop.storage.store import Store, open_store

KEPT = 3
_MARK, _RESTORING, _PARTLY = ".backup-", ".restoring", ".partly"
_PAGE, _KNOWN_STARTS = 4096, (b"SQLite format 3", b"PK\x03\x04", b"%PDF", b"age-encryption.org")


def back_up(store: Store, target: Path) -> Path:
    """Write everything that is saved into a file under the same key, and wait until it is on the disk.

    SlaError when the file exists already or cannot be written.
    """
    if target.exists():
        raise SlaError(f"{target} exists already. Name a new file for the backup.")
    _copy(store, target)
    return target


def back_up_today(store: Store, today: date) -> Path | None:
    """A copy beside the data file, the first time on a day; the newest three stay. None when today's is there.

    What a copy or a restore that was killed left half-made is removed.
    """
    remove_half_made(store.path)
    target = store.path.with_name(f"{store.path.name}{_MARK}{today.isoformat()}")
    if target.exists():
        return None
    _copy(store, target)
    for old in automatic(store.path)[:-KEPT]:
        old.unlink(missing_ok=True)
    return target


def renew(store: Store, today: date) -> None:
    """After a change of keys or an erasure: today's copy anew, and none under the old key or with the old text."""
    for old in automatic(store.path):
        old.unlink(missing_ok=True)
    back_up_today(store, today)


def remove_half_made(path: Path) -> None:
    """Remove what a killed restore or copy left beside a data file."""
    _remove(path.with_name(f"{path.name}{_RESTORING}"))
    for left in path.parent.glob(f"{glob.escape(path.name + _MARK)}*{_PARTLY}"):
        _remove(left)


def automatic(path: Path) -> list[Path]:
    """The daily copies beside a data file, oldest first."""
    daily = re.compile(re.escape(path.name + _MARK) + r"\d{4}-\d\d-\d\d")
    return sorted(one for one in path.parent.iterdir() if daily.fullmatch(one.name))


def kept_aside(path: Path) -> list[Path]:
    """Copies that a restore or an upgrade left beside a data file."""
    marks = (".replaced-", ".before-format-")
    return sorted(
        one for one in path.parent.iterdir() if one.name.startswith(tuple(path.name + mark for mark in marks))
    )


@dataclass(frozen=True)
class Replaced:
    """A data file that a backup took the place of, and how many of its records are on no share."""

    path: Path
    unsent: int

    @property
    def words(self) -> str:
        """Where it is, and how to get at what is nowhere else."""
        told = f"The replaced file is kept as {self.path}."
        if not self.unsent:
            return told
        records = f"{counted(self.unsent, 'record')} in it {'was' if self.unsent == 1 else 'were'} never synced"
        return f"{told} {records}: to bring them back, sync it too (sla sync --store, with this file), then this one."


def restore(
    path: Path, backup: Path, *, secret: str | None = None, ask: AskPassphrase | None = None
) -> Replaced | None:
    """Put a backup in the place of the data file; what was there, None when there was none.

    The backup is opened and checked first, and the laptop writes on under a new name of its own, so that what it
    wrote after the backup was made can still come back from a share. SlaError for a wrong key, a damaged backup or
    a data file that another program has open; the data file is then as it was.
    """
    if not backup.is_file():
        raise SlaError(f"There is no file {backup}. Name the backup to restore.")
    _make_sure_it_is_one(backup)
    fresh = path.with_name(path.name + _RESTORING)
    with _tidied(fresh):
        _copy_file(backup, fresh)
        try:
            _check(fresh, secret, ask)
        except SlaError as error:
            # People named the backup, not the copy of it that is looked at.
            raise SlaError(str(error).replace(str(fresh), str(backup))) from error
        kept = _keep_replaced(path, secret, ask) if path.exists() else None
        fresh.replace(path)
    return kept


def _make_sure_it_is_one(backup: Path) -> None:
    """SlaError for a file that no key can open: a data file is whole pages that look like chance from the start."""
    size = backup.stat().st_size
    with backup.open("rb") as file:
        start = file.read(_PAGE)
    if not size or size % _PAGE or start.isascii() or start.startswith(_KNOWN_STARTS):
        raise SlaError(f"{backup} is no backup of this program, or it was cut off on its way. Choose another file.")


def _check(fresh: Path, secret: str | None, ask: AskPassphrase | None) -> None:
    store = open_store(fresh, secret=secret, ask=ask)
    try:
        with store.read() as connection:
            damage = connection.exec_driver_sql("PRAGMA cipher_integrity_check").all()
            sound = connection.exec_driver_sql("PRAGMA integrity_check").scalar_one() == "ok"
        if damage or not sound:
            raise SlaError("The backup is damaged, so nothing was restored. Try an older one.")
        with store.raw() as connection:
            store.start_afresh(connection)
    finally:
        store.close()


def _keep_replaced(path: Path, secret: str | None, ask: AskPassphrase | None) -> Replaced:
    """Copy the data file that is to be replaced, with what its log holds, before anything is put in its place."""
    kept = path.with_name(f"{path.name}.replaced-{datetime.now():%Y-%m-%d-%H%M%S}")
    key, unsent = _key_of(path, secret, ask), 0
    if key is not None:
        unsent = _unsent(path, key)
        end_log(path, key)
    _copy_file(path, kept)
    log = path.with_name(f"{path.name}-wal")
    if log.exists():
        _copy_file(log, kept.with_name(f"{kept.name}-wal"))
        log.unlink()
    path.with_name(f"{path.name}-shm").unlink(missing_ok=True)
    return Replaced(kept, unsent)


def _unsent(path: Path, key: str) -> int:
    """The records that are on no share; 0 where the file is too old or too damaged to tell."""
    engine = engine_for(path, key)
    try:
        with engine.connect() as connection:
            return exchange.unsent(connection)
    except (SlaError, SQLAlchemyError):
        return 0
    finally:
        engine.dispose()


def _key_of(path: Path, secret: str | None, ask: AskPassphrase | None) -> str | None:
    """The key of the file to be replaced; None if it is damaged or its key is lost, and it is kept as it is."""
    with suppress(SlaError):
        key = key_for(path, secret=secret, ask=ask)
        return key if answers(path, key) else None
    return None


def _copy(store: Store, target: Path) -> None:
    partly = target.with_name(target.name + _PARTLY)
    with _tidied(partly):
        store.copy_to(partly)
        partly.chmod(0o600)
        put_in_place(partly, target)


def _copy_file(source: Path, target: Path) -> None:
    try:
        shutil.copyfile(source, target)
        _sync(target)
    except OSError as error:
        raise SlaError(f"{target} could not be written: {error.strerror}. Make room and try again.") from error


def _sync(path: Path) -> None:
    path.chmod(0o600)
    with path.open("rb+") as file:
        os.fsync(file.fileno())


@contextmanager
def _tidied(path: Path) -> Iterator[None]:
    """Nothing half-made stays, not even from a copy that was broken off earlier: its log would be taken for ours."""
    _remove(path)
    try:
        yield
    finally:
        _remove(path)


def _remove(path: Path) -> None:
    for ending in ("", "-wal", "-shm", "-journal"):
        path.with_name(path.name + ending).unlink(missing_ok=True)
