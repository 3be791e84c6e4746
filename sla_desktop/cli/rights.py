"""Verbs for what a person may ask for: their data, a record of consent, erasure."""

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from sla_desktop.cli.context import ask_line, context, say
from sla_desktop.cli.people import app
from sla_desktop.domain.errors import SlaError
from sla_desktop.domain.text import counted, fold
from sla_desktop.services import consents, erasure, register, subject

Person = Annotated[str, typer.Argument(help="Ticket code, id, or enough of the name.")]
_ANSWERS = {"yes": True, "no": False}


def add_to(_parent: typer.Typer) -> None:
    """These verbs stand beside `sla person edit`."""


@app.command("erase")
def erase(
    person: Person,
    reason: str = "",
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask; for scripts.")] = False,
) -> None:
    """Erase everything personal about somebody, on all laptops and shares. It cannot be undone."""
    store = context.store()
    leaving = erasure.plan(store, register.find_member(store, person).id)
    if not yes:
        name = leaving.member.full_name
        typed = ask_line(f"{leaving.words}\nThis cannot be undone. Type the whole name, {name}, to go on")
        if fold(typed or "") != fold(name):
            raise SlaError("The name was not typed, so nothing was erased. A script says --yes.")
    words = erasure.erase(store, leaving.member.id, reason=reason, today=date.today())
    say({"words": words, "by_hand": leaving.by_hand}, words)


@app.command("export")
def export(
    person: Person,
    output: Annotated[Path, typer.Option("-o", "--output", help="The .json or .zip file to write.")],
    purpose: Annotated[str, typer.Option(help="Why; noted in the record of who looked.")] = "",
) -> None:
    """Write everything that is held about a person, as data and in words."""
    store = context.store()
    records = subject.export(store, register.find_member(store, person).id, output, purpose=purpose)
    say({"path": output, "records": records}, f"Wrote {counted(records, 'record')} to {output}.")


@app.command("consent")
def consent(
    person: Person,
    kind: Annotated[str, typer.Argument(help="What it is about, for example photographs.")],
    answer: Annotated[str, typer.Argument(help="yes or no.")],
    source: Annotated[str, typer.Option(help="Where it was said, for example the booking form.")] = "",
) -> None:
    """Note what a person agrees to or refuses; the latest answer counts, and all stay."""
    if answer not in _ANSWERS:
        raise SlaError(f"“{answer}” is neither yes nor no.")
    store = context.store()
    member = register.find_member(store, person)
    said = consents.record(store, member.id, kind, given=_ANSWERS[answer], source=source)
    words = f"{member.full_name} {'agrees to' if said.given else 'refuses'} {said.kind}."
    say({"words": words, "consents": consents.latest(store, member.id)}, words)
