"""Verbs on questionnaires."""

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from sla_desktop.cli.context import Exit, context, finish, say
from sla_desktop.cli.json_files import objects_in
from sla_desktop.domain.text import counted
from sla_desktop.services import events, feedback, forms
from sla_desktop.survey.model import Finding, Questionnaire

app = typer.Typer(help="Questionnaires: XLSForms in and out, and answers to them.", no_args_is_help=True)


def add_to(parent: typer.Typer) -> None:
    """Put these verbs on the command line."""
    parent.add_typer(app, name="form")


@app.command("show")
def show(event: str) -> None:
    """Show what an event's form asks and the answers it takes."""
    found = events.find_event(context.store(), event)
    form = forms.event_form(context.store(), found.id)
    asked = forms.questionnaire(context.store(), found.id)
    lines = [f"{one.key}: {asked.label(one)} [{_takes(asked, one.key)}]" for one in asked.asked]
    say({"form": form, "questions": asked.asked, "languages": asked.languages}, "\n".join([form.title, *lines]))


_STEP = '{"do": "remove", "question": "skills"}'


@app.command("check")
def check(form: Annotated[Path, typer.Argument(metavar="FORM", help="An XLSForm file.")]) -> None:
    """Tell what is wrong with an XLSForm, and what of it is not asked here."""
    judged = forms.judge(form)
    asked = len(judged.form.asked) if judged.form else 0
    told = {"ok": judged.form is not None, "faults": judged.faults, "warnings": judged.warnings, "questions": asked}
    if judged.form is None:
        told["error"] = f"“{form.name}” cannot be used yet. {judged.faults[0]}"
    else:
        told |= {"form_id": judged.form.name, "title": judged.form.title, "languages": judged.form.languages}
    say(told, "\n".join(_words(form, asked, judged.faults, judged.warnings)))
    finish(Exit.CANNOT if judged.faults else Exit.DONE)


@app.command("import")
def import_form(
    file: Path, event: Annotated[str, typer.Option("--event", help="The event whose form it becomes.")]
) -> None:
    """Make an XLSForm the event's form. Answers to the form before it stay."""
    found = events.find_event(context.store(), event)
    made = forms.import_form(context.store(), found.id, file)
    told = {"form": made.form.id, "title": made.form.title, "version": made.form.version, "warnings": made.warnings}
    say(told, "\n".join([f"“{made.form.title}” is the form of {found.title} now.", *map(str, made.warnings)]))


@app.command("export")
def export_form(
    event: str, output: Annotated[Path, typer.Option("--output", "-o", help="The .xlsx to write.")]
) -> None:
    """Write the event's form as an XLSForm workbook."""
    found = events.find_event(context.store(), event)
    form = forms.export_form(context.store(), found.id, output)
    say({"path": output, "title": form.title, "version": form.version}, f"Wrote {output}.")


@app.command("edit")
def edit(
    event: str,
    changes: Annotated[
        str,
        typer.Option(
            "--changes",
            help='JSON or a file: [{"do": "add", "kind": "select_one", "after": "skills", "label": "..", '
            '"choices": [".."]}, {"do": "change", "question": "..", ..}, {"do": "move", "question": "..", "by": -1}, '
            '{"do": "remove", "question": ".."}]; also "hint", "required", "low", "high" and "language".',
        ),
    ],
) -> None:
    """Change the questions of an event's form. Makes a new version; answers to those before stay."""
    found = events.find_event(context.store(), event)
    made = forms.edit_form(context.store(), found.id, objects_in(changes, _STEP))
    asked = forms.questionnaire(context.store(), found.id).asked
    told = {"form": made.id, "title": made.title, "version": made.version, "questions": [one.key for one in asked]}
    say(told, f"“{made.title}” is version {made.version} now, with {counted(len(asked), 'question')}.")


@app.command("again")
def again(event: str) -> None:
    """Begin the form after the event: the same questions, paired with the answers so far by the codes of cards."""
    found = events.find_event(context.store(), event)
    made = forms.ask_again(context.store(), found.id)
    told = {"form": made.id, "title": made.title, "version": made.version}
    say(told, "The same questions are asked again from now on. The report tells what changed, by the codes of cards.")


@app.command("answer")
def answer(
    form: Annotated[str, typer.Argument(metavar="FORM", help="The event whose form it is, or an XLSForm file.")],
    json_answers: Annotated[
        str, typer.Option("--json-answers", help='JSON: {"connections": "yes", ...}, or a file.')
    ],
    channel: str = "typed",
) -> None:
    """Save one person's answers, anonymously. A list of objects saves several. With a file, they are only judged."""
    given = objects_in(json_answers, '{"connections": "yes"}')
    if Path(form).is_file():
        records = forms.judge_answers(Path(form), given)
        say({"saved": 0, "records": records}, f"{counted(len(records), 'form')} would be kept.")
        return
    found = events.find_event(context.store(), form)
    kept = feedback.answer_all(context.store(), found.id, given, channel=channel)
    say({"saved": len(kept)}, f"Saved {counted(len(kept), 'anonymous form')}.")


def _takes(form: Questionnaire, key: str) -> str:
    question = form.by_key[key]
    return ", ".join(choice.value for choice in form.choices_of(question)) or question.kind


def _words(path: Path, asked: int, faults: Sequence[Finding], warnings: Sequence[Finding]) -> list[str]:
    if faults:
        return [f"{path.name} cannot be used yet:", *map(str, faults)]
    return [f"{path.name} can be used. It asks {counted(asked, 'question')}.", *map(str, warnings)]
