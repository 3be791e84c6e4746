"""Tables and lists in the structure tree, which may go on over pages."""

from collections.abc import Iterator
from contextlib import contextmanager

from sla_desktop.printing.drawing import Document
from sla_desktop.printing.structure import Element

COLUMN = "/A<</O/Table/Scope/Column>>"
ROW = "/A<</O/Table/Scope/Row>>"
UNNUMBERED = "/A<</O/List/ListNumbering/None>>"
BULLETED = "/A<</O/List/ListNumbering/Disc>>"


class Grid:
    """One table; its element is made when its first row is drawn, and later rows go on with it."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._element: Element | None = None

    @contextmanager
    def row(self) -> Iterator[None]:
        """What is drawn inside is the next row."""
        if self._element is None:
            with self._document.tagged("Table") as self._element:
                pass
        with self._document.within(self._element), self._document.tagged("TR"):
            yield

    @contextmanager
    def heading(self) -> Iterator[None]:
        """What is drawn inside is the row of column heads; where it comes again on a page it only decorates."""
        with self.row() if self._element is None else self._document.within(None):
            yield


def empty_cells(document: Document, count: int) -> None:
    """Cells of a row in which something may be written by hand."""
    for _ in range(count):
        with document.tagged("TD"):
            pass


@contextmanager
def item(document: Document) -> Iterator[None]:
    """What is drawn inside is an item of the list that is being filled."""
    with document.tagged("LI"), document.tagged("LBody"):
        yield
