"""The key of the local database: from the caller, SLA_KEY, the system keyring, or a passphrase."""

import hashlib
import os
import re
import secrets
from collections.abc import Callable
from pathlib import Path

from sla_desktop.domain.errors import SlaError

_SERVICE = "SLA Desktop"
_RAW = re.compile(r"[0-9a-fA-F]{64}")
# SQLCipher 4's own derivation, so that the file opens with its passphrase in any SQLCipher tool.
_ITERATIONS, _SALT_BYTES = 256_000, 16

AskPassphrase = Callable[[str], str | None]


def key_for(path: Path, *, secret: str | None = None, ask: AskPassphrase | None = None) -> str:
    """The SQLCipher raw key (64 hex digits of key, 32 of salt) of the store at `path`, existing or to be made.

    `secret` (or SLA_KEY) is a passphrase or 64 hex digits; without one the system keyring has the key of this
    very file, named by the file's salt. Raises SlaError when there is no key to be had.
    """
    fresh = not path.exists() or path.stat().st_size == 0
    salt = secrets.token_bytes(_SALT_BYTES) if fresh else _salt_of(path)
    secret = secret or os.environ.get("SLA_KEY")
    if not secret:
        stored = _make_in_keyring(salt) if fresh else _from_keyring(salt)
        if stored:
            return stored + salt.hex()
        secret = ask(_question(path, fresh)) if ask else None
    if not secret:
        raise SlaError(
            f"There is no key for {path}: this laptop has no key ring that holds one. "
            "Give its passphrase when asked, or in SLA_KEY."
        )
    return _raw_key(secret, salt) + salt.hex()


def _raw_key(secret: str, salt: bytes) -> str:
    if _RAW.fullmatch(secret):
        return secret.lower()
    return hashlib.pbkdf2_hmac("sha512", secret.encode(), salt, _ITERATIONS, 32).hex()


def _salt_of(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(_SALT_BYTES)
    except OSError as error:
        raise SlaError(f"{path} cannot be read: {error.strerror}. Check that it is yours to open.") from error


def _question(path: Path, fresh: bool) -> str:
    if fresh:
        return f"Choose a passphrase for the new data file {path}. Keep it safe: without it nobody can open the file."
    return f"Passphrase for {path}"


def _from_keyring(salt: bytes) -> str | None:
    import keyring
    from keyring.errors import KeyringError

    try:
        return keyring.get_password(_SERVICE, salt.hex())
    except KeyringError:
        return None


def _make_in_keyring(salt: bytes) -> str | None:
    import keyring
    from keyring.errors import KeyringError

    key = secrets.token_hex(32)
    try:
        keyring.set_password(_SERVICE, salt.hex(), key)
    except KeyringError:
        return None
    # A key ring that forgets would lock the file for ever, so it must say the key back before it is trusted.
    return key if _from_keyring(salt) == key else None
