"""The framework of characteristics that forms and reports use: data, versioned, not code."""

import json

from sla_desktop import assets
from sla_desktop.domain.frameworks import Characteristic, Framework, characteristic_id, framework_id
from sla_desktop.storage import query
from sla_desktop.storage.store import Store


def characteristics(store: Store) -> list[Characteristic]:
    """The characteristics of the newest framework in order; the built-in one is stored at first need."""
    with store.read() as connection:
        known = query.find(connection, Framework, order="version")
    framework = known[-1] if known else _store_default(store)
    with store.read() as connection:
        return query.find(connection, Characteristic, order="position", framework_id=framework.id)


def _store_default(store: Store) -> Framework:
    record = json.loads(assets.path("templates/framework.json").read_text(encoding="utf-8"))
    framework = Framework(framework_id(record["title"], record["version"]), record["title"], record["version"])
    made = [
        Characteristic(
            id=characteristic_id(framework.id, one["key"]),
            framework_id=framework.id,
            key=one["key"],
            title=one["title"],
            description=one["description"],
            position=position,
        )
        for position, one in enumerate(record["characteristics"])
    ]
    with store.change() as tx:
        tx.put(framework, *made)
    return framework
