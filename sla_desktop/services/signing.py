"""Short signed texts for QR codes: a prefix, the signer's key id, a signature and facts, in base 32."""

import base64
import hashlib

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from sqlalchemy import select

from sla_desktop.storage import schema
from sla_desktop.storage.store import Store

_KEY_ID, _SIGNATURE = 4, 64


def signed(store: Store, prefix: str, facts: bytes) -> str:
    """Facts signed with this laptop's key (Ed25519), as a text in QR's compact alphabet."""
    return f"{prefix}:{base32(_key_id(store.public_key) + store.private_key.sign(facts) + facts)}"


def opened(store: Store, prefix: str, text: str) -> tuple[bytes, bool] | None:
    """The facts of such a text, and whether a laptop known here signed them; None where it is no such text."""
    told, _, body = text.strip().partition(":")
    try:
        raw = base64.b32decode(body + "=" * (-len(body) % 8))
    except ValueError:
        return None
    # Several texts may stand for the same bytes; only the one that was written is ours.
    if told != prefix or base32(raw) != body or len(raw) < _KEY_ID + _SIGNATURE:
        return None
    key_id, signature, facts = raw[:_KEY_ID], raw[_KEY_ID : _KEY_ID + _SIGNATURE], raw[_KEY_ID + _SIGNATURE :]
    genuine = any(_fits(key, signature, facts) for key in _keys(store) if _key_id(key) == key_id)
    return facts, genuine


def unsigned(text: str) -> bytes:
    """The facts of a text that `signed` made."""
    body = text.partition(":")[2]
    return base64.b32decode(body + "=" * (-len(body) % 8))[_KEY_ID + _SIGNATURE :]


def base32(raw: bytes) -> str:
    """Base 32 (RFC 4648) without padding: QR's compact alphabet, and safe through text-only scanners."""
    return base64.b32encode(raw).decode().rstrip("=")


def _keys(store: Store) -> set[bytes]:
    with store.read() as connection:
        known = connection.execute(select(schema.stream.c.public_key).distinct()).scalars().all()
    return {store.public_key, *map(bytes, known)}


def _fits(key: bytes, signature: bytes, facts: bytes) -> bool:
    try:
        Ed25519PublicKey.from_public_bytes(key).verify(signature, facts)
    except InvalidSignature:
        return False
    return True


def _key_id(public_key: bytes) -> bytes:
    return hashlib.sha256(public_key).digest()[:_KEY_ID]
