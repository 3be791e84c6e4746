"""The summary pack of an event: what a board wants to know on the first page, then the findings one by one."""

from dataclasses import dataclass, fields, is_dataclass, replace
from itertools import chain
from pathlib import Path
from typing import Any, TypeVar

from sla_desktop.printing import alt, charts, flow, fonts, style, text
from sla_desktop.printing.chart_values import Bars, BeforeNow, Chart, Intervals, Likert, Multiples, Network, Strip
from sla_desktop.printing.charts import Area
from sla_desktop.printing.datatable import Table, table_blocks
from sla_desktop.printing.drawing import Document
from sla_desktop.printing.flow import Block
from sla_desktop.printing.fonts import SEMIBOLD
from sla_desktop.printing.frontpage import AIRS, Entry, Front, Headline, front_blocks
from sla_desktop.printing.progress import Progress, counted, uncollected
from sla_desktop.printing.structure import Element
from sla_desktop.printing.style import BODY, LEADING, MARGIN, MM, MUTED, RULE, Identity

__all__ = [
    "Bars",
    "BeforeNow",
    "Chart",
    "Headline",
    "Intervals",
    "Likert",
    "Multiples",
    "Network",
    "Pack",
    "Section",
    "Strip",
    "Table",
    "print_pack",
]

_TOP, _BOTTOM = 22 * MM, 297 * MM - 22 * MM
_ROOM = _BOTTOM - _TOP
_WIDTH = 210 * MM - 2 * MARGIN
_MEASURE = 0.86 * _WIDTH  # a line of running text; wider is tiring to read
_FEW_LINES = 3

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Section:
    """One finding with what supports it; `quotes` are people's own words."""

    title: str
    finding: str
    text: tuple[str, ...] = ()
    charts: tuple[Chart, ...] = ()
    table: Table | None = None
    quotes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Pack:
    """A whole summary pack; `method` says how the numbers came about, paragraph by paragraph."""

    event_title: str
    date_text: str
    venue: str
    organiser: str
    headline: tuple[Headline, ...]
    sections: tuple[Section, ...]
    method: tuple[str, ...]


@uncollected()
def print_pack(pack: Pack, path: Path, *, identity: Identity, progress: Progress | None = None) -> int:
    """Write the summary pack; gives the number of pages.

    Characters that no font has, as in comments, are spelt out in brackets. Raises SlaError for a file
    that cannot be written; then nothing is written.
    """
    pack, identity = _printable(pack), _printable(identity)
    document = Document(style.A4, title=pack.event_title, author=pack.organiser, subject="Summary pack")
    area = Area(document, MARGIN, _WIDTH, style.accent(identity))
    heads = [Element("H2") for _ in pack.sections]
    sections = [
        _section(section, area, head, starts_page=not nth)
        for nth, (section, head) in enumerate(zip(pack.sections, heads, strict=True))
    ]
    entries = [
        Entry(section.title, section.finding, blocks[0], head)
        for section, blocks, head in zip(pack.sections, sections, heads, strict=True)
    ]
    front = Front(pack.event_title, pack.date_text, pack.venue, pack.headline, tuple(entries))
    page_of: dict[Block, int] = {}
    body = [
        *(block for blocks in sections for block in blocks),
        *_method(pack.method, area),
        *_figures(pack.sections, area),
    ]
    first = flow.largest_pages(lambda air: front_blocks(front, area, identity, page_of, air), AIRS, _ROOM)
    filled = flow.pages([*chain(*first), *body], _ROOM)
    page_of.update({block: number for number, blocks in enumerate(filled, start=1) for block in blocks})
    starts = {entry.start: entry.title for entry in entries}
    for number, blocks in enumerate(counted(filled, progress), start=1):
        flow.draw(blocks, _TOP)
        _foot(document, pack, number, len(filled))
        for block in blocks:
            if block in starts:
                document.bookmark(starts[block])
        document.end_page()
    return document.save(path)


def _printable(value: Value) -> Value:
    """The same value with every text in characters that the fonts have."""
    found: Any = value
    if isinstance(value, str):
        found = fonts.spelt_out(value)
    elif isinstance(value, tuple):
        found = tuple(_printable(each) for each in value)
    elif is_dataclass(value) and not isinstance(value, type):
        found = replace(value, **{field.name: _printable(getattr(value, field.name)) for field in fields(value)})
    return found  # type: ignore[no-any-return]


def _section(section: Section, area: Area, head: Element, *, starts_page: bool) -> list[Block]:
    blocks = [replace(_opening(section, area, head), starts_page=starts_page)]
    shown = bool(section.charts or section.table or section.quotes)
    # A few lines stay beside what they are about; many would push it, and leave an empty page behind.
    together = shown and len(section.text) <= _FEW_LINES
    blocks += [replace(_paragraph(said, area), holds_next=together) for said in section.text]
    for chart in section.charts:
        blocks += [flow.space(4, holds_next=True), *charts.blocks(chart, area)]
    if section.table:
        blocks += [*table_blocks(section.table, area), flow.space(14)]
    if section.quotes:
        blocks.append(Block(20, lambda y: _own_words(area, y), holds_next=True))
    return blocks + [_quote(said, area) for said in section.quotes]


def _own_words(area: Area, y: float) -> None:
    with area.document.tagged("H3"):
        area.document.text(area.x, y + 11, "In people’s own words", size=8.5, weight=SEMIBOLD, colour=MUTED)


def _opening(section: Section, area: Area, head: Element) -> Block:
    """A rule, the section's name, and its finding in large type."""
    title = text.wrap(section.title, _MEASURE, 9, SEMIBOLD)
    finding = text.balanced(section.finding, _MEASURE, 16, SEMIBOLD)
    lower = 12 * (len(title) - 1)

    def draw(y: float) -> None:
        area.document.rule(area.x, y + 12, area.x + area.width, colour=RULE, thickness=0.8)
        area.document.box(area.x, y + 11.2, 14 * MM, 1.8, fill=area.accent)
        area.document.place(head)
        with area.document.within(head):
            area.document.lines(
                area.x, y + 33, title, said=section.title, size=9, leading=12, weight=SEMIBOLD, colour=area.accent
            )
        with area.document.tagged("P"):
            area.document.lines(
                area.x, y + 53 + lower, finding, said=section.finding, size=16, leading=20, weight=SEMIBOLD
            )

    return Block(50 + lower + len(finding) * 20, draw, holds_next=True)


def _paragraph(said: str, area: Area) -> Block:
    lines = text.wrap(said, _MEASURE, BODY)

    def draw(y: float) -> None:
        with area.document.tagged("P"):
            area.document.lines(area.x, y + 10, lines, said=said, size=BODY, leading=BODY * LEADING)

    return Block(len(lines) * BODY * LEADING + 7, draw)


def _quote(said: str, area: Area) -> Block:
    """Somebody's own words, marked by a bar at the side."""
    quoted = f"“{said.strip().strip('“”')}”"
    lines = text.wrap(quoted, _MEASURE - 16, BODY + 0.5)
    leading = (BODY + 0.5) * LEADING

    def draw(y: float) -> None:
        area.document.box(area.x, y + 2, 2, len(lines) * leading, fill=area.accent)
        with area.document.tagged("BlockQuote"), area.document.tagged("P"):
            area.document.lines(area.x + 14, y + 12, lines, said=quoted, size=BODY + 0.5, leading=leading)

    return Block(len(lines) * leading + 12, draw)


def _method(method: tuple[str, ...], area: Area) -> list[Block]:
    if not method:
        return []

    return [
        _plain_heading("How this was done", area),
        *(_small(said, area, holds_next=nth < len(method) - 1) for nth, said in enumerate(method)),
    ]


def _plain_heading(words: str, area: Area) -> Block:
    """The heading of what stands behind the findings, under a rule."""

    def draw(y: float) -> None:
        area.document.rule(area.x, y + 18, area.x + area.width, colour=RULE, thickness=0.8)
        with area.document.tagged("H2"):
            area.document.text(area.x, y + 38, words, size=11, weight=SEMIBOLD)

    return Block(48, draw, holds_next=True)


def _figures(sections: tuple[Section, ...], area: Area) -> list[Block]:
    """The numbers behind every chart, for those who want to work with them or do not see the charts."""
    charts = [chart for section in sections for chart in section.charts]
    if not charts:
        return []

    blocks = [_plain_heading("The numbers behind the charts", area)]
    for chart in charts:
        heads, rows = alt.figures(chart)
        named = Table(chart.title, heads if heads[0] else ("What", *heads[1:]), rows, chart.source)
        blocks += [*table_blocks(named, area), flow.space(14)]
    return blocks


def _small(said: str, area: Area, *, holds_next: bool) -> Block:
    lines = text.wrap(said, _MEASURE, 8.5)

    def draw(y: float) -> None:
        with area.document.tagged("P"):
            area.document.lines(area.x, y + 9, lines, said=said, size=8.5, leading=12, colour=MUTED)

    return Block(len(lines) * 12 + 5, draw, holds_next=holds_next)


def _foot(document: Document, pack: Pack, number: int, total: int) -> None:
    y = 297 * MM - 12 * MM
    left = pack.event_title if number > 1 else pack.organiser
    with document.within(None):
        document.text(MARGIN, y, left, size=text.size_for(left, _WIDTH - 70, 7.5), colour=MUTED)
        document.text(MARGIN + _WIDTH, y, f"Page {number} of {total}", size=7.5, colour=MUTED, align="right")
