"""Answers on an ordered scale, to the left and right of a middle line; those in the middle stand apart."""

from sla_desktop.printing import style, text
from sla_desktop.printing.chart_values import NOT_TOLD, Likert
from sla_desktop.printing.charts import Area, labelled_row, say
from sla_desktop.printing.flow import Block
from sla_desktop.printing.fonts import SEMIBOLD
from sla_desktop.printing.style import INK, MUTED, WHITE, Colour

_APART = 62.0  # the room for those in the middle, at the right edge
_BAR = 12.0
_HIDDEN_WIDE = 5.0
_GREY: Colour = (0.45, 0.47, 0.50)


def likert_blocks(chart: Likert, area: Area) -> list[Block]:
    """The scale in words, then a row for each question."""
    half = len(chart.choices) // 2
    odd = len(chart.choices) % 2
    low, high = range(half - 1, -1, -1), range(half + odd, len(chart.choices))
    widest = [max(sum(counts[nth] or 0 for nth in side) for _, counts in chart.rows) for side in (low, high)]
    room = area.x + area.width - _APART - area.marks_x - 4 * _HIDDEN_WIDE
    scale = room / max(sum(widest), 1)
    middle = area.marks_x + widest[0] * scale + 2 * _HIDDEN_WIDE
    looks = _looks(area, half)

    def row(label: str, counts: tuple[int | None, ...]) -> Block:
        def marks(y: float, high_: float) -> None:
            top = y + (high_ - _BAR) / 2
            for side, way in ((low, -1), (high, 1)):
                x = middle
                for place, nth in enumerate(side):
                    x = _segment(area, x, top, way, counts[nth], scale, looks[way][place])
            if odd:
                said = NOT_TOLD if counts[half] is None else f"{counts[half]}"
                say(area, area.x + area.width, top + 9, said, "right")
            area.document.rule(middle, y, middle, y + high_, colour=INK, thickness=0.8)

        return labelled_row(label, area, marks)

    return [_legend(chart, area, half, odd, looks), *(row(*each) for each in chart.rows)]


def _looks(area: Area, half: int) -> dict[int, list[Colour]]:
    """The colours from the middle outwards, darker farther out: greys to the left, the accent to the right."""
    pale = [0.62 * (1 - (place + 1) / half) for place in range(half)]
    return {
        -1: [style.mix(_GREY, WHITE, share) for share in pale],
        1: [style.mix(area.accent, WHITE, share) for share in pale],
    }


def _segment(area: Area, x: float, top: float, way: int, count: int | None, scale: float, fill: Colour) -> float:
    """One part of a bar from x in a direction (−1 is left); where it ends."""
    wide = _HIDDEN_WIDE if count is None else count * scale
    left = x if way > 0 else x - wide
    if count is None:
        area.document.box(left + 0.5, top + 0.5, wide - 1, _BAR - 1, stroke=MUTED)
    elif count:
        area.document.box(left, top, wide, _BAR, fill=fill)
        area.document.rule(left + wide, top, left + wide, top + _BAR, colour=WHITE, thickness=0.6)
        ink = WHITE if style.contrast(fill, WHITE) >= style.contrast(fill, INK) else INK
        if wide > text.width(f"{count}", 7.5, SEMIBOLD) + 3:
            area.document.text(
                left + wide / 2, top + 8.8, f"{count}", size=7.5, weight=SEMIBOLD, colour=ink, align="centre"
            )
    return x + way * wide


def _legend(chart: Likert, area: Area, half: int, odd: int, looks: dict[int, list[Colour]]) -> Block:
    """Each choice with its colour in the order of the scale, the middle one over its own numbers."""

    def draw(y: float) -> None:
        x = area.marks_x
        for nth, said in enumerate(chart.choices):
            if nth == half and odd:
                continue
            place = half - 1 - nth if nth < half else nth - half - odd
            area.document.box(x, y + 2.5, 7, 7, fill=looks[-1 if nth < half else 1][place])
            say(area, x + 10, y + 8.5, said)
            x += text.width(said, 7.5) + 20
        if odd:
            say(area, area.x + area.width, y + 8.5, chart.choices[half], "right")

    return Block(16, draw, holds_next=True)
