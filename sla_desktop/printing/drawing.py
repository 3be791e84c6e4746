"""A document being drawn: text, lines, boxes, discs, codes and pictures, measured in points from the top left.

Everything that is drawn goes through these few functions, so that whatever has to be said about content
later, for example its place in a structure tree, has one place to be said.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sla_desktop.domain.errors import SlaError
from sla_desktop.printing import codes, fonts, output, style
from sla_desktop.printing.operators import letters, marks, number, painted, rgb
from sla_desktop.printing.shaping import shape
from sla_desktop.printing.style import Colour

LANGUAGE = "en-GB"
_PROGRAM = "SLA Desktop"
_UNSPOKEN = "/Span <</ActualText <FEFF>>> BDC"  # drawn, but said by the letters already


class Document:
    """Pages of one size; `size` is width and height in points, as are all lengths; y grows downwards."""

    def __init__(self, size: tuple[float, float], *, title: str, author: str, subject: str) -> None:
        from sla_desktop.printing.canvas import new_canvas

        self.width, self.height = size
        self.pages = 0
        self._canvas = new_canvas(size, LANGUAGE)
        self._faces: dict[str, Any] = {}
        self._canvas.setTitle(title)
        self._canvas.setAuthor(author)
        self._canvas.setSubject(subject)
        self._canvas.setCreator(_PROGRAM)
        self._canvas.setProducer(_PROGRAM)
        self._canvas.setViewerPreference("DisplayDocTitle", "true")
        self._canvas.setViewerPreference("PrintScaling", "None")

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
        base = self.height - y
        place = f"1 0 0 1 {number(left)} {number(base)} Tm"
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
            shown += [_UNSPOKEN, *over, "EMC"]
        self._canvas.addLiteral(f"{rgb(colour)} rg BT {place} {' '.join(shown)} ET")
        return wide

    def rule(
        self,
        x: float,
        y: float,
        to_x: float,
        to_y: float | None = None,
        *,
        colour: Colour = style.RULE,
        thickness: float = 0.5,
        dash: str = "",
    ) -> None:
        """A straight line, level unless `to_y` says otherwise; `dash` is a PDF dash array such as "1 2"."""
        end = self.height - (y if to_y is None else to_y)
        self._canvas.addLiteral(
            f"{rgb(colour)} RG {number(thickness)} w [{dash}] 0 d "
            f"{number(x)} {number(self.height - y)} m {number(to_x)} {number(end)} l S"
        )

    def box(
        self,
        x: float,
        y: float,
        width: float,
        height: float,
        *,
        fill: Colour | None = None,
        stroke: Colour | None = None,
        thickness: float = 0.5,
    ) -> None:
        """A rectangle whose top left corner is (x, y)."""
        shape_of = f"{number(x)} {number(self.height - y - height)} {number(width)} {number(height)} re"
        self._canvas.addLiteral(painted(shape_of, fill, stroke, thickness))

    def path(
        self,
        points: list[tuple[float, float]],
        *,
        fill: Colour | None = None,
        stroke: Colour | None = None,
        thickness: float = 0.5,
    ) -> None:
        """A chain of Bézier curves: a start point, then two controls and an end for every curve."""
        placed = [f"{number(x)} {number(self.height - y)}" for x, y in points]
        curves = " ".join(f"{a} {b} {c} c" for a, b, c in zip(placed[1::3], placed[2::3], placed[3::3], strict=True))
        self._canvas.addLiteral(painted(f"{placed[0]} m {curves}", fill, stroke, thickness))

    def disc(
        self,
        x: float,
        y: float,
        radius: float,
        *,
        fill: Colour | None = None,
        stroke: Colour | None = None,
        thickness: float = 0.5,
    ) -> None:
        """A circle around (x, y)."""
        k = radius * 0.5523
        r = radius
        around = [
            *[(x + r, y), (x + r, y + k), (x + k, y + r), (x, y + r), (x - k, y + r), (x - r, y + k), (x - r, y)],
            *[(x - r, y - k), (x - k, y - r), (x, y - r), (x + k, y - r), (x + r, y - k), (x + r, y)],
        ]
        self.path(around, fill=fill, stroke=stroke, thickness=thickness)

    def code(self, x: float, y: float, text: str, *, side: float) -> None:
        """A QR code of a text; `side` is the whole square with its quiet zone, whose top left corner is (x, y)."""
        symbol = codes.qr(text)
        module = side / (symbol.side + 2 * codes.QUIET_ZONE)
        inner = module * symbol.side
        margin = module * codes.QUIET_ZONE
        bits = b"".join(symbol.rows).hex()
        self.box(x, y, side, side, fill=style.WHITE)
        place = f"{number(x + margin)} {number(self.height - y - margin - inner)}"
        self._canvas.addLiteral(
            f"q 0 0 0 rg {number(inner)} 0 0 {number(inner)} {place} cm\n"
            f"BI /W {symbol.side} /H {symbol.side} /BPC 1 /IM true /F /AHx ID {bits}>\nEI Q"
        )

    def picture(self, path: Path, x: float, y: float, width: float, height: float, align: str = "left") -> None:
        """A PNG or JPEG as large as fits the box whose top left corner is (x, y); raises SlaError if unreadable."""
        anchor = {"left": "nw", "centre": "c", "right": "ne"}[align]
        try:
            self._canvas.drawImage(
                str(path), x, self.height - y - height, width, height, mask="auto",
                preserveAspectRatio=True, anchor=anchor,
            )  # fmt: skip
        except OSError:
            raise SlaError(f"The logo “{path}” could not be read: choose a PNG or JPEG picture.") from None

    @contextmanager
    def drawn_once(self, name: str) -> Iterator[None]:
        """What is drawn inside is stored once in the file and shown wherever `stamp` puts it."""
        self._canvas.beginForm(name, 0, 0, self.width, self.height)
        yield
        self._canvas.endForm()

    @contextmanager
    def clipped(self, x: float, y: float, width: float, height: float) -> Iterator[None]:
        """What is drawn inside shows only within the rectangle whose top left corner is (x, y)."""
        self._canvas.addLiteral(
            f"q {number(x)} {number(self.height - y - height)} {number(width)} {number(height)} re W n"
        )
        yield
        self._canvas.addLiteral("Q")

    def stamp(self, name: str) -> None:
        """Show what `drawn_once` stored, in the same place on this page."""
        self._canvas.doForm(name)

    def bookmark(self, title: str) -> None:
        """An entry for this page in the viewer's contents list."""
        key = f"{self.pages}-{title}"
        self._canvas.bookmarkPage(key)
        self._canvas.addOutlineEntry(fonts.visible(title), key)

    def end_page(self) -> None:
        """The page is finished; what is drawn next is on the following one."""
        self._canvas.showPage()
        self.pages += 1

    def save(self, path: Path) -> int:
        """Write the finished document, whole or not at all; gives its number of pages."""
        output.save(bytes(self._canvas.getpdfdata()), path)
        return self.pages

    def _embedded(self, face: fonts.Face) -> Any:
        from sla_desktop.printing.embedding import EmbeddedFace

        if face.name not in self._faces:
            self._faces[face.name] = EmbeddedFace(face, len(self._faces) + 1)
            self._canvas._doc.delayedFonts.append(self._faces[face.name])  # noqa: SLF001 - the only way in
        return self._faces[face.name]
