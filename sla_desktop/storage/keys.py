"""The key of the local database: from the caller, SLA_KEY, the system keyring, or a passphrase."""

import hashlib
import os
import re
import secrets
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from sla_desktop.domain.errors import SlaError
from sla_desktop.storage.database import answers, rekey

LEAST_LETTERS = 8
_SERVICE, _NEXT = "SLA Desktop", " next"
_RAW = re.compile(r"[0-9a-fA-F]{64}")
# SQLCipher 4's own derivation, so that the file opens with its passphrase in any SQLCipher tool.
_ITERATIONS, _SALT_BYTES = 256_000, 16

# A file that is open is not read beside SQLite: to close it would drop the locks that SQLite has on it (POSIX).
_salts: dict[Path, bytes] = {}

AskPassphrase = Callable[[str], str | None]


def key_for(path: Path, *, secret: str | None = None, ask: AskPassphrase | None = None) -> str:
    """The SQLCipher raw key (64 hex digits of key, 32 of salt) of the store at `path`, existing or to be made.

    `secret` (or SLA_KEY) is a passphrase or 64 hex digits; without one the system keyring has the key of this
    very file, named by the file's salt. Raises SlaError when there is no key to be had.
    """
    fresh = is_fresh(path)
    _salts.pop(path, None)
    salt = _salts[path] = secrets.token_bytes(_SALT_BYTES) if fresh else _salt_of(path)
    secret = secret or os.environ.get("SLA_KEY")
    if not secret:
        stored = _make_in_keyring(salt) if fresh else _current_in_keyring(path, salt)
        if stored:
            return stored + salt.hex()
        secret = ask(_question(path, fresh)) if ask else None
    if not secret:
        raise SlaError(
            f"There is no key for {path}: this laptop has no key ring that holds one. "
            "Give its passphrase when asked, or in SLA_KEY."
        )
    return _raw_key(secret, salt) + salt.hex()


def is_fresh(path: Path) -> bool:
    """Whether the store is still to be made."""
    return not path.exists() or path.stat().st_size == 0


def in_keyring(path: Path) -> bool:
    """Whether the key ring opens this file, so that nobody is asked for a passphrase."""
    return not os.environ.get("SLA_KEY") and _from_keyring(_salt_of(path).hex()) is not None


def fits(path: Path, secret: str) -> bool:
    """Whether this passphrase (or 64 hex digits) opens the file; takes about a quarter of a second."""
    salt = _salt_of(path)
    return answers(path, _raw_key(secret, salt) + salt.hex())


def change_passphrase(path: Path, old: str, new: str) -> str:
    """Encrypt the file for another passphrase; its new raw key. SlaError when the old one does not fit.

    The salt stays: the file answers to either passphrase alone at every moment, whatever happens.
    """
    if not fits(path, old):
        raise SlaError(f"That is not the passphrase of {path}. Nothing was changed.")
    if len(new) < LEAST_LETTERS:
        raise SlaError(f"The new passphrase is too short: use {LEAST_LETTERS} letters or more. Nothing was changed.")
    salt = _salt_of(path)
    fresh = _raw_key(new, salt) + salt.hex()
    rekey(path, _raw_key(old, salt) + salt.hex(), fresh)
    return fresh


def change_key_in_keyring(path: Path) -> str:
    """Encrypt the file with a fresh random key of the key ring; the new raw key. SlaError when there is none.

    Both keys lie in the key ring until the file answers to the new one.
    """
    salt = _salt_of(path)
    old, fresh = _current_in_keyring(path, salt), secrets.token_hex(32)
    if old is None or not _keep_in_keyring(salt.hex() + _NEXT, fresh):
        raise SlaError("The key ring of this laptop does not answer, so the key was not changed. Try again later.")
    rekey(path, old + salt.hex(), fresh + salt.hex())
    _promote(salt, fresh)
    return fresh + salt.hex()


def _raw_key(secret: str, salt: bytes) -> str:
    if _RAW.fullmatch(secret):
        return secret.lower()
    return hashlib.pbkdf2_hmac("sha512", secret.encode(), salt, _ITERATIONS, 32).hex()


def _salt_of(path: Path) -> bytes:
    if path in _salts:
        return _salts[path]
    try:
        with path.open("rb") as file:
            return file.read(_SALT_BYTES)
    except OSError as error:
        raise SlaError(f"{path} cannot be read: {error.strerror}. Check that it is yours to open.") from error


def _question(path: Path, fresh: bool) -> str:
    if fresh:
        return f"Choose a passphrase for the new data file {path}. Keep it safe: without it nobody can open the file."
    return f"Passphrase for {path}"


def _current_in_keyring(path: Path, salt: bytes) -> str | None:
    """The key that opens the file now: a change of keys may have been broken off before or after its commit."""
    stored, following = _from_keyring(salt.hex()), _from_keyring(salt.hex() + _NEXT)
    if following is not None:
        if answers(path, following + salt.hex()):
            _promote(salt, following)
            return following
        _forget(salt.hex() + _NEXT)
    return stored


def _promote(salt: bytes, key: str) -> None:
    """Make the next key the key; the spare copy goes only once the key ring says the key back."""
    if _keep_in_keyring(salt.hex(), key):
        _forget(salt.hex() + _NEXT)


def _from_keyring(name: str) -> str | None:
    import keyring
    from keyring.errors import KeyringError

    try:
        return keyring.get_password(_SERVICE, name)
    except KeyringError:
        return None


def _keep_in_keyring(name: str, key: str) -> bool:
    """Whether the key ring keeps it: one that forgets would lock the file for ever, so it must say the key back."""
    import keyring
    from keyring.errors import KeyringError

    try:
        keyring.set_password(_SERVICE, name, key)
    except KeyringError:
        return False
    return _from_keyring(name) == key


def _forget(name: str) -> None:
    import keyring
    from keyring.errors import KeyringError

    with suppress(KeyringError):
        keyring.delete_password(_SERVICE, name)


def _make_in_keyring(salt: bytes) -> str | None:
    key = secrets.token_hex(32)
    return key if _keep_in_keyring(salt.hex(), key) else None
