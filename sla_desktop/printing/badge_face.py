"""One badge: the name as large as it fits, the organisation, and the code for the door; and its back."""

from dataclasses import dataclass

from sla_desktop.domain.errors import SlaError
from sla_desktop.printing import codes, text
from sla_desktop.printing.drawing import Document
from sla_desktop.printing.fonts import BOLD, REGULAR, SEMIBOLD
from sla_desktop.printing.labels import Stock
from sla_desktop.printing.style import INK, MM, MUTED, Colour, Identity

_INSET = 3 * MM  # sheets feed up to 2 mm out of place
_INSET_CUT = 7 * MM  # plain paper is cut by hand, and printers reach no nearer to its edge
_MODULE = 0.4 * MM  # read by a phone from a 200 dpi print
_GAP = 2 * MM
_ROOMY = 26 * MM  # lower labels have no line for the organisation that invites
_BASE = 7.5
_SMALLEST = 4.5  # points; less cannot be read at all


@dataclass(frozen=True, slots=True)
class Badge:
    """What one badge says; empty texts take no room; `lines` are small print such as tables by round.

    The event's name is left out where something else would have to give way to it.
    """

    name: str
    pronouns: str
    organisation: str
    role: str
    code: str
    lines: tuple[str, ...] = ()
    event: str = ""


@dataclass(frozen=True, slots=True)
class Look:
    """What all badges of a print share; `large` gives names half as much again and leaves organiser and event out.

    `rounds` is the size of type on backs that tell the rounds.
    """

    identity: Identity
    accent: Colour
    large: bool = False
    rounds: float = 0.0


@dataclass(frozen=True, slots=True)
class _Piece:
    said: str
    fitted: text.Fitted
    weight: str
    colour: Colour
    before: float
    height: float


def _piece(said: str, fitted: text.Fitted, weight: str, colour: Colour, before: float) -> _Piece:
    """A text with its height: from the end of the piece before it to its own, below its deepest letter."""
    lines, size = fitted.lines, fitted.size
    deeper = text.depth(lines[-1], size, weight) - 0.27 * size if lines else 0
    return _Piece(said, fitted, weight, colour, before, before + len(lines) * size * 1.16 + max(deeper, 0))


def draw_face(document: Document, badge: Badge, stock: Stock, x: float, y: float, *, look: Look) -> None:
    """The front of a badge on the label whose top left corner is (x, y)."""
    inset = _INSET_CUT if stock.cut else _INSET
    wide, high = stock.width * MM - 2 * inset, stock.height * MM - 2 * inset
    left, top = x + inset, y + inset
    side = _code_side(badge, stock)
    upper, lower = _pieces(badge, look, (wide, high), side, stock)
    with document.tagged("Sect"):
        for piece in upper:
            _draw_piece(document, piece, left, top)
            top += piece.height
        if lower.lines:
            step = lower.size * 1.25
            base = y + inset + high - 1 - (len(lower.lines) - 1) * step
            said = " ".join(badge.lines)
            document.lines(left, base, lower.lines, said=said, size=lower.size, leading=step, colour=INK)
        if badge.code:
            _draw_code(document, badge, left + wide, y + inset + high, side)


def _draw_piece(document: Document, piece: _Piece, x: float, top: float, align: str = "left") -> None:
    size = piece.fitted.size
    with document.tagged("P"):
        document.lines(
            x, top + piece.before + size * 0.9, piece.fitted.lines, said=piece.said, size=size, leading=size * 1.16,
            weight=piece.weight, colour=piece.colour, align=align, exact=piece.weight == BOLD,
        )  # fmt: skip


def _code_side(badge: Badge, stock: Stock) -> float:
    if not badge.code:
        return 0.0
    return max(codes.side(badge.code, _MODULE), min(0.34 * stock.height, 20.0) * MM)


def _draw_code(document: Document, badge: Badge, right: float, bottom: float, side: float) -> None:
    """The QR code in the corner, its quiet zone reaching into the margin, with the code to read below."""
    code = badge.code
    quiet = side * codes.quiet_share(code)
    size = min(6.5, 6.5 * (side - 2 * quiet) / text.width(code, 6.5))
    alt = f"QR code for the door: {code}"
    document.code(right - side + quiet, bottom - side + quiet - size - 1.5, code, side=side, alt=alt)
    document.text(right - side / 2 + quiet, bottom - 1, code, size=size, colour=MUTED, align="centre")


def _pieces(
    badge: Badge, look: Look, room: tuple[float, float], side: float, stock: Stock
) -> tuple[list[_Piece], text.Fitted]:
    """The stack from the top and the small print from the bottom, at the largest scale at which both fit."""
    wide, high = room
    beside_code = wide - (side * (1 - codes.quiet_share(badge.code)) + _GAP if side else 0)
    scale = 1.3 if look.large else 1.0
    while scale * _BASE >= _SMALLEST:
        body = _body(badge, beside_code, scale)
        prints = [_small_print(lines, beside_code, scale) for lines in (badge.lines, (" · ".join(badge.lines),))]
        # The name goes over the code where there is height for that, else beside it.
        for head_wide, head_high in ((wide, high - side), (beside_code, high)):
            head = _head(badge, look, (head_wide, high), scale)
            left_over = high - _height(head) - _height(body)
            small = next((each for each in prints if _small_height(each) <= left_over), None)
            if small and _height(head) <= head_high:
                spare = min(left_over - _small_height(small), head_high - _height(head))
                return _with_event(head, badge.event, head_wide, scale, spare) + body, small
        scale *= 0.94
    raise SlaError(f"The badge of {badge.name} does not fit on {stock.name}: choose a larger label or fewer lines.")


def _small_print(lines: tuple[str, ...], wide: float, scale: float) -> text.Fitted:
    size = _BASE * scale
    return text.Fitted(tuple(line for said in lines for line in text.wrap(said, wide, size)), size)


def _small_height(small: text.Fitted) -> float:
    return len(small.lines) * small.size * 1.25 + (3 if small.lines else 0)


def _height(pieces: list[_Piece]) -> float:
    return sum(piece.height for piece in pieces)


def _head(badge: Badge, look: Look, room: tuple[float, float], scale: float) -> list[_Piece]:
    """Whose event, the name, the pronouns: over the whole width."""
    wide, high = room
    size = (0.31 if look.large else 0.2) * high * scale
    pieces = []
    if high > _ROOMY and not look.large:
        said = text.fit_line(look.identity.organisation, wide, (7.0 * scale, 4.0), SEMIBOLD)
        pieces.append(_piece(look.identity.organisation, said, SEMIBOLD, look.accent, 0))
    name = text.fit_line(badge.name, wide, (size, 0.7 * size), BOLD)
    pieces.append(_piece(badge.name, name, BOLD, INK, 0.055 * high))
    if badge.pronouns:
        said = text.fit_line(badge.pronouns, wide, (8.5 * scale, 5.0), REGULAR)
        pieces.append(_piece(badge.pronouns, said, REGULAR, MUTED, 1.0))
    return pieces


def _with_event(head: list[_Piece], event: str, wide: float, scale: float, spare: float) -> list[_Piece]:
    """The head with the event's name under the organisation, where nothing else has to give way to it."""
    if not event or head[0].weight == BOLD:
        return head
    said = text.readable(event, wide, (6.5 * scale, 5.5 * scale), REGULAR)
    piece = _piece(event, said, REGULAR, MUTED, 1.0)
    return [head[0], piece, *head[1:]] if piece.height <= spare and len(said.lines) <= 2 else head


def _body(badge: Badge, wide: float, scale: float) -> list[_Piece]:
    """Organisation and role, beside the code."""
    pieces = []
    if badge.organisation:
        said = text.fit_lines(badge.organisation, (wide, 24 * scale), (10.0 * scale, 7.0 * scale), SEMIBOLD)
        pieces.append(_piece(badge.organisation, said, SEMIBOLD, INK, 4 * scale))
    if badge.role:
        said = text.fit_lines(badge.role, (wide, 22 * scale), (8.5 * scale, 6.5 * scale), REGULAR)
        pieces.append(_piece(badge.role, said, REGULAR, MUTED, 1.5 * scale))
    return pieces


def draw_tent(document: Document, badge: Badge, stock: Stock, x: float, y: float, look: Look) -> None:
    """A tent card: the name on both sides, one of them upside down, and a line to fold along."""
    half = stock.height * MM / 2
    middle = y + half
    for at in (x + 5 * MM, x + stock.width * MM - 13 * MM):
        document.rule(at, middle, at + 8 * MM, colour=MUTED, dash="2 2")
    with document.within(None), document.turned(x + stock.width * MM / 2, middle):
        _draw_side(document, badge, stock, x, middle, look)
    with document.tagged("Sect"):
        _draw_side(document, badge, stock, x, middle, look)


def _draw_side(document: Document, badge: Badge, stock: Stock, x: float, top: float, look: Look) -> None:
    """The name in the middle of the half that begins at `top`, the organisation close below it."""
    centre, wide, high = x + stock.width * MM / 2, stock.width * MM - 30 * MM, stock.height * MM / 2
    name = text.fit_line(badge.name, wide, (0.3 * high, 20.0), BOLD)
    pieces = [_piece(badge.name, name, BOLD, INK, 0)]
    if badge.organisation:
        fitted = text.fit_line(badge.organisation, wide, (16.0, 9.0), REGULAR)
        pieces.append(_piece(badge.organisation, fitted, REGULAR, look.accent, 10))
    top += (high - _height(pieces)) / 2
    for piece in pieces:
        _draw_piece(document, piece, centre, top, align="centre")
        top += piece.height
