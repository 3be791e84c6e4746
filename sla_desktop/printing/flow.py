"""Blocks poured into pages: what must stay together stays together, and headings come again on each page."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from sla_desktop.domain.paging import kept_together
from sla_desktop.printing.drawing import Document
from sla_desktop.printing.operators import text_string
from sla_desktop.printing.structure import Element

Draw = Callable[[float], None]


@dataclass(frozen=True, slots=True, eq=False)
class Block:
    """A piece of a page: its height in points, and how to draw it with its top at a given y.

    `holds_next` keeps it on the page of the block that follows; `starts_page` begins a page; `heading` is
    drawn above it wherever the block before it on the page has another heading or none.
    """

    height: float
    draw: Draw
    holds_next: bool = False
    starts_page: bool = False
    heading: "Block | None" = None


def space(height: float, *, holds_next: bool = False) -> Block:
    """Nothing, so many points high."""
    return Block(height, lambda _: None, holds_next=holds_next)


def pages(blocks: list[Block], room: float) -> list[list[Block]]:
    """The blocks page by page, headings put in; a page holds `room` points.

    A group that is higher than a page is broken where it must be.
    """
    filled: list[list[Block]] = [[]]
    used = 0.0
    heading: Block | None = None
    for group in kept_together(blocks):
        high = _high(group, heading)
        if filled[-1] and (group[0].starts_page or used + high > room):
            filled.append([])
            used, heading = 0.0, None
        for block in group:
            if used + _high([block], heading) > room and filled[-1]:
                filled.append([])
                used, heading = 0.0, None
            used += _high([block], heading)
            if block.heading and block.heading is not heading:
                filled[-1].append(block.heading)
            heading = block.heading
            filled[-1].append(block)
    return [page for page in filled if page]


def largest_pages(blocks: Callable[[float], list[Block]], sizes: Sequence[float], room: float) -> list[list[Block]]:
    """The pages of blocks made in the largest of some sizes that takes no more pages than the last, the smallest."""
    *larger, smallest = sizes
    fewest = pages(blocks(smallest), room)
    tried = (pages(blocks(size), room) for size in larger)
    return next((found for found in tried if len(found) <= len(fewest)), fewest)


def draw(page: list[Block], top: float) -> None:
    """Draw a page's blocks one under the other from `top` down."""
    for block in page:
        block.draw(top)
        top += block.height


def as_figure(blocks: list[Block], document: Document, alt: str) -> list[Block]:
    """The same blocks as parts of one figure, which stands where the first of them is drawn."""
    figure = Element("Figure", f"/Alt{text_string(alt)}")

    def drawn(block: Block, *, first: bool) -> Block:
        def draw(y: float) -> None:
            if first:
                document.place(figure)
            with document.within(figure):
                block.draw(y)

        return replace(block, draw=draw)

    return [drawn(block, first=not nth) for nth, block in enumerate(blocks)]


def _high(group: list[Block], heading: Block | None) -> float:
    total = 0.0
    for block in group:
        if block.heading and block.heading is not heading:
            total += block.heading.height
        heading = block.heading
        total += block.height
    return total
