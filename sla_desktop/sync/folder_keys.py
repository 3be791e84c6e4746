"""The keys of a protected folder: random ones, each in a file of its own, wrapped by the team's passphrase."""

import secrets
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

from sla_desktop.domain.errors import Locked, SlaError
from sla_desktop.domain.files import write_whole
from sla_desktop.sync.carrier import BadStream

_MAGIC = b"SLAK1"
# Each key that is tried costs a tenth of a second.
_MOST_KEYS = 12
_ID, _SALT, _NONCE = 8, 16, 12
# RFC 7914; 2^15 x 8 takes 32 MB and about 0.1 s, once for each exchange.
_COST, _BLOCK = 1 << 15, 8


@dataclass(frozen=True)
class FolderKeys:
    """What opens and closes the files of one folder; a folder without keys is not protected."""

    passphrase: str | None = None
    keys: tuple[tuple[bytes, bytes], ...] = ()

    @classmethod
    def of(cls, folder: Path, passphrase: str | None) -> "FolderKeys":
        """The keys that lie in a folder, newest last. Locked if it is protected and the passphrase does not fit."""
        files = sorted(file for file in (folder / "keys").glob("*.key") if file.is_file())
        if not files:
            _check_never_protected(folder)
            return cls()
        if not passphrase:
            raise Locked(
                f"The folder {folder} is protected. Give the team's passphrase on the Sync page or with "
                "`sla team passphrase --set`, which keep it, or in SLA_SHARE_KEY, which does not."
            )
        newest = _unwrapped(files[-1].read_bytes(), passphrase)
        if newest is None:
            raise Locked(
                f"The passphrase does not open the folder {folder}, or its newest key is damaged. "
                "Ask who set it up, and type it again."
            )
        older = [key for file in files[:-1][-_MOST_KEYS:] if (key := _unwrapped(file.read_bytes(), passphrase))]
        return cls(passphrase, (*older, newest))

    def closed(self, plain: bytes) -> bytes:
        """Bytes as they lie in the folder."""
        if not self.keys:
            return plain
        name, key = self.keys[-1]
        nonce = secrets.token_bytes(_NONCE)
        return _MAGIC + name + nonce + ChaCha20Poly1305(key).encrypt(nonce, plain, name)

    def fit(self, data: bytes) -> bool:
        """Whether a file is closed with one of these keys, or not at all."""
        return not data.startswith(_MAGIC) or data[5 : 5 + _ID] in dict(self.keys)

    def opened(self, data: bytes) -> bytes:
        """The bytes in a file of the folder. BadStream if they were changed or need another key."""
        if not data.startswith(_MAGIC):
            return data
        name, nonce = data[5 : 5 + _ID], data[5 + _ID : 5 + _ID + _NONCE]
        try:
            return ChaCha20Poly1305(dict(self.keys)[name]).decrypt(nonce, data[5 + _ID + _NONCE :], name)
        except (KeyError, InvalidTag, ValueError) as error:
            raise BadStream("This file was changed, or closed with another passphrase.") from error


def protect(folder: Path, passphrase: str) -> None:
    """Put a new key into a folder; what is written from now on is closed with it."""
    name = secrets.token_bytes(_ID)
    (folder / "keys").mkdir(parents=True, exist_ok=True)
    # Names sort by age, so that the newest key is the last.
    number = len(list((folder / "keys").glob("*.key"))) + 1
    _write(folder / "keys" / f"{number:04}-{name.hex()}.key", name, secrets.token_bytes(32), passphrase)


def wrap_anew(folder: Path, old: str | None, new: str) -> None:
    """Wrap the keys of a folder that the old passphrase opens in the new one. Locked if some open to neither."""
    for file in sorted((folder / "keys").glob("*.key")):
        data = file.read_bytes()
        if _unwrapped(data, new):
            continue
        known = _unwrapped(data, old) if old else None
        if known is None:
            raise Locked(
                f"The folder {folder} is protected with another passphrase. "
                "Set that one on this laptop first, then the new one, and protect it again."
            )
        _write(file, *known, new)


def _write(target: Path, name: bytes, key: bytes, passphrase: str) -> None:
    salt, nonce = secrets.token_bytes(_SALT), secrets.token_bytes(_NONCE)
    wrapped = ChaCha20Poly1305(_derived(passphrase, salt)).encrypt(nonce, key, name)
    write_whole(target, _MAGIC + name + salt + nonce + wrapped, shared=True)


def is_closed(file: Path) -> bool:
    """Whether a file of a folder is closed with a key."""
    with file.open("rb") as opened:
        return opened.read(len(_MAGIC)) == _MAGIC


def _check_never_protected(folder: Path) -> None:
    """A folder whose keys were taken away must not be filled in clear."""
    files = (file for file in (folder / "segments").glob("*/*/*.seg") if file.is_file() and not file.is_symlink())
    if any(map(is_closed, files)):
        raise SlaError(
            f"The folder {folder} was protected, and its keys are gone from the folder “keys” in it. "
            "Put that folder back from a copy, or share in a new folder."
        )


def _unwrapped(data: bytes, passphrase: str) -> tuple[bytes, bytes] | None:
    ends = [5, 5 + _ID, 5 + _ID + _SALT, 5 + _ID + _SALT + _NONCE]
    name, salt, nonce = (data[start:end] for start, end in pairwise(ends))
    try:
        return name, ChaCha20Poly1305(_derived(passphrase, salt)).decrypt(nonce, data[ends[-1] :], name)
    except (InvalidTag, ValueError):
        return None


def _derived(passphrase: str, salt: bytes) -> bytes:
    return Scrypt(salt=salt, length=32, n=_COST, r=_BLOCK, p=1).derive(passphrase.encode())
