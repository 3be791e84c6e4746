"""Every pair of colours that meets on the screen is readable."""

import pytest

from sla_desktop.gui.shared.tokens import DARK, LIGHT, PAIRS, contrast

SETS = {
    "light": LIGHT,
    "dark": DARK,
    "light, high contrast": LIGHT.high_contrast(),
    "dark, high contrast": DARK.high_contrast(),
}


def test_contrast_is_that_of_the_standard():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)
    assert contrast("#ffffff", "#777777") == contrast("#777777", "#ffffff")


@pytest.mark.parametrize("tokens", SETS.values(), ids=SETS.keys())
@pytest.mark.parametrize(("ink", "ground", "least"), PAIRS, ids=lambda part: str(part))
def test_ink_is_readable_on_its_ground(tokens, ink, ground, least):
    assert contrast(getattr(tokens, ink), getattr(tokens, ground)) >= least


def test_every_ink_and_ground_is_in_a_pair():
    decorative = {"border"}
    named = {name for ink, ground, _ in PAIRS for name in (ink, ground)}
    assert set(LIGHT.__dataclass_fields__) - named == decorative
