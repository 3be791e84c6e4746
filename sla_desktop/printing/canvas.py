"""The reportlab canvas, set up so that the same input always gives the same bytes and every font is embedded."""

from functools import cached_property
from io import BytesIO
from typing import Any

from reportlab import rl_config
from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas

# Compressed streams as they are: wrapping them in ASCII85 makes files a quarter larger and costs most of the time.
rl_config.useA85 = 0
# Entries of tagged and archival files that reportlab does not know, and would leave out.
pdfdoc.PDFPage.__NoDefault__ = [*pdfdoc.PDFPage.__NoDefault__, "StructParents", "Tabs"]
pdfdoc.PDFCatalog.__NoDefault__ = [*pdfdoc.PDFCatalog.__NoDefault__, "OutputIntents", "AF"]


class BareCanvas(Canvas):  # type: ignore[misc] # reportlab is untyped
    """A canvas whose pages do not begin by naming Helvetica, which would not be embedded."""

    def _make_preamble(self) -> None:
        self._preamble = ""

    def end_tagged_page(self) -> None:
        """The page is finished; its marked content has the page's number in the structure tree."""
        pages = self._doc.Pages.pages
        self.showPage()
        pages[-1].StructParents = len(pages) - 1
        pages[-1].Tabs = "/S"

    def reserve(self) -> int:
        """An object number for the caller's own use."""
        self._doc.objectcounter += 1
        return int(self._doc.objectcounter)

    @cached_property
    def resources(self) -> int:
        """The object number of the one list of fonts and stored drawings that all pages share."""
        return self.reserve()

    def _setXObjects(self, thing: Any) -> None:
        thing.Resources = f"{self.resources} 0 R"

    def store(self, name: str, operators: str) -> None:
        """Keep operators in the file under a name, to be shown on any page by `doForm`."""
        self.beginForm(name)
        self.addLiteral(operators)
        self.endForm()

    def annotate(self, object_number: int) -> None:
        """Put an annotation, written by the caller, on the present page."""
        self._annotationrefs.append(f"{object_number} 0 R")


def new_canvas(size: tuple[float, float], language: str) -> Any:
    """A fresh canvas in memory; `size` in points."""
    return BareCanvas(BytesIO(), pagesize=size, pageCompression=1, invariant=1, lang=language, pdfVersion=(1, 7))
