"""Charts in words, made from their values, for those who do not see them."""

from sla_desktop.printing.chart_values import HIDDEN, Bars, Chart, Intervals, Value


def of(chart: Chart) -> str:
    """The kind of chart, what it finds, and every value in it."""
    if isinstance(chart, Bars):
        kind, told = "Bar chart", [f"{label}: {said}" for label, _, said in chart.rows]
    elif isinstance(chart, Intervals):
        kind, told = "Dots with intervals", [_share(*row) for row in chart.rows]
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
