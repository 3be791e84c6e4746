"""Verbs that print and verify."""

import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from sla_desktop.cli import certificates
from sla_desktop.cli.context import context, say
from sla_desktop.domain.errors import SlaError
from sla_desktop.domain.ids import EventId
from sla_desktop.domain.text import counted
from sla_desktop.services import attendance, code_cards, documents, events, handouts, pack_exports
from sla_desktop.services import badges as paper_badges
from sla_desktop.services.badges import DEFAULT_STOCK, BadgeSheet
from sla_desktop.storage.store import Store

app = typer.Typer(help="Print an event's papers as PDF.", no_args_is_help=True)
_LISTS = ("sign-in sheet", "name list", "roll call", "table lists")
# What a paper says of names that are not there, or not as they are written.
_LEFT_OUT = {
    "badges": paper_badges.left_out,
    "itineraries": handouts.itinerary_words,
    **dict.fromkeys(_LISTS, documents.spelt_words),
}
Output = Annotated[Path, typer.Option("-o", "--output", help="The PDF to write.")]


def add_to(parent: typer.Typer) -> None:
    """Put these verbs on the command line."""
    parent.add_typer(app, name="print")
    certificates.add_to(parent, app)


@app.command("badges")
def badges(
    event: str,
    output: Output,
    stock: Annotated[str, typer.Option(help="Label stock.")] = DEFAULT_STOCK,
    start_at: Annotated[int, typer.Option(help="First free label of a part-used sheet.")] = 1,
    backs: Annotated[str, typer.Option(help="What the back has: same, or rounds.")] = "",
    large: Annotated[bool, typer.Option(help="Names half as large again.")] = False,
    right: Annotated[float, typer.Option(help="Millimetres to the right, to put a printer right.")] = 0.0,
    down: Annotated[float, typer.Option(help="Millimetres down.")] = 0.0,
    scale: Annotated[float, typer.Option(help="Times as long, such as 1.005.")] = 1.0,
    only_new: Annotated[bool, typer.Option(help="Leave out those printed before.")] = False,
    reason: Annotated[str, typer.Option(help="Why they are printed again.")] = "",
    test_sheet: Annotated[bool, typer.Option(help="Only the outlines of the labels.")] = False,
) -> None:
    """A badge for everybody registered."""
    sheet = BadgeSheet(stock, start_at, backs, large, right, down, scale, only_new, reason)
    draw = paper_badges.print_test_sheet if test_sheet else paper_badges.print_badges

    def made(store: Store, event_id: EventId, path: Path) -> int:
        before = len(paper_badges.printed_before(store, event_id))
        if before and not (only_new or reason.strip() or test_sheet):
            told = counted(before, "badge of this event was", "badges of this event were")
            raise SlaError(f"{told} printed before. Print only new ones (--only-new), or say why again (--reason).")
        return draw(store, event_id, path, sheet)

    print_it("test sheet" if test_sheet else "badges", event, output, made)


@app.command("signin")
def signin(
    event: str, output: Output, session: Annotated[str, typer.Option(help="Only for this session's door.")] = ""
) -> None:
    """The sign-in sheet, of the event or of one session."""
    if not session:
        print_it("sign-in sheet", event, output, documents.print_signin)
        return

    def draw(store: Store, event_id: EventId, path: Path) -> int:
        chosen = events.find_session(store, event_id, session).id
        return handouts.print_session_signin(store, event_id, chosen, path)

    print_it("sign-in sheet", event, output, draw)


@app.command("itineraries")
def itineraries(event: str, output: Output) -> None:
    """A card for each person with the table of every round."""
    print_it("itineraries", event, output, handouts.print_itineraries)


@app.command("signs")
def signs(event: str, output: Output) -> None:
    """A sign for each room's door."""
    print_it("door signs", event, output, handouts.print_door_signs)


@app.command("cards")
def cards(event: str, output: Output) -> None:
    """The number of each table, to be read across a room."""
    print_it("table cards", event, output, handouts.print_table_cards)


@app.command("codes")
def codes(
    event: str,
    output: Output,
    copies: Annotated[int, typer.Option(help="How many cards; usually a fifth more than are registered.")] = 0,
) -> None:
    """Cards with a random code each, by which answers before and after are paired without a name."""
    print_it("code cards", event, output, partial(code_cards.print_codes, count=copies))


@app.command("names")
def names(event: str, output: Output) -> None:
    """Everybody expected, with organisation and role."""
    print_it("name list", event, output, handouts.print_names)


@app.command("agenda")
def agenda(event: str, output: Output) -> None:
    """The sessions with their times and rooms."""
    print_it("agenda", event, output, handouts.print_agenda)


@app.command("rollcall")
def rollcall(event: str, output: Output) -> None:
    """Who is in the building now, to tick off after an evacuation."""
    print_it("roll call", event, output, documents.print_roll_call)


@app.command("badge")
def badge(
    event: str,
    person: str,
    output: Output,
    reason: Annotated[str, typer.Option(help="Why it is printed again.")] = "",
) -> None:
    """One person's badge; printing it again needs a reason."""
    store = context.store()
    found = events.find_event(store, event)
    who = attendance.one_person(store, found.id, person)
    pages = paper_badges.print_badge(store, found.id, who.id, output, desk=store.desk, reason=reason)
    say({"document": "badge", "path": output, "pages": pages}, f"Wrote the badge of {who.name} to {output}.")


@app.command("tables")
def tables(event: str, output: Output) -> None:
    """The table lists of every round."""
    print_it("table lists", event, output, documents.print_tables)


@app.command("pack")
def pack_(event: str, output: Output) -> None:
    """The summary pack, as .pdf, .xlsx, .html or .pptx by the name's ending."""
    unit = "page" if output.suffix.lower() == ".pdf" else "section"
    print_it("summary pack", event, output, pack_exports.write_pack, unit)


@app.command("register")
def register(event: str, output: Output) -> None:
    """The register as a spreadsheet, .xlsx or .csv."""
    found = events.find_event(context.store(), event)
    rows = documents.write_register(context.store(), found.id, output)
    say({"document": "register", "path": output, "rows": rows}, f"Wrote {rows} people to {output}.")


def print_it(
    what: str, event: str, output: Path, draw: Callable[[Store, EventId, Path], int], unit: str = "page"
) -> None:
    found = events.find_event(context.store(), event)
    pages = draw(context.store(), found.id, output)
    if what in _LEFT_OUT and (told := _LEFT_OUT[what](context.store(), found)):
        print(told, file=sys.stderr)
    say({"document": what, "path": output, "pages": pages}, written(what, output, pages, unit))


def written(what: str, output: Path, pages: int, unit: str = "page") -> str:
    return f"Wrote the {what} to {output}: {counted(pages, unit)}."
