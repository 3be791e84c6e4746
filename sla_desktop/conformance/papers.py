"""Expectations about counts, papers and exports, and about what must be gone."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import select

from sla_desktop.conformance.scope import Scope, differs, names_differ
from sla_desktop.domain.certificates import hours_text
from sla_desktop.services import badges as singly
from sla_desktop.services import documents, earning, presence
from sla_desktop.storage import schema


def ticket_types(scope: Scope, wanted: Mapping[str, Any]) -> str:
    known = {one.ticket_type: one for one in presence.by_ticket_type(scope.store, scope.event.id)}
    found = {
        kind: {"registered": one.registered, "arrived": one.arrived} for kind, one in known.items() if kind in wanted
    }
    return differs({kind: dict(told) for kind, told in wanted.items()}, found)


def certificates(scope: Scope, wanted: Any) -> str:
    earned = earning.earned(scope.store, scope.event)
    if isinstance(wanted, Mapping):
        hours = {one.person.name: hours_text(one.minutes) for one in earned}
        return differs(dict(wanted), {name: hours.get(name, "none") for name in wanted})
    return names_differ(wanted, [one.person.name for one in earned])


def badges(scope: Scope, wanted: Any) -> str:
    if not isinstance(wanted, Mapping):
        printed = [one for one in documents.print_log(scope.store, scope.event.id) if one.registration_id]
        return differs(wanted, len(printed))
    found = {
        name: len(singly.printed(scope.store, scope.world.person(scope.desk, name, scope.event).id))
        for name in wanted
    }
    return differs(dict(wanted), found)


def _register_text(scope: Scope) -> str:
    path = scope.world.folder / "register.csv"
    documents.write_register(scope.store, scope.event.id, path)
    return path.read_text(encoding="utf-8-sig")


def register_has(scope: Scope, wanted: Sequence[str]) -> str:
    text = _register_text(scope)
    missing = [one for one in wanted if one not in text]
    return f"the register does not say {missing}" if missing else ""


def register_lacks(scope: Scope, wanted: Sequence[str]) -> str:
    text = _register_text(scope)
    there = [one for one in wanted if one in text]
    return f"the register says {there}" if there else ""


def nowhere(scope: Scope, wanted: Sequence[str]) -> str:
    """Texts that may stand in no record and no table of any desk."""
    for desk in scope.world.desks.values():
        if desk.gone:
            continue
        with desk.store.read() as connection:
            texts = [text for text in connection.execute(select(schema.change.c.payload)).scalars() if text]
            for table in schema.TABLES.values():
                texts += [str(row) for row in connection.exec_driver_sql(f'SELECT * FROM "{table.name}"')]
        found = [one for one in wanted if any(one in text for text in texts)]
        if found:
            return f"{desk.name} still holds {found}"
    return ""
