"""Who met whom, as a ring: people stand together by group, lines join those who sat together."""

from collections import Counter
from math import cos, pi, sin

from sla_desktop.printing import style, text
from sla_desktop.printing.chart_values import Network
from sla_desktop.printing.charts import Area
from sla_desktop.printing.flow import Block
from sla_desktop.printing.fonts import REGULAR
from sla_desktop.printing.style import INK, WHITE, Colour

_HIGH = 330.0
_MOST_LINES = 250  # more are a grey disc
_DARKNESS = (0.0, 0.55, 0.25, 0.75, 0.4, 0.88)  # shares of white: neighbours differ in a photocopy too


def network_block(chart: Network, area: Area) -> Block:
    """The picture as one block."""
    colours = {name: style.mix(area.accent, WHITE, _DARKNESS[nth % 6]) for nth, (name, _) in enumerate(chart.groups)}

    def draw(y: float) -> None:
        centre = area.x + area.width * 0.5, y + _HIGH / 2
        places = _places(chart, centre, _HIGH / 2 - 34)
        _draw_lines(area, chart, places)
        _draw_people(area, chart, places, centre, colours)

    return Block(_HIGH, draw, holds_next=True)


def _places(chart: Network, centre: tuple[float, float], radius: float) -> list[tuple[float, float]]:
    """Where each person stands; groups are apart by the room of two people."""
    slots = sum(count + 2 for _, count in chart.groups)
    found, slot = [], 0
    for _, count in chart.groups:
        for nth in range(count):
            angle = 2 * pi * (slot + nth) / slots - pi / 2
            found.append((centre[0] + radius * cos(angle), centre[1] + radius * sin(angle)))
        slot += count + 2
    return found


def _draw_lines(area: Area, chart: Network, places: list[tuple[float, float]]) -> None:
    """A line for each pair; where they would run together, a band for two groups, as wide as their pairs are many."""
    pale = style.mix(INK, WHITE, 0.72)
    if len(chart.pairs) <= _MOST_LINES:
        for one, other in chart.pairs:
            area.document.rule(*places[one], *places[other], colour=pale, thickness=0.3)
        return
    middles: list[tuple[float, float]] = []
    owner: list[int] = []
    for nth, (_, count) in enumerate(chart.groups):
        middles.append(places[len(owner) + count // 2])
        owner += [nth] * count
    bands = Counter(
        tuple(sorted((owner[one], owner[other]))) for one, other in chart.pairs if owner[one] != owner[other]
    )
    widest = max(bands.values(), default=1)
    for (one, other), count in sorted(bands.items(), key=lambda band: -band[1]):
        area.document.rule(*middles[one], *middles[other], colour=pale, thickness=max(16 * count / widest, 0.4))


def _draw_people(
    area: Area,
    chart: Network,
    places: list[tuple[float, float]],
    centre: tuple[float, float],
    colours: dict[str, Colour],
) -> None:
    start = 0
    for name, count in chart.groups:
        for x, y in places[start : start + count]:
            area.document.disc(x, y, 2.6, fill=colours[name], stroke=WHITE, thickness=0.4)
        _draw_group_name(area, f"{name} ({count})", places[start + count // 2], centre)
        start += count


def _draw_group_name(area: Area, said: str, at: tuple[float, float], centre: tuple[float, float]) -> None:
    right = at[0] >= centre[0]
    x, y = centre[0] + (at[0] - centre[0]) * 1.07, centre[1] + (at[1] - centre[1]) * 1.07
    room = (area.x + area.width - x) if right else x - area.x
    size = text.size_for(said, max(room, 30), 8.0, REGULAR)
    area.document.text(x, y + 3, said, size=size, align="left" if right else "right")
