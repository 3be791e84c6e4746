"""Verbs for the role of this laptop's window."""

import typer

from sla_desktop.cli.context import at_terminal, context, say, typed_secret
from sla_desktop.domain.errors import SlaError
from sla_desktop.domain.roles import FACILITATOR, role_named
from sla_desktop.services import roles

role_app = typer.Typer(
    help="What this laptop's window shows: steward, supervisor or facilitator.", no_args_is_help=True
)


def add_to(app: typer.Typer) -> None:
    """Put these verbs on the command line."""
    app.add_typer(role_app, name="role")


@role_app.command("show")
def show() -> None:
    """Tell whose this laptop is."""
    role = roles.role_of(context.store())
    say({"role": role.name}, f"{role.title}: {role.words}.")


@role_app.command("set")
def set_(role: str) -> None:
    """Leave this laptop to a steward or supervisor, or take it back. Asks for the PIN."""
    store, wanted = context.store(), role_named(role)
    pin = ""
    if roles.asks_for_pin(store, wanted):
        pin = typed_secret("PIN")
    elif roles.role_of(store) == FACILITATOR != wanted:
        pin = typed_secret("A PIN that leads back")
        again = typed_secret("The PIN once more")
        # What is piped in says it once; who types may slip.
        if again != pin and (again or at_terminal()):
            raise SlaError("The two PINs differ. Nothing was changed.")
    words = roles.take_role(store, wanted, pin)
    say({"role": wanted.name}, f"{words} A window that is open takes it when it is opened again.")
