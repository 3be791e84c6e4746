"""What a scenario expects, compared with what the desks show; each fault is a plain sentence."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import select

from sla_desktop.conformance.world import Desk, World
from sla_desktop.domain import attendance as rules
from sla_desktop.domain.attendance import AttendanceFact
from sla_desktop.domain.certificates import hours_text
from sla_desktop.domain.errors import SlaError
from sla_desktop.domain.events import Event, clock
from sla_desktop.domain.text import fold
from sla_desktop.services import (
    badges,
    certificates,
    conflicts,
    documents,
    double_entries,
    exchange,
    merging,
    people,
    presence,
    refusals,
    timeline,
)
from sla_desktop.services.search import Index
from sla_desktop.storage import schema


class Scope:
    """What an expectation is asked of: one desk, one event, and perhaps a moment."""

    def __init__(self, world: World, desk: Desk, event: Event, at: datetime | None) -> None:
        self.world, self.desk, self.event, self.at = world, desk, event, at
        self.store = desk.store

    def facts(self) -> list[AttendanceFact]:
        """All facts of the event at this desk, by true time."""
        with self.store.read() as connection:
            found = timeline.facts(connection, self.event.id)
        return sorted(found, key=lambda fact: (fact.happened_at, fact.recorded_at))

    def facts_of(self, name: str) -> list[AttendanceFact]:
        """Those of one person."""
        person = self.world.person(self.desk, name, self.event)
        return [fact for fact in self.facts() if fact.registration_id == person.id]

    def time(self, moment: datetime | None) -> str:
        """A moment as scenarios write it."""
        return clock(moment, self.event.zone) if moment else ""


Check = Callable[[Scope, Any], str]


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
        return _same(wanted, not desk.path.exists())
    if key == "verdicts":
        return _same(wanted, [one.code for one in world.verdicts])
    try:
        with world.clock_of(desk):
            return _CHECKS[key](Scope(world, desk, event, at), wanted)
    except SlaError as error:
        return str(error)


def _inside(scope: Scope, wanted: Any) -> str:
    return _names(wanted, [one.name for one in presence.present(scope.store, scope.event.id, at=scope.at)])


def _present_at(scope: Scope, wanted: Mapping[str, Any]) -> str:
    told = []
    for text, names in wanted.items():
        at = scope.world.moment(text, scope.event)
        fault = _names(names, [one.name for one in presence.present(scope.store, scope.event.id, at=at)])
        told += [f"at {text} {fault}"] if fault else []
    return "; ".join(told)


def _counted(field: str) -> Check:
    return lambda scope, wanted: _same(wanted, getattr(presence.counts(scope.store, scope.event.id), field))


def _records(scope: Scope, wanted: Any) -> str:
    kinds = Counter(fact.kind for fact in scope.facts())
    if isinstance(wanted, Mapping):
        return _same(dict(wanted), {kind: kinds[kind] for kind in wanted})
    return _same(wanted, kinds.total())


def _records_of(scope: Scope, wanted: Mapping[str, Any]) -> str:
    found = {name: [fact.kind for fact in scope.facts_of(name)] for name in wanted}
    return _same(dict(wanted), {n: len(kinds) if isinstance(wanted[n], int) else kinds for n, kinds in found.items()})


def _first_entry(scope: Scope, wanted: Mapping[str, Mapping[str, str]]) -> str:
    found = {}
    for name, told in wanted.items():
        entries = [fact for fact in rules.standing(scope.facts_of(name)) if fact.kind == rules.IN]
        if not entries:
            return f"{name} has no arrival on record"
        known = {"desk": entries[0].desk, "at": scope.time(entries[0].happened_at)}
        found[name] = {key: known.get(key, "") for key in told}
    return _same({name: dict(told) for name, told in wanted.items()}, found)


def _field_of_last(field: str) -> Check:
    def check(scope: Scope, wanted: Mapping[str, Any]) -> str:
        found = {}
        for name in wanted:
            facts = scope.facts_of(name)
            found[name] = getattr(facts[-1], field) if facts else None
        return _same(dict(wanted), {name: dict(v) if isinstance(v, Mapping) else v for name, v in found.items()})

    return check


def _refusals(scope: Scope, wanted: Any) -> str:
    found = refusals.refusals(scope.store, scope.event.id)
    if isinstance(wanted, int):
        return _same(wanted, len(found))
    told = [one if isinstance(one, Mapping) else {"verdict": one} for one in wanted]
    known = [{"verdict": one.verdict, "text": one.text, "desk": one.desk} for one in found]
    shown = [{key: one.get(key, "") for key in want} for one, want in zip(known, told, strict=False)]
    return _same(told, shown) if len(known) == len(told) else _same(told, known)


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
        fault = _same(
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
    return _same(dict(wanted), found)


def _cards(scope: Scope, wanted: Any) -> str:
    return _sentences(wanted, [card.words for card in double_entries.double_entries(scope.store, scope.event.id)])


def _differences(scope: Scope, wanted: Any) -> str:
    return _sentences(wanted, [one.words for one in conflicts.conflicts(scope.store, scope.event.zone)])


def _merges(scope: Scope, wanted: Any) -> str:
    return _sentences(wanted, [one.words for one in merging.proposals(scope.store, scope.event.id)])


def _search(scope: Scope, wanted: Mapping[str, Any]) -> str:
    index = Index(people.attendees(scope.store, scope.event.id))
    for text, names in wanted.items():
        found = [one.name for one in index.find(text)]
        fault = _same(names, found[:1] and found[0]) if isinstance(names, str) else _names(names, found)
        if fault:
            return f"“{text}”: {fault}"
    return ""


def _ticket_types(scope: Scope, wanted: Mapping[str, Any]) -> str:
    known = {one.ticket_type: one for one in presence.by_ticket_type(scope.store, scope.event.id)}
    found = {
        kind: {"registered": one.registered, "arrived": one.arrived} for kind, one in known.items() if kind in wanted
    }
    return _same({kind: dict(told) for kind, told in wanted.items()}, found)


def _certificates(scope: Scope, wanted: Any) -> str:
    earned = certificates.earned(scope.store, scope.event)
    if isinstance(wanted, Mapping):
        hours = {one.person.name: hours_text(one.minutes) for one in earned}
        return _same(dict(wanted), {name: hours.get(name, "none") for name in wanted})
    return _names(wanted, [one.person.name for one in earned])


def _badges(scope: Scope, wanted: Any) -> str:
    if not isinstance(wanted, Mapping):
        printed = [one for one in documents.print_log(scope.store, scope.event.id) if one.registration_id]
        return _same(wanted, len(printed))
    found = {
        name: len(badges.printed(scope.store, scope.world.person(scope.desk, name, scope.event).id))
        for name in wanted
    }
    return _same(dict(wanted), found)


def _register_text(scope: Scope) -> str:
    path = scope.world.folder / "register.csv"
    documents.write_register(scope.store, scope.event.id, path)
    return path.read_text(encoding="utf-8-sig")


def _register_has(scope: Scope, wanted: Sequence[str]) -> str:
    text = _register_text(scope)
    missing = [one for one in wanted if one not in text]
    return f"the register does not say {missing}" if missing else ""


def _register_lacks(scope: Scope, wanted: Sequence[str]) -> str:
    text = _register_text(scope)
    there = [one for one in wanted if one in text]
    return f"the register says {there}" if there else ""


def _people(scope: Scope, wanted: Sequence[str]) -> str:
    return _names(wanted, [one.name for one in people.attendees(scope.store, scope.event.id)])


def _same_everywhere(scope: Scope, wanted: bool) -> str:
    told = {}
    for desk in scope.world.desks.values():
        if not desk.gone:
            other = Scope(scope.world, desk, scope.event, None)
            cards = sorted(card.words for card in double_entries.double_entries(desk.store, scope.event.id))
            facts = [(fact.id, fact.happened_at) for fact in other.facts()]
            names = sorted(one.name for one in people.attendees(desk.store, scope.event.id))
            told[desk.name] = (facts, cards, names)
    alike = all(state == told[scope.desk.name] for state in told.values())
    differing = [name for name, state in told.items() if state != told[scope.desk.name]]
    return (
        "" if alike == wanted else f"{', '.join(differing) or 'no desk'} shows something else than {scope.desk.name}"
    )


def _set_aside(scope: Scope, wanted: int) -> str:
    with scope.store.read() as connection:
        rows = connection.execute(select(schema.parked.c.reason)).scalars().all()
    return _same(wanted, len(rows))


def _nowhere(scope: Scope, wanted: Sequence[str]) -> str:
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


def _waiting(scope: Scope, wanted: bool) -> str:
    return _same(wanted, exchange.status(scope.store).unsent > 0)


def _sentences(wanted: Any, found: Sequence[str]) -> str:
    """As many sentences as told, or for each of some texts a sentence that has it."""
    if isinstance(wanted, int):
        return "" if len(found) == wanted else f"{len(found)}, not {wanted}: {list(found)}"
    missing = [text for text in wanted if not any(text in sentence for sentence in found)]
    return f"none says {missing}; there is {list(found)}" if missing else ""


def _names(wanted: Any, found: Sequence[str]) -> str:
    """As many names as told, or these in any order."""
    if isinstance(wanted, int):
        return (
            "" if len(found) == wanted else f"{len(found)}, not {wanted}: {', '.join(sorted(found)[:20]) or 'nobody'}"
        )
    return "" if sorted(wanted) == sorted(found) else f"{sorted(found)}, not {sorted(wanted)}"


def _same(wanted: Any, found: Any) -> str:
    return "" if wanted == found else f"{found!r}, not {wanted!r}"


_WHERE = ("desk", "desks", "event", "at")
_CHECKS: Mapping[str, Check] = {
    "inside": _inside,
    "present_at": _present_at,
    "roll_call": _inside,
    "arrived": _counted("arrived"),
    "registered": _counted("registered"),
    "cancelled": _counted("cancelled"),
    "records": _records,
    "records_of": _records_of,
    "first_entry": _first_entry,
    "sources": _field_of_last("source"),
    "answers": _field_of_last("answers"),
    "overrides": _field_of_last("override"),
    "refusals": _refusals,
    "sessions": _sessions,
    "rooms": _rooms,
    "cards": _cards,
    "differences": _differences,
    "merges": _merges,
    "search": _search,
    "ticket_types": _ticket_types,
    "certificates": _certificates,
    "badges": _badges,
    "register_has": _register_has,
    "register_lacks": _register_lacks,
    "people": _people,
    "same_everywhere": _same_everywhere,
    "set_aside": _set_aside,
    "nowhere": _nowhere,
    "waiting_to_send": _waiting,
}
