"""Files closed with age (age-encryption.org/v1): to laptops' keys, or with a passphrase. Any age opens them."""

import io
from collections.abc import Sequence

import pyrage

_BECH32 = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"
_GENERATOR = (0x3B6A57B2, 0x26508E6D, 0x1EA119FA, 0x3D4233DD, 0x2A1462B3)
_PASSPHRASE_LINE = b"age-encryption.org/v1\n-> scrypt "
MAGIC = b"age-encryption.org/v1\n"


class CannotOpen(Exception):
    """The key or passphrase does not fit, or the bytes were changed or cut off."""


def close_to(plain: bytes, keys: Sequence[bytes]) -> bytes:
    """Close to X25519 public keys; each of their owners can open it. ValueError for what is no key."""
    try:
        recipients = [pyrage.x25519.Recipient.from_str(_bech32("age", key)) for key in keys]
    except pyrage.RecipientError as error:
        raise ValueError("no X25519 key") from error
    closed = io.BytesIO()
    pyrage.encrypt_io(io.BytesIO(plain), closed, recipients)
    return closed.getvalue()


def close_with(plain: bytes, passphrase: str) -> bytes:
    """Close with a passphrase; takes about a second, so that guessing does too."""
    return bytes(pyrage.passphrase.encrypt(plain, passphrase))


def needs_passphrase(closed: bytes) -> bool:
    """Whether it was closed with a passphrase."""
    return closed.startswith(_PASSPHRASE_LINE)


def open_by(closed: bytes, private_key: bytes) -> bytes:
    """Open with an X25519 private key. CannotOpen if it was not closed to it, or is not whole."""
    identity = pyrage.x25519.Identity.from_str(_bech32("age-secret-key-", private_key).upper())
    plain = io.BytesIO()
    try:
        pyrage.decrypt_io(io.BytesIO(closed), plain, [identity])
    except (pyrage.DecryptError, OSError, ValueError) as error:
        raise CannotOpen from error
    return plain.getvalue()


def open_with(closed: bytes, passphrase: str) -> bytes:
    """Open with a passphrase. CannotOpen if it does not fit, or the bytes are not whole."""
    try:
        return bytes(pyrage.passphrase.decrypt(closed, passphrase))
    except (pyrage.DecryptError, OSError, ValueError) as error:
        raise CannotOpen from error


def _bech32(prefix: str, raw: bytes) -> str:
    """A key as age writes it (BIP 173): 5 bits a letter, then a checksum of six letters."""
    number = int.from_bytes(raw) << 4
    data = [number >> shift & 31 for shift in range(255, -1, -5)]
    spread = [*(ord(c) >> 5 for c in prefix), 0, *(ord(c) & 31 for c in prefix)]
    check = _polymod([*spread, *data, 0, 0, 0, 0, 0, 0]) ^ 1
    return f"{prefix}1" + "".join(_BECH32[five] for five in [*data, *(check >> 5 * (5 - k) & 31 for k in range(6))])


def _polymod(values: Sequence[int]) -> int:
    check = 1
    for value in values:
        top = check >> 25
        check = (check & 0x1FFFFFF) << 5 ^ value
        for bit, term in enumerate(_GENERATOR):
            check ^= term if top >> bit & 1 else 0
    return check
