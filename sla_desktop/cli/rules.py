"""Verbs for whoever runs the door: its rules, places and tickets, cards, merges, paper sheets."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Any

import typer

from sla_desktop.cli.context import Exit, context, finish, say
from sla_desktop.cli.json_files import object_in
from sla_desktop.domain.errors import SlaError
from sla_desktop.domain.events import clock
from sla_desktop.services import (
    attendance,
    doors,
    events,
    merging,
    paper,
    places,
    presence,
    refusals,
    register,
    tickets,
)
from sla_desktop.services import cards as door_cards
from sla_desktop.services.cards import Card
from sla_desktop.services.clock import now
from sla_desktop.services.merging import Proposal
from sla_desktop.services.places import NewPlace

Who = Annotated[str, typer.Argument(help="Ticket code, registration id, or enough of a name.")]
place_app = typer.Typer(help="A person's place at an event.", no_args_is_help=True)
card_app = typer.Typer(help="What two desks saw differently, not knowing of each other.", no_args_is_help=True)
merge_app = typer.Typer(help="Two records of one person.", no_args_is_help=True)


def add_to(app: typer.Typer) -> None:
    """Put these verbs on the command line."""
    app.command("rules")(rules)
    app.command("room")(room)
    app.command("ticket")(ticket)
    app.command("paper")(paper_)
    app.command("full")(full)
    app.command("refusals")(refused)
    app.add_typer(place_app, name="place")
    app.add_typer(card_app, name="cards")
    app.add_typer(merge_app, name="merge")


def rules(
    event: str,
    session: str = "",
    set_: Annotated[
        Path | None, typer.Option("--set", help="JSON: admits, entries, unpaid, limits, questions.")
    ] = None,
) -> None:
    """Show the rules of an event's door, or a session's; change them."""
    store = context.store()
    found = events.find_event(store, event)
    chosen = events.find_session(store, found.id, session).id if session else None
    if set_ is not None:
        doors.set_rules(store, found.id, object_in(set_, '{"admits": ["Delegate"]}'), chosen)
    door = doors.rules_of(store, found.id, chosen)
    told = {name: getattr(door, name) for name in doors.RULES}
    say(told, "\n".join(f"{name}: {json.dumps(value, ensure_ascii=False)}" for name, value in told.items()))


def room(event: str, name: str, capacity: Annotated[int | None, typer.Option(min=1, max=100_000)] = None) -> None:
    """Make a room of an event, or say how many it holds (no capacity: no limit)."""
    found = events.find_event(context.store(), event)
    made = events.add_room(context.store(), found.id, name, capacity)
    say(made, f"{made.name}: {capacity or 'any number of'} people.")


def ticket(event: str, person: Who) -> None:
    """The signed text of a person's ticket, to be shown as a QR code: desks can judge it with no list."""
    found = events.find_event(context.store(), event)
    text = tickets.ticket_text(context.store(), attendance.one_person(context.store(), found.id, person).registration)
    say({"ticket": text}, text)


def paper_(
    event: str,
    file: Annotated[Path, typer.Argument(help="A line for each: 09:12 Siân Ní Bhriain, Oxleas (or 09:12-15:30 ..).")],
    session: str = "",
    add_unknown: Annotated[bool, typer.Option("--add-unknown", help="Register whoever is not on the list.")] = False,
) -> None:
    """Type in a paper sign-in sheet, with the times that stand on it."""
    store = context.store()
    found = events.find_event(store, event)
    lines = paper.read_sheet(file)
    chosen = events.find_session(store, found.id, session).id if session else None
    fates = paper.enter(store, found.id, lines, desk=store.desk, session=chosen, add_unknown=add_unknown)
    told = [
        {"row": one.line.row, "who": one.line.who, "fate": one.fate, "reason": f"{one.words} {one.odd}".rstrip()}
        for one in fates
    ]
    left = [one for one in fates if one.fate in (paper.UNCLEAR, paper.REFUSED)]
    lines_told = list(filter(None, [paper.day_words(found)]))
    lines_told += [f"  row {one.line.row}: {one.fate}: {one.words}" for one in left]
    lines_told += [f"  row {one.line.row}: {one.odd}" for one in fates if one.odd]
    if not add_unknown and any(one.fate == paper.UNCLEAR for one in left):
        lines_told.append("Whoever was there without being on the list is registered with --add-unknown.")
    say(
        {"lines": told},
        "\n".join([f"{len(fates) - len(left)} of {len(fates)} lines are in the record.", *lines_told]),
    )
    finish(Exit.PARTLY if left else Exit.DONE)


def full(event: str, at: str = "") -> None:
    """How full each session is, now or at a time; and arrivals for each ticket type."""
    store = context.store()
    found = events.find_event(store, event)
    moment = events.moment_at(at, found, now())[0] if at else None
    sessions = presence.fullness(store, found.id, at=moment)
    kinds = presence.by_ticket_type(store, found.id)
    lines = [f"{_filled(one)}  {one.session.title}  {one.room}" for one in sessions]
    lines += [f"{one.arrived} of {one.registered}  {one.ticket_type or 'no ticket type'}" for one in kinds]
    say({"sessions": sessions, "ticket_types": kinds}, "\n".join(lines) or "There are no sessions and no people yet.")


def _filled(full: presence.Fullness) -> str:
    return f"{full.inside} of {full.capacity}" if full.capacity else f"{full.inside} in, no limit"


def refused(event: str) -> None:
    """Every scan that let nobody in: when, where, what was scanned, and why."""
    found = events.find_event(context.store(), event)
    known = refusals.refusals(context.store(), found.id)
    names = refusals.names(context.store(), known)
    rows = [{**vars(one), "name": names.get(one.member_id, "") if one.member_id else ""} for one in known]
    lines = [
        f"{clock(row['happened_at'], found.zone)}  {row['desk']}  {row['verdict']}  {row['name'] or row['text']}"
        for row in rows
    ]
    say({"refusals": rows}, "\n".join(lines) or "No scan was refused.")


@place_app.command("add")
def add(
    event: str,
    name: Annotated[str, typer.Option(help="The whole name, as the person writes it.")],
    email: str = "",
    organisation: str = "",
    role: str = "",
    ticket_type: str = "",
    attention: Annotated[str, typer.Option(help="A note for whoever checks the person in.")] = "",
) -> None:
    """Register one person by hand."""
    found = events.find_event(context.store(), event)
    person = NewPlace(
        name,
        email=email,
        organisation=organisation,
        role=role,
        ticket_type=ticket_type,
        attention=attention,
    )
    made = places.add_place(context.store(), found.id, person)
    say(made, f"Registered {name} with the code {made.code}.")


@place_app.command("edit")
def edit(
    event: str,
    person: Who,
    status: Annotated[str | None, typer.Option(help="registered, cancelled, blocked, unpaid ...")] = None,
    ticket_type: str | None = None,
    valid_from: Annotated[str | None, typer.Option(help="A time at the event; empty for none.")] = None,
    valid_until: str | None = None,
    attention: str | None = None,
    add_on: Annotated[list[str] | None, typer.Option(help="A further ticket type; repeat for more.")] = None,
) -> None:
    """Change a person's place; only what is given changes."""
    found = events.find_event(context.store(), event)
    told: dict[str, Any] = {"status": status, "ticket_type": ticket_type, "attention": attention}
    changes = {name: value for name, value in told.items() if value is not None}
    for name, text in (("valid_from", valid_from), ("valid_until", valid_until)):
        if text is not None:
            changes[name] = events.moment_at(text, found)[0] if text else None
    if add_on:
        changes["add_ons"] = tuple(filter(None, add_on))
    who = attendance.one_person(context.store(), found.id, person)
    say(places.change_place(context.store(), who.id, changes), f"Changed the place of {who.name}.")


@card_app.command("list")
def cards(event: str) -> None:
    """List what desks saw differently: people let in or added twice or seen after an undo, and the like."""
    found = events.find_event(context.store(), event)
    known = door_cards.cards(context.store(), found.id)
    told = [
        {"name": one.name, "words": one.words, "answer": one.answer, "other": door_cards.other_answer(one)}
        for one in known
    ]
    say({"cards": told}, _counted_out(known) or "No two desks saw anything differently.")


@card_app.command("settle")
def settle(
    event: str,
    number: int,
    other: Annotated[
        bool, typer.Option("--other", help="The other answer, such as that they are two people.")
    ] = False,
) -> None:
    """Do what a card proposes; what both desks noted stays in the record."""
    store = context.store()
    found = events.find_event(store, event)
    answer = door_cards.settle_otherwise if other else door_cards.settle
    verdict = answer(store, _numbered(door_cards.cards(store, found.id), number), desk=store.desk)
    say(verdict, f"{verdict.name}: {verdict.detail}")


@merge_app.command("list")
def proposals(event: str) -> None:
    """List who seems to be on the list twice, and why."""
    found = events.find_event(context.store(), event)
    known = merging.proposals(context.store(), found.id)
    told = [{"keep": one.keep.id, "double": one.double.id, "reason": one.reason, "words": one.words} for one in known]
    say({"proposals": told}, _counted_out(known) or "Nobody seems doubled.")


@merge_app.command("accept")
def merge(event: str, number: int) -> None:
    """Merge the two people of a proposal."""
    store = context.store()
    found = events.find_event(store, event)
    one = _numbered(merging.proposals(store, found.id), number)
    words = merging.merge(store, one.double.member, one.keep.member, desk=store.desk)
    say({"double": one.double.member.id, "keep": one.keep.member.id, "words": words}, words)


@merge_app.command("undo")
def part(double: str, keep: str) -> None:
    """Take a merge back; the people are named by id."""
    store = context.store()
    words = merging.part(store, register.find_member(store, double), register.find_member(store, keep))
    say({"words": words}, words)


def _numbered(known: list[Any], number: int) -> Any:
    if not 1 <= number <= len(known):
        raise SlaError(f"There is no number {number} in the list: it has {len(known)}.")
    return known[number - 1]


def _counted_out(known: Sequence[Card | Proposal]) -> str:
    """A line for each, with the number by which it is meant afterwards."""
    return "\n".join(f"{number}. {one.words}" for number, one in enumerate(known, 1))
