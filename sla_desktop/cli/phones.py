"""The verb that opens the questionnaire to phones on the venue's network."""

import sys
import time
from typing import Annotated

import typer

from sla_desktop.cli.context import context, say
from sla_desktop.services import events

app = typer.Typer(help="Phones on the venue's own network.", no_args_is_help=True)


def add_to(parent: typer.Typer) -> None:
    """Put these verbs on the command line."""
    parent.add_typer(app, name="phones")


@app.command("open")
def open_phones(
    event: str,
    address: Annotated[str, typer.Option(help="The address of this laptop on the venue's network.")],
    port: Annotated[int, typer.Option(min=1, max=65535)] = 8021,
    seconds: Annotated[float, typer.Option("--for", min=0, help="Close by itself; 0 stays until Ctrl+C.")] = 0,
) -> None:
    """Let phones on this network answer the event's form until Ctrl+C. No internet is used."""
    from sla_desktop.venue.phones import Phones

    store = context.store()
    found = events.find_event(store, event)
    phones = Phones(store, found.id, host=address, port=port)
    words = f"Phones on this network open {phones.address} (to try: {phones.check_address}). Ctrl+C closes it."
    say({"address": phones.address, "check": phones.check_address}, words)
    sys.stdout.flush()
    try:
        _wait(seconds)
    finally:
        phones.close()


@app.command("addresses")
def addresses() -> None:
    """The addresses of this laptop."""
    from sla_desktop.services import desks

    found = desks.own_addresses()
    say({"addresses": found}, "\n".join(found) or "This laptop is on no network.")


def _wait(seconds: float) -> None:
    until = time.monotonic() + seconds if seconds else None
    try:
        while until is None or time.monotonic() < until:
            time.sleep(0.2)
    except KeyboardInterrupt:
        return
