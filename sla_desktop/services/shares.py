"""The names under which laptops and analysts use a shared database; for whoever runs it."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from sla_desktop.domain.errors import SlaError

if TYPE_CHECKING:
    from sla_desktop.sync.postgres_admin import Account


def add_device(url: str, name: str, *, events: Sequence[str] = (), lead: bool = False) -> str:
    """Give a laptop a name on the share, or a new password; the address for that laptop alone.

    `events` are ids or titles of the only events it may use; none means all. SlaError if it cannot be.
    """
    _check(url)
    if not name.strip():
        raise SlaError("Say what the laptop is called, such as “Desk 1”.")
    from sla_desktop.sync import postgres_admin

    return postgres_admin.add_device(url, name, events=events, lead=lead)


def revoke_device(url: str, name: str) -> None:
    """Take a laptop off the share: from its next statement on nothing of it goes in or out."""
    _check(url)
    from sla_desktop.sync import postgres_admin

    postgres_admin.revoke_device(url, name)


def devices(url: str) -> "list[Account]":
    """All laptops that the share knows."""
    _check(url)
    from sla_desktop.sync import postgres_admin

    return postgres_admin.devices(url)


def readers(url: str) -> "list[Account]":
    """The analysts who may read the share's tables, and those who run it."""
    _check(url)
    from sla_desktop.sync import postgres_admin

    return postgres_admin.readers(url)


def add_analyst(url: str, name: str) -> str:
    """Give a person a name that reads the ordinary tables and nothing else; the address for that person."""
    _check(url)
    from sla_desktop.sync import postgres_admin

    return postgres_admin.add_analyst(url, name)


def _check(url: str) -> None:
    if not url.startswith(("postgresql:", "postgres:")):
        raise SlaError("Names are for a shared database: give its address, postgresql://user@host/database.")
