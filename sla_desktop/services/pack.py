"""The summary pack: what a board wants to know of an event, computed, protected and put into words."""

from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from sla_desktop.domain.events import Event, long_date
from sla_desktop.domain.feedback import THRESHOLD
from sla_desktop.domain.ids import EventId, RegistrationId
from sla_desktop.domain.text import fold, joined
from sla_desktop.services import certificates as awards
from sla_desktop.services import feedback, groups, pack_sections
from sla_desktop.services.documents import note_print
from sla_desktop.services.events import get_event
from sla_desktop.services.feedback import Report
from sla_desktop.services.groups import PlanView
from sla_desktop.services.letterhead import identity_of
from sla_desktop.services.people import Attendee, counted_people
from sla_desktop.storage.store import Store

if TYPE_CHECKING:
    from sla_desktop.printing import pack as paper

QUOTES = 6
FEW = f"fewer than {THRESHOLD}"
Progress = Callable[[int, int], None]


def print_pack(store: Store, event_id: EventId, path: Path, *, progress: Progress | None = None) -> int:
    """Write an event's summary pack; pages."""
    from sla_desktop.printing import pack as paper

    event = get_event(store, event_id)
    feedback.publish(store, event_id)
    pages = paper.print_pack(build_pack(store, event), path, identity=identity_of(store, event), progress=progress)
    return note_print(store, event_id, "summary pack", pages)


def build_pack(store: Store, event: Event) -> "paper.Pack":
    """The pack's values: headlines, sections with findings, charts, and how it was made."""
    from sla_desktop.printing import pack as paper

    everybody = [person for person in counted_people(store, event.id) if not person.cancelled]
    there = {row.person.id for row in awards.attended(store, event, everybody)}
    came = [person for person in everybody if person.id in there]
    plan = groups.current_plan(store, event.id)
    report = feedback.report(store, event.id)
    return paper.Pack(
        event_title=event.title,
        date_text=long_date(event.day),
        venue=event.venue,
        organiser=identity_of(store, event).organisation,
        headline=tuple(_headlines(came, everybody, plan, report)),
        sections=(
            *_sections(store, event, came, everybody, plan, report),
            *pack_sections.work_of(store, event),
            *pack_sections.earlier(store, event, len(came)),
        ),
        method=_method(report),
    )


def _headlines(
    came: Sequence[Attendee], everybody: Sequence[Attendee], plan: PlanView | None, report: Report
) -> list["paper.Headline"]:
    from sla_desktop.printing.pack import Headline

    told = [
        Headline(str(len(came)), "people took part", f"of {len(everybody)} registered"),
        Headline(str(_different(came)), "organisations", "at least one person each"),
    ]
    if plan is not None:
        told.append(Headline(f"{_meetings(plan):,}", "pairs met at tables", f"in {len(plan.rounds)} rounds"))
    for measure in report.measures[:1]:
        if measure.share is not None:
            low, high = round(100 * measure.share.low), round(100 * measure.share.high)
            note = f"{measure.share.hits} of {measure.share.answered} answers; 95% interval {low} to {high}%"
            told.append(Headline(_percent(measure.share.share), measure.label, note))
    return told


def _sections(
    store: Store,
    event: Event,
    came: Sequence[Attendee],
    everybody: Sequence[Attendee],
    plan: PlanView | None,
    report: Report,
) -> list["paper.Section"]:
    sections = [_reach(came, everybody)]
    if day := pack_sections.over_the_day(store, event):
        sections.append(day)
    if plan is not None:
        sections.append(_connections(plan, came))
    if report.answered:
        sections += [_feedback(report), *pack_sections.answers_of(report)]
        sections.extend(_voices(report))
    return sections


def _reach(came: Sequence[Attendee], everybody: Sequence[Attendee]) -> "paper.Section":
    from sla_desktop.printing.pack import Section

    share = _percent(len(came) / len(everybody)) if everybody else "0%"
    charts = [
        _bars([person.sector for person in came], "sector", "of those who came"),
        _bars([person.place for person in came], "place", "of those who came"),
    ]
    return Section(
        title="Who came",
        finding=f"{len(came)} of {len(everybody)} registered people took part ({share}).",
        text=(f"They came from {_different(came)} organisations.",),
        charts=tuple(chart for chart in charts if chart is not None),
        table=None,
        quotes=(),
    )


def _bars(values: Sequence[str], noun: str, whom: str) -> "paper.Bars | None":
    """Counts by value, largest first; small groups are joined so that nobody can be worked out."""
    from sla_desktop.printing.pack import Bars

    counts = Counter(value or "Not stated" for value in values)
    if len(counts) < 2:
        return None
    shown = [(label, count) for label, count in counts.most_common() if count >= THRESHOLD]
    rest = sum(counts.values()) - sum(count for _, count in shown)
    if not shown:
        return None
    if 0 < rest < THRESHOLD:
        # One more group is joined: otherwise the small rest could be worked out from the total.
        rest += shown.pop()[1]
    rows = [(label, float(count), str(count)) for label, count in shown]
    if rest:
        rows.append(("Other groups together", float(rest), str(rest)))
    title = _bars_title(counts, [label for label, _ in shown], noun, whom)
    joined_up = "; other groups together: those too small to show by themselves" if rest else ""
    source = f"Attendance record, n = {len(values)}{joined_up}"
    return Bars(title=title, rows=tuple(rows), unit="people", source=source)


def _bars_title(counts: Counter[str], shown: Sequence[str], noun: str, whom: str) -> str:
    """Which group leads, by name where it is shown; equals are told as equals."""
    named = [label for label in shown if label != "Not stated"]
    if not named:
        return f"No {noun} is large enough to be shown by itself"
    most = counts[named[0]]
    leaders = [label for label in named if counts[label] == most]
    share = f"{_percent(most / counts.total())} {whom}"
    if len(leaders) > 1:
        return f"{joined(leaders)}: equally large, {share} each"
    hidden_equals = any(count == most for label, count in counts.items() if label not in shown)
    rank = f"no {noun} is larger" if hidden_equals else f"the largest {noun}"
    return f"{leaders[0]}: {rank}, {share}"


def _connections(plan: PlanView, came: Sequence[Attendee]) -> "paper.Section":
    from sla_desktop.printing.pack import Section

    people = {seat.registration_id for tables in plan.rounds for table in tables for seat in table}
    each = 2 * _meetings(plan) / len(people) if people else 0
    return Section(
        title="New connections",
        finding=f"On average each person sat with {each:.0f} different people in {len(plan.rounds)} rounds.",
        text=tuple(plan.plan.sentences[:4]),
        charts=pack_sections.network(_pairs(plan), came),
        table=None,
        quotes=(),
    )


def _feedback(report: Report) -> "paper.Section":
    from sla_desktop.printing import pack as paper

    measures = [*report.measures, *([report.both] if report.both else [])]
    shown = [(measure, measure.share) for measure in measures if measure.share is not None]
    charts: list[paper.Chart] = []
    if shown:
        first, share = shown[0]
        rows = tuple((one.label, known.share, known.low, known.high, known.answered) for one, known in shown)
        title = f"{_percent(share.share)} {first.finding or first.label}"
        charts.append(paper.Intervals(title=title, rows=rows, source="Feedback forms; bars show 95% intervals"))
    moved = [
        (one.title, one.before, one.now) for one in report.shifts if one.before is not None and one.now is not None
    ]
    if moved:
        best = max(moved, key=lambda row: row[2] - row[1])
        title = f"“{best[0]}” grew most: from {best[1]:.1f} to {best[2]:.1f}"
        least = min(one.answered for one in report.shifts)
        source = f"Feedback forms, n = {least} or more; 1 not at all, 5 very much"
        charts.append(paper.BeforeNow(title=title, rows=tuple(moved), scale=(1.0, 5.0), source=source))
    return paper.Section(
        title="What people said",
        finding=_response_words(report),
        text=() if shown else (f"Too few answered to show shares: groups of {FEW} people are never shown.",),
        charts=tuple(charts),
        table=None,
        quotes=(),
    )


def _voices(report: Report) -> list["paper.Section"]:
    """What people wrote, without whatever names somebody."""
    from sla_desktop.printing.pack import Section

    if report.answered < THRESHOLD:
        return []
    sections = []
    for question, texts in report.texts.items():
        quotes = list(dict.fromkeys(texts))[:QUOTES]
        if quotes:
            count = len(texts) + report.withheld[question]
            hidden = _hidden_words(texts, quotes, report.withheld[question])
            sections.append(
                Section(question, f"{count} people answered in their own words.", hidden, (), None, tuple(quotes))
            )
    return sections


def _hidden_words(texts: Sequence[str], quotes: Sequence[str], withheld: int) -> tuple[str, ...]:
    """A sentence for the answers that are not among the quotes, with the reasons; none when all are."""
    different = len(set(texts))
    reasons = (
        (withheld, "could name somebody"),
        (len(texts) - different, "said the same as another"),
        (different - len(quotes), f"came after the first {QUOTES}"),
    )
    told = [f"{count} {reason}" for count, reason in reasons if count]
    return (f"Not shown: {joined(told)}.",) if told else ()


def _method(report: Report) -> tuple[str, ...]:
    return (
        "Attendance is counted from the arrivals recorded at the doors; each person counts once.",
        "Shares have 95% Wilson score intervals. A wide interval means that few people answered.",
        f"Groups of {FEW} people are joined or left out, so that nobody can be recognised.",
        f"{report.answered} anonymous feedback forms; answers cannot be linked to people.",
    )


def _response_words(report: Report) -> str:
    rate = report.response_rate
    share = f" ({_percent(rate)} of those who came)" if rate is not None else ""
    return f"{report.answered} people gave feedback{share}."


def _meetings(plan: PlanView) -> int:
    """Distinct pairs that sat together at least once."""
    return len(_pairs(plan))


def _pairs(plan: PlanView) -> set[tuple[RegistrationId, RegistrationId]]:
    pairs: set[tuple[RegistrationId, RegistrationId]] = set()
    for tables in plan.rounds:
        for table in tables:
            keys = sorted(seat.registration_id for seat in table)
            pairs.update((one, two) for place, one in enumerate(keys) for two in keys[place + 1 :])
    return pairs


def _different(people: Sequence[Attendee]) -> int:
    return len({fold(person.organisation) for person in people if person.organisation})


def _percent(share: float) -> str:
    return f"{round(100 * share)}%"
