"""A small kit of charts: the title states the finding, values stand beside their marks, black and white is enough.

Each chart becomes blocks, one for each row, so that a long one can go on over the page.
"""

from collections.abc import Callable
from contextlib import nullcontext
from dataclasses import dataclass

from sla_desktop.printing import alt, style, text
from sla_desktop.printing.chart_values import (
    HIDDEN,
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
from sla_desktop.printing.drawing import Document
from sla_desktop.printing.flow import Block, as_figure
from sla_desktop.printing.fonts import REGULAR, SEMIBOLD
from sla_desktop.printing.style import FAINT, INK, MUTED, RULE, WHITE, Colour

_LABEL_SHARE = 0.34
_LABEL_SIZE, _LABEL_LEADING = 8.5, 10.6
_ROW_SPACE = 6.5
_BAR = 9.0
_SHORTEST = 40.0  # the longest bar is never shorter, however long the values' texts
_QUIET: Colour = (0.70, 0.73, 0.76)


@dataclass(frozen=True, slots=True)
class Area:
    """Where a chart goes: its left edge and width in points, and the colour of what matters."""

    document: Document
    x: float
    width: float
    accent: Colour

    @property
    def marks_x(self) -> float:
        """Where the marks begin, right of the labels."""
        return self.x + self.width * _LABEL_SHARE

    @property
    def label_room(self) -> float:
        """The width of the labels."""
        return self.width * _LABEL_SHARE - 10


def blocks(chart: Chart, area: Area) -> list[Block]:
    """A chart as blocks that want to stay together: title, marks, source."""
    if isinstance(chart, Bars):
        rows = _bars(chart, area)
    elif isinstance(chart, Intervals):
        rows = _intervals(chart, area)
    elif isinstance(chart, Network):
        from sla_desktop.printing.network import network_block

        rows = [network_block(chart, area)]
    elif isinstance(chart, Likert):
        from sla_desktop.printing.likert import likert_blocks

        rows = likert_blocks(chart, area)
    elif isinstance(chart, Multiples | Strip):
        from sla_desktop.printing import steps

        rows = steps.multiples(chart, area) if isinstance(chart, Multiples) else [steps.strip(chart, area)]
    else:
        rows = _before_now(chart, area)
    return [_title(chart.title, area), *as_figure(rows, area.document, alt.of(chart)), _source(chart.source, area)]


def _title(title: str, area: Area) -> Block:
    lines = text.balanced(title, area.width, 10.5, SEMIBOLD)

    def draw(y: float) -> None:
        with area.document.tagged("P"):
            area.document.lines(area.x, y + 11, lines, said=title, size=10.5, leading=13.5, weight=SEMIBOLD)

    return Block(len(lines) * 13.5 + 6, draw, holds_next=True)


def _source(source: str, area: Area) -> Block:
    lines = text.wrap(source, area.width, 7.5)

    def draw(y: float) -> None:
        with area.document.tagged("P") if lines else nullcontext():
            area.document.lines(area.x, y + 10, lines, said=source, size=7.5, leading=9.5, colour=MUTED)

    return Block(len(lines) * 9.5 + 26, draw)


def labelled_row(label: str, area: Area, marks: Callable[[float, float], None], weight: str = REGULAR) -> Block:
    """A row with its label on the left; `marks(top, height)` draws the rest."""
    lines = text.wrap(label, area.label_room, _LABEL_SIZE, weight)
    high = max(len(lines), 1) * _LABEL_LEADING + _ROW_SPACE

    def draw(y: float) -> None:
        base = y + high / 2 - (len(lines) - 1) * _LABEL_LEADING / 2 + _LABEL_SIZE * 0.36
        marks(y, high)
        for nth, line in enumerate(lines):
            area.document.text(area.x, base + nth * _LABEL_LEADING, line, size=_LABEL_SIZE, weight=weight)

    return Block(high, draw, holds_next=True)


def _bars(chart: Bars, area: Area) -> list[Block]:
    top = max((value for _, value, _ in chart.rows if value is not None), default=0) or 1
    texts = (text.width(said, _LABEL_SIZE, SEMIBOLD) for _, _, said in chart.rows)
    room = max(area.width * (1 - _LABEL_SHARE) - max(texts, default=0) - 8, _SHORTEST)

    def row(label: str, value: float | None, said: str) -> Block:
        chosen = not chart.highlight or label in chart.highlight
        weight = SEMIBOLD if chosen and value is not None else REGULAR

        def marks(y: float, high: float) -> None:
            long = room * max(value or 0, 0) / top
            middle = y + high / 2
            if value is not None:
                colour = area.accent if chosen else _QUIET
                area.document.box(area.marks_x, middle - _BAR / 2, max(long, 0.8), _BAR, fill=colour)
            x = area.marks_x + long + 5
            size = text.size_for(said, area.x + area.width - x, _LABEL_SIZE, weight)
            colour = MUTED if value is None else INK
            area.document.text(x, middle + 3, said, size=size, colour=colour, weight=weight)
            area.document.rule(area.marks_x, y, area.marks_x, y + high, colour=FAINT, thickness=0.6)

        return labelled_row(label, area, marks, SEMIBOLD if chart.highlight and chosen else REGULAR)

    return [*_note(chart.unit, area), *(row(*each) for each in chart.rows)]


def _note(said: str, area: Area) -> list[Block]:
    """The unit, above the marks."""
    lines = text.wrap(said, area.x + area.width - area.marks_x, 7.5)

    def draw(y: float) -> None:
        for nth, line in enumerate(lines):
            say(area, area.marks_x, y + 8 + nth * 9.5, line)

    return [Block(4.5 + len(lines) * 9.5, draw, holds_next=True)] if lines else []


def say(area: Area, x: float, y: float, said: str, align: str = "left") -> None:
    """Small words beside the marks."""
    area.document.text(x, y, said, size=7.5, colour=MUTED, align=align)


def _intervals(chart: Intervals, area: Area) -> list[Block]:
    left, right = area.marks_x + 4, area.x + area.width - 112
    across = right - left

    def grid(y: float, high: float) -> None:
        for share in (0.0, 0.25, 0.5, 0.75, 1.0):
            at = left + share * across
            area.document.rule(at, y, at, y + high, colour=FAINT if share == 0 else RULE)

    def axis(y: float) -> None:
        for share in (0.0, 0.5, 1.0):
            say(area, left + share * across, y + 8, f"{share:.0%}", "centre")
        say(area, area.x + area.width, y + 8, "Answers", "right")

    def row(label: str, share: Value, low: float | None, high_end: float | None, n: int | None) -> Block:
        def marks(y: float, high: float) -> None:
            grid(y, high)
            middle = y + high / 2
            if not isinstance(share, float | int) or low is None or high_end is None:
                said = share if isinstance(share, str) else HIDDEN
                area.document.text(right + 10, middle + 3, said, size=_LABEL_SIZE, colour=MUTED)
                return
            pale = style.mix(area.accent, WHITE, 0.62)
            area.document.box(left + low * across, middle - 2.5, (high_end - low) * across, 5, fill=pale)
            area.document.disc(left + share * across, middle, 4, fill=area.accent, stroke=WHITE, thickness=1)
            wide = area.document.text(right + 10, middle + 3, f"{share:.0%}", size=_LABEL_SIZE, weight=SEMIBOLD)
            between = f"{low * 100:.0f} to {high_end:.0%}"
            area.document.text(right + 14 + wide, middle + 3, between, size=7, colour=MUTED)
            say(area, area.x + area.width, middle + 3, "" if n is None else f"{n:,}", "right")

        return labelled_row(label, area, marks)

    return [Block(12, axis, holds_next=True), *(row(*each) for each in chart.rows)]


def _before_now(chart: BeforeNow, area: Area) -> list[Block]:
    low, high_end = chart.scale
    left, right = area.marks_x + 14, area.x + area.width - 46
    across = (right - left) / (high_end - low)

    def axis(y: float) -> None:
        for value in (low, high_end):
            said = f"{value:.0%}" if chart.shares else f"{value:g}"
            say(area, left + (value - low) * across, y + 8, said, "centre")
        wide = [text.width(said, 7.5) for said in chart.ends]
        x = (left + right - sum(wide) - 34) / 2
        area.document.disc(x, y + 5.4, 2.8, fill=WHITE, stroke=MUTED, thickness=1.2)
        say(area, x + 6, y + 8, chart.ends[0])
        area.document.disc(x + wide[0] + 22, y + 5.4, 3.2, fill=area.accent)
        say(area, x + wide[0] + 28, y + 8, chart.ends[1])
        say(area, area.x + area.width, y + 8, "Points" if chart.shares else "Change", "right")

    def row(label: str, before: Value, now: Value) -> Block:
        def marks(y: float, high: float) -> None:
            middle = y + high / 2
            area.document.rule(left, middle, right, colour=RULE, dash="1 2")
            if not (isinstance(before, float | int) and isinstance(now, float | int)):
                said = next((value for value in (before, now) if isinstance(value, str)), HIDDEN)
                wide = text.width(said, _LABEL_SIZE)
                area.document.box(left + 6, middle - 6, wide + 8, 12, fill=WHITE)
                area.document.text(left + 10, middle + 3, said, size=_LABEL_SIZE, colour=MUTED)
                return
            at = left + (before - low) * across, left + (now - low) * across
            _dumbbell(area, at, middle, (chart.said(before), chart.said(now)))
            change = chart.change(before, now)
            area.document.text(
                area.x + area.width, middle + 3, change, size=_LABEL_SIZE, weight=SEMIBOLD, align="right"
            )

        return labelled_row(label, area, marks)

    return [Block(15, axis, holds_next=True), *(row(*each) for each in chart.rows)]


def _dumbbell(area: Area, at: tuple[float, float], middle: float, values: tuple[str, str]) -> None:
    """Two dots joined; each value stands on the outer side of its dot."""
    before, now = at
    area.document.rule(before, middle, now, colour=area.accent, thickness=1.6)
    area.document.disc(before, middle, 3.2, fill=WHITE, stroke=MUTED, thickness=1.3)
    area.document.disc(now, middle, 3.9, fill=area.accent)
    forward = now >= before
    for x, value, first, weight in ((before, values[0], forward, REGULAR), (now, values[1], not forward, SEMIBOLD)):
        area.document.text(
            x + (-7 if first else 7), middle + 2.7, value, size=7.5, weight=weight,
            colour=INK, align="right" if first else "left",
        )  # fmt: skip
