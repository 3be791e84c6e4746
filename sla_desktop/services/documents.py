"""Paper: certificates, badges, sign-in sheets and table lists of an event, and the log of what was printed."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from sla_desktop.domain import access
from sla_desktop.domain.attendance import OUT
from sla_desktop.domain.certificates import PrintRecord
from sla_desktop.domain.errors import SlaError
from sla_desktop.domain.events import Event, clock, day_and_clock, days, each_day, long_date
from sla_desktop.domain.ids import EventId, PrintId, new_id
from sla_desktop.domain.text import counted, fold, has_one_case, in_full, joined
from sla_desktop.services import groups, presence
from sla_desktop.services.access import note_access
from sla_desktop.services.clock import now
from sla_desktop.services.events import get_event
from sla_desktop.services.groups import PlanView
from sla_desktop.services.letterhead import identity_of
from sla_desktop.services.people import Attendee, attendees
from sla_desktop.services.timeline import was_open
from sla_desktop.storage import query
from sla_desktop.storage.store import Store

if TYPE_CHECKING:
    from sla_desktop.printing.signin import SignInRow

Progress = Callable[[int, int], None]
_MOST_NAMED = 12


def print_signin(store: Store, event_id: EventId, path: Path, *, progress: Progress | None = None) -> int:
    """The sign-in sheet, for when the laptops are off; pages."""
    return note_print(store, event_id, "sign-in sheet", draw_signin(store, event_id, path, progress=progress))


def draw_signin(store: Store, event_id: EventId, path: Path, *, progress: Progress | None = None) -> int:
    """The same without a note in the print log, to try whether printing works."""
    from sla_desktop.printing import signin as paper

    event = get_event(store, event_id)
    rows = signin_rows(expected(store, event_id))
    identity = identity_of(store, event)
    # Of several days each has a sheet of its own.
    subtitles = [", ".join(filter(None, (long_date(day), event.venue))) for day in each_day(event)]
    return paper.print_signin(
        rows, path, title=event.title, subtitles=subtitles, identity=identity, progress=progress
    )


def print_roll_call(store: Store, event_id: EventId, path: Path, *, progress: Progress | None = None) -> int:
    """Who is in the building now, to be ticked off outside after an evacuation; pages. SlaError when nobody is in."""
    from sla_desktop.printing import signin as paper

    event = get_event(store, event_id)
    inside = sorted(presence.present(store, event_id), key=lambda person: person.order)
    both = zip(inside, listed_names(inside), strict=True)
    rows = [signin_row(person, name, _where(person, event)) for person, name in both]
    # Whoever asked for their data to be erased may still be in the building.
    nameless = presence.counts(store, event_id).inside - len(rows)
    rows += [paper.SignInRow(name="Somebody whose data was erased", organisation="", code="in")] * nameless
    if not rows:
        raise SlaError("Nobody is in, so there is no roll to call.")
    taken = f"{counted(len(rows), 'person')} in at {clock(now(), event.zone)}".replace("persons", "people")
    title, subtitle = f"Roll call, {event.title}", f"{taken}, {long_date(now().date())}. Tick everybody whom you see."
    pages = paper.print_signin(
        rows, path, title=title, subtitles=[subtitle], identity=identity_of(store, event), form=paper.ROLL_CALL,
        progress=progress,
    )  # fmt: skip
    return note_print(store, event_id, "roll call", pages)


def signin_rows(people: Sequence[Attendee]) -> "list[SignInRow]":
    """People on a sign-in sheet. A ticket code stands only beside names that two of them have, to tell them apart."""
    names = listed_names(people)
    times = Counter(fold(one.name) for one in people)
    codes = [one.registration.code if times[fold(one.name)] > 1 else "" for one in people]
    return [signin_row(one, name, code) for one, name, code in zip(people, names, codes, strict=True)]


def listed_names(people: Sequence[Attendee]) -> list[str]:
    """The names of people as lists have them; two that look the same only because no font has them, with codes."""
    from sla_desktop.printing.fonts import missing, spelt_out

    looks = Counter(spelt_out(one.name) for one in people if missing(one.name))
    return [
        f"{said} {one.registration.code}" if looks[said] > 1 else said
        for one, said in ((one, spelt_out(one.name)) for one in people)
    ]


def signin_row(person: Attendee, name: str, code: str) -> "SignInRow":
    """A person on a list of the door, which one name with a letter that no font has does not hold up."""
    from sla_desktop.printing.fonts import spelt_out
    from sla_desktop.printing.signin import SignInRow

    return SignInRow(name, spelt_out(person.organisation), code)


def spelt_words(store: Store, event: Event) -> str:
    """Whose name or organisation lists spell out, since no font has its letters; nothing where there is nobody."""
    from sla_desktop.printing.fonts import missing

    people = [one.name for one in attendees(store, event.id) if missing(one.name) or missing(one.organisation)]
    return f"Spelt out, because no font has the letters: {joined(people)}." if people else ""


def one_case_words(people: Iterable[Attendee]) -> str:
    """Whose name is in capitals only or in small letters only, as a remark; nothing where there is nobody.

    Names are printed as they stand, since people may write themselves so.
    """
    names = [one.name for one in people if has_one_case(one.name)]
    more = [f"{len(names) - _MOST_NAMED} more"] if len(names) > _MOST_NAMED else []
    told = joined([*names[:_MOST_NAMED], *more])
    how = "If they do not write themselves so, choose Edit on the People page, then make this again."
    return f"In capitals or small letters only: {told}. {how}" if told else ""


def _where(person: Attendee, event: Event) -> str:
    return f"{clock(person.last.happened_at, event.zone)}" if person.last else ""


def print_tables(store: Store, event_id: EventId, path: Path, *, progress: Progress | None = None) -> int:
    """The table lists per round and the list by name; pages. SlaError when no groups were formed."""
    from sla_desktop.printing import table_lists as paper
    from sla_desktop.printing.fonts import spelt_out

    event = get_event(store, event_id)
    plan = groups.current_plan(store, event_id)
    if plan is None:
        raise SlaError("No groups were formed yet. Form them on the Breakouts page, then print.")
    sheets = [
        paper.TableSheet(
            title,
            f"Table {number}",
            "",
            tuple((spelt_out(seat.name), spelt_out(seat.organisation)) for seat in seats),
        )
        for title, tables in zip(plan.plan.rounds, plan.rounds, strict=True)
        for number, seats in enumerate(tables, 1)
        if seats
    ]
    pages = paper.print_tables(
        sheets,
        path,
        title=event.title,
        subtitle=subtitle_of(event),
        identity=identity_of(store, event),
        by_name=tuple((spelt_out(name), numbers) for name, numbers in _by_name(listed_people(store, event_id), plan)),
        round_titles=plan.plan.rounds,
        progress=progress,
    )
    return note_print(store, event_id, "table lists", pages)


def print_log(store: Store, event_id: EventId) -> list[PrintRecord]:
    """What was printed for an event, oldest first."""
    with store.read() as connection:
        return query.find(connection, PrintRecord, order="printed_at", event_id=event_id)


def write_register(store: Store, event_id: EventId, path: Path) -> int:
    """The register as a spreadsheet (.xlsx or .csv by the name); rows written."""
    from sla_desktop.tables.write import write_csv, write_xlsx

    event = get_event(store, event_id)
    note_access(store, access.REGISTER, event_id, event_id)
    headers = (
        "Name",
        "Organisation",
        "Role",
        "Sector",
        "Place",
        "E-mail",
        "Ticket code",
        "Status",
        "Arrived",
        "Left",
    )
    came = presence.first_arrivals(store, event_id)
    rows = [_register_row(person, came.get(person.id), event) for person in listed_people(store, event_id)]
    if path.suffix.lower() == ".csv":
        write_csv(path, headers, rows)
    else:
        write_xlsx(path, {"Register": (headers, rows)})
    return len(rows)


def _register_row(person: Attendee, came: datetime | None, event: Event) -> tuple[str, ...]:
    left = person.last.happened_at if person.last and person.last.kind == OUT and not was_open(person.last) else None
    return (
        person.name,
        person.organisation,
        person.role,
        person.sector,
        person.place,
        person.member.email,
        person.registration.code,
        person.registration.status,
        *(day_and_clock(moment, event) if moment else "" for moment in (came, left)),
    )


def expected(store: Store, event_id: EventId) -> list[Attendee]:
    """Everybody who is registered and has not cancelled, in the order of a list. SlaError when nobody is."""
    people = [person for person in listed_people(store, event_id) if not person.cancelled]
    if not people:
        raise SlaError("Nobody is registered yet. Import registrations on the People page first.")
    return people


def listed_people(store: Store, event_id: EventId) -> list[Attendee]:
    """Everybody registered, as people look for a name on paper."""
    return sorted(attendees(store, event_id), key=lambda person: person.order)


def _by_name(people: Sequence[Attendee], plan: PlanView) -> list[tuple[str, tuple[str, ...]]]:
    """The name and tables of those of some people who are seated."""
    called, tables = plan.called(), plan.tables_by_person()
    seated = [one.id for one in people if one.id in tables]
    return [(in_full(*called[key]), tuple(str(n or "–") for n in tables[key])) for key in seated]


def subtitle_of(event: Event) -> str:
    """When and where, in one line."""
    return ", ".join(part for part in (days(event), event.venue) if part)


def note_print(store: Store, event_id: EventId, document: str, pages: int, *, reason: str = "") -> int:
    """Note in the print log that a document left the program; its pages."""
    record = PrintRecord(PrintId(new_id()), event_id, document, pages, now(), store.desk, reason)
    with store.change() as tx:
        tx.put(record)
    return pages
