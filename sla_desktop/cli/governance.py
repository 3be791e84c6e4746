"""Verbs on how long data is kept, and on who saw and changed it."""

from datetime import datetime
from typing import Annotated

import typer

from sla_desktop.cli.context import Exit, context, finish, say
from sla_desktop.domain.events import DEFAULT_ZONE, local
from sla_desktop.services import audit as record
from sla_desktop.services import events, proof, register, retention
from sla_desktop.services.clock import now
from sla_desktop.services.retention import Due

retention_app = typer.Typer(help="How long personal data is kept.", no_args_is_help=True)


def add_to(parent: typer.Typer) -> None:
    """Put these verbs on the command line."""
    parent.add_typer(retention_app, name="retention")
    parent.command("audit")(audit)


@retention_app.command("show")
def show() -> None:
    """Show how long each kind of data is kept."""
    known = retention.clocks(context.store())
    say(known, "\n".join(f"{one.kind.name:<9} {one.words}" for one in known))


@retention_app.command("set")
def choose(kind: str, months: int) -> None:
    """Keep a kind of data so many months, on all laptops; 0 keeps it for ever."""
    words = retention.choose(context.store(), kind, months)
    say({"words": words}, words)


@retention_app.command("run")
def run(dry_run: Annotated[bool, typer.Option("--dry-run", help="Only say what would go.")] = False) -> None:
    """Let go of what was kept long enough, on all laptops and shares. It cannot be undone."""
    store = context.store()
    found = retention.due(store, now()) if dry_run else retention.run(store, now())
    title = "This would go:" if dry_run else "This is gone here, and goes elsewhere as laptops sync:"
    words = "\n".join([title, *(f"– {one.words}" for one in found)]) if found else "Nothing was kept too long."
    say([_told(one) for one in found], words)


def audit(
    event: Annotated[str, typer.Option(help="Only this event.")] = "",
    person: Annotated[str, typer.Option(help="Only what is about this person.")] = "",
    since: Annotated[
        str, typer.Option(help="Only from then on: 2026-11-24, with 09:00 or without, or 09:00 today.")
    ] = "",
    verify: Annotated[bool, typer.Option("--verify", help="Prove that nobody rewrote the record.")] = False,
) -> None:
    """Tell who saw and changed what, when and on which laptop; values are not shown."""
    store = context.store()
    if verify:
        proven = proof.verify(store)
        say({"sound": not proven.fault, "words": proven.words, "records": proven.records}, proven.words)
        finish(Exit.CANNOT if proven.fault else Exit.DONE)
        return
    lines = record.lines(
        store,
        event=events.find_event(store, event).id if event else None,
        person=register.find_member(store, person).id if person else None,
        since=events.moment(since, DEFAULT_ZONE, day=now()) if since else None,
    )
    told = "\n".join(f"{_when(one.at)}  {one.laptop} {one.words}" for one in lines)
    say(lines, told or "Nothing was done that fits.")


def _when(moment: datetime) -> str:
    return f"{local(moment, DEFAULT_ZONE):%Y-%m-%d %H:%M}"


def _told(one: Due) -> dict[str, object]:
    return {"kind": one.kept.kind.name, "records": one.records, "changes": len(one.changes), "words": one.words}
