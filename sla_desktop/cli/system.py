"""The verb for the system's make-up and the access target."""

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from sla_desktop.cli.context import context, say
from sla_desktop.domain.errors import SlaError
from sla_desktop.domain.system import System
from sla_desktop.services import system as systems


def add_to(app: typer.Typer) -> None:
    """Put this verb on the command line."""
    app.command("system")(system)


def system(
    makeup: Annotated[Path | None, typer.Option(help="A table with the headings what, group, people.")] = None,
    source: Annotated[str | None, typer.Option(help="Who counted, and when.")] = None,
    target: Annotated[int | None, typer.Option(help="How many people are to have access; 0 takes it away.")] = None,
    by: Annotated[str | None, typer.Option(help="By which day, 2028-03-31.")] = None,
) -> None:
    """The system's own make-up and the access target, for the summary pack; change them."""
    store = context.store()
    if any(value is not None for value in (makeup, source, target, by)):
        day = _day(by) if by else None
        systems.set_system(store, makeup=makeup, source=source, target=target, target_by=day)
    known = systems.system_of(store)
    say(known, "\n".join(_lines(known)))


def _lines(known: System) -> list[str]:
    by = f" by {known.target_by:%Y-%m-%d}" if known.target_by else ""
    lines = [f"Target: {known.target:,} people{by}." if known.target else "There is no access target."]
    for trait, groups in known.makeup.items():
        lines.append(f"{trait}: {', '.join(f'{group} {count:,}' for group, count in groups.items())}")
    return lines


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise SlaError(f"“{text}” is no day. Write it as 2028-03-31.") from None
