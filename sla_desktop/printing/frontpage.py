"""The first page of the pack: the event, its numbers in large type, and each finding with its page."""

from dataclasses import dataclass, replace

from sla_desktop.printing import text
from sla_desktop.printing.charts import Area
from sla_desktop.printing.flow import Block
from sla_desktop.printing.fonts import DISPLAY, REGULAR, SEMIBOLD
from sla_desktop.printing.ornament import draw_rosette
from sla_desktop.printing.structure import Element
from sla_desktop.printing.style import MM, MUTED, RULE, Identity

_GAP = 9 * MM
# So many findings go over to the next page with the last one.
_TOGETHER = 2
AIRS = 9.0, 6.5, 4.5
"""The room between two findings in points, from the usual down: one less line is no page of its own."""


@dataclass(frozen=True, slots=True)
class Headline:
    """One number that matters: the value as text, what it counts, and a note such as "of 96 who came"."""

    value: str
    label: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the contents: the section's name, its finding, the block with which it begins, and its element."""

    title: str
    finding: str
    start: Block
    target: Element


@dataclass(frozen=True, slots=True)
class Front:
    """What the first page says."""

    event_title: str
    date_text: str
    venue: str
    headline: tuple[Headline, ...]
    entries: tuple[Entry, ...]


def front_blocks(front: Front, area: Area, identity: Identity, page_of: dict[Block, int], air: float) -> list[Block]:
    """The first page as blocks, with so much room between findings; `page_of` is filled in before they are drawn."""
    across = 4 if len(front.headline) == 4 else 3
    rows = [front.headline[at : at + across] for at in range(0, len(front.headline), across)]
    found = [_masthead(front, area, identity), *(_numbers(row, area, across) for row in rows)]
    if not front.entries:
        return found
    contents = Element("TOC")
    found.append(Block(30, lambda y: _contents_title(area, y, contents), holds_next=True))
    lines = [_entry(entry, area, page_of, contents, air) for entry in front.entries]
    last = len(lines) - 1
    return [*found, *(replace(one, holds_next=last - _TOGETHER <= nth < last) for nth, one in enumerate(lines))]


def _masthead(front: Front, area: Area, identity: Identity) -> Block:
    title = text.fit_lines(front.event_title, (area.width, 115), (33.0, 18.0), DISPLAY)
    facts = text.wrap(" · ".join(part for part in (front.date_text, front.venue) if part), area.width, 10.5)
    start = 26 * MM
    high = start + len(title.lines) * title.size * 1.12 + len(facts) * 15 + 54

    def draw(y: float) -> None:
        draw_rosette(area.document, area.x + area.width - 12 * MM, 24 * MM, area.accent)
        if identity.logo:
            alt = f"Logo of {identity.organisation}"
            area.document.picture(identity.logo, area.x, y, 70 * MM, 15 * MM, alt=alt)
        else:
            size = text.size_for(identity.organisation, area.width, 11.0, SEMIBOLD)
            area.document.text(area.x, y + 12, identity.organisation, size=size, weight=SEMIBOLD, colour=area.accent)
        base = y + start
        area.document.text(area.x, base - 12, "Summary", size=10.5, colour=MUTED)
        base += title.size * 1.12 - 6
        with area.document.tagged("H1"):
            base = area.document.lines(
                area.x, base, title.lines, said=front.event_title, size=title.size, leading=title.size * 1.12,
                weight=DISPLAY,
            )  # fmt: skip
        base += 13 - title.size * 1.12
        if facts:
            said = " · ".join(part for part in (front.date_text, front.venue) if part)
            with area.document.tagged("P"):
                area.document.lines(area.x, base + 15, facts, said=said, size=10.5, leading=15, colour=MUTED)
        base += 15 * len(facts)
        area.document.box(area.x, base + 13, 17 * MM, 2.2, fill=area.accent)

    return Block(high, draw)


def _numbers(row: tuple[Headline, ...], area: Area, across: int) -> Block:
    wide = (area.width - _GAP * (across - 1)) / across
    labels = [text.wrap(one.label, wide, 9.5, SEMIBOLD) for one in row]
    notes = [text.wrap(one.note, wide, 8.0) for one in row]
    deep = max(len(label) * 12.5 + len(note) * 10.5 for label, note in zip(labels, notes, strict=True))

    def draw(y: float) -> None:
        for nth, one in enumerate(row):
            x = area.x + nth * (wide + _GAP)
            with area.document.tagged("P"):
                _number(area, one, (x, y), wide, (labels[nth], notes[nth]))

    return Block(45 + deep + 16, draw)


def _number(
    area: Area, one: Headline, corner: tuple[float, float], wide: float, lines: tuple[tuple[str, ...], ...]
) -> None:
    x, y = corner
    size = text.size_for(one.value, wide, 34.0, DISPLAY)
    area.document.text(x, y + 36, one.value, size=size, weight=DISPLAY, colour=area.accent)
    base = y + 53
    if lines[0]:
        base = area.document.lines(x, base, lines[0], said=one.label, size=9.5, leading=12.5, weight=SEMIBOLD)
    if lines[1]:
        area.document.lines(x, base, lines[1], said=one.note, size=8.0, leading=10.5, colour=MUTED)


def _contents_title(area: Area, y: float, contents: Element) -> None:
    with area.document.tagged("H2"):
        area.document.text(area.x, y + 20, "What we found", size=10.5, weight=SEMIBOLD, colour=area.accent)
    area.document.place(contents)


def _entry(entry: Entry, area: Area, page_of: dict[Block, int], contents: Element, air: float) -> Block:
    finding = text.balanced(entry.finding, area.width - 40 * MM - 24, 9.5)
    title = text.wrap(entry.title, 36 * MM, 8.5, REGULAR)
    high = max(len(finding) * 13, len(title) * 11) + air

    base = 9.5 + air / 2

    def draw(y: float) -> None:
        document = area.document
        document.rule(area.x, y, area.x + area.width, colour=RULE)
        with document.within(contents), document.tagged("TOCI"), document.tagged("Reference"):
            with document.tagged("Link") as link:
                document.lines(area.x, y + base, title, said=entry.title, size=8.5, leading=11, colour=MUTED)
                x = area.x + 40 * MM
                document.lines(x, y + base, finding, said=entry.finding, size=9.5, leading=13)
                number = str(page_of[entry.start])
                document.text(
                    area.x + area.width, y + base, number, size=9.5, weight=SEMIBOLD, colour=MUTED, align="right"
                )
            document.link(link, area.x, y, area.width, high, entry.target)

    return Block(high, draw)
