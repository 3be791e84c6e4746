"""One-time tokens: each form that a phone opens has one, and two sends of it are one answer."""

import hashlib
import hmac
import os
from uuid import UUID

from sla_desktop.domain.ids import EventId, ResponseId
from sla_desktop.storage.store import Store

_MAC_BYTES = 16


class Tokens:
    """Makes tokens and knows them again, also after the program was stopped in between."""

    def __init__(self, store: Store, event_id: EventId) -> None:
        secret = store.private_key.private_bytes_raw()
        self._key = hmac.digest(secret, b"phone tokens of " + event_id.bytes, "sha256")

    def fresh(self) -> str:
        """A new token: random, so that it says nothing about who or when."""
        seed = os.urandom(16)
        return (seed + self._mac(seed)).hex()

    def response_id(self, token: str) -> ResponseId | None:
        """The id of the answer that a token stands for, or None for one that was not made here."""
        try:
            whole = bytes.fromhex(token)
        except ValueError:
            return None
        seed, mac = whole[:16], whole[16:]
        if len(seed) != 16 or not hmac.compare_digest(mac, self._mac(seed)):
            return None
        # Hashed, so that the id that is kept does not lead back to the token that went over the network.
        return ResponseId(UUID(bytes=hashlib.sha256(b"answer" + seed).digest()[:16], version=4))

    def _mac(self, seed: bytes) -> bytes:
        return hmac.digest(self._key, seed, "sha256")[:_MAC_BYTES]
