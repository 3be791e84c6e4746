"""What a scenario expects, compared with what the desks show; each fault is a plain sentence."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import select

from sla_desktop.conformance import facts, papers
from sla_desktop.conformance.scope import Check, Scope, differs, names_differ, sentences
from sla_desktop.conformance.world import Desk, World
from sla_desktop.domain.errors import SlaError
from sla_desktop.domain.events import Event
from sla_desktop.domain.text import fold
from sla_desktop.services import (
    cards,
    conflicts,
    exchange,
    merging,
    people,
    presence,
)
from sla_desktop.services.search import Index
from sla_desktop.storage import schema


def faults(world: World, expected: Mapping[str, Any]) -> Iterator[str]:
    """What is not as expected, in sentences."""
    named = expected.get("desks", expected.get("desk", ""))
    names = [desk.name for desk in world.desks.values() if not desk.gone] if named == "all" else named
    event = world.event(expected.get("event", ""))
    at = world.moment(expected["at"], event) if "at" in expected else None
    for name in [names] if isinstance(names, str) else names:
        desk = world.desk(name)
        for key, wanted in expected.items():
            if key in _WHERE:
                continue
            fault = _fault(world, desk, event, at, key, wanted)
            if fault:
                yield f"at {desk.name}, {key}: {fault}"


def lost(world: World) -> Iterator[str]:
    """Whoever a desk showed as recorded and who is not in its record: the one thing that must never happen."""
    for desk in world.desks.values():
        shown = [verdict for verdict in desk.shown if verdict.fact_id is not None]
        if desk.gone or not shown:
            continue
        with desk.store.read() as connection:
            kept = set(connection.execute(select(schema.TABLES["attendance"].c.id)).scalars())
        for verdict in shown:
            if verdict.fact_id not in kept:
                yield f"{desk.name} showed “{verdict.words}” for {verdict.name}, and it is not in the record"


def _fault(world: World, desk: Desk, event: Event, at: datetime | None, key: str, wanted: Any) -> str:
    if key == "data_gone":
        return differs(wanted, not desk.path.exists())
    if key == "verdicts":
        return differs(wanted, [one.code for one in world.verdicts])
    try:
        with world.clock_of(desk):
            return _CHECKS[key](Scope(world, desk, event, at), wanted)
    except SlaError as error:
        return str(error)
    except (TypeError, ValueError, AttributeError, OverflowError):
        return f"{wanted!r} is of no kind that it could be compared with"


def _inside(scope: Scope, wanted: Any) -> str:
    return names_differ(wanted, [one.name for one in presence.present(scope.store, scope.event.id, at=scope.at)])


def _present_at(scope: Scope, wanted: Mapping[str, Any]) -> str:
    told = []
    for text, names in wanted.items():
        at = scope.world.moment(text, scope.event)
        fault = names_differ(names, [one.name for one in presence.present(scope.store, scope.event.id, at=at)])
        told += [f"at {text} {fault}"] if fault else []
    return "; ".join(told)


def _counted(field: str) -> Check:
    return lambda scope, wanted: differs(wanted, getattr(presence.counts(scope.store, scope.event.id), field))


def _sessions(scope: Scope, wanted: Mapping[str, Any]) -> str:
    known = {
        fold(one.session.title): one
        for one in presence.fullness(scope.store, scope.event.id, at=scope.at or scope.world.at)
    }
    for title, told in wanted.items():
        full = known.get(fold(title))
        if full is None:
            return f"there is no session “{title}”"
        want = told if isinstance(told, Mapping) else {"inside": told}
        free = None if full.capacity is None else full.capacity - full.inside
        fault = differs(
            dict(want), {k: {"inside": full.inside, "free": free, "capacity": full.capacity}.get(k) for k in want}
        )
        if fault:
            return f"{title}: {fault}"
    return ""


def _rooms(scope: Scope, wanted: Mapping[str, int]) -> str:
    found = {name: 0 for name in wanted}
    for one in presence.fullness(scope.store, scope.event.id, at=scope.at or scope.world.at):
        if one.room in found:
            found[one.room] += one.inside
    return differs(dict(wanted), found)


def _cards(scope: Scope, wanted: Any) -> str:
    return sentences(wanted, [card.words for card in cards.cards(scope.store, scope.event.id)])


def _differences(scope: Scope, wanted: Any) -> str:
    return sentences(wanted, [one.words for one in conflicts.conflicts(scope.store, scope.event.zone)])


def _merges(scope: Scope, wanted: Any) -> str:
    return sentences(wanted, [one.words for one in merging.proposals(scope.store, scope.event.id)])


def _search(scope: Scope, wanted: Mapping[str, Any]) -> str:
    index = Index(people.attendees(scope.store, scope.event.id))
    for text, names in wanted.items():
        found = [one.name for one in index.find(text)]
        fault = differs(names, found[:1] and found[0]) if isinstance(names, str) else names_differ(names, found)
        if fault:
            return f"“{text}”: {fault}"
    return ""


def _people(scope: Scope, wanted: Sequence[str]) -> str:
    return names_differ(wanted, [one.name for one in people.attendees(scope.store, scope.event.id)])


def _same_everywhere(scope: Scope, wanted: bool) -> str:
    told = {}
    for desk in scope.world.desks.values():
        if not desk.gone:
            other = Scope(scope.world, desk, scope.event, None)
            told_cards = sorted(card.words for card in cards.cards(desk.store, scope.event.id))
            facts = [(fact.id, fact.happened_at) for fact in other.facts()]
            names = sorted(one.name for one in people.attendees(desk.store, scope.event.id))
            told[desk.name] = (facts, told_cards, names)
    alike = all(state == told[scope.desk.name] for state in told.values())
    differing = [name for name, state in told.items() if state != told[scope.desk.name]]
    return (
        "" if alike == wanted else f"{', '.join(differing) or 'no desk'} shows something else than {scope.desk.name}"
    )


def _set_aside(scope: Scope, wanted: int) -> str:
    with scope.store.read() as connection:
        rows = connection.execute(select(schema.parked.c.reason)).scalars().all()
    return differs(wanted, len(rows))


def _waiting(scope: Scope, wanted: bool) -> str:
    return differs(wanted, exchange.status(scope.store).unsent > 0)


_WHERE = ("desk", "desks", "event", "at")
_CHECKS: Mapping[str, Check] = {
    "inside": _inside,
    "present_at": _present_at,
    "roll_call": _inside,
    "arrived": _counted("arrived"),
    "registered": _counted("registered"),
    "cancelled": _counted("cancelled"),
    "records": facts.records,
    "records_of": facts.records_of,
    "first_entry": facts.first_entry,
    "sources": facts.field_of_last("source"),
    "answers": facts.field_of_last("answers"),
    "overrides": facts.field_of_last("override"),
    "refusals": facts.refusals,
    "sessions": _sessions,
    "rooms": _rooms,
    "cards": _cards,
    "differences": _differences,
    "merges": _merges,
    "search": _search,
    "ticket_types": papers.ticket_types,
    "certificates": papers.certificates,
    "badges": papers.badges,
    "register_has": papers.register_has,
    "register_lacks": papers.register_lacks,
    "people": _people,
    "same_everywhere": _same_everywhere,
    "set_aside": _set_aside,
    "nowhere": papers.nowhere,
    "waiting_to_send": _waiting,
}
