"""Verbs for bundles: one closed file for a stick or an e-mail."""

from pathlib import Path
from typing import Annotated

import typer

from sla_desktop.cli.context import Exit, Join, ask, context, finish, say
from sla_desktop.services import bundles, events

bundle_app = typer.Typer(
    help="Write and read bundles: one closed file for a stick or an e-mail.", no_args_is_help=True
)

Passphrase = Annotated[str, typer.Option(help="Closes and opens the file; else SLA_SHARE_KEY, or the team's.")]


def add_to(app: typer.Typer) -> None:
    """Put these verbs on the command line."""
    app.add_typer(bundle_app, name="bundle")


@bundle_app.command("write")
def write(
    file: Path,
    event: Annotated[str, typer.Option(help="Only this event and the people.")] = "",
    passphrase: Passphrase = "",
) -> None:
    """Write a bundle that the team's laptops can open, or, where there are none, a passphrase."""
    store = context.store()
    event_id = events.find_event(store, event).id if event else None
    written = bundles.write_bundle(store, file, event_id=event_id, passphrase=passphrase or None)
    say(written, written.words)


@bundle_app.command("read")
def read(file: Path, passphrase: Passphrase = "", join: Join = False) -> None:
    """Take in what is new in a bundle; safe to repeat."""
    store = context.store()
    if not passphrase and bundles.wants_passphrase(store, file):
        passphrase = ask(f"Passphrase of {file}") or ""
    done = bundles.read_bundle(store, file, passphrase=passphrase or None, join=join)
    say(done, done.words)
    finish(Exit.DONE if done.complete else Exit.PARTLY)
