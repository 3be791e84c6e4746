"""The summary pack: what a board wants to know of an event, computed, protected and put into words."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from sla_desktop.domain.events import Event, days
from sla_desktop.domain.feedback import THRESHOLD
from sla_desktop.domain.ids import EventId
from sla_desktop.domain.text import counted
from sla_desktop.services import (
    earning,
    feedback,
    groups,
    pack_connections,
    pack_feedback,
    pack_reach,
    pack_sections,
)
from sla_desktop.services.clock import now
from sla_desktop.services.documents import note_print
from sla_desktop.services.events import get_event
from sla_desktop.services.feedback import Report
from sla_desktop.services.groups import PlanView
from sla_desktop.services.letterhead import identity_of
from sla_desktop.services.pack_reach import different, percent
from sla_desktop.services.people import Attendee, counted_people
from sla_desktop.services.system import system_of
from sla_desktop.storage.store import Store

if TYPE_CHECKING:
    from sla_desktop.printing import pack as paper

Progress = Callable[[int, int], None]


def print_pack(store: Store, event_id: EventId, path: Path, *, progress: Progress | None = None) -> int:
    """Write an event's summary pack; pages."""
    from sla_desktop.printing import pack as paper

    event = get_event(store, event_id)
    pages = paper.print_pack(build_pack(store, event), path, identity=identity_of(store, event), progress=progress)
    return note_print(store, event_id, "summary pack", pages)


def build_pack(store: Store, event: Event) -> "paper.Pack":
    """The pack's values: headlines, sections with findings, charts, and how it was made."""
    from sla_desktop.printing import pack as paper

    people = counted_people(store, event.id)
    there = {row.person.id for row in earning.attended(store, event, people)}
    came = [person for person in people if person.id in there]
    # Who cancelled and came all the same was there.
    everybody = [person for person in people if person.id in there or not person.cancelled]
    plan = groups.current_plan(store, event.id)
    report = feedback.report(store, event.id)
    return paper.Pack(
        event_title=event.title,
        date_text=days(event),
        venue=event.venue,
        organiser=identity_of(store, event).organisation,
        headline=tuple(_headlines(came, everybody, plan, report, over=_is_over(event))),
        sections=tuple(_sections(store, event, came, everybody, plan, report)),
        method=_method(report),
    )


def _headlines(
    came: Sequence[Attendee], everybody: Sequence[Attendee], plan: PlanView | None, report: Report, *, over: bool
) -> list["paper.Headline"]:
    from sla_desktop.printing.pack import Headline

    took_part = f"{_noun(len(came), 'person', 'people')} took part"
    told = [Headline(str(len(came)), took_part, f"of {len(everybody)} registered")] if everybody else []
    if places := different(came):
        note = "at least one person each" if places > 1 else ""
        told.append(Headline(str(places), _noun(places, "organisation"), note))
    if plan is not None and (pairs := sum(map(len, pack_connections.met(plan, came)))):
        rounds = counted(len(plan.rounds), "round")
        met = f"{_noun(pairs, 'pair')} {'met' if over else 'planned'} at tables"
        told.append(Headline(f"{pairs:,}", met, f"in {rounds}"))
    for measure in report.measures[:1]:
        if measure.share is not None:
            low, high = round(100 * measure.share.low), round(100 * measure.share.high)
            note = f"{measure.share.hits} of {measure.share.answered} answers; 95% interval {low} to {high}%"
            told.append(Headline(percent(measure.share.share), measure.label, note))
    return told


def _is_over(event: Event) -> bool:
    """Whether its rounds were held; a clock that is before the event is wrong where people came."""
    return not event.starts <= now() < event.ends


def _noun(number: int, noun: str, many: str = "") -> str:
    """The noun alone, for a number that stands over it."""
    return counted(number, noun, many).partition(" ")[2]


def _sections(
    store: Store,
    event: Event,
    came: Sequence[Attendee],
    everybody: Sequence[Attendee],
    plan: PlanView | None,
    report: Report,
) -> Iterator["paper.Section"]:
    system = system_of(store)
    yield pack_reach.came_from(came, everybody)
    yield from pack_reach.missing(came, system)
    if day := pack_sections.over_the_day(store, event):
        yield day
    if plan is not None:
        yield pack_connections.connections(plan, came, report, over=_is_over(event))
    if report.answered:
        yield pack_feedback.said(report)
        yield from pack_feedback.characteristics(report)
        yield from pack_feedback.before_and_after(report)
        yield from pack_feedback.agreement(report)
        yield from pack_feedback.answers(report)
        yield from pack_feedback.voices(report)
    yield from pack_sections.work_of(store, event)
    yield from pack_sections.earlier(store, event, len(came))
    yield from pack_reach.target(store, event, system)


def _method(report: Report) -> tuple[str, ...]:
    intervals = "Shares have 95% Wilson score intervals. A wide interval means that few people answered."
    forms = f"{counted(report.answered, 'anonymous feedback form')}; answers cannot be linked to people."
    return (
        "Attendance is counted from the arrivals recorded at the doors; each person counts once, also "
        "who had cancelled and came.",
        f"Groups of fewer than {THRESHOLD} people are joined or left out, and others with them where a number could "
        "otherwise be worked out, so that nobody can be recognised.",
        *((intervals, forms) if report.answered else ("Nobody had given feedback when this was written.",)),
    )
