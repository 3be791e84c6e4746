"""Which column of a list is which, as people said it: remembered on this laptop for files with the same headings."""

import hashlib
import json
from collections.abc import Mapping, Sequence

from sqlalchemy import Connection

from sla_desktop.domain.text import fold
from sla_desktop.storage import meta


def remember(connection: Connection, headers: Sequence[str], chosen: Mapping[str, str]) -> None:
    """Keep what was chosen (our field -> heading, "" for none) for the next file with these headings."""
    meta.put(connection, _signature(headers), json.dumps(dict(chosen), ensure_ascii=False))


def remembered(connection: Connection, headers: Sequence[str]) -> dict[str, str]:
    """What was chosen for a file with these headings, or nothing."""
    known = meta.get(connection, _signature(headers))
    chosen: dict[str, str] = json.loads(known) if known else {}
    # Headings that differ in case only have one signature, but not the same text.
    return chosen if set(filter(None, chosen.values())) <= set(headers) else {}


def remember_turned(connection: Connection, headers: Sequence[str], *, turned: bool) -> None:
    """Keep whether names that stand as “Lee, Ann” were turned round, for the next file with these headings."""
    meta.put(connection, f"turned {_signature(headers)}", "yes" if turned else "no")


def turned_before(connection: Connection, headers: Sequence[str]) -> bool:
    """Whether the names of the last file with these headings were turned round."""
    return meta.get(connection, f"turned {_signature(headers)}") == "yes"


def _signature(headers: Sequence[str]) -> str:
    told = "\n".join(map(fold, headers))
    return f"columns {hashlib.sha256(told.encode()).hexdigest()[:32]}"
