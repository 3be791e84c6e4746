"""The verbs of a scenario, each done through the services that the window uses."""

import re
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any

from sla_desktop.conformance import given, trouble
from sla_desktop.conformance.world import Desk, World
from sla_desktop.domain.attendance import VALID, Verdict
from sla_desktop.domain.errors import SlaError
from sla_desktop.domain.members import Member
from sla_desktop.domain.text import fold
from sla_desktop.services import (
    attendance,
    badges,
    bundles,
    conflicts,
    double_entries,
    erasure,
    events,
    merging,
    paper,
    people,
    places,
    tickets,
    walk_ins,
)
from sla_desktop.services.people import Attendee
from sla_desktop.services.registrations import ImportPlan
from sla_desktop.services.scenes import Entry
from sla_desktop.services.search import Index
from sla_desktop.services.walk_ins import NewPerson
from sla_desktop.storage import query

STEWARD = "steward"
_TOKEN = re.compile(r"\{(code|ticket|forged ticket):([^}]+)\}")


@dataclass(frozen=True)
class Outcome:
    """What came of a step: a verdict, people found, an import's plan, a sentence, or a refusal in words."""

    verdict: Verdict | None = None
    found: list[Attendee] | None = None
    plan: ImportPlan | None = None
    fates: list[str] | None = None
    words: str = ""
    error: str = ""
    steward: bool = False


Step = Mapping[str, Any]


def do(world: World, step: Step) -> Outcome:
    """Do a step at its time and its desk's own clock. What the program refuses in words is an outcome."""
    world.pass_time(step.get("at"))
    desk = world.desk(step.get("desk", ""))
    try:
        with world.clock_of(desk):
            outcome = _VERBS[step["verb"]](world, desk, step)
            _print(world, desk, step, outcome)
    except SlaError as error:
        outcome = Outcome(error=str(error))
    if outcome.verdict is not None:
        desk.shown.append(outcome.verdict)
        world.verdicts.append(outcome.verdict)
    with suppress(SlaError):
        world.settle()
    return outcome


def scanned(world: World, text: str) -> str:
    """What a scanner reads: a person's name stands for their ticket, {code:..} and {ticket:..} for what is on it."""
    known = world.known.get(fold(text))
    if known is not None:
        return known.registration.external_code or known.registration.code

    def told(match: re.Match[str]) -> str:
        kind, name = match[1], match[2]
        holder = world.known.get(fold(name))
        if holder is None:
            raise SlaError(f"Nobody called “{name}” was registered, so there is no ticket to scan.")
        if kind == "code":
            return holder.registration.code
        signed = tickets.ticket_text(world.desk().store, holder.registration)
        return signed if kind == "ticket" else signed[:-1] + ("A" if signed[-1] != "A" else "B")

    return _TOKEN.sub(told, text)


def _scan(world: World, desk: Desk, step: Step) -> Outcome:
    verdict = tickets.scan(
        desk.store,
        world.place(desk, step),
        scanned(world, step["what"]),
        desk=desk.name,
        at=world.moment(step["typed_at"]) if "typed_at" in step else None,
        leaving=step.get("leaving", False),
        override=step.get("override", ""),
        entry=_entry(desk, step),
    )
    return Outcome(verdict)


def _check_in(world: World, desk: Desk, step: Step) -> Outcome:
    (place, *_) = world.place(desk, step)
    person = attendance.find_person(desk.store, place.event_id, step["what"])
    if person is None:
        raise SlaError(f"Nobody fits “{step['what']}”.")
    verdict = attendance.check_in(
        desk.store,
        place.event_id,
        person.id,
        desk=desk.name,
        session=tickets.session_of(desk.store, place),
        at=world.moment(step["typed_at"]) if "typed_at" in step else None,
        override=step.get("override", ""),
        entry=_entry(desk, step),
    )
    return Outcome(verdict)


def _entry(desk: Desk, step: Step) -> Entry:
    answers = {name: str(answer) for name, answer in step.get("answers", {}).items()}
    return Entry(step.get("gate", desk.gate), answers, step.get("request", ""))


def _check_out(world: World, desk: Desk, step: Step) -> Outcome:
    event = world.event(step.get("event", desk.event))
    person = world.person(desk, step["what"], event)
    at = world.moment(step["typed_at"]) if "typed_at" in step else None
    return Outcome(attendance.check_out(desk.store, event.id, person.id, desk=desk.name, at=at))


def _walk_in(world: World, desk: Desk, step: Step) -> Outcome:
    told = dict(step["what"])
    given_name, _, family = told.pop("name", "").partition(" ")
    known = {"given": given_name, "family": family, **told}
    person = NewPerson(**{name: text for name, text in known.items() if name in NewPerson.__dataclass_fields__})
    (place, *_) = world.place(desk, step)
    verdict = walk_ins.walk_in(
        desk.store,
        place.event_id,
        person,
        desk=desk.name,
        session=tickets.session_of(desk.store, place),
        sure=step.get("sure", False),
    )
    world.remember(desk, world.event(step.get("event", desk.event)))
    return Outcome(verdict)


def _undo(world: World, desk: Desk, step: Step) -> Outcome:
    event = world.event(step.get("event", desk.event))
    person = world.person(desk, step["what"], event)
    return Outcome(
        attendance.undo_last(desk.store, event.id, person.id, desk=desk.name, reason=step.get("reason", ""))
    )


def _search(world: World, desk: Desk, step: Step) -> Outcome:
    event = world.event(step.get("event", desk.event))
    index = Index(people.attendees(desk.store, event.id))
    steward = step.get("role", desk.role) == STEWARD
    found = index.find_for_steward(step["what"]) if steward else index.find(step["what"])
    return Outcome(found=found, steward=steward)


def _paper(world: World, desk: Desk, step: Step) -> Outcome:
    text = step["what"] if isinstance(step["what"], str) else "\n".join(step["what"])
    (place, *_) = world.place(desk, step)
    fates = paper.enter(
        desk.store,
        place.event_id,
        paper.lines_of(text),
        desk=desk.name,
        session=place.session_id,
        add_unknown=step.get("add_unknown", False),
    )
    return Outcome(fates=[one.fate for one in fates], words="\n".join(one.words for one in fates))


def _import(world: World, desk: Desk, step: Step) -> Outcome:
    plan = given.import_text(
        world,
        desk,
        step["what"],
        encoding=step.get("encoding", "utf-8"),
        title=step.get("event", desk.event),
        dry_run=step.get("dry_run", False),
    )
    world.remember(desk, world.event(step.get("event", desk.event)))
    return Outcome(plan=plan, fates=[row.fate for row in plan.rows], words="\n".join(row.reason for row in plan.rows))


def _register(world: World, desk: Desk, step: Step) -> Outcome:
    given.register(world, desk, step["what"])
    world.remember(desk, world.event(step["what"].get("event", "")))
    return Outcome()


def _edit(world: World, desk: Desk, step: Step) -> Outcome:
    event = world.event(step.get("event", desk.event))
    person = world.person(desk, step["what"], event)
    told = given.ticket_fields(world, step.get("to", {}), event)
    place = {name: told.pop(name) for name in places.CHANGEABLE if name in told}
    if place:
        places.change_place(desk.store, person.id, place)
    if told:
        known = {("full_name" if name == "name" else name): value for name, value in told.items()}
        strange = sorted(set(known) - set(Member.__dataclass_fields__))
        if strange:
            raise SlaError(f"“{strange[0]}” of a person cannot be edited in a scenario.")
        people.save_member(desk.store, replace(person.member, **known))
    world.remember(desk, event)
    return Outcome()


def _set_rules(world: World, desk: Desk, step: Step) -> Outcome:
    event = world.event(step.get("event", desk.event))
    session = events.find_session(desk.store, event.id, step["session"]).id if step.get("session") else None
    given.set_rules(desk, event, step["what"], session)
    return Outcome()


def _erase(world: World, desk: Desk, step: Step) -> Outcome:
    person = world.person(desk, step["what"], world.event(step.get("event", desk.event)))
    return Outcome(
        words=erasure.erase(desk.store, person.member.id, reason=step.get("reason", ""), today=world.at.date())
    )


def _merge(world: World, desk: Desk, step: Step) -> Outcome:
    """Merge as the program proposes it; two people of one name need no other."""
    event = world.event(step.get("event", desk.event))
    wanted, into = fold(step["what"]), fold(step.get("into", step["what"]))
    for one in merging.proposals(desk.store, event.id):
        if (fold(one.double.name), fold(one.keep.name)) == (wanted, into):
            return Outcome(words=merging.merge(desk.store, one.double.member, one.keep.member, desk=desk.name))
    double, keep = (world.person(desk, name, event) for name in (step["what"], step.get("into", "")))
    return Outcome(words=merging.merge(desk.store, double.member, keep.member, desk=desk.name))


def _part(world: World, desk: Desk, step: Step) -> Outcome:
    """Take the last merge of somebody back."""
    from sla_desktop.domain.members import Merge

    with desk.store.read() as connection:
        standing = [one for one in query.find(connection, Merge, order="decided_at") if one.stands]
        known = query.get_many(connection, Member, [key for one in standing for key in (one.member_id, one.into_id)])
    for one in reversed(standing):
        if fold(known[one.member_id].full_name) == fold(step["what"]):
            return Outcome(words=merging.part(desk.store, known[one.member_id], known[one.into_id]))
    raise SlaError(f"“{step['what']}” was not merged.")


def _settle(world: World, desk: Desk, step: Step) -> Outcome:
    event = world.event(step.get("event", desk.event))
    for card in double_entries.double_entries(desk.store, event.id):
        if fold(card.name) == fold(step["what"]):
            return Outcome(double_entries.settle(desk.store, card, desk=desk.name))
    raise SlaError(f"There is no card about “{step['what']}” at {desk.name}.")


def _choose(world: World, desk: Desk, step: Step) -> Outcome:
    """Settle a difference between desks by one of its values."""
    for one in conflicts.conflicts(desk.store):
        for choice in one.choices:
            if choice.shown.strip("“”") == step["what"]:
                return Outcome(words=conflicts.resolve(desk.store, one, choice.value).words)
    raise SlaError(f"No difference at {desk.name} has the value “{step['what']}”.")


def _print_badge(world: World, desk: Desk, step: Step) -> Outcome:
    event = world.event(step.get("event", desk.event))
    person = world.person(desk, step["what"], event)
    path, reason = desk.folder / "badge.pdf", step.get("reason", "")
    pages = badges.print_badge(desk.store, event.id, person.id, path, desk=desk.name, reason=reason)
    return Outcome(words=f"{pages} page")


def _print(world: World, desk: Desk, step: Step, outcome: Outcome) -> None:
    """A desk that prints badges prints one for whoever it lets in, unless it was printed before."""
    verdict = outcome.verdict
    if not desk.prints_badges or verdict is None or verdict.code != VALID or verdict.registration_id is None:
        return
    if not badges.printed(desk.store, verdict.registration_id):
        event = world.event(step.get("event", desk.event))
        path = desk.folder / "badge.pdf"
        badges.print_badge(desk.store, event.id, verdict.registration_id, path, desk=desk.name)


def _sync(world: World, desk: Desk, step: Step) -> Outcome:
    names = [step["what"]] if isinstance(step["what"], str) else step["what"]
    told = ""
    for name in names:
        one = world.desk(name)
        told = trouble.broken_sync(world, one, int(step["stops_after"])) if "stops_after" in step else ""
        told = told or world.sync(one).words
    return Outcome(words=told)


def _carry(world: World, desk: Desk, step: Step) -> Outcome:
    """A bundle on a stick from one desk to another."""
    stick, passphrase = world.folder / "stick.slab", "carried by hand"
    source, target = world.desk(step["what"]), world.desk(step.get("to", ""))
    bundles.write_bundle(source.store, stick, passphrase=passphrase)
    with world.clock_of(target):
        told = bundles.read_bundle(target.store, stick, passphrase=passphrase).words
    stick.unlink()
    return Outcome(words=told)


def _connect(world: World, desk: Desk, step: Step) -> Outcome:
    world.connect(step["what"])
    return Outcome()


def _disconnect(world: World, desk: Desk, step: Step) -> Outcome:
    world.disconnect(step["what"])
    return Outcome()


def _set_clock(world: World, desk: Desk, step: Step) -> Outcome:
    desk.ahead = timedelta(minutes=step["what"])
    return Outcome()


def _wait(world: World, desk: Desk, step: Step) -> Outcome:
    world.at += timedelta(minutes=step["what"])
    return Outcome()


def _restart(world: World, desk: Desk, step: Step) -> Outcome:
    world.desk(step["what"]).close()
    return Outcome()


def _troubled(act: Callable[[World, Desk, Step], str]) -> Callable[[World, Desk, Step], Outcome]:
    return lambda world, desk, step: Outcome(words=act(world, world.desk(step["what"]), step))


_VERBS: Mapping[str, Callable[[World, Desk, Step], Outcome]] = {
    "scan": _scan,
    "check_in": _check_in,
    "check_out": _check_out,
    "walk_in": _walk_in,
    "undo": _undo,
    "search": _search,
    "paper": _paper,
    "import": _import,
    "register": _register,
    "edit": _edit,
    "set_rules": _set_rules,
    "erase": _erase,
    "merge": _merge,
    "part": _part,
    "settle": _settle,
    "choose": _choose,
    "print_badge": _print_badge,
    "sync": _sync,
    "carry": _carry,
    "connect": _connect,
    "disconnect": _disconnect,
    "set_clock": _set_clock,
    "wait": _wait,
    "restart": _restart,
    "kill": _troubled(trouble.kill),
    "fill_disk": _troubled(trouble.fill_disk),
    "spoil_record": _troubled(trouble.spoil_record),
    "take_off": lambda world, desk, step: Outcome(words=trouble.take_off(world, desk, step)),
    "accept": lambda world, desk, step: Outcome(words=trouble.accept(world, desk, step)),
    "hand_over": _troubled(trouble.hand_over),
}
