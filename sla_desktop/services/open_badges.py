"""Open Badges 3.0: a certificate as a credential that other systems read, signed with this laptop's key.

A W3C verifiable credential as a JWT (EdDSA); the issuer is a did:key, so that it can be checked with no internet.
"""

import base64
import json

from sla_desktop.domain.certificates import TITLES, Certificate
from sla_desktop.domain.events import Event
from sla_desktop.services import awards
from sla_desktop.services.letterhead import identity_of
from sla_desktop.storage.store import Store

_ALPHABET = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"
_ED25519 = b"\xed\x01"  # multicodec of the key's kind


def attachment(store: Store, event: Event, certificate: Certificate) -> tuple[str, str, str, bytes]:
    """The credential as a file: its name, what it is, its media type, its content."""
    data = credential(store, event, certificate).encode()
    return "credential.jwt", "Open Badges 3.0 credential of this certificate", "application/vc+jwt", data


def credential(store: Store, event: Event, certificate: Certificate) -> str:
    """The signed credential of a certificate."""
    issuer = f"did:key:z{_base58(_ED25519 + store.public_key)}"
    header = {"alg": "EdDSA", "typ": "JWT", "kid": f"{issuer}#{issuer.removeprefix('did:key:')}"}
    body = _claims(store, event, certificate, issuer)
    signed = f"{_packed(header)}.{_packed(body)}"
    return f"{signed}.{_url_safe(store.private_key.sign(signed.encode()))}"


def _claims(store: Store, event: Event, certificate: Certificate, issuer: str) -> dict[str, object]:
    number, issued = f"urn:uuid:{certificate.id}", certificate.issued_at.strftime("%Y-%m-%dT%H:%M:%SZ")
    award = awards.award_of(store, event.id)
    achievement = {
        "id": f"urn:uuid:{event.id}",
        "type": ["Achievement"],
        "name": event.title,
        "description": f"{TITLES[award.kind]}: {event.title}, {event.day.isoformat()}",
        "criteria": {"narrative": f"Attended for {certificate.minutes} minutes, breaks not counted."},
    }
    subject = {
        "type": ["AchievementSubject"],
        "identifier": [{"type": "IdentityObject", "identityHash": certificate.name, "identityType": "name",
                        "hashed": False}],
        "achievement": achievement,
    }  # fmt: skip
    return {
        "@context": [
            "https://www.w3.org/ns/credentials/v2",
            "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
        ],
        "id": number,
        "type": ["VerifiableCredential", "OpenBadgeCredential"],
        "name": f"{event.title}, no. {certificate.shown_number}",
        "issuer": {"id": issuer, "type": ["Profile"], "name": identity_of(store, event).organisation},
        "validFrom": issued,
        "credentialSubject": subject,
        "iss": issuer,
        "jti": number,
        "nbf": int(certificate.issued_at.timestamp()),
    }


def _packed(value: object) -> str:
    return _url_safe(json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode())


def _url_safe(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).decode().rstrip("=")


def _base58(data: bytes) -> str:
    number, found = int.from_bytes(data, "big"), ""
    while number:
        number, rest = divmod(number, 58)
        found = _ALPHABET[rest] + found
    return found
