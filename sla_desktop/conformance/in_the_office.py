"""Verbs of a scenario in the office: lists, people, rules, merges, cards."""

from dataclasses import replace

from sla_desktop.conformance import given
from sla_desktop.conformance.outcome import Outcome, Step
from sla_desktop.conformance.world import Desk, World
from sla_desktop.domain.errors import SlaError
from sla_desktop.domain.members import Member, Merge
from sla_desktop.domain.text import fold
from sla_desktop.services import cards, conflicts, editing, erasure, events, merging, places
from sla_desktop.storage import query


def import_list(world: World, desk: Desk, step: Step) -> Outcome:
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


def register(world: World, desk: Desk, step: Step) -> Outcome:
    given.register(world, desk, step["what"])
    world.remember(desk, world.event(step["what"].get("event", "")))
    return Outcome()


def edit(world: World, desk: Desk, step: Step) -> Outcome:
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
        editing.save_member(desk.store, replace(person.member, **known))
    world.remember(desk, event)
    return Outcome()


def set_rules(world: World, desk: Desk, step: Step) -> Outcome:
    event = world.event(step.get("event", desk.event))
    session = events.find_session(desk.store, event.id, step["session"]).id if step.get("session") else None
    given.set_rules(desk, event, step["what"], session)
    return Outcome()


def erase(world: World, desk: Desk, step: Step) -> Outcome:
    person = world.person(desk, step["what"], world.event(step.get("event", desk.event)))
    return Outcome(
        words=erasure.erase(desk.store, person.member.id, reason=step.get("reason", ""), today=world.at.date())
    )


def merge(world: World, desk: Desk, step: Step) -> Outcome:
    """Merge as the program proposes it; two people of one name need no other."""
    event = world.event(step.get("event", desk.event))
    wanted, into = fold(step["what"]), fold(step.get("into", step["what"]))
    for one in merging.proposals(desk.store, event.id):
        if (fold(one.double.name), fold(one.keep.name)) == (wanted, into):
            return Outcome(words=merging.merge(desk.store, one.double.member, one.keep.member, desk=desk.name))
    double, keep = (world.person(desk, name, event) for name in (step["what"], step.get("into", "")))
    return Outcome(words=merging.merge(desk.store, double.member, keep.member, desk=desk.name))


def part(world: World, desk: Desk, step: Step) -> Outcome:
    """Take the last merge of somebody back."""

    with desk.store.read() as connection:
        standing = [one for one in query.find(connection, Merge, order="decided_at") if one.stands]
        known = query.get_many(connection, Member, [key for one in standing for key in (one.member_id, one.into_id)])
    for one in reversed(standing):
        if fold(known[one.member_id].full_name) == fold(step["what"]):
            return Outcome(words=merging.part(desk.store, known[one.member_id], known[one.into_id]))
    raise SlaError(f"“{step['what']}” was not merged.")


def settle(world: World, desk: Desk, step: Step) -> Outcome:
    event = world.event(step.get("event", desk.event))
    for card in cards.cards(desk.store, event.id):
        if fold(card.name) == fold(step["what"]):
            answer = cards.settle_otherwise if step.get("otherwise") else cards.settle
            return Outcome(answer(desk.store, card, desk=desk.name))
    raise SlaError(f"There is no card about “{step['what']}” at {desk.name}.")


def choose(world: World, desk: Desk, step: Step) -> Outcome:
    """Settle a difference between desks by one of its values."""
    for one in conflicts.conflicts(desk.store):
        for choice in one.choices:
            if choice.shown.strip("“”") == step["what"]:
                return Outcome(words=conflicts.resolve(desk.store, one, choice.value).words)
    raise SlaError(f"No difference at {desk.name} has the value “{step['what']}”.")
