"""Who may open the data and the window: the key of the file, and the PIN of the window."""

import hashlib
import hmac
import json
import secrets
from collections.abc import Callable
from datetime import date

from sla_desktop.domain.errors import SlaError
from sla_desktop.domain.text import counted
from sla_desktop.services import backups
from sla_desktop.services.clock import now
from sla_desktop.storage import keys, meta
from sla_desktop.storage.store import Store

LEAST_DIGITS = 4
_PIN, _WRONG = "window lock", "wrong tries"
_SLIPS, _LONGEST_WAIT = 3, 60
# 32 MB and about a tenth of a second for each guess (RFC 7914).
_COST = {"n": 2**15, "r": 8, "p": 1, "maxmem": 2**26}


def needs_passphrase(store: Store) -> bool:
    """Whether a passphrase opens the data, rather than this laptop's key ring."""
    return not keys.in_keyring(store.path)


def change_passphrase(store: Store, old: str, new: str, today: date) -> str:
    """Encrypt the data for another passphrase; what was done, in words. SlaError when the old one does not fit."""
    store.take_key(keys.change_passphrase(store.path, old, new))
    backups.renew(store, today)
    return "The passphrase is changed. The old one opens neither the data nor today's backup."


def change_key(store: Store, today: date) -> str:
    """Encrypt the data with a fresh key of the key ring; what was done, in words. SlaError without a key ring."""
    store.take_key(keys.change_key_in_keyring(store.path))
    backups.renew(store, today)
    return "The data has a new key, and this laptop's key ring has it."


def set_pin(store: Store, pin: str) -> None:
    """Ask for this PIN when the window was locked; "" asks for none. SlaError when it is too short."""
    kept = sealed_pin(pin) if pin else ""
    with store.raw() as connection:
        meta.put(connection, _PIN, kept)


def has_pin(store: Store) -> bool:
    """Whether somebody set a PIN for the window."""
    return bool(_kept(store))


def opens(store: Store, typed: str) -> bool:
    """Whether this is the window's PIN or the data's passphrase; takes up to half a second.

    SlaError, without a look, while one has to wait after wrong ones.
    """
    return bool(typed) and guessed(store, lambda: pin_fits(_kept(store), typed) or is_passphrase(store, typed))


def guessed(store: Store, fits: Callable[[], bool]) -> bool:
    """Whether a guess fits; after a few wrong ones the next has to wait, longer each time, also after a restart.

    SlaError, without a look, while it has to.
    """
    with store.read() as connection:
        wrong, last = json.loads(meta.get(connection, _WRONG) or "[0, 0]")
    passed, wait = now().timestamp() - last, _wait(wrong)
    if passed < 0:
        # A clock that was put back neither locks anybody out for longer nor saves the wait: it begins again.
        passed = 0
        _note_wrong(store, wrong)
    if passed < wait:
        told = counted(max(1, round(wait - passed)), "second")
        raise SlaError(f"That was wrong {wrong} times. Wait {told}, then try again.")
    right = fits()
    if wrong or not right:
        _note_wrong(store, 0 if right else wrong + 1)
    return right


def _note_wrong(store: Store, wrong: int) -> None:
    with store.raw() as connection:
        meta.put(connection, _WRONG, json.dumps([wrong, now().timestamp()]) if wrong else "")


def is_passphrase(store: Store, typed: str) -> bool:
    """Whether this is the passphrase that opens the data; no, where a key ring does."""
    return needs_passphrase(store) and keys.fits(store.path, typed)


def sealed_pin(pin: str) -> str:
    """A PIN as it is kept: only `pin_fits` can tell whether it is the one. SlaError when it is too short."""
    if len(pin) < LEAST_DIGITS:
        raise SlaError(f"The PIN is too short: use {LEAST_DIGITS} digits or letters, or more.")
    salt = secrets.token_bytes(16)
    return json.dumps({"salt": salt.hex(), "hash": _hash(pin, salt)})


def pin_fits(kept: str, typed: str) -> bool:
    """Whether this is the PIN that is kept so; "" is no PIN, and nothing fits it."""
    sealed = json.loads(kept or "null")
    return bool(sealed) and hmac.compare_digest(sealed["hash"], _hash(typed, bytes.fromhex(sealed["salt"])))


def _wait(wrong: int) -> int:
    """Seconds: none for the first slips, then twice as long each time."""
    return 0 if wrong < _SLIPS else min(_LONGEST_WAIT, 5 * 2 ** (wrong - _SLIPS))


def _kept(store: Store) -> str:
    with store.read() as connection:
        return meta.get(connection, _PIN) or ""


def _hash(pin: str, salt: bytes) -> str:
    return hashlib.scrypt(pin.encode(), salt=salt, **_COST).hex()
