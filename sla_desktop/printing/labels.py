"""Label stock: where the labels lie on A4 sheets, in millimetres, as the makers' own templates have it."""

from collections.abc import Iterator
from dataclasses import dataclass

from sla_desktop.domain.errors import SlaError
from sla_desktop.printing.style import MM


@dataclass(frozen=True, slots=True)
class Stock:
    """A sheet of labels in millimetres: the first label's corner, its size, and the step to the next.

    The sheet is A4 unless its size is given. `cut` is plain paper with marks where to cut; `tent` are cards to be
    folded across.
    """

    name: str
    columns: int
    rows: int
    width: float
    height: float
    left: float
    top: float
    step_x: float
    step_y: float
    sheet_width: float = 210.0
    sheet_height: float = 297.0
    cut: bool = False
    tent: bool = False

    @property
    def page(self) -> tuple[float, float]:
        """The sheet's size in points."""
        return self.sheet_width * MM, self.sheet_height * MM

    @property
    def a_sheet(self) -> int:
        """Labels on one sheet."""
        return self.columns * self.rows


_TABLE = (
    Stock("L7160", 3, 7, 63.5, 38.1, 7.21, 15.15, 66.04, 38.1),
    Stock("L7161", 3, 6, 63.5, 46.56, 7.21, 8.82, 66.04, 46.56),
    Stock("L7162", 2, 8, 99.06, 33.87, 4.67, 13.02, 101.6, 33.87),
    Stock("L7163", 2, 7, 99.06, 38.1, 4.67, 15.15, 101.6, 38.1),
    Stock("L7165", 2, 4, 99.06, 67.73, 4.67, 13.04, 101.6, 67.73),
    Stock("L7651", 5, 13, 38.1, 21.17, 4.67, 10.90, 40.64, 21.17),
    Stock("L4785", 2, 5, 80.0, 50.0, 17.5, 13.5, 95.0, 55.0),
    Stock("L7414", 2, 5, 90.0, 52.0, 15.0, 18.5, 90.0, 52.0),
    Stock("L7418", 2, 4, 86.0, 55.0, 19.0, 38.5, 86.0, 55.0),
    Stock("C32011", 2, 5, 85.0, 54.0, 15.0, 13.5, 95.0, 54.0),
    Stock("Durable 1445", 2, 5, 90.0, 54.0, 15.0, 12.0, 90.0, 54.0),
    Stock("Durable 1453", 2, 6, 75.0, 40.0, 30.0, 28.5, 75.0, 40.0),
    Stock("Durable 1456", 2, 4, 90.0, 60.0, 15.0, 28.5, 90.0, 60.0),
    Stock("Plain A6", 2, 2, 105.0, 148.5, 0.0, 0.0, 105.0, 148.5, cut=True),
    Stock("Plain A7", 2, 4, 105.0, 74.25, 0.0, 0.0, 105.0, 74.25, cut=True),
    Stock("Tent A5", 1, 2, 210.0, 148.5, 0.0, 0.0, 210.0, 148.5, cut=True, tent=True),
    Stock("Roll 62 x 100", 1, 1, 100.0, 62.0, 0.0, 0.0, 100.0, 62.0, 100.0, 62.0),
    Stock("Roll 54 x 101", 1, 1, 101.0, 54.0, 0.0, 0.0, 101.0, 54.0, 101.0, 54.0),
)


@dataclass(frozen=True, slots=True)
class Adjustment:
    """How one printer is put right: millimetres to the right and down, and a scale along the sheet."""

    right: float = 0.0
    down: float = 0.0
    scale: float = 1.0


EXACT = Adjustment()
STOCKS = {stock.name: stock for stock in _TABLE}


def find(name: str) -> Stock:
    """The stock of a name; raises SlaError listing those there are."""
    if name not in STOCKS:
        raise SlaError(f"“{name}” is not a label sheet that can be printed: choose one of {', '.join(STOCKS)}.")
    return STOCKS[name]


def places(
    stock: Stock, count: int, start_at: int, adjustment: Adjustment = EXACT
) -> Iterator[tuple[int, float, float]]:
    """For each label its sheet (from 0) and top left corner in points; the first is label `start_at` (from 1).

    Labels run along the rows. Raises SlaError when the first sheet has no such label, or for an adjustment of more
    than a centimetre or 3 per cent, which no printer needs.
    """
    if not 1 <= start_at <= stock.a_sheet:
        raise SlaError(f"A sheet of {stock.name} has labels 1 to {stock.a_sheet}: there is no label {start_at}.")
    moved = abs(adjustment.right) <= 10 and abs(adjustment.down) <= 10
    if not (moved and 0.97 <= adjustment.scale <= 1.03):
        raise SlaError("A printer is put right by at most 10 mm and 3 per cent: measure the test sheet again.")
    for index in range(start_at - 1, start_at - 1 + count):
        sheet, on_sheet = divmod(index, stock.a_sheet)
        row, column = divmod(on_sheet, stock.columns)
        x = (stock.left + column * stock.step_x) * adjustment.scale + adjustment.right
        y = (stock.top + row * stock.step_y) * adjustment.scale + adjustment.down
        yield sheet, x * MM, y * MM
