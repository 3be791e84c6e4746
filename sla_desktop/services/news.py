"""Which records were written since one last looked: what a page that stays open has to read again."""

from uuid import UUID

from sqlalchemy import Connection

from sla_desktop.storage import cells
from sla_desktop.storage.schema import id_from_hex

MOST = 400
# A record of these kinds changes what is shown of others.
_FAR_REACHING = {"merge", "clock_reading", "device", "erasure", "expiry", "clock"}

Records = dict[str, list[UUID]]


class News:
    """How far one has read in the log of changes, whoever wrote them."""

    def __init__(self) -> None:
        self._seen: dict[int, int] | None = None

    def read(self, connection: Connection) -> Records | None:
        """The ids of the records touched since the last call, by entity.

        None where everything is to be read anew: the first time, after a great many changes, after those that reach
        further than their own records, and where the log was put into another order.
        """
        before, self._seen = self._seen, dict(cells.asked(connection, "SELECT sid, head_seq FROM stream"))
        if before is None or any(self._seen.get(sid, -1) < seq for sid, seq in before.items()):
            return None
        rows: list[tuple[str, str]] = []
        for sid, head in self._seen.items():
            known = before.get(sid, -1)
            if head > known:
                sql = "SELECT entity, eid FROM change WHERE sid = ? AND seq > ? LIMIT ?"
                rows += cells.asked(connection, sql, (sid, known, MOST + 1))
        found: Records = {}
        for entity, eid in dict.fromkeys(rows):
            found.setdefault(entity, []).append(id_from_hex(eid))
        return None if len(rows) > MOST or found.keys() & _FAR_REACHING else found
