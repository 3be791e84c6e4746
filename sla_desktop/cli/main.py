"""The console script: all verbs, exit codes, and errors as sentences."""

import sys
from collections.abc import Sequence
from io import TextIOWrapper

import typer

from sla_desktop import __version__
from sla_desktop.cli import (
    bundles,
    checks,
    conformance,
    desks,
    documents,
    door,
    events,
    feedback,
    form_sheets,
    forms,
    governance,
    groups,
    notes,
    people,
    phones,
    rights,
    roles,
    rules,
    safety,
    sharing,
    system,
    team,
    themes,
)
from sla_desktop.cli.context import Exit, context, fail, say, take_common_options
from sla_desktop.domain.errors import SlaError, trace_of

app = typer.Typer(
    name="sla",
    help="Run a large community event with no internet. Every verb takes --json and --store PATH.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)
_STOPPED = 130  # what the library ends with after Ctrl+C
PARTS = (
    *(events, door, rules, people, rights, groups, forms, form_sheets, feedback, notes, themes, phones, documents),
    *(sharing, bundles, desks, team, roles, system, safety, governance, checks, conformance),
)
for part in PARTS:
    part.add_to(app)


@app.command("version")
def version() -> None:
    """Print the program's version."""
    say({"version": __version__}, __version__)


def main(arguments: Sequence[str] | None = None) -> None:
    """Run one verb and exit: 0 done, 1 cannot, 2 wrong usage, 3 done in part."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            # A terminal that lacks a character shows a question mark, and the verb is done all the same.
            stream.reconfigure(errors="replace")
    sys.exit(run(sys.argv[1:] if arguments is None else arguments))


def run(arguments: Sequence[str]) -> int:
    """Run one verb; its exit code."""
    try:
        options = take_common_options(arguments)
    except SlaError as error:
        fail(error)
        return int(Exit.USAGE)
    try:
        typer.main.get_command(app).main(args=options, prog_name="sla")
        return int(Exit.DONE)
    except SlaError as error:
        return int(fail(error))
    except SystemExit as finished:
        return _ended(int(finished.code or Exit.DONE))
    except Exception as bug:
        sys.stderr.write(trace_of(bug))
        return int(fail(SlaError("Something went wrong inside the program. What was saved before is safe.")))
    finally:
        context.close()


def _ended(code: int) -> int:
    """What the library ended a verb with, as the contract has it."""
    if code == _STOPPED:
        told = "Stopped before it was done. What was saved before is safe, and nothing else changed."
        return int(fail(SlaError(told)))
    if code == Exit.USAGE and context.json:
        say({"error": "Wrong usage. See `sla --help` and docs/cli.md."}, "")
    return code
