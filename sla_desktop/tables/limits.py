"""How much a file of people may hold, and the refusals of what holds more."""

from pathlib import Path

from sla_desktop.domain.errors import SlaError

MAX_FILE_BYTES = 40_000_000
MAX_TEXT_BYTES = 20_000_000
MAX_ROWS = 100_000
MAX_COLUMNS = 2_000
MAX_CELLS = 2_000_000
MAX_LETTERS = 20_000_000


class Budget:
    """What a file may hold in all its sheets; `faulty` counts cells with an error for a value."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.cells = self.letters = self.faulty = 0

    def spend(self, cells: int, letters: int) -> None:
        """Takes cells and letters off the budget. Raises SlaError when nothing is left."""
        self.cells += cells
        self.letters += letters
        if self.cells > MAX_CELLS:
            raise too_much(self.name, f"it has more than {MAX_CELLS:,} cells", "Remove other sheets")
        if self.letters > MAX_LETTERS:
            raise too_much(self.name, "its cells hold more text than a list of people does", "Remove other columns")


class Extent:
    """How far the filled cells of one sheet reach."""

    def __init__(self, budget: Budget) -> None:
        self.budget = budget
        self.rows = self.columns = 0

    def fill(self, rows: int, columns: int, letters: int) -> None:
        """Notes a filled cell at this 1-based row and column. Raises SlaError beyond the limits."""
        before = self.rows * self.columns
        self.rows, self.columns = max(self.rows, rows), max(self.columns, columns)
        check_cells(self.budget.name, self.rows, self.columns)
        self.budget.spend(self.rows * self.columns - before, letters)


def check_cells(name: str, rows: int, columns: int) -> None:
    """Raises SlaError when a sheet reaches further than any list of people."""
    if rows > MAX_ROWS or columns > MAX_COLUMNS or rows * columns > MAX_CELLS:
        raise too_much(name, f"it reaches to row {rows:,} and column {columns:,}", "Delete what is far out")


def check_size(path: Path, most: int = MAX_FILE_BYTES) -> None:
    """Raises SlaError when the file itself is too large to be a list of people."""
    size = path.stat().st_size
    if size > most:
        raise too_much(path.name, f"it has {size // 1_000_000} MB", "Remove pictures and other sheets")


def locked(name: str) -> SlaError:
    """The refusal of a file that needs a password."""
    return SlaError(f"“{name}” is protected with a password; save it without one and try again.")


def damaged(name: str) -> SlaError:
    """The refusal of a file that breaks the rules of its own format."""
    return SlaError(f"“{name}” is damaged; open it in its own program and save it again.")


def too_much(name: str, why: str, remedy: str) -> SlaError:
    """The refusal of a file that holds more than a list of people."""
    return SlaError(f"“{name}” is too large to read: {why}. {remedy} and save it again.")
