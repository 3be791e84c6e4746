"""Verbs on what the answers say, and on notes."""

from typing import Annotated, Any

import typer

from sla_desktop.cli.context import context, say
from sla_desktop.domain.feedback import Share
from sla_desktop.domain.notes import Note
from sla_desktop.services import events, feedback, notes
from sla_desktop.services.feedback import Report

feedback_app = typer.Typer(help="What the answers say.", no_args_is_help=True)
note_app = typer.Typer(help="Notes, ideas, enablers, barriers and actions.", no_args_is_help=True)


def add_to(app: typer.Typer) -> None:
    """Put these verbs on the command line."""
    app.add_typer(feedback_app, name="feedback")
    app.add_typer(note_app, name="note")


@feedback_app.command("report")
def report(event: str) -> None:
    """The tallies, with intervals; small groups are hidden."""
    found = events.find_event(context.store(), event)
    told = feedback.report(context.store(), found.id)
    say({"event": found.id, "response_rate": told.response_rate, **_report(told)}, _report_words(told))


@note_app.command("add")
def add_note(
    event: str,
    text: str,
    kind: str = "note",
    round_: Annotated[int, typer.Option("--round", min=0, max=1000)] = 0,
    table: Annotated[int, typer.Option(min=0, max=1000)] = 0,
    owner: str = "",
) -> None:
    """Keep a table's note, idea, enabler, barrier or action."""
    found = events.find_event(context.store(), event)
    made = notes.add_note(
        context.store(), found.id, kind=kind, text=text, round_number=round_, table=table, owner=owner
    )
    say(made, f"Kept the {made.kind}.")


@note_app.command("list")
def list_notes(event: str) -> None:
    """List an event's notes."""
    found = events.find_event(context.store(), event)
    kept = notes.notes(context.store(), found.id)
    say({"notes": kept}, "\n".join(map(_note_line, kept)) or "No notes yet.")


def _note_line(note: Note) -> str:
    told = [f"round {note.round}"] * bool(note.round) + [f"table {note.table}"] * bool(note.table)
    told += [note.owner] * bool(note.owner)
    where = f" ({', '.join(told)})" if told else ""
    return f"{note.kind}{where}: {note.text}"


def _report(told: Report) -> dict[str, Any]:
    return {
        "answered": told.answered,
        "attended": told.attended,
        "threshold": told.threshold,
        "measures": told.measures,
        "both": told.both,
        "characteristics": told.shifts,
        "texts": told.texts,
    }


def _report_words(told: Report) -> str:
    rate = f" ({told.response_rate:.0%} of {told.attended})" if told.response_rate is not None else ""
    lines = [f"{told.answered} forms{rate}"]
    for measure in (*told.measures, *([told.both] if told.both else [])):
        lines.append(f"  {measure.label}: {_share(measure.share, told.threshold)}")
    for shift in told.shifts:
        if shift.before is not None and shift.now is not None:
            lines.append(f"  {shift.title}: {shift.before:.1f} before, {shift.now:.1f} now (n = {shift.answered})")
    return "\n".join(lines)


def _share(share: Share | None, threshold: int) -> str:
    if share is None:
        return f"hidden, a group has fewer than {threshold} people"
    return f"{share.share:.0%} ({share.hits} of {share.answered}; 95% interval {share.low:.0%} to {share.high:.0%})"
