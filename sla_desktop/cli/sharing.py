"""Verbs that exchange records with a share."""

from typing import Annotated

import typer

from sla_desktop.cli.context import Exit, context, finish, say
from sla_desktop.services import exchange

share_app = typer.Typer(help="Set up a share.", no_args_is_help=True)


def add_to(app: typer.Typer) -> None:
    """Put these verbs on the command line."""
    app.command("sync")(sync)
    app.add_typer(share_app, name="share")


def sync(url: Annotated[str, typer.Argument(help="A folder, postgresql://..., or `status`.")]) -> None:
    """Send and receive records; `sla sync status` tells what is waiting."""
    store = context.store()
    if url == "status":
        told = exchange.status(store)
        say(
            {
                "words": told.words,
                "unsent": told.unsent,
                "share": told.share,
                "last_exchange": told.last_exchange,
                "conflicts": told.conflicts,
            },
            "\n".join([told.words, *told.conflicts]),
        )
        return
    done = exchange.sync(store, url)
    say(done, done.words)
    finish(Exit.DONE if done.complete else Exit.PARTLY)


@share_app.command("init")
def init(url: str) -> None:
    """Make the share: schemas and tables in PostgreSQL, or the folder."""
    exchange.share_init(url)
    say({"share": "ready"}, "The share is ready. Sync each laptop with `sla sync` and this address.")
