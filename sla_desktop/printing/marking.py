"""Marked content: every operator on a page belongs to an element of the structure tree or is decoration."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sla_desktop.printing import bidi
from sla_desktop.printing.operators import text_string
from sla_desktop.printing.structure import GROUPING, Element, Structure

_WORTH_STORING = 120  # characters of operators


class Marking:
    """Where on a page which element's content begins and ends; `canvas` takes the operators."""

    def __init__(self, canvas: Any, structure: Structure) -> None:
        self._canvas, self._structure = canvas, structure
        # The element that is being filled; none while decoration is drawn.
        self.element: Element | None = structure.root
        self._said: str | None = None
        self._open: tuple[Element | None, str | None] | None = None
        self._unmarked = False
        self._drawn: dict[str, str] = {}
        self._stored = 0

    @property
    def is_said(self) -> bool:
        """Whether what is drawn now is read as a text given beforehand."""
        return self._said is not None

    @contextmanager
    def inside(self, element: Element | None) -> Iterator[None]:
        """What is drawn inside belongs to the element, or is decoration."""
        before, self.element = self.element, element
        try:
            yield
        finally:
            self.element = before

    @contextmanager
    def said(self, text: str) -> Iterator[None]:
        """What is drawn inside is one piece, read as `text`."""
        self.close()
        before = self._said, self.element
        self._said = text
        if self.element is not None and bidi.is_mixed(text):
            # Readers that order letters by themselves would turn a text in the page's operators round again.
            owner = self.element.add("P") if self.element.kind in GROUPING else self.element
            self.element, self._said = owner.add("Span", f"/ActualText{text_string(text)}"), ""
        try:
            yield
        finally:
            self.close()
            self._said, self.element = before

    @contextmanager
    def unmarked(self) -> Iterator[None]:
        """What is drawn inside is marked where it is shown."""
        self.close()
        self._unmarked = True
        try:
            yield
        finally:
            self._unmarked = False

    def text(self, operators: str) -> None:
        """Operators of text."""
        element = self.element
        if element is not None and element.kind in GROUPING and not self._unmarked:
            element = element.add("P")
        self._put(operators, element)

    def shape(self, operators: str) -> None:
        """Operators of a shape: part of a figure, else decoration."""
        element = self.element
        self._put(operators, element if element is not None and element.kind == "Figure" else None)

    def close(self) -> None:
        """End the content that is open."""
        if self._open is not None:
            self._canvas.addLiteral("EMC")
        self._open = None

    def _put(self, operators: str, element: Element | None) -> None:
        if not self._unmarked and self._open != (element, self._said):
            self.close()
            self._canvas.addLiteral(self._beginning(element))
            self._open = (element, self._said)
        self._canvas.addLiteral(operators) if len(operators) < _WORTH_STORING else self._draw(operators)

    def _draw(self, operators: str) -> None:
        """Put operators on the page; those that come again are stored once in the file."""
        if operators not in self._drawn:
            self._drawn[operators] = ""
            self._canvas.addLiteral(operators)
            return
        if not self._drawn[operators]:
            self._drawn[operators] = f"again{self._stored}"
            self._stored += 1
            self._canvas.store(self._drawn[operators], operators)
        self._canvas.doForm(self._drawn[operators])

    def _beginning(self, element: Element | None) -> str:
        if element is None:
            return "/Artifact BMC"
        number = self._structure.content(element)
        if not self._said:
            return f"/{element.kind} <</MCID {number}>> BDC"
        return f"/Span <</MCID {number}/ActualText {text_string(self._said)}>> BDC"
