"""Sections of the summary pack: the day as it went, who met whom, what tables produced, and earlier events."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import timedelta
from typing import TYPE_CHECKING

from sla_desktop.domain import attendance as rules
from sla_desktop.domain.events import Event, clock, long_date
from sla_desktop.domain.feedback import THRESHOLD
from sla_desktop.domain.ids import RegistrationId
from sla_desktop.domain.notes import Note, Poll
from sla_desktop.domain.text import counted
from sla_desktop.services import notes, presence, timeline
from sla_desktop.services.events import list_events
from sla_desktop.services.feedback import Report
from sla_desktop.services.findings import number_words
from sla_desktop.services.people import Attendee
from sla_desktop.storage.store import Store

if TYPE_CHECKING:
    from sla_desktop.printing import pack as paper

_STEP = timedelta(minutes=30)
_STEPS = 28  # half hours: longer events are shown by their first fourteen hours
_EARLIER = 8
_TITLES = {"idea": "Ideas", "enabler": "What helps", "barrier": "What is in the way", "note": "Notes of the tables"}
_SHOWN = 12


def over_the_day(store: Store, event: Event) -> "paper.Section | None":
    """How many were in the room at each half hour; none while too few came to be shown."""
    from sla_desktop.printing import pack as paper

    with store.read() as connection:
        facts = timeline.facts(connection, event.id)
    rows: list[tuple[str, float | None, str]] = []
    at = event.starts
    while at <= event.ends and len(rows) < _STEPS:
        inside = len(rules.present(facts, at=at))
        hidden = 0 < inside < THRESHOLD
        said = f"fewer than {THRESHOLD}" if hidden else str(inside)
        rows.append((clock(at, event.zone), None if hidden else float(inside), said))
        at += _STEP
    most = max((value or 0 for _, value, _ in rows), default=0)
    if most < THRESHOLD:
        return None
    fullest = next(label for label, value, _ in rows if value == most)
    finding = f"Most people were in the room at {fullest}: {most:.0f}."
    bars = paper.Bars(finding, tuple(rows), "people in the room", "Attendance record", highlight=(fullest,))
    return paper.Section("The day as it went", finding, (), (bars,))


def network(
    pairs: Iterable[tuple[RegistrationId, RegistrationId]], came: Sequence[Attendee]
) -> "tuple[paper.Network, ...]":
    """Who sat with whom, by sector; small sectors stand together, so that nobody can be recognised."""
    from sla_desktop.printing import pack as paper

    sizes = Counter(person.sector or "Not stated" for person in came)
    shown = {name for name, count in sizes.items() if count >= THRESHOLD}
    groups: dict[str, list[RegistrationId]] = {}
    for person in came:
        name = person.sector or "Not stated"
        groups.setdefault(name if name in shown else "Other sectors", []).append(person.id)
    if any(len(people) < THRESHOLD for people in groups.values()):
        groups = {"Everybody": [person.id for person in came]}
    order = {key: nth for nth, key in enumerate(key for people in groups.values() for key in people)}
    lines = tuple(sorted((order[one], order[two]) for one, two in pairs if one in order and two in order))
    if len(order) < THRESHOLD or not lines:
        return ()
    title = f"{len(lines):,} pairs of people sat together"
    return (
        paper.Network(
            title,
            tuple((name, len(people)) for name, people in groups.items()),
            lines,
            "Breakout plan; bands are as wide as pairs are many",
        ),
    )


def answers_of(report: Report) -> "list[paper.Section]":
    """Questions that take several choices, and questions of numbers, where all of it may be shown."""
    from sla_desktop.printing import pack as paper

    sections = []
    for table in report.tables:
        shares = [(one.label, one.share) for one in table.counts if one.share]
        if table.several and shares:
            most, share = max(shares, key=lambda row: row[1].hits)
            finding = f"{share.share:.0%} chose “{most}”."
            rows = tuple((label, one.share, one.low, one.high, one.answered) for label, one in shares)
            source = "Feedback forms; each person could choose several; bars show 95% intervals"
            hidden = (f"{len(table.counts) - len(shares)} more cannot be shown.",) * (len(shares) < len(table.counts))
            sections.append(paper.Section(table.label, finding, hidden, (paper.Intervals(finding, rows, source),)))
        elif table.number is not None:
            finding = f"The mean is {table.number.mean:.1f}."
            counts = tuple((one.label, float(one.count or 0), str(one.count)) for one in table.counts)
            bars = paper.Bars(finding, counts, "people", "Feedback forms")
            sections.append(paper.Section(table.label, finding, (number_words(table.number),), (bars,)))
    return sections


def work_of(store: Store, event: Event) -> "list[paper.Section]":
    """What tables produced: ideas, enablers, barriers, and the actions with their owners."""
    from sla_desktop.printing import pack as paper

    made = notes.notes(store, event.id)
    sections = []
    for kind, title in _TITLES.items():
        texts = [_note_words(note) for note in notes.by_dots(made) if note.kind == kind]
        if texts:
            more = (f"The first {_SHOWN} of {len(texts)}.",) if len(texts) > _SHOWN else ()
            finding = f"{counted(len(texts), kind)} from the tables."
            sections.append(paper.Section(title, finding, more, quotes=tuple(texts[:_SHOWN])))
    if actions := [note for note in made if note.kind == "action"]:
        sections.append(_actions(actions))
    return [*sections, *map(_poll, notes.polls(store, event.id))]


def _note_words(note: Note) -> str:
    return f"{note.text} ({counted(note.dots, 'dot')})" if note.dots else note.text


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
        finding = f"{sum(moments[0][1])} hands were counted." if moments else "No hands were counted."
    columns = ("Choice", *(name for name, _ in moments))
    return paper.Section(poll.question, finding, table=paper.Table("", columns, rows))


def _actions(actions: Sequence[Note]) -> "paper.Section":
    from sla_desktop.printing import pack as paper

    owned = sum(bool(note.owner) for note in actions)
    rows = tuple((note.text, note.owner or "nobody yet", long_date(note.due) if note.due else "") for note in actions)
    finding = f"{counted(len(actions), 'action')} agreed, {owned} with an owner."
    return paper.Section("Actions", finding, table=paper.Table("", ("Action", "Owner", "By"), rows))


def earlier(store: Store, event: Event, came: int) -> "list[paper.Section]":
    """How many came to the events before this one."""
    from sla_desktop.printing import pack as paper

    before = [one for one in list_events(store) if one.starts < event.starts][-_EARLIER:]
    found = [(one, presence.counts(store, one.id).arrived) for one in before]
    rows = [(f"{one.title}, {long_date(one.day)}", count) for one, count in found if count]
    if not rows:
        return []
    rows.append((f"{event.title}, {long_date(event.day)}", came))
    told = tuple(
        (label, None if count < THRESHOLD else float(count), str(count) if count >= THRESHOLD else "fewer than 5")
        for label, count in rows
    )
    place = 1 + sum(count > came for _, count in rows[:-1])
    finding = "More came than to any event before." if place == 1 else f"{came} came; {place - 1} earlier had more."
    bars = paper.Bars(finding, told, "people who came", "Attendance record", highlight=(rows[-1][0],))
    return [paper.Section("Compared with earlier events", finding, (), (bars,))]
