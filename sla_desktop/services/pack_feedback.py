"""Sections of the summary pack on feedback: the measures, each characteristic, agreement, and people's own words."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from sla_desktop.domain.feedback import THRESHOLD
from sla_desktop.domain.text import counted, joined
from sla_desktop.services import linkage
from sla_desktop.services.feedback import Report
from sla_desktop.services.findings import Table, number_words
from sla_desktop.services.pack_reach import percent
from sla_desktop.survey.changes import Change

if TYPE_CHECKING:
    from sla_desktop.printing import pack as paper

QUOTES = 6
_SCALE = 5  # questions with as many choices, or one for each step of a scale, are told as agreement
_HIDDEN = f"an outlined box or “hidden”: fewer than {THRESHOLD}, or told together with others"
Counts = tuple[int | None, ...]


def said(report: Report) -> "paper.Section":
    """How many answered, the headline measures, and the means before and now."""
    from sla_desktop.printing.pack import Section

    few = f"Too few answered to show shares: groups of fewer than {THRESHOLD} people are never shown."
    measures = _measures(report)
    rate = report.response_rate
    share = f" ({percent(rate)} of those who came)" if rate is not None else ""
    finding = f"{counted(report.answered, 'person', 'people')} gave feedback{share}."
    return Section("What people said", finding, () if measures else (few,), (*measures, *_means(report)))


def characteristics(report: Report) -> "list[paper.Section]":
    """How the answers about each characteristic moved; none while too much of it would have to be hidden."""
    from sla_desktop.printing import pack as paper

    tables = {table.question: table for table in report.tables}
    both = [(key, tables.get(f"before_{key}"), tables.get(f"now_{key}")) for key in _names(tables)]
    pairs = [(before, now) for _, before, now in both if before and now and _enough(before) and _enough(now)]
    if not pairs:
        return []
    steps = tuple(count.label for count in pairs[0][0].counts)
    panels = tuple((_topic(now), _counts(before), _counts(now)) for before, now in pairs)
    source = f"Feedback forms; {_HIDDEN}"
    finding = f"{_moves(report) or 'How the answers moved, one by one'}."
    title = "Where people placed themselves before, and where now"
    charts: list[paper.Chart] = [paper.Multiples(title, steps, panels, ("before", "now"), source)]
    likert = paper.Likert(_most_agree(panels, steps), steps, tuple((topic, now) for topic, _, now in panels), source)
    return [paper.Section("Each characteristic", finding, (), (*charts, likert))]


def before_and_after(report: Report) -> "list[paper.Section]":
    """How the answers of the same people changed, paired by the codes of cards; none where nothing may be told."""
    from sla_desktop.printing import pack as paper

    told = report.paired
    known = [(one.label, one.change) for one in told.changes if one.change] if told else []
    if told is None or not known:
        return []
    rows = tuple(_change_row(label, change) for label, change in known)
    heads = ("Question", "Pairs", "Mean change", "95% interval", "Up", "Same", "Down")
    most, change = max(known, key=lambda row: row[1].mean)
    finding = f"“{most}” changed by {change.mean:+.1f} on average, of {change.pairs} people who answered both times."
    notes = [linkage.in_words(told), f"“Hidden”: one of the three is fewer than {THRESHOLD}, or could be worked out."]
    if len(known) < len(told.changes):
        notes.append(f"{counted(len(told.changes) - len(known), 'more question')} cannot be shown.")
    table = paper.Table("The same people, before and after", heads, rows)
    return [paper.Section("Before and after, person by person", finding, tuple(notes), (), table)]


def _change_row(label: str, change: Change) -> tuple[str, ...]:
    low, high = change.interval
    groups = [percent(count / change.pairs) for count in change.groups] if change.groups else ["hidden"] * 3
    return (label, str(change.pairs), f"{change.mean:+.1f}", f"{low:+.1f} to {high:+.1f}", *groups)


def agreement(report: Report) -> "list[paper.Section]":
    """The other questions on the same scale, side by side; none where too few answered any."""
    from sla_desktop.printing import pack as paper

    scales: dict[tuple[str, ...], list[tuple[str, Counts]]] = {}
    for table in report.tables:
        asked_twice = table.question.startswith(("before_", "now_"))
        plain = not (asked_twice or table.several or table.number)
        if len(table.counts) == _SCALE and plain and _enough(table):
            scales.setdefault(tuple(one.label for one in table.counts), []).append((table.label, _counts(table)))
    found = [(steps, rows) for steps, rows in scales.items() if not steps[0].isdigit()]
    if not found:
        return []
    charts = tuple(
        paper.Likert(f"From “{steps[0].lower()}” to “{steps[-1].lower()}”", steps, tuple(rows),
                     f"Feedback forms; {_HIDDEN}")
        for steps, rows in found
    )  # fmt: skip
    steps, rows = found[0]
    finding = f"{_most_agree([(label, (), counts) for label, counts in rows], steps)}."
    return [paper.Section("Where people agree", finding, (), charts)]


def answers(report: Report) -> "list[paper.Section]":
    """Questions that take several choices, and questions of numbers, where all of it may be shown."""
    from sla_desktop.printing import pack as paper

    sections = []
    for table in report.tables:
        shares = [(one.label, one.share) for one in table.counts if one.share]
        if table.several and shares:
            most, share = max(shares, key=lambda row: row[1].hits)
            finding = f"Most frequent: “{most}”, {share.share:.0%}."
            rows = tuple((label, one.share, one.low, one.high, one.answered) for label, one in shares)
            source = "Feedback forms; each person could choose several; bars show 95% intervals"
            hidden = (f"{len(table.counts) - len(shares)} more cannot be shown.",) * (len(shares) < len(table.counts))
            chart = paper.Intervals("How often each came up", rows, source)
            sections.append(paper.Section(table.label, finding, hidden, (chart,)))
        elif table.number is not None:
            finding = f"The mean is {table.number.mean:.1f}."
            counts = tuple((one.label, float(one.count or 0), str(one.count)) for one in table.counts)
            bars = paper.Bars("How many gave each answer", counts, "people", "Feedback forms")
            sections.append(paper.Section(table.label, finding, (number_words(table.number),), (bars,)))
    return sections


def voices(report: Report) -> "list[paper.Section]":
    """What people wrote, without whatever names somebody."""
    from sla_desktop.printing.pack import Section

    if report.answered < THRESHOLD:
        return []
    sections = []
    for question, texts in report.texts.items():
        quotes = list(dict.fromkeys(texts))[:QUOTES]
        count = len(texts) + report.withheld[question]
        if count >= THRESHOLD and quotes:
            finding = f"{count} people answered in their own words."
            hidden = _hidden_words(texts, quotes, report.withheld[question])
            sections.append(Section(question, finding, hidden, (), None, tuple(quotes)))
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


def _measures(report: Report) -> "tuple[paper.Chart, ...]":
    from sla_desktop.printing.pack import Intervals

    measures = [*report.measures, *([report.both] if report.both else [])]
    shown = [(measure, measure.share) for measure in measures if measure.share is not None]
    if not shown:
        return ()
    first, share = shown[0]
    rows = tuple((one.label, known.share, known.low, known.high, known.answered) for one, known in shown)
    title = f"{percent(share.share)} {first.finding or first.label}"
    return (Intervals(title=title, rows=rows, source="Feedback forms; bars show 95% intervals"),)


def _means(report: Report) -> "tuple[paper.Chart, ...]":
    from sla_desktop.printing.pack import BeforeNow

    moved = [
        (one.title, one.before, one.now) for one in report.shifts if one.before is not None and one.now is not None
    ]
    if not moved:
        return ()
    title = _moves(report)
    told = [one.answered for one in report.shifts if None not in (one.before, one.now)]
    least = min((one for one in told if one is not None), default=None) if None not in told else None
    of = f", n = {least} or more" if least is not None else ""
    source = f"Feedback forms{of}; 1 not at all, 5 very much"
    return (BeforeNow(title=title, rows=tuple(moved), scale=(1.0, 5.0), source=source),)


def _moves(report: Report) -> str:
    """Which mean grew most and which fell, as far as the rounded numbers show it; empty where none may be told."""
    means = [
        (shift.title, round(shift.before, 1), round(shift.now, 1))
        for shift in report.shifts
        if shift.before is not None and shift.now is not None
    ]
    grown = [one for one in means if one[2] > one[1]]
    told = []
    if grown:
        title, then, now = max(grown, key=lambda one: one[2] - one[1])
        told = [f"“{title}” grew most: from {then:.1f} to {now:.1f}"]
    told += [f"“{title}” fell from {then:.1f} to {now:.1f}" for title, then, now in means if now < then]
    return "; ".join(told) or ("No mean changed" if means else "")


def _names(tables: Iterable[str]) -> list[str]:
    return [key.removeprefix("now_") for key in tables if key.startswith("now_")]


def _topic(now: Table) -> str:
    """What a question is about, without the words that say when."""
    return now.label.partition(": ")[2] or now.label


def _counts(table: Table) -> Counts:
    return tuple(one.count for one in table.counts)


def _enough(table: Table) -> bool:
    """Whether enough people answered, and most of it may be shown."""
    open_ = [count for count in _counts(table) if count is not None]
    return sum(open_) >= 2 * THRESHOLD and 2 * len(open_) > len(table.counts)


def _most_agree(panels: Sequence[tuple[str, Counts, Counts]], steps: Sequence[str]) -> str:
    """The question with the most answers at the upper end, or where none of those may be shown, at any step."""
    upper = [
        (sum(count or 0 for count in counts[-2:]), label, f"{steps[-2]} or {steps[-1]}")
        for label, _, counts in panels
        if None not in counts[-2:]
    ]
    each = [
        (count or 0, label, step) for label, _, counts in panels for count, step in zip(counts, steps, strict=True)
    ]
    told, label, step = max(upper or each)
    return f"“{label.rstrip('.')}”: {told} people say {step.lower()}"
