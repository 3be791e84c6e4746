"""Expectations about what was noted at the doors."""

from collections import Counter
from collections.abc import Mapping
from typing import Any

from sla_desktop.conformance.scope import Check, Scope, differs
from sla_desktop.domain import attendance as rules
from sla_desktop.services import refusals as scans


def records(scope: Scope, wanted: Any) -> str:
    kinds = Counter(fact.kind for fact in scope.facts())
    if isinstance(wanted, Mapping):
        return differs(dict(wanted), {kind: kinds[kind] for kind in wanted})
    return differs(wanted, kinds.total())


def records_of(scope: Scope, wanted: Mapping[str, Any]) -> str:
    found = {name: [fact.kind for fact in scope.facts_of(name)] for name in wanted}
    return differs(
        dict(wanted), {n: len(kinds) if isinstance(wanted[n], int) else kinds for n, kinds in found.items()}
    )


def first_entry(scope: Scope, wanted: Mapping[str, Mapping[str, str]]) -> str:
    found = {}
    for name, told in wanted.items():
        entries = [fact for fact in rules.standing(scope.facts_of(name)) if fact.kind == rules.IN]
        if not entries:
            return f"{name} has no arrival on record"
        known = {"desk": entries[0].desk, "at": scope.time(entries[0].happened_at)}
        found[name] = {key: known.get(key, "") for key in told}
    return differs({name: dict(told) for name, told in wanted.items()}, found)


def field_of_last(field: str) -> Check:
    def check(scope: Scope, wanted: Mapping[str, Any]) -> str:
        found = {}
        for name in wanted:
            facts = scope.facts_of(name)
            found[name] = getattr(facts[-1], field) if facts else None
        return differs(dict(wanted), {name: dict(v) if isinstance(v, Mapping) else v for name, v in found.items()})

    return check


def refusals(scope: Scope, wanted: Any) -> str:
    found = scans.refusals(scope.store, scope.event.id)
    if isinstance(wanted, int):
        return differs(wanted, len(found))
    told = [one if isinstance(one, Mapping) else {"verdict": one} for one in wanted]
    known = [{"verdict": one.verdict, "text": one.text, "desk": one.desk} for one in found]
    shown = [{key: one.get(key, "") for key in want} for one, want in zip(known, told, strict=False)]
    return differs(told, shown) if len(known) == len(told) else differs(told, known)
