"""The role of this laptop's window: set by whoever runs the event, with a PIN that leads back up."""

from sla_desktop.domain.errors import SlaError
from sla_desktop.domain.roles import FACILITATOR, Role, role_named
from sla_desktop.services import locks
from sla_desktop.storage import meta
from sla_desktop.storage.store import Store

_ROLE, _PIN = "role", "role pin"


def role_of(store: Store) -> Role:
    """What this laptop's window shows; everything, until somebody says otherwise."""
    return role_named(_kept(store, _ROLE) or FACILITATOR.name)


def asks_for_pin(store: Store, role: Role) -> bool:
    """Whether taking a role needs the PIN that was set when the facilitator left the laptop to others."""
    return role.rank > role_of(store).rank


def take_role(store: Store, role: Role, pin: str = "") -> str:
    """Show no more and no less than a role sees; what was done, in words. Takes up to half a second.

    A facilitator who leaves the laptop to somebody else sets the PIN; whoever goes up gives it (or the passphrase of
    the data). SlaError when it is too short, not the one, or one has to wait after wrong ones.
    """
    now = role_of(store)
    if role == now:
        return f"This laptop is a {role.name}'s already."
    if asks_for_pin(store, role) and not _opens(store, pin):
        raise SlaError("That is not the PIN which was set when this laptop was left to others, so nothing changed.")
    leaves = now == FACILITATOR
    kept = locks.sealed_pin(pin) if leaves else ""
    with store.raw() as connection:
        meta.put(connection, _ROLE, role.name)
        if leaves or role == FACILITATOR:
            meta.put(connection, _PIN, kept)
    return f"This laptop is a {role.name}'s now: it {role.words}."


def _opens(store: Store, typed: str) -> bool:
    return locks.guessed(
        store, lambda: locks.pin_fits(_kept(store, _PIN), typed) or locks.is_passphrase(store, typed)
    )


def _kept(store: Store, key: str) -> str:
    with store.read() as connection:
        return meta.get(connection, key) or ""
