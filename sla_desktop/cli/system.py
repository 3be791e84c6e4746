"""The verb for the system's make-up and the access target."""

from pathlib import Path
from typing import Annotated

import typer

from sla_desktop.cli.context import context, say
from sla_desktop.services import system as systems


def add_to(app: typer.Typer) -> None:
    """Put this verb on the command line."""
    app.command("system")(system)


def system(
    makeup: Annotated[Path | None, typer.Option(help="A table with the headings what, group, people.")] = None,
    source: Annotated[str | None, typer.Option(help="Who counted, and when.")] = None,
    target: Annotated[int | None, typer.Option(help="How many people are to have access; 0 takes it away.")] = None,
    by: Annotated[str | None, typer.Option(help="By which day, 2028-03-31; empty takes it away.")] = None,
) -> None:
    """The system's own make-up and the access target, for the summary pack; change them."""
    store = context.store()
    if any(value is not None for value in (makeup, source, target, by)):
        systems.set_system(store, makeup=makeup, source=source, target=target, by=by)
    known = systems.system_of(store)
    say(known, "\n".join(systems.describe(known)))
