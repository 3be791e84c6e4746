"""The console script: all verbs, exit codes, and errors as sentences."""

import errno
import sys
from collections.abc import Sequence
from functools import cache
from importlib import import_module
from io import TextIOWrapper

import typer

from sla_desktop.cli.context import Exit, context, fail, say, silence_stdout, take_common_options
from sla_desktop.domain.errors import SlaError, trace_of

# What the library's own printing of the help meets; faults of files and of the data file are told where they are met.
_UNWRITTEN = (errno.ENOSPC, errno.EIO)
_STOPPED = 130  # what the library ends with after Ctrl+C
# Where each verb is, in the order of the help. A verb imports what it needs: all of them take three times as long.
PARTS = {
    "events": "event session",
    "door": "import search checkin walkin present",
    "rules": "rules room ticket paper full refusals place cards merge",
    "people": "person",
    "rights": "person",
    "groups": "groups",
    "forms": "form",
    "form_sheets": "form",
    "feedback": "feedback",
    "notes": "note poll",
    "themes": "themes",
    "phones": "phones",
    "documents": "print certificate letterhead verify",
    "sharing": "sync share",
    "bundles": "bundle",
    "desks": "desk",
    "team": "team",
    "roles": "role",
    "system": "system",
    "safety": "key backup restore",
    "governance": "retention audit",
    "checks": "doctor demo version",
    "conformance": "conformance",
}


@cache
def app_for(verb: str) -> typer.Typer:
    """The command line with all that a verb needs; where it is none, with every verb, for the help."""
    app = typer.Typer(
        name="sla",
        help="Run a large community event with no internet. Every verb takes --json and --store PATH.",
        no_args_is_help=True,
        add_completion=False,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        # With one, even a single verb is called by its name.
        callback=lambda: None,
    )
    for part in [name for name, verbs in PARTS.items() if verb in verbs.split()] or PARTS:
        import_module(f"sla_desktop.cli.{part}").add_to(app)
    return app


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
        app = app_for(options[0] if options else "")
        typer.main.get_command(app).main(args=options, prog_name="sla")
        return int(Exit.DONE)
    except SlaError as error:
        return int(fail(error))
    except SystemExit as finished:
        return _ended(int(finished.code or Exit.DONE))
    except KeyboardInterrupt:
        return _ended(_STOPPED)
    except OSError as fault:
        if fault.errno == errno.ENAMETOOLONG:
            return int(fail(SlaError("No file can have a name that long. Give a shorter one.")))
        if fault.errno not in _UNWRITTEN or fault.filename is not None:
            return _bug(fault)
        silence_stdout()
        return int(fail(SlaError(f"The answer could not be written: {fault.strerror}.")))
    except Exception as bug:
        return _bug(bug)
    finally:
        context.close()


def _bug(bug: Exception) -> int:
    sys.stderr.write(trace_of(bug))
    return int(fail(SlaError("Something went wrong inside the program. What was saved before is safe.")))


def _ended(code: int) -> int:
    """What the library ended a verb with, as the contract has it."""
    if code == _STOPPED:
        told = "Stopped before it was done. What was saved before is safe, and nothing else changed."
        return int(fail(SlaError(told)))
    if code == Exit.USAGE and context.json:
        say({"error": "Wrong usage. See `sla --help` and docs/cli.md."}, "")
    return code
