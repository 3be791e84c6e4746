"""Verbs for the desks in the room: opening the door, pairing, and who is there."""

import sys
import threading
from contextlib import closing
from typing import Annotated

import typer

from sla_desktop.cli.context import Join, context, say
from sla_desktop.services import desk_names, desks
from sla_desktop.storage.watch import Watch

desk_app = typer.Typer(help="Exchange with other desks on the venue's network.", no_args_is_help=True)


def add_to(app: typer.Typer) -> None:
    """Put these verbs on the command line."""
    app.add_typer(desk_app, name="desk")


@desk_app.command("open")
def open_(
    port: Annotated[int, typer.Option(min=0, max=65535, help="0 takes the usual one, or any that is free.")] = 0,
    address: Annotated[str, typer.Option(help="Open at this address of the laptop only.")] = desks.EVERYWHERE,
    seconds: Annotated[float, typer.Option("--for", min=0, help="Close after so many seconds.")] = 0,
) -> None:
    """Open this laptop's door, show where it is and a pairing code, and serve until Ctrl+C."""
    store = context.store()
    door = desks.open_door(store, host=address, port=port or None)
    try:
        code = door.invite()
        told = [
            f"Open at {', '.join(door.addresses)}.",
            f"To pair another laptop: sla desk pair {door.addresses[0]} {code}",
        ]
        say({"addresses": door.addresses, "code": code}, "\n".join(told))
        with closing(Watch(store)):
            _serve(seconds)
    finally:
        door.close()


@desk_app.command("pair")
def pair(url: str, code: str, join: Join = False) -> None:
    """Pair with the laptop at desk://host:port that shows CODE, and exchange everything."""
    done = desks.pair(context.store(), url, code, join=join)
    say(done, done.words)


@desk_app.command("list")
def list_(seconds: Annotated[float, typer.Option("--for", min=0, help="How long to listen.")] = 2) -> None:
    """List the desks that are known or found: where, when last seen, and whether a clock is wrong."""
    found = desks.look_around(context.store(), seconds=seconds)
    lines = [f"{state.name or 'A laptop'} ({state.address or 'no address yet'}): {state.words}" for state in found]
    nobody = "No other desk is known or found. Open the door on one laptop with `sla desk open`."
    say({"desks": found}, "\n".join(lines) or nobody)


@desk_app.command("name")
def name_(name: Annotated[str, typer.Argument(help='For example "Desk 2" or "Front door".')] = "") -> None:
    """Tell what this laptop is called, or call it NAME."""
    store = context.store()
    told = desk_names.rename(store, name) if name else f"This laptop is called {store.desk}."
    say({"name": store.desk, "words": told}, told)


def _serve(seconds: float) -> None:
    sys.stdout.flush()
    try:
        threading.Event().wait(seconds or None)
    except KeyboardInterrupt:
        return
