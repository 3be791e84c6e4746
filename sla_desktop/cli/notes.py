"""Verbs on what tables produce: notes, ideas, enablers, barriers, actions, dots, and polls of the room."""

from dataclasses import replace
from datetime import date
from typing import Annotated

import typer

from sla_desktop.cli.context import context, say
from sla_desktop.domain.errors import SlaError
from sla_desktop.domain.notes import Note, Poll
from sla_desktop.services import events, notes

note_app = typer.Typer(help="Notes, ideas, enablers, barriers and actions.", no_args_is_help=True)
poll_app = typer.Typer(help="Questions to the room, by a show of hands before and after.", no_args_is_help=True)


def add_to(app: typer.Typer) -> None:
    """Put these verbs on the command line."""
    app.add_typer(note_app, name="note")
    app.add_typer(poll_app, name="poll")


@note_app.command("add")
def add_note(
    event: str,
    text: str,
    kind: str = "note",
    round_: Annotated[int, typer.Option("--round", min=0, max=1000)] = 0,
    table: Annotated[int, typer.Option(min=0, max=1000)] = 0,
    owner: str = "",
    due: Annotated[str, typer.Option(help="The day by which an action is done: 2027-01-31.")] = "",
) -> None:
    """Keep a table's note, idea, enabler, barrier or action."""
    found = events.find_event(context.store(), event)
    made = notes.add_note(
        context.store(), found.id, kind=kind, text=text, round_number=round_, table=table, owner=owner, due=_day(due)
    )
    say(made, f"Kept the {made.kind}.")


@note_app.command("list")
def list_notes(event: str) -> None:
    """List an event's notes."""
    found = events.find_event(context.store(), event)
    kept = notes.notes(context.store(), found.id)
    lines = [f"{nth}. {_note_line(note)}" for nth, note in enumerate(kept, start=1)]
    say({"notes": kept}, "\n".join(lines) or "No notes yet.")


@note_app.command("dots")
def dots(event: str, note: str, count: Annotated[int, typer.Argument(min=0)]) -> None:
    """Keep how many dots people stuck to a note: its number in the list, or its first words."""
    found = events.find_event(context.store(), event)
    known = notes.find_note(context.store(), found.id, note)
    notes.change_note(context.store(), replace(known, dots=count))
    say({"note": known.id, "dots": count}, f"“{known.text}” has {count} dots.")


@note_app.command("remove")
def remove(event: str, note: str) -> None:
    """Take a note out of the list and the pack."""
    found = events.find_event(context.store(), event)
    known = notes.find_note(context.store(), found.id, note)
    notes.change_note(context.store(), replace(known, removed=True))
    say({"note": known.id, "removed": True}, f"“{known.text}” is removed.")


@poll_app.command("add")
def add_poll(
    event: str,
    question: str,
    choice: Annotated[list[str] | None, typer.Option("--choice", help="A choice, once for each.")] = None,
    before: Annotated[str, typer.Option(help="Hands for each choice before, such as 12,30.")] = "",
    after: Annotated[str, typer.Option(help="Hands for each choice after.")] = "",
) -> None:
    """Keep the hands of a poll; the same question again keeps what is not given."""
    found = events.find_event(context.store(), event)
    made = notes.keep_poll(
        context.store(), found.id, question, choice or (), before=_hands(before), after=_hands(after)
    )
    say(made, _poll_line(made))


@poll_app.command("list")
def list_polls(event: str) -> None:
    """List an event's polls."""
    found = events.find_event(context.store(), event)
    kept = notes.polls(context.store(), found.id)
    say({"polls": kept}, "\n".join(map(_poll_line, kept)) or "No polls yet.")


def _note_line(note: Note) -> str:
    told = [f"round {note.round}"] * bool(note.round) + [f"table {note.table}"] * bool(note.table)
    told += [note.owner] * bool(note.owner) + [f"{note.dots} dots"] * bool(note.dots)
    where = f" ({', '.join(told)})" if told else ""
    return f"{note.kind}{where}: {note.text}"


def _poll_line(poll: Poll) -> str:
    moments = (("before", poll.before), ("after", poll.after))
    told = [f"{name} {', '.join(map(str, hands))}" for name, hands in moments if hands]
    return f"{poll.question} ({' / '.join(poll.choices)}): {'; '.join(told) or 'no hands yet'}"


def _hands(told: str) -> list[int] | None:
    if not told:
        return None
    if not all(one.strip().isdigit() for one in told.split(",")):
        raise SlaError(f"“{told}” are no hands. Give numbers with commas between them, such as 12,30.")
    return [int(one) for one in told.split(",")]


def _day(told: str) -> date | None:
    try:
        return date.fromisoformat(told) if told else None
    except ValueError as error:
        raise SlaError(f"“{told}” is no day. Write it as 2027-01-31.") from error
