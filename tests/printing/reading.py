"""Reading documents back: text, fonts, ink and codes, as a reader or a scanner finds them."""

from pathlib import Path

import numpy
import pypdf
import pypdfium2
import zxingcpp

from sla_desktop.domain.text import clean


def texts(path: Path) -> list[str]:
    """The text of each page."""
    return [_seen(page.extract_text()) for page in pypdf.PdfReader(path).pages]


def read_aloud(path: Path) -> str:
    """The first page's text as a browser's viewer takes it, without what nobody can see."""
    with pypdfium2.PdfDocument(path) as document:
        return _seen(document[0].get_textpage().get_text_range())


def _seen(text: str) -> str:
    return clean(text.replace("\u200b", ""))


def words(text: str) -> str:
    """A text with every run of white space as one space, as line breaks are the layout's affair."""
    return " ".join(text.split())


def letters(text: str) -> str:
    """A text without white space, as a name may go on in a second line."""
    return "".join(text.split())


def type_sizes(path: Path) -> dict[str, float]:
    """Each line of the first page as it is drawn, with its size in points."""
    found: dict[str, float] = {}
    page = pypdf.PdfReader(path).pages[0]
    page.extract_text(visitor_text=lambda said, _cm, _tm, _font, size: found.setdefault(said.strip(), size))
    found.pop("", None)
    return found


def ink(path: Path, page: int = 0, dpi: int = 72) -> numpy.ndarray:
    """Where a page is not white: rows of truths."""
    return picture(path, page, dpi) < 250


def picture(path: Path, page: int = 0, dpi: int = 72) -> numpy.ndarray:
    """A page in greys, 0 black to 255 white."""
    with pypdfium2.PdfDocument(path) as document:
        return document[page].render(scale=dpi / 72, grayscale=True).to_numpy().copy()


def codes(path: Path, page: int = 0, dpi: int = 150) -> list[str]:
    """What a scanner reads from a page printed at a resolution."""
    return [found.text for found in zxingcpp.read_barcodes(picture(path, page, dpi))]


def fonts(path: Path) -> list[pypdf.generic.DictionaryObject]:
    """The descriptors of all fonts in a document; None for one that has none, as the built-in ones."""
    reader = pypdf.PdfReader(path)
    found = []
    for page in reader.pages:
        for font in page["/Resources"]["/Font"].values():
            made_of = font.get_object().get("/DescendantFonts", [font])[0].get_object()
            found.append(made_of.get("/FontDescriptor"))
    return [descriptor and descriptor.get_object() for descriptor in found]
