"""Bundles: all records, or an event's, in one closed file for a stick or an e-mail."""

from collections.abc import Callable, Collection
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from sla_desktop.domain.errors import SlaError
from sla_desktop.domain.events import DEFAULT_ZONE, clock, local, long_date
from sla_desktop.domain.ids import EventId, natural_id
from sla_desktop.domain.team import Device
from sla_desktop.domain.text import counted
from sla_desktop.services.addresses import path_in
from sla_desktop.services.exchange import passphrase_of
from sla_desktop.services.passphrase import LEAST_LETTERS
from sla_desktop.storage import anonymous, meta
from sla_desktop.storage.entities import CONTROL, DIRECTORY
from sla_desktop.storage.store import Store

if TYPE_CHECKING:
    from sla_desktop.sync.bundle import About, Bundle, Opened

Progress = Callable[[int, int, str], None]


@dataclass(frozen=True)
class Written:
    """A bundle that was written: how many records, its size in bytes, who can open it, in words, and the passphrase
    if one was made up for it: it is shown this once."""

    path: Path
    records: int
    size: int
    opens: str
    passphrase: str = ""

    @property
    def words(self) -> str:
        """What was written and what to do with it."""
        told = f"{counted(self.records, 'record')} written to {self.path}. {self.opens}"
        if not self.passphrase:
            return told
        return (
            f"{told}\n\n    {self.passphrase}\n\n"
            "Write the passphrase down now: it is not kept anywhere. Give it to who shall read the bundle, "
            "by another way than the file itself."
        )


@dataclass(frozen=True)
class Read:
    """What reading a bundle did, in numbers and words."""

    received: int
    words: str
    complete: bool


def write_bundle(
    store: Store, path: Path, *, event_id: EventId | None = None, passphrase: str | None = None
) -> Written:
    """Write all records, or an event's and those of the people, closed to the team's laptops or with a passphrase."""
    from sla_desktop.sync import bundle
    from sla_desktop.sync.team import introduce

    anonymous.release(store, at=datetime.now(UTC))
    introduce(store)
    close, opens, made_up = _closing(store, passphrase)
    about = bundle.write(store, path, close, scopes=_scopes(event_id))
    return Written(path, about.records, path.stat().st_size, opens, made_up)


def read_bundle(
    store: Store, path: Path, *, passphrase: str | None = None, progress: Progress | None = None, join: bool = False
) -> Read:
    """Take in what is new in a bundle. SlaError when it cannot be opened, is not whole, or is a stranger's.

    Another team's is one, unless the two teams are to `join`.
    """
    from sla_desktop.services.erasure import tidy
    from sla_desktop.sync.bundle import Bundle
    from sla_desktop.sync.exchange import exchange

    opened = _opened(store, path, passphrase)
    author = _author(store, opened)
    with closing(Bundle(opened.parts)) as carrier:
        done = exchange(store, carrier, progress=progress, join=join)
    told = f"{counted(done.received, 'record')} taken in from" if done.received else "Nothing new was in"
    words = [f"{told} the bundle that {_written(opened.about)}.", *done.faults, *tidy(store, date.today())]
    if author is not None and author.revoked_at is not None:
        words.append(f"{author.name} was taken off, so what it wrote later waits until a lead lets it count.")
    return Read(done.received, " ".join(words), complete=not done.faults)


def wants_passphrase(store: Store, path: Path) -> bool:
    """Whether a bundle is closed with a passphrase that this laptop does not have."""
    from sla_desktop.sync import bundle

    return bundle.closed_with_passphrase(path) and passphrase_of(store) is None


def bundle_carrier(store: Store, url: str) -> "Bundle":
    """The carrier to `bundle:///file`: it is read if it is there, and written anew."""
    from sla_desktop.sync.bundle import Bundle

    path = path_in(url)
    if not path.name:
        raise SlaError("Name the bundle's file, for example bundle:///media/stick/team.slab.")
    found = _opened(store, path, None) if path.exists() else None
    if found is not None:
        _author(store, found)
    passphrase = passphrase_of(store) if found is None or found.by_passphrase else None
    if found is None and passphrase is None and not _recipients(store):
        raise SlaError(
            "No other laptop is known that could open this bundle. Pair them first, give the team's passphrase in "
            "SLA_SHARE_KEY, or use `sla bundle write`, which makes one up."
        )
    return Bundle(found.parts if found else (), partial(write_bundle, store, path, passphrase=passphrase))


def _closing(store: Store, passphrase: str | None) -> tuple[Callable[[bytes], bytes], str, str]:
    """How to encrypt, who can open it, and the passphrase if one had to be made up."""
    from sla_desktop.sync import age
    from sla_desktop.sync.codes import new_code

    recipients = _recipients(store)
    if recipients and not passphrase:
        with store.read() as connection:
            own = bytes.fromhex(meta.known(connection, "exchange_key"))
        names = ", ".join(device.name for device in recipients)
        keys = [own, *(bytes.fromhex(device.exchange_key) for device in recipients)]
        return partial(_close_to, keys=keys), f"This laptop and {names} can open it.", ""
    if passphrase and len(passphrase) < LEAST_LETTERS:
        raise SlaError(f"The passphrase of a bundle is too short: use {LEAST_LETTERS} letters or more.")
    known = passphrase or passphrase_of(store)
    chosen = known or new_code(4)
    opens = "The passphrase opens it." if known else "Only this passphrase opens it."
    return partial(age.close_with, passphrase=chosen), opens, "" if known else chosen


def _close_to(plain: bytes, keys: list[bytes]) -> bytes:
    from sla_desktop.sync import age

    return age.close_to(plain, keys)


def _recipients(store: Store) -> list[Device]:
    from sla_desktop.sync import peers

    with store.read() as connection:
        others = peers.others(connection, store.public_key)
    return [device for device in others if device.exchange_key and device.revoked_at is None]


def _scopes(event_id: EventId | None) -> Collection[UUID] | None:
    if event_id is None:
        return None
    return {CONTROL, DIRECTORY, event_id, natural_id("scope", "anonymous", event_id)}


def _opened(store: Store, path: Path, passphrase: str | None) -> "Opened":
    from sla_desktop.sync import bundle

    with store.read() as connection:
        private = bytes.fromhex(meta.known(connection, "exchange_private"))
    return bundle.open_file(path, private, lambda: passphrase or passphrase_of(store))


def _author(store: Store, opened: "Opened") -> Device | None:
    """The laptop that wrote a bundle. SlaError if it is a stranger, unless it knew the passphrase or we know none."""
    from sla_desktop.sync import peers

    key = bytes.fromhex(opened.about.public_key)
    with store.read() as connection:
        known = peers.known(connection, key)
        alone = not peers.others(connection, store.public_key)
    if known or alone or opened.by_passphrase or key == store.public_key:
        return known
    raise SlaError(
        f"This bundle was written by “{opened.about.desk}”, a laptop that is not of this team. Nothing was taken in. "
        "Pair the two laptops first, or have it written with the team's passphrase."
    )


def _written(about: "About") -> str:
    day = long_date(local(about.at, DEFAULT_ZONE).date())
    return f"{about.desk} wrote on {day} at {clock(about.at, DEFAULT_ZONE)}"
