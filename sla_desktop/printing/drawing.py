"""A document being drawn: text, shapes, codes and pictures, measured in points from the top left.

Everything that is drawn goes through these few functions, so that each piece of content has its place in the
structure tree and whatever only decorates is marked as that.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import Any

from sla_desktop.printing import codes, fonts, output, pictures, style
from sla_desktop.printing.ink import Ink
from sla_desktop.printing.marking import Marking
from sla_desktop.printing.operators import letters, marks, number, rgb, text_string
from sla_desktop.printing.pictures import Picture
from sla_desktop.printing.shaping import Line, shape
from sla_desktop.printing.structure import Element, Structure
from sla_desktop.printing.style import Colour

LANGUAGE = "en-GB"
_PROGRAM = "SLA Desktop"
_LINE = 1.15  # from one base line to the next, in type sizes


class Document(Ink):
    """Pages of one size; `size` is width and height in points, as are all lengths; y grows downwards."""

    def __init__(self, size: tuple[float, float], *, title: str, author: str, subject: str) -> None:
        from sla_desktop.printing.canvas import new_canvas

        self.width, self.height = size
        self.pages = 0
        self.structure = Structure()
        self._about = {"title": title, "author": author, "subject": subject}
        self._canvas = new_canvas(size, LANGUAGE)
        self._marking = Marking(self._canvas, self.structure)
        self._faces: dict[str, Any] = {}
        self._lines: dict[tuple[Any, ...], tuple[Line, str]] = {}
        self._pictures: dict[tuple[Picture, float, float, str], str] = {}
        self._attached: list[tuple[str, str, str, bytes]] = []
        self._canvas.setViewerPreference("DisplayDocTitle", "true")
        self._canvas.setViewerPreference("PrintScaling", "None")

    @contextmanager
    def tagged(self, kind: str, entries: str = "") -> Iterator[Element]:
        """What is drawn inside is a new element of a standard type, at the end of the one being filled."""
        parent = self._marking.element
        if parent is None:  # decoration has no structure
            yield Element(kind)
            return
        element = parent.add(kind, entries)
        self._marking.element = element
        try:
            yield element
        finally:
            self._marking.element = parent

    @contextmanager
    def within(self, element: Element | None) -> Iterator[None]:
        """What is drawn inside goes on with an element begun before; with None it is decoration."""
        with self._marking.inside(element):
            yield

    def place(self, element: Element) -> None:
        """Put an element that was made before at the end of the one being filled."""
        (self._marking.element or self.structure.root).kids.append(element)

    @contextmanager
    def figure(self, alt: str) -> Iterator[Element]:
        """What is drawn inside is one figure, shapes and all; `alt` tells those who do not see it."""
        with self.tagged("Figure", f"/Alt{text_string(alt)}") as element:
            yield element

    def text(
        self,
        x: float,
        y: float,
        text: str,
        *,
        size: float,
        weight: str = fonts.REGULAR,
        colour: Colour = style.INK,
        align: str = "left",
        tabular: bool = False,
    ) -> float:
        """One line with its base line at y; `align` says what x is: left, centre or right. Gives the line's width."""
        line = shape(text, weight, tabular)
        wide = line.wide(size)
        left = x - {"left": 0.0, "centre": wide / 2, "right": wide}[align]
        if line.is_plain or self._marking.is_said:
            self._marking.text(self._drawn(line, left, self.height - y, size, colour))
        else:
            with self._marking.said(text):
                self._marking.text(self._drawn(line, left, self.height - y, size, colour))
        return wide

    def lines(
        self,
        x: float,
        y: float,
        lines: Sequence[str],
        *,
        said: str,
        size: float,
        leading: float | None = None,
        weight: str = fonts.REGULAR,
        colour: Colour = style.INK,
        align: str = "left",
        exact: bool = False,
    ) -> float:
        """A text in lines, the first with its base line at y, read aloud and copied as `said`, letter by letter.

        Gives the base line after the last; `leading` is 1.15 times the size unless it is given. `exact` writes the
        text into the file even where the letters that are drawn say the same; for names.
        """
        step = size * _LINE if leading is None else leading
        told = exact or len(lines) > 1 or lines != (said,)
        with self._marking.said(said) if told else nullcontext():
            for line in lines:
                self.text(x, y, line, size=size, weight=weight, colour=colour, align=align)
                y += step
        return y

    def paint(self, operators: str) -> None:
        self._marking.shape(operators)

    def code(self, x: float, y: float, text: str, *, side: float, alt: str) -> None:
        """A QR code of a text; `side` is the whole square with its quiet zone, whose top left corner is (x, y)."""
        symbol = codes.qr(text)
        module = side / (symbol.side + 2 * codes.QUIET_ZONE)
        inner = module * symbol.side
        margin = module * codes.QUIET_ZONE
        bits = symbol.bits.hex()
        place = f"{number(x + margin)} {number(self.height - y - margin - inner)}"
        with self._boxed(alt, (x, y, side, side)):
            self.box(x, y, side, side, fill=style.WHITE)
            self.paint(
                f"q 0 0 0 rg {number(inner)} 0 0 {number(inner)} {place} cm\n"
                f"BI /W {symbol.side} /H {symbol.side} /BPC 1 /IM true /F /AHx ID {bits}>\nEI Q"
            )

    def picture(
        self, picture: Picture, x: float, y: float, width: float, height: float, *, alt: str, align: str = "left"
    ) -> None:
        """A PNG or JPEG as large as fits the box whose top left corner is (x, y); raises SlaError if unreadable."""
        name = self._stored(picture, width, height, align)
        with self._boxed(alt, (x, y, width, height)):
            self.paint(f"q 1 0 0 1 {number(x)} {number(self.height - y - height)} cm")
            self._canvas.doForm(name)
            self.paint("Q")

    def _stored(self, picture: Picture, width: float, height: float, align: str) -> str:
        """The name under which a picture of this size is in the file, once."""
        key = (picture, width, height, align)
        if key not in self._pictures:
            anchor = {"left": "nw", "centre": "c", "right": "ne"}[align]
            opened = pictures.opened(picture, max(width, height))
            self._pictures[key] = f"picture{len(self._pictures)}"
            self._marking.close()
            self._canvas.beginForm(self._pictures[key], 0, 0, width, height)
            self._canvas.drawImage(opened, 0, 0, width, height, mask="auto", preserveAspectRatio=True, anchor=anchor)
            self._canvas.endForm()
        return self._pictures[key]

    @contextmanager
    def _boxed(self, alt: str, box: tuple[float, float, float, float]) -> Iterator[None]:
        """A figure in a box (x, y, width, height); decoration where decoration is drawn."""
        if self._marking.element is None:
            yield
            return
        x, y, wide, high = box
        place = f"[{number(x)} {number(self.height - y - high)} {number(x + wide)} {number(self.height - y)}]"
        with self.tagged("Figure", f"/Alt{text_string(alt)}/A<</O/Layout/Placement/Block/BBox{place}>>"):
            yield

    @contextmanager
    def drawn_once(self, name: str) -> Iterator[None]:
        """What is drawn inside is stored once in the file and shown wherever `stamp` puts it, as decoration."""
        self._canvas.beginForm(name, 0, 0, self.width, self.height)
        with self._marking.unmarked(), self._marking.inside(None):
            yield
        self._canvas.endForm()

    @contextmanager
    def clipped(self, x: float, y: float, width: float, height: float) -> Iterator[None]:
        """What is drawn inside shows only within the rectangle whose top left corner is (x, y)."""
        self._marking.close()
        self._canvas.addLiteral(
            f"q {number(x)} {number(self.height - y - height)} {number(width)} {number(height)} re W n"
        )
        yield
        self._marking.close()
        self._canvas.addLiteral("Q")

    @contextmanager
    def turned(self, x: float, y: float) -> Iterator[None]:
        """What is drawn inside is turned upside down around (x, y)."""
        self._marking.close()
        self._canvas.addLiteral(f"q -1 0 0 -1 {number(2 * x)} {number(2 * (self.height - y))} cm")
        yield
        self._marking.close()
        self._canvas.addLiteral("Q")

    def stamp(self, name: str) -> None:
        """Show what `drawn_once` stored, in the same place on this page."""
        with self._marking.inside(None):
            self._marking.shape("q")
            self._canvas.doForm(name)
            self._marking.shape("Q")

    def bookmark(self, title: str) -> None:
        """An entry for this page in the viewer's contents list."""
        key = f"{self.pages}-{title}"
        self._canvas.bookmarkPage(key)
        self._canvas.addOutlineEntry(fonts.visible(title), key)

    def link(self, owner: Element, x: float, y: float, width: float, height: float, target: Element) -> None:
        """Make a box on this page, whose top left corner is (x, y), lead to where an element begins."""
        box = (x, self.height - y - height, x + width, self.height - y)
        reserved = self._canvas.reserve()
        self.structure.link(owner, reserved, box, target)
        self._canvas.annotate(reserved)

    def attach(self, name: str, description: str, media_type: str, data: bytes) -> None:
        """Carry a file in the document, which makes it one of PDF/A-3a."""
        self._attached.append((name, description, media_type, data))

    def end_page(self) -> None:
        """The page is finished; what is drawn next is on the following one."""
        self._marking.close()
        self._canvas.end_tagged_page()
        self.structure.end_page()
        self.pages += 1

    def data(self) -> bytes:
        """The finished document as the bytes of a file."""
        from sla_desktop.printing.packing import About, packed

        about = About(**self._about, language=LANGUAGE, program=_PROGRAM, attached=tuple(self._attached))
        return packed(self._canvas, self.structure, about)

    def save(self, path: Path) -> int:
        """Write the finished document, whole or not at all; gives its number of pages."""
        output.save(self.data(), path)
        return self.pages

    def _drawn(self, line: Line, left: float, base: float, size: float, colour: Colour) -> str:
        """The operators of a line of text, worked out once for each place."""
        key = (id(line), left, base, size, colour)
        if key not in self._lines:
            # The line is kept, so that no other can have its identity.
            self._lines[key] = line, self._shown(line, left, base, size, colour)
        return self._lines[key][1]

    def _shown(self, line: Line, left: float, base: float, size: float, colour: Colour) -> str:
        """The operators of a line of text."""
        shown: list[str] = []
        over: list[str] = []
        start = left
        for run in line.runs:
            face = self._embedded(run.face)
            font = f"/{face.label} {number(size)} Tf"
            shown += [font, letters(run, face.code, size)]
            if found := marks(run, face.code, size, start, base):
                over += [font, *found]
            start += run.width * size / 1000
        if over:
            shown += over
        return f"{rgb(colour)} rg BT 1 0 0 1 {number(left)} {number(base)} Tm {' '.join(shown)} ET"

    def _embedded(self, face: fonts.Face) -> Any:
        from sla_desktop.printing.embedding import EmbeddedFace

        if face.name not in self._faces:
            self._faces[face.name] = EmbeddedFace(face, len(self._faces) + 1)
            self._canvas._doc.delayedFonts.append(self._faces[face.name])  # noqa: SLF001 - the only way in
        return self._faces[face.name]
