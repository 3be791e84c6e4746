"""Certificates of attendance: one A4 landscape page for each person, fit to be framed and to be checked."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from sla_desktop.domain.errors import SlaError
from sla_desktop.printing import codes, fonts, pictures, style, text
from sla_desktop.printing.designs import GROUNDS
from sla_desktop.printing.drawing import Document
from sla_desktop.printing.fonts import DISPLAY, REGULAR, SEMIBOLD
from sla_desktop.printing.grid import UNNUMBERED, item
from sla_desktop.printing.progress import Early, Progress, counted, require_some, uncollected
from sla_desktop.printing.style import FAINT, INK, MM, MUTED, RULE, Colour, Identity

_LEFT, _RIGHT = 27 * MM, 297 * MM - 27 * MM
_COLUMN_GAP = 12 * MM
_INDENT = 11
_FOOT = 210 * MM - 22 * MM
_MODULE = 0.5 * MM  # read by a phone from a 150 dpi print; smaller modules are not
_SMALLEST_QR, _LARGEST_QR = 27 * MM, 58 * MM
_NAME_SIZES = (40.0, 21.0)
_TITLE_SIZES = (19.0, 12.0)
_DEEPEST = 0.5  # how far below the base line a letter of any script may reach, in ems
_LIST_SIZES = (9.5, 9.0, 8.5, 8.0, 7.5, 7.0, 6.5, 6.0)


@dataclass(frozen=True, slots=True)
class Certificate:
    """What one certificate says; every text is printed as it is given, `qr_text` only as a code."""

    name: str
    event_title: str
    date_text: str
    venue: str
    hours_text: str
    sessions: tuple[str, ...]
    outcomes: tuple[str, ...]
    organiser: str
    contact: str
    signatory: str
    number: str
    issued_text: str
    qr_text: str
    check_code: str
    duplicate: bool = False
    title: str = "Certificate of attendance"
    wording: str = "took part in"
    replaces: str = ""
    registration: str = ""
    accreditation: str = ""
    signatory_role: str = ""
    signature: bytes = b""


@uncollected()
def print_certificates(
    certificates: Sequence[Certificate],
    path: Path,
    *,
    identity: Identity,
    design: str = "rosette",
    progress: Progress | None = None,
    early: Early | None = None,
) -> int:
    """Write one certificate a page to `path`; gives the number of pages. `design` is one of GROUNDS.

    `early` hears of the first page before the others are drawn.

    Raises SlaError for a letter that no font has, a logo or signature that is no picture, lists too long for the
    page, and for a file that cannot be written; then nothing is written.
    """
    check(certificates, identity)
    if early:
        early(draw_certificates(certificates[:1], identity=identity, design=design).data())
    return draw_certificates(certificates, identity=identity, design=design, progress=progress).save(path)


def check(certificates: Sequence[Certificate], identity: Identity) -> None:
    """Raises SlaError for whatever could not be printed, before anything is."""
    require_some(certificates, "certificates")
    fonts.check_names((each.name, said) for each in certificates for said in _texts(each))
    fonts.check_names([("the organisation", identity.organisation)])
    if identity.logo:
        pictures.check(identity.logo, "logo")
    if certificates[0].signature:
        pictures.check(certificates[0].signature, "signature")


def draw_certificates(
    certificates: Sequence[Certificate],
    *,
    identity: Identity,
    design: str = "rosette",
    attached: Sequence[tuple[str, str, str, bytes]] = (),
    progress: Progress | None = None,
) -> Document:
    """The same as a document; `attached` are files that it carries: name, description, media type, content."""
    title = f"{certificates[0].title}: {certificates[0].event_title}"
    document = Document(style.A4_LANDSCAPE, title=title, author=identity.organisation, subject="Certificates")
    for file in attached:
        document.attach(*file)
    accent = style.accent(identity)
    with document.drawn_once("ground"):
        GROUNDS[design](document, accent)
    for certificate in counted(certificates, progress):
        document.stamp("ground")
        with document.tagged("Sect"):
            _draw_organisation(document, identity, accent)
            _draw(document, certificate, accent)
        document.end_page()
    return document


def _texts(certificate: Certificate) -> Iterator[str]:
    one = certificate
    yield from (one.name, one.event_title, one.date_text, one.venue, one.hours_text, one.organiser, one.contact)
    yield from (one.signatory, one.number, one.issued_text, one.check_code, *one.sessions, *one.outcomes)
    yield from (one.title, one.wording, one.replaces, one.registration, one.accreditation, one.signatory_role)


def _draw_organisation(document: Document, identity: Identity, accent: Colour) -> None:
    if identity.logo:
        alt = f"Logo of {identity.organisation}"
        document.picture(identity.logo, _LEFT, 21 * MM, 70 * MM, 16 * MM, alt=alt)
        return
    size = text.size_for(identity.organisation, 150 * MM, 13.0, SEMIBOLD)
    document.text(_LEFT, 29 * MM, identity.organisation, size=size, weight=SEMIBOLD, colour=accent)


def _draw(document: Document, certificate: Certificate, accent: Colour) -> None:
    y = _draw_name_and_event(document, certificate, accent)
    side = _code_side(certificate)
    document.rule(_LEFT, y, _RIGHT, colour=RULE)
    _draw_lists(document, certificate, y + 19, (_FOOT - 46, _FOOT - max(side, 27 * MM) - 10))
    _draw_signature(document, certificate)
    _draw_code(document, certificate, side)


def _draw_mark(document: Document, said: str, x: float, y: float, accent: Colour) -> None:
    wide = text.width(said, 10, SEMIBOLD) + 14
    document.box(x, y - 13, wide, 18, stroke=accent, thickness=1)
    document.text(x + wide / 2, y - 0.5, said, size=10, weight=SEMIBOLD, colour=accent, align="centre")


def _draw_name_and_event(document: Document, certificate: Certificate, accent: Colour) -> float:
    """The upper half, down to the rule; gives where the rule goes."""
    room = _RIGHT - _LEFT
    y = 49 * MM
    with document.tagged("H1"):
        wide = document.text(_LEFT, y, certificate.title, size=13, colour=MUTED)
    mark = f"Replaces {certificate.replaces}" if certificate.replaces else "Duplicate" * certificate.duplicate
    if mark:
        _draw_mark(document, mark, _LEFT + wide + 12, y, accent)
    name = text.fit_line(certificate.name, room, _NAME_SIZES, DISPLAY)
    y += 8 + _NAME_SIZES[0] if len(name.lines) == 1 else 10 + name.size
    with document.tagged("P"):
        y = document.lines(_LEFT, y, name.lines, said=certificate.name, size=name.size, weight=DISPLAY, exact=True)
    y += name.size * (_DEEPEST - 1.15)
    document.box(_LEFT, y, 17 * MM, 2.2, fill=accent)
    y += 23
    said = certificate.wording
    if certificate.registration:
        said = f"{certificate.registration}, {said}"
    with document.tagged("P"):
        lines = text.wrap(said, room, 11)
        y = document.lines(_LEFT, y + 2, lines, said=said, size=11, leading=15, colour=MUTED) - 17
    title = text.fit_lines(certificate.event_title, (room, 52), _TITLE_SIZES, SEMIBOLD)
    y += 10 + title.size
    with document.tagged("P"):
        y = document.lines(_LEFT, y, title.lines, said=certificate.event_title, size=title.size, weight=SEMIBOLD)
    facts = " · ".join(part for part in (certificate.date_text, certificate.venue) if part)
    if facts:
        with document.tagged("P"):
            y = document.lines(_LEFT, y, text.wrap(facts, room, 11), said=facts, size=11, leading=16)
    y = _draw_hours(document, certificate, y, accent)
    return y - 2


def _draw_hours(document: Document, certificate: Certificate, y: float, accent: Colour) -> float:
    """The certified time, and who accredited it; gives the base line after them."""
    if certificate.hours_text:
        document.text(_LEFT, y + 1, certificate.hours_text, size=11, weight=SEMIBOLD, colour=accent)
        y += 17
    if certificate.accreditation:
        with document.tagged("P"):
            lines = text.wrap(certificate.accreditation, _RIGHT - _LEFT, 9)
            y = document.lines(_LEFT, y, lines, said=certificate.accreditation, size=9, leading=12, colour=MUTED) + 4
    return y


def _draw_lists(document: Document, certificate: Certificate, top: float, bottoms: tuple[float, float]) -> None:
    """Sessions and outcomes side by side, in the largest type in which both fit whole above `bottoms`."""
    lists = (("Sessions attended", certificate.sessions), ("Learning outcomes", certificate.outcomes))
    filled = [(heading, items) for heading, items in lists if items]
    room = (_RIGHT - _LEFT - _COLUMN_GAP) / 2
    heights = [bottom - top - 15 for bottom in bottoms]
    size = _list_size(certificate, [items for _, items in filled], room, heights)
    for column, (heading, items) in enumerate(filled):
        x = _LEFT + column * (room + _COLUMN_GAP)
        with document.tagged("H2"):
            document.text(x, top, heading, size=8.5, weight=SEMIBOLD, colour=MUTED)
        with document.tagged("L", UNNUMBERED):
            _draw_items(document, items, (x, top + 8 + size), room - _INDENT, size)


def _draw_items(
    document: Document, items: tuple[str, ...], corner: tuple[float, float], room: float, size: float
) -> None:
    x, y = corner
    for said in items:
        document.disc(x + 1.6, y - size * 0.34, 1.3, fill=FAINT)
        with item(document):
            lines = text.wrap(said, room, size)
            y = document.lines(x + _INDENT, y, lines, said=said, size=size, leading=size * 1.3)
        y += size * 0.22


def _list_size(certificate: Certificate, lists: list[tuple[str, ...]], room: float, heights: list[float]) -> float:
    for size in _LIST_SIZES:
        if all(_list_height(items, room, size) <= high for items, high in zip(lists, heights, strict=False)):
            return size
    raise SlaError(
        f"The certificate for {certificate.name} has more sessions and outcomes than fit on a page: "
        "shorten the lists."
    )


def _list_height(items: tuple[str, ...], room: float, size: float) -> float:
    return sum(len(text.wrap(item, room - _INDENT, size)) * size * 1.3 + size * 0.22 for item in items)


def _code_side(certificate: Certificate) -> float:
    side = max(_SMALLEST_QR, codes.side(certificate.qr_text, _MODULE))
    if side > _LARGEST_QR:
        raise SlaError(f"The check code of certificate {certificate.number} is too long for a code on paper.")
    return side


def _draw_code(document: Document, certificate: Certificate, side: float) -> None:
    """The QR code at the bottom right, with what a person can read and type to its left."""
    quiet = side * codes.quiet_share(certificate.qr_text)
    x, y = _RIGHT - side + quiet, _FOOT - side + quiet
    alt = f"QR code that proves certificate {certificate.number}"
    facts = (("Certificate number", certificate.number), ("Check code", certificate.check_code))
    line = _FOOT - 54
    for label, value in (*facts, ("Issued", certificate.issued_text)):
        if value:
            with document.tagged("P"):
                document.text(x - 3, line - 11, label, size=7.5, colour=MUTED, align="right")
                document.text(x - 3, line, value, size=9, weight=SEMIBOLD, align="right")
        line += 27
    document.code(x, y, certificate.qr_text, side=side, alt=alt)


def _draw_signature(document: Document, certificate: Certificate) -> None:
    """Room to sign where somebody does, who signs, and who answers for the event."""
    if certificate.signature:
        alt = f"Signature of {certificate.signatory or certificate.organiser}"
        document.picture(certificate.signature, _LEFT, _FOOT - 27 - 14 * MM, 60 * MM, 14 * MM, alt=alt)
    if certificate.signature or certificate.signatory:
        document.rule(_LEFT, _FOOT - 27, _LEFT + 72 * MM, colour=INK, thickness=0.6)
    y = _FOOT - 14
    for said, size, weight, colour in (
        (", ".join(filter(None, (certificate.signatory, certificate.signatory_role))), 9.0, SEMIBOLD, INK),
        (" · ".join(part for part in (certificate.organiser, certificate.contact) if part), 8.5, REGULAR, MUTED),
    ):
        fitted = text.fit_line(said, 125 * MM, (size, 6.5), weight)
        if said:
            step = 12.0 if len(fitted.lines) == 1 else 9.0
            with document.tagged("P"):
                y = document.lines(
                    _LEFT, y, fitted.lines, said=said, size=fitted.size, leading=step, weight=weight, colour=colour
                )
