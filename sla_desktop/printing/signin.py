"""The sign-in sheet for the desk: a box to tick and room to sign for each person, and lines for walk-ins."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from sla_desktop.printing import flow, fonts, page, style, text
from sla_desktop.printing.drawing import Document
from sla_desktop.printing.flow import Block
from sla_desktop.printing.fonts import REGULAR, SEMIBOLD
from sla_desktop.printing.grid import COLUMN, ROW, Grid, empty_cells
from sla_desktop.printing.page import LEFT, RIGHT
from sla_desktop.printing.progress import Progress, counted, require_some, uncollected
from sla_desktop.printing.style import FAINT, MM, MUTED, RULE, Identity

_ROW = 9.4 * MM
_IN, _OUT = LEFT + 10 * MM, LEFT + 25 * MM
_TIME, _TIME_HIGH = 13 * MM, _ROW - 3 * MM
_NAME, _ORGANISATION, _CODE, _SIGNATURE = LEFT + 41 * MM, LEFT + 89 * MM, LEFT + 123 * MM, LEFT + 142 * MM
_CODE_HEAD = "Code"
_GAP, _PAD = 3 * MM, 4.5
_WALK_INS = 8  # blank lines at the least
_TOGETHER = 3  # as many of them follow their heading on its page


@dataclass(frozen=True, slots=True)
class SignInRow:
    """One person on the sheet; without a code the organisation has its room, and without any the column no head."""

    name: str
    organisation: str
    code: str


@dataclass(frozen=True, slots=True)
class Form:
    """What stands over the columns, and over the lines for people whom nobody expected."""

    heads: tuple[str, ...]
    others: str


# Times come before the name, as they are typed in afterwards.
SIGN_IN = Form(
    ("Here", "In", "Out", "Name", "Organisation", _CODE_HEAD, "Signature"),
    "Not on the list? Please write your name here",
)
ROLL_CALL = Form(
    ("Seen", "At", "Where", "Name", "Organisation", "In since", "Told by"),
    "Others who are outside and not on the list",
)


@uncollected()
def print_signin(
    rows: Sequence[SignInRow],
    path: Path,
    *,
    title: str,
    subtitles: Sequence[str],
    identity: Identity,
    form: Form = SIGN_IN,
    progress: Progress | None = None,
) -> int:
    """Write a sign-in sheet for each subtitle, people in the order given, on a form; gives the number of pages.

    Raises SlaError for a letter that no font has and for a file that cannot be written; then nothing is written.
    """
    require_some(rows, "people")
    fonts.check_names((row.name, said) for row in rows for said in (row.name, row.organisation, row.code))
    told = [("the title", title), *(("the subtitle", one) for one in subtitles)]
    fonts.check_names([*told, ("the organisation", identity.organisation)])
    if not any(row.code for row in rows):
        form = replace(form, heads=tuple("" if head == _CODE_HEAD else head for head in form.heads))
    document = Document(style.A4, title=title, author=identity.organisation, subject="Sign-in sheet")
    for subtitle in subtitles:
        _draw_sheet(document, list(counted(rows, progress)), page.Heading(title, subtitle, identity), form)
    return document.save(path)


def _draw_sheet(document: Document, rows: Sequence[SignInRow], heading: page.Heading, form: Form) -> None:
    grid = Grid(document)
    columns = Block(16, lambda y: _draw_columns(document, y, grid, form.heads))
    people = [_person(document, row, columns, grid) for row in rows]
    walk_ins = Block(44, lambda y: _draw_walk_ins(document, y, grid, form))
    blanks = [_blank(document, walk_ins, holds_next=nth < _TOGETHER) for nth in range(_WALK_INS)]
    filled = flow.pages([*people, *blanks], page.ROOM)
    spare = int((page.ROOM - sum(block.height for block in filled[-1])) // _ROW)
    filled[-1] += [_blank(document, walk_ins) for _ in range(spare)]
    for number, blocks in enumerate(filled, start=1):
        page.draw_frame(document, heading, number, len(filled), again=number > 1)
        flow.draw(blocks, page.TOP)
        document.end_page()


def _draw_columns(document: Document, y: float, grid: Grid, heads: tuple[str, ...]) -> None:
    places = (LEFT, _IN, _OUT, _NAME, _ORGANISATION, _CODE, _SIGNATURE)
    with grid.heading():
        for x, said in zip(places, heads, strict=True):
            if not said:
                empty_cells(document, 1)
                continue
            with document.tagged("TH", COLUMN):
                document.text(x, y + 9, said, size=7.5, weight=SEMIBOLD, colour=MUTED)
    document.rule(LEFT, y + 16, RIGHT, colour=FAINT, thickness=0.8)


def _person(document: Document, row: SignInRow, columns: Block, grid: Grid) -> Block:
    name, organisation, code = cells = (
        text.readable(row.name, _ORGANISATION - _GAP - _NAME, (11.0, 9.5), SEMIBOLD),
        text.readable(
            row.organisation, (_CODE if row.code else _SIGNATURE) - _GAP - _ORGANISATION, (8.5, 7.5), REGULAR
        ),
        text.readable(row.code, _SIGNATURE - _GAP / 2 - _CODE, (7.5, 7.5), REGULAR),
    )
    high = max(_ROW, *(_deep(cell) + _PAD for cell in cells))

    def draw(y: float) -> None:
        _draw_line(document, y, high)
        with grid.row():
            empty_cells(document, 3)
            with document.tagged("TH", ROW):
                _draw_cell(document, row.name, name, _NAME, y + high / 2, SEMIBOLD)
            with document.tagged("TD"):
                _draw_cell(document, row.organisation, organisation, _ORGANISATION, y + high / 2, REGULAR)
            with document.tagged("TD"):
                _draw_cell(document, row.code, code, _CODE, y + high / 2, REGULAR)
            empty_cells(document, 1)

    return Block(high, draw, heading=columns)


def _deep(cell: text.Fitted) -> float:
    return len(cell.lines) * cell.size * 1.15


def _draw_cell(document: Document, said: str, cell: text.Fitted, x: float, middle: float, weight: str) -> None:
    base = middle - _deep(cell) / 2 + cell.size * 0.93
    if cell.lines:
        document.lines(x, base, cell.lines, said=said, size=cell.size, weight=weight, exact=weight == SEMIBOLD)


def _draw_line(document: Document, y: float, high: float = _ROW) -> None:
    box = 4.2 * MM
    document.box(LEFT + 1, y + (high - box) / 2, box, box, stroke=MUTED, thickness=0.8)
    for x in (_IN, _OUT):
        document.box(x, y + (high - _TIME_HIGH) / 2, _TIME, _TIME_HIGH, stroke=FAINT, thickness=0.5)
    document.rule(LEFT, y + high, RIGHT, colour=RULE)


def _draw_walk_ins(document: Document, y: float, grid: Grid, form: Form) -> None:
    with document.tagged("H2"):
        document.text(LEFT, y + 22, form.others, size=10, weight=SEMIBOLD)
    _draw_columns(document, y + 28, grid, form.heads)


def _blank(document: Document, heading: Block, *, holds_next: bool = False) -> Block:
    return Block(_ROW, lambda y: _draw_line(document, y), heading=heading, holds_next=holds_next)
