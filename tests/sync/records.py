"""Records as laptops write them, without a laptop: for what a share takes in and what not."""

import secrets
import time
from dataclasses import dataclass, field
from datetime import UTC, datetime
from uuid import UUID

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from sla_desktop.domain.ids import new_id
from sla_desktop.domain.team import device_id, erasure_id
from sla_desktop.storage import log
from sla_desktop.storage.log import Draft, Head
from sla_desktop.sync import seals
from sla_desktop.sync.carrier import Batch


@dataclass
class Desk:
    """A laptop as far as others see it: a key, a writer's name and the heads of its streams."""

    key: Ed25519PrivateKey = field(default_factory=Ed25519PrivateKey.generate)
    writer: UUID = field(default_factory=new_id)
    heads: dict[UUID, Head] = field(default_factory=dict)

    @property
    def public_key(self) -> bytes:
        return self.key.public_key().public_bytes_raw()

    def write(self, scope: UUID, *drafts: Draft) -> Batch:
        """Rows at the end of this desk's stream in a scope, sealed."""
        stream = log.own_stream(self.writer, scope, self.public_key)
        head = self.heads.get(scope, Head(stream, 0, stream.genesis))
        batch = self.sealed(head, log.link(drafts, head))
        self.heads[scope] = batch.head
        return batch

    def sealed(self, head: Head, rows) -> Batch:
        """Rows behind a head with this desk's seal."""
        signature = self.key.sign(seals.statement(head.stream.scope, rows[-1].hash))
        return Batch(head.stream, head.seq, head.hash, tuple(rows), signature)


def change(entity, eid, sets, *, kind="U", replaces=None, hlc=None, subject=None) -> Draft:
    """A change before it has a place."""
    hlc = time.time_ns() // 1_000_000 << 16 if hlc is None else hlc
    about = subject.hex if subject else None
    return Draft(kind, entity, eid.hex, about, sets, replaces or {}, hlc, 0, secrets.token_hex(16))


def lead(desk: Desk) -> Draft:
    """What the first laptop of a team says of itself."""
    sets = {"name": "Office", "public_key": desk.public_key.hex(), "role": "lead"}
    return change("device", device_id(desk.public_key), sets, kind="C")


def erasure(member: UUID) -> Draft:
    """An order to erase a person."""
    sets = {"member_id": str(member), "ordered_at": datetime.now(UTC).isoformat()}
    return change("erasure", erasure_id(member), sets, kind="C")
