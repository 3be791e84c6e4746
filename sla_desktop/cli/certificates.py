"""Verbs for certificates: who gets one, how they look, printing, checking, revoking."""

import sys
from pathlib import Path
from typing import Annotated, Any

import typer

from sla_desktop.cli.context import Exit, context, finish, say
from sla_desktop.cli.json_files import object_in
from sla_desktop.domain.certificates import TITLES
from sla_desktop.domain.errors import SlaError
from sla_desktop.domain.text import counted
from sla_desktop.services import (
    attendance,
    awards,
    certificate_papers,
    certificates,
    documents,
    earning,
    events,
    letterhead,
    scans,
)

app = typer.Typer(help="Certificates: rules, list, revoking.", no_args_is_help=True)
Output = Annotated[Path, typer.Option("-o", "--output", help="The PDF to write.")]


def add_to(parent: typer.Typer, papers: typer.Typer) -> None:
    """Put these verbs on the command line, and those that print among the papers."""
    papers.command("certificates")(print_certificates)
    papers.command("certificate")(print_certificate)
    parent.add_typer(app, name="certificate")
    parent.command("letterhead")(letterhead_)
    parent.command("verify")(verify)


def print_certificates(
    event: str,
    output: Annotated[Path, typer.Option("-o", "--output", help="A PDF; a folder or .zip for one file each.")],
    credential: Annotated[bool, typer.Option(help="Each file carries its Open Badges 3.0 credential.")] = False,
) -> None:
    """A certificate for everybody who was really there, and who came and gets none."""
    store = context.store()
    found = events.find_event(store, event)
    if not (output.is_dir() or output.suffix.lower() in ("", ".zip")):
        if credential:
            raise SlaError("Credentials go with one file each: give a folder or a .zip with -o.")
        pages = certificate_papers.print_certificates(store, found.id, output)
    else:
        pages = len(certificate_papers.print_each(store, found.id, output, credential=credential))
    without = [{"name": one.person.name, "reason": one.reason} for one in earning.uncertified(store, found)]
    lost = certificate_papers.left_out(store, found)
    without += [{"name": name, "reason": certificate_papers.LETTERS} for name in lost]
    doubtful = certificates.doubtful(store, found)
    lines = [f"  No certificate for {one['name']}: {one['reason']}." for one in without]
    lines += [*earning.list_words(store, found), *filter(None, [earning.early_words(store, found)]), *doubtful]
    if remark := documents.one_case_words(row.person for row in earning.earned(store, found)):
        print(remark, file=sys.stderr)
    told = {"document": "certificates", "path": output, "pages": pages, "without": without, "doubtful": doubtful}
    say(told, "\n".join([f"Wrote the certificates to {output}: {counted(pages, 'page')}.", *lines]))
    finish(Exit.PARTLY if lost else Exit.DONE)


def print_certificate(
    event: str,
    person: str,
    output: Output,
    reason: Annotated[str, typer.Option(help="Why it is printed again.")] = "",
) -> None:
    """One person's certificate again, marked as a duplicate."""
    store = context.store()
    found = events.find_event(store, event)
    who = attendance.one_person(store, found.id, person)
    pages = certificate_papers.print_again(store, found.id, who.id, output, reason=reason)
    say({"document": "certificate", "path": output, "pages": pages}, f"Wrote the duplicate to {output}.")


@app.command("list")
def list_(event: str) -> None:
    """Every certificate of an event with its state."""
    store = context.store()
    found = events.find_event(store, event)
    known = certificates.certificates(store, found.id)
    rows = [
        {"number": one.shown_number, "name": one.name, "minutes": one.minutes, "status": one.status,
         "reason": one.reason, "kind": one.kind}
        for one in known
    ]  # fmt: skip
    lines = [
        f"{one.shown_number}  {one.name}  {TITLES[one.kind]}  {': '.join(filter(None, (one.status, one.reason)))}"
        for one in known
    ]
    doubtful = certificates.doubtful(store, found)
    say({"certificates": rows, "doubtful": doubtful}, "\n".join([*lines, *doubtful]))


@app.command("rules")
def rules(
    event: str,
    set_: Annotated[Path | None, typer.Option("--set", help="JSON: " + ", ".join(awards.RULES) + ".")] = None,
    signature: Annotated[Path | None, typer.Option(help="A PNG or JPEG of the signature.")] = None,
) -> None:
    """What an event certifies, to whom, and how its certificates look; change it."""
    store = context.store()
    found = events.find_event(store, event)
    if set_ is not None or signature is not None:
        awards.set_award(store, found.id, object_in(set_, '{"minimum_share": 75}'), signature)
    award = awards.award_of(store, found.id)
    told: dict[str, Any] = {name: getattr(award, name) for name in awards.RULES}
    told["signature"] = bool(award.signature)
    say(told, "\n".join(f"{name}: {value}" for name, value in told.items()))


@app.command("revoke")
def revoke(number: str, reason: Annotated[str, typer.Option(help="Why it is no longer valid.")] = "") -> None:
    """Declare a certificate no longer valid; whoever checks it is told."""
    made = certificates.revoke(context.store(), number, reason)
    say(made, f"Certificate {made.shown_number} of {made.name} is revoked.")


def letterhead_(
    organisation: Annotated[str | None, typer.Option(help="Where an event has no organiser.")] = None,
    colour: Annotated[str | None, typer.Option(help="As # and six digits.")] = None,
    contact: Annotated[str | None, typer.Option(help="Where people can ask.")] = None,
    logo: Annotated[Path | None, typer.Option(help="A PNG or JPEG; an empty text takes it away.")] = None,
) -> None:
    """The organisation's name, colour, contact and logo on every paper; change them."""
    said = {"organisation": organisation, "colour": colour, "contact": contact}
    changed = {name: value for name, value in said.items() if value is not None}
    store = context.store()
    if changed or logo is not None:
        letterhead.set_letterhead(store, changed, logo)
    head = letterhead.letterhead(store)
    told = {name: getattr(head, name) for name in letterhead.FIELDS} | {"logo": bool(head.logo)}
    say(told, "\n".join(f"{name}: {value}" for name, value in told.items()))


def verify(
    code: Annotated[str, typer.Argument(metavar="TEXT-OR-FILE")],
    check: Annotated[str, typer.Argument(help="The check code, when a number is typed.")] = "",
) -> None:
    """Check certificates by the text of the code, the number, or a PDF or picture that shows the code."""
    store = context.store()
    proofs = [certificates.verify(store, f"{text} {check}".strip()) for text in scans.codes_in(code)]
    say({"proofs": proofs}, "\n".join(map(certificates.describe, proofs)))
    finish(Exit.DONE if all(proof.genuine for proof in proofs) else Exit.CANNOT)
