"""What a door answers to a laptop that was let in."""

from sla_desktop.storage.entities import CONTROL
from sla_desktop.storage.log import StreamName
from sla_desktop.storage.store import Store
from sla_desktop.sync import database, desk_wire, peers
from sla_desktop.sync.carrier import BadStream, Batch, Fork
from sla_desktop.sync.desk_hello import revoked_words
from sla_desktop.sync.desk_wire import BadFrame, Kind
from sla_desktop.sync.exchange import seal, take_in
from sla_desktop.sync.team import introduce


def answer(store: Store, key: bytes, kind: Kind, body: bytes) -> tuple[Kind, bytes]:
    """The answer to a request of the laptop with that key. BadFrame or BadStream if it is no request."""
    with store.read() as connection:
        device = peers.known(connection, key)
    # It may have been revoked since it came in.
    refusal = "This laptop is not known here any more." if device is None else revoked_words(device)
    if refusal:
        return Kind.REFUSED, refusal.encode()
    if kind is Kind.PULL:
        return Kind.NEWS, _pull(store, key, body)
    if kind is Kind.APPEND:
        return _append(store, key, desk_wire.batches_of(body))
    if kind is Kind.HASH:
        return Kind.HASH, _hash_at(store, body)
    raise BadFrame("request")


def _pull(store: Store, key: bytes, body: bytes) -> bytes:
    there = desk_wire.heads_of(body)
    if not any(scope == CONTROL for _, scope in there):
        # Who knocks has no team yet. One that has brings it, and by then a new laptop must not lead one of its own.
        introduce(store)
    seal(store)
    with store.raw() as connection:
        peers.note_heads(connection, key.hex(), {name: head.seq for name, head in there.items()})
    with store.read() as connection:
        return desk_wire.news_body(database.pull(connection, there))


def _append(store: Store, key: bytes, batches: list[Batch]) -> tuple[Kind, bytes]:
    """Take in what can be taken in; the answer names what cannot, and why."""
    faults: dict[str, None] = {}
    refused: dict[StreamName, int] = {}
    for batch in batches:
        try:
            take_in(store, batch)
        except Fork as fork:
            return Kind.FORK, desk_wire.places_body({fork.name: 0})
        except BadStream as error:
            faults[str(error)] = None
            refused[batch.name] = 0
    introduce(store)
    with store.raw() as connection:
        peers.note_heads(
            connection, key.hex(), {one.name: one.head.seq for one in batches if one.name not in refused}
        )
    told = (sentence.encode() for sentence in faults)
    return Kind.TAKEN, desk_wire.fields(desk_wire.places_body(refused), *told)


def _hash_at(store: Store, body: bytes) -> bytes:
    places = desk_wire.places_of(body)
    if len(places) != 1:
        raise BadFrame("hash")
    ((name, seq),) = places.items()
    with store.read() as connection:
        return database.hash_at(connection, name, seq) or b""
