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
    stream, seal = schema.stream, schema.seal
    newest = select(func.coalesce(func.max(seal.c.seq), stream.c.base)).where(seal.c.sid == stream.c.sid)
    last = newest.scalar_subquery()
    unsealed = select(stream.c.sid, stream.c.scope, stream.c.head_seq, last).where(
        stream.c.public_key == public_key, stream.c.head_seq > last
    )
    for sid, scope, head, sealed in connection.execute(unsealed).all():
        first = sealed - sealed % EVERY + EVERY
        for seq, value in _hashes(connection, sid, [*range(first, head, EVERY), head]):
            signature = private_key.sign(statement(scope, value))
            connection.execute(insert(seal).values(sid=sid, seq=seq, signature=signature))


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
