"""Badges: all in one file, or one person's at the desk; a badge is printed again only for a reason."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from sla_desktop.domain.certificates import BADGE, PrintRecord
from sla_desktop.domain.errors import SlaError
from sla_desktop.domain.events import Event
from sla_desktop.domain.ids import EventId, PrintId, RegistrationId, new_id
from sla_desktop.domain.text import fold, joined
from sla_desktop.services import groups
from sla_desktop.services.clock import now
from sla_desktop.services.documents import expected, one_case_words
from sla_desktop.services.events import get_event
from sla_desktop.services.letterhead import identity_of
from sla_desktop.services.people import Attendee, attendees
from sla_desktop.storage import query
from sla_desktop.storage.store import Store

if TYPE_CHECKING:
    from sla_desktop.printing.badges import Badge

    _Made = tuple[Attendee, Badge]

DEFAULT_STOCK = "L4785"
_LANGUAGES = {"language", "languages", "languages spoken", "spoken languages"}
Progress = Callable[[int, int], None]
Early = Callable[[bytes], None]


@dataclass(frozen=True)
class BadgeSheet:
    """What badges are printed on, and how; `right`, `down` (mm) and `scale` put the printer right.

    `backs` is "" (none), "same" or "rounds" (tables are nowhere else: they may still change). `only_new` leaves out
    those that were printed before.
    """

    stock: str = DEFAULT_STOCK
    start_at: int = 1
    backs: str = ""
    large: bool = False
    right: float = 0.0
    down: float = 0.0
    scale: float = 1.0
    only_new: bool = False
    reason: str = ""


def print_badges(
    store: Store,
    event_id: EventId,
    path: Path,
    sheet: BadgeSheet | None = None,
    *,
    progress: Progress | None = None,
    early: Early | None = None,
) -> int:
    """A badge for everybody registered, by name; pages. `early` takes the first sheet while the others are made.

    One name with a letter that no font has does not hold up the others (`left_out`). SlaError if there are no others.
    """
    from sla_desktop.printing import badges as paper
    from sla_desktop.printing.labels import Adjustment

    sheet = sheet or BadgeSheet()
    people = expected(store, event_id)
    if sheet.only_new:
        before = printed_before(store, event_id)
        people = [person for person in people if person.id not in before]
        if not people:
            raise SlaError("Every badge of this event was printed before, so there is no new one.")
    made, without = _made(store, event_id, people, rounds=sheet.backs == "rounds")
    pages = paper.print_badges(
        [badge for _, badge in made or without],
        path,
        identity=identity_of(store, get_event(store, event_id)),
        stock=sheet.stock,
        start_at=sheet.start_at,
        backs=sheet.backs,
        large=sheet.large,
        adjustment=Adjustment(sheet.right, sheet.down, sheet.scale),
        progress=progress,
        early=early,
    )
    _note(store, event_id, "badges", pages, [person for person, _ in made], sheet.reason)
    return pages


def left_out(store: Store, event: Event) -> str:
    """Who has no badge, since no font has a letter of it, and whose name may be put right; perhaps nothing."""
    people = expected(store, event.id)
    names = joined([person.name for person, _ in _made(store, event.id, people)[1]])
    told = f"No badge for {names}: no font has the letters. Write it by hand, or correct the name on People."
    return " ".join(filter(None, (told if names else "", one_case_words(people))))


def print_badge(
    store: Store, event_id: EventId, registration: RegistrationId, path: Path, *, desk: str, reason: str = ""
) -> int:
    """Print one badge; pages. SlaError when it was printed before and no reason is given to print it again."""
    from sla_desktop.printing import badges as paper

    person = next((one for one in attendees(store, event_id) if one.id == registration), None)
    if person is None:
        raise SlaError("That person is not on this event's list, so there is no badge to print.")
    if not reason and printed(store, registration):
        raise SlaError(f"The badge of {person.name} was printed before. Give a reason to print it again.")
    identity = identity_of(store, get_event(store, event_id))
    pages = paper.print_badges(_badges(store, event_id, [person]), path, identity=identity)
    record = PrintRecord(PrintId(new_id()), event_id, BADGE, pages, now(), desk, reason, registration)
    with store.change() as tx:
        tx.put(record)
    return pages


def print_test_sheet(
    store: Store, event_id: EventId, path: Path, sheet: BadgeSheet, *, progress: Progress | None = None
) -> int:
    """Outlines of the labels to hold against a sheet of them; pages."""
    from sla_desktop.printing.alignment import print_test_sheet as draw
    from sla_desktop.printing.labels import Adjustment

    identity = identity_of(store, get_event(store, event_id))
    pages = draw(
        path, identity=identity, stock=sheet.stock, adjustment=Adjustment(sheet.right, sheet.down, sheet.scale)
    )
    if progress:
        progress(1, 1)
    return pages


def printed(store: Store, registration: RegistrationId) -> list[PrintRecord]:
    """When a person's badge was printed, by itself or with all others, oldest first."""
    with store.read() as connection:
        return query.find(connection, PrintRecord, order="printed_at", registration_id=registration)


def printed_before(store: Store, event_id: EventId) -> set[RegistrationId]:
    """Those whose badges were printed."""
    with store.read() as connection:
        records = query.find(connection, PrintRecord, event_id=event_id, document=BADGE)
    return {one.registration_id for one in records if one.registration_id is not None}


def _made(
    store: Store, event_id: EventId, people: Sequence[Attendee], *, rounds: bool = False
) -> "tuple[list[_Made], list[_Made]]":
    """Everybody with their badge: those that can be drawn, and those with a letter that no font has."""
    from sla_desktop.printing.badges import can_be_drawn

    drawn: list[_Made] = []
    without: list[_Made] = []
    for person, badge in zip(people, _badges(store, event_id, people, rounds=rounds), strict=True):
        (drawn if can_be_drawn(badge) else without).append((person, badge))
    return drawn, without


def _badges(store: Store, event_id: EventId, people: Sequence[Attendee], *, rounds: bool = False) -> "list[Badge]":
    from sla_desktop.printing.badges import Badge
    from sla_desktop.printing.fonts import spelt_out

    event = spelt_out(get_event(store, event_id).title)
    plan = groups.current_plan(store, event_id) if rounds else None
    tables = plan.tables_by_person() if plan else {}
    titles = plan.plan.rounds if plan else ()
    return [
        Badge(
            name=person.name,
            pronouns=" · ".join(filter(None, (person.member.pronouns, _languages(person)))),
            organisation=person.organisation,
            role=person.role,
            code=person.registration.code,
            lines=_rounds_of(titles, tables.get(person.id, ())),
            event=event,
        )
        for person in people
    ]


def _languages(person: Attendee) -> str:
    """The languages that somebody said they speak, where the registrations have such a column."""
    imported = person.registration.imported
    return next((value for key, value in imported.items() if fold(key) in _LANGUAGES), "")


def _rounds_of(titles: Sequence[str], tables: Sequence[int]) -> tuple[str, ...]:
    return tuple(f"{title}: table {table}" for title, table in zip(titles, tables, strict=False) if table)


def _note(
    store: Store, event_id: EventId, document: str, pages: int, people: Sequence[Attendee], reason: str
) -> None:
    """The sheet's own record has its pages; each badge on it gets one of none."""
    at = now()
    records = [PrintRecord(PrintId(new_id()), event_id, document, pages, at, store.desk, reason)]
    records += [
        PrintRecord(PrintId(new_id()), event_id, BADGE, 0, at, store.desk, reason, person.id) for person in people
    ]
    with store.change() as tx:
        tx.put(*records)
