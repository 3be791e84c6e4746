"""Pairing two laptops that do not know each other: a code shown on one and typed on the other, good once.

Both prove that they know the code, over both laptops' keys and fresh random numbers, so that who sits in between with
a key of his own proves nothing to either. Guessing at the door stops after a few tries; guessing from a recording
takes scrypt (RFC 7914) for each of 10^12 codes, and the code is worth nothing ten minutes later.
"""

import hashlib
import hmac
import time
from dataclasses import dataclass

from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

from sla_desktop.sync.codes import as_typed, new_code

MINUTES, TRIES = 10, 5
_COST, _BLOCK = 1 << 15, 8


@dataclass
class Invitation:
    """A code that is shown, until when it holds, and how many tries are left."""

    code: str
    until: float
    tries: int = TRIES

    @classmethod
    def fresh(cls) -> "Invitation":
        """A new code."""
        return cls(new_code(2), time.monotonic() + MINUTES * 60)

    def take_try(self) -> bool:
        """Use up one try; whether there was one left."""
        if self.tries < 1 or time.monotonic() > self.until:
            return False
        self.tries -= 1
        return True

    def end(self) -> None:
        """The code was used."""
        self.tries = 0


@dataclass(frozen=True)
class Meeting:
    """What both sides saw: their public keys, their random numbers, and what the knocking laptop says of itself."""

    server: bytes
    server_nonce: bytes
    client: bytes
    client_nonce: bytes
    card: bytes

    @property
    def transcript(self) -> bytes:
        """A digest of all of it."""
        parts = (self.server, self.server_nonce, self.client, self.client_nonce, hashlib.sha256(self.card).digest())
        return hashlib.sha256(b"sla desk pair 1" + b"".join(parts)).digest()

    def secret(self, code: str) -> bytes:
        """The code, stretched for this meeting; takes about 0.1 s and 32 MB."""
        salt = self.server_nonce + self.client_nonce
        return Scrypt(salt=salt, length=32, n=_COST, r=_BLOCK, p=1).derive(as_typed(code).encode())

    def client_proof(self, secret: bytes) -> bytes:
        """That who knocks knows the code."""
        return hmac.digest(secret, b"client" + self.transcript, "sha256")

    def server_proof(self, secret: bytes, card: bytes) -> bytes:
        """That who opens knows it too, and what it says of itself."""
        return hmac.digest(secret, b"server" + self.transcript + card, "sha256")
