"""Verbs on the laptops of the team, and its passphrase."""

import os
from pathlib import Path
from typing import Annotated

import typer

from sla_desktop.cli.context import ask, ask_line, context, say
from sla_desktop.domain.errors import SlaError
from sla_desktop.domain.events import DEFAULT_ZONE
from sla_desktop.services import desk_names, handover, team
from sla_desktop.services import passphrase as words_of_team
from sla_desktop.services.exchange import passphrase_of

app = typer.Typer(help="The laptops of the team.", no_args_is_help=True)
_QUESTION = f"Team passphrase, {words_of_team.LEAST_LETTERS} letters or more"
Yes = Annotated[bool, typer.Option("--yes", help="Do not ask; for scripts.")]
Laptop = Annotated[str, typer.Argument(help="A laptop's name, or the end of its id.")]


def add_to(parent: typer.Typer) -> None:
    """Put these verbs on the command line."""
    parent.add_typer(app, name="team")


@app.command("list")
def list_() -> None:
    """List every laptop: its role, when it joined, and whether it was taken off."""
    store = context.store()
    known = team.laptops(store)
    lines = [f"{one.name}: {one.words(DEFAULT_ZONE)} id …{str(one.device.id)[-8:]}" for one in known]
    told = [{"device": one.device, "here": one.here, "held": one.held} for one in known]
    lines += filter(None, [desk_names.namesakes(store)])
    say(told, "\n".join(lines) or "No laptop introduced itself yet; each does when it first syncs.")


@app.command("lead")
def lead(laptop: Laptop, yes: Yes = False) -> None:
    """Let another laptop lead too, for good: it may then take off, erase and set clocks."""
    store = context.store()
    chosen = team.find(store, laptop)
    _make_sure(yes, f"{chosen.device.name} may then take laptops off and erase people, for good.")
    _say(team.make_lead(store, chosen))


@app.command("revoke")
def revoke(laptop: Laptop, reason: str = "", yes: Yes = False) -> None:
    """Take a laptop off: what it writes from now on does not count until a lead accepts it."""
    store = context.store()
    chosen = team.find(store, laptop)
    _make_sure(yes, f"What {chosen.device.name} writes from now on will not count until a lead accepts it.")
    _say(team.take_off(store, chosen, reason))


@app.command("accept")
def accept(laptop: Laptop) -> None:
    """Let the waiting records of a laptop that was taken off count, as far as they have come here."""
    store = context.store()
    _say(team.accept(store, team.find(store, laptop)))


@app.command("hand-over")
def hand_over(
    file: Annotated[Path, typer.Argument(help="The bundle to write, for whoever leads.")], yes: Yes = False
) -> None:
    """On a laptop that was taken off: write its records for the team, closed, and remove its data."""
    store = context.store()
    _make_sure(yes, f"All data on this laptop, and its backups here, are removed once {file} is written.")
    _say(handover.hand_over(store, file))


@app.command("restore")
def restore(laptop: Laptop) -> None:
    """Take a laptop into the team again."""
    store = context.store()
    _say(team.put_back(store, team.find(store, laptop)))


@app.command("passphrase")
def passphrase(
    change: Annotated[bool, typer.Option("--set", help="Keep the one in SLA_SHARE_KEY, or the one typed.")] = False,
    new: Annotated[bool, typer.Option("--new", help="Make a fresh one, keep it and show it.")] = False,
) -> None:
    """Tell whether the team passphrase is kept here; keep one, or make one."""
    store = context.store()
    if new:
        made = words_of_team.fresh()
        told = words_of_team.keep(store, made)
        say({"words": told, "passphrase": made}, f"{made}\n{told} Write it down; it is not shown again.")
    elif change:
        typed = os.environ.get("SLA_SHARE_KEY") or ask(_QUESTION)
        if not typed:
            raise SlaError("No passphrase was given: type it when asked, or put it into SLA_SHARE_KEY.")
        _say(words_of_team.keep(store, typed))
    else:
        _say(
            "This laptop has the team passphrase." if passphrase_of(store) else "This laptop has no team passphrase."
        )


def _make_sure(yes: bool, what_follows: str) -> None:
    """SlaError unless a script says --yes, or somebody at a terminal types it."""
    if not yes and (ask_line(f"{what_follows} Type yes to go on") or "").strip().casefold() != "yes":
        raise SlaError("Nothing was changed. A script says --yes.")


def _say(words: str) -> None:
    say({"words": words}, words)
