"""The team's passphrase, and shared folders that it protects."""

import secrets

from sla_desktop.domain.errors import SlaError
from sla_desktop.services.addresses import folder_path
from sla_desktop.services.exchange import note_protected, passphrase_of, remember_passphrase
from sla_desktop.storage import meta
from sla_desktop.storage.store import Store

LEAST_LETTERS = 12
_BEFORE = "team passphrase before"
# Without letters and digits that are read as one another.
_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"
_GROUPS, _OF = 5, 4


def fresh() -> str:
    """A passphrase that nobody can guess (about 99 bits), easy to read out: "k7qf-2m9d-x4tb-8wnc-hr3p"."""
    return "-".join("".join(secrets.choice(_LETTERS) for _ in range(_OF)) for _ in range(_GROUPS))


def keep(store: Store, passphrase: str) -> str:
    """Remember the team's passphrase here; what that means, in words. SlaError when it is too short."""
    if len(passphrase) < LEAST_LETTERS:
        raise SlaError(f"The team passphrase is too short: use {LEAST_LETTERS} letters or more.")
    before = passphrase_of(store)
    remember_passphrase(store, passphrase)
    if before and before != passphrase:
        with store.raw() as connection:
            meta.put(connection, _BEFORE, before)
        return "The team passphrase is changed here. Protect each shared folder again, and type it on each laptop."
    return "The team passphrase is kept in this laptop's data, for protected folders and bundles."


def protect(store: Store, url: str) -> str:
    """Give a shared folder a new key and close all its files with it; in words, how many.

    The keys that lie there are wrapped anew, so that after a change of the passphrase only the new one opens the
    folder. SlaError when no passphrase is kept here, or the folder was protected with an unknown one.
    """
    from sla_desktop.sync import folder_keys, segments
    from sla_desktop.sync.analysis import write_analysis

    passphrase = passphrase_of(store)
    if not passphrase:
        raise SlaError("There is no team passphrase on this laptop yet. Set it first: `sla team passphrase --set`.")
    path = folder_path(url)
    if not path.is_dir():
        raise SlaError(f"The share {path} cannot be reached. Plug it in, then try again.")
    with store.read() as connection:
        before = meta.get(connection, _BEFORE)
    with segments.told(path):
        folder_keys.wrap_anew(path, before, passphrase)
        folder_keys.protect(path, passphrase)
        keys = folder_keys.FolderKeys.of(path, passphrase)
        count = segments.Files(path / "segments", keys).reseal()
        write_analysis(store, path / "analysis.sqlite", passphrase)
    note_protected(store)
    return f"The folder is protected: {count} files in it are closed with a new key that the team passphrase opens."
