"""Counts over ordered steps: small multiples of columns, and a strip of dots."""

from sla_desktop.printing import text
from sla_desktop.printing.chart_values import NOT_TOLD, Multiples, Strip
from sla_desktop.printing.charts import Area, say
from sla_desktop.printing.flow import Block
from sla_desktop.printing.fonts import SEMIBOLD
from sla_desktop.printing.style import MUTED, RULE, Colour

_ACROSS, _GAP = 3, 22.0
_PANEL_HIGH, _COLUMNS_HIGH = 104.0, 58.0
_CONTEXT: Colour = (0.78, 0.80, 0.82)
_STRIP_HIGH = 120.0


def multiples(chart: Multiples, area: Area) -> list[Block]:
    """The panels in rows, all on one scale; wide grey columns are the context, narrow ones what matters."""
    most = max((count or 0 for _, *both in chart.panels for counts in both for count in counts), default=0) or 1
    wide = (area.width - _GAP * (_ACROSS - 1)) / _ACROSS

    def row(start: int) -> Block:
        def draw(y: float) -> None:
            for place, panel in enumerate(chart.panels[start : start + _ACROSS]):
                _panel(area, area.x + place * (wide + _GAP), y, wide, chart.steps, panel, _COLUMNS_HIGH / most)

        return Block(_PANEL_HIGH, draw, holds_next=True)

    return [_ends(chart, area), *(row(start) for start in range(0, len(chart.panels), _ACROSS))]


def _ends(chart: Multiples, area: Area) -> Block:
    def draw(y: float) -> None:
        area.document.box(area.x, y + 2.5, 11, 7, fill=_CONTEXT)
        say(area, area.x + 15, y + 8.5, chart.ends[0])
        x = area.x + 29 + text.width(chart.ends[0], 7.5)
        area.document.box(x + 3, y + 2.5, 5, 7, fill=area.accent)
        say(area, x + 12, y + 8.5, chart.ends[1])
        say(
            area,
            area.x + area.width,
            y + 8.5,
            f"{chart.steps[0]} on the left, {chart.steps[-1]} on the right",
            "right",
        )

    return Block(20, draw, holds_next=True)


def _panel(
    area: Area,
    x: float,
    y: float,
    wide: float,
    steps: tuple[str, ...],
    panel: tuple[str, tuple[int | None, ...], tuple[int | None, ...]],
    scale: float,
) -> None:
    label, context, chosen = panel
    lines = text.wrap(label, wide, 8.0, SEMIBOLD)[:2]
    for nth, line in enumerate(lines):
        area.document.text(x, y + 9 + nth * 10, line, size=8.0, weight=SEMIBOLD)
    base = y + _PANEL_HIGH - 12
    step = wide / len(steps)
    for nth, (before, now) in enumerate(zip(context, chosen, strict=True)):
        left = x + nth * step
        if before:
            area.document.box(left + 2, base - before * scale, step - 4, before * scale, fill=_CONTEXT)
        if now:
            area.document.box(left + step / 2 - 4, base - now * scale, 8, now * scale, fill=area.accent)
        high = max(before or 0, now or 0) * scale
        say(area, left + step / 2, base - high - 3, NOT_TOLD if now is None else f"{now}", "centre")
    area.document.rule(x, base, x + wide, colour=MUTED, thickness=0.6)


def strip(chart: Strip, area: Area) -> Block:
    """Dots stacked over their step, as large as the fullest step lets them be; the number stands on top."""
    most = max(count for _, count in chart.rows)
    step = area.width / len(chart.rows)
    across = 1
    while (high := _STRIP_HIGH / -(-most // across)) < min(step * 0.8 / across, 6.4):
        across += 1
    size = min(high, step * 0.8 / across, 6.4)
    every = max(round(34 / step), 1)

    def draw(y: float) -> None:
        base = y + 22 + size * -(-most // across)
        say(area, area.x, y + 8, chart.unit)
        for nth, (label, count) in enumerate(chart.rows):
            left = area.x + nth * step + (step - size * across) / 2
            for dot in range(count):
                at = left + (dot % across + 0.5) * size, base - (dot // across + 0.5) * size
                area.document.disc(*at, size * 0.43, fill=area.accent)
            top = base - size * -(-count // across)
            area.document.text(
                area.x + (nth + 0.5) * step, top - 3, f"{count}", size=7.5, weight=SEMIBOLD, align="centre"
            )
            if nth % every == 0:
                say(area, area.x + (nth + 0.5) * step, base + 11, label, "centre")
        area.document.rule(area.x, base + 1, area.x + area.width, colour=RULE)

    return Block(40 + size * -(-most // across), draw, holds_next=True)
