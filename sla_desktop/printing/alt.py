"""Charts in words, made from their values, for those who do not see them."""

from sla_desktop.printing.chart_values import (
    HIDDEN,
    NOT_TOLD,
    Bars,
    BeforeNow,
    Chart,
    Intervals,
    Likert,
    Multiples,
    Network,
    Strip,
    Value,
)


def of(chart: Chart) -> str:
    """The kind of chart, what it finds, and every value in it."""
    if isinstance(chart, Bars):
        kind, told = "Bar chart", [f"{label}: {said}" for label, _, said in chart.rows]
    elif isinstance(chart, Intervals):
        kind, told = "Dots with intervals", [_share(*row) for row in chart.rows]
    elif isinstance(chart, Network):
        kind, told = "Ring of people", [f"{name}: {count} people" for name, count in chart.groups]
        told.append(f"{len(chart.pairs):,} lines between people who sat together")
    elif isinstance(chart, BeforeNow):
        kind, told = f"{chart.ends[0].capitalize()} and {chart.ends[1]} on a scale", _changes(chart)
    elif isinstance(chart, Likert):
        kind, told = (
            "Answers on a scale",
            [f"{label}: {_each(chart.choices, counts)}" for label, counts in chart.rows],
        )
    elif isinstance(chart, Multiples):
        kind, (first, second) = "Small columns side by side", chart.ends
        told = [
            f"{label}: {first} {_each(chart.steps, context)}; {second} {_each(chart.steps, chosen)}"
            for label, context, chosen in chart.panels
        ]
    else:
        kind, told = f"Strip of dots, {chart.unit}", [f"{label}: {count}" for label, count in chart.rows]
    return f"{kind}. {chart.title.rstrip('.')}. {'; '.join(told)}."


def _share(label: str, share: Value, low: float | None, high: float | None, answers: int | None) -> str:
    if not isinstance(share, float | int) or low is None or high is None:
        return f"{label}: {share or HIDDEN}"
    told = f"{label}: {share:.0%}, interval {low:.0%} to {high:.0%}"
    return told if answers is None else f"{told}, {answers:,} answers"


def _each(steps: tuple[str, ...], counts: tuple[int | None, ...]) -> str:
    return ", ".join(f"{step} {_count(count)}" for step, count in zip(steps, counts, strict=True))


def _count(count: int | None) -> str:
    return NOT_TOLD if count is None else f"{count}"


def _changes(chart: BeforeNow) -> list[str]:
    told = []
    for label, first, second in chart.rows:
        if isinstance(first, float | int) and isinstance(second, float | int):
            told.append(f"{label}: {chart.said(first)} {chart.ends[0]}, {chart.said(second)} {chart.ends[1]}")
        else:
            told.append(f"{label}: {next((one for one in (first, second) if isinstance(one, str)), HIDDEN)}")
    return told


def figures(chart: Chart) -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    """The same values as a table: its heads and its rows."""
    if isinstance(chart, Bars):
        return ("", chart.unit or "Value"), tuple((label, said) for label, _, said in chart.rows)
    if isinstance(chart, Network):
        return ("", "People"), tuple((name, f"{count}") for name, count in chart.groups)
    if isinstance(chart, Intervals):
        rows = []
        for label, share, low, high, answers in chart.rows:
            shown = isinstance(share, float | int) and low is not None and high is not None
            between = f"{low:.0%} to {high:.0%}" if shown else ""
            rows.append((label, f"{share:.0%}" if shown else str(share or HIDDEN), between, f"{answers or ''}"))
        return ("", "Share", "Interval", "Answers"), tuple(rows)
    if isinstance(chart, Likert):
        return ("", *chart.choices), tuple((label, *map(_count, counts)) for label, counts in chart.rows)
    if isinstance(chart, Multiples):
        both = [
            (f"{label}, {end}", *map(_count, counts))
            for label, *two in chart.panels
            for end, counts in zip(chart.ends, two, strict=True)
        ]
        return ("", *chart.steps), tuple(both)
    if isinstance(chart, Strip):
        return ("", chart.unit), tuple((label, f"{count}") for label, count in chart.rows)
    told = tuple((label, _value(chart, first), _value(chart, second)) for label, first, second in chart.rows)
    return ("", *(end.capitalize() for end in chart.ends)), told


def _value(chart: BeforeNow, value: Value) -> str:
    return chart.said(value) if isinstance(value, float | int) else value or HIDDEN
