"""Sections of the summary pack: the day as it went, what tables produced, and earlier events."""

from collections import Counter
from collections.abc import Sequence
from datetime import datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING

from sla_desktop.domain import attendance as rules
from sla_desktop.domain.attendance import AttendanceFact
from sla_desktop.domain.events import Event, Session, day_and_clock, days, lasts_days, latest_exit, local, long_date
from sla_desktop.domain.feedback import THRESHOLD
from sla_desktop.domain.notes import Note, Poll
from sla_desktop.domain.text import counted, fold
from sla_desktop.services import notes, presence, timeline
from sla_desktop.services.clock import now
from sla_desktop.services.events import list_events
from sla_desktop.storage import query
from sla_desktop.storage.store import Store

if TYPE_CHECKING:
    from sla_desktop.printing import pack as paper

_FEW = f"fewer than {THRESHOLD}"
_STEP, _SLOT = timedelta(minutes=30), timedelta(minutes=10)
_STEPS = 28  # half hours, or hours of an event of several days: longer ones are shown by their beginning
_EARLIER = 8
_TITLES = {"idea": "Ideas", "enabler": "What helps", "barrier": "What is in the way", "note": "Notes of the tables"}
_SHOWN = 12


def over_the_day(store: Store, event: Event) -> "paper.Section | None":
    """When most people were in the room, how many each half hour, and when they arrived; none while too few were."""
    from sla_desktop.printing import pack as paper

    with store.read() as connection:
        facts = timeline.facts(connection, event.id)
        sessions = query.find(connection, Session, event_id=event.id)
    closes = partial(latest_exit, event, sessions=sessions)
    rows: list[tuple[str, float | None, str]] = []
    # What is on record has happened, whatever the clock of this laptop says.
    until = min(event.ends, max([now(), *(fact.happened_at for fact in facts)]))
    at = event.starts
    step, often = (2 * _STEP, "hour") if lasts_days(event) else (_STEP, "half hour")
    there = [one for own in rules.stays(facts, until, closes).values() for one in own]
    while at <= until and len(rows) < _STEPS:
        inside = sum(start <= at and (at < end or end >= until) for start, end in there)
        hidden = 0 < inside < THRESHOLD
        # Nights between the days of an event are left out.
        if inside or not lasts_days(event):
            told = None if hidden else float(inside), _FEW if hidden else str(inside)
            rows.append((day_and_clock(at, event), *told))
        at += step
    most, fullest = _fullest(there, until)
    if most < THRESHOLD:
        return None
    finding = f"Most people were in the room at {day_and_clock(fullest, event)}: {most}."
    title = f"How many were in the room every {often}"
    charts: list[paper.Chart] = list(_arrivals(facts, event))
    if any(value for _, value, _ in rows):
        charts.insert(0, paper.Bars(title, tuple(rows), "people in the room", "Attendance record"))
    going_on = f"The event is not over yet: this is how it was by {day_and_clock(until, event)}."
    more = (going_on,) if until < event.ends else ()
    return paper.Section("The day as it went", finding, more, tuple(charts))


def _fullest(there: Sequence[tuple[datetime, datetime]], until: datetime) -> tuple[int, datetime]:
    """The most people who were in at once up to a moment, and since when."""
    steps: Counter[datetime] = Counter()
    for start, end in there:
        steps[start] += 1
        steps[end] -= 1
    inside, best = 0, (0, until)
    for at in sorted(at for at in steps if at <= until):
        inside += steps[at]
        if inside > best[0]:
            best = inside, at
    return best


def _arrivals(facts: Sequence[AttendanceFact], event: Event) -> "tuple[paper.Strip, ...]":
    """When people came, a dot each, in steps of time long enough that no step has only a few."""
    from sla_desktop.printing import pack as paper

    times = sorted(fact.happened_at for fact in rules.first_arrivals(facts).values())
    slots = Counter(at - timedelta(seconds=at.timestamp() % _SLOT.total_seconds()) for at in times)
    # Who comes within the same ten minutes stands together, and no step goes over a night.
    steps: list[tuple[datetime, int]] = []
    for start in sorted(slots):
        same = bool(steps) and local(steps[-1][0], event.zone).date() == local(start, event.zone).date()
        left = sum(number for at, number in slots.items() if at >= start)
        if same and (steps[-1][1] < THRESHOLD or left < THRESHOLD):
            steps[-1] = steps[-1][0], steps[-1][1] + slots[start]
        else:
            steps.append((start, slots[start]))
    steps = [one for one in steps if one[1] >= THRESHOLD]
    if len(steps) < 2:
        return ()
    # Half of those who came had arrived by then.
    middle = day_and_clock(times[len(times) // 2], event)
    rows = tuple((day_and_clock(at, event), count) for at, count in steps)
    source = f"Attendance record; steps of ten minutes or more, none with {_FEW} people"
    return (paper.Strip(f"Half of all had arrived by {middle}", rows, "people who arrived from", source),)


def work_of(store: Store, event: Event) -> "list[paper.Section]":
    """What tables produced: ideas, enablers, barriers, and the actions with their owners."""
    made = notes.notes(store, event.id)
    sections: list[paper.Section] = []
    for kind, title in _TITLES.items():
        if said := [note for note in made if note.kind == kind]:
            sections.append(_outputs(title, kind, said))
    if actions := [note for note in made if note.kind == "action"]:
        sections.append(_actions(actions))
    return [*sections, *map(_poll, notes.polls(store, event.id))]


def _poll(poll: Poll) -> "paper.Section":
    """A show of hands: how the shares moved. The room saw it, so nothing of it is hidden."""
    from sla_desktop.printing import pack as paper

    moments = [(name, hands) for name, hands in (("Before", poll.before), ("After", poll.after)) if sum(hands)]
    rows = tuple(
        (choice, *(f"{hands[nth]} ({hands[nth] / sum(hands):.0%})" for _, hands in moments))
        for nth, choice in enumerate(poll.choices)
    )
    if len(moments) == 2:
        shares = [[hands[nth] / sum(hands) for _, hands in moments] for nth in range(len(poll.choices))]
        choice, (first, then) = max(zip(poll.choices, shares, strict=True), key=lambda one: one[1][1] - one[1][0])
        finding = f"“{choice}” went from {first:.0%} to {then:.0%} of the hands."
    else:
        finding = (
            f"{counted(sum(moments[0][1]), 'hand was', 'hands were')} counted."
            if moments
            else "No hands were counted."
        )
    columns = ("Choice", *(name for name, _ in moments))
    return paper.Section(poll.question, finding, table=paper.Table("", columns, rows))


def _outputs(title: str, kind: str, made: Sequence[Note]) -> "paper.Section":
    """One kind of output, ranked by dots, or where none were given by how many tables said it; then the others."""
    from sla_desktop.printing import pack as paper

    dots = any(note.dots for note in made)
    written = {fold(note.text): note.text for note in reversed(made)}
    votes: Counter[str] = Counter()
    for note in made:
        votes[fold(note.text)] += (note.dots or 0) if dots else 1
    least = 1 if dots else 2
    ranked = tuple((written[key], float(n), f"{n}") for key, n in votes.most_common() if n >= least)[:_SHOWN]
    told = {fold(note.text): _told(note) for note in reversed(made)}
    others = [told[key] for key, n in votes.items() if n < least]
    more = (f"The first {_SHOWN} of {len(others)} others.",) if len(others) > _SHOWN else ()
    finding = f"{counted(len(made), kind)} from the tables."
    charts: tuple[paper.Chart, ...] = ()
    if ranked:
        best, _, most = ranked[0]
        won = f"has the most dots: {most}" if dots else f"was said most often: {most} of {counted(len(made), kind)}"
        finding = f"“{best}” {won}."
        unit, source = ("dots", "Dots given in the room") if dots else ("times written down", "Notes of the tables")
        order = "by dots" if dots else "by how often they were said"
        charts = (paper.Bars(f"{title}, {order}", ranked, unit, source),)
    return paper.Section(title, finding, more, charts, quotes=tuple(others[:_SHOWN]))


def _told(note: Note) -> str:
    """A note with who sees to it and by when, where that is known."""
    by = f"by {long_date(note.due)}" if note.due else ""
    who = ", ".join(filter(None, (note.owner, by)))
    return f"{note.text} ({who})" if who else note.text


def _actions(actions: Sequence[Note]) -> "paper.Section":
    from sla_desktop.printing import pack as paper

    owned = sum(bool(note.owner) for note in actions)
    rows = tuple((note.text, note.owner or "nobody yet", long_date(note.due) if note.due else "") for note in actions)
    finding = f"{counted(len(actions), 'action')} agreed, {owned or 'none yet'} with an owner."
    return paper.Section("Actions", finding, table=paper.Table("", ("Action", "Owner", "By"), rows))


def earlier(store: Store, event: Event, came: int) -> "list[paper.Section]":
    """How many came to the events before this one."""
    from sla_desktop.printing import pack as paper

    before = [one for one in list_events(store) if one.starts < event.starts][-_EARLIER:]
    found = [(one, presence.counts(store, one.id).arrived) for one in before]
    rows = [(f"{one.title}, {days(one)}", count) for one, count in found if count]
    if not rows or not came:
        return []
    most, more = max(count for _, count in rows), sum(count > came for _, count in rows)
    rows.append((f"{event.title}, {days(event)}", came))
    told = tuple(
        (label, None if count < THRESHOLD else float(count), str(count) if count >= THRESHOLD else _FEW)
        for label, count in rows
    )
    finding = f"{came} came; {counted(more, 'earlier event')} had more."
    if not more:
        finding = "As many came as ever before." if came == most else "More came than to any event before."
    title = "How many came to each event"
    bars = paper.Bars(title, told, "people who came", "Attendance record", highlight=(rows[-1][0],))
    charts = (bars,) if max(most, came) >= THRESHOLD else ()
    return [paper.Section("Compared with earlier events", finding, (), charts)]
