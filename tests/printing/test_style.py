"""The organisation's colour is used as it is where it can be read."""

import pytest

from sla_desktop.domain.errors import SlaError
from sla_desktop.printing import style
from sla_desktop.printing.style import WHITE, Identity


def test_a_dark_colour_stays_as_it_is():
    assert style.accent(Identity("x", "#005eb8")) == pytest.approx((0, 94 / 255, 184 / 255))


@pytest.mark.parametrize("pale", ["#ffeb3b", "#ffffff", "#8bc34a"])
def test_a_pale_colour_is_darkened_until_it_can_be_read(pale: str):
    assert 4.5 <= style.contrast(style.accent(Identity("x", pale)), WHITE) < 5.5


@pytest.mark.parametrize("wrong", ["blue", "#12345", "", "#1234567890"])
def test_what_is_not_a_colour_is_refused(wrong: str):
    with pytest.raises(SlaError, match="not a colour"):
        style.accent(Identity("x", wrong))


def test_text_colours_can_be_read_on_white():
    assert min(style.contrast(colour, WHITE) for colour in (style.INK, style.MUTED)) >= 4.5
