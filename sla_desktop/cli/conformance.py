"""The verb that plays check-in scenarios."""

from pathlib import Path
from typing import Annotated

import typer

from sla_desktop.cli.context import Exit, context, finish, say


def add_to(app: typer.Typer) -> None:
    """Put this verb on the command line."""
    app.command("conformance")(conformance)


def conformance(
    files: Annotated[
        list[Path] | None, typer.Argument(help="Scenario files or folders; none: the program's own.")
    ] = None,
) -> None:
    """Play check-in scenarios written as {given, do, expect} and tell which pass."""
    from sla_desktop.conformance.reading import own_suite, scenarios
    from sla_desktop.conformance.run import play

    results = []
    for result in play(scenarios(files or [own_suite()])):
        results.append(result)
        if not context.json:
            print(result.words, flush=True)
    passed = sum(one.passed for one in results)
    told = [
        {
            "file": one.scenario.file,
            "name": one.scenario.name,
            "number": one.scenario.number,
            "passed": one.passed,
            "faults": one.faults,
        }
        for one in results
    ]
    say({"passed": passed, "failed": len(results) - passed, "scenarios": told}, f"{passed} of {len(results)} pass.")
    finish(Exit.DONE if passed == len(results) else Exit.CANNOT)
