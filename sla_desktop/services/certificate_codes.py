"""What a certificate's QR code says, in few bytes, so that it stays small; codes of earlier papers are read too.

A code holds number, name, day and minutes under the signature. The event's title is not among them: whoever has the
laptop's key knows it from the record, and it made every code two sizes larger.
"""

import base64
import hashlib
from dataclasses import dataclass
from datetime import date

from sla_desktop.domain.certificates import Certificate
from sla_desktop.domain.events import Event
from sla_desktop.services.signing import base32, opened, signed, unsigned
from sla_desktop.storage.store import Store

PREFIX, EARLIER = "SLA2", "SLA1"
PREFIXES = (f"{PREFIX}:", f"{EARLIER}:")
# The number's date and letters, its edition, the day (from 1 January of the year 1), the minutes; then the name.
_SIZES = (3, 5, 1, 3, 3)


@dataclass(frozen=True)
class Facts:
    """What is signed; `event_title` is empty but in the codes of earlier papers."""

    number: str
    name: str
    event_title: str
    day: str
    minutes: int


def proof_text(store: Store, event: Event, certificate: Certificate) -> str:
    """The signed text of a certificate's QR code: prefix, key id, Ed25519 signature and facts in base 32.

    `event` is what the certificate says was attended (`awards.subject`).
    """
    on, letters = certificate.number.split("-")
    code = int.from_bytes(base64.b32decode(f"{letters}A"))
    values = (int(on), code, certificate.edition, certificate.day(event.day).toordinal(), certificate.minutes)
    packed = b"".join(value.to_bytes(size) for value, size in zip(values, _SIZES, strict=True))
    return signed(store, PREFIX, packed + certificate.name.encode())


def earlier_text(store: Store, event: Event, certificate: Certificate) -> str:
    """The text on papers of before the codes became smaller."""
    day = certificate.day(event.day).isoformat()
    said = (certificate.shown_number, certificate.name, event.title, day, str(certificate.minutes))
    return signed(store, EARLIER, "\x1f".join(said).encode())


def check_code(text: str) -> str:
    """A short code of a proof for people to compare, "3F7A-90BC": of what is said, whichever laptop signed it.

    Those of earlier papers were made of the signature too, and are known to the laptop that printed them alone.
    """
    said = unsigned(text) if text.startswith(f"{PREFIX}:") else text.encode()
    digest = hashlib.sha256(said).hexdigest()[:8].upper()
    return f"{digest[:4]}-{digest[4:]}"


def read(store: Store, text: str) -> tuple[Facts, bool] | None:
    """What a code says, and whether a laptop known here signed it; None where it is no code of a certificate."""
    for prefix, unpack in ((PREFIX, _facts), (EARLIER, _earlier)):
        found = opened(store, prefix, text)
        facts = unpack(found[0]) if found else None
        if found and facts:
            return facts, found[1]
    return None


def _facts(packed: bytes) -> Facts | None:
    values = []
    for size in _SIZES:
        values.append(int.from_bytes(packed[:size]))
        packed = packed[size:]
    on, code, edition, day, minutes = values
    name = packed.decode(errors="replace")
    if not name or not edition or not 1 <= day <= date.max.toordinal():
        return None
    number = f"{on:06}-{base32(code.to_bytes(5))[:7]}" + (f"-{edition}" if edition > 1 else "")
    return Facts(number, name, "", date.fromordinal(day).isoformat(), minutes)


def _earlier(packed: bytes) -> Facts | None:
    fields = packed.decode(errors="replace").split("\x1f")
    if len(fields) != 5 or not fields[4].isdigit():
        return None
    number, name, title, day, minutes = fields
    return Facts(number, name, title, day, int(minutes))
