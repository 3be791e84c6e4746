"""Codes read back as what they were, and what is too long is refused."""

import pytest

from sla_desktop.domain.errors import SlaError
from sla_desktop.printing import codes


def test_a_code_has_the_side_of_its_version():
    assert codes.qr("SLA-7F3K2").side == 21
    assert codes.qr("x" * 120).side == 45


@pytest.mark.parametrize("text", ["", "x" * 5000])
def test_what_no_code_can_hold_is_refused(text: str):
    with pytest.raises(SlaError, match="empty or too long"):
        codes.qr(text)


def test_the_quiet_zone_counts_in_the_side():
    assert codes.side("SLA-7F3K2", 0.5) == (21 + 8) * 0.5
    assert codes.quiet_share("SLA-7F3K2") == 4 / 29
