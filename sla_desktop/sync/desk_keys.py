"""TLS 1.3 between desks, and what each signs: a laptop's certificate is made of the key that names it in the team."""

import secrets
import ssl
import tempfile
from datetime import UTC, datetime
from pathlib import Path

from cryptography import x509
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, Encoding, PrivateFormat
from cryptography.x509.oid import NameOID


def server_context(key: Ed25519PrivateKey) -> ssl.SSLContext:
    """TLS for the door, with a certificate of the laptop's own key."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.minimum_version = ssl.TLSVersion.TLSv1_3
    context.num_tickets = 0
    # OpenSSL takes keys from files only: it lies there for a moment, encrypted with a password nobody else has.
    password = secrets.token_bytes(24).hex().encode()
    with tempfile.TemporaryDirectory(prefix="sla-") as folder:
        path = Path(folder) / "door.pem"
        closed = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, BestAvailableEncryption(password))
        path.write_bytes(closed + _certificate(key))
        context.load_cert_chain(path, password=password)
    return context


def client_context() -> ssl.SSLContext:
    """TLS for who knocks. Nobody vouches for the certificate: its key is compared with those of the team."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.minimum_version = ssl.TLSVersion.TLSv1_3
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    return context


def key_in(certificate: bytes) -> bytes:
    """The Ed25519 public key of a certificate (DER). ValueError if it has none."""
    key = x509.load_der_x509_certificate(certificate).public_key()
    if not isinstance(key, Ed25519PublicKey):
        raise ValueError("no Ed25519 key")
    return key.public_bytes_raw()


def knock(server: bytes, nonce: bytes, client: bytes) -> bytes:
    """What a laptop signs to be let in: it holds for this door, this moment and this laptop alone."""
    return b"sla desk knock 1" + server + nonce + client


def signed_by(public_key: bytes, statement: bytes, signature: bytes) -> bool:
    """Whether the signature is that key's."""
    try:
        Ed25519PublicKey.from_public_bytes(public_key).verify(signature, statement)
    except (InvalidSignature, ValueError):
        return False
    return True


def _certificate(key: Ed25519PrivateKey) -> bytes:
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "SLA Desktop")])
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        # No clock is asked: which keys count is for the team to say, and venue clocks are wrong.
        .not_valid_before(datetime(2000, 1, 1, tzinfo=UTC))
        .not_valid_after(datetime(2999, 1, 1, tzinfo=UTC))
        .sign(key, None)
    )
    return made.public_bytes(Encoding.PEM)
