"""Who a laptop is: a random name to write under, a pair of keys to sign with, and one to be written to."""

from uuid import uuid4

from sqlalchemy import Connection

from sla_desktop.storage import meta


def make(connection: Connection) -> None:
    """Give a new data file its identity."""
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    key = Ed25519PrivateKey.generate()
    meta.put(connection, "writer", str(uuid4()))
    meta.put(connection, "private_key", key.private_bytes_raw().hex())
    meta.put(connection, "public_key", key.public_key().public_bytes_raw().hex())
    meta.put(connection, "hlc", "0")
    make_exchange_key(connection)


def make_exchange_key(connection: Connection) -> None:
    """The pair of keys with which others close a bundle for this laptop (X25519)."""
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

    key = X25519PrivateKey.generate()
    meta.put(connection, "exchange_private", key.private_bytes_raw().hex())
    meta.put(connection, "exchange_key", key.public_key().public_bytes_raw().hex())
