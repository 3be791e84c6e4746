"""What the lists share: the title at the top of a page and the line at its foot."""

from dataclasses import dataclass

from sla_desktop.printing import style, text
from sla_desktop.printing.drawing import Document
from sla_desktop.printing.fonts import REGULAR, SEMIBOLD
from sla_desktop.printing.style import INK, MM, MUTED, RULE, Identity

LEFT, RIGHT = 16 * MM, 210 * MM - 16 * MM
TOP, BOTTOM = 38 * MM, 297 * MM - 18 * MM
ROOM = BOTTOM - TOP


@dataclass(frozen=True, slots=True)
class Heading:
    """What stands at the top of each page of a list."""

    title: str
    subtitle: str
    identity: Identity


def draw_frame(document: Document, heading: Heading, number: int, total: int) -> None:
    """Title and subtitle above, organisation and "Page 2 of 5" below."""
    accent = style.accent(heading.identity)
    room = RIGHT - LEFT
    if heading.identity.logo:
        document.picture(heading.identity.logo, RIGHT - 45 * MM, 13 * MM, 45 * MM, 13 * MM, "right")
        room -= 50 * MM
    title = text.fit_line(heading.title, room, (17.0, 11.0), SEMIBOLD)
    y = 20 * MM - (len(title.lines) - 1) * 10
    for line in title.lines:
        document.text(LEFT, y, line, size=title.size, weight=SEMIBOLD, colour=INK)
        y += title.size * 1.15
    subtitle = text.fit_line(heading.subtitle, room, (9.5, 7.0), REGULAR)
    for line in subtitle.lines:
        document.text(LEFT, y - 3, line, size=subtitle.size, colour=MUTED)
        y += subtitle.size * 1.2
    document.box(LEFT, 33 * MM, 14 * MM, 1.6, fill=accent)
    draw_foot(document, heading.identity.organisation, number, total)


def draw_foot(document: Document, left_text: str, number: int, total: int) -> None:
    """The line at the foot of a page."""
    y = 297 * MM - 10 * MM
    document.rule(LEFT, y - 12, RIGHT, colour=RULE)
    document.text(LEFT, y, left_text, size=text.size_for(left_text, RIGHT - LEFT - 70, 7.5), colour=MUTED)
    document.text(RIGHT, y, f"Page {number} of {total}", size=7.5, colour=MUTED, align="right")
