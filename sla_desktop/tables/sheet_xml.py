"""Hears the XML of a sheet go by, and adds up how far its cells reach and how many letters they hold."""

import re

from sla_desktop.tables.limits import Budget, Extent, damaged

_REFERENCE = re.compile(r"([A-Za-z]{1,4})([0-9]{1,9})")
_NUMBER = re.compile(r"[0-9]{1,9}")
_CELLS = ("table-cell", "covered-table-cell")


class Listener:
    """Hears the elements of one XML part; this one cares for none."""

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """An element begins; the tag is without prefix."""

    def end(self, tag: str) -> None:
        """An element ends."""

    def text(self, letters: str) -> None:
        """A run of letters inside an element."""


class SharedStrings(Listener):
    """The lengths of the texts that the cells of a workbook share."""

    def __init__(self) -> None:
        self.lengths: list[int] = []

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """A further text."""
        if tag == "si":
            self.lengths.append(0)

    def text(self, letters: str) -> None:
        """Letters of the last text."""
        if self.lengths:
            self.lengths[-1] += len(letters)


class XlsxPart(Listener):
    """A sheet of an Excel workbook, or another of its parts. Raises SlaError for cells where none can be."""

    def __init__(self, budget: Budget, strings: list[int]) -> None:
        self._budget, self._extent, self._strings = budget, Extent(budget), strings
        self._row = self._column = self._letters = 0
        self._shared = self._filled = False
        self._value = ""

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """A row, a cell, or something inside it."""
        if tag == "row":
            self._row = _number(attributes.get("r", str(self._row + 1)), self._budget.name)
            self._column = 0
        elif tag == "c":
            self._begin(attributes)
        elif tag == "Relationship" and attributes.get("Type", "").endswith("/worksheet"):
            self._check_target(attributes.get("Target", "").lower())
        else:
            self._filled = True

    def _begin(self, attributes: dict[str, str]) -> None:
        self._column += 1
        if reference := attributes.get("r"):
            found = _REFERENCE.fullmatch(reference)
            if not found:
                raise damaged(self._budget.name)
            # The reference decides, whatever row it stands in.
            self._column, self._row = _column_number(found[1]), int(found[2])
        self._shared = attributes.get("t") == "s"
        self._budget.faulty += attributes.get("t") == "e"
        self._filled, self._letters, self._value = False, 0, ""

    def _check_target(self, target: str) -> None:
        """A sheet under a name that is not looked through would be read all the same."""
        if not target.endswith(".xml") and not ("worksheets/" in target and target.endswith(".bin")):
            raise damaged(self._budget.name)

    def text(self, letters: str) -> None:
        """Letters of a cell, or the number of the shared text in it."""
        self._letters += len(letters)
        if self._shared and len(self._value) < 10:
            self._value += letters

    def end(self, tag: str) -> None:
        """A cell is complete."""
        if tag != "c" or not self._filled:
            return
        if self._shared and _NUMBER.fullmatch(self._value):
            index = int(self._value)
            self._letters = self._strings[index] if index < len(self._strings) else 0
        self._extent.fill(self._row, self._column, self._letters)


class OdsContent(Listener):
    """The sheets of an ODS file, where cells, rows and blanks are repeated by number."""

    def __init__(self, budget: Budget) -> None:
        self._budget, self._extent = budget, Extent(budget)
        self._row = self._column = self._rows = self._columns = self._letters = 0

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """A sheet, a row, a cell, or blanks inside it."""
        if tag == "table":
            self._extent, self._row, self._rows = Extent(self._budget), 0, 0
        elif tag == "table-row":
            self._row += self._rows
            self._rows = self._repeated(attributes, "table:number-rows-repeated")
            self._column = 0
        elif tag in _CELLS:
            self._columns = self._repeated(attributes, "table:number-columns-repeated")
            told = (attributes.get("table:formula", ""), attributes.get("office:string-value", ""))
            self._letters = ("office:value-type" in attributes) + sum(map(len, told))
        elif tag == "s":
            self._letters += self._repeated(attributes, "text:c")

    def _repeated(self, attributes: dict[str, str], name: str) -> int:
        return _number(attributes.get(name, "1"), self._budget.name)

    def text(self, letters: str) -> None:
        """Letters of a cell."""
        self._letters += len(letters)

    def end(self, tag: str) -> None:
        """A cell is complete."""
        if tag not in _CELLS:
            return
        self._column += self._columns
        if self._letters:
            times = self._rows * self._columns
            self._extent.fill(self._row + self._rows, self._column, self._letters * times)


def _number(text: str, name: str) -> int:
    if not _NUMBER.fullmatch(text):
        raise damaged(name)
    return int(text)


def _column_number(letters: str) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - 64
    return number
