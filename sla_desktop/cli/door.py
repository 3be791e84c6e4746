"""Verbs at the door: import, search, checkin, walkin, present."""

import sys
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Annotated, Any

import typer

from sla_desktop.cli.context import Exit, context, finish, say
from sla_desktop.cli.json_files import object_in
from sla_desktop.domain.attendance import ALREADY_IN, Verdict
from sla_desktop.domain.errors import SlaError
from sla_desktop.domain.events import Event, clock, is_on, local, long_date
from sla_desktop.domain.text import clean_line
from sla_desktop.services import attendance, events, people, presence, registrations, tickets, walk_ins
from sla_desktop.services.clock import now
from sla_desktop.services.people import Attendee
from sla_desktop.services.registrations import FATES, REJECTED, ImportPlan
from sla_desktop.services.scenes import Entry
from sla_desktop.services.search import Index
from sla_desktop.services.tickets import Place


def add_to(app: typer.Typer) -> None:
    """Put these verbs on the command line."""
    app.command("import")(import_)
    app.command("search")(search)
    app.command("checkin")(checkin)
    app.command("walkin")(walkin)
    app.command("present")(present)


def import_(
    file: Path,
    event: Annotated[str, typer.Option(help="The event's id or title.")],
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Show each row's fate; write nothing.")] = False,
    map_: Annotated[Path | None, typer.Option("--map", help="JSON: our field -> the file's column.")] = None,
    turn_names: Annotated[
        bool | None,
        typer.Option(
            "--turn-names/--keep-names", help="Write “Lee, Ann” as “Ann Lee”; else as with the last such list."
        ),
    ] = None,
) -> None:
    """Bring in registrations from a spreadsheet or export."""
    store = context.store()
    found = events.find_event(store, event)
    plan = registrations.plan_import(store, found.id, file, mapping=_mapping(map_), turned=turn_names)
    if not dry_run:
        registrations.apply_import(store, found.id, plan)
    say(_import_result(plan, dry_run), _import_words(plan, dry_run))
    finish(Exit.PARTLY if plan.counts[REJECTED] else Exit.DONE)


def search(event: str, text: str, limit: Annotated[int, typer.Option(min=1, max=1000)] = 20) -> None:
    """Find people as the check-in box does, best first."""
    found = events.find_event(context.store(), event)
    hits = Index(people.attendees(context.store(), found.id)).find(text, limit)
    rows = [_person(hit) for hit in hits]
    words = "\n".join(f"{row['code']}  {row['name']}  {row['organisation']}  {row['state']}" for row in rows)
    say({"results": rows}, words or f"Nobody fits “{text}”.")


def checkin(
    event: str,
    person: Annotated[str, typer.Argument(help="Ticket code, registration id, or enough of a name.")],
    session: str = "",
    at: Annotated[str, typer.Option(help="When it happened: 09:12 or a whole date and time.")] = "",
    desk: str = "",
    out: Annotated[bool, typer.Option("--out", help="The person leaves; with --session only who is in it.")] = False,
    undo: Annotated[bool, typer.Option("--undo", help="Undo the person's last entry.")] = False,
    reason: str = "",
    override: Annotated[str, typer.Option(help="Let in anyway, for this reason.")] = "",
    room: Annotated[str, typer.Option(help="The room; with the time it decides which session.")] = "",
    gate: str = "",
    answer: Annotated[list[str] | None, typer.Option(help="NAME=ANSWER to a question of the door.")] = None,
    request: Annotated[str, typer.Option(help="A name for this request: the same one twice is one entry.")] = "",
) -> None:
    """Check somebody in (or out) and show the verdict."""
    store = context.store()
    found = events.find_event(store, event)
    if not clean_line(person):
        raise SlaError("Say who it is: a ticket code, or enough of a name.")
    when, where = _when(at, found), desk or store.desk
    why = override or (reason if out else "")
    entry = Entry(gate, _answers(answer or []), request)
    chosen = events.find_session(store, found.id, session).id if session else None
    place = Place(found.id, chosen, "" if out or undo else room)
    who = None if tickets.is_ticket(person) and not undo else attendance.find_person(store, found.id, person)
    if who is None:
        verdict = tickets.scan(store, [place], person, desk=where, at=when, leaving=out, override=why, entry=entry)
        return _tell(verdict, found)
    if undo:
        return _tell(attendance.undo_last(store, found.id, who.id, desk=where, reason=reason), found)
    if out:
        verdict = attendance.check_out(
            store, found.id, who.id, desk=where, at=when, reason=why, session=chosen, request=request
        )
        return _tell(verdict, found)
    here = tickets.session_of(store, place, when)
    verdict = attendance.check_in(
        store, found.id, who.id, desk=where, session=here, at=when, override=why, entry=entry
    )
    return _tell(verdict, found)


def walkin(
    event: str,
    given: Annotated[str, typer.Option(help="Given name, or the only name.")],
    family: str = "",
    organisation: str = "",
    role: str = "",
    sector: str = "",
    place: str = "",
    email: str = "",
    session: str = "",
    at: str = "",
    desk: str = "",
    sure: Annotated[bool, typer.Option("--sure", help="Although somebody of that name is on the list.")] = False,
) -> None:
    """Register somebody who is not on the list and let them in."""
    store = context.store()
    found = events.find_event(store, event)
    chosen = events.find_session(store, found.id, session).id if session else None
    person = walk_ins.NewPerson(given, family, organisation, role, sector, place, email)
    verdict = walk_ins.walk_in(
        store,
        found.id,
        person,
        desk=desk or store.desk,
        session=chosen,
        at=_when(at, found),
        sure=sure,
        besides=walk_ins.on_the_list(store, found.id, person) if sure else None,
    )
    return _tell(verdict, found)


def present(event: str, at: str = "") -> None:
    """Who is in the room, now or at a time."""
    store = context.store()
    found = events.find_event(store, event)
    moment = _when(at, found)
    inside = presence.present(store, found.id, at=moment)
    count = presence.counts(store, found.id, at=moment).inside
    rows = [{**_person(one), "since": one.last.happened_at if one.last else None} for one in inside]
    lines = [
        f"{clock(one.last.happened_at, found.zone) if one.last else ''}  {one.name}  {one.organisation}"
        for one in inside
    ]
    without = count - len(rows)
    nameless = f", {without} of them without a name: their data was erased" if without else ""
    told = {"count": count, "without_name": without, "present": rows}
    say(told, "\n".join([*lines, f"{count} in the room{nameless}"]))


def _tell(verdict: Verdict, event: Event) -> None:
    at = clock(verdict.at, event.zone) if verdict.at else ""
    told = [f"{verdict.light.upper()}: {verdict.words}", verdict.name, verdict.organisation, verdict.detail, at]
    told += [f"NOTE: {verdict.attention}"] if verdict.attention else []
    if verdict.recorded and verdict.at and not is_on(event, verdict.at):
        today, day = (long_date(one) for one in (local(verdict.at, event.zone).date(), event.day))
        print(f"It is noted on {today}, and the event is on {day}. Is this laptop's clock right?", file=sys.stderr)
    say(
        {"verdict": verdict.code, "light": verdict.light, **_fields(verdict)},
        "  ".join(part for part in told if part),
    )
    finish(Exit.DONE if verdict.recorded or verdict.code == ALREADY_IN else Exit.CANNOT)


def _fields(verdict: Verdict) -> dict[str, Any]:
    return {
        "words": verdict.words,
        "name": verdict.name,
        "organisation": verdict.organisation,
        "detail": verdict.detail,
        "at": verdict.at,
        "registration": verdict.registration_id,
        "fact": verdict.fact_id,
        "recorded": verdict.recorded,
        "ticket_type": verdict.ticket_type,
        "attention": verdict.attention,
        "overruled": verdict.overruled,
        "asked": verdict.asked,
    }


def _person(person: Attendee) -> dict[str, Any]:
    here = "in" if person.inside else "left" if person.last else "expected"
    return {
        "attention": person.registration.attention,
        "registration": person.id,
        "code": person.registration.code,
        "name": person.name,
        "organisation": person.organisation,
        "email": person.member.email,
        "state": "cancelled" if person.cancelled and not person.last else here,
    }


def _when(text: str, event: Event) -> datetime | None:
    """A time that was typed; which of two it was taken for goes to standard error."""
    if not text:
        return None
    at, told = events.moment_at(text, event, now())
    if told:
        print(told, file=sys.stderr)
    return at


def _answers(told: list[str]) -> dict[str, str]:
    pairs = [one.partition("=") for one in told]
    if not all(mark for _, mark, _ in pairs):
        raise SlaError("Write an answer as NAME=ANSWER, for example --answer shirt=M.")
    return {name.strip(): answer.strip() for name, _, answer in pairs}


def _mapping(path: Path | None) -> Mapping[str, str] | None:
    if path is None:
        return None
    found = object_in(path, '{"email": "Work e-mail"}')
    if not all(isinstance(value, str) for value in found.values()):
        raise SlaError(f'The map {path} must name a column for each field: {{"email": "Work e-mail"}}.')
    return found


def _import_result(plan: ImportPlan, dry_run: bool) -> dict[str, Any]:
    read = plan.read
    rows = [
        {
            "row": row.row,
            "fate": row.fate,
            "person": row.name,
            "name": row.name,
            "email": row.email,
            "organisation": row.organisation,
            "reason": row.reason,
        }
        for row in plan.rows
    ]
    return {
        "format": read.format,
        "encoding": read.encoding,
        "delimiter": read.delimiter,
        "sheet": read.sheet,
        "header_row": read.header_row,
        "mapping": read.mapping,
        "unused": read.unused,
        "counts": plan.counts,
        "notes": read.notes,
        "dry_run": dry_run,
        "rows": rows,
    }


def _import_words(plan: ImportPlan, dry_run: bool) -> str:
    counts = ", ".join(f"{plan.counts[fate]} {fate}" for fate in FATES if plan.counts[fate]) or "no people"
    head = f"{'Would bring in' if dry_run else 'Brought in'} ({plan.read.format}): {counts}."
    lines = [f"  row {row.row}: {row.fate}: {row.name or 'no name'}: {row.reason}" for row in plan.rows if row.reason]
    told = plan.read.family_first
    notes = [f"{told} With --turn-names they are turned round."] if told else []
    notes += [*plan.read.notes, *([f"Columns not used: {', '.join(plan.read.unused)}."] if plan.read.unused else [])]
    return "\n".join([head, *(f"  {note}" for note in notes), *lines])
