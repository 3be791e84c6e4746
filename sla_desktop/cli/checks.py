"""Pre-flight and the demonstration."""

from pathlib import Path
from typing import Annotated

import typer

from sla_desktop import __version__
from sla_desktop.cli.context import Exit, context, finish, say
from sla_desktop.services import doctor as preflight
from sla_desktop.services import events


def add_to(app: typer.Typer) -> None:
    """Put these verbs on the command line."""
    app.command("doctor")(doctor)
    app.command("demo")(demo)
    app.command("version")(version)


def version() -> None:
    """Print the program's version."""
    say({"version": __version__}, __version__)


def doctor(event: Annotated[str, typer.Option(help="Also check this event's people and papers.")] = "") -> None:
    """Prove what will work at the venue with no internet."""
    store = context.store()
    found = events.find_event(store, event).id if event else None
    findings = preflight.examine(store, found)
    well = all(one.well for one in findings)
    lines = [f"{'OK    ' if one.well else 'MEND  '} {one.title}: {one.words}" for one in findings]
    say({"well": well, "findings": findings}, "\n".join(lines))
    finish(Exit.DONE if well else Exit.CANNOT)


def demo(
    out: Annotated[Path, typer.Option(help="Where the day's files go.")] = Path("demo-out"),
    people: Annotated[int, typer.Option(min=20, max=2000, help="How many register.")] = 300,
    seed: int = 1,
) -> None:
    """Play a whole event day on made-up people: every verb, three desks, papers, sync."""
    from sla_desktop.demo.day import play

    account = play(out, people=people, seed=seed, tell=(lambda line: None) if context.json else print)
    say(account, "")
    finish(Exit.DONE if account.sound else Exit.CANNOT)
