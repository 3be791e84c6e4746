"""Which laptop said a value, and when: what tells the choices of a difference apart."""

import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Connection

from sla_desktop.domain.team import Device, device_id
from sla_desktop.storage import cells, query
from sla_desktop.storage.schema import id_from_hex
from sla_desktop.storage.store import Store

ELSEWHERE = "another laptop"
_END = 8
_HISTORY = (
    "SELECT change.cid, change.sid, change.wall_ms, change.payload, stream.public_key "
    "FROM change JOIN stream ON change.sid = stream.sid WHERE change.eid = ? AND change.payload IS NOT NULL"
)


@dataclass(frozen=True)
class Saying:
    """A change that sets a field: its laptop's key, the moment (UTC), the value, and the changes that it replaces."""

    cid: UUID
    stream: int
    key: bytes
    at: datetime
    value: Any
    replaces: frozenset[UUID]


def laptop_names(store: Store, connection: Connection) -> dict[bytes, str]:
    """What to call every known laptop, by its public key; those of one name with the ends of their ids."""
    known = {bytes.fromhex(one.public_key): one.name for one in query.find(connection, Device) if one.name}
    named = {**known, store.public_key: store.desk}
    times = Counter(named.values())
    return {key: name if times[name] == 1 else f"{name} (id …{id_end(key)})" for key, name in named.items()}


def id_end(key: bytes) -> str:
    """The end of a laptop's id, as the list of the team shows it."""
    return str(device_id(key))[-_END:]


def sayings(connection: Connection, eid: UUID, field: str) -> dict[UUID, Saying]:
    """Every change here that sets a field of something, by its id."""
    found = {}
    for cid, sid, wall_ms, payload, key in cells.asked(connection, _HISTORY, (eid.hex,)):
        body = json.loads(payload)
        if field in body["s"]:
            replaces = frozenset(map(UUID, body["p"].get(field, ())))
            at = datetime.fromtimestamp(wall_ms / 1000, UTC)
            known = id_from_hex(cid)
            found[known] = Saying(known, sid, bytes(key), at, body["s"][field], replaces)
    return found


def first_said(known: Mapping[UUID, Saying], cid: UUID) -> Saying | None:
    """Who said the value of a change first, where a question was asked anew since; None for a change not known."""
    one = known.get(cid)
    if one is None or not _is_asked_anew(known, one):
        return one
    settled = [known[key] for key in one.replaces if key in known]
    before = [known[key] for edit in settled for key in edit.replaces if key in known]
    same = [edit for edit in before if edit.value == one.value]
    return first_said(known, max(same, key=lambda edit: edit.at).cid) if same else one


def _is_asked_anew(known: Mapping[UUID, Saying], one: Saying) -> bool:
    """Only a question that was asked anew has two values of one laptop side by side, in place of the same change."""
    beside = [edit for edit in known.values() if edit.stream == one.stream and edit.replaces == one.replaces]
    return bool(one.replaces) and len(beside) > 1
