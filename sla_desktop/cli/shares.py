"""Verbs that set up a share, and say who may use a shared database."""

import os
from typing import TYPE_CHECKING, Annotated

import typer

from sla_desktop.cli.context import say
from sla_desktop.domain.text import counted
from sla_desktop.services import exchange, shares

if TYPE_CHECKING:
    from sla_desktop.sync.postgres_admin import Account

share_app = typer.Typer(help="Set up a share.", no_args_is_help=True)
device_app = typer.Typer(help="The laptops that may use a shared database.", no_args_is_help=True)
analyst_app = typer.Typer(help="The people who may read its tables.", no_args_is_help=True)
share_app.add_typer(device_app, name="device")
share_app.add_typer(analyst_app, name="analyst")

_OTHERS = {"analyst": "reads the tables", "owner": "runs the share"}
_READY = "The share is ready. Sync this laptop with `sla sync` and this address. What you may need next:"
_VERBS = {
    "Another laptop": 'sla share device add URL "Desk 1" (--event E: for that event only; --lead: one that leads)',
    "A lost laptop": 'sla share device revoke URL "Desk 1"',
    "Who may use it": "sla share device list URL",
    "Somebody who reads the tables": 'sla share analyst add URL "Name"',
}


@share_app.command("init")
def init(url: str) -> None:
    """Make the share, or bring an older one up to date: schemas and roles in PostgreSQL, or the folder."""
    passphrase = os.environ.get("SLA_SHARE_KEY")
    exchange.share_init(url, passphrase=passphrase)
    if not url.startswith("postgres"):
        told = "It opens with the team passphrase." if passphrase else "It is not protected: who has it can read it."
        ready = f"The share is ready. {told} Sync each laptop with `sla sync` and this address."
        say({"share": "ready", "protected": bool(passphrase)}, ready)
        return
    lines = [f"  {what}: {verb}" for what, verb in _VERBS.items()]
    say({"share": "ready", "next": _VERBS}, "\n".join([_READY, *lines]))


@device_app.command("add")
def add_device(
    url: str,
    name: str,
    event: Annotated[list[str] | None, typer.Option(help="Only this event and the members; repeatable.")] = None,
    lead: Annotated[bool, typer.Option("--lead", help="May change the team and order erasures.")] = False,
) -> None:
    """Give a laptop a name and password of its own, or a new password."""
    address = shares.add_device(url, name, events=event or (), lead=lead)
    say(
        {"name": name, "address": address},
        f"The address for {name}, and for no other laptop. It is shown this once:\n{address}",
    )


@device_app.command("revoke")
def revoke_device(url: str, name: str) -> None:
    """Take a lost laptop off the share, at once."""
    shares.revoke_device(url, name)
    say({"revoked": name}, f"{name} is taken off the share. Nothing of it goes in or out any more.")


@device_app.command("list")
def list_devices(url: str) -> None:
    """Tell who may use the share: laptops, analysts, and who runs it."""
    found = [*shares.devices(url), *shares.readers(url)]
    say(found, "\n".join(map(_line, found)))


@analyst_app.command("add")
def add_analyst(url: str, name: str) -> None:
    """Give a person a name that reads the tables in `app` and nothing else, or a new password."""
    address = shares.add_analyst(url, name)
    say({"name": name, "address": address}, f"The address for {name}. It is shown this once:\n{address}")


def _line(one: "Account") -> str:
    if one.role in _OTHERS:
        return f"{one.name}: {one.role}, {_OTHERS[one.role]}"
    where = "all events" if one.events is None else counted(len(one.events), "event")
    state = f"taken off on {one.revoked_at:%d %B %Y}" if one.revoked_at else f"{one.role}, {where}"
    return f"{one.name}: {state}"
