"""Whose documents the tests print."""

import pytest

from sla_desktop.printing import fonts
from sla_desktop.printing.style import Identity


@pytest.fixture(scope="session", autouse=True)
def _faces_are_open() -> None:
    """Reading all the faces takes a moment that no single example of a rule should be charged with."""
    for weight in (fonts.REGULAR, fonts.SEMIBOLD, fonts.BOLD, fonts.DISPLAY):
        for name in fonts.stack(weight):
            fonts.face(name)


@pytest.fixture
def identity() -> Identity:
    return Identity("South East London System Leadership Academy", "#005eb8")
