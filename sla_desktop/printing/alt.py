"""Charts in words, made from their values, for those who do not see them."""

from sla_desktop.printing.chart_values import HIDDEN, Bars, Chart, Intervals, Network, Value


def of(chart: Chart) -> str:
    """The kind of chart, what it finds, and every value in it."""
    if isinstance(chart, Bars):
        kind, told = "Bar chart", [f"{label}: {said}" for label, _, said in chart.rows]
    elif isinstance(chart, Intervals):
        kind, told = "Dots with intervals", [_share(*row) for row in chart.rows]
    elif isinstance(chart, Network):
        kind, told = "Ring of people", [f"{name}: {count} people" for name, count in chart.groups]
        told.append(f"{len(chart.pairs):,} lines between people who sat together")
    else:
        kind, told = "Before and now on a scale", [_change(*row) for row in chart.rows]
    return f"{kind}. {chart.title.rstrip('.')}. {'; '.join(told)}."


def _share(label: str, share: Value, low: float | None, high: float | None, answers: int | None) -> str:
    if not isinstance(share, float | int) or low is None or high is None:
        return f"{label}: {share or HIDDEN}"
    told = f"{label}: {share:.0%}, interval {low:.0%} to {high:.0%}"
    return told if answers is None else f"{told}, {answers:,} answers"


def _change(label: str, before: Value, now: Value) -> str:
    if not (isinstance(before, float | int) and isinstance(now, float | int)):
        return f"{label}: {next((value for value in (before, now) if isinstance(value, str)), HIDDEN)}"
    return f"{label}: {before:.1f} before, {now:.1f} now"


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
    told = tuple((label, _mean(before), _mean(now)) for label, before, now in chart.rows)
    return ("", "Before", "Now"), told


def _mean(value: Value) -> str:
    return f"{value:.1f}" if isinstance(value, float | int) else value or HIDDEN
