"""Verbs that keep the data safe: its key, and its backups."""

from datetime import date
from pathlib import Path

import typer

from sla_desktop import settings
from sla_desktop.cli.context import ask, context, say, typed_secret
from sla_desktop.domain.errors import SlaError
from sla_desktop.services import backups, locks

_SYNC = "Sync to get what was synced after the backup; until then people who were erased since are back."
key_app = typer.Typer(help="The key of the data file.", no_args_is_help=True)


def add_to(app: typer.Typer) -> None:
    """Put these verbs on the command line."""
    app.add_typer(key_app, name="key")
    app.command("backup")(backup)
    app.command("restore")(restore)


@key_app.command("change")
def change() -> None:
    """Encrypt the data anew: for another passphrase, or with a fresh key of the key ring. Close the window first."""
    store = context.store()
    if locks.needs_passphrase(store):
        old, new = typed_secret("Passphrase now"), typed_secret("New passphrase")
        if new != typed_secret("New passphrase once more"):
            raise SlaError("The two new passphrases differ. Nothing was changed.")
        words = locks.change_passphrase(store, old, new, date.today())
    else:
        words = locks.change_key(store, date.today())
    say({"words": words}, words)


def backup(file: Path) -> None:
    """Write an encrypted copy of everything into a file; it opens with the same key."""
    written = backups.back_up(context.store(), file)
    say({"backup": written}, f"Backed up to {written}. It opens with the same key.")


def restore(file: Path) -> None:
    """Put a backup in the place of the data file; the replaced file is kept. Close the window first."""
    path = context.store_path or settings.store_path()
    kept = backups.restore(path, file, ask=ask)
    told = {"restored": path, "replaced": kept.path if kept else None, "unsent": kept.unsent if kept else 0}
    say(told, " ".join(filter(None, ("Restored.", kept.words if kept else "", _SYNC))))
