"""Seals: a laptop's signature under the head of each of its streams, made before rows leave it."""

from uuid import UUID

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from sqlalchemy import Connection

from sla_desktop.storage import cells
from sla_desktop.storage.batches import batched
from sla_desktop.sync.carrier import BadStream

EVERY = 1024


def seal_own(connection: Connection, private_key: Ed25519PrivateKey, public_key: bytes) -> None:
    """Sign every 1,024th row and the head of each stream that carries this laptop's key."""
    for sid, scope, head, sealed in cells.asked(connection, _UNSEALED, (public_key,)):
        first = sealed - sealed % EVERY + EVERY
        for seq, value in _hashes(connection, sid, [*range(first, head, EVERY), head]):
            put(connection, sid, seq, private_key.sign(statement(UUID(scope), value)))


def put(connection: Connection, sid: int, seq: int, signature: bytes) -> None:
    """Keep the seal of a row."""
    connection.exec_driver_sql("INSERT INTO seal (sid, seq, signature) VALUES (?, ?, ?)", (sid, seq, signature))


def check(scope: UUID, value: bytes, public_key: bytes, signature: bytes) -> None:
    """BadStream unless the signature is the key's seal under that hash."""
    try:
        Ed25519PublicKey.from_public_bytes(public_key).verify(signature, statement(scope, value))
    except (InvalidSignature, ValueError) as error:
        raise BadStream(
            "A batch of shared records is not signed by the laptop that claims to have written it, "
            "so it was not taken in. Ask for a fresh copy."
        ) from error


def statement(scope: UUID, value: bytes) -> bytes:
    """What is signed."""
    return b"sla seal 1" + scope.bytes + value


def _hashes(connection: Connection, sid: int, seqs: list[int]) -> list[tuple[int, bytes]]:
    found: list[tuple[int, bytes]] = []
    for chunk in batched(seqs):
        sql = f"SELECT seq, hash FROM change WHERE sid = ? AND seq IN {cells.marks(len(chunk))} ORDER BY seq"
        found.extend(cells.asked(connection, sql, (sid, *chunk)))
    return found


_UNSEALED = """
SELECT sid, scope, head_seq, sealed FROM (
    SELECT sid, scope, head_seq, coalesce((SELECT max(seq) FROM seal WHERE seal.sid = stream.sid), base) AS sealed
    FROM stream WHERE public_key = ?
) WHERE head_seq > sealed
"""
