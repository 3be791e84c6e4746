"""Verbs on the people in the register."""

from dataclasses import replace
from typing import Annotated

import typer

from sla_desktop.cli.context import context, say
from sla_desktop.services import attendance, editing, events

app = typer.Typer(help="What is known of a person: correct it, hand it out, erase it.", no_args_is_help=True)


def add_to(parent: typer.Typer) -> None:
    """Put these verbs on the command line."""
    parent.add_typer(app, name="person")


@app.command("edit")
def edit(
    event: str,
    person: Annotated[str, typer.Argument(help="Ticket code, registration id, or enough of a name.")],
    name: Annotated[str | None, typer.Option(help="The whole name, as the person writes it.")] = None,
    known_as: str | None = None,
    pronouns: str | None = None,
    email: str | None = None,
    phone: str | None = None,
    access_needs: str | None = None,
    dietary: str | None = None,
    organisation: str | None = None,
    role: str | None = None,
    sector: str | None = None,
    place: Annotated[str | None, typer.Option(help="Where they work, such as a borough.")] = None,
    profession: str | None = None,
    level: str | None = None,
) -> None:
    """Correct a person's details and their main hat; only what is given changes."""
    found = events.find_event(context.store(), event)
    who = attendance.one_person(context.store(), found.id, person)
    told = {
        "full_name": name,
        "known_as": known_as,
        "pronouns": pronouns,
        "email": email,
        "phone": phone,
        "access_needs": access_needs,
        "dietary": dietary,
    }
    given = {field: value for field, value in told.items() if value is not None}
    hat = {
        "organisation": organisation,
        "role": role,
        "sector": sector,
        "place": place,
        "profession": profession,
        "level": level,
    }
    worn = {field: value for field, value in hat.items() if value is not None}
    kept = editing.save_member(context.store(), replace(who.member, **given), worn)  # type: ignore[arg-type]
    say(kept, f"Saved {kept.full_name}.")
