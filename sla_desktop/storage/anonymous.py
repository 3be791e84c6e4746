"""Anonymous answers wait here until enough of them can travel together."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Connection

from sla_desktop.domain.events import Event
from sla_desktop.domain.feedback import THRESHOLD, Response
from sla_desktop.domain.ids import EventId
from sla_desktop.storage import orders, query
from sla_desktop.storage.entities import BY_TYPE
from sla_desktop.storage.schema import id_from_hex
from sla_desktop.storage.store import Store


def release(store: Store, *, at: datetime) -> None:
    """Put waiting answers into the log: five or more of an event at a time, or all that are left once it is over."""
    with store.change() as tx:
        if orders.is_revoked(tx.connection, store.public_key):
            return
        for event_id, responses in _waiting(tx.connection).items():
            event = query.get(tx.connection, Event, event_id)
            if len(responses) >= THRESHOLD or (event is not None and event.ends < at):
                tx.release(BY_TYPE[Response], responses)


def waiting(connection: Connection) -> int:
    """How many answers are on this laptop only because too few could travel with them."""
    return sum(map(len, _waiting(connection).values()))


def _waiting(connection: Connection) -> dict[EventId, Sequence[Response]]:
    sql = "SELECT id FROM response WHERE id NOT IN (SELECT eid FROM change WHERE entity = 'response')"
    keys = list(map(id_from_hex, connection.exec_driver_sql(sql).scalars()))
    found: dict[EventId, list[Response]] = defaultdict(list)
    for one in query.find_in(connection, Response, "id", keys):
        found[one.event_id].append(one)
    return dict(found)
