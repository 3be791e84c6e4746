"""Questionnaires on paper: printed, and read back from scans."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Any

import typer

from sla_desktop.cli.context import Exit, context, finish, say
from sla_desktop.cli.forms import app
from sla_desktop.domain.errors import SlaError
from sla_desktop.domain.files import read_whole
from sla_desktop.domain.text import counted
from sla_desktop.services import events, form_scans, form_sheets
from sla_desktop.services.form_scans import FATES, KNOWN, LEFT_OUT, READY, REFUSED, Reading
from sla_desktop.survey.scans import SUFFIXES


def add_to(parent: typer.Typer) -> None:
    """Put these verbs on the command line, beside the others on forms."""
    app.command("paper")(paper)
    app.command("read")(read)


def paper(
    output: Annotated[Path, typer.Option("--output", "-o", help="The PDF to write.")],
    form: Annotated[str, typer.Argument(metavar="FORM", help="An XLSForm file, or the event whose form it is.")] = "",
    event: Annotated[str, typer.Option("--event", help="The event whose form is printed.")] = "",
    copies: Annotated[int, typer.Option("--copies", help="How many sheets, each with a serial of its own.")] = 1,
    large: Annotated[bool, typer.Option("--large", help="Large print: 16 points, line by line.")] = False,
    language: Annotated[str, typer.Option("--language", help="One of the form's languages.")] = "",
) -> None:
    """Print a form to be filled in by hand and read back from scans. No sheet is linked to a person."""
    told = event or form
    if not told:
        raise SlaError("Say which form to print: an XLSForm file, or --event and the event.")
    if not event and Path(form).is_file():
        made = form_sheets.print_file(Path(form), output, copies=copies, large=large, language=language)
    else:
        store = context.store()
        found = events.find_event(store, told)
        made = form_sheets.print_event(store, found.id, output, copies=copies, large=large, language=language)
    sheets = f"{counted(len(made.serials), 'sheet')} of {counted(made.pages, 'page')}"
    say(made, f"Wrote {output}: {sheets}. Print it at 100 %, on both sides if you like.")


def read(
    files: Annotated[list[Path], typer.Argument(metavar="SCANS...", help="PDFs, photographs or TIFFs, or folders.")],
    form: Annotated[str, typer.Option("--form", metavar="FORM", help="An XLSForm file, or the event.")] = "",
    event: Annotated[str, typer.Option("--event", help="The event whose sheets these are.")] = "",
    decisions: Annotated[
        str,
        typer.Option("--decisions", help='JSON, or a file: {"SERIAL": {"question": "answer"}}, for what was open.'),
    ] = "",
    crops: Annotated[
        Path | None, typer.Option("--crops", metavar="DIR", help="Write what is to be looked at as pictures.")
    ] = None,
) -> None:
    """Read filled-in sheets from scans and keep their answers. Exit 3 if something is left to look at."""
    told = event or form
    if not told:
        raise SlaError("Say whose sheets these are: --event and the event, or --form and an XLSForm file.")
    paths = _scans(files)
    if not event and Path(form).is_file():
        found, kept = form_scans.decide(form_scans.read_file(Path(form), paths), _decided(decisions)), 0
    else:
        store = context.store()
        place = events.find_event(store, told)
        found = form_scans.decide(form_scans.read_scans(store, place.id, paths), _decided(decisions))
        kept = form_scans.keep(store, place.id, found)
    if crops is not None:
        form_scans.write_crops(found, crops)
    say(_told(found, kept), "\n".join(_words(found, kept)))
    finish(Exit.DONE if found.is_done else Exit.PARTLY)


def _scans(files: Sequence[Path]) -> list[Path]:
    """The files, those of folders by name."""
    found = []
    for one in files:
        inside = (
            sorted(path for path in one.iterdir() if path.suffix.casefold() in SUFFIXES) if one.is_dir() else [one]
        )
        found += inside
    if not found:
        raise SlaError(f"There are no scans in {', '.join(map(str, files))}.")
    return found


def _decided(text: str) -> dict[str, dict[str, str]]:
    if not text:
        return {}
    try:
        found = json.loads(text if text.lstrip().startswith("{") else read_whole(Path(text)))
    except (ValueError, RecursionError) as error:
        raise SlaError(f"The decisions are not JSON: {error}.") from error
    if not isinstance(found, dict) or not all(isinstance(one, dict) for one in found.values()):
        raise SlaError('Decisions are an object such as {"K7XM2P4T": {"connections": "yes"}}.')
    return {key: {name: str(value) for name, value in one.items()} for key, one in found.items()}


def _told(found: Reading, kept: int) -> dict[str, Any]:
    sheets = [
        {
            **{"sheet": one.key, "scans": one.scans, "fate": one.fate, "reason": one.reason},
            "answers": one.told,
            "review": [
                {"question": two.question, "kind": two.kind, "reason": two.reason}
                | {"offered": two.offered, "seen": two.seen}
                for two in one.doubts
            ],
        }
        for one in found.sheets
    ]
    counts = {fate: len(found.of(fate)) for fate in FATES} | {"unread": len(found.unread)}
    told = {"pages": found.pages, "saved": kept, "counts": counts, "sheets": sheets}
    return told | {"unread": found.unread, "outstanding": found.outstanding}


def _words(found: Reading, kept: int) -> list[str]:
    lines = [f"Read {counted(found.pages, 'page')}. Saved {counted(kept, 'anonymous form')}."]
    lines += [f"Sheet {key}, {doubt.question}: {doubt.reason}" for key, doubt in found.doubts]
    told = (KNOWN, REFUSED, LEFT_OUT, READY)
    lines += [f"Sheet {one.key}: {one.reason}" for one in found.sheets if one.fate in told and one.reason]
    lines += [f"{one.scan}: {one.reason}" for one in found.unread]
    if found.outstanding:
        lines.append(f"{counted(len(found.outstanding), 'printed sheet')} did not come back.")
    return lines
