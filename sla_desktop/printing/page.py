"""What the lists share: the title at the top of a page and the line at its foot."""

from contextlib import nullcontext
from dataclasses import dataclass

from sla_desktop.printing import style, text
from sla_desktop.printing.drawing import Document
from sla_desktop.printing.fonts import REGULAR, SEMIBOLD
from sla_desktop.printing.style import MM, MUTED, RULE, Identity

LEFT, RIGHT = 16 * MM, 210 * MM - 16 * MM
TOP, BOTTOM = 38 * MM, 297 * MM - 18 * MM
ROOM = BOTTOM - TOP


@dataclass(frozen=True, slots=True)
class Heading:
    """What stands at the top of each page of a list."""

    title: str
    subtitle: str
    identity: Identity


def draw_frame(document: Document, heading: Heading, number: int, total: int, *, again: bool = False) -> None:
    """Title and subtitle above, organisation and "Page 2 of 5" below; `again` where the page before has the same."""
    accent = style.accent(heading.identity)
    room = RIGHT - LEFT
    with document.within(None) if again else nullcontext():
        if heading.identity.logo:
            alt = f"Logo of {heading.identity.organisation}"
            document.picture(
                heading.identity.logo, RIGHT - 45 * MM, 13 * MM, 45 * MM, 13 * MM, alt=alt, align="right"
            )
            room -= 50 * MM
        _draw_title(document, heading, room)
    document.box(LEFT, 33 * MM, 14 * MM, 1.6, fill=accent)
    draw_foot(document, heading.identity.organisation, number, total)


def _draw_title(document: Document, heading: Heading, room: float) -> None:
    title = text.fit_line(heading.title, room, (17.0, 11.0), SEMIBOLD)
    y = 20 * MM - (len(title.lines) - 1) * 10
    with document.tagged("H1"):
        y = document.lines(LEFT, y, title.lines, said=heading.title, size=title.size, weight=SEMIBOLD)
    if heading.subtitle:
        close = 3 if len(title.lines) == 1 else 0
        subtitle = text.fit_lines(heading.subtitle, (room, 2 * 9.2 * 1.15), (9.5, 7.0), REGULAR)
        with document.tagged("P"):
            document.lines(
                LEFT,
                y - close,
                subtitle.lines,
                said=heading.subtitle,
                size=subtitle.size,
                leading=subtitle.size * 1.2,
                colour=MUTED,
            )


def draw_foot(document: Document, left_text: str, number: int, total: int) -> None:
    """The line at the foot of a page, which is no part of what is read."""
    y = 297 * MM - 10 * MM
    with document.within(None):
        document.rule(LEFT, y - 12, RIGHT, colour=RULE)
        document.text(LEFT, y, left_text, size=text.size_for(left_text, RIGHT - LEFT - 70, 7.5), colour=MUTED)
        document.text(RIGHT, y, f"Page {number} of {total}", size=7.5, colour=MUTED, align="right")
