"""A laptop that was taken off the team: what it noted goes to the team, closed, and nothing personal stays on it."""

from pathlib import Path

from sla_desktop.domain.errors import SlaError
from sla_desktop.domain.team import Device, device_id
from sla_desktop.services import backups, bundles
from sla_desktop.storage import query
from sla_desktop.storage.store import Store


def hand_over(store: Store, path: Path) -> str:
    """Write a bundle of all records that only the team can open, then remove the data; what was done, in words.

    The store is closed after it. SlaError unless this laptop was taken off; then nothing is removed.
    """
    with store.read() as connection:
        own = query.get(connection, Device, device_id(store.public_key))
    if own is None or own.revoked_at is None:
        raise SlaError("This laptop belongs to the team, so its data stays. Only one that was taken off hands over.")
    written = bundles.write_bundle(store, path)
    store.close()
    for file in _files(store.path):
        file.unlink(missing_ok=True)
    return f"{written.words} The data on this laptop is removed. Give the file to whoever leads."


def _files(data: Path) -> list[Path]:
    """The data file and all that lies beside it because of it."""
    beside = [data.with_name(f"{data.name}{ending}") for ending in ("-wal", "-shm", "-journal")]
    return [data, *beside, *backups.automatic(data), *backups.kept_aside(data)]
