"""Sections of the summary pack on reach: who came, who was missing, how far the access target is reached."""

from collections import Counter
from collections.abc import Mapping, Sequence
from math import ceil
from typing import TYPE_CHECKING

from sla_desktop.domain.attendance import first_arrivals
from sla_desktop.domain.events import Event, long_date
from sla_desktop.domain.feedback import THRESHOLD
from sla_desktop.domain.ids import MemberId
from sla_desktop.domain.system import TRAITS, System
from sla_desktop.domain.text import counted, fold, joined
from sla_desktop.services import timeline
from sla_desktop.services.events import list_events
from sla_desktop.services.people import Attendee
from sla_desktop.storage.store import Store

if TYPE_CHECKING:
    from sla_desktop.printing import pack as paper

NOT_STATED, _TOO_FEW = "Not stated", "too few to show"
_CLEAR = 0.02  # a smaller difference of shares is none worth naming


def came_from(came: Sequence[Attendee], everybody: Sequence[Attendee]) -> "paper.Section":
    """How many came, and from where."""
    from sla_desktop.printing.pack import Section

    places = different(came)
    charts = [_bars([getattr(person, trait) for person in came], trait) for trait in TRAITS]
    return Section(
        title="Who came",
        finding=_took_part(len(came), len(everybody)),
        text=(f"They came from {counted(places, 'organisation')}.",) if places and len(came) > 1 else (),
        charts=tuple(chart for chart in charts if chart is not None),
    )


def _took_part(came: int, registered: int) -> str:
    if not registered:
        return "Nobody is registered yet."
    if not came:
        return f"Nobody has come so far; {counted(registered, 'person is', 'people are')} registered."
    if came == registered:
        return "The one person registered took part." if came == 1 else f"All {came} people registered took part."
    return f"{came} of {registered} registered people took part ({percent(came / registered)})."


def missing(came: Sequence[Attendee], system: System) -> "list[paper.Section]":
    """Groups of the system against their share of those who came; none where nobody said how it is made up."""
    from sla_desktop.printing.pack import Section

    compared = [_against(trait, groups, came, system.source) for trait, groups in system.makeup.items()]
    found = [one for one in compared if one is not None]
    if not found:
        return []
    _, gap, said, _ = min(found, key=lambda one: one[1])
    finding = f"{said}." if gap < -_CLEAR else "No group that is shown was much smaller here than in the system."
    few = [label for *_, hidden in found for label in hidden]
    text = (f"Too few came to be shown by themselves, or nobody: {joined(few)}.",) if few else ()
    return [Section("Who was missing", finding, text, tuple(chart for chart, *_ in found))]


def _against(
    trait: str, groups: Mapping[str, int], came: Sequence[Attendee], source: str
) -> "tuple[paper.BeforeNow, float, str, list[str]] | None":
    """A trait's groups, largest first: the chart, by how much which one falls short most, and who is not shown."""
    from sla_desktop.printing.pack import BeforeNow

    shown = {fold(label): count for label, count in shown_groups([getattr(one, trait) for one in came])[0]}
    total = sum(groups.values()) or 1
    ordered = sorted(groups.items(), key=lambda group: -group[1])
    there = {label: count / total for label, count in ordered}
    here = {label: shown[fold(label)] / len(came) for label in there if fold(label) in shown}
    if not here:
        return None
    least = min(here, key=lambda label: here[label] - there[label])
    gap = here[least] - there[least]
    said = f"{least}: {percent(there[least])} of the system, {percent(here[least])} of those who came"
    title = f"The system and those who came, by {trait}"
    top = min(1.0, ceil(10 * max(*there.values(), *here.values())) / 10)
    rows = tuple((label, share, here.get(label, _TOO_FEW)) for label, share in there.items())
    record = f"Attendance record, n = {len(came)}; {source or 'the system’s own figures'}"
    chart = BeforeNow(title, rows, (0.0, top), record, ends=("system", "came"), shares=True)
    return chart, gap, said, [label for label in there if label not in here]


def target(store: Store, event: Event, system: System) -> "list[paper.Section]":
    """How many different people came to any event so far, against the access target; none where there is none."""
    from sla_desktop.printing import pack as paper

    if not system.target:
        return []
    events = [one for one in list_events(store) if one.starts <= event.starts]
    before = _reached(store, [one for one in events if one.id != event.id])
    now = before | _reached(store, [event])
    if len(now) < THRESHOLD:
        return []
    by = f" by {long_date(system.target_by)}" if system.target_by else ""
    finding = (
        f"{len(now):,} different people reached so far: {percent(len(now) / system.target)} of {system.target:,}."
    )
    rows: list[tuple[str, float | None, str]] = [(f"Target{by}", float(system.target), f"{system.target:,}")]
    rows.insert(0, ("With this event", float(len(now)), f"{len(now):,}"))
    # A step of one to four people would tell how few were here for the first time.
    if len(before) >= THRESHOLD and not 0 < len(now) - len(before) < THRESHOLD:
        rows.insert(0, ("Before this event", float(len(before)), f"{len(before):,}"))
    source = "Attendance record; everybody counts once, however many events they came to"
    title = "People reached, and the target"
    bars = paper.Bars(title, tuple(rows), "different people", source, highlight=("With this event",))
    return [paper.Section("Progress to the access target", finding, (), (bars,))]


def shown_groups(values: Sequence[str]) -> tuple[list[tuple[str, int]], int]:
    """Groups with their counts, largest first, and how many are in the rest, which could tell of somebody."""
    counts = Counter(value or NOT_STATED for value in values)
    shown = [(label, count) for label, count in counts.most_common() if count >= THRESHOLD]
    rest = counts.total() - sum(count for _, count in shown)
    if shown and 0 < rest < THRESHOLD:
        # One more group is joined: otherwise the small rest could be worked out from the total.
        rest += shown.pop()[1]
    return shown, rest


def different(people: Sequence[Attendee]) -> int:
    """From how many organisations people come."""
    return len({fold(person.organisation) for person in people if person.organisation})


def percent(share: float) -> str:
    """A share from 0 to 1 in words."""
    return f"{round(100 * share)}%"


def _reached(store: Store, events: Sequence[Event]) -> set[MemberId]:
    with store.read() as connection:
        found = [first_arrivals(timeline.facts(connection, one.id)).values() for one in events]
    return {fact.member_id for facts in found for fact in facts}


def _bars(values: Sequence[str], noun: str) -> "paper.Bars | None":
    """Counts by value; small groups are joined so that nobody can be worked out. None where no group is shown."""
    from sla_desktop.printing.pack import Bars

    shown, rest = shown_groups(values)
    if not any(label != NOT_STATED for label, _ in shown):
        return None
    rows = [(label, float(count), str(count)) for label, count in shown]
    if rest:
        rows.append(("Other groups together", float(rest), str(rest)))
    title = _bars_title(Counter(value or NOT_STATED for value in values), [label for label, _ in shown], noun)
    joined_up = "; other groups together: those too small to show by themselves" if rest else ""
    source = f"Attendance record, n = {len(values)}{joined_up}"
    return Bars(title=title, rows=tuple(rows), unit="people", source=source)


def _bars_title(counts: Mapping[str, int], shown: Sequence[str], noun: str) -> str:
    """Which group leads, by name where it is shown; equals are told as equals."""
    named = [label for label in shown if label != NOT_STATED]
    most = counts[named[0]]
    leaders = [label for label in named if counts[label] == most]
    share = f"{percent(most / sum(counts.values()))} of those who came"
    if len(leaders) > 1:
        return f"{joined(leaders)}: equally large, {share} each"
    hidden_equals = any(count == most for label, count in counts.items() if label not in shown)
    rank = f"no {noun} is larger" if hidden_equals else f"the largest {noun}"
    return f"{leaders[0]}: {rank}, {share}"
