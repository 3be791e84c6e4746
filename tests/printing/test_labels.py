"""The label table is true to A4."""

import pytest

from sla_desktop.domain.errors import SlaError
from sla_desktop.printing import labels
from sla_desktop.printing.labels import STOCKS, Stock
from sla_desktop.printing.style import MM

ALL = pytest.mark.parametrize("stock", STOCKS.values(), ids=str)


def right_of(stock: Stock) -> float:
    return stock.left + (stock.columns - 1) * stock.step_x + stock.width


def foot_of(stock: Stock) -> float:
    return stock.top + (stock.rows - 1) * stock.step_y + stock.height


@ALL
def test_labels_do_not_overlap(stock: Stock):
    assert stock.step_x >= stock.width
    assert stock.step_y >= stock.height


@ALL
def test_left_and_right_margins_and_the_labels_make_up_the_sheet(stock: Stock):
    assert stock.left + right_of(stock) == pytest.approx(stock.sheet_width, abs=0.15)


@ALL
def test_top_and_bottom_margins_and_the_labels_make_up_the_sheet(stock: Stock):
    # The maker of Durable 1445 puts the cards 3 mm nearer to the top.
    off_centre = 3 if stock.name == "Durable 1445" else 0
    assert stock.top + foot_of(stock) == pytest.approx(stock.sheet_height - off_centre, abs=0.15)


def test_unknown_stock_is_answered_with_what_there_is():
    with pytest.raises(SlaError) as refusal:
        labels.find("L9999")
    assert all(name in str(refusal.value) for name in ("L9999", "L7160", "Durable 1445"))


def test_a_part_used_sheet_is_used_up_first():
    where = list(labels.places(STOCKS["L4785"], 4, start_at=9))
    assert [sheet for sheet, _, _ in where] == [0, 0, 1, 1]
    assert where[0][1:] == pytest.approx((17.5 * MM, (13.5 + 4 * 55) * MM))
    assert where[2][1:] == pytest.approx((17.5 * MM, 13.5 * MM))


@pytest.mark.parametrize("start_at", [0, -1, 11])
def test_a_label_that_is_not_on_the_sheet_is_refused(start_at: int):
    with pytest.raises(SlaError, match="labels 1 to 10"):
        list(labels.places(STOCKS["L4785"], 1, start_at))


def test_a_printer_that_is_off_is_put_right():
    moved = list(labels.places(STOCKS["L7160"], 21, 1, labels.Adjustment(1.5, -0.5, 1.01)))
    plain = list(labels.places(STOCKS["L7160"], 21, 1))
    assert moved[0][1] == pytest.approx((7.21 * 1.01 + 1.5) * MM)
    assert moved[20][2] - moved[0][2] == pytest.approx(1.01 * (plain[20][2] - plain[0][2]))


@pytest.mark.parametrize(
    "off",
    [
        labels.Adjustment(11),
        labels.Adjustment(0, -11),
        labels.Adjustment(0, 0, 1.04),
        labels.Adjustment(float("nan")),
        labels.Adjustment(0, float("nan")),
        labels.Adjustment(0, float("-inf")),
        labels.Adjustment(0, 0, float("nan")),
    ],
)
def test_an_adjustment_that_no_printer_needs_is_refused(off: labels.Adjustment):
    with pytest.raises(SlaError, match="measure the test sheet again"):
        list(labels.places(STOCKS["L7160"], 1, 1, off))
