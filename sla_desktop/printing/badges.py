"""Name badges on label sheets, on plain paper to be cut, on tent cards and on rolls."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from pathlib import Path

from sla_desktop.domain.errors import SlaError
from sla_desktop.printing import fonts, labels, style
from sla_desktop.printing.badge_face import Badge, Look, draw_face, draw_tent
from sla_desktop.printing.drawing import Document
from sla_desktop.printing.labels import EXACT, Adjustment, Stock
from sla_desktop.printing.progress import Early, Progress, counted, require_some, uncollected
from sla_desktop.printing.rounds_card import common_size, draw_rounds
from sla_desktop.printing.style import MM, MUTED, Identity

__all__ = ["BACKS", "Badge", "print_badges"]

NONE, SAME, ROUNDS = "", "same", "rounds"
BACKS = (NONE, SAME, ROUNDS)
Placed = tuple[Badge, float, float]


@uncollected()
def print_badges(
    badges: Sequence[Badge],
    path: Path,
    *,
    identity: Identity,
    stock: str = "L4785",
    start_at: int = 1,
    backs: str = NONE,
    large: bool = False,
    adjustment: Adjustment = EXACT,
    progress: Progress | None = None,
    early: Early | None = None,
) -> int:
    """Write badges for a label sheet, the first on label `start_at`; gives the number of pages.

    `early` hears of the first sheet before the others are drawn.

    `backs` adds a page behind each sheet, its columns the other way round so that they meet when the sheet is turned
    along its long edge: the same badge, or the rounds. Raises SlaError for unknown stock, a letter that no font has,
    more text than the label holds, and a file that cannot be written; then nothing is written.
    """
    require_some(badges, "badges")
    sheet = labels.find(stock)
    if backs not in BACKS:
        raise SlaError(f"“{backs}” is nothing that the back of a badge can hold: choose {SAME} or {ROUNDS}.")
    if sheet.tent and backs == ROUNDS:
        raise SlaError(f"{sheet.name} has the name on both sides, and no back. Choose another stock, or no backs.")
    backs = "" if sheet.tent else backs
    fonts.check_names((badge.name, said) for badge in badges for said in _texts(badge))
    fonts.check_names([("the organisation", identity.organisation)])
    look = Look(identity, style.accent(identity), large, common_size(badges, sheet) if backs == ROUNDS else 0.0)
    placed = list(zip(badges, labels.places(sheet, len(badges), start_at, adjustment), strict=True))
    sheets = [
        [(badge, x, y) for badge, (_, x, y) in group] for _, group in groupby(placed, key=lambda one: one[1][0])
    ]
    if early:
        early(_drawn(sheets[:1], sheet, backs, look, None).data())
    return _drawn(sheets, sheet, backs, look, progress).save(path)


def _drawn(
    sheets: Sequence[list[Placed]], stock: Stock, backs: str, look: Look, progress: Progress | None
) -> Document:
    subject = f"Badges on {stock.name}"
    document = Document(stock.page, title="Name badges", author=look.identity.organisation, subject=subject)
    for placed in counted(sheets, progress):
        _draw_sheet(document, placed, stock, backs, look)
    return document


def can_be_drawn(badge: Badge) -> bool:
    """Whether the fonts have all letters of a badge."""
    return not any(map(fonts.missing, _texts(badge)))


def _texts(badge: Badge) -> Iterator[str]:
    yield from (badge.name, badge.pronouns, badge.organisation, badge.role, badge.code, badge.event, *badge.lines)


def _draw_sheet(document: Document, placed: list[Placed], sheet: Stock, backs: str, look: Look) -> None:
    if backs == ROUNDS:
        fronts = [(replace(badge, lines=()), x, y) for badge, x, y in placed]
    else:
        fronts = placed
    _draw_side(document, fronts, sheet, look)
    if backs:
        turned = [(badge, sheet.page[0] - x - sheet.width * MM, y) for badge, x, y in placed]
        _draw_side(document, turned, sheet, look, rounds=backs == ROUNDS)


def _draw_side(document: Document, placed: list[Placed], sheet: Stock, look: Look, *, rounds: bool = False) -> None:
    for badge, x, y in placed:
        if sheet.tent:
            draw_tent(document, badge, sheet, x, y, look)
        elif rounds:
            draw_rounds(document, badge, sheet, x, y, look)
        else:
            draw_face(document, badge, sheet, x, y, look=look)
    if sheet.cut:
        draw_crop_marks(document, sheet)
    document.end_page()


def draw_crop_marks(document: Document, sheet: Stock) -> None:
    """Where to cut: short lines at the edges of the paper and crosses where four cards meet."""
    wide, high = sheet.page
    across = [(sheet.left + nth * sheet.step_x) * MM for nth in range(1, sheet.columns)]
    down = [(sheet.top + nth * sheet.step_y) * MM for nth in range(1, sheet.rows)]
    near, far = 5 * MM, 9 * MM
    for x in across:
        for y in (near, high - far, *(at - 2 * MM for at in down)):
            document.rule(x, y, x, y + 4 * MM, colour=MUTED)
    for y in down:
        for x in (near, wide - far, *(at - 2 * MM for at in across)):
            document.rule(x, y, x + 4 * MM, colour=MUTED)
