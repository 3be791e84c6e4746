"""Seals: a laptop's signature under the head of each of its streams, made before rows leave it."""

from uuid import UUID

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from sqlalchemy import Connection, func, insert, select

from sla_desktop.storage import schema
from sla_desktop.sync.carrier import BadStream

EVERY = 1024


def seal_own(connection: Connection, private_key: Ed25519PrivateKey, public_key: bytes) -> None:
    """Sign every 1,024th row and the head of each stream that carries this laptop's key."""
    streams = connection.execute(select(schema.stream).where(schema.stream.c.public_key == public_key)).all()
    for stream in streams:
        last = select(func.max(schema.seal.c.seq)).where(schema.seal.c.sid == stream.sid)
        sealed = connection.execute(last).scalar() or 0
        first = sealed - sealed % EVERY + EVERY
        wanted = [*range(first, stream.head_seq, EVERY), *([stream.head_seq] if stream.head_seq > sealed else [])]
        for seq, value in _hashes(connection, stream.sid, wanted):
            signature = private_key.sign(statement(stream.scope, value))
            connection.execute(insert(schema.seal).values(sid=stream.sid, seq=seq, signature=signature))


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
    for start in range(0, len(seqs), 500):
        table = schema.change
        query = select(table.c.seq, table.c.hash).where(
            table.c.sid == sid, table.c.seq.in_(seqs[start : start + 500])
        )
        found.extend((row.seq, bytes(row.hash)) for row in connection.execute(query))
    return sorted(found)
