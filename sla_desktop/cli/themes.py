"""Verbs on themes of what people wrote."""

from pathlib import Path
from typing import Annotated, Any

import typer

from sla_desktop.cli.context import context, say
from sla_desktop.cli.json_files import objects_in
from sla_desktop.domain.errors import SlaError
from sla_desktop.domain.text import counted, fold
from sla_desktop.services import coding, coding_out, events

app = typer.Typer(help="Themes of what people wrote: a code book, coding by people, agreement.", no_args_is_help=True)


def add_to(parent: typer.Typer) -> None:
    """Put these verbs on the command line."""
    parent.add_typer(app, name="themes")


@app.command("add")
def add(event: str, name: str, description: Annotated[str, typer.Option(help="When it is given.")] = "") -> None:
    """Put a theme into the code book."""
    found = events.find_event(context.store(), event)
    made = coding.keep_theme(context.store(), found.id, name, description)
    say(made, f"“{made.name}” is in the code book.")


@app.command("list")
def list_themes(event: str) -> None:
    """The code book, and who coded."""
    found = events.find_event(context.store(), event)
    book, who = coding.code_book(context.store(), found.id), coding.coders(context.store(), found.id)
    lines = [f"{theme.name}: {theme.description}".rstrip(": ") for theme in book]
    say({"themes": book, "coders": who}, "\n".join(lines) or "The code book is empty.")


@app.command("suggest")
def suggest(event: str, coder: Annotated[str, typer.Option(help="Who codes.")]) -> None:
    """The comments that somebody has not coded, each with the three likeliest themes."""
    found = events.find_event(context.store(), event)
    names = {str(theme.id): theme.name for theme in coding.code_book(context.store(), found.id)}
    coded = coding.codings(context.store(), found.id, coder)
    left = [one for one in coding.comments(context.store(), found.id) if (one.question, one.text) not in coded]
    best = coding.suggest(context.store(), found.id, coder, [one.text for one in left])
    told: list[dict[str, Any]] = [
        {
            "question": one.question,
            "text": one.text,
            "suggested": [{"theme": names[each.theme], "like": each.like} for each in top],
        }
        for one, top in zip(left, best, strict=True)
    ]
    lines = [f"{one['text']}\n    {', '.join(each['theme'] for each in one['suggested'])}" for one in told]
    say({"comments": told}, "\n".join(lines) or "Everything is coded.")


@app.command("code")
def code(
    event: str,
    coder: Annotated[str, typer.Option(help="Who codes.")],
    codings: Annotated[
        str, typer.Option("--codings", help='JSON or a file: [{"question": "..", "text": "..", "themes": [".."]}].')
    ],
) -> None:
    """Keep which themes somebody found in comments; an empty list is an answer too."""
    found = events.find_event(context.store(), event)
    ids = {fold(theme.name): str(theme.id) for theme in coding.code_book(context.store(), found.id)}
    known = {(one.question, one.text): one for one in coding.comments(context.store(), found.id)}
    steps = objects_in(codings, '{"question": "..", "text": "..", "themes": [".."]}')
    for step in steps:
        comment = known.get((str(step.get("question")), str(step.get("text"))))
        if comment is None:
            raise SlaError(f"Nobody wrote “{step.get('text')}” to the question “{step.get('question')}”.")
        names = [str(name) for name in step.get("themes") or ()]
        if strange := [name for name in names if fold(name) not in ids]:
            raise SlaError(f"“{strange[0]}” is no theme. Add it with sla themes add.")
        coding.code(context.store(), found.id, comment, coder, [ids[fold(name)] for name in names])
    say({"coded": len(steps)}, f"{counted(len(steps), 'comment')} coded.")


@app.command("kappa")
def kappa(event: str, one: str, other: str) -> None:
    """How far two coders agree on each theme beyond chance (Cohen's kappa)."""
    found = events.find_event(context.store(), event)
    told = coding.agreement(context.store(), found.id, one, other)
    lines = [f"{row.theme}: {'nothing to say' if row.kappa is None else f'{row.kappa:.2f}'}" for row in told]
    say({"agreement": told}, "\n".join(lines))


@app.command("export")
def export(event: str, output: Annotated[Path, typer.Option("--output", "-o", help="A .csv, .qdc, .qdpx.")]) -> None:
    """Write what was coded for QualCoder, NVivo, MAXQDA, ATLAS.ti or a spreadsheet."""
    found = events.find_event(context.store(), event)
    count = coding_out.write_themes(context.store(), found.id, output)
    say({"path": output, "comments": count}, f"Wrote {output}.")
