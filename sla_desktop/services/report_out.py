"""The report of an event's feedback as a spreadsheet: protected numbers only, nobody's single answers."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from sla_desktop.domain.errors import SlaError
from sla_desktop.domain.feedback import Share
from sla_desktop.domain.ids import EventId
from sla_desktop.services import feedback, linkage
from sla_desktop.services.events import get_event
from sla_desktop.services.feedback import Report
from sla_desktop.services.findings import Count
from sla_desktop.storage.store import Store

Row = tuple[object, ...]
_HIDDEN = "hidden"
_CHANGES = ("question", "pairs", "mean change", "low", "high", "up", "same", "down")


def write_report(store: Store, event_id: EventId, path: Path) -> Report:
    """Write the report as .xlsx (a sheet for each part) or .csv or .sav (the counts).

    SlaError for another kind of file, or a place that cannot be written.
    """
    from sla_desktop.tables.write import write_csv, write_xlsx

    report = feedback.report(store, event_id)
    counts = (("question", "answer", "people", "share", "low", "high"), list(_counts(report)))
    if path.suffix.casefold() == ".csv":
        write_csv(path, *counts)
    elif path.suffix.casefold() == ".xlsx":
        measures = (("measure", "share", "people", "answered", "low", "high"), list(_measures(report)))
        shifts = (("characteristic", "answered", "before", "now", "moved up"), list(_shifts(report)))
        texts = (("question", "answer"), [(label, text) for label, told in report.texts.items() for text in told])
        method = (("", ""), list(_method(report)))
        sheets: dict[str, tuple[Sequence[str], Iterable[Row]]] = {
            "Measures": measures,
            "Characteristics": shifts,
            "Counts": counts,
            "Numbers": (("question", "answered", "mean", "low", "high", "median"), list(_numbers(report))),
            "Before and after": (_CHANGES, list(_changes(report))),
            "Words": texts,
            "Method": method,
        }
        write_xlsx(path, sheets)
    elif path.suffix.casefold() == ".sav":
        _write_sav(path, get_event(store, event_id).title, report)
    else:
        raise SlaError(f"“{path.name}” must end in .xlsx, .csv or .sav.")
    return report


def _write_sav(path: Path, title: str, report: Report) -> None:
    """The counts for SPSS. Each person's answers are in no file: together they may tell who gave them."""
    from sla_desktop.tables.sav import write_counts

    counts = ((table.label, one) for table in (*report.tables, *report.by_group) for one in table.counts)
    write_counts(path, title, ((label, one.label, one.count, *_ends(one)) for label, one in counts))


def _ends(one: Count) -> tuple[float | None, float | None, float | None]:
    return (one.share.share, one.share.low, one.share.high) if one.share else (None, None, None)


def _measures(report: Report) -> Iterator[Row]:
    for measure in (*report.measures, *([report.both] if report.both else [])):
        yield (measure.label, *_share(measure.share))
    if report.recommendation is not None:
        score, answered = report.recommendation.score, report.recommendation.answered
        yield "Net promoter score (-100 to 100)", _HIDDEN if score is None else score, None, answered


def _share(share: Share | None) -> Row:
    return (share.share, share.hits, share.answered, share.low, share.high) if share else (_HIDDEN,)


def _shifts(report: Report) -> Iterator[Row]:
    for shift in report.shifts:
        told = (shift.answered, shift.before, shift.now, shift.moved_up)
        yield (shift.title, *(_HIDDEN if one is None else one for one in told))


def _changes(report: Report) -> Iterator[Row]:
    for one in report.paired.changes if report.paired else ():
        if one.change is None:
            yield one.label, _HIDDEN
        else:
            groups = one.change.groups or [_HIDDEN] * 3
            yield (one.label, one.change.pairs, one.change.mean, *one.change.interval, *groups)


def _counts(report: Report) -> Iterator[Row]:
    for table in (*report.tables, *report.by_group):
        for one in table.counts:
            yield (table.label, one.label, _HIDDEN if one.count is None else one.count, *_ends(one))


def _numbers(report: Report) -> Iterator[Row]:
    for table in report.tables:
        if table.number is not None:
            one = table.number
            yield table.label, one.answered, one.mean, one.low, one.high, one.median


def _method(report: Report) -> Iterator[Row]:
    yield "Forms", report.answered
    yield "People who were there", report.attended
    yield "Response rate", report.response_rate
    yield "Texts left out because they could name somebody", sum(report.withheld.values())
    if report.paired is not None:
        yield "Before and after", linkage.in_words(report.paired)
    yield "Intervals", "95% Wilson score intervals of shares, Student's t of means"
    few = f"Groups of fewer than {report.threshold} people are hidden, and whatever they could be worked out from."
    yield "Hidden", few
