"""Verbs of a scenario at the door."""

from sla_desktop.conformance.outcome import Outcome, Step, scanned
from sla_desktop.conformance.world import Desk, World
from sla_desktop.domain.attendance import VALID
from sla_desktop.services import attendance, badges, people, tickets, walk_ins
from sla_desktop.services import paper as sheets
from sla_desktop.services.scenes import Entry
from sla_desktop.services.search import Index
from sla_desktop.services.walk_ins import NewPerson

STEWARD = "steward"


def scan(world: World, desk: Desk, step: Step) -> Outcome:
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


def check_in(world: World, desk: Desk, step: Step) -> Outcome:
    (place, *_) = world.place(desk, step)
    person = attendance.one_person(desk.store, place.event_id, step["what"])
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


def check_out(world: World, desk: Desk, step: Step) -> Outcome:
    event = world.event(step.get("event", desk.event))
    person = world.person(desk, step["what"], event)
    at = world.moment(step["typed_at"]) if "typed_at" in step else None
    override = step.get("override", "")
    return Outcome(attendance.check_out(desk.store, event.id, person.id, desk=desk.name, at=at, reason=override))


def walk_in(world: World, desk: Desk, step: Step) -> Outcome:
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


def undo(world: World, desk: Desk, step: Step) -> Outcome:
    event = world.event(step.get("event", desk.event))
    person = world.person(desk, step["what"], event)
    return Outcome(
        attendance.undo_last(desk.store, event.id, person.id, desk=desk.name, reason=step.get("reason", ""))
    )


def search(world: World, desk: Desk, step: Step) -> Outcome:
    event = world.event(step.get("event", desk.event))
    index = Index(people.attendees(desk.store, event.id))
    steward = step.get("role", desk.role) == STEWARD
    found = index.find_for_steward(step["what"]) if steward else index.find(step["what"])
    return Outcome(found=found, steward=steward)


def paper(world: World, desk: Desk, step: Step) -> Outcome:
    text = step["what"] if isinstance(step["what"], str) else "\n".join(step["what"])
    (place, *_) = world.place(desk, step)
    fates = sheets.enter(
        desk.store,
        place.event_id,
        sheets.lines_of(text),
        desk=desk.name,
        session=place.session_id,
        add_unknown=step.get("add_unknown", False),
    )
    return Outcome(fates=[one.fate for one in fates], words="\n".join(f"{one.words} {one.odd}" for one in fates))


def print_badge(world: World, desk: Desk, step: Step) -> Outcome:
    event = world.event(step.get("event", desk.event))
    person = world.person(desk, step["what"], event)
    path, reason = desk.folder / "badge.pdf", step.get("reason", "")
    pages = badges.print_badge(desk.store, event.id, person.id, path, desk=desk.name, reason=reason)
    return Outcome(words=f"{pages} page")


def print_if_wanted(world: World, desk: Desk, step: Step, outcome: Outcome) -> None:
    """A desk that prints badges prints one for whoever it lets in, unless it was printed before."""
    verdict = outcome.verdict
    if not desk.prints_badges or verdict is None or verdict.code != VALID or verdict.registration_id is None:
        return
    if not badges.printed(desk.store, verdict.registration_id):
        event = world.event(step.get("event", desk.event))
        path = desk.folder / "badge.pdf"
        badges.print_badge(desk.store, event.id, verdict.registration_id, path, desk=desk.name)
